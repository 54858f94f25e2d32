"""办理流程 — the one table of what can be done with a matter, by whom, with what, and what follows.

Nobody but the clerk sits at this desk. What the head, a unit or a deputy did is entered from a
paper that he signed (按纸质件补记), so such a move asks who signed and of what day the paper is.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from liaison_desktop.model.rule_pack import Since
from liaison_desktop.model.words import Actor, MatterState, Move, Route, tr

S, M = MatterState, Move

WITH_UNIT = frozenset({S.ASSIGNED, S.TRANSFERRED, S.ACKNOWLEDGED, S.IN_PROGRESS, S.REDO})
"""States in which a unit has the matter and owes an answer."""

OWING = WITH_UNIT | {S.RAISED, S.REPORTED}
"""States in which somebody owes an answer."""

OPEN = OWING | {S.REGISTERED, S.SCREENING, S.ROUTED, S.AWAITING_DEPUTY, S.RETURNED}
"""States in which an answer is still to come."""

ANSWERED = frozenset({S.REPLIED, S.EVALUATING})
"""States in which the voter is to be told, or to say what he thinks of it."""

AT_REST = frozenset({S.GUIDED, S.DECLINED, S.FOR_REFERENCE, S.FORWARDED, S.MERGED, S.CLOSED})
"""States that nothing waits for but the archive; of a forwarded one, the visitor is told first."""

ALL = frozenset(MatterState)

REPLY_CLOCKS = ("reply", "reply_urgent", "suggestion", "suggestion_extended", "redo")
HAND_OVER_CLOCKS = ("screen", "hand_over", "reassign")
UNIT_CLOCKS = ("acknowledge", "return", "co_handle", "co_handle_suggestion")
LAST_CLOCKS = ("feed_back", "evaluate")
VOTER_CLOCKS = ("evaluate",)
"""Limits that run for each voter from the day on which he was told himself."""

NOTICE_CLOCKS = ("declined_notice",)
RULE_LABELS: Mapping[str, str] = {
    "screen": tr("审核分流"),
    "hand_over": tr("交办"),
    "reassign": tr("改派"),
    "acknowledge": tr("签收"),
    "return": tr("退回"),
    "co_handle": tr("会办意见"),
    "co_handle_suggestion": tr("建议的会办意见"),
    "reply": tr("答复"),
    "reply_urgent": tr("紧急事项答复"),
    "suggestion": tr("代表建议答复"),
    "suggestion_extended": tr("代表建议答复（涉及面广、难度大）"),
    "redo": tr("重办"),
    "feed_back": tr("反馈"),
    "evaluate": tr("测评"),
    "declined_notice": tr("书面告知"),
    "extension": tr("延期"),
    "reception_notice": tr("接待日公告"),
    "consultation_notice": tr("恳谈会公告"),
    "activity_notice": tr("小组活动通知"),
    "amber": tr("临近期限提示"),
}
"""What the limits of a matter are called on the screen; a pack may call others what it likes."""

EVERY_CLOCK = (*HAND_OVER_CLOCKS, *UNIT_CLOCKS, *REPLY_CLOCKS, *LAST_CLOCKS, *NOTICE_CLOCKS)


@dataclass(frozen=True)
class Row:
    """One row of the table: from these states, this move, to that state.

    `target` None leaves the state as it is, or lets it follow from what was entered (see `after`).
    `needs` are fields of the step that must be filled in; `starts` and `stops` are codes of rules,
    `reply` standing for whichever limit the matter has; `paper` is the form that goes with it.
    """

    move: Move
    sources: frozenset[MatterState]
    target: MatterState | None
    actor: Actor
    needs: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()
    paper: str = ""

    @property
    def is_on_paper(self) -> bool:
        """Whether it is entered from a signed paper."""
        return self.actor in {Actor.HEAD, Actor.UNIT, Actor.DEPUTY}


@dataclass(frozen=True)
class RouteRow:
    """办理去向: where a matter stands once the head has decided so, and what the decision needs.

    `hands_over` is the move that comes next; None where nothing is handed over.
    """

    code: str
    target: MatterState
    needs: tuple[str, ...] = ()
    hands_over: Move | None = None
    paper: str = ""


ROUTES: Mapping[Route, RouteRow] = {
    Route.DECLINED: RouteRow("R0", S.DECLINED, ("text", "guided_to"), paper="notification"),
    Route.ANSWERED_ON_SITE: RouteRow("R1", S.ANSWERED_ON_SITE, ("text",)),
    Route.TO_COMMUNITY: RouteRow("R2", S.ROUTED, hands_over=M.ASSIGN),
    Route.TO_LOCAL_UNIT: RouteRow("R3", S.ROUTED, hands_over=M.ASSIGN),
    Route.TO_COUNTY: RouteRow("R4", S.ROUTED, hands_over=M.TRANSFER),
    Route.TO_SUGGESTION: RouteRow("R5", S.AWAITING_DEPUTY, ("deputy",)),
    Route.TO_HIGHER_DEPUTY: RouteRow("R6", S.ROUTED, ("deputy",), hands_over=M.TRANSFER),
    Route.URGENT_REPORT: RouteRow("R7", S.REPORTED, ("phoned_at", "phoned_to")),
    Route.FOR_REFERENCE: RouteRow("R8", S.FOR_REFERENCE),
    Route.ASSIGN_DIRECT: RouteRow("R9", S.ROUTED, hands_over=M.ASSIGN),
}
"""R0 to R9; most matters of a station go R3."""

UNSIGNED_ROUTES = frozenset({Route.ANSWERED_ON_SITE, Route.URGENT_REPORT})
"""What cannot wait for the head's pen: an answer given on the spot, and what is phoned at once."""

