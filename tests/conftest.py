"""What every test may ask for; and what no test may do: reach the network, log a warning."""

import logging
import os
import sys
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

_NETWORK = frozenset({"socket.connect", "socket.sendto", "socket.bind", "socket.getaddrinfo"})


class NetworkTouchedError(BaseException):
    """A test, or the program under it, reached for the network."""


def _forbid_network(event: str, arguments: tuple[object, ...]) -> None:
    if event not in _NETWORK:
        return
    address = arguments[1] if event != "socket.getaddrinfo" else arguments[0]
    if not isinstance(address, str | bytes) or event == "socket.getaddrinfo":
        raise NetworkTouchedError(f"{event}: the network is never touched")


sys.addaudithook(_forbid_network)


@pytest.fixture(autouse=True)
def _fail_on_logged_warnings(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    records = caplog.get_records("call")
    assert not [record for record in records if record.levelno >= logging.WARNING]
