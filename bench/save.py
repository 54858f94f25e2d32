"""Save one visit through the desk, beside the same rows in raw SQL on the same encrypted file.

Both sides write what one registration leaves behind: person, visit, visitor, matter, number and one
audit entry with its hash, with the triggers in force, durable on return.
"""

import hashlib
import json
import sys
import tempfile
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from uuid import UUID

from bench.harness import compare, show
from liaison_desktop.desk.rules import RuleBook
from liaison_desktop.desk.visits import Visits
from liaison_desktop.model.numbering import NumberKind, build_number
from liaison_desktop.model.times import to_ms
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.user import User
from liaison_desktop.store.driver import Connection, open_file
from liaison_desktop.store.homes import file_key
from liaison_desktop.store.store import Store
from tests.builders import NOON, STATION_UID, a_matter, a_station, a_visit, a_visitor
from tests.store.a_home import DATA_KEY, make_home, user_of

STATEMENT = "小区门口的路灯坏了三个月，晚上老人出门看不清路，已经有两位邻居摔倒，请尽快修好。" * 2


def save_by_the_desk(visits: Visits, now: datetime) -> None:
    """Register one visit of a person not known yet, by the verb that the screen uses."""
    visitor = a_visitor(phone=f"138{to_ms(now) % 10**8:08d}")
    matter = a_matter(uid=new_uid(now), statement=STATEMENT)
    visits.register(a_visit(visitor, uid=new_uid(now), matters=[matter]))


def save_by_hand(raw: Connection, clerk: User, now: datetime) -> None:
    """Write the same rows by the driver alone."""
    uid, person_uid, matter_uid, act = (new_uid(now).bytes for _ in range(4))
    station, at = STATION_UID.bytes, to_ms(NOON)
    raw.execute("BEGIN IMMEDIATE")
    raw.execute(
        "UPDATE capture SET act = ?, now = ?, user_uid = ?, reason = '' WHERE id = 1",
        (act, to_ms(now), clerk.uid.bytes),
    )
    raw.execute(insert("person", _PERSON), (person_uid, station, "李桂芳", "13800001234"))
    count = raw.execute(
        "INSERT INTO numbering VALUES ('L', 2026, 1)"
        " ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last"
    ).fetchall()[0][0]
    number = build_number("QHJD", NumberKind.VISIT, 2026, count)
    raw.execute(insert("visit", _VISIT), (uid, station, number, at, at))
    visit_id = raw.execute("SELECT last_insert_rowid()").fetchone()[0]
    raw.execute(insert("visitor", _VISITOR), (visit_id, person_uid))
    raw.execute(insert("matter", _MATTER), (matter_uid, station, f"{number}-1", uid, STATEMENT))
    audit_by_hand(raw, clerk, ("visit", "register_visit"), uid, act, to_ms(now))
    raw.execute("UPDATE capture SET act = NULL, now = NULL, user_uid = NULL WHERE id = 1")
    raw.execute("COMMIT")


_RECORD = {"uid": "?", "station_uid": "?", "owner": "'station'"}
_PERSON = _RECORD | {
    "name": "?",
    "phone": "?",
    "address": "''",
    "birth_ym": "''",
    "id_no": "''",
    "occupation": "''",
    "constituency": "''",
}
_VISIT = _RECORD | {
    "number": "?",
    "received_at": "?",
    "registered_at": "?",
    "channel": "'visit'",
    "received_on": "'2026-11-20'",
    "is_late_entry": "0",
    "place": "''",
    "headcount": "1",
    "may_publish_name": "0",
    "may_call_back": "1",
    "notice_version": "'2026-1'",
    "recorder": "''",
}
_VISITOR = {
    "visit_id": "?",
    "person_uid": "?",
    "position": "0",
    "name": "'李桂芳'",
    "is_anonymous": "0",
    "sex": "'female'",
    "phone": "'13800001234'",
    "address": "'和平社区3栋'",
    "birth_ym": "''",
    "id_no": "''",
    "occupation": "''",
    "constituency": "''",
    "guardian": "''",
}
_MATTER = _RECORD | {
    "number": "?",
    "visit_uid": "?",
    "statement": "?",
    "title": "'路灯不亮'",
    "place_in_visit": "1",
    "request": "''",
    "category": "'城建环资'",
    "cause": "''",
    "place_of_issue": "''",
    "people_involved": "1",
    "urgency": "'normal'",
    "disclosure": "'restricted'",
    "handling": "'to_handle'",
    "state": "'registered'",
    "may_pass_name": "0",
    "onsite_reply": "''",
    "deputy_opinion": "''",
    "head_opinion": "''",
    "remark": "''",
}


def insert(table: str, values: dict[str, str]) -> str:
    """Return the statement that writes one row."""
    names, given = ", ".join(values), ", ".join(values.values())
    return f"INSERT INTO {table} ({names}) VALUES ({given})"  # noqa: S608 - names of our own


def audit_by_hand(
    raw: Connection, clerk: User, what: tuple[str, str], uid: bytes, act: bytes, now: int
) -> None:
    """Write the audit entry of an act on a record: `what` is its kind and the action."""
    kind, action = what
    last = raw.execute("SELECT id, digest FROM audit_entry ORDER BY id DESC LIMIT 1").fetchone()
    entry = {
        "id": last[0] + 1,
        "at": now,
        "user_uid": str(clerk.uid),
        "roles": "clerk",
        "action": action,
        "before": last[1],
        "kind": kind,
        "uid": str(UUID(bytes=uid)),
        "outcome": "done",
        "act": str(UUID(bytes=act)),
    }
    line = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(line.encode()).hexdigest()
    stored = [*entry.values(), digest]
    stored[2], stored[7], stored[9] = clerk.uid.bytes, uid, act
    raw.execute(insert("audit_entry", dict.fromkeys([*entry, "digest"], "?")), stored)


def main() -> int:
    """Print the figure; 1 where a limit was not kept."""
    with tempfile.TemporaryDirectory(dir=Path.home()) as folder:
        home = make_home(Path(folder) / "home")
        store = Store.open(home, DATA_KEY, lambda: NOON)
        raw = open_file(home.database, file_key(DATA_KEY))
        clerk = user_of(store, "wang")
        visits = Visits(store, clerk, a_station(), RuleBook(store, clerk))
        moments = (NOON + timedelta(milliseconds=turn) for turn in count())
        figure = compare(
            "save one visit",
            ours=lambda: save_by_the_desk(visits, next(moments)),
            floor=lambda: save_by_hand(raw, clerk, next(moments)),
            rounds=500,
            most=5.0,
            most_ms_p95=10.0,
        )
        raw.close()
        store.close()
    return show([figure])


if __name__ == "__main__":
    sys.exit(main())
