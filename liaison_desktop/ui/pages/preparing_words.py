"""How the numbers and the notice of a meeting are said while it is prepared."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.drawing import Drawing
from liaison_desktop.model.times import SHANGHAI
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.pages.consultation_sheet import NUMBERS


def numbers_in_words(typed: Mapping[str, Any]) -> tuple[str, str]:
    """Return (words, role) on how many are found each way, against the size of the meeting."""
    try:
        size, *ways = (int(str(typed.get(name) or 0)) for name in ("size", *NUMBERS))
    except ValueError:
        return tr("人数请填数字"), "danger"
    total = sum(ways)
    if not size and not total:
        return tr("还没有定规模和产生方式。"), "muted"
    words = tr("自愿 {0} + 邀请 {1} + 随机 {2} = {total} 人").format(*ways, total=total)
    if not size:
        return words, "body"
    if total < size:
        return tr("{words}，比规模少 {count} 人").format(words=words, count=size - total), "warn"
    if total > size:
        return tr("{words}，比规模多 {count} 人").format(words=words, count=total - size), "warn"
    return tr("{words}，正好是规模").format(words=words), "ok"


def notice_in_words(one: Consultation, today: date) -> tuple[str, str]:
    """Return (words, role) on the last day for the notice, and whether it was kept."""
    due, posted = one.notice_by, one.announced_on
    if due is None:
        return "", "muted"
    if posted is not None and one.is_late:
        words = tr("公告最迟 {due}，{posted} 才公告，晚了 {days} 天")
        return words.format(due=due, posted=posted, days=(posted - due).days), "warn"
    if posted is not None:
        words = tr("公告最迟 {due}，已于 {posted} 公告")
        return words.format(due=due, posted=posted), "ok"
    left = (due - today).days
    if left < 0:
        words = tr("公告最迟 {due}，已超过 {days} 天，还没有公告")
        return words.format(due=due, days=-left), "danger"
    if left == 0:
        return tr("公告最迟 {due}，就是今天").format(due=due), "warn"
    return tr("公告最迟 {due}，还有 {days} 天").format(due=due, days=left), "body"


def drawing_in_words(one: Drawing) -> str:
    """Return when from which roster how many were drawn, and with which seed."""
    words = tr("{day} 从 {file} 的 {rows} 人里抽 {size} 人，种子 {seed}")
    return words.format(
        day=one.drawn_at.astimezone(SHANGHAI).date(),
        file=one.roster_name,
        rows=one.roster_rows,
        size=one.size,
        seed=one.seed,
    )
