"""The network is never touched: not by a test, not by a program it starts, not by our own code."""

import ast
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SPEAKERS = {
    *("asyncio", "ftplib", "http", "imaplib", "poplib", "smtplib", "socket", "socketserver", "ssl"),
    *("telnetlib", "urllib.request", "xmlrpc", "aiohttp", "httpx", "requests", "urllib3"),
}
"""Modules that speak over a network; none is imported by the program."""

LOCAL_ONLY = {"QLocalServer", "QLocalSocket"}
"""All that the program takes from QtNetwork: the second start raises the first window."""

IMPORT_ALL = """
import importlib, pkgutil, sys
touched = []
sys.addaudithook(lambda event, _: touched.append(event) if event.startswith("socket.") else None)
import liaison_desktop
for module in pkgutil.walk_packages(liaison_desktop.__path__, "liaison_desktop."):
    if not module.name.endswith(("__main__", "migrations.env")):
        importlib.import_module(module.name)
        assert not touched, (module.name, touched)
print(len([name for name in sys.modules if name.startswith("liaison_desktop.")]))
"""


@pytest.mark.parametrize(
    "reach",
    [
        lambda _: socket.getaddrinfo("example.invalid", 80),
        lambda _: socket.gethostbyname("example.invalid"),
        lambda opened: opened.connect(("127.0.0.1", 9)),
        lambda opened: opened.connect_ex(("192.0.2.1", 80)),
        lambda opened: opened.bind(("127.0.0.1", 0)),
        lambda opened: opened.sendto(b"", ("192.0.2.1", 80)),
    ],
)
def test_reaching_for_the_network_ends_a_test(reach):
    with (
        socket.socket(type=socket.SOCK_DGRAM) as opened,
        pytest.raises(BaseException, match="the network is never touched"),
    ):
        reach(opened)


def test_a_program_started_by_a_test_cannot_reach_the_network_either():
    code = "import socket; socket.create_connection(('127.0.0.1', 9), timeout=1)"

    ended = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, text=True
    )

    assert ended.returncode != 0
    assert "the network is never touched" in ended.stderr


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no sockets with a path here")
def test_a_socket_of_this_machine_is_allowed(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # a short address, whatever the folder
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
        server.bind("raise")
        server.listen()
        client.connect("raise")
        client.sendmsg([b"here"])
        with server.accept()[0] as accepted:
            assert accepted.recv(4) == b"here"


def test_importing_every_module_opens_no_socket():
    ended = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL],
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )

    assert ended.returncode == 0, ended.stderr
    assert int(ended.stdout) > 20


def test_our_own_code_imports_nothing_that_speaks_over_a_network():
    found = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in sorted((ROOT / "liaison_desktop").rglob("*.py"))
        for name in imported_names(path)
        if speaks(name)
    ]

    assert not found


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("import socket", True),
        ("import os, http.client", True),
        ("from urllib.request import urlopen", True),
        ("from urllib import request", True),
        ("from urllib.parse import quote", False),
        ("from PySide6.QtNetwork import QNetworkAccessManager", True),
        ("import PySide6.QtNetwork", True),
        ("from PySide6 import QtNetwork", True),
        ("from PySide6.QtNetwork import QLocalServer, QLocalSocket", False),
        ("from liaison_desktop.store.backups import Backups", False),
    ],
)
def test_a_line_that_speaks_over_a_network_is_known(tmp_path, line, answer):
    source = tmp_path / "module.py"
    source.write_text(line)

    assert any(speaks(name) for name in imported_names(source)) is answer


def imported_names(path: Path) -> list[str]:
    """Return the full dotted name of everything that a file imports."""
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names += [f"{node.module}.{alias.name}" for alias in node.names]
    return names


def speaks(name: str) -> bool:
    """Return whether an imported name can reach a network."""
    if name.startswith("PySide6.QtNetwork"):
        return name.rpartition(".")[2] not in LOCAL_ONLY
    return any(f"{name}.".startswith(f"{speaker}.") for speaker in SPEAKERS)
