"""会后整理 — notes that were written by hand or elsewhere, taken apart into statements.

A line 姓名：内容 begins a statement, one without a colon goes on with it, a blank line ends it.
Nothing of the text is lost: what `text` gives back, joined, is every character but blank ones.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from liaison_desktop.model.consultation_words import ParticipantKind, StatementKind
from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.participant import Participant
from liaison_desktop.model.speakers import Speakers
from liaison_desktop.model.statement import Statement
from liaison_desktop.model.words import tr

MOST_SPEAKER = 20
"""Characters of what is taken for the name of a speaker."""

CONTINUED = tr("（接上条）")
"""What the record says before the rest of a statement that was too long for one."""

MOST_CONTENT = (fields_of(Statement)["content"].size or 0) - len(CONTINUED)

_LEAD = re.compile(
    r"(?:[（(]\d{1,3}[）)]|\d{1,3}[、.．](?!\d)|[一二三四五六七八九十]{1,3}、|[①-⑳]"
    r"|\d{1,2}[:：]\d\d(?:[:：]\d\d)?(?=\s)|[-–—•●○◆■*](?=\s|\w)|\s{1,20}){1,6}"
)
"""Numbers, points and times that stand before a speaker; they stay with what he said."""

_HEAD = re.compile(
    rf"(?P<name>[\w·•‧ \u3000]{{1,{MOST_SPEAKER}}})"
    r"(?P<body>[（(][^（()）:：]{1,40}[）)])?[ \u3000]*(?P<colon>[:：])(?P<content>.*)"
)
_NO_NAME = ("如下", "例如", "比如", "包括", "问题是", "的是", "就是", "也是", "原因是")
"""How what stands before a colon ends where it is part of a sentence."""

_ASKS = ("建议", "希望", "恳请", "盼望")
_SENTENCE_END = re.compile(r"[。！？；!?;\n]")


@dataclass(frozen=True)
class Noted:
    """One statement of the notes; `kind` is a guess.

    `head` is what stands before the colon, of which `speaker` is the name and `body` what is said
    of him in brackets; `lead` stood before it. `is_continued` is the rest of the one before.
    """

    content: str
    kind: StatementKind
    lead: str = ""
    head: str = ""
    speaker: str = ""
    body: str = ""
    participant: Participant | None = None
    is_continued: bool = False

    @property
    def text(self) -> str:
        """What of the notes it holds, but for blanks."""
        return self.content if self.is_continued else f"{self.lead}{self.head}{self.content}"

    @property
    def words(self) -> str:
        """What is noted of it in the record."""
        return f"{CONTINUED if self.is_continued else self.lead}{self.content}"


def read_notes(text: str, participants: Sequence[Participant] = ()) -> list[Noted]:
    """Return the statements of notes in their order; a speaker who takes part is tied."""
    speakers = Speakers(participants)
    return [part for noted in _statements(text, speakers) for part in _fitting(noted)]


def _statements(text: str, speakers: Speakers) -> Iterator[Noted]:
    begun: Noted | None = None
    lines: list[str] = []
    for line in [*(line.strip() for line in text.splitlines()), ""]:
        head = _head(line, speakers) if line else None
        if begun is not None and (head is not None or not line):
            yield _whole(begun, lines)
            begun, lines = None, []
        if head is not None:
            begun, lines = head, [head.content] if head.content else []
        elif line:
            begun = begun or Noted("", StatementKind.REMARK)
            lines.append(line)


def _whole(begun: Noted, lines: list[str]) -> Noted:
    """Return the statement of its lines; of a name after which nothing came, the name is it."""
    content = "\n".join(lines)
    if not content:
        return Noted(begun.text, StatementKind.REMARK)
    return replace(begun, content=content, kind=_guess(begun, content))


def _head(line: str, speakers: Speakers) -> Noted | None:
    """Return who begins to speak in a line, and what he says in it; None where nobody does."""
    led = _LEAD.match(line)
    lead = led[0] if led else ""
    found = _HEAD.match(line, len(lead))
    if found is None:
        return None
    name, content = found["name"].strip(), found["content"].strip()
    who = speakers.find(name)
    if who is None and not _may_be_a_name(name, content):
        return None
    head = line[len(lead) : found.end("colon")]
    body = (found["body"] or "")[1:-1]
    kind = StatementKind.REMARK
    return Noted(content, kind, lead, head, name, body or (who.body if who else ""), who)


def _may_be_a_name(name: str, content: str) -> bool:
    """Return whether it is no time, ratio, address or part of a sentence that stands there."""
    is_ratio = name[-1:].isdigit() and content[:1].isdigit()
    is_address = content[:1] in {"/", "\\"}
    has_letters = any(character.isalpha() for character in name)
    return bool(content) and has_letters and not (is_ratio or is_address or name.endswith(_NO_NAME))


def _guess(begun: Noted, content: str) -> StatementKind:
    if not begun.head or begun.speaker.startswith("主持"):
        return StatementKind.REMARK
    if begun.participant and begun.participant.participant_kind is ParticipantKind.DEPARTMENT:
        return StatementKind.ANSWER
    asks = content.startswith(_ASKS)
    return StatementKind.SUGGESTION if asks else StatementKind.OPINION


def _fitting(noted: Noted) -> Iterator[Noted]:
    """Yield the statement in parts that can each be kept, cut after a sentence where there is one.

    The rest of it says that it is one.
    """
    rest, most = noted.content, MOST_CONTENT - len(noted.lead)
    while len(rest) > most:
        ends = [found.end() for found in _SENTENCE_END.finditer(rest, 0, most)]
        cut = ends[-1] if ends else most
        yield replace(noted, content=rest[:cut])
        rest, noted = rest[cut:].lstrip(), replace(noted, is_continued=True)
        most = MOST_CONTENT
    if rest:
        yield replace(noted, content=rest)
