"""Our own mistakes: what a crash report may say, which is where and what kind, never a value."""

import traceback


def crash_report(error: BaseException) -> str:
    """Return the kind of each error of the chain and the places it passed, without its message.

    A message may quote what somebody typed; the report may go to an administrator.
    """
    lines: list[str] = []
    current: BaseException | None = error
    while current is not None:
        lines.append(type(current).__name__)
        lines += [
            f"  {_inside(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(current.__traceback__)
        ]
        current = current.__cause__ or current.__context__
    return "\n".join(lines)


def _inside(path: str) -> str:
    """Return the path below the package or library, so that no user's folder is named."""
    parts = path.replace("\\", "/").split("/")
    return "/".join(parts[-3:])
