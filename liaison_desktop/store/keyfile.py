"""The key file: one random data key, sealed once for each way to open the home.

    slot "user"      ChaCha20-Poly1305(argon2id(password), data key), one per user
    slot "recovery"  the same under HKDF(160 random bits printed on the 密码恢复单)
    slot "county"    sealed to the county's X25519 recovery key

Changing a password rewrites one slot; nothing else is encrypted again. After every unlock the whole
file is checked with a MAC under the data key, so a swapped or added slot is noticed.
"""

import base64
import hmac
import json
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from liaison_desktop.model.faults import Unusable, WrongPassword
from liaison_desktop.store.whole_file import write_whole

FORMAT = 1
ARGON2 = {"t": 3, "m": 65536, "p": 1}
"""Passes, KiB and lanes: about 0.2 s a guess on the slowest PC supported."""

_FLOOR = {"t": 3, "m": 65536, "p": 1}
_CEILING = {"t": 16, "m": 1 << 20, "p": 16}
Slot = dict[str, Any]


@dataclass
class KeyFile:
    """The slots of one home, in memory; `write` puts them on the disk."""

    slots: list[Slot] = field(default_factory=list)

    @classmethod
    def read(cls, path: Path) -> tuple["KeyFile", str]:
        """Return the file and its MAC, not yet checked; Unusable where it is not a key file."""
        try:
            content = json.loads(path.read_bytes())
            if content["format"] > FORMAT:
                raise Unusable("future_file", str(path))
            return cls([dict(slot) for slot in content["slots"]]), str(content["mac"])
        except (OSError, ValueError, KeyError, TypeError):
            raise Unusable("key_file_unreadable", str(path)) from None

    def write(self, path: Path, data_key: bytes) -> None:
        """Replace the file on the disk, whole or not at all."""
        content = {"format": FORMAT, "slots": self.slots, "mac": self.mac(data_key)}
        write_whole(path, json.dumps(content, ensure_ascii=False, indent=1).encode())

    def mac(self, data_key: bytes) -> str:
        """Return the MAC over all slots under the data key."""
        body = json.dumps(self.slots, ensure_ascii=False, sort_keys=True).encode()
        return hmac.digest(derive(data_key, "key file"), body, "sha256").hex()

    def logins(self) -> list[str]:
        """Return the login names that have a slot, in the order they were made."""
        return [slot["login"] for slot in self.slots if slot["kind"] == "user"]

    def set_password(self, login: str, user: str, password: str, data_key: bytes) -> None:
        """Give the user a slot, or a new one in place of the old."""
        slot = {"kind": "user", "login": login, "user": user, "kdf": ARGON2}
        self._put(_sealed(slot, lambda salt: _stretch(password, salt, ARGON2), data_key))

    def set_recovery(self, code: str, data_key: bytes) -> None:
        """Make this code the one that opens the home without a password."""
        secret = code_bytes(code)
        self._put(_sealed({"kind": "recovery"}, lambda salt: _expand(secret, salt), data_key))

    def set_county(self, recovery_key: bytes, county: str, data_key: bytes) -> None:
        """Let the county's X25519 recovery key (32 bytes, public) open the home."""
        once = X25519PrivateKey.generate()
        shared = once.exchange(X25519PublicKey.from_public_bytes(recovery_key))
        slot = {
            "kind": "county",
            "county": county,
            "once": once.public_key().public_bytes_raw().hex(),
        }
        self._put(_sealed(slot, lambda salt: _expand(shared, salt), data_key))

    def remove_user(self, login: str) -> None:
        """Take the user's slot away; he cannot open the home any more."""
        self.slots = [slot for slot in self.slots if slot.get("login") != login]

    def open_with_password(self, login: str, password: str) -> bytes:
        """Return the data key; WrongPassword alike for a wrong name and a wrong password."""
        for slot in self.slots:
            if slot["kind"] == "user" and slot["login"] == login:
                return _opened(slot, _stretch(password, _bytes(slot["salt"]), slot["kdf"]))
        _stretch(password, bytes(16), ARGON2)  # an unknown name takes as long as a known one
        raise WrongPassword

    def open_with_code(self, code: str) -> bytes:
        """Return the data key by the code of the 密码恢复单."""
        for slot in self.slots:
            if slot["kind"] == "recovery":
                return _opened(slot, _expand(code_bytes(code), _bytes(slot["salt"])))
        raise WrongPassword

    def open_with_county(self, recovery_key: bytes) -> bytes:
        """Return the data key by the county's private recovery key (32 bytes)."""
        private = X25519PrivateKey.from_private_bytes(recovery_key)
        for slot in self.slots:
            if slot["kind"] == "county":
                once = X25519PublicKey.from_public_bytes(bytes.fromhex(slot["once"]))
                return _opened(slot, _expand(private.exchange(once), _bytes(slot["salt"])))
        raise WrongPassword

    def _put(self, new: Slot) -> None:
        same = ("kind", "login")
        kept = [s for s in self.slots if any(s.get(name) != new.get(name) for name in same)]
        self.slots = [*kept, new]


def make_data_key() -> bytes:
    """Return 32 random bytes."""
    return secrets.token_bytes(32)


def derive(data_key: bytes, purpose: str) -> bytes:
    """Return the 32-byte key for one purpose (HKDF-SHA256, RFC 5869)."""
    return HKDF(SHA256(), 32, None, f"liaison-desktop {purpose}".encode()).derive(data_key)


def make_code() -> str:
    """Return a recovery code: 160 random bits as eight groups of four (RFC 4648 base32)."""
    text = base64.b32encode(secrets.token_bytes(20)).decode()
    return "-".join(text[place : place + 4] for place in range(0, 32, 4))


def code_bytes(code: str) -> bytes:
    """Return the bits of a code however it was typed; 0, 1 and 8 are read as O, I and B."""
    plain = code.upper().translate(str.maketrans("018", "OIB"))
    letters = "".join(letter for letter in plain if letter.isascii() and letter.isalnum())
    try:
        return base64.b32decode(letters)
    except ValueError:
        raise WrongPassword from None


def _stretch(password: str, salt: bytes, kdf: dict[str, int]) -> bytes:
    if any(not _FLOOR[name] <= kdf[name] <= _CEILING[name] for name in _FLOOR):
        raise Unusable("key_file_unreadable")
    return hash_secret_raw(
        password.encode("utf-8", "surrogatepass"),
        salt,
        kdf["t"],
        kdf["m"],
        kdf["p"],
        32,
        Type.ID,
    )


def _expand(secret: bytes, salt: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt, b"liaison-desktop slot").derive(secret)


def _sealed(slot: Slot, key_of: Any, data_key: bytes) -> Slot:
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    box = ChaCha20Poly1305(key_of(salt))
    sealed = box.encrypt(nonce, data_key, _label(slot))
    return slot | {"salt": _text(salt), "nonce": _text(nonce), "sealed": _text(sealed)}


def _opened(slot: Slot, key: bytes) -> bytes:
    try:
        return ChaCha20Poly1305(key).decrypt(
            _bytes(slot["nonce"]), _bytes(slot["sealed"]), _label(slot)
        )
    except InvalidTag:
        raise WrongPassword from None


def _label(slot: Slot) -> bytes:
    named = {name: slot[name] for name in ("kind", "login", "user", "county") if name in slot}
    return json.dumps(named, ensure_ascii=False, sort_keys=True).encode()


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text)
