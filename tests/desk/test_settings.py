"""The station's settings: a default for each, one act for a change, history as for any record."""

import pytest
from sqlalchemy import select

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.settings import READERS, RULED, StationSettings
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.every_record import AuditEntry, Outbox, Revision
from liaison_desktop.model.faults import NotAllowed, NotSaved
from liaison_desktop.model.setting import Setting
from liaison_desktop.model.words import MandateLevel, Route

OTHERS: dict[str, object] = {
    "field_rules": {"phone": "required", "id_no": "optional"},
    "paper_set": ["receipt"],
    "receipt_paper": "A5",
    "has_queue": True,
    "lock_minutes": 10,
    "default_route": "to_community",
    "printer": "HP LaserJet",
    "own_codes": {"ethnic_group": ("穿青人",)},
    "copy_folder": "E:\\备份",
    "doc_number_form": "({year}){number}号",
    "rota_minimums": {"2027": {"county": 2, "town": 4}},
    "phrases": ("请当场答复。", "会后答复。"),
}

WRONG: list[tuple[str, object]] = [
    ("field_rules", {"phone": "maybe"}),
    ("field_rules", {"name": "hidden"}),
    ("field_rules", {"colour": "hidden"}),
    ("field_rules", ["phone"]),
    ("paper_set", []),
    ("paper_set", ["receipt", "receipt"]),
    ("paper_set", ["poster"]),
    ("paper_set", "receipt"),
    ("receipt_paper", "A3"),
    ("has_queue", 1),
    ("lock_minutes", 0),
    ("lock_minutes", 61),
    ("lock_minutes", True),
    ("lock_minutes", "5"),
    ("default_route", "to_nowhere"),
    ("printer", None),
    ("printer", "a\nb"),
    ("copy_folder", "x" * 1001),
    ("own_codes", {"sex": ["其他"]}),
    ("own_codes", {"education": "夜大"}),
    ("doc_number_form", "七号"),
    ("rota_minimums", {"2027": {"village": 2}}),
    ("rota_minimums", {"2027": {"town": 0}}),
    ("rota_minimums", {"2027": 2}),
    ("rota_minimums", {"明年": {}}),
    ("phrases", "一句"),
    ("phrases", [""]),
    ("phrases", ["长" * 201]),
    ("phrases", [str(n) for n in range(41)]),
    ("phrases", ["两\n行"]),
]


def kept(desk: Desk) -> dict[str, Setting]:
    with desk._store.read() as session:
        return {setting.name: setting for setting in session.scalars(select(Setting))}


def test_a_station_that_chose_nothing_has_the_defaults(desk: Desk) -> None:
    settings = desk.settings.load()

    assert settings == StationSettings()
    assert settings.field_rules == {"id_no": "hidden", "cause": "hidden"}
    assert (settings.paper_set, settings.receipt_paper) == (("visit_record", "receipt"), "A4")
    assert (settings.has_queue, settings.lock_minutes) == (False, 5)
    assert (settings.rule_of("id_no"), settings.rule_of("phone")) == ("hidden", "optional")


def test_every_setting_can_be_changed_and_is_there_after_a_new_start(
    head_desk: Desk, desk: Desk
) -> None:
    changed = head_desk.settings.change(OTHERS)

    assert set(OTHERS) == set(READERS) == set(StationSettings.__dataclass_fields__)
    assert desk.settings.load() == changed
    assert changed == StationSettings(
        field_rules={"phone": "required", "id_no": "optional", "cause": "hidden"},
        paper_set=("receipt",),
        receipt_paper="A5",
        has_queue=True,
        lock_minutes=10,
        default_route=Route.TO_COMMUNITY,
        printer="HP LaserJet",
        copy_folder="E:\\备份",
        own_codes={"ethnic_group": ("穿青人",)},
        doc_number_form="({year}){number}号",
        rota_minimums={2027: {MandateLevel.COUNTY: 2, MandateLevel.TOWN: 4}},
        phrases=("请当场答复。", "会后答复。"),
    )


def test_a_rule_of_one_field_leaves_the_rules_of_others(head_desk: Desk) -> None:
    head_desk.settings.change({"field_rules": {"phone": "required", "id_no": "optional"}})
    settings = head_desk.settings.change({"field_rules": {"place": "hidden"}})

    rules = {"phone": "required", "id_no": "optional", "cause": "hidden", "place": "hidden"}
    assert settings.field_rules == rules


def test_what_names_a_visit_is_always_asked() -> None:
    assert not RULED & {"name", "title", "channel"}
    assert {"phone", "id_no", "cause", "receivers", "category"} <= RULED


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_a_wrong_value_is_refused_and_nothing_is_changed(
    head_desk: Desk, name: str, value: object
) -> None:
    with pytest.raises(NotSaved) as fault:
        head_desk.settings.change({"lock_minutes": 7} | {name: value})

    [problem] = fault.value.problems
    assert (problem.field, problem.code, bool(problem.detail)) == (name, "bad_value", True)
    assert kept(head_desk) == {}


def test_a_name_that_no_setting_has_is_refused(head_desk: Desk) -> None:
    with pytest.raises(NotSaved) as fault:
        head_desk.settings.change({"colour": "red"})

    assert [(p.field, p.code) for p in fault.value.problems] == [("colour", "unknown_key")]


def test_a_clerk_may_not_change_settings(desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        desk.settings.change({"lock_minutes": 30})

    assert desk.settings.load().lock_minutes == 5


def test_a_change_is_one_act_keeps_what_was_before_and_never_leaves_the_home(
    head_desk: Desk,
) -> None:
    with head_desk._store.read() as session:
        unsent = session.scalars(select(Outbox.seq)).all()
    head_desk.settings.change({"lock_minutes": 7, "has_queue": True})
    head_desk.settings.change({"lock_minutes": 9}, "窗口在过道边")

    with head_desk._store.read() as session:
        [former] = session.scalars(select(Revision).where(Revision.kind == "setting"))
        acts = session.scalars(
            select(AuditEntry.outcome).where(AuditEntry.action == "correct_station")
        ).all()
        assert session.scalars(select(Outbox.seq)).all() == unsent
    assert '"value":"7"' in former.body
    assert former.reason == "窗口在过道边"
    assert acts == ["done", "done"]
    assert kept(head_desk)["lock_minutes"].rev == 2


def test_what_a_later_program_wrote_stands_at_the_default(head_desk: Desk) -> None:
    head_desk.settings.change({"lock_minutes": 7, "receipt_paper": "A5"})
    with head_desk._store.act(head_desk.user, Action.CORRECT_STATION) as session:
        rows = {setting.name: setting for setting in session.scalars(select(Setting))}
        rows["receipt_paper"].value = '"80mm"'
        rows["lock_minutes"].name = "lock_seconds"

    settings = head_desk.settings.load()
    assert (settings.receipt_paper, settings.lock_minutes) == ("A4", 5)


@pytest.mark.parametrize("name", ["kind", "tier"])
def test_a_station_of_no_kind_is_refused_at_its_field(head_desk: Desk, name: str) -> None:
    """On the screen a choice is taken back by pressing it again."""
    with pytest.raises(NotSaved) as refused:
        head_desk.stations.correct(head_desk.stations.load(), {name: None}, "看看")
    assert [problem.field for problem in refused.value.problems] == [name]
