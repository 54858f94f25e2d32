"""A paper that is to be looked at and printed, and what has to be said about it first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from liaison_desktop.desk.drawn import Drawn
from liaison_desktop.desk.matter_papers import TITLES
from liaison_desktop.model.consultation_words import PAPERS as CONSULTATION_PAPERS
from liaison_desktop.model.schedule_words import PAPERS
from liaison_desktop.ui.i18n import tr


@dataclass(frozen=True)
class Paper:
    """One PDF file of the set; `replaced` holds (wanted, used) of its fonts."""

    path: Path
    form: str
    pages: int
    missing: tuple[str, ...] = ()
    replaced: tuple[tuple[str, str], ...] = ()
    times: int = 1

    @property
    def title(self) -> str:
        """What the paper is called on the screen and in a printer's queue: nothing personal."""
        titles = {
            "visit_record": tr("登记表"),
            "receipt": tr("来访回执"),
            "visit_ledger": tr("来访登记簿"),
            "recovery_sheet": tr("密码恢复单"),
            "month_report": tr("月报"),
            "signing_list": tr("送签单"),
        }
        named = {**TITLES, **PAPERS, **CONSULTATION_PAPERS}
        return titles.get(self.form) or tr(named.get(self.form, "")) or self.path.stem

    @property
    def is_reprint(self) -> bool:
        return self.times > 1


def paper_of(drawn: Drawn) -> Paper:
    """Return the paper of what was drawn."""
    return Paper(
        path=drawn.path,
        form=drawn.form,
        pages=drawn.pages,
        missing=tuple(drawn.missing),
        replaced=tuple((font.wanted, font.used) for font in drawn.replaced),
        times=drawn.times,
    )


def notes_on(papers: Sequence[Paper]) -> list[tuple[str, str]]:
    """Return (sentence, level) for whatever a clerk must know before these are printed."""
    notes = []
    missing = "".join(dict.fromkeys(character for p in papers for character in p.missing))
    if missing:
        words = tr("本机字体没有「{missing}」，纸上以〓代替；请手写补上。")
        notes.append((words.format(missing=missing), "warn"))
    wanted_for: dict[str, list[str]] = {}
    for wanted, used in dict.fromkeys(font for p in papers for font in p.replaced):
        wanted_for.setdefault(used, []).append(wanted)
    for used, fonts in wanted_for.items():
        words = tr("本机无{fonts}，已用{used}代替。")
        notes.append((words.format(fonts=tr("、").join(fonts), used=used), "muted"))
    return notes
