"""What travels, as it is written: every value comes back exactly, nothing else passes."""

import re
from datetime import date, datetime, timedelta
from typing import Any, get_args, get_type_hints

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison_desktop.model.every_record import AGGREGATES
from liaison_desktop.model.fields import Reach, fields_of
from liaison_desktop.model.texts import bad_character
from liaison_desktop.model.times import SHANGHAI, from_ms
from liaison_desktop.model.travel import TravelField, travel_shapes
from liaison_desktop.model.words import Channel, Word
from liaison_desktop.sync.bodies import (
    MOST_TEXT,
    body_types,
    from_wire,
    plain_body,
    text_type,
    to_wire,
    wire_body,
)
from liaison_desktop.sync.canonical import MAX_INTEGER
from liaison_desktop.sync.spellings import SPELLINGS
from tests.sync.parcels import FORM, SHAPES, a_line

MS = timedelta(milliseconds=1)
LAST = int((datetime(9999, 12, 31, 23, 59, 59, tzinfo=SHANGHAI) - from_ms(0)) / MS)
FIRST = int((datetime(1, 1, 2, tzinfo=SHANGHAI) - from_ms(0)) / MS)
FAVOURITES = st.sampled_from(
    ["㛃", "𬱖", "䶮", "😀", "👩\u200d🔧", "\u202e", "\u2067", "\ufeff", "e\u0301"]
)
LETTERS = st.characters(exclude_categories=["Cc", "Cs"]) | FAVOURITES


def texts(field: TravelField) -> st.SearchStrategy[str]:
    most = field.size if field.size is not None else MOST_TEXT
    letters = LETTERS | st.just("\t") | st.just("\n") if field.is_multiline else LETTERS
    pieces = st.lists(letters, max_size=most).map(lambda found: "".join(found)[:most])
    return pieces | st.just("𬱖" * most)


def values(field: TravelField) -> st.SearchStrategy[Any]:
    found: st.SearchStrategy[Any]
    if field.type is str:
        found = texts(field)
    elif issubclass(field.type, Word):
        found = st.sampled_from(list(field.type))
    elif field.type is bool:
        found = st.booleans()
    elif field.type is int:
        found = st.integers(-MAX_INTEGER, MAX_INTEGER)
    elif field.type is datetime:
        found = st.integers(FIRST, LAST).map(from_ms)
    elif field.type is date:
        found = st.dates()
    else:
        found = st.uuids()
    return found | st.none() if field.is_optional else found


def bodies(kind: str) -> st.SearchStrategy[dict[str, Any]]:
    shape = SHAPES[kind]
    roots = {field.name: values(field) for field in shape.fields}
    parts = {
        name: st.lists(st.fixed_dictionaries({f.name: values(f) for f in fields}), max_size=3)
        for name, fields in shape.parts.items()
    }
    return st.fixed_dictionaries(roots | parts)


@settings(max_examples=40, deadline=None)
@pytest.mark.parametrize("kind", list(SHAPES))
@given(st.data())
def test_any_valid_record_survives_the_journey_exactly(kind: str, data: st.DataObject) -> None:
    body = data.draw(bodies(kind))
    line = a_line(kind, wire_body(SHAPES[kind], body))
    opened = FORM.read(FORM.write(line))
    assert plain_body(SHAPES[kind], opened.body) == body
    assert msgspec.to_builtins(opened) == msgspec.to_builtins(line)


def test_a_body_has_exactly_the_fields_that_reach_the_county() -> None:
    for kind, body in body_types(Reach.COUNTY).items():
        root = fields_of(AGGREGATES[kind].root)
        reaching = {name for name, field in root.items() if field.reach >= Reach.COUNTY}
        assert set(body.__struct_fields__) == reaching
        for name, part in AGGREGATES[kind].parts.items():
            inner = fields_of(part)
            wanted = {n for n, field in inner.items() if field.reach >= Reach.COUNTY}
            of_part = get_args(get_type_hints(body)[name])[0]
            assert set(of_part.__struct_fields__) == wanted


def test_what_stays_in_the_station_has_no_place_in_a_package() -> None:
    travelling = travel_shapes(Reach.COUNTY)
    assert "user" not in travelling
    assert "draft" not in travelling
    names = {f.name for f in travelling["visit"].parts["visitors"]}
    assert names.isdisjoint({"id_no", "birth_ym", "occupation", "guardian"})


@given(st.text(st.characters(categories=["Cc", "Cs", "L", "Zs", "Cf"]), max_size=20))
def test_the_decoder_refuses_the_characters_that_the_desk_refuses(text: str) -> None:
    for is_multiline in (True, False):
        pattern = text_type(20, is_multiline=is_multiline).pattern
        assert pattern is not None
        desk_takes = bad_character(text, multiline=is_multiline) is None
        assert (re.search(pattern, text) is not None) == desk_takes


@pytest.mark.parametrize("point", [*range(0x20), *range(0x7F, 0xA0), 0xD800, 0xDFFF])
def test_each_single_control_character_is_judged_as_at_the_desk(point: int) -> None:
    for is_multiline in (True, False):
        pattern = text_type(20, is_multiline=is_multiline).pattern
        assert pattern is not None
        desk_takes = bad_character(chr(point), multiline=is_multiline) is None
        assert (re.search(pattern, chr(point)) is not None) == desk_takes


CHANNEL = TravelField("channel", Channel, False, None)
INSTANT = TravelField("at", datetime, True, None)


def test_values_are_written_as_the_document_says() -> None:
    assert to_wire(CHANNEL, Channel.LETTER) == "letter"
    assert type(to_wire(CHANNEL, Channel.LETTER)) is str
    assert to_wire(INSTANT, from_ms(0)) == "1970-01-01T08:00:00+08:00"
    assert to_wire(INSTANT, from_ms(5)) == "1970-01-01T08:00:00.005+08:00"
    assert to_wire(INSTANT, None) is None
    assert from_wire(INSTANT, None) is None
    assert from_wire(CHANNEL, "letter") is Channel.LETTER
    with pytest.raises(ValueError, match="telepathy"):
        from_wire(CHANNEL, "telepathy")


@given(st.integers(FIRST, LAST).map(from_ms))
def test_an_instant_of_any_zone_is_written_in_one_way(instant: datetime) -> None:
    spelling = SPELLINGS[datetime]
    spelling.check(spelling.write(instant))
    assert spelling.read(spelling.write(instant)) == instant


@given(st.dates())
def test_a_day_is_written_in_one_way(day: date) -> None:
    spelling = SPELLINGS[date]
    spelling.check(spelling.write(day))
    assert spelling.read(spelling.write(day)) == day


@pytest.mark.parametrize("kind", list(SHAPES))
def test_a_value_is_taken_only_where_writing_it_again_gives_the_same(kind: str) -> None:
    for field in SHAPES[kind].fields:
        if field.type in SPELLINGS:
            for text in ("", "2026-11-20", "2026-11-20T12:00:00+08:00", "x" * 36):
                try:
                    SPELLINGS[field.type].check(text)
                except ValueError:
                    continue
                assert to_wire(field, from_wire(field, text)) == text
