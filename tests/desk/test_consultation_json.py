"""A meeting as JSON holds every declared field once, and every uid as a string."""

import json
from uuid import UUID

import pytest

from liaison_desktop.desk.consultation_json import consultation_as_json, meeting_as_json
from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.base import Record
from liaison_desktop.model.commitment import Commitment, Progress
from liaison_desktop.model.consultation import AgendaItem, Consultation
from liaison_desktop.model.drawing import Drawing
from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.participant import Participant
from liaison_desktop.model.schedule_words import Presence
from liaison_desktop.model.statement import Statement
from liaison_desktop.model.uids import new_uid
from tests.builders import NOON, a_commitment, a_consultation, a_participant, a_statement


def keys_of(kind: type[Record]) -> set[str]:
    names = set(fields_of(kind)) - {"consultation_uid"}
    keys = {name.removesuffix("_uid") for name in names}
    assert len(keys) == len(names)
    return keys | {"id"}


@pytest.mark.parametrize("kind", [Consultation, Participant, Statement, Commitment, Drawing])
def test_no_two_fields_share_a_key(kind: type[Record]):
    assert {"id"} < keys_of(kind)


def test_a_meeting_is_told_whole(desk: Desk):
    item = AgendaItem(uid=new_uid(NOON), title="物业服务评价")
    meeting = a_consultation(agenda=[item])
    desk.talk.meetings.register(meeting)
    who = a_participant(meeting, presence=Presence.PRESENT, signed_at=NOON)
    desk.talk.participants.register(who)
    said = a_statement(meeting, participant_uid=who.uid, item_uid=item.uid, said_at=NOON)
    desk.talk.statements.register(said)
    progress = [Progress(noted_on=NOON.date(), content="已公示一次")]
    desk.talk.commitments.register(a_commitment(meeting, progress=progress))

    told = json.loads(json.dumps(meeting_as_json(desk.talk.meetings.meeting(meeting.uid))))

    assert told.items() >= consultation_as_json(desk.talk.meetings.load(meeting.uid)).items()
    assert keys_of(Consultation) <= told.keys()
    [person], [words], [promise] = (
        told[name] for name in ("participants", "statements", "commitments")
    )
    assert (person.keys(), words.keys()) == (keys_of(Participant), keys_of(Statement))
    assert promise.keys() == keys_of(Commitment)
    assert UUID(words["participant"]) == who.uid == UUID(person["id"])
    assert words["item"] == told["agenda"][0]["id"]
    assert words["said_at"] == "2026-11-20T12:00:00+08:00"
    assert promise["progress"] == [{"noted_on": "2026-11-20", "content": "已公示一次"}]
    assert (told["attendance"]["present"], told["attendance"]["on_leave"]) == (1, 0)
    assert told["attendance"]["by_origin"]["invited"]["present"] == 1
    assert told["held_on"] == "2026-11-20"
