"""What every test may ask for; and what no test may do: reach the network, log a warning."""

import gc
import logging
import os
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy.util import LRUCache

import tests.offline.sitecustomize
from liaison_desktop.store import engine, keyfile

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

OFFLINE = Path(tests.offline.sitecustomize.__file__).parent
os.environ["PYTHONPATH"] = os.pathsep.join(
    filter(None, [str(OFFLINE), os.environ.get("PYTHONPATH")])
)

keyfile.hash_secret_raw = cache(keyfile.hash_secret_raw)
"""A password is stretched at its full cost, but once: copies of a home share their salts."""

engine.create_engine = partial(
    engine.create_engine, execution_options={"compiled_cache": LRUCache(1000)}
)
"""A statement is compiled once, not once for each home: in the program a store takes its along."""

gc.set_threshold(50_000, 20, 20)
"""What every test left is not looked through again and again: that was a tenth of many tests."""

settings.register_profile(
    "untimed", settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("untimed")
"""A busy machine breaks no promise."""


@pytest.fixture(autouse=True)
def _fail_on_logged_warnings(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    records = caplog.get_records("call")
    assert not [record for record in records if record.levelno >= logging.WARNING]
