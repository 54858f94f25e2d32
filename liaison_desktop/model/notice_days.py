"""公告期限 — until when something must be announced; how many days before is data."""

from datetime import date, timedelta

from liaison_desktop.model.matter_clocks import Rules


def last_notice_day(rules: Rules, code: str, held_on: date) -> date | None:
    """Return the last day for the notice by a rule, calendar days before what is held.

    None where the pack in force on that day does not know the rule.
    """
    pack = rules.in_force(held_on)
    if not pack.rules_of(code):
        return None
    return held_on - timedelta(days=pack.rule(code, held_on).number)
