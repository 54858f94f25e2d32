"""JSON read strictly and answered plainly: every wrong value is said at once, by its path."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from liaison_desktop.model.faults import Problem, ProblemCode
from liaison_desktop.model.times import parse_rfc3339, rfc3339
from liaison_desktop.model.words import Word

Json = Mapping[str, object]
Read = Callable[[object], object]
"""Returns the value read; ValueError names what is wanted instead."""

Keys = Mapping[str, tuple[str, Read]]
"""JSON key → (attribute, reader)."""


def read_text(value: object) -> str:
    """Return a text as it is."""
    if not isinstance(value, str):
        raise ValueError("text")
    return value


def read_whole(value: object) -> int:
    """Return a whole number; true and false are none."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError("whole number")
    return value


def read_flag(value: object) -> bool:
    """Return true or false."""
    if not isinstance(value, bool):
        raise ValueError("true / false")
    return value


def read_instant(value: object) -> datetime:
    """Return an instant written as RFC 3339 with its zone."""
    try:
        return parse_rfc3339(read_text(value))
    except ValueError:
        raise ValueError("2026-11-20T09:30:00+08:00") from None


def read_day(value: object) -> date | None:
    """Return a day; None for null and ""."""
    if value is None or value == "":
        return None
    try:
        return date.fromisoformat(read_text(value))
    except ValueError:
        raise ValueError("2026-11-20") from None


def read_uid(value: object) -> UUID:
    """Return a uid."""
    try:
        return UUID(read_text(value))
    except ValueError:
        raise ValueError("uid") from None


def read_word(words: type[Word], *, optional: bool = False) -> Read:
    """Return the reader of one closed list; optional ones take null and ""."""

    def read(value: object) -> Word | None:
        if optional and value in (None, ""):
            return None
        try:
            return words(read_text(value))
        except ValueError:
            raise ValueError(" / ".join(words)) from None

    return read


def shown(record: object, keys: Keys, always: frozenset[str] = frozenset()) -> dict[str, object]:
    """Return the JSON values of a record; an empty one only where its key is in `always`."""
    values = {key: _plain(getattr(record, attribute)) for key, (attribute, _) in keys.items()}
    return {key: value for key, value in values.items() if key in always or value}


def _plain(value: Any) -> object:
    if isinstance(value, datetime):
        return rfc3339(value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID | Word) else value


class JsonReader:
    """Reads JSON values and gathers every problem on the way."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def mapping(self, data: object, path: str) -> Json:
        """Return an object, or an empty one with a problem."""
        if isinstance(data, Mapping):
            return data
        self._wrong(path, "{…}")
        return {}

    def refuse_unknown(self, data: Json, known: set[str], path: str) -> None:
        """Note each key that no field has."""
        self.problems += [
            Problem(f"{path}{key}", ProblemCode.UNKNOWN_KEY) for key in data if key not in known
        ]

    def value(self, path: str, value: object, read: Read) -> Any:
        """Return one value read, or None with a problem."""
        try:
            return read(value)
        except ValueError as error:
            self._wrong(path, str(error))
            return None

    def fields(self, data: Json, keys: Keys, path: str) -> dict[str, Any]:
        """Return the values given, by attribute."""
        return {
            attribute: self.value(f"{path}{key}", data[key], read)
            for key, (attribute, read) in keys.items()
            if key in data
        }

    def each(
        self,
        data: Json,
        name: str,
        keys: Keys,
        required: frozenset[str] | set[str] = frozenset(),
    ) -> list[dict[str, Any]]:
        """Return the fields of each object of a list."""
        found = []
        for place, item in enumerate(self._list(data, name)):
            path = f"{name}.{place}."
            body = self.mapping(item, path.rstrip("."))
            self.refuse_unknown(body, set(keys), path)
            fields = self.fields(body, keys, path)
            for key in required:
                self.require(body, key, path)
            found.append(fields)
        return found

    def names(self, data: Json, name: str) -> list[str]:
        """Return a list of texts."""
        items = self._list(data, name)
        return [self.value(f"{name}.{place}", item, read_text) for place, item in enumerate(items)]

    def require(self, data: Json, key: str, path: str = "") -> None:
        """Note a key that must be there."""
        if key not in data:
            self.problems.append(Problem(f"{path}{key}", ProblemCode.MISSING))

    def _list(self, data: Json, name: str) -> list[object]:
        items = data.get(name, [])
        if isinstance(items, list):
            return items
        self._wrong(name, "[…]")
        return []

    def _wrong(self, path: str, wanted: str) -> None:
        self.problems.append(Problem(path or "(top)", ProblemCode.BAD_VALUE, detail=wanted))
