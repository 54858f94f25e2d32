"""发言人 — who is meant by the name that stands before a colon, among those who take part."""

from collections import defaultdict
from collections.abc import Iterable
from unicodedata import normalize

from liaison_desktop.model.consultation_words import ParticipantKind
from liaison_desktop.model.participant import Participant

OFFICES = (
    "董事长",
    "总经理",
    "工程师",
    *("经理", "书记", "主任", "局长", "科长", "处长", "所长", "站长", "院长", "校长"),
    *("镇长", "乡长", "村长", "区长", "县长", "市长", "部长", "队长", "组长", "会长", "主席"),
    *("医生", "律师", "总", "工"),
)
"""What somebody is called by his office; he is known again by his post."""

MANNERS = ("女士", "先生", "阿姨", "大爷", "大妈", "大姐", "大哥", "师傅", "老师", "同志")
"""What anybody may be called."""

KINDS = {"代表": ParticipantKind.DEPUTY, "委员": ParticipantKind.MEMBER}

SAYING = ("说", "表示", "认为", "提出", "答", "问", "答复", "回答", "发言")
"""What may stand between a name and its colon."""


class Speakers:
    """Those who take part, by what they may be called; a name that several bear is nobody's."""

    def __init__(self, participants: Iterable[Participant]) -> None:
        self._everyone = list(participants)
        self._named: dict[str, list[Participant]] = defaultdict(list)
        for one in self._everyone:
            self._named[_plain(one.name)].append(one)

    def find(self, called: str) -> Participant | None:
        """Return who is called so, by his name, his name and title, or his surname and title.

        None where nobody or more than one may be meant.
        """
        plain = _plain(called)
        if plain in self._named:
            return _only(self._named[plain])
        for saying in SAYING:
            if plain.endswith(saying) and plain.removesuffix(saying) in self._named:
                return _only(self._named[plain.removesuffix(saying)])
        for title in (*OFFICES, *MANNERS, *KINDS):
            if plain.endswith(title) and (found := self._titled(plain, title)) is not None:
                return found
        return None

    def _titled(self, plain: str, title: str) -> Participant | None:
        name = plain.removesuffix(title).removesuffix("副")
        if name in self._named:
            return _only(self._named[name])
        if not 1 <= len(name) <= 2:
            return None
        family = [one for one in self._everyone if _plain(one.name).startswith(name)]
        if title in MANNERS:
            return _only(family)
        if title in KINDS:
            return _only([one for one in family if one.participant_kind is KINDS[title]])
        if in_office := [one for one in family if title in one.post]:
            return _only(in_office)
        may_be = [one for one in family if not one.post and one.participant_kind in _MAY_HOLD]
        return _only(may_be) if len(family) == 1 else None


_MAY_HOLD = frozenset({ParticipantKind.DEPARTMENT, ParticipantKind.EXPERT, ParticipantKind.OTHER})
"""Of whom an office is likely though his post was not typed."""


def _plain(name: str) -> str:
    return "".join(normalize("NFC", name).split())


def _only(found: list[Participant]) -> Participant | None:
    return found[0] if len(found) == 1 else None
