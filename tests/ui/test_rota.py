"""Rules typed in a form, a year planned from them, a rota in numbers, and all of it undone."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.deputy import Mandate
from liaison_desktop.model.kept_rule import KeptRule
from liaison_desktop.model.reception_rule import read_reception_rule
from liaison_desktop.model.recurrence import DayOfMonth, Weekly
from liaison_desktop.model.rota import Options
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import MandateLevel, MonthKind, RecurrenceKind
from liaison_desktop.ui.pages.rota_panel import RotaPanel
from tests.builders import NOON, a_deputy
from tests.desk.test_year_plan import RULE
from tests.homes import CLERK, StoppedClock, a_desk
from tests.ui.conftest import LogIn, OpenDoor
from tests.ui.hands import Until, top_of, words_on


@pytest.fixture
def desk(home: Path, clock: StoppedClock) -> Iterator[Desk]:
    desk = a_desk(home, clock, CLERK)
    for name in ("王建国", "周丽华", "李志强"):
        desk.deputies.register(a_deputy(name, mandates=[Mandate(level=MandateLevel.TOWN)]))
    yield desk
    desk.close()


@pytest.fixture
def panel(
    home: Path, open_door: OpenDoor, log_in: LogIn, until: Until, desk: Desk, qtbot: QtBot
) -> RotaPanel:
    panel = RotaPanel(log_in(open_door(home)).room)
    qtbot.addWidget(panel)
    panel.resize(1000, 560)
    panel.show()
    panel.begin()
    panel.plan.year.set_value("2027")
    until(lambda: "还没有规则" in words_on(panel))
    return panel


def _type_rule(panel: RotaPanel, until: Until, **further: object) -> None:
    panel.begin_rule()
    until(panel.form.isVisible)
    typed = {"name": "单月15日", "days": "15", "months": "1、3、5、7、9、11", "place": "代表联络站"}
    for key, value in (typed | {"valid_from": "2027-01-01"} | further).items():
        panel.form.fields[key].set_value(value)


def test_a_rule_is_typed_and_a_year_planned_and_undone(
    panel: RotaPanel, desk: Desk, until: Until
) -> None:
    _type_rule(panel, until)
    panel.save_rule()
    until(lambda: "规则已保存。" in words_on(panel))
    [kept] = desk.schedule.rules.find()
    assert read_reception_rule(kept.toml).recurrence == DayOfMonth((15,), (1, 3, 5, 7, 9, 11))
    panel.register_sessions()
    until(lambda: "新安排 6 次接待日。" in words_on(panel))
    panel.plan_rota()
    until(
        lambda: (
            "镇（乡）人大代表：3 人共 12 次，最多 4 次，最少 4 次，平均 4.0 次" in words_on(panel)
        )
    )
    assert all(len(one.slots) == 2 for one in desk.schedule.sessions.find())
    panel.undo()
    until(lambda: not any(one.slots for one in desk.schedule.sessions.find()))
    assert len(desk.schedule.sessions.find()) == 6


def test_what_is_wrong_is_said_at_its_field_and_stays_typed(
    panel: RotaPanel, desk: Desk, until: Until
) -> None:
    _type_rule(panel, until, days="三十二", ends="8点")
    panel.save_rule()
    assert panel.form.fields["days"].level == "danger"
    assert panel.form.fields["ends"].level == "danger"
    assert panel.form.fields["days"].value() == "三十二"
    assert desk.schedule.rules.find() == []
    panel.put_down(lambda: None)
    until(lambda: len(desk.drafts.find("reception_rule")) == 1)
    panel._end_rule()
    panel.begin_rule()
    until(panel.form.isVisible)
    assert panel.form.fields["days"].value() == "三十二"


def test_each_kind_asks_for_its_own(panel: RotaPanel, desk: Desk, until: Until) -> None:
    _type_rule(panel, until)
    form = panel.form
    assert form.fields["days"].isVisible()
    assert not form.fields["weekdays"].isVisible()
    form.fields["kind"].set_value(RecurrenceKind.WEEKLY)
    assert form.fields["weekdays"].isVisible()
    assert not form.fields["days"].isVisible()
    form.fields["weekdays"].set_value("1")
    form.fields["every"].set_value("2")
    form.fields["first_on"].set_value("2027-01-04")
    panel.save_rule()
    until(lambda: len(desk.schedule.rules.find()) == 1)
    [kept] = desk.schedule.rules.find()
    assert read_reception_rule(kept.toml).recurrence == Weekly((1,), 2, date(2027, 1, 4))
    panel.begin_rule(kept)
    until(lambda: panel.rule is not None and panel.form.isVisible())
    assert form.fields["weekdays"].value() == "1"
    assert form.text().strip() == kept.toml.strip()


def test_minimums_are_typed_by_level_and_are_there_for_the_next_time(
    panel: RotaPanel, desk: Desk, until: Until
) -> None:
    _type_rule(panel, until)
    panel.save_rule()
    until(lambda: "规则已保存。" in words_on(panel))
    panel.register_sessions()
    until(lambda: "新安排 6 次接待日。" in words_on(panel))
    panel.plan.minimum.set_value("县两次")
    panel.plan_rota()
    assert panel.plan.minimum.level == "danger"
    assert panel.plan.minimum.value() == "县两次"
    panel.plan.minimum.set_value("县2、镇5")
    panel.plan_rota()
    until(lambda: "镇（乡）人大代表 王建国 还差 1 次：席位不够" in words_on(panel))
    kept = desk.schedule.year_plans.minimums(2027)
    assert kept == {MandateLevel.COUNTY: 2, MandateLevel.TOWN: 5}
    panel.plan.year.set_value("2026")
    panel.plan.year.control.entered.emit()
    until(lambda: panel.plan.minimum.value() == "")
    panel.plan.year.set_value("2028")
    panel.plan.year.control.entered.emit()
    until(lambda: panel.plan.minimum.value() == "县2、镇5")


def test_a_minimum_that_is_typed_stays_while_the_year_is_read_anew(
    panel: RotaPanel, desk: Desk, until: Until
) -> None:
    desk.schedule.year_plans.plan_rota(2027, Options(), {MandateLevel.TOWN: 3})
    panel.plan.minimum.set_value("镇4")
    panel.plan.year.control.entered.emit()
    until(lambda: "还没有规则" in words_on(panel))
    panel.register_sessions()
    until(lambda: "没有新的" in words_on(panel))
    panel.room.worker.ask(panel, lambda: None, lambda _nothing: panel.setWindowTitle("read"))
    until(lambda: panel.windowTitle() == "read")
    assert panel.plan.minimum.value() == "镇4"


def test_a_year_that_is_none_plans_nothing(panel: RotaPanel, desk: Desk, until: Until) -> None:
    panel.plan.year.set_value("20270")
    panel.plan_rota()
    panel.register_sessions()
    assert panel.plan.year.level == "danger"
    assert panel.plan.year.value() == "20270"


def test_what_was_said_of_the_year_is_gone_when_a_rule_is_opened(
    panel: RotaPanel, until: Until
) -> None:
    panel.plan_rota()
    until(lambda: "轮值表已排好" in words_on(panel))
    assert "这一年还没有接待日可排。" in words_on(panel)
    panel.begin_rule()
    until(panel.form.isVisible)
    assert "轮值表已排好" not in words_on(panel)


def test_a_rule_that_is_opened_and_kept_again_loses_nothing(
    panel: RotaPanel, desk: Desk, until: Until
) -> None:
    toml = RULE.replace("deputies = 2", "deputies = 3\nlevels = { municipal = 1, town = 1 }")
    kept = KeptRule(uid=new_uid(NOON), station_uid=desk.station.uid, name="每月", toml=toml)
    desk.schedule.rules.register(kept)
    panel.begin_rule(kept)
    until(panel.form.isVisible)
    assert read_reception_rule(panel.form.text()) == read_reception_rule(toml)


def test_a_new_rule_counts_by_the_solar_calendar(panel: RotaPanel, until: Until) -> None:
    panel.begin_rule()
    until(panel.form.isVisible)
    assert panel.form.fields["calendar"].value() is MonthKind.SOLAR


@pytest.mark.parametrize(
    "never",
    [
        {"days": "30", "months": "2"},
    ],
)
def test_a_rule_that_never_occurs_is_said_at_its_field_and_not_kept(
    panel: RotaPanel, desk: Desk, until: Until, never: dict[str, object]
) -> None:
    _type_rule(panel, until, **never)
    panel.save_rule()
    until(panel.banner.isVisible)
    assert "这样定一天也轮不到，请改" in words_on(panel)  # whole, not cut by the column
    field = panel.form.fields["dates" if "dates" in never else "days"]
    assert field.level == "danger"
    assert desk.schedule.rules.find() == []


def test_a_rota_without_deputies_says_so_and_seats_nobody(
    panel: RotaPanel, desk: Desk, until: Until
) -> None:
    for deputy in desk.deputies.find():
        desk.deputies.withdraw(deputy, "换届")
    _type_rule(panel, until)
    panel.save_rule()
    until(lambda: len(desk.schedule.rules.find()) == 1)
    panel.register_sessions()
    until(lambda: len(desk.schedule.sessions.find()) == 6)
    panel.plan_rota()
    until(lambda: "名册里没有可排的在任代表，一次也没有排。" in words_on(panel.banner))
    assert "已排好" not in words_on(panel)
    assert "2027-01-15 还空 2 席：名册里没有这一级的代表" in words_on(panel)
    assert [one.slots for one in desk.schedule.sessions.find()] == [[]] * 6


def test_every_label_of_a_line_stands_at_one_height(panel: RotaPanel, until: Until) -> None:
    panel.begin_rule()
    until(panel.form.isVisible)
    fields = panel.form.fields
    beside = ("shift", "weekends_rest", "notice_days")
    labels = [fields[key].findChild(QLabel) for key in beside]
    until(lambda: len({top_of(fields[key]) for key in beside}) == 1)
    assert len({top_of(label) for label in labels}) == 1
