"""A short piece of what `python -m tests.e2e.monkey` plays whole."""

import os
import subprocess
import sys


def test_keys_words_and_clicks_at_random_break_nothing():
    done = subprocess.run(
        [sys.executable, "-m", "tests.e2e.monkey", "500", "7"],
        capture_output=True,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "Traceback" not in done.stderr
    assert "registered" in done.stdout
