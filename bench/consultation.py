"""Note a statement where 500 are already there, and open that meeting, beside the same SQL raw.

`python -m bench.consultation`. Then what the history holds of those 500: as records of their own,
and what it would hold if they were parts of the meeting, kept whole with each one noted.
"""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from itertools import count
from pathlib import Path
from uuid import UUID

from bench.harness import compare, show
from bench.save import audit_by_hand, insert
from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.statement import STEP
from liaison_desktop.model.times import to_ms
from liaison_desktop.model.uids import new_uid
from liaison_desktop.store.driver import Connection, open_file
from liaison_desktop.store.homes import file_key
from liaison_desktop.store.store import Store
from tests.builders import (
    NOON,
    STATION_UID,
    a_commitment,
    a_consultation,
    a_participant,
    a_statement,
)
from tests.store.a_home import DATA_KEY, make_home, user_of

STATEMENTS, PEOPLE, PROMISES = 500, 40, 12
WORDS = "电梯停运三天才修，业主群里没有人回应，老人上不了楼，请物业公司公开维修记录。" * 2

_STATEMENT = {
    "uid": "?",
    "station_uid": "?",
    "owner": "'station'",
    "consultation_uid": "?",
    "place": "?",
    "kind": "'opinion'",
    "speaker": "'马秀英'",
    "speaker_body": "''",
    "content": "?",
    "said_at": "?",
    "route_note": "''",
}
_OF_A_MEETING = ("participant", "statement", "commitment", "drawing")


def a_full_meeting(desk: Desk) -> Consultation:
    """Return a meeting in which 500 things were said."""
    meeting = a_consultation()
    desk.talk.meetings.register(meeting)
    desk.talk.participants.register_all([a_participant(meeting) for _ in range(PEOPLE)])
    desk.talk.statements.register_all([a_statement(meeting, WORDS) for _ in range(STATEMENTS)])
    desk.talk.commitments.register_all([a_commitment(meeting) for _ in range(PROMISES)])
    return desk.talk.meetings.load(meeting.uid)


def note_by_hand(raw: Connection, desk: Desk, meeting: UUID, places: Iterator[int]) -> None:
    """Write the rows of one statement by the driver alone."""
    uid, act, at = new_uid(NOON).bytes, new_uid(NOON).bytes, to_ms(NOON)
    raw.execute("BEGIN IMMEDIATE")
    raw.execute(
        "UPDATE capture SET act = ?, now = ?, user_uid = ?, reason = '' WHERE id = 1",
        (act, at, desk.user.uid.bytes),
    )
    values = (uid, STATION_UID.bytes, meeting.bytes, next(places) * STEP, WORDS, at)
    raw.execute(insert("statement", _STATEMENT), values)
    audit_by_hand(raw, desk.user, ("statement", "keep_consultation"), uid, act, at)
    raw.execute("UPDATE capture SET act = NULL, now = NULL, user_uid = NULL WHERE id = 1")
    raw.execute("COMMIT")


def open_by_hand(raw: Connection, meeting: UUID) -> None:
    """Read the rows of the meeting and make nothing of them."""
    raw.execute("SELECT * FROM consultation WHERE uid = ?", (meeting.bytes,)).fetchall()
    for table in _OF_A_MEETING:
        query = f"SELECT * FROM {table} WHERE consultation_uid = ?"  # noqa: S608 - names of our own
        raw.execute(query, (meeting.bytes,)).fetchall()


def tell_history(raw: Connection, desk: Desk, meeting: Consultation) -> None:
    """Print the bytes of history of 500 statements, each corrected once, and as parts."""
    size = "SELECT count(*), sum(length(CAST(body AS BLOB))) FROM revision WHERE kind = 'statement'"
    noted = raw.execute(size).fetchone()
    for one in desk.talk.statements.of(meeting.uid)[:STATEMENTS]:
        desk.talk.statements.correct(one, {"speaker_body": "清河小区"})
    many, total = raw.execute(size).fetchone()
    body = total / many
    print(f"{noted[0]} bodies kept while {STATEMENTS} were noted, {body:.0f} bytes each corrected")
    print(f"records of their own, each corrected once: {total / 1e6:.2f} MB")
    as_parts = body * STATEMENTS * (STATEMENTS - 1) / 2
    print(f"as parts, noted one by one: {as_parts / 1e6:.0f} MB before any correction")
    print(f"as parts, each corrected once: {body * STATEMENTS**2 / 1e6:.0f} MB more")


def main() -> int:
    """Print the figures; 1 where a limit was not kept."""
    moments = (NOON + timedelta(milliseconds=turn) for turn in count())
    with tempfile.TemporaryDirectory(dir=Path.home()) as folder:
        home = make_home(Path(folder) / "home")
        store = Store.open(home, DATA_KEY, lambda: next(moments))
        raw = open_file(home.database, file_key(DATA_KEY))
        with closing(Desk(store, user_of(store, "wang"))) as desk, closing(raw):
            meeting = a_full_meeting(desk)
            noting, opened, places = a_full_meeting(desk), a_full_meeting(desk), count(STATEMENTS)
            figures = [
                compare(
                    "note a statement beside 500",
                    ours=lambda: desk.talk.statements.register(a_statement(meeting, WORDS)),
                    floor=lambda: note_by_hand(raw, desk, noting.uid, places),
                    rounds=200,
                    most=5.0,
                    most_ms_p95=16.0,
                ),
                compare(
                    "open a meeting of 500",
                    ours=lambda: desk.talk.meetings.meeting(opened.uid),
                    floor=lambda: open_by_hand(raw, opened.uid),
                    most_ms_p95=100.0,
                ),
            ]
            failed = show(figures)
            tell_history(raw, desk, opened)
    return failed


if __name__ == "__main__":
    sys.exit(main())
