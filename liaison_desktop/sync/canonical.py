"""Canonical JSON: one value has one spelling, so a hash or a signature over it means something.

RFC 8785 (JCS) narrowed: UTF-8 without BOM, names sorted, no spaces, no floats, integers within
±(2^53 - 1), at most 32 levels. Everything else is refused, duplicate names and lone surrogates too.
"""

from typing import Final

import msgspec

MAX_INTEGER: Final = 2**53 - 1
MAX_DEPTH: Final = 32

_encoder = msgspec.json.Encoder(order="sorted")
_decoder = msgspec.json.Decoder()


class NotCanonicalError(ValueError):
    """The bytes are not the one spelling of a value; says which rule, never which value."""


def encode(value: object) -> bytes:
    """Return the one spelling; NotCanonicalError where there is none (a float, a surrogate)."""
    try:
        _check(msgspec.to_builtins(value), MAX_DEPTH)
        return _encoder.encode(value)
    except (UnicodeEncodeError, RecursionError):
        raise NotCanonicalError("no canonical spelling") from None


def decode(data: bytes) -> object:
    """Return dicts, lists, texts, integers, booleans and None; NotCanonicalError for the rest."""
    try:
        value: object = _decoder.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise NotCanonicalError("not JSON") from None
    _check(value, MAX_DEPTH)
    if not same(value, data):
        raise NotCanonicalError("spelled otherwise")
    return value


def same(value: object, data: bytes) -> bool:
    """Return whether `data` is how `value` is spelled: nothing was dropped, added or turned."""
    return _encoder.encode(value) == data


def _check(value: object, levels: int) -> None:
    if value is None or isinstance(value, str | bool):
        return
    if isinstance(value, int):
        if abs(value) > MAX_INTEGER:
            raise NotCanonicalError("integer too large")
        return
    if levels == 0 or not isinstance(value, dict | list):
        raise NotCanonicalError("float, or too deep")
    for inner in value.values() if isinstance(value, dict) else value:
        _check(inner, levels - 1)
