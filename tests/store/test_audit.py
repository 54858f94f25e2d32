"""The audit chain: one entry for each act, and a tampered one is found."""

import hashlib
import json
from collections.abc import Iterator

import pytest
from sqlalchemy import select

from liaison_desktop.model.authorize import Action
from liaison_desktop.model.faults import NotAllowed
from liaison_desktop.model.history import AuditEntry
from liaison_desktop.model.times import to_ms
from liaison_desktop.model.user import User
from liaison_desktop.store.audit import START, Entry, audit_head, check_chain
from liaison_desktop.store.driver import Connection, open_file
from liaison_desktop.store.homes import Home, file_key
from liaison_desktop.store.store import Store
from tests.builders import NOON, a_visit
from tests.store.a_home import DATA_KEY, register


def entries(store: Store) -> list[AuditEntry]:
    with store.read() as session:
        return list(session.scalars(select(AuditEntry).order_by(AuditEntry.id)))


def broken(store: Store) -> int | None:
    with store.read() as session:
        return check_chain(session)


@pytest.fixture
def raw(home: Home) -> Iterator[Connection]:
    """A connection of somebody who has the key and has taken the guards away."""
    connection = open_file(home.database, file_key(DATA_KEY))
    connection.execute("DROP TRIGGER audit_entry_no_update")
    connection.execute("DROP TRIGGER audit_entry_no_delete")
    yield connection
    connection.close()


def test_an_entry_says_who_did_what_to_which_record(store: Store, clerk: User) -> None:
    visit = register(store, clerk, a_visit())
    set_up, entry = entries(store)
    assert (set_up.action, set_up.user_uid, set_up.roles, set_up.kind) == ("set_up", None, "", "")
    assert (entry.action, entry.outcome, entry.roles) == ("register_visit", "done", "clerk")
    assert (entry.user_uid, entry.kind, entry.uid) == (clerk.uid, "visit", visit.uid)
    assert (entry.at, entry.act) == (NOON, visit.act)


def test_a_digest_is_over_canonical_json_with_the_digest_before(store: Store, clerk: User) -> None:
    visit = register(store, clerk, a_visit())
    set_up, entry = entries(store)
    facts = {
        "id": 2,
        "before": set_up.digest,
        "at": to_ms(NOON),
        "user_uid": str(clerk.uid),
        "roles": "clerk",
        "action": "register_visit",
        "kind": "visit",
        "uid": str(visit.uid),
        "outcome": "done",
        "act": str(visit.act),
    }
    line = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert entry.digest == hashlib.sha256(line.encode()).hexdigest()
    assert (set_up.before, entry.before) == (START, set_up.digest)


def test_the_head_counts_and_anchors_the_chain(store: Store, clerk: User) -> None:
    for _ in range(3):
        register(store, clerk, a_visit())
    with store.read() as session:
        assert audit_head(session) == (4, entries(store)[-1].digest)
    assert broken(store) is None


def test_a_denied_act_is_audited_and_changes_nothing(store: Store, clerk: User) -> None:
    for audited in (True, False):
        with pytest.raises(NotAllowed) as refused:
            store.act(clerk, Action.RESTORE, a_visit(), audited=audited).__enter__()
        assert refused.value.facts() == {"action": "restore"}
    outcomes = [(entry.action, entry.outcome) for entry in entries(store)[1:]]
    assert outcomes == [("restore", "denied")] * 2
    assert broken(store) is None


def test_an_act_may_leave_no_entry(store: Store, clerk: User) -> None:
    with store.act(clerk, Action.KEEP_DRAFT, audited=False):
        pass
    assert len(entries(store)) == 1


def test_an_act_that_fails_leaves_no_entry(store: Store, clerk: User) -> None:
    with pytest.raises(KeyError), store.act(clerk, Action.REGISTER_VISIT):
        raise KeyError
    assert len(entries(store)) == 1


TAMPERED = {
    "another time": "UPDATE audit_entry SET at = at + 1 WHERE id = 3",
    "another user": "UPDATE audit_entry SET user_uid = randomblob(16) WHERE id = 3",
    "nobody": "UPDATE audit_entry SET user_uid = NULL WHERE id = 3",
    "another role": "UPDATE audit_entry SET roles = 'head' WHERE id = 3",
    "another action": "UPDATE audit_entry SET action = 'read' WHERE id = 3",
    "another kind": "UPDATE audit_entry SET kind = 'unit' WHERE id = 3",
    "another record": "UPDATE audit_entry SET uid = randomblob(16) WHERE id = 3",
    "another outcome": "UPDATE audit_entry SET outcome = 'denied' WHERE id = 3",
    "another act": "UPDATE audit_entry SET act = randomblob(16) WHERE id = 3",
    "another digest": "UPDATE audit_entry SET digest = upper(digest) WHERE id = 3",
    "another before": "UPDATE audit_entry SET before = digest WHERE id = 3",
    "another number": "UPDATE audit_entry SET id = 99 WHERE id = 3",
}


@pytest.mark.parametrize("statement", TAMPERED.values(), ids=TAMPERED.keys())
def test_a_tampered_entry_is_found(
    store: Store, clerk: User, raw: Connection, statement: str
) -> None:
    for _ in range(4):
        register(store, clerk, a_visit())
    raw.execute(statement)
    assert broken(store) in {3, 4}


def test_a_removed_entry_is_found_where_it_was(store: Store, clerk: User, raw: Connection) -> None:
    for _ in range(4):
        register(store, clerk, a_visit())
    raw.execute("DELETE FROM audit_entry WHERE id = 3")
    assert broken(store) == 4
    raw.execute("UPDATE audit_entry SET id = id - 1 WHERE id > 3")
    assert broken(store) == 3


def test_entries_that_changed_places_are_found(store: Store, clerk: User, raw: Connection) -> None:
    for _ in range(4):
        register(store, clerk, a_visit())
    raw.execute("UPDATE audit_entry SET id = -3 WHERE id = 3")
    raw.execute("UPDATE audit_entry SET id = 3 WHERE id = 4")
    raw.execute("UPDATE audit_entry SET id = 4 WHERE id = -3")
    assert broken(store) == 3


def test_an_entry_forged_with_a_digest_of_its_own_breaks_the_next(
    store: Store, clerk: User, raw: Connection
) -> None:
    for _ in range(4):
        register(store, clerk, a_visit())
    before = entries(store)[1].digest
    _forge(raw, entries(store)[2], place=3, before=before)
    assert broken(store) == 4


def test_a_forged_end_of_the_chain_with_a_hole_is_found(
    store: Store, clerk: User, raw: Connection
) -> None:
    for _ in range(3):
        register(store, clerk, a_visit())
    second, last = entries(store)[1], entries(store)[3]
    raw.execute("DELETE FROM audit_entry WHERE id = 3")
    _forge(raw, last, place=4, before=second.digest)
    assert broken(store) == 4


def _forge(raw: Connection, entry: AuditEntry, *, place: int, before: str) -> None:
    forged = Entry(
        to_ms(NOON), None, "head", entry.action, entry.kind, entry.uid, "done", entry.act
    )
    raw.execute(
        "UPDATE audit_entry SET user_uid = NULL, roles = 'head', before = ?, digest = ?"
        " WHERE id = ?",
        (before, forged.digest(place, before), place),
    )
