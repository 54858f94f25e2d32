"""What every test may ask for; and what no test may do: reach the network, log a warning."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import tests.offline.sitecustomize

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

OFFLINE = Path(tests.offline.sitecustomize.__file__).parent
os.environ["PYTHONPATH"] = os.pathsep.join(
    filter(None, [str(OFFLINE), os.environ.get("PYTHONPATH")])
)


@pytest.fixture(autouse=True)
def _fail_on_logged_warnings(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    records = caplog.get_records("call")
    assert not [record for record in records if record.levelno >= logging.WARNING]
