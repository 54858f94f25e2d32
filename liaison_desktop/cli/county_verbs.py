"""Verbs of a county: its home, its stations, the packages that come in."""

from argparse import ArgumentParser
from pathlib import Path

from liaison_desktop.cli.answers import DONE, Answer, refusal
from liaison_desktop.cli.desk_verbs import visit_lines
from liaison_desktop.cli.usage import a_number
from liaison_desktop.cli.verbs import Arguments, Verb, clock, county_of, home_of, password
from liaison_desktop.county.county import County
from liaison_desktop.county.entrance import NewCounty, set_up_county
from liaison_desktop.desk.visit_json import visit_as_json
from liaison_desktop.model.faults import Fault

NOTES = {
    "repeated": "这一份以前读过，没有重复计入",
    "older": "比最近一份更早，没有新内容",
    "numbers_missing": "中间有批号没有到过，内容并不缺",
}


def _declare_init(parser: ArgumentParser) -> None:
    parser.add_argument("--name", required=True, help="县（区、市）人大常委会名称")
    parser.add_argument("--code", required=True, help="代码，大写字母和数字")
    parser.add_argument("--recovery", required=True, metavar="FILE.pdf", help="密码恢复单写到哪里")


def _init(arguments: Arguments) -> Answer:
    login = str(arguments.user or "负责人")
    county = NewCounty(arguments.name, arguments.code, login, password())
    sheet, home = Path(arguments.recovery), home_of(arguments)
    set_up_county(home, county, sheet, clock)
    return Answer(
        {"home": str(home), "recovery": str(sheet)},
        [f"县（区）已建好：{home}", f"请打印、密封保管密码恢复单：{sheet}"],
    )


def _declare_enroll(parser: ArgumentParser) -> None:
    parser.add_argument("card", metavar="CARD", help="站点卡")
    parser.add_argument(
        "-o", dest="target", required=True, metavar="INVITATION", help="邀请文件写到哪里"
    )


def _enroll(arguments: Arguments) -> Answer:
    with county_of(arguments) as county:
        peer, seen = county.stations.enroll(Path(arguments.card), Path(arguments.target))
    content = {"station": peer.name, "id": str(peer.uid), "fingerprint": seen}
    content["file"] = arguments.target
    return Answer(content, [f"已登记联络站：{peer.name}", f"请在电话里与站里核对指纹：{seen}"])


def _declare_packages(parser: ArgumentParser) -> None:
    parser.add_argument("packages", nargs="+", metavar="PACKAGE", help="上报包 .liaison")


def _receive(arguments: Arguments) -> Answer:
    with county_of(arguments) as county:
        if len(arguments.packages) == 1:
            content, line = _receive_one(county, arguments.packages[0])
            return Answer(content, [line])
        answers = [_receive_or_refuse(county, path) for path in arguments.packages]
    code = max((code for _, _, code in answers), default=DONE)
    return Answer([content for content, _, _ in answers], [line for _, line, _ in answers], code)


def _receive_one(county: County, path: str) -> tuple[dict[str, object], str]:
    received = county.receiving.receive(Path(path))
    content: dict[str, object] = {
        "station": received.station,
        "sequence": received.sequence,
        "applied": received.applied,
        "unchanged": received.unchanged,
    }
    if received.quarantined:
        content["quarantined"] = received.quarantined
    if received.notes:
        content["notes"] = list(received.notes)
    notes = "；".join(NOTES[note] for note in received.notes)
    line = (
        f"{received.station} 第 {received.sequence} 批：新收 {received.applied} 条，"
        f"未变 {received.unchanged} 条"
    )
    return content, f"{line}（{notes}）" if notes else line


def _receive_or_refuse(county: County, path: str) -> tuple[dict[str, object], str, int]:
    """Return the answer for one of several packages; a refused one does not stop the others."""
    try:
        content, line = _receive_one(county, path)
    except Fault as fault:
        refused, code = refusal(fault)
        return {"file": path} | refused, f"{path}：{fault.code}", code
    return {"file": path} | content, line, DONE


def _list(arguments: Arguments) -> Answer:
    with county_of(arguments) as county:
        visits = county.visits.find(arguments.limit)
    return Answer([visit_as_json(visit) for visit in visits], visit_lines(visits))


def _declare_limit(parser: ArgumentParser) -> None:
    parser.add_argument("--limit", type=a_number, metavar="N", help="最多几条（默认全部）")


VERBS = (
    Verb(
        "county init",
        "新建县（区）的数据文件夹，并打印密码恢复单",
        _init,
        _declare_init,
        "liaison-desktop county init --home C --name 清河区人大常委会 --code QHQ"
        " --user 陈静 --recovery 恢复单.pdf",
    ),
    Verb("county enroll", "登记一个联络站的站点卡，写出邀请文件", _enroll, _declare_enroll),
    Verb("county receive", "收联络站的上报包：整包读入，或整包不读", _receive, _declare_packages),
    Verb("county list", "列出各站报来的来访，新的在前", _list, _declare_limit),
)
