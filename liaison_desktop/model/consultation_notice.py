"""公告期限 — until when a consultation must be announced; how many days before is data."""

from datetime import date, timedelta

from liaison_desktop.model.matter_clocks import Rules
from liaison_desktop.model.rule_pack import CONSULTATION_NOTICE


def last_notice_day(rules: Rules, held_on: date) -> date | None:
    """Return the last day for the notice, calendar days before the meeting.

    None where the pack in force on that day does not know the rule.
    """
    pack = rules.in_force(held_on)
    if not pack.rules_of(CONSULTATION_NOTICE):
        return None
    return held_on - timedelta(days=pack.rule(CONSULTATION_NOTICE, held_on).number)
