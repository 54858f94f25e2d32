"""The sealed part: one age file, which only the recipient's key opens.

age v1 (https://age-encryption.org/v1), binary. age says nothing of who sent it: the signature of
the package does. A passphrase stanza lets a stranger order minutes of scrypt work, and other
stanzas reach code we do not use; so the front is read by us first, and only X25519 and age's grease
pass.
"""

import re
from typing import Final

import pyrage

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


def encrypt(plain: bytes, recipient: str) -> bytes:
    """Return an age file that the recipient (`age1…`) can open."""
    return pyrage.encrypt(plain, [pyrage.x25519.Recipient.from_str(recipient)])


def decrypt(sealed: bytes, identity: str) -> bytes:
    """Return what was sealed, all of it verified; PackageRefused bad_body else."""
    check_front(sealed[:MAX_FRONT])
    try:
        return pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(identity)])
    except pyrage.DecryptError:
        raise PackageRefused("bad_body", part="age") from None


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
