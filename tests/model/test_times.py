from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_desktop.model.times import (
    SHANGHAI,
    business_day,
    from_ms,
    parse_rfc3339,
    rfc3339,
    to_ms,
)

INSTANTS = st.integers(-(10**12), 4 * 10**12)


@given(INSTANTS)
def test_a_millisecond_survives_every_spelling(ms: int) -> None:
    assert to_ms(from_ms(ms)) == ms
    assert to_ms(parse_rfc3339(rfc3339(from_ms(ms)))) == ms


def test_the_business_day_is_the_day_on_a_chinese_desk() -> None:
    new_york = timezone(timedelta(hours=-5))
    assert business_day(datetime(2026, 12, 31, 11, 30, tzinfo=new_york)) == date(2027, 1, 1)
    assert business_day(datetime(2026, 12, 31, 15, 59, tzinfo=UTC)) == date(2026, 12, 31)


def test_json_writes_china_standard_time() -> None:
    assert rfc3339(datetime(2026, 11, 20, 1, 30, tzinfo=UTC)) == "2026-11-20T09:30:00+08:00"
    assert from_ms(0).tzinfo is SHANGHAI


@pytest.mark.parametrize("text", ["2026-11-20", "2026-11-20T09:30:00", "x", "20261120T093000Z"])
def test_an_instant_without_its_zone_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any wording
        parse_rfc3339(text)


def test_a_naive_datetime_is_a_bug() -> None:
    with pytest.raises(ValueError, match="zone"):
        to_ms(datetime(2026, 1, 1))
