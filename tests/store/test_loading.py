"""SQLAlchemy without what it names and never uses, and with it where it is used after all."""

import subprocess
import sys

LEFT_OUT = {"asyncio", "ssl", "socket", "email", "importlib.metadata", "concurrent.futures"}

LOADED = f"""
import sys
from liaison_desktop.store.loading import load_sqlalchemy
load_sqlalchemy()
assert "sqlalchemy.orm" in sys.modules
print(sorted({LEFT_OUT} & sys.modules.keys()))
"""

USED = """
from liaison_desktop.store.loading import load_sqlalchemy
load_sqlalchemy()
from sqlalchemy.util import compat, concurrency

async def nothing(): ...

waiting = nothing()
assert concurrency.iscoroutine(waiting) and not concurrency.iscoroutine(nothing)
waiting.close()
assert concurrency.is_exit_exception(concurrency.asyncio.CancelledError())
assert not concurrency.is_exit_exception(ValueError())
assert compat.importlib_metadata_get("console_scripts")

import asyncio, importlib.metadata
assert asyncio.run(asyncio.sleep(0, "awake")) == "awake"
assert importlib.metadata.version("sqlalchemy")
"""


def _run(program: str) -> str:
    run = [sys.executable, "-c", program]
    return subprocess.run(run, capture_output=True, text=True, check=True, timeout=60).stdout


def test_sqlalchemy_is_loaded_without_what_a_desk_never_uses() -> None:
    assert _run(LOADED) == "[]\n"


def test_what_was_left_out_is_there_where_it_is_used() -> None:
    assert _run(USED) == ""
