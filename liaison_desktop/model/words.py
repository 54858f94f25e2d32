"""The words of the office: closed lists with the Chinese word that screen and paper show.

Values are stored as the English snake_case word; `label(value)` gives the Chinese one.
"""

from enum import StrEnum


def tr(text: str) -> str:
    """Mark text for translation; the screen translates it when it is shown."""
    return text


class Word(StrEnum):
    """One value of a closed list; never equal to a word of another list that is written the same.

    "town" is both a StationKind and a MandateLevel, and LABELS must keep the two apart.
    """

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Word) and type(other) is not type(self):
            return False
        return str.__eq__(self, other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = str.__hash__


class StationKind(Word):
    """行政区划性质; a 街道 or 开发区 has no congress of its own and never 票决."""

    TOWN = "town"
    TOWNSHIP = "township"
    STREET = "street"
    ZONE = "zone"

    @property
    def has_congress(self) -> bool:
        """True where a 主席团 exists (镇, 乡); 地方组织法 (2022) art. 14."""
        return self in {StationKind.TOWN, StationKind.TOWNSHIP}

    @property
    def has_deliberation_body(self) -> bool:
        """True where residents deliberate (街道); 浙江省街道人大工作条例 (2019) art. 16."""
        return self is StationKind.STREET


class StationTier(Word):
    """Level of the station in the county's tree."""

    STATION = "station"
    BRANCH = "branch"
    HEAD = "head"


class Role(Word):
    """What a user may be; a user holds a set of them, each with from–to."""

    CLERK = "clerk"
    HEAD = "head"
    REVIEWER = "reviewer"
    ADMIN = "admin"
    AUDITOR = "auditor"
    COUNTY_CLERK = "county_clerk"
    COUNTY_HEAD = "county_head"


class Owner(Word):
    """The one side that may write a record."""

    STATION = "station"
    COUNTY = "county"


class Sex(Word):
    """GB/T 2261.1, in the standard's order: 1 男, 2 女, 9 未说明."""

    MALE = "male"
    FEMALE = "female"
    UNSTATED = "unstated"


class Channel(Word):
    """反映形式."""

    VISIT = "visit"
    LETTER = "letter"
    CALL = "call"
    FIELD_VISIT = "field_visit"
    CONSULTATION = "consultation"
    ONLINE = "online"
    CONTACT_REPORT = "contact_report"
    HANDED_DOWN = "handed_down"
    OTHER = "other"


class VisitorKind(Word):
    """身份."""

    VOTER = "voter"
    RESIDENT = "resident"
    COMPANY = "company"
    ORGANISATION = "organisation"
    OTHER = "other"


class Handling(Word):
    """处理方式 at the door; 引导告知 is never called 不予受理."""

    ANSWERED_ON_SITE = "answered_on_site"
    TO_HANDLE = "to_handle"
    GUIDED = "guided"


class GuidedTo(Word):
    """Where a visitor is guided when the matter is not the station's."""

    COURT = "court"
    PROCURATORATE = "procuratorate"
    PETITION_OFFICE = "petition_office"
    DISCIPLINE = "discipline"
    ARBITRATION = "arbitration"
    ADMINISTRATIVE_REVIEW = "administrative_review"
    HOTLINE_12345 = "hotline_12345"
    OTHER = "other"


class Urgency(Word):
    """紧急程度."""

    NORMAL = "normal"
    URGENT = "urgent"
    VERY_URGENT = "very_urgent"


class Disclosure(Word):
    """公开."""

    PUBLISHABLE = "publishable"
    RESTRICTED = "restricted"


class MatterState(Word):
    """Where a matter (事项) stands; how it comes there is `model/matter_flow.py`."""

    REGISTERED = "registered"
    SCREENING = "screening"
    ANSWERED_ON_SITE = "answered_on_site"
    GUIDED = "guided"
    DECLINED = "declined"
    FOR_REFERENCE = "for_reference"
    ROUTED = "routed"
    AWAITING_DEPUTY = "awaiting_deputy"
    RAISED = "raised"
    REPORTED = "reported"
    ASSIGNED = "assigned"
    TRANSFERRED = "transferred"
    FORWARDED = "forwarded"
    ACKNOWLEDGED = "acknowledged"
    IN_PROGRESS = "in_progress"
    RETURNED = "returned"
    REPLIED = "replied"
    EVALUATING = "evaluating"
    REDO = "redo"
    TRACKED = "tracked"
    SUSPENDED = "suspended"
    MERGED = "merged"
    CLOSED = "closed"
    ARCHIVED = "archived"


class Move(Word):
    """What can be done with a matter (办理过程); the table of them is `model/matter_flow.py`."""

    SUBMIT = "submit"
    ROUTE = "route"
    CONFIRM = "confirm"
    DISSENT = "dissent"
    ASSIGN = "assign"
    TRANSFER = "transfer"
    FORWARD = "forward"
    REASSIGN = "reassign"
    ACKNOWLEDGE = "acknowledge"
    BEGIN = "begin"
    RETURN = "return"
    CONTACT = "contact"
    CO_HANDLE = "co_handle"
    EXTEND = "extend"
    CHASE = "chase"
    SUPERVISE = "supervise"
    REPLY = "reply"
    FEED_BACK = "feed_back"
    EVALUATE = "evaluate"
    REDO = "redo"
    FULFIL = "fulfil"
    SUSPEND = "suspend"
    RESUME = "resume"
    MERGE = "merge"
    LINK = "link"
    CLOSE = "close"
    ARCHIVE = "archive"


class Actor(Word):
    """Whose act a move is. Only the clerk sits at the desk; the others act on paper."""

    CLERK = "clerk"
    HEAD = "head"
    UNIT = "unit"
    DEPUTY = "deputy"
    VOTER = "voter"


class ResultClass(Word):
    """结果类别 A–D of an answer; B is a promise with its day."""

    RESOLVED = "resolved"
    PLANNED = "planned"
    CONSTRAINED = "constrained"
    REFERENCE = "reference"


class Satisfaction(Word):
    """测评; a sheet not back after chasing is left out (重庆市代表建议工作条例 2017 art. 29)."""

    SATISFIED = "satisfied"
    MOSTLY_SATISFIED = "mostly_satisfied"
    DISSATISFIED = "dissatisfied"
    NOT_EVALUATED = "not_evaluated"


class Way(Word):
    """方式 in which somebody was told or asked."""

    VISIT = "visit"
    MEETING = "meeting"
    CALL = "call"
    LETTER = "letter"
    AT_STATION = "at_station"
    OTHER = "other"


class DeadlineCause(Word):
    """Why a limit is as it is: by its rule, put off, for another answer, moved by a standstill."""

    RULE = "rule"
    EXTENDED = "extended"
    REDO = "redo"
    RESUMED = "resumed"


class CountUnit(Word):
    """In what a limit is counted: 日 are calendar days."""

    DAY = "day"
    WORKDAY = "workday"
    MONTH = "month"


class Route(Word):
    """办理去向, decided after screening; empty until then."""

    DECLINED = "declined"
    ANSWERED_ON_SITE = "answered_on_site"
    TO_COMMUNITY = "to_community"
    TO_LOCAL_UNIT = "to_local_unit"
    TO_COUNTY = "to_county"
    TO_SUGGESTION = "to_suggestion"
    TO_HIGHER_DEPUTY = "to_higher_deputy"
    URGENT_REPORT = "urgent_report"
    FOR_REFERENCE = "for_reference"
    ASSIGN_DIRECT = "assign_direct"


class OtherChannelKind(Word):
    """其他渠道: where the same matter was raised before."""

    NONE = "none"
    HOTLINE_12345 = "hotline_12345"
    PETITION_OFFICE = "petition_office"
    COMMUNITY = "community"
    COURT = "court"
    OTHER = "other"


class MandateLevel(Word):
    """代表级别."""

    NATIONAL = "national"
    PROVINCIAL = "provincial"
    MUNICIPAL = "municipal"
    COUNTY = "county"
    TOWN = "town"


class MandateState(Word):
    """任职状态."""

    ACTIVE = "active"
    SUSPENDED = "suspended"
    ENDED = "ended"


class RecurrenceKind(Word):
    """按什么定接待日: how a reception rule tells its days."""

    WEEKLY = "weekly"
    DAY_OF_MONTH = "day_of_month"
    NTH_WEEKDAY = "nth_weekday"
    MARKET_DAY = "market_day"
    DATES = "dates"


class MonthKind(Word):
    """Whose months a day of the month is counted in."""

    SOLAR = "solar"
    LUNAR = "lunar"


class Shift(Word):
    """遇休息日: what becomes of a reception day that falls on a day of rest."""

    NEXT_WORKDAY = "next_workday"
    SAME_WEEKDAY_NEXT_WEEK = "same_weekday_next_week"
    CANCEL = "cancel"
    NONE = "none"


class Side(Word):
    """Which side of the parcel an installation is."""

    STATION = "station"
    COUNTY = "county"


CATEGORIES: tuple[str, ...] = (
    tr("科教文卫"),
    tr("社会综合"),
    tr("民族宗教"),
    tr("三农"),
    tr("政法监察"),
    tr("城建环资"),
    tr("社保民政"),
    tr("商贸旅游"),
    tr("工信交运"),
    tr("财税金融"),
    tr("市场监督"),
    tr("其它"),
)
"""问题类别 of the first level, as offered until a station or its county keeps a list of its own."""

LABELS: dict[Word, str] = {
    StationKind.TOWN: tr("镇"),
    StationKind.TOWNSHIP: tr("乡"),
    StationKind.STREET: tr("街道"),
    StationKind.ZONE: tr("开发区"),
    StationTier.STATION: tr("联络站"),
    StationTier.BRANCH: tr("联络分站"),
    StationTier.HEAD: tr("联络总站"),
    Role.CLERK: tr("工作人员"),
    Role.HEAD: tr("站长"),
    Role.REVIEWER: tr("审核人"),
    Role.ADMIN: tr("管理员"),
    Role.AUDITOR: tr("审计员"),
    Role.COUNTY_CLERK: tr("县（区）工作人员"),
    Role.COUNTY_HEAD: tr("县（区）负责人"),
    Sex.MALE: tr("男"),
    Sex.FEMALE: tr("女"),
    Sex.UNSTATED: tr("未说明"),
    Channel.VISIT: tr("来访"),
    Channel.LETTER: tr("来信"),
    Channel.CALL: tr("来电"),
    Channel.FIELD_VISIT: tr("走访收集"),
    Channel.CONSULTATION: tr("恳谈会"),
    Channel.ONLINE: tr("网上（码上）"),
    Channel.CONTACT_REPORT: tr("民情联络员"),
    Channel.HANDED_DOWN: tr("上级转交"),
    Channel.OTHER: tr("其他"),
    VisitorKind.VOTER: tr("选民"),
    VisitorKind.RESIDENT: tr("非本选区居民"),
    VisitorKind.COMPANY: tr("企业"),
    VisitorKind.ORGANISATION: tr("单位"),
    VisitorKind.OTHER: tr("其他"),
    Handling.ANSWERED_ON_SITE: tr("当场答复"),
    Handling.TO_HANDLE: tr("待办理"),
    Handling.GUIDED: tr("引导告知（不属本站范围）"),
    GuidedTo.COURT: tr("人民法院"),
    GuidedTo.PROCURATORATE: tr("人民检察院"),
    GuidedTo.PETITION_OFFICE: tr("信访部门"),
    GuidedTo.DISCIPLINE: tr("纪检监察机关"),
    GuidedTo.ARBITRATION: tr("仲裁机构"),
    GuidedTo.ADMINISTRATIVE_REVIEW: tr("行政复议机关"),
    GuidedTo.HOTLINE_12345: tr("12345 政务服务热线"),
    GuidedTo.OTHER: tr("其他"),
    Urgency.NORMAL: tr("正常"),
    Urgency.URGENT: tr("紧急"),
    Urgency.VERY_URGENT: tr("非常紧急"),
    Disclosure.PUBLISHABLE: tr("可公开"),
    Disclosure.RESTRICTED: tr("不公开"),
    MatterState.REGISTERED: tr("已登记"),
    MatterState.SCREENING: tr("待审核"),
    MatterState.ANSWERED_ON_SITE: tr("当场答复"),
    MatterState.GUIDED: tr("已引导告知"),
    MatterState.DECLINED: tr("不予受理"),
    MatterState.FOR_REFERENCE: tr("留作参考"),
    MatterState.ROUTED: tr("待交办"),
    MatterState.AWAITING_DEPUTY: tr("待代表确认"),
    MatterState.RAISED: tr("已转为建议"),
    MatterState.REPORTED: tr("已紧急上报"),
    MatterState.ASSIGNED: tr("已交办"),
    MatterState.TRANSFERRED: tr("已转办"),
    MatterState.FORWARDED: tr("已转送"),
    MatterState.ACKNOWLEDGED: tr("已签收"),
    MatterState.IN_PROGRESS: tr("办理中"),
    MatterState.RETURNED: tr("已退回"),
    MatterState.REPLIED: tr("已答复"),
    MatterState.EVALUATING: tr("待测评"),
    MatterState.REDO: tr("重办中"),
    MatterState.TRACKED: tr("跟踪中"),
    MatterState.SUSPENDED: tr("已中止"),
    MatterState.MERGED: tr("已并入原事项"),
    MatterState.CLOSED: tr("已办结"),
    MatterState.ARCHIVED: tr("已归档"),
    Move.SUBMIT: tr("送审"),
    Move.ROUTE: tr("审核分流"),
    Move.CONFIRM: tr("代表确认"),
    Move.DISSENT: tr("代表不提出"),
    Move.ASSIGN: tr("交办"),
    Move.TRANSFER: tr("转办"),
    Move.FORWARD: tr("转送"),
    Move.REASSIGN: tr("改派"),
    Move.ACKNOWLEDGE: tr("签收"),
    Move.BEGIN: tr("开始办理"),
    Move.RETURN: tr("退回"),
    Move.CONTACT: tr("沟通"),
    Move.CO_HANDLE: tr("会办意见"),
    Move.EXTEND: tr("延期"),
    Move.CHASE: tr("催办"),
    Move.SUPERVISE: tr("督办"),
    Move.REPLY: tr("答复"),
    Move.FEED_BACK: tr("反馈"),
    Move.EVALUATE: tr("测评"),
    Move.REDO: tr("重办"),
    Move.FULFIL: tr("承诺兑现"),
    Move.SUSPEND: tr("中止"),
    Move.RESUME: tr("恢复办理"),
    Move.MERGE: tr("并入原事项"),
    Move.LINK: tr("关联"),
    Move.CLOSE: tr("办结"),
    Move.ARCHIVE: tr("归档"),
    Actor.CLERK: tr("工作人员"),
    Actor.HEAD: tr("站长"),
    Actor.UNIT: tr("承办单位"),
    Actor.DEPUTY: tr("代表"),
    Actor.VOTER: tr("反映人"),
    ResultClass.RESOLVED: tr("A 已解决或采纳"),
    ResultClass.PLANNED: tr("B 正在解决或列入计划"),
    ResultClass.CONSTRAINED: tr("C 条件限制，暂不能解决"),
    ResultClass.REFERENCE: tr("D 留作参考，已说明"),
    Satisfaction.SATISFIED: tr("满意"),
    Satisfaction.MOSTLY_SATISFIED: tr("基本满意"),
    Satisfaction.DISSATISFIED: tr("不满意"),
    Satisfaction.NOT_EVALUATED: tr("未测评"),
    Way.VISIT: tr("走访"),
    Way.MEETING: tr("座谈"),
    Way.CALL: tr("电话"),
    Way.LETTER: tr("书面"),
    Way.AT_STATION: tr("到站面告"),
    Way.OTHER: tr("其他"),
    DeadlineCause.RULE: tr("按规则"),
    DeadlineCause.EXTENDED: tr("延期"),
    DeadlineCause.REDO: tr("重办"),
    DeadlineCause.RESUMED: tr("恢复办理后顺延"),
    CountUnit.DAY: tr("个自然日"),
    CountUnit.WORKDAY: tr("个工作日"),
    CountUnit.MONTH: tr("个月"),
    Route.DECLINED: tr("不予受理"),
    Route.ANSWERED_ON_SITE: tr("当场答复"),
    Route.TO_COMMUNITY: tr("社区（村）办理"),
    Route.TO_LOCAL_UNIT: tr("街道（镇）职责"),
    Route.TO_COUNTY: tr("转区县"),
    Route.TO_SUGGESTION: tr("转为建议"),
    Route.TO_HIGHER_DEPUTY: tr("通过上级代表反映"),
    Route.URGENT_REPORT: tr("重大紧急上报"),
    Route.FOR_REFERENCE: tr("留作参考"),
    Route.ASSIGN_DIRECT: tr("直接交办"),
    OtherChannelKind.NONE: tr("未反映"),
    OtherChannelKind.HOTLINE_12345: tr("12345"),
    OtherChannelKind.PETITION_OFFICE: tr("信访"),
    OtherChannelKind.COMMUNITY: tr("村（社区）"),
    OtherChannelKind.COURT: tr("法院"),
    OtherChannelKind.OTHER: tr("其他"),
    MandateLevel.NATIONAL: tr("全国人大代表"),
    MandateLevel.PROVINCIAL: tr("省人大代表"),
    MandateLevel.MUNICIPAL: tr("市人大代表"),
    MandateLevel.COUNTY: tr("县（区）人大代表"),
    MandateLevel.TOWN: tr("镇（乡）人大代表"),
    MandateState.ACTIVE: tr("在任"),
    MandateState.SUSPENDED: tr("暂停执行职务"),
    MandateState.ENDED: tr("终止"),
    RecurrenceKind.WEEKLY: tr("按星期"),
    RecurrenceKind.DAY_OF_MONTH: tr("按日期"),
    RecurrenceKind.NTH_WEEKDAY: tr("按第几个星期几"),
    RecurrenceKind.MARKET_DAY: tr("逢圩日"),
    RecurrenceKind.DATES: tr("指定日期"),
    MonthKind.SOLAR: tr("公历"),
    MonthKind.LUNAR: tr("农历"),
    Shift.NEXT_WORKDAY: tr("顺延到下一个工作日"),
    Shift.SAME_WEEKDAY_NEXT_WEEK: tr("顺延一周"),
    Shift.CANCEL: tr("当次取消"),
    Shift.NONE: tr("照常"),
    Owner.STATION: tr("联络站"),
    Owner.COUNTY: tr("县（区）"),
    Side.STATION: tr("联络站"),
    Side.COUNTY: tr("县（区）"),
}


def label(word: Word | None) -> str:
    """Return the Chinese word; empty for None."""
    return "" if word is None else LABELS[word]
