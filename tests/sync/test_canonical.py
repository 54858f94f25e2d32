"""One value, one spelling."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_desktop.sync.canonical import MAX_INTEGER, NotCanonicalError, decode, encode

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
NUMBERS = st.integers(-MAX_INTEGER, MAX_INTEGER)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=8,
)


@given(VALUES)
def test_a_value_is_spelled_so_that_it_comes_back(value: object) -> None:
    assert decode(encode(value)) == value


@given(VALUES)
def test_any_json_reader_reads_it(value: object) -> None:
    assert json.loads(encode(value)) == value


def test_the_spelling_is_that_of_rfc_8785() -> None:
    assert encode({"b": [1, True, None], "a": '𬱖\n"/\x01'}) == (
        '{"a":"𬱖\\n\\"/\\u0001","b":[1,true,null]}'.encode()
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" 1",
        b"1 ",
        b"1.0",
        b"1e2",
        b"-0",
        b"01",
        b"9007199254740992",
        b"1" * 400,
        b"NaN",
        b"Infinity",
        b"'a'",
        b'"\\u0041"',
        b'"\\/"',
        b'"\\u001F"',
        b'"\\ud800"',
        b'"\xed\xa0\x80"',
        b'"\xff"',
        b"\xef\xbb\xbf1",
        b'{"b":1,"a":1}',
        b'{"a":1,"a":1}',
        b'{"a": 1}',
        b"[1,]",
        b"[1 ,2]",
        b"{}{}",
        b"[" * 33 + b"]" * 33,
        b"[" * 100_000,
        b"1\0",
        "1".encode("utf-16"),
    ],
)
def test_other_spellings_are_refused(data: bytes) -> None:
    with pytest.raises(NotCanonicalError):
        decode(data)


@pytest.mark.parametrize("value", [1.5, float("nan"), 2**53, "\ud800", {"a": "\udfff"}])
def test_a_value_without_a_spelling_is_refused(value: object) -> None:
    with pytest.raises(NotCanonicalError):
        encode(value)


def test_32_levels_are_read_and_33_are_not() -> None:
    assert decode(b"[" * 32 + b"]" * 32) is not None
