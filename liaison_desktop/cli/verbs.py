"""How a verb of the command line is declared, and what every verb may ask for."""

import argparse
import getpass
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from liaison_desktop import paths
from liaison_desktop.cli.answers import Answer
from liaison_desktop.county.county import County
from liaison_desktop.county.entrance import open_county
from liaison_desktop.desk import entrance
from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.faults import Refused, Unusable
from liaison_desktop.model.words import Side

PASSWORD = "LIAISON_PASSWORD"  # noqa: S105 - the variable's name
NEW_PASSWORD = "LIAISON_NEW_PASSWORD"  # noqa: S105 - the variable's name
RECOVERY_CODE = "LIAISON_RECOVERY_CODE"

Arguments = argparse.Namespace
Declare = Callable[[argparse.ArgumentParser], None]


def _nothing(_parser: argparse.ArgumentParser) -> None:
    """Declare no further arguments."""


@dataclass(frozen=True)
class Verb:
    """One verb: its words, what it does, an example, its own arguments, and the work."""

    words: str
    about: str
    run: Callable[[Arguments], Answer]
    declare: Declare = _nothing
    example: str = ""


def clock() -> datetime:
    """Return the present instant of the PC."""
    return datetime.now(UTC)


def home_of(arguments: Arguments) -> Path:
    """Return the folder of --home, or where a home lies on this machine by default."""
    if arguments.home is not None:
        return Path(arguments.home)
    return paths.default_home()[0]


def login_of(arguments: Arguments) -> str:
    """Return --user, or the only account; Refused which_user where there are several."""
    if arguments.user:
        return str(arguments.user)
    facts = entrance.look_at(home_of(arguments))
    if facts.state != "ready":
        code = "home_half_made" if facts.state == "half_made" else "home_missing"
        raise Unusable(code, str(facts.folder))
    if len(facts.logins) != 1:
        raise Refused("which_user")
    return facts.logins[0]


def secret(variable: str, prompt: str) -> str:
    """Return a secret from the environment, else typed at a prompt that does not show it."""
    given = os.environ.get(variable)
    return given if given is not None else getpass.getpass(prompt)


def password() -> str:
    """Return the acting user's password."""
    return secret(PASSWORD, "密码：")


def new_password() -> str:
    """Return the password that is to be set."""
    return secret(NEW_PASSWORD, "新密码：")


@contextmanager
def desk_of(arguments: Arguments) -> Iterator[Desk]:
    """Open the station's home for one verb."""
    desk = entrance.open_desk(home_of(arguments), login_of(arguments), password(), clock)
    try:
        yield desk
    finally:
        desk.close()


@contextmanager
def county_of(arguments: Arguments) -> Iterator[County]:
    """Open the county's home for one verb."""
    county = open_county(home_of(arguments), login_of(arguments), password(), clock)
    try:
        yield county
    finally:
        county.close()


@contextmanager
def office_of(arguments: Arguments) -> Iterator[Desk | County]:
    """Open the home for a verb that both sides have."""
    side = entrance.look_at(home_of(arguments)).side
    opened = county_of if side == Side.COUNTY else desk_of
    with opened(arguments) as office:
        yield office


def text_of(path: str | None) -> str:
    """Return the text of a file, or of standard input where none is named; UTF-8, BOM allowed."""
    try:
        data = sys.stdin.buffer.read() if path is None else Path(path).read_bytes()
        return data.decode("utf-8-sig")
    except OSError:
        raise Unusable("file_missing", str(path)) from None
    except UnicodeDecodeError:
        raise Unusable("not_utf8", str(path or "")) from None
