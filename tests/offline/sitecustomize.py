"""No network, in the tests and in every Python that a test starts.

`tests/conftest.py` imports this module and puts its folder on PYTHONPATH, where a child finds it by
its name. Sockets of the same machine (a path as address, or a pair) are allowed.
"""

import sys

_BY_ADDRESS = frozenset({"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"})
_BY_NAME = frozenset(
    {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"}
)


class NetworkTouchedError(BaseException):
    """A test, or the program under it, reached for the network."""


def forbid_network(event: str, arguments: tuple[object, ...]) -> None:
    """Raise NetworkTouchedError for an audit event that reaches beyond this machine."""
    leaves = event in _BY_NAME or (
        event in _BY_ADDRESS and not isinstance(arguments[1], str | bytes | None)
    )
    if leaves:
        raise NetworkTouchedError(f"{event}: the network is never touched")


sys.addaudithook(forbid_network)
