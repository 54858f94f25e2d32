"""Times and names as offices write them into their own tables."""

import pytest

from liaison_desktop.model.rota_table import names_in, times_in


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("9:00-11:00", ("09:00", "11:00")),
        ("上午9时—11时30分", ("09:00", "11:30")),
        ("下午2:30", ("14:30", "")),
        ("下午 2：30 – 5：00", ("14:30", "17:00")),
        ("08:30～11:00", ("08:30", "11:00")),
        ("", ("", "")),
    ],
)
def test_times_are_read_as_people_write_them(text: str, times: tuple[str, str]):
    assert times_in(text) == times


@pytest.mark.parametrize("text", ["上午", "25:00", "9:75"])
def test_what_is_no_time_is_refused(text: str):
    with pytest.raises(ValueError, match=text):
        times_in(text)


def test_names_are_taken_apart_and_each_is_taken_once():
    assert names_in("王建国、周丽华，李  明\n王建国/赵春梅") == [
        "王建国",
        "周丽华",
        "李  明",
        "赵春梅",
    ]
