import base64
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liaison_desktop.model.faults import Unusable, WrongPassword
from liaison_desktop.store import keyfile
from liaison_desktop.store.keyfile import ARGON2, About, KeyFile, code_bytes, make_code

DATA_KEY = bytes(range(32))
CODE = "MFRG-GZDF-MZTW-Q2LK-NNWG-23TP-OBYX-E43U"
ABOUT = About("station", "QHJD", "清河街道人大代表联络站")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    keys = KeyFile(ABOUT)
    keys.set_password("zhou", "019a9f00-0000-7000-8000-0000000000a1", "春风十里不如你", DATA_KEY)
    keys.set_password("wu", "019a9f00-0000-7000-8000-0000000000a2", "hao jiu bu jian 9", DATA_KEY)
    keys.set_recovery(CODE, DATA_KEY)
    keys.set_county(_county().public_key().public_bytes_raw(), "QHQ", DATA_KEY)
    target = tmp_path_factory.mktemp("keys") / "keys.json"
    keys.write(target, DATA_KEY)
    return target


def _county() -> X25519PrivateKey:
    return X25519PrivateKey.from_private_bytes(bytes(range(32, 64)))


def test_each_way_opens_the_same_data_key(path: Path) -> None:
    keys = KeyFile.read(path)
    assert keys.about == ABOUT
    assert keys.logins() == ["zhou", "wu"]
    assert keys.open_with_password("zhou", "春风十里不如你") == DATA_KEY
    assert keys.open_with_password("wu", "hao jiu bu jian 9") == DATA_KEY
    assert keys.open_with_code(CODE) == DATA_KEY
    assert keys.open_with_county(_county().private_bytes_raw()) == DATA_KEY


def test_neither_the_data_key_nor_a_password_stands_in_the_file(path: Path) -> None:
    data = path.read_bytes()
    for secret in (DATA_KEY, "春风十里不如你".encode(), code_bytes(CODE)):
        for form in (secret, secret.hex().encode(), base64.b64encode(secret).rstrip(b"=")):
            assert form not in data


@pytest.mark.parametrize(
    ("login", "password"), [("zhou", "春风十里不如他"), ("wu", "春风十里不如你"), ("li", "x")]
)
def test_a_wrong_name_and_a_wrong_password_are_answered_alike(
    path: Path, login: str, password: str
) -> None:
    with pytest.raises(WrongPassword) as caught:
        KeyFile.read(path).open_with_password(login, password)
    assert caught.value.facts() == {"wait_seconds": 0}


