"""A program that says when it may be killed, and is: what it leaves behind is looked at."""

import os
import signal
import subprocess


def kill(program: subprocess.Popen[str], word: str) -> None:
    """Kill it without a warning when it has said the word, and nothing before."""
    assert program.stdout is not None
    with program.stdout:
        assert program.stdout.readline() == f"{word}\n"
        os.kill(program.pid, signal.SIGKILL)
    program.wait()
