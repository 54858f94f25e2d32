"""SQLAlchemy loaded without the parts of Python that it names and a desk never uses.

It imports asyncio for engines of another kind, and the list of the installed packages for dialects
of others. The two bring TLS, sockets and the reading of mail with them: 4 MB of memory.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any


class _Late(ModuleType):
    """Stands in for a module, which is loaded as soon as anything of it is asked for."""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._load(), name)

    def _load(self) -> ModuleType:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return import_module(self.__name__)


class _LateAsyncio(_Late):
    """Has the one function that SQLAlchemy takes out of asyncio while it is loaded."""

    def iscoroutine(self, thing: object) -> bool:
        """Return what asyncio says."""
        return bool(self._load().iscoroutine(thing))


def load_sqlalchemy() -> None:
    """Import what of SQLAlchemy the store needs; what was left out is loaded where it is used."""
    with _left_out(_LateAsyncio("asyncio"), _Late("importlib.metadata")):
        import_module("sqlalchemy.orm")
        import_module("sqlalchemy.dialects.sqlite")


@contextmanager
def _left_out(*late: _Late) -> Iterator[None]:
    """Let `import` find these within the block, each unless its module is loaded already."""
    for module in late:
        sys.modules.setdefault(module.__name__, module)
    try:
        yield
    finally:
        for module in late:
            if sys.modules.get(module.__name__) is module:
                del sys.modules[module.__name__]
