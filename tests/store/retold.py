"""A backup whose manifest was changed by somebody who knows the format."""

import io
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from liaison_desktop.store.clear_json import read_clear, write_clear


def retold(path: Path, target: Path, change: Callable[[dict[str, Any]], object]) -> Path:
    """Write the backup with another manifest, as somebody would who knows all but the data key."""
    with tarfile.open(path) as old, tarfile.open(target, "w", format=tarfile.GNU_FORMAT) as new:
        for member in old:
            file = old.extractfile(member)
            assert file is not None
            data = file.read()
            if member.name == "manifest.json":
                content = read_clear(data)
                change(content)
                data = write_clear(content)
            member.size = len(data)
            new.addfile(member, io.BytesIO(data))
    data = target.read_bytes().rstrip(b"\0")
    target.write_bytes(data + bytes(-len(data) % 512) + bytes(1024))
    return target