def test_an_unknown_name_costs_as_much_work_as_a_known_one(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work: list[tuple[object, ...]] = []
    real = keyfile.hash_secret_raw

    def watched(secret: bytes, salt: bytes, *strength: Any) -> bytes:
        work.append((len(salt), *strength))
        return real(secret, salt, *strength)

    monkeypatch.setattr(keyfile, "hash_secret_raw", watched)
    for login in ("zhou", "nobody"):
        with pytest.raises(WrongPassword):
            KeyFile.read(path).open_with_password(login, "wrong wrong wrong")
    assert len(work) == 2
    assert work[0] == work[1]


def test_a_password_opens_however_its_accents_were_composed(path: Path) -> None:
    keys = KeyFile.read(path)
    keys.set_password("zhou", "u", "caf\u00e9 caf\u00e9", DATA_KEY)
    keys.write(path.with_name("accents.json"), DATA_KEY)
    assert keys.open_with_password("zhou", "cafe\u0301 cafe\u0301") == DATA_KEY


@pytest.mark.parametrize(
    "typed", [CODE.lower(), CODE.replace("-", ""), f" {CODE} ", CODE.replace("O", "0")]
)
def test_a_code_is_read_however_it_is_typed(typed: str) -> None:
    assert code_bytes(typed) == code_bytes(CODE)


@pytest.mark.parametrize("typed", ["", "MFRG", f"{CODE}-MFRG", CODE[:-1] + "9", "密码"])
def test_a_code_of_another_length_is_just_wrong(path: Path, typed: str) -> None:
    with pytest.raises(WrongPassword):
        KeyFile.read(path).open_with_code(typed)


def test_a_new_code_has_160_bits_and_reads_back() -> None:
    codes = {make_code() for _ in range(50)}
    assert len(codes) == 50
    assert {len(code_bytes(code)) for code in codes} == {20}
    assert all(len(group) == 4 for code in codes for group in code.split("-"))


def test_every_changed_byte_is_noticed_before_anything_is_tried(path: Path, tmp_path: Path) -> None:
    whole = path.read_bytes()
    target = tmp_path / "keys.json"
    for place in range(len(whole)):
        target.write_bytes(
            whole[:place] + bytes([whole[place] ^ (1 << place % 8)]) + whole[place + 1 :]
        )
        with pytest.raises(Unusable) as caught:
            KeyFile.read(target)
        assert caught.value.code == "key_file_unreadable"


@pytest.mark.parametrize("length", [0, 1, 100, -1, -2])
def test_a_cut_key_file_is_unreadable(path: Path, tmp_path: Path, length: int) -> None:
    target = tmp_path / "keys.json"
    target.write_bytes(path.read_bytes()[:length])
    with pytest.raises(Unusable) as caught:
        KeyFile.read(target)
    assert caught.value.code == "key_file_unreadable"


def _rewrite(path: Path, target: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change the file as somebody would who knows the format, but not the data key."""
    content = json.loads(path.read_bytes())
    content.pop("digest")
    change(content)
    content["digest"] = hashlib.sha256(_encoded(content)).hexdigest()
    target.write_bytes(_encoded(content))


def _encoded(content: dict[str, Any]) -> bytes:
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
    return f"{text}\n".encode()


def test_the_rewriter_of_these_tests_knows_the_format(path: Path, tmp_path: Path) -> None:
    _rewrite(path, tmp_path / "k", lambda content: None)
    assert (tmp_path / "k").read_bytes() == path.read_bytes()


@settings(
    deadline=None, max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_a_slot_changed_by_somebody_without_the_key_is_noticed(
    path: Path, tmp_path: Path, data: st.DataObject
) -> None:
    def change(content: dict[str, Any]) -> None:
        slots = content["slots"]
        first, second = data.draw(st.permutations(range(4)))[:2]
        match data.draw(st.sampled_from(["swap", "drop", "mix", "text", "about", "mac"])):
            case "swap":
                slots[first], slots[second] = slots[second], slots[first]
            case "drop":
                slots.pop(first)
            case "mix":
                name = data.draw(st.sampled_from(["salt", "nonce", "sealed"]))
                slots[first][name] = slots[second][name]
            case "text":
                slots[0][data.draw(st.sampled_from(["login", "user"]))] += "x"
            case "about":
                content["about"][data.draw(st.sampled_from(["side", "code", "name"]))] += "x"
            case "mac":
                content["mac"] = data.draw(st.text("0123456789abcdef", min_size=64, max_size=64))

    target = tmp_path / "keys.json"
    _rewrite(path, target, change)
    keys = KeyFile.read(target)
    with pytest.raises((Unusable, WrongPassword)) as caught:
        keys.open_with_code(CODE)
    if isinstance(caught.value, Unusable):
        assert caught.value.code == "key_file_changed"
    else:
        changed = json.loads(target.read_bytes())["slots"]
        assert json.loads(path.read_bytes())["slots"][2] not in changed


def test_what_somebody_else_put_in_is_never_made_good(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "keys.json"
    _rewrite(path, target, lambda content: content["about"].update(name="别的站"))
    changed = target.read_bytes()
    with pytest.raises(Unusable) as caught:
        KeyFile.read(target).write(target, DATA_KEY)
    assert caught.value.code == "key_file_changed"
    assert target.read_bytes() == changed


def _set_kdf(**changes: object) -> Callable[[dict[str, Any]], object]:
    return lambda content: content["slots"][0]["kdf"].update(changes)


@pytest.mark.parametrize(
    "change",
    [
        _set_kdf(t=1),
        _set_kdf(m=8192),
        _set_kdf(p=0),
        _set_kdf(m=1 << 24),
        _set_kdf(t=1000),
        _set_kdf(t=True),
        _set_kdf(t="3"),
        _set_kdf(x=1),
        lambda content: content["slots"][0].pop("salt"),
        lambda content: content["slots"][0].update(kind="other"),
        lambda content: content["slots"][0].update(salt="AAAA"),
        lambda content: content["slots"][0].update(extra=""),
        lambda content: content["slots"].append(content["slots"][0]),
        lambda content: content["slots"].append(7),
        lambda content: content["about"].update(more="x"),
        lambda content: content["about"].update(name=7),
        lambda content: content["about"].update(incarnation="1"),
        lambda content: content["about"].update(incarnation=1 << 40),
        lambda content: content.pop("mac"),
        lambda content: content.update(mac=7),
        lambda content: content.pop("slots"),
    ],
)
def test_weakened_or_malformed_slots_are_refused_before_any_work(
    path: Path, tmp_path: Path, change: Callable[[dict[str, Any]], object]
) -> None:
    target = tmp_path / "keys.json"
    _rewrite(path, target, change)
    with pytest.raises(Unusable) as caught:
        KeyFile.read(target)
    assert caught.value.code == "key_file_unreadable"


def test_the_parameters_written_are_the_ones_promised(path: Path) -> None:
    slots = json.loads(path.read_bytes())["slots"]
    assert [slot["kdf"] for slot in slots if "kdf" in slot] == [ARGON2, ARGON2]
    assert ARGON2 == {"t": 3, "m": 64 * 1024, "p": 1}


def test_a_file_of_a_later_program_says_so(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "keys.json"
    _rewrite(path, target, lambda content: content.update(format=keyfile.FORMAT + 1))
    with pytest.raises(Unusable) as caught:
        KeyFile.read(target)
    assert caught.value.code == "future_file"


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"[" * 100_000, b"\xff", b"x" * 2_000_000])
def test_a_file_that_is_no_key_file_is_unreadable(tmp_path: Path, content: bytes) -> None:
    target = tmp_path / "keys.json"
    target.write_bytes(content)
    with pytest.raises(Unusable) as caught:
        KeyFile.read(target)
    assert caught.value.code == "key_file_unreadable"


def test_a_new_password_takes_the_old_ones_place(path: Path, tmp_path: Path) -> None:
    keys = KeyFile.read(path)
    keys.set_password("zhou", "u", "a longer one now", DATA_KEY)
    keys.write(tmp_path / "keys.json", DATA_KEY)
    keys = KeyFile.read(tmp_path / "keys.json")
    assert keys.logins() == ["zhou", "wu"]
    assert keys.open_with_password("zhou", "a longer one now") == DATA_KEY
    with pytest.raises(WrongPassword):
        keys.open_with_password("zhou", "春风十里不如你")


def test_a_removed_user_and_a_spent_code_open_nothing(path: Path, tmp_path: Path) -> None:
    keys = KeyFile.read(path)
    keys.remove_user("zhou")
    new = make_code()
    keys.set_recovery(new, DATA_KEY)
    keys.write(tmp_path / "keys.json", DATA_KEY)
    keys = KeyFile.read(tmp_path / "keys.json")
    assert keys.open_with_code(new) == DATA_KEY
    with pytest.raises(WrongPassword):
        keys.open_with_code(CODE)
    with pytest.raises(WrongPassword):
        keys.open_with_password("zhou", "春风十里不如你")
