"""Verbs of a home: make it, its users, its copies, its health."""

from argparse import ArgumentParser
from pathlib import Path

from liaison_desktop.cli.answers import DONE, UNUSABLE, Answer
from liaison_desktop.cli.verbs import (
    RECOVERY_CODE,
    Arguments,
    Verb,
    clock,
    home_of,
    login_of,
    new_password,
    office_of,
    password,
    secret,
)
from liaison_desktop.desk import entrance
from liaison_desktop.model.times import rfc3339
from liaison_desktop.model.user import User
from liaison_desktop.model.words import LABELS, Role, StationKind, StationTier, label

KINDS = {LABELS[kind]: kind for kind in StationKind}


def _declare_init(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--station-name", required=True, help="联络站全称，如 清河街道人大代表联络站"
    )
    parser.add_argument("--station-code", required=True, help="站点代码，大写字母和数字，如 QHJD")
    parser.add_argument("--kind", required=True, choices=list(KINDS), help="所在区划")
    parser.add_argument(
        "--tier", default="station", choices=[str(tier) for tier in StationTier], help="层级"
    )
    parser.add_argument("--issuing-organ", default="", help="发文机关")
    parser.add_argument("--recovery", required=True, metavar="FILE.pdf", help="密码恢复单写到哪里")


def _init(arguments: Arguments) -> Answer:
    kind = KINDS[arguments.kind]
    station = entrance.NewStation(
        name=arguments.station_name,
        code=arguments.station_code,
        kind=kind,
        tier=StationTier(arguments.tier),
        issuing_organ=arguments.issuing_organ,
    )
    account = entrance.NewAccount(_first_user(arguments), password())
    sheet, home = Path(arguments.recovery), home_of(arguments)
    entrance.set_up_station(home, station, [account], sheet, clock)
    return Answer(
        {"home": str(home), "recovery": str(sheet)},
        [f"站点已建好：{home}", f"请打印、密封保管密码恢复单，并把文件移出本机：{sheet}"],
    )


def _first_user(arguments: Arguments) -> str:
    return str(arguments.user or "站长")


def _declare_user_add(parser: ArgumentParser) -> None:
    parser.add_argument("login", help="登录名")
    parser.add_argument("--name", default="", help="姓名")
    parser.add_argument(
        "--role",
        action="append",
        choices=[str(role) for role in Role],
        help="角色，可重复；默认 clerk",
    )


def _user_add(arguments: Arguments) -> Answer:
    roles = [Role(role) for role in arguments.role or [Role.CLERK]]
    with office_of(arguments) as office:
        user = office.accounts.register(arguments.login, arguments.name, new_password(), roles)
        return Answer(_user_json(user), [f"已登记用户：{user.login}"])


def _declare_login(parser: ArgumentParser) -> None:
    parser.add_argument("login", nargs="?", help="登录名；默认是自己")


def _user_password(arguments: Arguments) -> Answer:
    with office_of(arguments) as office:
        login = arguments.login or office.user.login
        old = password() if login == office.user.login else None
        office.accounts.change_password(login, new_password(), old)
    return Answer({"login": login}, [f"密码已改：{login}"])


def _declare_disable(parser: ArgumentParser) -> None:
    parser.add_argument("login", help="登录名")
    parser.add_argument("--reason", default="停用", help="原因，记入历史")


def _user_disable(arguments: Arguments) -> Answer:
    with office_of(arguments) as office:
        office.accounts.disable(arguments.login, arguments.reason)
    return Answer({"login": arguments.login}, [f"已停用：{arguments.login}（历史保留）"])


def _user_list(arguments: Arguments) -> Answer:
    with office_of(arguments) as office:
        users = office.accounts.find()
    return Answer([_user_json(user) for user in users], [_user_line(user) for user in users])


def _user_line(user: User) -> str:
    roles = "、".join(label(held.role) for held in user.roles)
    return f"{user.login}  {roles}" + ("  已停用" if user.disabled_at else "")


def _user_json(user: User) -> dict[str, object]:
    return {
        "id": str(user.uid),
        "login": user.login,
        "name": user.name,
        "roles": [str(held.role) for held in user.roles],
        "disabled": user.disabled_at is not None,
    }


def _declare_recover(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--recovery", required=True, metavar="FILE.pdf", help="新的密码恢复单写到哪里（旧单作废）"
    )


def _recover(arguments: Arguments) -> Answer:
    home, login = home_of(arguments), login_of(arguments)
    code = secret(RECOVERY_CODE, "密码恢复单上的恢复码：")
    sheet = Path(arguments.recovery)
    entrance.recover(home, code, login, new_password(), clock, sheet)
    return Answer(
        {"login": login, "recovery": str(sheet)}, [f"密码已重设：{login}；新恢复单：{sheet}"]
    )


def _check(arguments: Arguments) -> Answer:
    with office_of(arguments) as office:
        checks = office.check()
    content = [{"check": check.name, "ok": check.is_ok, "detail": check.detail} for check in checks]
    lines = [
        f"{'完好' if check.is_ok else '有问题'}  {check.title}  {check.detail}" for check in checks
    ]
    return Answer(content, lines, DONE if all(check.is_ok for check in checks) else UNUSABLE)


def _backup_make(arguments: Arguments) -> Answer:
    with office_of(arguments) as office:
        backup = office.backups.make()
    return Answer({"file": str(backup.path)}, [f"备份已做好并核对：{backup.path}"])


def _declare_restore(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="备份文件 .liaison-backup")


def _restore(arguments: Arguments) -> Answer:
    home, path = home_of(arguments), Path(arguments.file)
    login = arguments.user or entrance.only_login_of_backup(path)
    restored = entrance.restore(home, path, str(login), password(), clock)
    made_at = rfc3339(restored.made_at)
    lines = [f"已恢复到 {made_at} 的数据；原来的数据另存在旁边，没有删除。"]
    lines += [f"这个账号又能登录了：{login}" for login in restored.revived]
    content = {"home": str(home), "incarnation": restored.incarnation, "made_at": made_at}
    return Answer(content | {"revived": list(restored.revived)}, lines)


VERBS = (
    Verb(
        "init",
        "新建一个联络站的数据文件夹，并打印密码恢复单",
        _init,
        _declare_init,
        "liaison-desktop init --home D --station-name 清河街道人大代表联络站"
        " --station-code QHJD --kind 街道 --user 刘敏 --recovery 恢复单.pdf",
    ),
    Verb(
        "user add",
        "登记一个用户；新用户的密码取自 LIAISON_NEW_PASSWORD 或提示",
        _user_add,
        _declare_user_add,
        "liaison-desktop user add 王芳 --role clerk --home D --user 刘敏",
    ),
    Verb("user password", "改密码；站长和管理员可以重设别人的", _user_password, _declare_login),
    Verb("user disable", "停用一个用户；记录保留，永不删除", _user_disable, _declare_disable),
    Verb("user list", "列出用户和角色", _user_list),
    Verb(
        "recover",
        "凭密码恢复单上的恢复码（LIAISON_RECOVERY_CODE 或提示）重设密码",
        _recover,
        _declare_recover,
    ),
    Verb("check", "检查数据是否完好，不改动任何内容", _check),
    Verb("backup make", "做一份备份并核对", _backup_make),
    Verb("restore", "用一份备份恢复；现有数据另存，不删除", _restore, _declare_restore),
)
