"""How the schedule is said: days, what takes place, what speaks against it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from liaison_desktop.desk.agenda import ACTIVITY, MEETING, OVER, SESSION, VISIT, AgendaRow, Duties
from liaison_desktop.model.conflicts import Conflict, ConflictKind, Who
from liaison_desktop.model.texts import visible
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.i18n import tr

COLOURS = {SESSION: "primary", VISIT: "ok", ACTIVITY: "activity", MEETING: "meeting"}
GROUNDS = {SESSION: "soft", VISIT: "ok_soft", ACTIVITY: "activity_soft", MEETING: "meeting_soft"}
"""Colours of the look by the kind of what takes place."""

KINDS = (SESSION, VISIT, ACTIVITY, MEETING)


def kind_word(kind: str) -> str:
    """Return what a kind is called in the calendar."""
    words = {
        SESSION: tr("接待日"),
        VISIT: tr("走访"),
        ACTIVITY: tr("小组活动"),
        MEETING: tr("恳谈会"),
    }
    return words[kind]


def kind_mark(kind: str) -> str:
    """Return one sign for a kind, where there is no room for its word."""
    return {SESSION: tr("接"), VISIT: tr("访"), ACTIVITY: tr("组"), MEETING: tr("谈")}[kind]


def weekday_word(day: date) -> str:
    """Return 周一 to 周日."""
    words = (tr("周一"), tr("周二"), tr("周三"), tr("周四"), tr("周五"), tr("周六"), tr("周日"))
    return words[day.weekday()]


def day_words(day: date) -> str:
    """Return e.g. 11月25日 周三."""
    words = tr("{month}月{day}日 {weekday}")
    return words.format(month=day.month, day=day.day, weekday=weekday_word(day))


def names_of(people: Iterable[Who]) -> tuple[str, ...]:
    """Return the names, as they can be shown."""
    return tuple(visible(who.name) for who in people)


def heading(row: AgendaRow) -> str:
    """Return the first line: the time, what it is, and of what; what is over or off says so."""
    is_off = not row.takes_place or row.state in OVER
    state = tr(word(row.state)) if is_off else ""
    what = visible(row.title) if row.kind in {ACTIVITY, MEETING} else kind_word(row.kind)
    about = visible(row.place or row.title) if row.kind == VISIT else ""
    if row.kind == SESSION:
        about = visible(row.title)
    return " ".join(part for part in (row.starts, state, what, about) if part)


def short_name(row: AgendaRow) -> str:
    """Return what it is called in a sentence: 09:00 接待日 (王建国、周丽华)."""
    names = tr("、").join(names_of(row.people))
    head = heading(row)
    return tr("{what}（{names}）").format(what=head, names=names) if names else head


def facts_of(row: AgendaRow) -> list[str]:
    """Return all that is known of it, line by line."""
    times = "–".join(part for part in (row.starts, row.ends) if part)
    lines = [
        f"{day_words(row.day)} {times}".strip(),
        visible(row.place),
        tr("、").join(names_of(row.people)),
        tr(word(row.state)),
    ]
    if row.kind in {SESSION, MEETING}:
        lines.insert(2, visible(row.title))
    if row.planned_on not in {None, row.day}:
        lines.append(tr("原定 {day}").format(day=row.planned_on))
    if row.is_tentative:
        lines.append(tr("待公布"))
    if row.is_posted:
        lines.append(tr("公告已张贴"))
    return [line for line in lines if line]


def spoken(row: AgendaRow, conflicts: Sequence[str]) -> str:
    """Return what a screen reader says of it, every name whole."""
    said = [kind_word(row.kind), *facts_of(row)[1:], *conflicts]
    return tr("；").join(part for part in (row.starts, *said) if part)


def conflict_words(conflict: Conflict, other: AgendaRow | None) -> str:
    """Return what speaks against it; `other` is what stands in its way, where it is in sight."""
    what = heading(other) if other is not None else tr("另一项安排")
    words = {
        ConflictKind.DEPUTY_TAKEN: tr("{name}同一时间另有安排：{what}"),
        ConflictKind.PLACE_TAKEN: tr("{name}同一时间已被占用：{what}"),
        ConflictKind.REST_DAY: tr("当天休息（{name}）"),
        ConflictKind.NOT_IN_OFFICE: tr("{name}当天不在任期内或暂停执行职务"),
        ConflictKind.ON_LEAVE: tr("{name}当天请假"),
    }
    name = conflict.name
    shown = tr(name) if conflict.kind is ConflictKind.REST_DAY else visible(name)
    return words[conflict.kind].format(name=shown, what=what)


def duty_words(duties: Duties) -> str:
    """Return how often a deputy receives and visits this month."""
    if duties == Duties():
        return tr("本月尚未安排")
    parts = []
    if duties.receptions:
        parts.append(tr("{count} 次接待").format(count=duties.receptions))
    if duties.visits:
        parts.append(tr("{count} 次走访").format(count=duties.visits))
    return tr("本月 {what}").format(what=" · ".join(parts))
