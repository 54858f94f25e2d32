"""JSON that stands in clear beside encrypted files, and in which every changed byte is noticed.

It is written in one way only (sorted keys, one space of indent, UTF-8, a newline at the end) with
the SHA-256 of all the rest in `digest`. The digest tells damage; who wrote it, a MAC inside must.
"""

import hashlib
import json
from typing import Any

Content = dict[str, Any]


def encode(content: Content) -> bytes:
    """Return the one form of this content."""
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
    return f"{text}\n".encode()


def write_clear(content: Content) -> bytes:
    """Return the content with its digest, as it stands on the disk."""
    return encode(content | {"digest": _digest(content)})


def read_clear(data: bytes) -> Content:
    """Return the content without its digest; ValueError where a byte was changed."""
    try:
        content: Content = json.loads(data)
        digest = content.pop("digest")
        is_whole = digest == _digest(content) and encode(content | {"digest": digest}) == data
    except (KeyError, TypeError, AttributeError, RecursionError):
        raise ValueError("not as it was written") from None
    if not is_whole:
        raise ValueError("not as it was written")
    return content


def _digest(content: Content) -> str:
    return hashlib.sha256(encode(content)).hexdigest()
