"""The register on paper and as a sheet: noted, masked, and never for who may not."""

from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pypdf
import pytest
from sqlalchemy import select

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.history import History
from liaison_desktop.desk.ledgers import LedgerDesk
from liaison_desktop.model.faults import NotAllowed, Unusable
from liaison_desktop.model.history import AuditEntry
from liaison_desktop.model.ledger import Chosen
from liaison_desktop.model.ledgers import VISITS
from liaison_desktop.model.words import Channel, Role
from tests.builders import NOON, a_visit, a_visitor
from tests.desk.test_ledgers import Visits, ledgers_of


@pytest.fixture
def ledgers(desk: Desk) -> Visits:
    """The ledgers of a station with two visits on two days."""
    desk.visits.register(a_visit(a_visitor("李桂芳"), headcount=3))
    desk.visits.register(
        a_visit(a_visitor("陈明"), channel=Channel.CALL, received_at=NOON - timedelta(days=2))
    )
    return LedgerDesk(VISITS, desk._store, desk.user, desk.station)


def text_of(path: Path) -> str:
    with pypdf.PdfReader(path) as reader:
        return "".join(page.extract_text() for page in reader.pages)


def names_in(path: Path) -> list[object]:
    rows = openpyxl.load_workbook(path).active.iter_rows(values_only=True)
    labels = next(rows)
    return [row[labels.index("姓名")] for row in rows]


def noted(desk: Desk) -> list[tuple[str, int]]:
    printings = History(desk._store, desk.user).printings_of(desk.station)
    return [(printing.form, printing.times) for printing in printings]


def test_the_paper_holds_the_register_in_the_order_of_time(ledgers: Visits, tmp_path: Path) -> None:
    ledgers.draw_pdf(tmp_path / "a.pdf")

    text = text_of(tmp_path / "a.pdf")

    assert text.index("陈明") < text.index("李桂芳")
    assert "期间：2026年11月18日 至 2026年11月20日" in text
    assert "共 2 次、4 人次" in text
    assert "王芳 2026-11-20 12:00 打印" in text
    assert "13800001234" not in text


def test_the_paper_says_what_was_chosen(ledgers: Visits, tmp_path: Path) -> None:
    chosen = Chosen("路灯", words={"channel": Channel.CALL}, since=date(2026, 11, 1))
    ledgers.draw_pdf(tmp_path / "a.pdf", chosen)

    text = text_of(tmp_path / "a.pdf")

    assert "期间：2026年11月1日 至 2026年11月18日　只列：含“路灯”；来电" in text
    assert "李桂芳" not in text


def test_the_sheet_holds_what_is_chosen(ledgers: Visits, tmp_path: Path) -> None:
    every, calls = tmp_path / "a.xlsx", tmp_path / "b.xlsx"

    assert ledgers.write_xlsx(every) == 2
    assert ledgers.write_xlsx(calls, Chosen(words={"channel": Channel.CALL})) == 1

    assert names_in(every) == ["陈明", "李桂芳"]
    assert names_in(calls) == ["陈明"]
    assert every.stat().st_mode & 0o077 == 0
    assert "13800001234" not in str(list(openpyxl.load_workbook(every).active.values))


def test_the_order_of_the_screen_can_be_kept(ledgers: Visits, tmp_path: Path) -> None:
    ledgers.write_xlsx(tmp_path / "a.xlsx", Chosen(), ("headcount", True))

    assert names_in(tmp_path / "a.xlsx") == ["李桂芳", "陈明"]


def test_more_rows_than_are_read_at_a_time_are_all_there(
    ledgers: Visits, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("liaison_desktop.desk.ledgers.CHUNK", 1)

    assert ledgers.write_xlsx(tmp_path / "a.xlsx") == 2
    assert names_in(tmp_path / "a.xlsx") == ["陈明", "李桂芳"]


def test_each_printing_is_noted_with_its_count(desk: Desk, ledgers: Visits, tmp_path: Path) -> None:
    ledgers.draw_pdf(tmp_path / "a.pdf")
    ledgers.draw_pdf(tmp_path / "a.pdf")
    ledgers.write_xlsx(tmp_path / "a.xlsx")

    assert noted(desk) == [("visit_ledger", 1), ("visit_ledger", 2), ("visit_sheet", 1)]


@pytest.mark.parametrize("verb", ["draw_pdf", "write_xlsx"])
def test_what_could_not_be_written_is_not_noted(
    desk: Desk, ledgers: Visits, tmp_path: Path, verb: str
) -> None:
    with pytest.raises(Unusable) as caught:
        getattr(ledgers, verb)(tmp_path / "gone" / "a")

    assert caught.value.code == "folder_missing"
    assert noted(desk) == []


@pytest.mark.parametrize("verb", ["draw_pdf", "write_xlsx"])
def test_who_may_not_print_gets_nothing_and_that_is_on_record(
    desk: Desk, ledgers: Visits, tmp_path: Path, verb: str
) -> None:
    target = tmp_path / "a"
    with pytest.raises(NotAllowed):
        getattr(ledgers_of(desk, Role.AUDITOR), verb)(target)

    assert not target.exists()
    with desk._store.read() as session:
        last = session.scalars(select(AuditEntry).order_by(AuditEntry.id.desc())).first()
    assert last is not None
    assert (last.action, last.outcome, last.kind) == ("print", "denied", "station")


def test_one_printing_leaves_one_entry_of_the_audit(
    desk: Desk, ledgers: Visits, tmp_path: Path
) -> None:
    ledgers.draw_pdf(tmp_path / "a.pdf")

    with desk._store.read() as session:
        entries = session.scalars(select(AuditEntry).where(AuditEntry.action == "print")).all()
    assert [(entry.outcome, entry.kind) for entry in entries] == [("done", "station")]