ENDING = frozenset({Route.DECLINED, Route.ANSWERED_ON_SITE, Route.FOR_REFERENCE})
"""Routes after which nobody is waited for."""

HANDING_OVER = frozenset(route for route, row in ROUTES.items() if row.hands_over is not None)
FORWARDED_BY = frozenset({Route.TO_COUNTY, Route.TO_HIGHER_DEPUTY})
"""Routes that lead beyond the street or town: only there may 转送 stand for 转办."""


def _hand_over(move: Move, source: MatterState, target: MatterState) -> Row:
    """Return the row by which a unit is given a matter; its limits begin and F09 goes with it."""
    starts = ("acknowledge", "return", "reply")
    needs, stops = ("unit_name",), HAND_OVER_CLOCKS
    return Row(move, frozenset({source}), target, Actor.HEAD, needs, starts, stops, "hand_over")


_TO_ROUTE = frozenset({S.REGISTERED, S.SCREENING, S.ROUTED, S.REPORTED, S.FOR_REFERENCE})

TABLE: tuple[Row, ...] = (
    Row(M.SUBMIT, frozenset({S.REGISTERED}), S.SCREENING, Actor.CLERK, paper="signing_list"),
    Row(M.ROUTE, _TO_ROUTE, None, Actor.HEAD, ("route",), stops=("screen",)),
    Row(
        M.CONFIRM,
        frozenset({S.AWAITING_DEPUTY}),
        S.RAISED,
        Actor.DEPUTY,
        starts=("suggestion",),
        stops=HAND_OVER_CLOCKS,
    ),
    Row(M.DISSENT, frozenset({S.AWAITING_DEPUTY}), S.SCREENING, Actor.DEPUTY, ("text",)),
    _hand_over(M.ASSIGN, S.ROUTED, S.ASSIGNED),
    _hand_over(M.TRANSFER, S.ROUTED, S.TRANSFERRED),
    Row(
        M.FORWARD,
        frozenset({S.ROUTED}),
        S.FORWARDED,
        Actor.HEAD,
        ("unit_name",),
        NOTICE_CLOCKS,
        HAND_OVER_CLOCKS,
        "notification",
    ),
    _hand_over(M.REASSIGN, S.RETURNED, S.ASSIGNED),
    Row(
        M.ACKNOWLEDGE,
        frozenset({S.ASSIGNED, S.TRANSFERRED}),
        S.ACKNOWLEDGED,
        Actor.UNIT,
        stops=("acknowledge",),
    ),
    Row(
        M.BEGIN,
        frozenset({S.ASSIGNED, S.TRANSFERRED, S.ACKNOWLEDGED}),
        S.IN_PROGRESS,
        Actor.CLERK,
        stops=("acknowledge", "return"),
    ),
    Row(
        M.RETURN,
        frozenset({S.ASSIGNED, S.TRANSFERRED, S.ACKNOWLEDGED}),
        S.RETURNED,
        Actor.UNIT,
        ("text",),
        ("reassign",),
        (*UNIT_CLOCKS, *REPLY_CLOCKS),
        "return_request",
    ),
    Row(M.CONTACT, OWING, None, Actor.CLERK, ("text", "way")),
    Row(M.CO_HANDLE, WITH_UNIT, None, Actor.UNIT, ("text", "unit_name"), stops=("co_handle",)),
    Row(M.EXTEND, OWING, None, Actor.HEAD, ("text", "due_on"), paper="extension_request"),
    Row(M.CHASE, OWING | {S.RETURNED, S.EVALUATING}, None, Actor.CLERK, paper="chasing"),
    Row(M.SUPERVISE, OWING, None, Actor.HEAD, ("text", "due_on"), paper="chasing"),
    Row(
        M.REPLY,
        OWING,
        S.REPLIED,
        Actor.UNIT,
        ("text", "result_class"),
        ("feed_back",),
        (*UNIT_CLOCKS, *REPLY_CLOCKS, *HAND_OVER_CLOCKS),
        "reply",
    ),
    Row(
        M.FULFIL,
        frozenset({S.TRACKED}),
        S.REPLIED,
        Actor.UNIT,
        ("text",),
        ("feed_back",),
        (),
        "reply",
    ),
    Row(
        M.FEED_BACK,
        ANSWERED,
        S.EVALUATING,
        Actor.CLERK,
        ("way",),
        ("evaluate",),
        ("feed_back",),
        "evaluation",
    ),
    Row(
        M.FEED_BACK,
        frozenset({S.FORWARDED, S.TRACKED, S.CLOSED}),
        None,
        Actor.CLERK,
        ("way",),
        stops=(*NOTICE_CLOCKS, "feed_back"),
        paper="notification",
    ),
    Row(
        M.EVALUATE,
        frozenset({S.EVALUATING}),
        None,
        Actor.VOTER,
        ("satisfaction", "way"),
        stops=("evaluate",),
    ),
    Row(
        M.REDO,
        frozenset({S.CLOSED, S.EVALUATING}),
        S.REDO,
        Actor.HEAD,
        ("text",),
        ("redo",),
        LAST_CLOCKS,
    ),
    Row(M.SUSPEND, OPEN, S.SUSPENDED, Actor.HEAD, ("text",)),
    Row(M.RESUME, frozenset({S.SUSPENDED}), None, Actor.HEAD),
    Row(M.MERGE, OPEN, S.MERGED, Actor.HEAD, ("other_uid",), stops=EVERY_CLOCK),
    Row(M.LINK, ALL, None, Actor.CLERK, ("other_uid",)),
    Row(M.CLOSE, frozenset({S.ANSWERED_ON_SITE}), S.CLOSED, Actor.CLERK, stops=EVERY_CLOCK),
    Row(M.CLOSE, frozenset({S.EVALUATING}), None, Actor.HEAD, ("text",), stops=EVERY_CLOCK),
    Row(M.ARCHIVE, AT_REST, S.ARCHIVED, Actor.CLERK, ("archive_no",), stops=EVERY_CLOCK),
)


BEGINS: Mapping[Move, Since] = {
    M.ASSIGN: Since.ASSIGNED,
    M.TRANSFER: Since.ASSIGNED,
    M.REASSIGN: Since.ASSIGNED,
    M.FORWARD: Since.ASSIGNED,
    M.CONFIRM: Since.ASSIGNED,
    M.RETURN: Since.RETURNED,
    M.REPLY: Since.REPLIED,
    M.FULFIL: Since.REPLIED,
    M.FEED_BACK: Since.FED_BACK,
    M.EVALUATE: Since.EVALUATED,
    M.REDO: Since.EVALUATED,
}
"""What a rule calls the day of a move that starts a limit."""


def rows_from(state: MatterState) -> list[Row]:
    """Return what can be done with a matter in this state, in the order of the table."""
    return [row for row in TABLE if state in row.sources]


def row_of(move: Move, state: MatterState) -> Row | None:
    """Return the row of a move from a state; None where the table does not allow it."""
    return next((row for row in TABLE if row.move is move and state in row.sources), None)
