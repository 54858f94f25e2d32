"""The station's facts before there is a home: private, of one home, and no more than the facts."""

import os
import stat
from pathlib import Path

import pytest

from liaison_desktop.desk.first_draft import FirstDraft
from liaison_desktop.model.faults import Unusable

FACTS = {"name": "清河街道人大代表联络站", "kind": "street", "phone": "0573-80000001"}


def draft_of(tmp_path: Path, home: str = "home") -> FirstDraft:
    return FirstDraft(tmp_path / "settings", tmp_path / home)


def test_it_comes_back_for_its_home_alone(tmp_path: Path) -> None:
    draft_of(tmp_path).keep(FACTS)
    assert draft_of(tmp_path).find() == FACTS
    assert draft_of(tmp_path, "other").find() == {}


def test_it_holds_nothing_but_facts_of_the_station(tmp_path: Path) -> None:
    draft = draft_of(tmp_path)
    draft.keep(FACTS | {"login": "刘敏", "password": "晚来天欲雪"})
    assert draft.find() == FACTS
    assert "password" not in draft.path.read_text("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_its_account_alone_can_read_it_even_in_a_folder_of_a_group(tmp_path: Path) -> None:
    draft = draft_of(tmp_path)
    draft.path.parent.mkdir()
    draft.path.parent.chmod(0o2775)
    draft.keep(FACTS)
    assert stat.S_IMODE(draft.path.stat().st_mode) == 0o600


def test_it_is_gone_when_it_is_dropped(tmp_path: Path) -> None:
    draft = draft_of(tmp_path)
    draft.drop()
    draft.keep(FACTS)
    draft.drop()
    assert draft.find() == {}
    assert list(draft.path.parent.iterdir()) == []


@pytest.mark.parametrize("text", ["", "{", "[]", '{"name": 3}', "\x00"])
def test_one_that_is_damaged_is_none(tmp_path: Path, text: str) -> None:
    draft = draft_of(tmp_path)
    draft.keep(FACTS)
    draft.path.write_text(text, "utf-8")
    assert draft.find() == {}


def test_a_place_where_nothing_can_be_written_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "settings").write_text("")
    with pytest.raises(Unusable):
        draft_of(tmp_path).keep(FACTS)
