"""F16 with what the flow of a matter knows: on A4, on A3, as a sheet."""

from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pypdf
import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.ledgers import PaperSize
from liaison_desktop.model.ledger import Viewer
from liaison_desktop.model.ledgers import MATTERS, MatterRow
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.words import DeadlineCause, Satisfaction
from tests.builders import a_unit
from tests.desk.test_matters import M, a_new_matter, assigned, go, told
from tests.documents.papers import by_pypdf, pages_by_pdfium
from tests.homes import StoppedClock

F16 = [
    "编号",
    "日期",
    "形式",
    "姓名",
    "接待代表",
    "问题类别",
    "主题",
    "内容摘要",
    "办理去向",
    "承办单位",
    "会办单位",
    "交办日期",
    "签收日期",
    "时限",
    "延期至",
    "答复日期",
    "用时",
    "是否超期",
    "结果类别",
    "反馈日期",
    "满意度",
    "重办次数",
    "承诺到期",
    "归档号",
    "备注",
]


@pytest.fixture
def matter(desk: Desk) -> Matter:
    desk.units.register(a_unit("街道办城建办"))
    matter = assigned(desk, a_new_matter(desk))
    matter = go(desk, matter, M.EXTEND, due_on=date(2026, 12, 28), text="等配件")
    matter = go(desk, matter, M.REPLY, result_class="resolved")
    return go(desk, told(desk, matter), M.EVALUATE, satisfaction=Satisfaction.SATISFIED)


def row_of(desk: Desk) -> dict[str, str]:
    verbs = desk.ledger(MATTERS)
    (row,) = verbs.rows(verbs.find_ids())
    labels = [column.label for column in MATTERS.columns_for(Viewer(sees_names=True))]
    return dict(zip(labels, row, strict=True))


def test_the_ledger_has_every_column_of_f16() -> None:
    assert set(F16) <= {column.label for column in MATTERS.columns}


def test_a_row_says_what_became_of_the_matter(desk: Desk, matter: Matter) -> None:
    row = row_of(desk)
    expected = {
        "承办单位": "街道办城建办",
        "交办日期": "2026-11-20",
        "时限": "2026-12-21",
        "延期至": "2026-12-28",
        "答复日期": "2026-11-20",
        "用时": "0",
        "是否超期": "按期",
        "结果类别": "A 已解决或采纳",
        "满意度": "满意",
        "状态": "已办结",
    }
    assert {label: row[label] for label in expected} == expected


def test_the_sheet_has_every_column(desk: Desk, matter: Matter, tmp_path: Path) -> None:
    target = tmp_path / "台账.xlsx"
    assert desk.ledger(MATTERS).write_xlsx(target) == 1
    labels = next(openpyxl.load_workbook(target).active.values)
    assert set(F16) <= set(labels)


def test_a4_has_what_is_looked_at_daily_and_a3_has_all(
    desk: Desk, matter: Matter, tmp_path: Path
) -> None:
    small, large = tmp_path / "a4.pdf", tmp_path / "a3.pdf"
    desk.ledger(MATTERS).draw_pdf(small)
    drawn = desk.ledger(MATTERS).draw_pdf(large, paper="A3")
    assert drawn.form == "matter_ledger"
    with pypdf.PdfReader(large) as reader:
        box = reader.pages[0].mediabox
        assert (round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)) == (
            420,
            297,
        )
    told_small, told_large = by_pypdf(small), by_pypdf(large)
    for label in F16:
        assert label in told_large, label
    assert "承办单位" in told_small
    assert "归档号" not in told_small


@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_no_number_and_no_day_is_broken(
    desk: Desk, matter: Matter, tmp_path: Path, paper: PaperSize
) -> None:
    handed = assigned(desk, a_new_matter(desk))
    desk.ledger(MATTERS).draw_pdf(tmp_path / "ledger.pdf", paper=paper)
    (told,) = pages_by_pdfium(tmp_path / "ledger.pdf")
    due = next(one.due_on for one in handed.deadlines if one.rule == "reply")
    assert all(one.number in told for one in (matter, handed))
    assert str(due) in told
    assert told.count("2026-11-20") >= 2  # registered and handed over


def test_the_totals_are_those_of_the_file(desk: Desk, matter: Matter) -> None:
    for _ in range(3):
        a_new_matter(desk)
    assert desk.ledger(MATTERS).totals() == (4, 4)


def said_in(desk: Desk, matter: Matter, *names: str) -> list[str]:
    [row] = desk.ledger(MATTERS).rows([matter.id])
    places = [column.name for column in MATTERS.columns]
    return [row[places.index(name)] for name in names]


def test_the_limit_is_that_of_the_unit_which_has_it(desk: Desk, clock: StoppedClock) -> None:
    """Put off for the first unit, given to a second, which begins anew, and stands still."""
    desk.units.register(a_unit())
    desk.units.register(a_unit("街道办民政办"))
    day = {"done_on": date(2026, 11, 20)}
    matter = assigned(desk, a_new_matter(desk))
    [first, _] = said_in(desk, matter, "reply_due_on", "extended_to")
    matter = go(desk, matter, M.RETURN, **day)
    clock.now += timedelta(days=10)
    matter = go(desk, matter, M.REASSIGN, unit_name="街道办民政办", done_on=clock.now.date())
    [second, extended] = said_in(desk, matter, "reply_due_on", "extended_to")
    assert second > first
    assert extended == ""


@pytest.mark.parametrize(
    ("causes", "due", "extended"),
    [
        ("rule", 1, None),
        ("rule extended", 1, 2),
        ("rule extended extended", 1, 3),
        ("rule extended resumed", 1, 3),
        ("rule resumed", 2, None),
        ("rule extended rule", 3, None),
        ("rule extended redo", 3, None),
    ],
)
def test_what_the_ledger_says_of_a_limit_that_was_moved(
    causes: str, due: int, extended: int | None
) -> None:
    dues = [
        (date(2026, 12, place), DeadlineCause(cause))
        for place, cause in enumerate(causes.split(), start=1)
    ]
    row = MatterRow.__new__(MatterRow)
    object.__setattr__(row, "reply_dues", dues)
    assert row.due_on == date(2026, 12, due)
    assert row.extended_to == (extended and date(2026, 12, extended))
