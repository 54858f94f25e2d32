"""Looks at the front of an age file before any key touches it.

age v1 (https://age-encryption.org/v1). A passphrase stanza lets a stranger order minutes of scrypt
work, and other stanzas reach code we do not use; so only X25519 and age's grease pass.
"""

import re
from typing import Final

from liaison_desktop.model.faults import PackageRefused

MAX_FRONT: Final = 16 * 1024
MAX_STANZAS: Final = 20

_VERSION: Final = b"age-encryption.org/v1\n"
_BASE64: Final = rb"[A-Za-z0-9+/]"
_X25519: Final = re.compile(rb"-> X25519 %b{43}\n%b{43}\n" % (_BASE64, _BASE64))
_GREASE: Final = re.compile(
    rb"-> [!-~]*-grease(?: [!-~]+)*\n(?:%b{64}\n)*%b{0,63}\n" % (_BASE64, _BASE64)
)
_END: Final = re.compile(rb"--- %b{43}\n" % _BASE64)


def check_front(front: bytes) -> None:
    """Pass an age front of one or more X25519 stanzas and grease; PackageRefused bad_body else.

    `front` is the first `MAX_FRONT` bytes of the file, or all of it.
    """
    if not front.startswith(_VERSION):
        raise PackageRefused("bad_body", part="age")
    at, keys = len(_VERSION), 0
    for _ in range(MAX_STANZAS):
        key = _X25519.match(front, at)
        stanza = key or _GREASE.match(front, at)
        if stanza is None:
            break
        at, keys = stanza.end(), keys + (key is not None)
    if not keys or not _END.match(front, at):
        raise PackageRefused("bad_body", part="age")
