"""Refresh en.ts from the source, and en.qm from en.ts: `python resources/i18n/update.py`.

New texts come in as unfinished, texts that are gone go; translate with `pyside6-linguist en.ts`
or by hand, and run it again.
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
LAYERS = ("ui", "model", "desk", "store")
"""Where words for the screen stand; papers are Chinese only."""


def refresh(words: Path) -> None:
    """Put every text of the source into the file, keeping the translations that it has."""
    package = HERE.parents[1] / "liaison_desktop"
    sources = [str(path) for layer in LAYERS for path in sorted((package / layer).rglob("*.py"))]
    options = ["-no-obsolete", "-locations", "none"]
    options += ["-source-language", "zh_CN", "-target-language", "en"]
    _run("pyside6-lupdate", *sources, *options, "-ts", str(words))


def compile_words(words: Path, compiled: Path) -> None:
    """Write what the program loads; a text without translation is left out and stays Chinese."""
    _run("pyside6-lrelease", "-silent", str(words), "-qm", str(compiled))


def _run(name: str, *arguments: str) -> None:
    program = Path(sys.executable).with_name(name)
    subprocess.run([program, *arguments], check=True)  # noqa: S603  # our own arguments


if __name__ == "__main__":
    refresh(HERE / "en.ts")
    compile_words(HERE / "en.ts", HERE / "en.qm")
