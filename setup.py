"""Carry resources/ and forms/ into the built package; all settings are in pyproject.toml."""

from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


class BuildWithFolders(build_py):
    """`build_py` that puts the two folders where `liaison_desktop.paths` looks for them."""

    def run(self) -> None:
        super().run()
        if not self.editable_mode:
            for source, target in self._carried().items():
                self.mkpath(str(Path(target).parent))
                self.copy_file(source, target)

    def get_outputs(self, include_bytecode: bool = True) -> list[str]:
        return [*super().get_outputs(include_bytecode), *self._carried().values()]

    def _carried(self) -> dict[str, str]:
        inside = Path(self.build_lib, "liaison_desktop")
        return {
            str(path): str(inside / path)
            for folder in ("resources", "forms")
            for path in sorted(Path(folder).rglob("*"))
            if path.is_file() and "__pycache__" not in path.parts
        }


setup(cmdclass={"build_py": BuildWithFolders})
