"""The drawn forms: every box bound to a declared field or a named value, every field on a form."""

from collections.abc import Mapping
from string import Formatter

import pytest

from liaison_desktop.documents import (
    activity,
    board,
    consultation_plan,
    consultation_record,
    field_visit,
    leave,
    ledger,
    matter_papers,
    minutes,
    month_report,
    month_sheet,
    notice,
    opinions,
    poster,
    public_record,
    receipt,
    recovery_sheet,
    rota,
    series,
    session_sheet,
    sign_in_sheet,
    signing_list,
    templates,
    visit_record,
    visit_values,
    wall_sheet,
)
from liaison_desktop.documents.fonts import ROLES
from liaison_desktop.documents.templates import Form, form_edition, load_form
from liaison_desktop.model.attachment import Attachment
from liaison_desktop.model.commitment import Commitment
from liaison_desktop.model.consultation import Addition, AgendaItem, Consultation, HeardItem
from liaison_desktop.model.drawing import Drawing
from liaison_desktop.model.field_visit import FieldVisit, VisitingDeputy
from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.group_activity import Attendance, GroupActivity
from liaison_desktop.model.leave import Leave
from liaison_desktop.model.ledgers import LEDGERS, MATTERS
from liaison_desktop.model.matter import Deadline, Matter, OtherChannel
from liaison_desktop.model.notice import Notice
from liaison_desktop.model.participant import Participant
from liaison_desktop.model.plan_item import PlanDone, PlanItem
from liaison_desktop.model.reception_session import ReceptionSession, RotaSlot
from liaison_desktop.model.statement import Statement
from liaison_desktop.model.station import Station
from liaison_desktop.model.step import Step
from liaison_desktop.model.unit import Unit
from liaison_desktop.model.visit import Receiver, Visit, Visitor
from liaison_desktop.paths import FORMS

SCHEDULE = {
    "reception_session": ReceptionSession,
    "rota_slot": RotaSlot,
    "notice": Notice,
    "field_visit": FieldVisit,
    "visiting_deputy": VisitingDeputy,
    "group_activity": GroupActivity,
    "attendance": Attendance,
    "leave": Leave,
    "plan_item": PlanItem,
    "plan_done": PlanDone,
}
TALK = {
    "consultation": Consultation,
    "agenda_item": AgendaItem,
    "heard_item": HeardItem,
    "addition": Addition,
    "participant": Participant,
    "statement": Statement,
    "commitment": Commitment,
    "drawing": Drawing,
    "attachment": Attachment,
}
NOUNS = (
    SCHEDULE
    | TALK
    | {
        "visit": Visit,
        "visitor": Visitor,
        "matter": Matter,
        "receiver": Receiver,
        "other_channel": OtherChannel,
        "deadline": Deadline,
        "step": Step,
        "unit": Unit,
        "station": Station,
    }
)
COMPUTED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    visit_record.FORM: visit_values.COMPUTED,
    "receipt": receipt.COMPUTED,
    "receipt_a5": receipt.COMPUTED,
    recovery_sheet.FORM: recovery_sheet.COMPUTED,
    month_report.FORM: month_report.COMPUTED,
    signing_list.FORM: signing_list.COMPUTED,
    notice.FORM: notice.COMPUTED,
    poster.FORM: poster.COMPUTED,
    rota.FORM: rota.COMPUTED,
    rota.WIDE_FORM: rota.COMPUTED,
    month_sheet.FORM: month_sheet.COMPUTED,
    session_sheet.FORM: session_sheet.COMPUTED,
    field_visit.FORM: field_visit.COMPUTED,
    leave.FORM: leave.COMPUTED,
    board.FORM: board.COMPUTED,
    wall_sheet.FORM: wall_sheet.COMPUTED,
    board.WIDE_FORM: board.COMPUTED,
    consultation_plan.PLAN: consultation_plan.COMPUTED,
    consultation_plan.NOTICE: consultation_plan.NOTICE_COMPUTED,
    sign_in_sheet.FORM: sign_in_sheet.COMPUTED,
    consultation_record.FORM: consultation_record.COMPUTED,
    minutes.FORM: minutes.COMPUTED,
    opinions.FORM: opinions.COMPUTED,
    public_record.FORM: public_record.COMPUTED,
    series.FORM: series.COMPUTED,
    **{form: activity.computed_of(form) for form in activity.FORMS},
    **{each.name: ledger.computed_of(each) for each in LEDGERS},
    "matter_ledger_a3": ledger.computed_of(MATTERS),
    **{form: matter_papers.computed_of(form) for form in matter_papers.FORMS},
}
NAMES = sorted({path.name.split(".")[0] for path in FORMS.glob("*.toml")})


