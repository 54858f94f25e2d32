"""The last day for a notice comes from the pack in force on its day."""

from datetime import date

from liaison_desktop.desk.rules import bundled_packs
from liaison_desktop.model.matter_clocks import Rules
from liaison_desktop.model.notice_days import last_notice_day
from liaison_desktop.model.rule_pack import ACTIVITY_NOTICE, CONSULTATION_NOTICE, read_pack
from liaison_desktop.model.working_calendar import WorkingCalendar
from liaison_desktop.paths import RESOURCES

TEXT = (RESOURCES / "rules" / "zhejiang.toml").read_text(encoding="utf-8")
OLD = f'code = "{CONSULTATION_NOTICE}"\nlabel = "恳谈会公告"\nnumber = 3'


def rules(text: str) -> Rules:
    pack = read_pack(text)
    return Rules({pack.code: pack}, WorkingCalendar([]))


def test_it_is_calendar_days_before():
    bundled = Rules(bundled_packs(), WorkingCalendar([]))

    held_on = date(2026, 10, 2)
    for code in (CONSULTATION_NOTICE, ACTIVITY_NOTICE):
        assert last_notice_day(bundled, code, held_on) == date(2026, 9, 29)
    longer = rules(TEXT.replace(OLD, OLD.replace("3", "5")))
    assert last_notice_day(longer, CONSULTATION_NOTICE, held_on) == date(2026, 9, 27)
    assert last_notice_day(longer, ACTIVITY_NOTICE, held_on) == date(2026, 9, 29)


def test_a_pack_without_the_rule_sets_no_day():
    assert OLD in TEXT
    without = TEXT.replace(CONSULTATION_NOTICE, "another_rule")
    assert last_notice_day(rules(without), CONSULTATION_NOTICE, date(2026, 10, 2)) is None


def test_its_source_is_said_to_be_a_proposal():
    [rule] = read_pack(TEXT).rules_of(CONSULTATION_NOTICE)
    assert "本规则包建议值" in rule.source
