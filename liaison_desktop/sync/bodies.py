"""The bodies of records as they travel, built from the declarations of their fields.

On the wire a value is text, integer, true, false or null: a word of a closed list is its English
word, an instant RFC 3339 with +08:00, a day ISO 8601, an id hyphenated. Parts are lists of objects.
"""

from collections.abc import Callable, Mapping
from functools import cache
from types import GenericAlias
from typing import Annotated, Any, ClassVar, Final, cast

import msgspec

from liaison_desktop.model.fields import Reach
from liaison_desktop.model.travel import TravelField, TravelShape, travel_shapes
from liaison_desktop.model.words import Word
from liaison_desktop.sync.canonical import MAX_INTEGER
from liaison_desktop.sync.spellings import SPELLINGS

Wire = str | int | bool | None

MOST_TEXT: Final = 200
"""Code points of a text that declares no size, such as a number."""

_ONE_LINE: Final = r"\A[^\x00-\x08\x0a-\x1f\x7f-\x9f\ud800-\udfff]*\Z"
_LINES: Final = r"\A[^\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]*\Z"
"""The rule of `model.texts.bad_character`, for the decoder."""


class Body(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What of a record, or of one part of it, reaches the recipient; values as on the wire."""

    SPELLED: ClassVar[tuple[TravelField, ...]] = ()
    """The fields whose text is the spelling of something else."""

    def __repr__(self) -> str:
        """Say the kind, never what it holds."""
        return f"{type(self).__name__}(…)"

    def __post_init__(self) -> None:
        """Refuse instants, days and ids that do not exist or are spelled otherwise than usual."""
        for field in self.SPELLED:
            value = getattr(self, field.name)
            if value is not None:
                SPELLINGS[field.type].check(value)


@cache
def body_types(reach: Reach) -> Mapping[str, type[Body]]:
    """Return the type of the body of every kind that travels as far as `reach`, strict.

    No field may be missing or unknown; texts keep their size and hold no character that the desk
    would refuse; words are of their list.
    """
    return {kind: _body_type(shape) for kind, shape in travel_shapes(reach).items()}


def to_wire(field: TravelField, value: Any) -> Wire:
    """Return the value of a field as it is written in a package."""
    if value is None:
        return None
    write = _writer_of(field.type)
    return value if write is None else write(value)


def from_wire(field: TravelField, value: Any) -> Any:
    """Return the value that `to_wire` wrote; ValueError where there is no such value."""
    if value is None:
        return None
    read = _reader_of(field.type)
    return value if read is None else read(value)


@cache
def _writer_of(plain: type) -> Callable[[Any], Wire] | None:
    if plain in SPELLINGS:
        return SPELLINGS[plain].write
    return (lambda word: plain(word).value) if issubclass(plain, Word) else None


@cache
def _reader_of(plain: type) -> Callable[[Any], Any] | None:
    if plain in SPELLINGS:
        return SPELLINGS[plain].read
    return plain if issubclass(plain, Word) else None


def wire_body(shape: TravelShape, body: Mapping[str, Any]) -> dict[str, Any]:
    """Return the body of a record, {field: value, part: [{field: value}]}, as it travels."""
    wire: dict[str, Any] = {f.name: to_wire(f, body[f.name]) for f in shape.fields}
    for part, fields in shape.parts.items():
        wire[part] = [{f.name: to_wire(f, one[f.name]) for f in fields} for one in body[part]]
    return wire


def plain_body(shape: TravelShape, body: Body) -> dict[str, Any]:
    """Return the body that `wire_body` was given, from what was opened."""
    plain = {f.name: from_wire(f, getattr(body, f.name)) for f in shape.fields}
    for part, fields in shape.parts.items():
        ones = getattr(body, part)
        plain[part] = [{f.name: from_wire(f, getattr(one, f.name)) for f in fields} for one in ones]
    return plain


def text_type(size: int, *, is_multiline: bool) -> msgspec.Meta:
    """Return what a text of at most `size` code points must obey."""
    return msgspec.Meta(max_length=size, pattern=_LINES if is_multiline else _ONE_LINE)


def _body_type(shape: TravelShape) -> type[Body]:
    parts = {
        name: GenericAlias(list, _struct(f"{shape.kind}_{name}", fields, {}))
        for name, fields in shape.parts.items()
    }
    return _struct(shape.kind, shape.fields, parts)


def _struct(name: str, fields: tuple[TravelField, ...], parts: dict[str, Any]) -> type[Body]:
    spelled = tuple(field for field in fields if field.type in SPELLINGS)
    made = msgspec.defstruct(
        name,
        [*((field.name, _wire_type(field)) for field in fields), *parts.items()],
        bases=(Body,),
        namespace={"SPELLED": spelled},
        module=__name__,
        frozen=True,
        forbid_unknown_fields=True,
    )
    return cast(type[Body], made)


def _wire_type(field: TravelField) -> Any:
    wire: Any = str
    if issubclass(field.type, Word) or field.type is bool:
        wire = field.type
    elif field.type is int:
        wire = Annotated[int, msgspec.Meta(ge=-MAX_INTEGER, le=MAX_INTEGER)]
    elif field.type is str:
        size = MOST_TEXT if field.size is None else field.size
        wire = Annotated[str, text_type(size, is_multiline=field.is_multiline)]
    return wire | None if field.is_optional else wire