def is_declared(name: str) -> bool:
    noun, _, field = name.partition(".")
    return noun in NOUNS and field in fields_of(NOUNS[noun])


def fields_on(form: Form) -> set[str]:
    return {field for box in form.every_box() for field in box.fields}


def test_every_form_is_known():
    assert set(NAMES) == set(COMPUTED)


@pytest.mark.parametrize("name", NAMES)
def test_every_box_shows_a_declared_field_or_a_named_value(name):
    known = COMPUTED[name]

    assert not [
        field
        for field in fields_on(load_form(name))
        if field not in known and not is_declared(field)
    ]
    assert not [field for told in known.values() for field in told if not is_declared(field)]


@pytest.mark.parametrize("name", NAMES)
def test_every_named_value_of_a_form_is_on_it(name):
    forms = ("receipt", "receipt_a5") if name.startswith("receipt") else (name,)
    shown = set().union(*(fields_on(load_form(form)) for form in forms))

    assert not set(COMPUTED[name]) - shown


def test_every_declared_field_is_on_the_register_form_or_left_out_for_a_reason():
    shown = fields_on(load_form(visit_record.FORM))
    told = {
        field
        for name in shown & set(visit_values.COMPUTED)
        for field in visit_values.COMPUTED[name]
    }
    declared = {
        f"{noun}.{field}"
        for noun, record in NOUNS.items()
        if noun not in {"station", "deadline", "step", "unit", *SCHEDULE, *TALK}  # of other papers
        for field in fields_of(record)
    }
    left_out = set(visit_values.NOT_PRINTED)

    assert not declared - shown - told - left_out
    assert not left_out & shown
    assert not left_out - declared
    assert all(visit_values.NOT_PRINTED.values())


@pytest.mark.parametrize("name", NAMES)
def test_no_form_asks_for_the_ethnic_group(name):
    assert "民族" not in (FORMS / f"{name}.v{form_edition(name)}.toml").read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_a_form_fits_its_paper_and_its_rows_their_frame(name):
    form = load_form(name)
    width, height = templates.PAPERS[form.paper]
    for box in form.fixed:
        assert box.x >= 0
        assert box.x + box.width <= width
        assert box.y + 4 < height
    for part in form.parts:
        assert part.bottom < height - 10
        assert part.next_bottom < height - 10
        assert not [box for box in form.fixed if box.cut and part.y < box.y < part.bottom]
        for row in part.rows:
            assert row[0].x == part.x
            assert row[-1].x + row[-1].width == pytest.approx(part.x + part.width)
            assert [box.x + box.width for box in row[:-1]] == pytest.approx(
                [box.x for box in row[1:]]
            )


@pytest.mark.parametrize("name", NAMES)
def test_every_box_is_set_in_a_face_of_a_known_role(name):
    assert {box.font for box in load_form(name).every_box()} <= set(ROLES)


@pytest.mark.parametrize("name", NAMES)
def test_every_form_prints_its_code_its_edition_its_station_and_its_pages(name):
    form = load_form(name)
    texts = {
        name for box in form.every_box() for _, name, _, _ in Formatter().parse(box.text) if name
    }

    assert form.code
    assert {"form_code", "edition", "printing", "page", "pages"} <= texts
    assert "station" in fields_on(form)


def test_the_newest_edition_is_drawn(tmp_path, monkeypatch):
    for edition in (1, 2, 10):
        (tmp_path / f"a_form.v{edition}.toml").write_text("", "utf-8")
    (tmp_path / "a_form_of_another.v11.toml").write_text("", "utf-8")
    monkeypatch.setattr(templates, "FORMS", tmp_path)

    assert form_edition.__wrapped__("a_form") == 10


def test_a_key_that_is_no_property_of_a_box_is_refused(tmp_path, monkeypatch):
    text = 'form="f"\ncode=""\ntitle=""\npaper="A4"\nfixed=[{x=1, y=1, width=1, colour=3}]'
    (tmp_path / "strange.v1.toml").write_text(text, "utf-8")
    monkeypatch.setattr(templates, "FORMS", tmp_path)

    with pytest.raises(TypeError, match="colour"):
        load_form("strange")
