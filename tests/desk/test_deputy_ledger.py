"""代表名册: by what it is chosen and found, and what its public edition leaves out."""

from pathlib import Path

import openpyxl

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.deputy import Mandate
from liaison_desktop.model.ledger import Chosen
from liaison_desktop.model.ledgers import DEPUTIES
from liaison_desktop.model.words import MandateLevel, MandateState
from tests.builders import a_deputy


def test_the_public_reads_a_post_only_where_its_deputy_agreed(desk: Desk, tmp_path: Path):
    mandate = Mandate(level=MandateLevel.COUNTY, group_name="第一小组", card_no="00021")
    private = {"phone": "13800001111", "birth_ym": "1962-05", "id_no": "99999919620515123X"}
    desk.deputies.register(a_deputy("王建国", post="村支书", mandates=[mandate], **private))
    desk.deputies.register(a_deputy("赵强", post="教师", is_post_public=True))
    path = tmp_path / "公开版.xlsx"

    desk.ledger(DEPUTIES).write_xlsx(path, is_public=True)

    sheet = openpyxl.load_workbook(path).worksheets[0]
    heading, wang, zhao = sheet.iter_rows(values_only=True)
    told = dict(zip(heading, wang, strict=True))
    assert (told["姓名"], told["代表小组"], told["单位及职务"]) == ("王建国", "第一小组", None)
    assert dict(zip(heading, zhao, strict=True))["单位及职务"] == "教师"
    written = "".join(str(cell) for row in (heading, wang, zhao) for cell in row)
    for hidden in ("联系电话", "代表证号", "00021", *private.values()):
        assert hidden not in written


def test_deputies_are_chosen_by_state_and_found_by_their_group(desk: Desk):
    suspended = Mandate(level=MandateLevel.COUNTY, state=MandateState.SUSPENDED)
    grouped = Mandate(level=MandateLevel.COUNTY, group_name="第一小组")
    desk.deputies.register(a_deputy("王建国", mandates=[suspended]))
    desk.deputies.register(a_deputy("赵强", mandates=[grouped]))
    ledger = desk.ledger(DEPUTIES)

    def names(chosen: Chosen) -> list[str]:
        return [row[0] for row in ledger.rows(ledger.find_ids(chosen))]

    assert names(Chosen(words={"state": MandateState.SUSPENDED})) == ["王建国"]
    assert names(Chosen(text="一小组")) == ["赵强"]
