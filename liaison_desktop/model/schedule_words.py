"""The words of the deputies' schedule: closed lists, each with its Chinese word."""

from liaison_desktop.model.words import LABELS, Word, tr


class MandateEnd(Word):
    """Why a mandate was suspended or ended; 代表法 (2025) on 暂停 and 终止."""

    DETAINED = "detained"
    SENTENCED = "sentenced"
    RESIGNED = "resigned"
    MOVED_AWAY = "moved_away"
    RECALLED = "recalled"
    ABSENT_TWICE = "absent_twice"
    LOST_CITIZENSHIP = "lost_citizenship"
    LOST_RIGHTS = "lost_rights"
    INCAPABLE = "incapable"
    DIED = "died"
    TERM_OVER = "term_over"
    OTHER = "other"


class SessionState(Word):
    """Where a reception day stands."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class SlotRole(Word):
    """As what a deputy sits in a session: he receives, or brings in what voters told him."""

    RECEIVING = "receiving"
    VISITING = "visiting"


class Presence(Word):
    """Whether somebody came; 代表实施办法 (浙江) art. 46 asks for leave before, in writing."""

    PRESENT = "present"
    ON_LEAVE = "on_leave"
    LEAVE_UNAPPROVED = "leave_unapproved"
    ABSENT = "absent"

    @property
    def is_leave(self) -> bool:
        """Whether he asked for leave, given or not: who asked is not 缺席 without a word."""
        return self in {Presence.ON_LEAVE, Presence.LEAVE_UNAPPROVED}


class NoticeKind(Word):
    """What a notice of a reception day says."""

    ANNOUNCE = "announce"
    CHANGE = "change"
    CANCEL = "cancel"


class DutyKind(Word):
    """履职纪实: what a deputy did."""

    RECEPTION = "reception"
    STATION_VISIT = "station_visit"
    FIELD_VISIT = "field_visit"
    GROUP_ACTIVITY = "group_activity"
    INSPECTION = "inspection"
    RESEARCH = "research"
    LAW_INSPECTION = "law_inspection"
    TRAINING = "training"
    CONSULTATION = "consultation"
    OTHER = "other"


class HouseholdKind(Word):
    """联系对象类别."""

    FIXED = "fixed"
    NEEDY = "needy"
    COMPANY = "company"
    OTHER = "other"


class ActivityState(Word):
    """Whether a field visit or a group activity is still to come."""

    PLANNED = "planned"
    DONE = "done"
    CANCELLED = "cancelled"


class Rhythm(Word):
    """周月季年: how often a thing of the year's plan is due."""

    ONCE = "once"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class PlanShift(Word):
    """Where a due day of the year's plan goes when it falls on a day of rest."""

    NEXT_WORKDAY = "next_workday"
    BEFORE = "before"
    NONE = "none"


LABELS |= {
    MandateEnd.DETAINED: tr("因刑事案件被羁押受审"),
    MandateEnd.SENTENCED: tr("被判处管制、拘役或有期徒刑，正在服刑"),
    MandateEnd.RESIGNED: tr("辞职被接受"),
    MandateEnd.MOVED_AWAY: tr("迁出或调离本行政区域"),
    MandateEnd.RECALLED: tr("被罢免"),
    MandateEnd.ABSENT_TWICE: tr("未经批准两次不出席会议"),
    MandateEnd.LOST_CITIZENSHIP: tr("丧失国籍"),
    MandateEnd.LOST_RIGHTS: tr("被剥夺政治权利"),
    MandateEnd.INCAPABLE: tr("丧失行为能力"),
    MandateEnd.DIED: tr("去世"),
    MandateEnd.TERM_OVER: tr("届满"),
    MandateEnd.OTHER: tr("其他"),
    SessionState.PLANNED: tr("已安排"),
    SessionState.OPEN: tr("接待中"),
    SessionState.CLOSED: tr("已结束"),
    SessionState.CANCELLED: tr("已取消"),
    SlotRole.RECEIVING: tr("接待代表"),
    SlotRole.VISITING: tr("进站代表"),
    Presence.PRESENT: tr("出席"),
    Presence.ON_LEAVE: tr("请假（已批准）"),
    Presence.LEAVE_UNAPPROVED: tr("请假（未批准）"),
    Presence.ABSENT: tr("缺席"),
    NoticeKind.ANNOUNCE: tr("接待日公告"),
    NoticeKind.CHANGE: tr("改期公告"),
    NoticeKind.CANCEL: tr("取消公告"),
    DutyKind.RECEPTION: tr("接待选民"),
    DutyKind.STATION_VISIT: tr("进站履职"),
    DutyKind.FIELD_VISIT: tr("走访"),
    DutyKind.GROUP_ACTIVITY: tr("代表小组活动"),
    DutyKind.INSPECTION: tr("视察"),
    DutyKind.RESEARCH: tr("专题调研"),
    DutyKind.LAW_INSPECTION: tr("执法检查"),
    DutyKind.TRAINING: tr("学习培训"),
    DutyKind.CONSULTATION: tr("民情恳谈"),
    DutyKind.OTHER: tr("其他"),
    HouseholdKind.FIXED: tr("固定联系户"),
    HouseholdKind.NEEDY: tr("困难户"),
    HouseholdKind.COMPANY: tr("企业"),
    HouseholdKind.OTHER: tr("其他"),
    ActivityState.PLANNED: tr("已安排"),
    ActivityState.DONE: tr("已完成"),
    ActivityState.CANCELLED: tr("已取消"),
    Rhythm.ONCE: tr("一次"),
    Rhythm.WEEK: tr("每周"),
    Rhythm.MONTH: tr("每月"),
    Rhythm.QUARTER: tr("每季"),
    Rhythm.YEAR: tr("每年"),
    PlanShift.NEXT_WORKDAY: tr("顺延到下一个工作日"),
    PlanShift.BEFORE: tr("提前到前一个工作日"),
    PlanShift.NONE: tr("不变"),
}

PAPERS = {
    "notice": tr("接待日公告"),
    "rota": tr("接待日安排表"),
    "month_sheet": tr("接待日月历"),
    "session_sheet": tr("接待日情况登记表"),
    "field_visit": tr("走访记录表"),
    "activity_notice": tr("小组活动通知"),
    "activity_record": tr("小组活动记录"),
    "activity_attendance": tr("小组活动考勤表"),
    "leave": tr("请假单"),
    "board": tr("代表公示牌"),
    "wall_sheet": tr("年度工作计划表"),
}
"""What each paper of the schedule is called, by its form."""
