"""How days and steps of a matter are said: 还有 3 个工作日, 超期 2 天, 待公布."""

from __future__ import annotations

import unicodedata
from datetime import date

from liaison_desktop.model.matter import Deadline
from liaison_desktop.model.matter_clocks import Rules
from liaison_desktop.model.matter_flow import RULE_LABELS
from liaison_desktop.model.rule_pack import RulePack
from liaison_desktop.model.words import DeadlineCause
from liaison_desktop.model.words import label as word
from liaison_desktop.model.work_lists import left_to
from liaison_desktop.model.working_calendar import WorkingCalendar
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.pages.intake_body import day_in

SOON = 3
"""Working days from which a day is said in the colour of what is near."""


def left_in_words(
    due: date, today: date, calendar: WorkingCalendar, *, is_tentative: bool
) -> tuple[str, str]:
    """Return (words, level) of how long there is to a day; what is tentative says so."""
    left = left_to(due, today, calendar, is_tentative=is_tentative)
    if left.days < 0:
        words, level = tr("超期 {days} 天").format(days=-left.days), "danger"
    elif left.days == 0:
        words, level = tr("今天到期"), "warn"
    else:
        words = tr("还有 {days} 个工作日").format(days=left.days)
        level = "warn" if left.days <= SOON else "soft"
    return (tr("{words}（待公布）").format(words=words) if is_tentative else words), level


def deadline_in_words(one: Deadline, today: date, rules: Rules) -> tuple[str, str]:
    """Return two lines on a limit: what it is of and its day, then how it was counted."""
    first = f"{_rule_label(rules.packs.get(one.pack), one)}　{one.due_on}"
    if one.is_running:
        words, _level = left_in_words(
            one.due_on, today, rules.calendar, is_tentative=one.is_tentative
        )
    elif one.is_met:
        words = tr("已完成，{day}").format(day=one.ended_on)
        if one.ended_on is not None and one.ended_on > one.due_on:
            words = tr("超期完成，{day}").format(day=one.ended_on)
    else:
        words = tr("不再计，{day}").format(day=one.ended_on)
    how = tr("{start} 起 {number} {unit}").format(
        start=one.starts_on, number=one.number, unit=tr(word(one.unit))
    )
    is_put_off = one.cause is DeadlineCause.EXTENDED
    cause = "" if one.cause is DeadlineCause.RULE else tr(word(one.cause))
    return first, "　".join(part for part in (words, cause, "" if is_put_off else how) if part)


def _rule_label(pack: RulePack | None, one: Deadline) -> str:
    if one.rule in RULE_LABELS:
        return tr(RULE_LABELS[one.rule])
    labels = {rule.code: rule.label for rule in pack.rules} if pack else {}
    return labels.get(one.rule, one.rule)


def day_typed(text: str, today: date, *, is_coming: bool) -> date | None:
    """Return the day typed, None for nothing; ValueError for what is no day.

    Without a year it is the last such day until today, or the next one where `is_coming`.
    """
    text = unicodedata.normalize("NFKC", text).strip()
    if not text:
        return None
    day = day_in(text, today)
    has_year = text.startswith(str(day.year))
    return day.replace(year=day.year + 1) if is_coming and not has_year and day < today else day


def time_typed(text: str) -> str:
    """Return a time as it is kept: 9：00 is 09:00; anything else stays as typed."""
    plain = unicodedata.normalize("NFKC", text).strip().replace(".", ":")
    hour, _, minutes = plain.partition(":")
    return f"{hour.zfill(2)}:{minutes}" if minutes and hour.isdigit() else plain
