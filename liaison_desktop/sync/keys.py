"""The keys of an office: Ed25519 (RFC 8032) to sign, age X25519 to be written to.

What is signed always begins with the magic line of its kind of file, and no magic is the beginning
of another; so a signature under a card can never pass for one under a package.
"""

import base64
import hashlib
from dataclasses import dataclass, field
from typing import Final

import pyrage
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

SIGNATURE: Final = 64
"""Bytes of a signature."""

_FIELD: Final = 2**255 - 19
_ORDER_8: Final = 0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7
_SMALL_ORDER: Final = {0, 1, _FIELD - 1, _ORDER_8, _FIELD - _ORDER_8}


@dataclass(frozen=True)
class PublicKeys:
    """What others may know: the 32 bytes that verify, and the age recipient (`age1…`).

    ValueError where either is no key, is spelled otherwise than usual, or is one of the points of
    small order under which anybody could sign.
    """

    signing: bytes
    recipient: str

    def __post_init__(self) -> None:
        """Refuse what is not a key."""
        if len(self.signing) != 32 or not _is_honest_point(self.signing):
            raise ValueError("not an Ed25519 public key")
        try:
            known = str(pyrage.x25519.Recipient.from_str(self.recipient))
        except pyrage.RecipientError:
            raise ValueError("not an age recipient") from None
        if known != self.recipient:
            raise ValueError("not the usual spelling of an age recipient")


@dataclass(frozen=True)
class OfficeKeys:
    """Both private keys: 32 bytes of Ed25519 and an age identity; kept by the store only."""

    signing: bytes = field(repr=False)
    identity: str = field(repr=False)

    @classmethod
    def make(cls) -> "OfficeKeys":
        """Return new keys from the system's random source."""
        signing = Ed25519PrivateKey.generate().private_bytes_raw()
        return cls(signing, str(pyrage.x25519.Identity.generate()))

    def public(self) -> PublicKeys:
        """Return the public halves."""
        signing = Ed25519PrivateKey.from_private_bytes(self.signing).public_key()
        recipient = pyrage.x25519.Identity.from_str(self.identity).to_public()
        return PublicKeys(signing.public_bytes_raw(), str(recipient))


def fingerprint(public: PublicKeys) -> str:
    """Return five groups of four of A–Z and 2–7 to be read aloud: 100 bits over both keys.

    The beginning of SHA-256(`liaison-keys LF` ‖ 32 bytes ‖ recipient) in base32 (RFC 4648 §6).
    """
    seen = hashlib.sha256(b"liaison-keys\n" + public.signing + public.recipient.encode())
    letters = base64.b32encode(seen.digest()).decode()[:20]
    return "-".join(letters[at : at + 4] for at in range(0, 20, 4))


def sign(keys: OfficeKeys, message: bytes) -> bytes:
    """Return the 64 bytes of Ed25519 over the message, which begins with its magic."""
    return Ed25519PrivateKey.from_private_bytes(keys.signing).sign(message)


def is_signed(public: PublicKeys, message: bytes | memoryview, signature: bytes) -> bool:
    """Return whether the signature is this key's over exactly this message."""
    key = Ed25519PublicKey.from_public_bytes(public.signing)
    try:
        key.verify(signature, message)
    except InvalidSignature:
        return False
    return True


def _is_honest_point(signing: bytes) -> bool:
    y = int.from_bytes(signing, "little") & (2**255 - 1)
    return y < _FIELD and y not in _SMALL_ORDER
