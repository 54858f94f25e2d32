"""脱敏: masks are made on the way out, by role and purpose; what is stored is never masked."""

import unicodedata

_PLACES = ("社区", "村", "居委会", "街道", "镇", "乡")
"""Endings of places that many live in, the smallest first."""

_PAIRS = (
    "欧阳太史端木上官司马东方独孤南宫万俟闻人夏侯诸葛尉迟公羊"
    "赫连澹台皇甫宗政濮阳公冶太叔申屠公孙慕容仲孙钟离长孙宇文"
    "司徒鲜于司空闾丘子车亓官司寇巫马公西颛孙壤驷公良漆雕乐正"
    "宰父谷梁拓跋夹谷轩辕令狐段干百里呼延东郭南门羊舌微生梁丘"
    "左丘东门西门第五"
)
COMPOUND_SURNAMES = frozenset(_PAIRS[place : place + 2] for place in range(0, len(_PAIRS), 2))


def mask_phone(phone: str) -> str:
    """Return 138****1234; shorter numbers keep their last two."""
    digits = phone.strip()
    if len(digits) >= 11:
        return f"{digits[:3]}{'*' * (len(digits) - 7)}{digits[-4:]}"
    return "*" * max(len(digits) - 2, 0) + digits[-2:]


def mask_id(id_no: str) -> str:
    """Return the first three and last two characters, as 110*************2X."""
    text = id_no.strip()
    return text if len(text) < 8 else f"{text[:3]}{'*' * (len(text) - 5)}{text[-2:]}"


def mask_address(address: str) -> str:
    """Return the address up to the village or community that it names, else nothing but a star."""
    return place_of(address) + "*" if address.strip() else ""


def place_of(address: str) -> str:
    """Return the address up to the village or community that it names, "" where it names none."""
    for ending in _PLACES:
        at = address.find(ending)
        if at > 0:
            return address[: at + len(ending)]
    return ""


def mask_name(name: str) -> str:
    """Return the surname and one star for each further character: 李**, 欧阳*."""
    signs = _signs_of(name.strip())
    kept = 2 if "".join(signs[:2]) in COMPOUND_SURNAMES else 1
    return "".join(signs[:kept]) + "*" * max(len(signs) - kept, 0)


def _signs_of(text: str) -> list[str]:
    """Return the characters as a reader counts them: a mark or a variation goes with its own."""
    signs: list[str] = []
    for character in text:
        if signs and unicodedata.category(character).startswith("M"):
            signs[-1] += character
        else:
            signs.append(character)
    return signs
