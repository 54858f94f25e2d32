"""The page of a deputy: opened from everywhere, typed by keys, corrected, with a photo, kept."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.contact_household import ContactHousehold
from liaison_desktop.model.deputy import Deputy, Mandate
from liaison_desktop.model.duty_entry import DutyEntry
from liaison_desktop.model.ledger import Chosen
from liaison_desktop.model.ledgers import DEPUTIES
from liaison_desktop.model.reception_session import RotaSlot
from liaison_desktop.model.schedule_words import DutyKind, MandateEnd
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import MandateLevel, MandateState, Sex
from liaison_desktop.ui.main_window import MainWindow, Standing
from liaison_desktop.ui.pages.deputy_view import DeputyView
from liaison_desktop.ui.pages.ledger_list import LedgerList
from tests.builders import NOON, STATION_UID, a_deputy, a_session
from tests.homes import StoppedClock, a_desk
from tests.ui.hands import (
    CTRL,
    Key,
    Until,
    enter,
    fill,
    focused,
    press,
    save_keys,
    type_keys,
    type_text,
    words_on,
)
from tests.ui.test_shape import SMALLEST, nameless

COUNTY = MandateLevel.COUNTY


@pytest.fixture
def desk(home: Path, clock: StoppedClock) -> Desk:
    """The same home, opened a second time."""
    return a_desk(home, clock)


@pytest.fixture
def wang(desk: Desk, main: MainWindow) -> Deputy:
    mandate = Mandate(
        level=COUNTY,
        term_no="十七届",
        constituency="第三选区",
        group_name="第一代表小组",
        card_no="00021",
        valid_from=date(2022, 1, 10),
    )
    return desk.deputies.register(
        a_deputy(
            "王建国",
            sex=Sex.MALE,
            post="村支书",
            phone="13800001111",
            id_no="999999196205151235",
            mandates=[mandate],
        )
    )


@pytest.fixture
def listed(main: MainWindow, until: Until) -> LedgerList:
    """The roster in front."""
    main.go_to(main.visits)
    main.visits.show_chosen(Chosen(), DEPUTIES.name)
    shown = main.visits.list_of(DEPUTIES.name)
    until(lambda: not shown.is_waiting and shown.isVisible())
    return shown


@pytest.fixture
def view(main: MainWindow, until: Until, wang: Deputy) -> DeputyView:
    """The page of 王建国."""
    main.room.ways.to_deputy.emit(wang.uid)
    until(lambda: main.page is main.visits and main.visits.deputy().deputy is not None)
    until(main.visits.deputy().correct_button.hasFocus)
    return main.visits.deputy()


def is_form(view: DeputyView) -> bool:
    return view.form.isVisible() and view.form.isEnabled()


def test_enter_in_the_roster_opens_the_deputy_and_esc_comes_back(
    main: MainWindow, wang: Deputy, listed: LedgerList, until: Until
):
    listed.reload()
    until(lambda: len(listed.model.ids) == 1 and listed.table.isVisible())
    listed.table.setFocus()
    enter()
    until(lambda: main.visits.opened_deputy() == wang.uid)
    view = main.visits.deputy()
    until(lambda: view.deputy is not None and view.back_button.isVisible())
    until(view.correct_button.hasFocus)
    press(Key.Key_Escape)
    until(listed.table.hasFocus)


def test_a_hit_of_the_search_opens_the_deputy(main: MainWindow, wang: Deputy, until: Until):
    main.search.begin()
    type_text("王建国")
    until(main.search.found.isVisible)
    enter()
    until(lambda: main.page is main.visits and main.visits.opened_deputy() == wang.uid)


def test_what_is_public_and_what_is_not_stand_apart(view: DeputyView):
    public, private = words_on(view.public), words_on(view.private)
    for shown in ("县（区）人大代表", "第三选区", "第一代表小组", "村支书（不公示）"):
        assert shown in public
    for hidden in ("13800001111", "999", "00021"):
        assert hidden not in public
    assert "13800001111（只留本站）" in private
    assert "999999196205151235" not in words_on(view)
    assert view.name.text() == "王建国"


def test_the_year_of_a_deputy_is_told(
    desk: Desk, view: DeputyView, wang: Deputy, main: MainWindow, until: Until
):
    for held in (date(2026, 10, 15), date(2026, 12, 15)):
        desk.schedule.sessions.register(a_session(held_on=held, slots=[RotaSlot(name="王建国")]))
    uids = {"station_uid": STATION_UID, "deputy_name": "王建国"}
    for day, kind in ((5, DutyKind.RECEPTION), (6, DutyKind.RECEPTION), (7, DutyKind.RESEARCH)):
        entry = DutyEntry(uid=new_uid(NOON), kind=kind, done_on=date(2026, 3, day), **uids)
        desk.schedule.journal.register(entry)
    last_year = date(2025, 3, 1)
    desk.schedule.journal.register(
        DutyEntry(uid=new_uid(NOON), kind=DutyKind.TRAINING, done_on=last_year, **uids)
    )
    desk.schedule.households.register(
        ContactHousehold(uid=new_uid(NOON), name="李桂芳", village="和平社区", **uids)
    )
    main.room.ways.to_deputy.emit(wang.uid)
    until(lambda: "接待选民 2 次" in words_on(view.journal))
    assert "专题调研 1 次 · 共 1.5 天" in words_on(view.journal)
    assert "学习培训" not in words_on(view.journal)
    first, second = (
        words_on(view.sessions).index("2026-12-15"),
        words_on(view.sessions).index("10-15"),
    )
    assert first < second
    assert "李桂芳　固定联系户　和平社区" in words_on(view.households)


def type_a_deputy() -> None:
    """Type what the form asks, field by field, with a mandate of the county."""
    fill("周丽华")
    type_keys("2")
    enter()
    fill("小学教师")
    press(Key.Key_Space)
    enter()
    enter()
    type_text("教龄二十年。")
    press(Key.Key_Tab)
    fill("13800003333", "1975-11", "")
    type_keys("01")
    enter()
    fill("群众", "本科", "周三、8月", "11月25日")
    for _ in range(4):
        press(Key.Key_Down)
    enter()
    fill("十七届", "00033", "第四选区", "", "第二代表小组", "2022-01-10")


def test_a_new_deputy_by_keys_alone(main: MainWindow, listed: LedgerList, desk: Desk, until: Until):
    press(Key.Key_N, CTRL)
    view = main.visits.deputy()
    until(lambda: is_form(view) and view.form.fields.fields["name"].control.hasFocus())
    type_a_deputy()
    save_keys()
    until(lambda: view.deputy is not None)

    [zhou] = desk.deputies.find()
    assert (zhou.name, zhou.sex, zhou.post) == ("周丽华", Sex.FEMALE, "小学教师")
    assert (zhou.is_post_public, zhou.is_photo_public) == (True, False)
    assert (zhou.phone, zhou.birth_ym, zhou.ethnic_group) == ("13800003333", "1975-11", "汉族")
    assert (zhou.political_status, zhou.education) == ("群众", "本科")
    assert (zhou.liked_days, zhou.disliked_days) == ("周三、8月", "11月25日")
    assert "周三、8月（只留本站）" in words_on(view)
    [mandate] = zhou.mandates
    assert (mandate.level, mandate.term_no) == (COUNTY, "十七届")
    assert (mandate.card_no, mandate.group_name) == ("00033", "第二代表小组")
    assert mandate.valid_from == date(2022, 1, 10)
    assert "已登记这位代表" in words_on(view)
    assert desk.drafts.find("deputy") == []


def test_what_is_typed_of_a_new_deputy_is_there_again(
    main: MainWindow, listed: LedgerList, desk: Desk, until: Until
):
    press(Key.Key_N, CTRL)
    view = main.visits.deputy()
    until(lambda: is_form(view) and view.form.fields.fields["name"].control.hasFocus())
    fill("周丽华")
    press(Key.Key_Escape)
    until(lambda: not view.isVisible())
    until(lambda: len(desk.drafts.find("deputy")) == 1)
    press(Key.Key_N, CTRL)
    until(lambda: is_form(view) and "内容还在" in words_on(view.form))
    assert view.form.fields.fields["name"].value() == "周丽华"
    save_keys()
    until(lambda: view.deputy is not None)
    assert desk.drafts.find("deputy") == []


def test_a_correction_that_was_left_is_offered_again(view: DeputyView, desk: Desk, until: Until):
    press(Key.Key_E, CTRL)
    until(lambda: is_form(view))
    view.form.fields.fields["post"].control.setFocus()
    type_text("兼养老院院长")
    press(Key.Key_Escape)
    until(lambda: view.ask.isVisible() and view.ask.yes.hasFocus())
    enter()
    until(lambda: is_form(view))
    assert view.form.fields.fields["post"].value() == "村支书兼养老院院长"
    save_keys()
    until(lambda: desk.deputies.find()[0].post == "村支书兼养老院院长")
    until(lambda: "村支书 → 村支书兼养老院院长" in words_on(view.trail))


def test_typed_text_is_kept_when_another_page_comes_in_front(
    main: MainWindow, view: DeputyView, desk: Desk, until: Until
):
    view.correct()
    view.form.fields.fields["post"].set_value("镇政协委员")
    main.go_to(main.today)
    until(lambda: main.page is main.today)
    [draft] = desk.drafts.find("deputy")
    assert draft.body["post"] == "镇政协委员"


def test_a_mandate_is_ended_and_another_added(view: DeputyView, desk: Desk, until: Until):
    view.correct()
    mandate = view.form.fields.mandates[0]
    assert not mandate.fields["end_reason"].isVisible()
    mandate.fields["state"].set_value(MandateState.ENDED)
    assert mandate.fields["end_reason"].isVisible()
    mandate.fields["valid_to"].set_value("2026-11-01")
    mandate.fields["end_reason"].set_value(MandateEnd.RESIGNED)
    view.form.fields.add_button.click()
    other = view.form.fields.mandates[1]
    assert focused() is other.fields["level"].control
    other.fields["level"].set_value(MandateLevel.MUNICIPAL)
    view.form.reason.set_value("县人大常委会公告")
    save_keys()
    until(lambda: len(desk.deputies.find()[0].mandates) == 2)

    ended, added = desk.deputies.find()[0].mandates
    assert (ended.state, ended.end_reason, ended.card_no) == (
        MandateState.ENDED,
        MandateEnd.RESIGNED,
        "00021",
    )
    assert added.level is MandateLevel.MUNICIPAL
    until(lambda: "辞职被接受" in words_on(view.mandates))
    assert "原因：县人大常委会公告" in words_on(view.trail)


def test_what_is_wrong_is_said_at_its_field(view: DeputyView, desk: Desk):
    view.correct()
    fields = view.form.fields
    fields.fields["name"].set_value("")
    fields.mandates[0].fields["valid_from"].set_value("去年")
    view.form.save()
    assert fields.mandates[0].fields["valid_from"].level == "danger"
    fields.mandates[0].fields["valid_from"].set_value("2022-01-10")
    view.form.save()
    assert fields.fields["name"].level == "danger"
    assert focused() is fields.fields["name"].control
    assert "姓名：还没有填写" in words_on(view.form.banner)
    assert desk.deputies.find()[0].name == "王建国"


def test_what_is_odd_is_said_and_saved(view: DeputyView, desk: Desk, until: Until):
    view.correct()
    view.form.fields.fields["ethnic_group"].set_value("穿青人")
    view.form.fields.fields["ethnic_group"].control.left.emit()
    assert view.form.fields.fields["ethnic_group"].level == "warn"
    view.form.fields.mandates[0].fields["level"].set_value(MandateLevel.TOWN)
    save_keys()
    until(lambda: desk.deputies.find()[0].ethnic_group == "穿青人")
    until(lambda: "街道、开发区没有乡镇级代表" in words_on(view.odd))


def test_a_photo_is_shown_in_its_frame_and_taken_off(
    view: DeputyView, desk: Desk, tmp_path: Path, until: Until
):
    picture = QImage(600, 300, QImage.Format.Format_RGB32)
    picture.fill(QColor("#336699"))
    picture.save(str(tmp_path / "王.png"))
    photo = view.public.photo
    assert not photo.has_photo()
    view.attach_photo(tmp_path / "王.png")
    until(photo.has_photo)
    shown = photo.pixmap().deviceIndependentSize()
    assert round(shown.width()) == photo.width() - 4
    assert abs(shown.width() - 2 * shown.height()) <= 2
    assert "照片不公示" in words_on(view.public)

    (tmp_path / "名单.jpg").write_text("不是图")
    view.attach_photo(tmp_path / "名单.jpg")
    until(lambda: "只收 PNG 和 JPEG" in words_on(view.banner))
    assert photo.has_photo()
    view.unphoto_button.click()
    until(lambda: not photo.has_photo())
    until(lambda: "换照片" in words_on(view.trail))


def test_a_deputy_is_withdrawn_with_a_reason_and_that_is_undone(
    view: DeputyView, desk: Desk, until: Until
):
    view.withdraw_button.click()
    enter()
    assert "请写明原因" in view.ask.line.message
    type_text("重复登记")
    enter()
    until(lambda: view.state.text() == "已撤回")
    assert desk.deputies.find() == []
    assert not view.correct_button.isVisible()
    view.undo_button.click()
    view.ask.yes.click()
    until(lambda: view.state.text() == "在任")


def test_after_locking_the_deputy_is_open_again(
    main: MainWindow, view: DeputyView, wang: Deputy, until: Until
):
    at = main.standing()
    assert at == Standing(at.place, deputy=wang.uid)
    main.go_to(main.today)
    main._stand(at)
    until(lambda: main.page is main.visits and main.visits.opened_deputy() == wang.uid)


def test_the_page_and_its_form_fit_and_can_be_read_aloud(
    main: MainWindow, view: DeputyView, until: Until
):
    main.resize(*SMALLEST)
    assert nameless(main) == []
    assert main.minimumSizeHint().width() <= SMALLEST[0]
    view.correct()
    QApplication.processEvents()
    assert nameless(main) == []
    assert main.minimumSizeHint().width() <= SMALLEST[0]
    assert main.minimumSizeHint().height() <= SMALLEST[1]


def test_what_could_not_be_saved_is_still_kept(
    view: DeputyView, wang: Deputy, desk: Desk, until: Until
):
    view.correct()
    desk.deputies.correct(wang, {"post": "村主任"})
    view.form.fields.fields["post"].set_value("兼养老院院长")
    save_keys()
    until(lambda: view.form.isEnabled() and bool(view.form.banner.words.text()))
    until(lambda: bool(desk.drafts.find("deputy")))
    assert desk.drafts.find("deputy")[0].body["post"] == "兼养老院院长"
    assert desk.deputies.find()[0].post == "村主任"


def test_a_wish_that_tells_no_day_is_said_at_its_field_and_stays_typed(
    main: MainWindow, listed: LedgerList, desk: Desk, until: Until
):
    press(Key.Key_N, CTRL)
    view = main.visits.deputy()
    until(lambda: is_form(view) and view.form.fields.fields["name"].control.hasFocus())
    view.form.fields.fields["name"].set_value("王建国")
    wish = view.form.fields.fields["disliked_days"]
    wish.set_value("逢集")
    save_keys()
    until(lambda: wish.level == "danger")
    assert "周三、8月、11月25日" in words_on(view)
    assert (wish.value(), desk.deputies.find()) == ("逢集", [])
