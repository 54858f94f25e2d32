"""The three steps of the first start: what is typed in each, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from liaison_desktop.desk.entrance import NewAccount, NewStation
from liaison_desktop.model.faults import Problem, ProblemCode
from liaison_desktop.model.words import Role, StationKind, StationTier
from liaison_desktop.ui.chain import focus
from liaison_desktop.ui.field import Control, Field
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.new_password import NewPassword
from liaison_desktop.ui.options import keyed
from liaison_desktop.ui.rows import rows
from liaison_desktop.ui.segments import Segments
from liaison_desktop.ui.sheet_field import SheetField
from liaison_desktop.ui.texts import label
from liaison_desktop.ui.worker import Ask


class StationStep(QWidget):
    """What the station is; who issues its papers is offered from its name and kind."""

    def __init__(self, ask: Ask) -> None:
        super().__init__()
        self._ask = ask
        self._offered = ""
        self.name = Line()
        self.fields: dict[str, Field] = {
            "name": Field(tr("联络站名称"), self.name, required=True),
            "code": Field(tr("站点代码（大写字母和数字，编号以它开头）"), Line(), required=True),
            "kind": Field(tr("所在区划"), Segments(keyed(StationKind)), required=True),
            "tier": Field(tr("层级"), Segments(keyed(StationTier))),
            "issuing_organ": Field(tr("发文机关"), Line()),
            "seal_organ": Field(tr("印章单位"), Line()),
            "county_congress": Field(tr("县（区、市）人大"), Line()),
            "phone": Field(tr("联络站电话"), Line()),
            "address": Field(tr("联络站地址"), Line()),
        }
        self.fields["tier"].set_value(StationTier.STATION)
        self._lay_out()
        for name in ("name", "kind"):
            self.fields[name].control.left.connect(self._ask_for_organ)

    def controls(self) -> list[Control]:
        return [field.control for field in self.fields.values()]

    def value(self) -> NewStation:
        """Return what was typed, without blanks at the ends."""
        typed = {name: field.value() for name, field in self.fields.items()}
        texts: dict[str, Any] = {
            name: value.strip() if type(value) is str else value for name, value in typed.items()
        }
        return NewStation(**texts)

    def typed(self) -> dict[str, str]:
        """Return what the fields hold, as the draft keeps it."""
        return {name: str(field.value() or "") for name, field in self.fields.items()}

    def is_good(self) -> bool:
        """Say at the fields what is missing or unusable, and return whether nothing is."""
        from liaison_desktop.model.numbering import STATION_CODE

        code = self.fields["code"]
        code.set_value(code.value().strip().upper())
        missing = [name for name in ("name", "kind") if not _is_given(self.fields[name])]
        problems = [Problem(name, ProblemCode.MISSING) for name in missing]
        if not STATION_CODE.match(code.value()):
            problems.append(Problem("code", ProblemCode.BAD_VALUE, detail=tr("2 至 12 位")))
        self.say(problems)
        return not problems

    def say(self, problems: Sequence[Problem]) -> None:
        """Show each problem at its field, and put the focus on the first."""
        by_name = {problem.field: problem for problem in reversed(problems)}
        for name, field in self.fields.items():
            field.say(by_name.get(name))
        for name, field in self.fields.items():
            if name in by_name:
                focus(field.control)
                return

    def _ask_for_organ(self) -> None:
        name = self.fields["name"].value().strip()
        kind = self.fields["kind"].value()
        if name and kind:
            self._ask(partial(_usual_organ, name, kind), self._offer_organ)

    def _offer_organ(self, organ: str) -> None:
        for name in ("issuing_organ", "seal_organ"):
            control = self.fields[name].control
            if control.value() in {"", self._offered}:
                control.set_value(organ)
        self._offered = organ

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        f = self.fields
        column.addLayout(
            rows(
                [
                    [(f["name"], 1)],
                    [(f["code"], 1)],
                    [(f["kind"], 4), (f["tier"], 3)],
                    [(f["issuing_organ"], 1), (f["seal_organ"], 1)],
                    [(f["county_congress"], 1), (f["phone"], 1)],
                    [(f["address"], 1)],
                ],
                spacing=4,
            )
        )
        column.addStretch(1)


class AccountsStep(QWidget):
    """The head's account and the first clerk's: nobody shares one."""

    def __init__(self) -> None:
        super().__init__()
        self.head = AccountFields(tr("站长"), frozenset({Role.HEAD, Role.ADMIN}))
        self.clerk = AccountFields(tr("工作人员"), frozenset({Role.CLERK}))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        hint = tr("每人一个账号，密码至少 8 个字；站长的账号还管用户和恢复。")
        column.addWidget(label(hint, "small", wraps=True))
        for person in (self.head, self.clerk):
            column.addWidget(label(person.title, "section"))
            column.addLayout(person.layout())
        column.addStretch(1)

    def controls(self) -> list[Control]:
        return [*self.head.controls(), *self.clerk.controls()]

    def value(self) -> list[NewAccount]:
        return [self.head.value(), self.clerk.value()]

    def is_good(self) -> bool:
        """Say at the fields what is wrong, and return whether nothing is."""
        good = [person.is_good() for person in (self.head, self.clerk)]
        same = self.head.value().login == self.clerk.value().login
        if all(good) and same:
            self.clerk.login.show_message(tr("两个账号不能同名"), "danger")
        return all(good) and not same


class AccountFields:
    """One of the first accounts."""

    def __init__(self, title: str, roles: frozenset[Role]) -> None:
        self.title, self._roles = title, roles
        self.login = Field(tr("登录名"), Line(), required=True)
        self.name = Field(tr("姓名"), Line(), required=True)
        self.password = NewPassword(tr("密码"))
        for control, what in zip(self.controls(), self._names(), strict=True):
            control.say_name(f"{title} {what}")

    def layout(self) -> QVBoxLayout:
        return rows(
            [
                [(self.login, 1), (self.name, 1)],
                [(self.password.first, 1), (self.password.second, 1)],
            ]
        )

    def controls(self) -> list[Control]:
        return [self.login.control, self.name.control, *self.password.controls()]

    def value(self) -> NewAccount:
        login, name = self.login.value().strip(), self.name.value().strip()
        return NewAccount(login, self.password.value(), name, self._roles)

    def is_good(self) -> bool:
        for field in (self.login, self.name):
            is_given = _is_given(field)
            field.say(None if is_given else Problem("", ProblemCode.MISSING))
        return self.password.is_good() and _is_given(self.login) and _is_given(self.name)

    @staticmethod
    def _names() -> list[str]:
        return [tr("登录名"), tr("姓名"), tr("密码"), tr("再输一次密码")]


class SheetStep(QWidget):
    """Where the 密码恢复单 goes, and what to do with it."""

    def __init__(self) -> None:
        super().__init__()
        self.field = SheetField()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        why = tr("忘记密码时，只有密码恢复单能打开数据；没有它，谁也帮不上忙。")
        how = tr("建立站点后请立即打印，由站长签封、另处保管，再把这个 PDF 从电脑里删去。")
        column.addWidget(label(why, wraps=True))
        column.addWidget(label(how, wraps=True))
        column.addWidget(self.field)
        column.addStretch(1)

    def controls(self) -> list[Control]:
        return [self.field.line]

    def is_good(self) -> bool:
        is_given = bool(self.field.line.value().strip())
        self.field.say(None if is_given else Problem("", ProblemCode.MISSING))
        return is_given


def _is_given(field: Field) -> bool:
    return bool(str(field.value() or "").strip())


def _usual_organ(name: str, kind: StationKind) -> str:
    from liaison_desktop.model.station import usual_organ

    return usual_organ(name, kind)
