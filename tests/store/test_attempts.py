from datetime import datetime, timedelta
from pathlib import Path

import pytest

from liaison_desktop.model.faults import WrongPassword
from liaison_desktop.store.attempts import FREE_TRIES, Attempts
from tests.builders import NOON


def _begin(path: Path, login: str = "zhou", now: datetime = NOON) -> int:
    """Return how long the next try has to wait after this one, which was wrong."""
    attempts = Attempts(path / "attempts.json", login, ["zhou", "wu"])
    attempts.begin(now)
    return attempts.seconds_left(now)


def _wait(path: Path, login: str = "zhou", now: datetime = NOON) -> int:
    return Attempts(path / "attempts.json", login, ["zhou", "wu"]).seconds_left(now)


def test_five_wrong_passwords_are_free_then_the_wait_grows_and_stays(tmp_path: Path) -> None:
    now, waits = NOON, []
    for _ in range(12):
        waits.append(_begin(tmp_path, now=now))
        now += timedelta(seconds=waits[-1])
    assert waits == [0] * (FREE_TRIES - 1) + [60, 120, 240, 480, 900, 900, 900, 900]


def test_a_try_during_the_wait_is_refused_with_the_seconds_left(tmp_path: Path) -> None:
    for _ in range(FREE_TRIES):
        _begin(tmp_path)
    with pytest.raises(WrongPassword) as caught:
        _begin(tmp_path, now=NOON + timedelta(seconds=45))
    assert caught.value.wait_seconds == 15
    assert _wait(tmp_path, "wu") == 0
    assert _wait(tmp_path, now=NOON + timedelta(seconds=60)) == 0


@pytest.mark.parametrize("back", [timedelta(milliseconds=1), timedelta(days=3650)])
def test_a_clock_set_back_locks_nobody_out(tmp_path: Path, back: timedelta) -> None:
    for _ in range(FREE_TRIES):
        _begin(tmp_path)
    assert _begin(tmp_path, now=NOON - back) == 120


def test_a_right_password_ends_the_count(tmp_path: Path) -> None:
    for _ in range(FREE_TRIES):
        _begin(tmp_path)
    Attempts(tmp_path / "attempts.json", "zhou", ["zhou"]).forget()
    assert _begin(tmp_path) == 0


def test_unknown_names_wait_like_known_ones_and_are_not_written_down(tmp_path: Path) -> None:
    known = [_begin(tmp_path, "zhou") for _ in range(FREE_TRIES)]
    unknown = [_begin(tmp_path, f"secret {n} in the wrong box") for n in range(FREE_TRIES)]
    assert unknown == known
    assert b"secret" not in (tmp_path / "attempts.json").read_bytes()


def test_the_count_of_a_removed_user_goes_with_him(tmp_path: Path) -> None:
    _begin(tmp_path, "wu")
    Attempts(tmp_path / "attempts.json", "zhou", ["zhou"]).begin(NOON)
    assert b"wu" not in (tmp_path / "attempts.json").read_bytes()


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{", b'{"zhou": 7}', b'{"zhou": ["x", 1]}', b'{"zhou": [1]}']
)
def test_a_damaged_count_locks_nobody_out(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "attempts.json").write_bytes(content)
    assert _begin(tmp_path) == 0
