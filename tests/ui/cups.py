"""A CUPS of one's own: a real scheduler on a socket in a folder, whose printers write files.

Nothing of the system's CUPS is touched, and no network: its one backend is a script that keeps what
it was given.
"""

import os
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 20.0

_SCHEDULER = """
Listen {folder}/s
LogLevel warn
DefaultAuthType None
Browsing Off
WebInterface No
<Location />
  Order deny,allow
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""
_PLACES = """
ServerBin {folder}/bin
ServerRoot {folder}/conf
RequestRoot {folder}/spool
TempDir {folder}/tmp
CacheDir {folder}/cache
StateDir {folder}/state
PageLog {folder}/page.log
AccessLog {folder}/access.log
ErrorLog {folder}/error.log
Sandboxing relaxed
"""
_BACKEND = """#!/bin/sh
[ $# -gt 0 ] || {{ echo 'direct folder "Unknown" "Folder"'; exit 0; }}
printf '%s\\n' "$3" "$4" "$5" > "{folder}/out/$1.told"
cat "${{6:--}}" > "{folder}/out/$1.part" && mv "{folder}/out/$1.part" "{folder}/out/$1.pdf"
"""

_DAEMONS = [Path("/usr/lib/cups/daemon"), Path("/usr/libexec/cups/daemon")]
"""Where the scheduler's own helpers are, without which it starts no backend."""


@dataclass(frozen=True)
class Printed:
    """A job as it reached the printer."""

    data: bytes
    title: str
    copies: int
    options: list[str]


class Scheduler:
    """cupsd in a folder whose path is short enough for a socket; `server` is its CUPS_SERVER."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.server = str(folder / "s")
        for name in ("bin/backend", "conf", "spool", "tmp", "cache", "state", "out"):
            (folder / name).mkdir(parents=True)
        (folder / "bin" / "daemon").symlink_to(next(p for p in _DAEMONS if p.is_dir()))
        for name, text in (("cupsd.conf", _SCHEDULER), ("files.conf", _PLACES)):
            (folder / name).write_text(text.format(folder=folder))
        backend = folder / "bin" / "backend" / "folder"
        backend.write_text(_BACKEND.format(folder=folder))
        backend.chmod(0o700)  # runs as whoever the scheduler is
        settings = ["-c", folder / "cupsd.conf", "-s", folder / "files.conf"]
        self._process = subprocess.Popen(
            [cupsd(), "-f", *settings], env={"PATH": os.environ["PATH"]}, stderr=subprocess.DEVNULL
        )
        try:
            self._wait_for(lambda: self._run("lpstat", "-r").startswith("scheduler is running"))
        except AssertionError:
            self.end()
            raise

    def add_printer(self, name: str, description: str) -> None:
        """Make a queue that takes whatever it is given, as it is."""
        self._run("lpadmin", "-p", name, "-E", "-v", "folder:/", "-D", description, "-m", "raw")

    def choose_default(self, name: str) -> None:
        self._run("lpadmin", "-d", name)

    def stop_printer(self, name: str) -> None:
        self._run("cupsdisable", name)

    def refuse_jobs(self, name: str) -> None:
        self._run("cupsreject", name)

    def printed(self, jobs: int) -> list[Printed]:
        """Wait for so many jobs, and return them in the order they came."""
        out = self._folder / "out"
        self._wait_for(lambda: len(list(out.glob("*.pdf"))) >= jobs)
        return [self._read(path) for path in sorted(out.glob("*.pdf"), key=lambda p: int(p.stem))]

    def end(self) -> None:
        self._process.terminate()
        self._process.wait(PATIENCE)

    @staticmethod
    def _read(path: Path) -> Printed:
        title, copies, options = path.with_suffix(".told").read_text().splitlines()
        return Printed(path.read_bytes(), title, int(copies), options.split())

    def _run(self, *command: str) -> str:
        env = os.environ | {"CUPS_SERVER": self.server, "LC_ALL": "C.UTF-8"}
        ended = subprocess.run(command, check=False, capture_output=True, text=True, env=env)
        return ended.stdout

    def _wait_for(self, is_so) -> None:
        until = time.monotonic() + PATIENCE
        while not is_so():
            assert self._process.poll() is None, "cupsd has ended"
            assert time.monotonic() < until, "cupsd does not answer"
            time.sleep(0.02)


def cupsd() -> str:
    """Return where the scheduler is, "" where it is not installed."""
    return shutil.which("cupsd", path=os.pathsep.join([os.environ["PATH"], "/usr/sbin"])) or ""
