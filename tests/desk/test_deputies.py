"""The roster: one deputy read, corrected, withdrawn, with a photo; who is in office on a day."""

from datetime import date
from pathlib import Path

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.deputy import Mandate
from liaison_desktop.model.faults import NotFound, NotSaved, Refused
from liaison_desktop.model.schedule_words import MandateEnd
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import MandateLevel, MandateState
from tests.builders import NOON, a_deputy

TOWN, COUNTY = MandateLevel.TOWN, MandateLevel.COUNTY
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "王建国.png"
    path.write_bytes(PNG)
    return path


def test_a_deputy_is_read_whole_by_uid_and_by_key(desk: Desk):
    saved = desk.deputies.register(a_deputy(mandates=[Mandate(level=COUNTY), Mandate(level=TOWN)]))
    assert [m.level for m in desk.deputies.load(saved.uid).mandates] == [COUNTY, TOWN]
    assert desk.deputies.by_key(saved.id).uid == saved.uid
    with pytest.raises(NotFound):
        desk.deputies.load(new_uid(NOON))
    with pytest.raises(NotFound):
        desk.deputies.by_key(99)


def test_a_warning_does_not_keep_a_deputy_out(desk: Desk):
    mandate = Mandate(level=TOWN, state=MandateState.ENDED)
    saved = desk.deputies.register(a_deputy(mandates=[mandate]))
    assert desk.deputies.load(saved.uid).mandates[0].state is MandateState.ENDED
    with pytest.raises(NotSaved):
        desk.deputies.register(a_deputy(" "))


def test_saving_twice_makes_one(desk: Desk):
    deputy = a_deputy()
    desk.deputies.register(deputy)
    desk.deputies.register(a_deputy(uid=deputy.uid))
    assert len(desk.deputies.find()) == 1


def test_who_is_in_office_on_a_day_and_at_a_level(desk: Desk):
    former = Mandate(
        level=TOWN,
        valid_from=date(2016, 1, 1),
        valid_to=date(2021, 12, 31),
        state=MandateState.ENDED,
        end_reason=MandateEnd.TERM_OVER,
    )
    desk.deputies.register(a_deputy("王建国", mandates=[former, Mandate(level=COUNTY)]))
    desk.deputies.register(
        a_deputy("赵强", mandates=[Mandate(level=TOWN, valid_from=date(2022, 1, 10))])
    )

    def names(day: date, level: MandateLevel | None = None) -> list[str]:
        return [deputy.name for deputy in desk.deputies.in_office(day, level)]

    assert names(date(2026, 11, 20)) == ["王建国", "赵强"]
    assert names(date(2026, 11, 20), TOWN) == ["赵强"]
    assert names(date(2020, 1, 1), TOWN) == ["王建国"]
    assert names(date(2021, 12, 31), COUNTY) == ["王建国"]


def test_the_public_is_told_of_who_is_in_office_today(desk: Desk):
    shown = desk.deputies.register(
        a_deputy("王建国", post="村支书", mandates=[Mandate(level=TOWN)])
    )
    desk.deputies.register(a_deputy("赵强"))
    [one] = desk.deputies.public()
    assert (one.uid, one.post, [m.level for m in one.mandates]) == (shown.uid, "", [TOWN])


def test_a_mandate_is_ended_with_its_reason_and_that_is_undone(desk: Desk):
    seen = desk.deputies.register(a_deputy(mandates=[Mandate(level=TOWN, term_no="十七届")]))
    ended = Mandate(
        level=TOWN,
        term_no="十七届",
        state=MandateState.ENDED,
        valid_to=date(2026, 11, 1),
        end_reason=MandateEnd.MOVED_AWAY,
    )
    changed = desk.deputies.correct(seen, {"mandates": [ended]}, "调往外县")
    assert changed.mandates[0].end_reason is MandateEnd.MOVED_AWAY
    [change] = desk.history.history_of(changed)
    assert ("任职：暂停或终止原因", "", "迁出或调离本行政区域") in change.fields
    assert desk.undo(changed).mandates[0].state is MandateState.ACTIVE


def test_a_withdrawn_deputy_is_in_no_list(desk: Desk):
    seen = desk.deputies.register(a_deputy(mandates=[Mandate(level=TOWN)]))
    desk.deputies.withdraw(seen, "登记错了站")
    assert desk.deputies.find() == []
    assert desk.deputies.public() == []
    assert desk.deputies.load(seen.uid).withdrawn_reason == "登记错了站"


def test_a_photo_is_kept_and_read_back(desk: Desk, picture: Path):
    seen = desk.deputies.register(a_deputy())
    assert desk.deputies.photo(seen) is None
    shown = desk.deputies.attach_photo(seen, picture)
    assert desk.deputies.photo(desk.deputies.load(seen.uid)) == PNG
    [attachment] = desk.attachments.find(shown)
    assert (attachment.uid, attachment.record_kind, attachment.reach) == (
        shown.photo_uid,
        "deputy",
        0,
    )


def test_another_photo_withdraws_the_first_and_undoing_shows_it_again(desk: Desk, picture: Path):
    seen = desk.deputies.attach_photo(desk.deputies.register(a_deputy()), picture)
    picture.write_bytes(PNG + b"another")
    other = desk.deputies.attach_photo(seen, picture)
    assert len(desk.attachments.find(other)) == 1
    former = desk.undo(other)
    assert desk.deputies.photo(former) == PNG
    bare = desk.deputies.remove_photo(former)
    assert (bare.photo_uid, desk.deputies.photo(bare)) == (None, None)
    assert desk.attachments.find(bare) == []


def test_a_photo_is_a_picture(desk: Desk, tmp_path: Path):
    seen = desk.deputies.register(a_deputy())
    text = tmp_path / "名单.png"
    text.write_text("不是图")
    with pytest.raises(Refused) as refused:
        desk.deputies.attach_photo(seen, text)
    assert refused.value.code == "photo_unknown"
    assert desk.deputies.load(seen.uid).photo_uid is None


def test_the_head_adds_a_word_that_the_standard_lacks(desk: Desk, head_desk: Desk):
    assert not desk.codes.load()["ethnic_group"].knows("穿青人")
    head_desk.settings.change({"own_codes": {"ethnic_group": ["穿青人", "穿青人"]}})
    assert desk.codes.load()["ethnic_group"].own == ("穿青人",)
    with pytest.raises(NotSaved):
        head_desk.settings.change({"own_codes": {"sex": ["其他"]}})
    with pytest.raises(NotSaved):
        head_desk.settings.change({"own_codes": {"education": ["夜" * 21]}})
