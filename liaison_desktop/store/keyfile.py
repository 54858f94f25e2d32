"""The key file: one random data key, sealed once for each way to open the home.

    slot "user"      ChaCha20-Poly1305(argon2id(password), data key), one per user
    slot "recovery"  the same under HKDF(160 random bits printed on the 密码恢复单)
    slot "county"    sealed to the county's X25519 recovery key

Changing a password rewrites one slot; nothing else is encrypted again. `about` says in clear whose
home this is. Damage is noticed by a digest before anything is tried; a slot that was swapped, added
or put back is noticed by a MAC under the data key at every unlock.
"""

import base64
import hmac
import secrets
import unicodedata
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from liaison_desktop.model.faults import Unusable, WrongPassword
from liaison_desktop.store.clear_json import encode, read_clear, write_clear
from liaison_desktop.store.whole_file import write_whole

FORMAT = 1
ARGON2 = {"t": 3, "m": 65536, "p": 1}
"""Passes, KiB and lanes: about 0.2 s a guess on the slowest PC supported."""

_BOUNDS = {"t": (3, 16), "m": (1 << 16, 1 << 20), "p": (1, 16)}
"""A slot below was weakened, one above would hold the PC up; both are refused before any work."""

_LARGEST = 1 << 20
_SEALED = {"salt": 16, "nonce": 12, "sealed": 48}
_NAMED = {"user": ("login", "user"), "recovery": (), "county": ("county",)}
Slot = dict[str, Any]


@dataclass(frozen=True)
class About:
    """Whose home this is, for the login window: "station" or "county", its code and name.

    `incarnation` is the counted number, so that a restore finds a higher one even where the
    database itself cannot be read any more.
    """

    side: str
    code: str
    name: str
    incarnation: int = 1


@dataclass
class KeyFile:
    """The slots of one home, in memory; `write` puts them on the disk."""

    about: About
    slots: list[Slot] = field(default_factory=list)
    path: Path = Path()
    _stated_mac: str = ""

    @classmethod
    def read(cls, path: Path) -> "KeyFile":
        """Return the file; Unusable where a byte of it was changed or a later program made it."""
        try:
            with path.open("rb") as file:
                data = file.read(_LARGEST)
        except OSError:
            raise Unusable("key_file_unreadable", str(path)) from None
        return cls.parse(data, path)

    @classmethod
    def parse(cls, data: bytes, path: Path) -> "KeyFile":
        """Return the key file that these bytes are; Unusable as `read`."""
        try:
            content = read_clear(data)
            if content["format"] != FORMAT:
                raise Unusable("future_file", str(path))
            keys = cls(About(**content["about"]), content["slots"], path)
            keys._stated_mac = "" + content["mac"]
            keys._refuse_malformed()
        except (ValueError, KeyError, TypeError, AttributeError):
            raise Unusable("key_file_unreadable", str(path)) from None
        return keys

    def write(self, path: Path, data_key: bytes) -> None:
        """Replace the file on the disk, whole or not at all.

        Unusable "key_file_changed" where the one there is not of this home: nothing that somebody
        else put into it is ever made good by a new MAC.
        """
        if path.exists():
            KeyFile.read(path).check(data_key)
        mac = self._mac(data_key)
        content = {"format": FORMAT, "about": asdict(self.about), "slots": self.slots, "mac": mac}
        write_whole(path, write_clear(content))
        self.path, self._stated_mac = path, mac

    def check(self, data_key: bytes) -> None:
        """Raise Unusable where somebody without the data key wrote a part of this file."""
        if not hmac.compare_digest(self._mac(data_key).encode(), self._stated_mac.encode()):
            raise Unusable("key_file_changed", str(self.path))

    def logins(self) -> list[str]:
        """Return the login names that have a slot, in the order they were made."""
        return [slot["login"] for slot in self.slots if slot["kind"] == "user"]

    def set_password(self, login: str, user: str, password: str, data_key: bytes) -> None:
        """Give the user (uid as text) a slot, or a new one in place of the old."""
        slot = {"kind": "user", "login": login, "user": user, "kdf": dict(ARGON2)}
        self._put(_sealed(slot, lambda salt: _stretch(password, salt, ARGON2), data_key))

    def set_recovery(self, code: str, data_key: bytes) -> None:
        """Make this code the one that opens the home without a password; the former is spent."""
        secret = code_bytes(code)
        self._put(_sealed({"kind": "recovery"}, lambda salt: _expand(secret, salt), data_key))

    def set_county(self, recovery_key: bytes, county: str, data_key: bytes) -> None:
        """Let the county's X25519 recovery key (32 bytes, public) open the home."""
        once = X25519PrivateKey.generate()
        shared = once.exchange(X25519PublicKey.from_public_bytes(recovery_key))
        public = _text(once.public_key().public_bytes_raw())
        slot = {"kind": "county", "county": county, "once": public}
        self._put(_sealed(slot, lambda salt: _expand(shared, salt), data_key))

    def remove_user(self, login: str) -> None:
        """Take the user's slot away; he cannot open the home any more."""
        self.slots = [slot for slot in self.slots if slot.get("login") != login]

    def open_with_password(self, login: str, password: str) -> bytes:
        """Return the data key; WrongPassword alike for a wrong name and a wrong password."""
        for slot in self.slots:
            if slot["kind"] == "user" and slot["login"] == login:
                return self._opened(slot, _stretch(password, _bytes(slot["salt"]), slot["kdf"]))
        _stretch(password, bytes(16), ARGON2)  # an unknown name takes as long as a known one
        raise WrongPassword

    def open_with_code(self, code: str) -> bytes:
        """Return the data key by the code of the 密码恢复单; WrongPassword."""
        for slot in self.slots:
            if slot["kind"] == "recovery":
                return self._opened(slot, _expand(code_bytes(code), _bytes(slot["salt"])))
        raise WrongPassword

    def open_with_county(self, recovery_key: bytes) -> bytes:
        """Return the data key by the county's private recovery key (32 bytes); WrongPassword."""
        private = X25519PrivateKey.from_private_bytes(recovery_key)
        for slot in self.slots:
            if slot["kind"] == "county":
                once = X25519PublicKey.from_public_bytes(_bytes(slot["once"]))
                return self._opened(slot, _expand(private.exchange(once), _bytes(slot["salt"])))
        raise WrongPassword

    def _opened(self, slot: Slot, key: bytes) -> bytes:
        nonce, sealed = _bytes(slot["nonce"]), _bytes(slot["sealed"])
        try:
            data_key = ChaCha20Poly1305(key).decrypt(nonce, sealed, _label(slot))
        except InvalidTag:
            raise WrongPassword from None
        self.check(data_key)
        return data_key

    def _put(self, new: Slot) -> None:
        places = [n for n, slot in enumerate(self.slots) if _place(slot) == _place(new)]
        if places:
            self.slots[places[0]] = new
        else:
            self.slots.append(new)

    def _mac(self, data_key: bytes) -> str:
        body = encode({"format": FORMAT, "about": asdict(self.about), "slots": self.slots})
        return hmac.digest(derive(data_key, "key file"), body, "sha256").hex()

    def _refuse_malformed(self) -> None:
        about = self.about
        if not all(isinstance(text, str) for text in (about.side, about.code, about.name)):
            raise ValueError("not a text")
        if type(about.incarnation) is not int or not 1 <= about.incarnation < 1 << 20:
            raise ValueError("an incarnation out of reach")
        for slot in self.slots:
            _refuse_malformed_slot(slot)
        if len({_place(slot) for slot in self.slots}) < len(self.slots):
            raise ValueError("two slots for one")


