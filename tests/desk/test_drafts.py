from uuid import uuid4

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.drafts import KeptDraft
from liaison_desktop.model.faults import NotSaved, Unusable
from tests.builders import a_matter, a_visit
from tests.homes import StoppedClock


def test_a_draft_is_kept_as_typed_and_the_latest_text_wins(desk: Desk) -> None:
    uid = uuid4()
    desk.drafts.keep(uid, "visit", {"name": "某𬱖", "statement": "半句\n"})
    desk.drafts.keep(uid, "visit", {"name": "某𬱖", "statement": "半句\n还没打完\ud800"})
    [draft] = desk.drafts.find("visit")
    assert draft.uid == uid
    assert draft.body == {"name": "某𬱖", "statement": "半句\n还没打完\ud800"}


def test_a_draft_belongs_to_its_clerk(desk: Desk, head_desk: Desk) -> None:
    uid = uuid4()
    desk.drafts.keep(uid, "visit", {"name": "李"})
    assert head_desk.drafts.find("visit") == []
    head_desk.drafts.drop(uid)
    assert [draft.uid for draft in desk.drafts.find("visit")] == [uid]


def test_the_latest_draft_is_offered_first(desk: Desk, clock: StoppedClock) -> None:
    older, newer = uuid4(), uuid4()
    desk.drafts.keep(older, "visit", {"name": "李"})
    clock.now = clock.now.replace(minute=1)
    desk.drafts.keep(newer, "visit", {"name": "王"})
    assert [draft.uid for draft in desk.drafts.find("visit")] == [newer, older]


def test_a_draft_goes_with_the_save_and_stays_with_a_refusal(desk: Desk) -> None:
    uid = uuid4()
    desk.drafts.keep(uid, "visit", {"name": "李"})
    with pytest.raises(NotSaved):
        desk.visits.register(a_visit(matters=[a_matter("")]), draft=uid)
    assert len(desk.drafts.find("visit")) == 1
    desk.visits.register(a_visit(), draft=uid)
    assert desk.drafts.find("visit") == []


def test_a_dropped_draft_is_gone(desk: Desk) -> None:
    uid = uuid4()
    desk.drafts.keep(uid, "visit", {"name": "李"})
    desk.drafts.drop(uid)
    assert desk.drafts.find("visit") == []


def test_two_who_correct_one_record_have_a_draft_each(desk: Desk, head_desk: Desk) -> None:
    uid = uuid4()
    desk.drafts.keep(uid, "correction", {"title": "路灯"})
    head_desk.drafts.keep(uid, "correction", {"title": "电梯"})
    kept = [each.drafts.find("correction")[0].body["title"] for each in (desk, head_desk)]
    assert kept == ["路灯", "电梯"]
    desk.drafts.drop(uid)
    assert len(head_desk.drafts.find("correction")) == 1


class Disk:
    """Full, or not: the writing of a draft fails or goes on."""

    def __init__(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        self.is_full = True
        self._write = desk.drafts._write
        monkeypatch.setattr(desk.drafts, "_write", self.write)

    def write(self, form: str, draft: KeptDraft) -> None:
        if self.is_full:
            raise Unusable("disk_full", "home")
        self._write(form, draft)


def test_what_a_full_disk_did_not_take_is_found_and_goes_with_the_next(
    desk: Desk, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = uuid4(), uuid4()
    desk.drafts.keep(first, "visit", {"name": "李"})
    disk = Disk(desk, monkeypatch)
    for uid, name in ((second, "王"), (first, "李桂芳")):
        clock.now = clock.now.replace(minute=clock.now.minute + 1)
        with pytest.raises(Unusable):
            desk.drafts.keep(uid, "visit", {"name": name})
    found = [(first, {"name": "李桂芳"}), (second, {"name": "王"})]
    assert [(one.uid, one.body) for one in desk.drafts.find("visit")] == found
    assert desk.drafts.find("reason") == []
    with pytest.raises(Unusable):
        desk.drafts.keep_waiting()

    disk.is_full = False
    desk.drafts.keep(uuid4(), "reason", {"reason": "重名"})
    stored = desk.again()
    assert [(one.uid, one.body) for one in stored.drafts.find("visit")] == found
    stored.close()


def test_what_waits_and_is_dropped_or_saved_waits_no_more(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Disk(desk, monkeypatch)
    dropped, saved = uuid4(), uuid4()
    for uid in (dropped, saved):
        with pytest.raises(Unusable):
            desk.drafts.keep(uid, "visit", {"name": "李"})
    disk.is_full = False
    desk.drafts.drop(dropped)
    desk.drafts.forget(saved)
    desk.drafts.keep_waiting()
    assert desk.drafts.find("visit") == []
