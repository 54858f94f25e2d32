"""The words of 民情恳谈: closed lists, each with its Chinese word."""

from liaison_desktop.model.words import LABELS, Word, tr


class ConsultationKind(Word):
    """恳谈类型."""

    SENTIMENT = "sentiment"
    DEMOCRATIC = "democratic"
    BUDGET = "budget"
    DELIBERATION = "deliberation"
    FORUM = "forum"


class ConsultationState(Word):
    """Where a meeting stands; the head signs on paper, never here."""

    PLANNED = "planned"
    RECORDING = "recording"
    READY = "ready"
    SIGNED = "signed"
    CANCELLED = "cancelled"


class Origin(Word):
    """产生方式: how somebody came to take part."""

    VOLUNTEER = "volunteer"
    INVITED = "invited"
    DRAWN = "drawn"


class ParticipantKind(Word):
    """身份 of who takes part."""

    DEPUTY = "deputy"
    MEMBER = "member"
    RESIDENT = "resident"
    DEPARTMENT = "department"
    EXPERT = "expert"
    OTHER = "other"


class StatementKind(Word):
    """What a statement is, in the order of its keys 1 to 4."""

    OPINION = "opinion"
    SUGGESTION = "suggestion"
    ANSWER = "answer"
    REMARK = "remark"

    @property
    def wants_route(self) -> bool:
        """Whether it asks for something, so that somebody must say where it goes."""
        return self in {StatementKind.OPINION, StatementKind.SUGGESTION}


class StatementRoute(Word):
    """处理去向 of an opinion or suggestion, in the order of its keys."""

    ANSWERED = "answered"
    TO_HANDLE = "to_handle"
    GUIDED = "guided"
    NOTED = "noted"


class CommitmentState(Word):
    """Whether a promise is still open."""

    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"


class MemberOrigin(Word):
    """成员来源 of a member of the 居民议事组织; 浙江省街道人大工作条例 (2019) art. 16."""

    DEPUTY = "deputy"
    CPPCC = "cppcc"
    RESIDENT = "resident"
    OTHER = "other"


LABELS |= {
    ConsultationKind.SENTIMENT: tr("民情恳谈"),
    ConsultationKind.DEMOCRATIC: tr("民主恳谈"),
    ConsultationKind.BUDGET: tr("预算恳谈"),
    ConsultationKind.DELIBERATION: tr("议事会"),
    ConsultationKind.FORUM: tr("座谈"),
    ConsultationState.PLANNED: tr("筹备中"),
    ConsultationState.RECORDING: tr("记录中"),
    ConsultationState.READY: tr("整理完毕，送审签"),
    ConsultationState.SIGNED: tr("已审签"),
    ConsultationState.CANCELLED: tr("已取消"),
    Origin.VOLUNTEER: tr("自愿报名"),
    Origin.INVITED: tr("邀请"),
    Origin.DRAWN: tr("随机抽取"),
    ParticipantKind.DEPUTY: tr("代表"),
    ParticipantKind.MEMBER: tr("议事组织成员"),
    ParticipantKind.RESIDENT: tr("群众"),
    ParticipantKind.DEPARTMENT: tr("部门"),
    ParticipantKind.EXPERT: tr("专家"),
    ParticipantKind.OTHER: tr("其他"),
    StatementKind.OPINION: tr("意见"),
    StatementKind.SUGGESTION: tr("建议"),
    StatementKind.ANSWER: tr("答复"),
    StatementKind.REMARK: tr("发言"),
    StatementRoute.ANSWERED: tr("当场答复"),
    StatementRoute.TO_HANDLE: tr("转意见办理"),
    StatementRoute.GUIDED: tr("引导告知"),
    StatementRoute.NOTED: tr("仅作记录"),
    CommitmentState.OPEN: tr("办理中"),
    CommitmentState.KEPT: tr("已兑现"),
    CommitmentState.BROKEN: tr("未兑现"),
    MemberOrigin.DEPUTY: tr("人大代表"),
    MemberOrigin.CPPCC: tr("政协委员"),
    MemberOrigin.RESIDENT: tr("居民"),
    MemberOrigin.OTHER: tr("其他"),
}

PAPERS = {
    "consultation_plan": tr("恳谈会方案"),
    "consultation_notice": tr("恳谈会通知"),
    "sign_in_sheet": tr("签到表"),
    "consultation_record": tr("恳谈会记录"),
    "minutes": tr("恳谈会纪要"),
    "opinions": tr("意见清单和承诺事项清单"),
    "public_record": tr("恳谈会公开记录"),
    "series": tr("同一议题历次恳谈"),
}
"""What each paper of a consultation is called, by its form."""
