"""A meeting of ninety minutes by keys alone, its process killed on the way: nothing is lost.

The whole is played by its own command: `pytest -m long tests/ui/talk`.
"""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.consultation import AgendaItem
from liaison_desktop.model.consultation_words import ParticipantKind
from liaison_desktop.model.uids import new_uid
from tests.builders import NOON, a_consultation, a_participant, a_unit
from tests.homes import HEAD, PASSWORDS, StoppedClock, a_desk
from tests.killing import kill
from tests.ui.talk.replay import SCRIPT

ROOT = Path(__file__).parents[3]
ENTRIES: list[dict[str, Any]] = SCRIPT["entries"]

Play = Callable[[int, int], None]


@pytest.fixture
def meeting_home(home: Path, clock: StoppedClock) -> Path:
    """A home whose one meeting is being recorded, with the forty people of the script."""
    desk = a_desk(home, clock, HEAD)
    points = [AgendaItem(uid=new_uid(NOON), title=title) for title in SCRIPT["points"]]
    meeting = a_consultation(agenda=points)
    desk.talk.meetings.register(meeting)
    for one in SCRIPT["people"]:
        kind = ParticipantKind(one["kind"])
        who = a_participant(meeting, one["name"], body=one["body"], participant_kind=kind)
        desk.talk.participants.register(who)
    for name in ("街道办城建办", "物业公司"):
        desk.units.register(a_unit(name))
    desk.talk.meetings.open(desk.talk.meetings.load(meeting.uid))
    desk.close()
    return home


def started(home: Path, entries: int, stop: int, *when: str) -> subprocess.Popen[str]:
    arguments = [str(home), HEAD, PASSWORDS[HEAD], str(entries), str(stop), *when]
    return subprocess.Popen(
        [sys.executable, "-m", "tests.ui.talk.replay", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def play(home: Path, entries: int, kills: list[int]) -> None:
    """Play so many entries; the process is killed without a warning in the middle of some."""
    for stop in kills:
        kill(started(home, entries, stop), "killable")
    program = started(home, entries, -1)
    said, _nothing = program.communicate()
    assert (program.returncode, said) == (0, "")


def check(desk: Desk, entries: list[dict[str, Any]]) -> None:
    """Compare the record with the script."""
    [meeting] = [desk.talk.meetings.meeting(one.uid) for one in desk.talk.meetings.newest()]
    people = {one.name: one.uid for one in meeting.participants}
    points = [one.uid for one in meeting.consultation.agenda]
    uids = [one.uid for one in meeting.statements]
    assert [
        (one.speaker, one.participant_uid, str(one.kind), one.item_uid, one.content)
        for one in meeting.statements
    ] == [
        (one["speaker"], people[one["speaker"]], one["kind"], points[one["item"]], one["words"])
        for one in entries
    ]
    assert [one.answers_uid for one in meeting.statements] == [
        uids[one["answers"]] if "answers" in one else None for one in entries
    ]
    assert all(one.said_at is not None for one in meeting.statements)

    promises = [(place, one) for place, one in enumerate(entries) if "promise" in one]
    assert [
        (one.answer_uid, one.content, one.unit_name, one.person, one.raised_by)
        for one in meeting.commitments
    ] == [
        (
            uids[place],
            one["words"],
            one["promise"]["unit"],
            one["promise"]["person"],
            entries[one["answers"]]["speaker"],
        )
        for place, one in promises
    ]
    due = [f"{one.due_on:%m-%d}" if one.due_on else "" for one in meeting.commitments]
    assert due == [one["promise"]["due"] for _place, one in promises]

    routes = [one["route"] for one in entries if "route" in one]
    assert [str(one.route) for one in meeting.opinions] == routes
    matters = [m for v in desk.visits.find_from(meeting.consultation.uid) for m in v.matters]
    assert len(matters) == len([one for one in routes if one != "noted"])
    assert [*desk.drafts.find("statement"), *desk.drafts.find("commitment")] == []


def test_the_beginning_of_a_meeting_survives_a_kill(
    meeting_home: Path, clock: StoppedClock
) -> None:
    play(meeting_home, 9, [4])
    desk = a_desk(meeting_home, clock, HEAD)
    check(desk, ENTRIES[:9])
    desk.close()


def test_a_kill_between_screen_and_store_leaves_the_draft_and_doubles_nothing(
    meeting_home: Path, clock: StoppedClock
) -> None:
    kill(started(meeting_home, 9, 2, "shown"), "killable")
    desk = a_desk(meeting_home, clock, HEAD)
    [meeting] = desk.talk.meetings.newest()
    noted = [one.content for one in desk.talk.statements.of(meeting.uid)]
    assert noted == [one["words"] for one in ENTRIES[:2]]
    assert [one.body["content"] for one in desk.drafts.find("statement")] == [ENTRIES[2]["words"]]
    desk.close()

    play(meeting_home, 9, [])
    desk = a_desk(meeting_home, clock, HEAD)
    check(desk, ENTRIES[:9])
    desk.close()


@pytest.mark.long
def test_ninety_minutes_survive_three_kills(meeting_home: Path, clock: StoppedClock) -> None:
    kinds = [one["kind"] for one in ENTRIES]
    promised = [place for place, one in enumerate(ENTRIES) if "promise" in one]
    opinions = [place for place, kind in enumerate(kinds) if kind in {"opinion", "suggestion"}]
    assert (len(SCRIPT["people"]), len(opinions), len(promised)) == (40, 29, 12)

    play(meeting_home, len(ENTRIES), [opinions[7], promised[6], opinions[22]])
    desk = a_desk(meeting_home, clock, HEAD)
    check(desk, ENTRIES)
    desk.close()
