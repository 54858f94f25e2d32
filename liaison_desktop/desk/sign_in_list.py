"""签到名单 — the participants of one meeting, found while a few letters of a name are typed."""

from collections.abc import Sequence
from functools import cached_property

from liaison_desktop.model.participant import Participant
from liaison_desktop.store.gram_keys import Words, ask


class SignInList:
    """The participants in their order; the readings of their names are made for the first search.

    It asks no file, so a key waits for nothing but the comparison.
    """

    def __init__(self, participants: Sequence[Participant]) -> None:
        self.participants = list(participants)

    def find(self, typed: str) -> list[int]:
        """Return the places of those who may be meant, all where nothing is typed.

        Found are characters of a name, its reading begun or by initials, of the body he comes from
        and of his post, and digits of a phone.
        """
        if not typed.strip():
            return list(range(len(self.participants)))
        asked = ask(typed)
        return [place for place, words in enumerate(self._words) if asked.fits(words)]

    @cached_property
    def _words(self) -> list[Words]:
        return [
            Words(names=(one.name,), phones=(one.phone,), words=(one.body, one.post))
            for one in self.participants
        ]
