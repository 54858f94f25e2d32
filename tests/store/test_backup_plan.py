"""When a backup is due and which ones stay, day by day over years."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_desktop.model.times import SHANGHAI, business_day
from liaison_desktop.store.backup_plan import is_due, to_drop, working_time


@dataclass(frozen=True)
class Made:
    made_at: datetime


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=SHANGHAI)


def daily(first: date, count: int, hour: int = 12) -> list[Made]:
    began = datetime(first.year, first.month, first.day, hour, tzinfo=SHANGHAI)
    return [Made(began + timedelta(days=n)) for n in range(count)]


def kept(backups: list[Made], today: date, last_verified: Made | None = None) -> list[Made]:
    dropped = to_drop(backups, today, last_verified)
    return [backup for backup in backups if backup not in dropped]


@pytest.mark.parametrize(
    ("last", "now", "answer"),
    [
        (None, at(20, 3), True),
        (at(20, 9), at(20, 12, 59), False),
        (at(20, 9), at(20, 13), True),
        (at(20, 17), at(21, 7), False),
        (at(20, 17), at(21, 10, 59), False),
        (at(20, 17), at(21, 11), True),
        (at(20, 22), at(21, 7, 59), False),
        (at(20, 6), at(20, 11, 59), False),
        (at(20, 6), at(20, 12), True),
        (at(1, 12), at(20, 12), True),
        (at(21, 9), at(20, 9), False),
    ],
)
def test_a_backup_is_due_after_four_working_hours(
    last: datetime | None, now: datetime, answer: bool
) -> None:
    assert is_due(last, now) is answer


MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2026, 3, 1)).map(
    lambda moment: moment.replace(tzinfo=SHANGHAI)
)


@given(MOMENTS, MOMENTS, MOMENTS)
def test_working_time_adds_up_and_never_exceeds_time(
    one: datetime, two: datetime, three: datetime
) -> None:
    first, middle, last = sorted((one, two, three))
    whole = working_time(first, last)

    assert working_time(first, middle) + working_time(middle, last) == whole
    assert timedelta() <= whole <= last - first


def test_a_year_of_days_leaves_seven_days_four_weeks_and_twelve_months() -> None:
    backups = daily(date(2025, 1, 1), 700)
    today = business_day(backups[-1].made_at)

    days = [business_day(backup.made_at) for backup in kept(backups, today)]

    assert today == date(2026, 12, 1)
    assert days == [
        *(date(2026, n, last) for n, last in enumerate((31, 28, 31, 30, 31, 30, 31, 31, 30), 1)),
        date(2026, 10, 31),
        date(2026, 11, 15),
        date(2026, 11, 22),
        *(date(2026, 11, n) for n in range(25, 31)),
        date(2026, 12, 1),
    ]


def test_the_newest_of_a_day_is_kept_and_all_of_today() -> None:
    yesterday = [Made(at(19, hour)) for hour in (9, 13, 17)]
    today = [Made(at(20, hour)) for hour in (9, 13)]

    assert kept(yesterday + today, date(2026, 11, 20)) == [yesterday[-1], *today]


def test_after_a_long_holiday_the_days_before_it_are_still_there() -> None:
    before = daily(date(2026, 9, 24), 7)

    assert kept([*before, Made(at(20, 9))], date(2026, 11, 20))[-7:] == [
        *before[-6:],
        Made(at(20, 9)),
    ]


def test_the_last_verified_stays_whatever_its_age() -> None:
    backups = [Made(at(19, 9)), Made(at(19, 17))]

    assert kept(backups, date(2026, 11, 20)) == [backups[1]]
    assert kept(backups, date(2026, 11, 20), backups[0]) == backups


def test_a_backup_of_a_day_to_come_stays_and_takes_no_place() -> None:
    real, ahead = daily(date(2026, 11, 1), 20), daily(date(2030, 1, 1), 20)
    today = date(2026, 11, 20)

    assert kept(real + ahead, today) == kept(real, today) + ahead


@given(st.lists(MOMENTS, max_size=60), st.dates(date(2026, 1, 1), date(2026, 4, 1)))
def test_thinning_twice_drops_nothing_more_and_never_the_newest(
    moments: list[datetime], today: date
) -> None:
    backups = [Made(moment) for moment in dict.fromkeys(moments)]
    left = kept(backups, today)

    assert to_drop(left, today) == []
    assert not backups or max(backups, key=lambda backup: backup.made_at) in left


@given(st.lists(st.integers(0, 400), max_size=200, unique=True))
def test_kept_every_day_or_all_at_once_the_newest_of_a_month_is_there(days: list[int]) -> None:
    """Thinned day by day, as at a desk, the plan never loses a month that still counts."""
    first = datetime(2025, 11, 1, 12, tzinfo=SHANGHAI)
    backups: list[Made] = []
    for day in sorted(days):
        backups.append(Made(first + timedelta(days=day)))
        backups = kept(backups, business_day(backups[-1].made_at))
    months = {(backup.made_at.year, backup.made_at.month) for backup in backups}

    every = sorted({((moment := first + timedelta(days=day)).year, moment.month) for day in days})
    assert set(every[-12:]) <= months