def make_data_key() -> bytes:
    """Return 32 random bytes."""
    return secrets.token_bytes(32)


def make_recovery_key() -> bytes:
    """Return a private X25519 key (32 bytes), by which a county can open its stations' homes."""
    return X25519PrivateKey.generate().private_bytes_raw()


def public_recovery_key(private: bytes) -> bytes:
    """Return the public half (32 bytes) of a county's recovery key, which its invitations carry."""
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def derive(data_key: bytes, purpose: str) -> bytes:
    """Return the 32-byte key for one purpose (HKDF-SHA256, RFC 5869)."""
    return HKDF(SHA256(), 32, None, f"liaison-desktop {purpose}".encode()).derive(data_key)


def make_code() -> str:
    """Return a recovery code: 160 random bits as eight groups of four (RFC 4648 base32)."""
    text = base64.b32encode(secrets.token_bytes(20)).decode()
    return "-".join(text[place : place + 4] for place in range(0, 32, 4))


def code_bytes(code: str) -> bytes:
    """Return the bits of a code: small, full-width, or with 0, 1, 8 for O, I, B; WrongPassword."""
    plain = unicodedata.normalize("NFKC", code).upper().translate(str.maketrans("018", "OIB"))
    letters = "".join(letter for letter in plain if letter.isascii() and letter.isalnum())
    try:
        bits = base64.b32decode(letters)
    except ValueError:
        bits = b""
    if len(bits) != 20:
        raise WrongPassword
    return bits


def _refuse_malformed_slot(slot: Slot) -> None:
    kind = slot["kind"]
    wanted = {"kind", *_NAMED[kind], *_SEALED}
    wanted |= {"user": {"kdf"}, "county": {"once"}}.get(kind, set())
    sizes = _SEALED | ({"once": 32} if kind == "county" else {})
    if set(slot) != wanted or any(len(_bytes(slot[name])) != sizes[name] for name in sizes):
        raise ValueError("a slot's parts")
    kdf = slot["kdf"] if kind == "user" else ARGON2
    if set(kdf) != set(_BOUNDS):
        raise ValueError("a slot's parameters")
    for name, (least, most) in _BOUNDS.items():
        if type(kdf[name]) is not int or not least <= kdf[name] <= most:
            raise ValueError("a slot's strength")


def _place(slot: Slot) -> tuple[str, str]:
    return slot["kind"], slot.get("login", "")


def _stretch(password: str, salt: bytes, kdf: dict[str, int]) -> bytes:
    secret = unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")
    return hash_secret_raw(secret, salt, kdf["t"], kdf["m"], kdf["p"], 32, Type.ID)


def _expand(secret: bytes, salt: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt, b"liaison-desktop slot").derive(secret)


def _sealed(slot: Slot, key_of: Callable[[bytes], bytes], data_key: bytes) -> Slot:
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    sealed = ChaCha20Poly1305(key_of(salt)).encrypt(nonce, data_key, _label(slot))
    return slot | {"salt": _text(salt), "nonce": _text(nonce), "sealed": _text(sealed)}


def _label(slot: Slot) -> bytes:
    return encode({name: slot[name] for name in ("kind", *_NAMED[slot["kind"]])})


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
