"""What a fault says to a person: what happened, what is safe, what to do.

Templates with named fields; the screen translates the template, then fills in the facts. A fault
never holds a personal value, so neither does its sentence.
"""

from collections.abc import Mapping

from liaison_desktop.model.faults import Fault, NotAllowed, Problem, ProblemCode, WrongPassword
from liaison_desktop.model.words import tr

_UNKNOWN = tr("没有完成（{code}）。已保存的内容没有改动；请记下括号里的字样，联系县（区）管理员。")

SENTENCES: Mapping[str, str] = {
    # what a rule refuses
    "not_saved": tr("有几处还不能保存，内容都还在；请按各处的提示改好再保存。"),
    "not_allowed": tr("您的角色不能做这件事，什么也没有改动；请站长或管理员来做。"),
    "not_found": tr("没有找到「{key}」；请核对编号后再试。"),
    "stale_record": tr("这条记录刚被别人更正过，您的改动没有保存；请重新打开后再改。"),
    "reason_missing": tr("请写明原因再继续；什么也没有改动。"),
    "index_behind": tr(
        "查找索引还在整理，按文字筛选的台账可能不全，没有打印也没有导出；请稍候再试，或先清除文字。"
    ),
    "nothing_to_undo": tr("这条记录没有可以撤销的改动；什么也没有改动。"),
    "day_column_missing": tr("请先说明哪一列是接待日期，再导入。"),
    "name_column_missing": tr("还没有指明哪一列是姓名，没有导入。"),
    "table_unknown": tr("只能读 .xlsx 和 .csv 的表：{path}；请另存为其中一种再试。"),
    "table_damaged": tr("这份表读不出来：{path}；没有改动，请用表格软件打开另存后再试。"),
    "table_too_large": tr("这份表太大或是空文件：{path}；没有改动，请分成几份再试。"),
    "template_full": tr(
        "这份表只空着 {found} 行，下面已有内容，没有填；请在表里多留空行，或少选几条再试。"
    ),
    "table_empty": tr("这份表里没有内容：{path}。"),
    "same_record": tr("两边是同一个人，没有改动。"),
    "already_withdrawn": tr("这条记录已经撤回，没有再改动。"),
    "login_taken": tr("这个登录名已经有人用了；请换一个。"),
    "weak_password": tr("密码太容易被猜到：至少 8 个字，不要用登录名、站名或常见密码。"),
    "last_account_holder": tr("这是最后一个能管理用户的账号，不能停用；请先给别人这个角色。"),
    "which_user": tr("这里有几个账号；请用 --user 说明是谁。"),
    "unknown_login": tr("没有这个登录名，没有改动；请核对后再试。"),
    "user_disabled": tr("这个账号已经停用，没有改动；请站长或管理员来做。"),
    "wrong_home": tr("这里不是{side}的数据，没有改动；请换一个文件夹。"),
    "file_empty": tr("这个文件是空的，没有保存；请核对后再选。"),
    "attachment_missing": tr("附件的内容不在了，登记本身完好；请从备份找回。"),
    "attachment_damaged": tr("附件的内容已损坏，没有打开，登记本身完好；请从备份找回。"),
    "photo_unknown": tr("照片只收 PNG 和 JPEG，没有保存；请另存为其中一种再选。"),
    "photo_unreadable": tr("{path}的照片读不出来，没有打印；请换一张照片，或取消公示照片。"),
    "file_too_large": tr("附件超过 20 MB，没有保存；请压缩或拆开后再试。"),
    "record_too_large": tr("这条记录的附件合计超过 200 MB，没有保存这一个；请先挑选。"),
    # what the flow of a matter refuses
    "move_not_allowed": tr(
        "「{name}」的事项不能「{key}」，什么也没有改动；请看事项页上现在可以做的。"
    ),
    "matter_incomplete": tr("这件事项还是待补（{key}），不能交出去；请先补齐，已有内容都在。"),
    "accusation": tr("举报材料不转给承办单位，没有改动；请引导到纪检监察机关，或留作参考。"),
    "running_elsewhere": tr(
        "这件事正在别处办理（{key}），不重复交办，没有改动；请留作参考并关联。"
    ),
    "wrong_hand_over": tr("按已定的办理去向应「{key}」，没有改动；要改去向请重新审核分流。"),
    "not_overdue": tr("这件事项还没有超期，不发督办单，没有改动；可以先催办。"),
    "undo_the_step": tr("最后一次改动是一步办理，没有改动；请在事项页上撤销这一步。"),
    "not_chased": tr("反馈以后还没有催过测评，不能记为未测评，没有改动；请先催办一次。"),
    "not_to_hear": tr("这个人还没有反馈过，或已经测评过，没有改动；请核对是哪一位，先反馈再测评。"),
    "still_owed": tr("还有 {found} 位反映人没有反馈，不能了结，没有改动；请先逐人反馈。"),
    "merged_here": tr("「{key}」已并入这里，撤回以后没人答复，没有改动；请先撤销并入。"),
    "target_withdrawn": tr("「{key}」已经撤回，不能并入，没有改动；请核对编号。"),
    "other_state": tr(
        "这样更正，从「{key}」起办理过程就不同了，没有改动；最后一步可以撤销后重新录入。"
    ),
    "trail_too_early": tr(
        "这样更正，后面的「{key}」就对不上了，那里不能早于 {name}，没有改动；请先更正那一步。"
    ),
    "trail_too_late": tr(
        "这样更正，后面的「{key}」就对不上了，那里不能晚于 {name}，没有改动；请先更正那一步。"
    ),
    "nothing_corrected": tr("内容和原来一样，没有更正。"),
    "pack_known": tr("已经有代码为「{key}」的规则包，内容不同，没有导入；请换一个代码再导入。"),
    "not_owed": tr("这个人不在待反馈的名单里，没有改动；请核对是哪一位。"),
    "same_matter": tr("这是同一件事项，没有改动；请核对编号。"),
    "target_merged": tr("「{key}」自己已并入别的事项，没有改动；请并入那一件。"),
    "target_at_rest": tr("「{key}」已经了结，不能再并入，没有改动；可以改为关联。"),
    # what a consultation refuses
    "meeting_signed": tr("这次恳谈的记录已经审签，不能再改动；要补正请用“补正”另记一条。"),
    "meeting_cancelled": tr("这次恳谈已经取消，没有改动；要开会请先恢复。"),
    "meeting_stands_elsewhere": tr("这次恳谈现在的状态不能这样做，什么也没有改动；请看它的状态。"),
    "already_routed": tr("这条意见已经有了处理去向，没有改动；要改请先撤销去向。"),
    "changed_since": tr("这次操作涉及的内容后来又改过，没有撤销；请先撤销后来的改动。"),
    "matter_handled": tr("意见转成的「{key}」已经有人办理或更正，没有撤销；请在意见办理里处理。"),
    "undo_in_the_meeting": tr("这是在恳谈里撤销的，没有改动；请回到那次恳谈里再办。"),
    "no_deliberation_body": tr("只有街道有居民议事组织，没有改动；本站所在区划可在设置里核对。"),
    "not_an_opinion": tr("只有意见和建议才定处理去向，没有改动；请先改发言类别。"),
    # packages, cards, invitations
    "not_enrolled": tr("本站还没有加入县（区），不能上报；请先用“加入”读入县（区）的邀请文件。"),
    "not_a_package": tr("这不是上报包，没有读入；请选 .liaison 文件。"),
    "too_large": tr("这个文件大得不像上报包，没有读入；请核对文件。"),
    "truncated": tr("上报包不完整，没有读入任何内容；请让站里重新装盘。"),
    "future_format": tr("这个文件是更新的程序做的，没有读入；请先升级本程序。"),
    "past_schema": tr(
        "上报包由较旧的程序制作，没有读入，也没有缺什么；请先升级站里的程序，再重新装盘。"
    ),
    "unknown_suite": tr("这个上报包用了本程序没有的密码算法，没有读入；请核对两边的程序版本。"),
    "bad_header": tr("上报包的开头不合规定，没有读入；请让站里重新装盘。"),
    "unknown_sender": tr("没有登记过这个联络站，没有读入；请先收它的站点卡。"),
    "revoked_sender": tr("这个联络站已被停用，没有读入；请与站里核实。"),
    "bad_signature": tr("上报包被改动过或不是本站所签，没有读入；请让站里重新装盘。"),
    "other_recipient": tr("这个上报包是给别的县（区）的，没有读入；请交给收件的县（区）。"),
    "wrong_side": tr("这个文件不该在这一边读入，没有改动；请核对是不是拿错了 U 盘。"),
    "replayed": tr("这是更早的上报包，没有读入，也没有缺什么；请用最近的一份。"),
    "forked": tr("同一批号出现了两份不同的上报包，没有读入；可能电脑被复制过，请与站里核实。"),
    "gap": tr("中间少了一段，没有读入；请让站里重新装盘，新的一份会把缺的补上。"),
    "unknown_incarnation": tr("这个上报包来自恢复以前的数据，没有读入；请与站里核实。"),
    "bad_body": tr("上报包的内容不合规定，没有读入任何一条；请让站里重新装盘。"),
    "wrong_scope": tr("上报包里有不归该站所有的记录，整包没有读入；请与站里核实。"),
    "bad_record": tr("有一条记录不能上报（{kind} {uid}），没有写上任何内容；请联系县（区）。"),
    "package_full": tr("未上报的内容一个包装不下，没有写上，本站数据完好；请联系县（区）管理员。"),
    "bad_card": tr("这不是完好的站点卡，没有登记；请让站里重新写一份。"),
    "bad_invitation": tr("这不是完好的邀请文件，没有加入；请让县（区）重新写一份。"),
    "other_station": tr("这份邀请是给别的联络站的，没有加入；请核对文件。"),
    "already_joined": tr("本站已经加入另一个县（区），没有改动；请联系县（区）管理员。"),
    "invitation_changed": tr("邀请文件和刚才核对的不是同一份，没有加入；请重新读入并再核对一次。"),
    "code_taken": tr("这个站点代码已被另一个联络站使用，没有登记；请与站里核实。"),
    # files, homes, sticks
    "home_missing": tr("这里没有联络站的数据：{path}；请核对文件夹，或新建站点。"),
    "home_exists": tr("这里已经有一个站点，没有改动：{path}；请直接登录，或换一个空文件夹。"),
    "home_half_made": tr("上次建站没有做完，里面没有登记：{path}；请删去它再重新建站。"),
    "home_not_empty": tr("这个文件夹里有别的文件，没有改动：{path}；请选一个空文件夹。"),
    "home_locked": tr("别的窗口正开着这份数据，没有改动；请先关闭所有窗口再试。"),
    "other_home": tr("这是「{name}」的备份，没有恢复；请选本站的备份。"),
    "bad_backup": tr("这份备份已损坏，没有恢复，现有数据没有改动；请换一份备份。"),
    "file_missing": tr("找不到文件：{path}；请核对文件名。"),
    "folder_missing": tr("没有这个文件夹，没有保存：{path}；请换一个位置。"),
    "in_use": tr("这个文件正在别的程序里打开，没有保存：{path}；请关闭它，或换一个文件名。"),
    "disk_full": tr("磁盘已满，没有保存，已有内容完好：{path}；请腾出空间后再试一次。"),
    "disk_error": tr("磁盘读写出错，没有保存，已有内容完好：{path}；请再试一次。"),
    "read_only": tr("这里不能写入，没有保存：{path}；请换一个位置，或请管理员给写入权限。"),
    "file_busy": tr("别的程序正占用数据文件，没有保存；请稍等再试。"),
    "damaged": tr("文件已损坏或不是本程序的：{path}；没有改动，请用最近的备份恢复。"),
    "guards_missing": tr("数据文件缺少本程序的保护，没有打开：{path}；请从备份恢复。"),
    "upgrade_failed": tr("升级没有成功，数据仍是原样，升级前另存了一份：{path}；请重新启动再试。"),
    "home_busy": tr("这份数据正在备份、恢复或升级，没有改动；请稍等再试。"),
    "home_damaged": tr("数据文件夹缺少文件，没有打开：{path}；请从备份恢复。"),
    "future_file": tr("数据来自更新的版本，没有打开也没有改动：{path}；请先升级本程序。"),
    "old_sqlite": tr("本机的数据库组件太旧（{found}），不能安全使用；请重新安装本程序。"),
    "key_file_unreadable": tr("密钥文件读不出：{path}；没有改动，请从备份恢复。"),
    "key_file_changed": tr("密钥文件被改动过，没有打开：{path}；请从备份恢复，并告诉县（区）。"),
    "stick_full": tr("U 盘空间不够，没有写上；请换一个或清理后再装盘。"),
    "stick_gone": tr("U 盘不见了，没有写完；本站数据完好，请插好后再装盘。"),
    "stick_damaged": tr("写到 U 盘的内容读回来不一致，已删去；请换一个 U 盘再装盘。"),
    "name_taken": tr("那里已有同名文件，没有覆盖：{path}；请换一个位置。"),
    "paper_gone": tr("要打印的文件不在了或打不开，没有打印；登记本身完好，请重新生成再打印。"),
    "printer_gone": tr("没有找到打印机「{name}」，没有打印；请检查电源和连线，或换一台。"),
    "printer_refused": tr("打印机「{name}」没有接收，没有打印；请换一台，或先另存为 PDF。"),
    "printing_silent": tr("打印机「{name}」没有回应，可能已打印；请先看打印机再决定。"),
    "session_state": tr("这次接待日现在的状态不能这样做，什么也没有改动；请看它的状态后再试。"),
    "notice_needless": tr("这次接待日没有张贴过公告，不用发取消公告。"),
    "days_reversed": tr("截止日期早于开始日期，没有写出；请核对后再试。"),
    "deputy_namesakes": tr("有几位代表同名，没有写出；请先在名册里分清。"),
    "several_sessions": tr("这一天有几次接待日，没有打印；请写明是哪一次的 id。"),
    "print_what": tr("请只选一样：编号、--all 或 --blank N（N 至少是 1）。"),
    "template_xlsx": tr("样表只能和 --xlsx 一起用，什么也没有写。"),
    "demo_how_many": tr("人数至少是 1，次数不能是负数。"),
    "not_utf8": tr("这个文件不是 UTF-8 编码，没有读入：{path}；请另存为 UTF-8 再试。"),
    "bad_json": tr("输入的不是 JSON，没有保存；请核对第 {line} 行。"),
    "no_fonts": tr("没有找到中文字体，没有打印；请重新安装本程序。"),
}

PROBLEMS: Mapping[ProblemCode, str] = {
    ProblemCode.MISSING: tr("还没有填写"),
    ProblemCode.TOO_LONG: tr("最多 {detail} 个字"),
    ProblemCode.BAD_CHARACTER: tr("有不能保存的控制字符（{detail}），请删去"),
    ProblemCode.BAD_VALUE: tr("填写不合要求（{detail}）"),
    ProblemCode.UNKNOWN_KEY: tr("没有这个栏目"),
    ProblemCode.UNUSUAL_PHONE: tr("不像常见的电话号码，请核对（座机、短号可以保留）"),
    ProblemCode.UNUSUAL_ID: tr("身份证号校验不符，请核对"),
    ProblemCode.NO_GLYPH: tr("本机字体没有「{detail}」，打印时以〓代替"),
    ProblemCode.TOO_MANY_REPRESENTATIVES: tr("多人来访请推选不超过 5 名代表"),
    ProblemCode.RECEIVER_UNKNOWN: tr("名册里没有这位代表，已照写保留"),
    ProblemCode.RECEIVER_AMBIGUOUS: tr("名册里有同名代表，请之后指明是哪一位"),
    ProblemCode.IN_FUTURE: tr("时间晚于现在，请核对"),
    ProblemCode.GUARDIAN_NEEDED: tr("未满 14 周岁，请登记监护人"),
    ProblemCode.WRONG_YEAR: tr("不是这一年的日期（{detail}）"),
    ProblemCode.TOO_EARLY: tr("不能早于 {detail}"),
    ProblemCode.TOO_LATE: tr("不能晚于 {detail}"),
    ProblemCode.NUMBER_FOR_NAME: tr("这里应填姓名或名称，不是号码"),
    ProblemCode.UNIT_UNKNOWN: tr("没有登记承办单位「{detail}」；请先在设置里登记，或从名单里选"),
    ProblemCode.NEVER_OCCURS: tr("这样定一天也轮不到，请改"),
    ProblemCode.OLD_ID: tr("15 位的旧身份证号，已照原样保留"),
    ProblemCode.SEX_UNLIKE_ID: tr("性别与身份证号里的性别码不符，请核对"),
    ProblemCode.BIRTH_UNLIKE_ID: tr("出生年月与身份证号不符，请核对"),
    ProblemCode.NOT_IN_TABLE: tr("{detail} 里没有，已照写保留；确有需要，请站长在设置的代码表里加"),
    ProblemCode.CODE_UNLIKE_WORD: tr("代码与文字不符（{detail}），按文字记，请核对"),
    ProblemCode.NO_TOWN_DEPUTIES: tr("街道、开发区没有乡镇级代表，请核对级别"),
    ProblemCode.END_WITHOUT_DAY: tr("已终止，还没有填任职止的日期"),
    ProblemCode.END_WITHOUT_REASON: tr("暂停或终止，还没有写原因"),
    ProblemCode.TWICE_IN_OFFICE: tr("同一级别、同一届有两项在任，请核对"),
    ProblemCode.MERGED_CELLS: tr("是几栏合并的单元格，不知道归哪一栏；请拆开后再导入"),
    ProblemCode.NAMESAKE: tr("有同名代表，分不清是哪一位；请补电话、出生年月或身份证号"),
    ProblemCode.SAME_NAME: tr("名册里已有同名代表，按另一位记，请核对"),
    ProblemCode.OTHER_LINE_WRONG: tr("同一代表的第 {detail} 行有误，所以也没有导入"),
    ProblemCode.WHICH_SESSION: tr(
        "这一天安排了几次接待（{detail}），没有写明是哪一次；请在时间一栏照其中一个写"
    ),
    ProblemCode.NOT_A_DAY: tr("不是日期；请写成 2026-11-20"),
    ProblemCode.ROUNDED_NUMBER: tr("号码成了科学计数，尾数已丢；请把这一栏设为文本后重填"),
    ProblemCode.SAME_PERSON: tr("第 {detail} 行是同一个人；请在名单里删去一行再抽"),
    ProblemCode.TOO_FEW_ROWS: tr("要抽的人数应在 1 和名单人数之间（{detail}）"),
    ProblemCode.NO_SUCH_COLUMN: tr("名单里没有这一栏；有的是：{detail}"),
    ProblemCode.NOT_ANNOUNCED: tr("还没有公告，最迟应在 {detail} 公告"),
    ProblemCode.NOT_HEARD: tr("年度会议还没有听取：{detail}"),
    ProblemCode.OVERLAPS: tr("和同一条规则的另一段有效期重叠（{detail}）"),
    ProblemCode.GAP: tr("从 {detail} 起没有有效的规则"),
}

_WEAK: Mapping[str, str] = {
    "too_short": tr("密码太短，没有设置；请至少用 8 个字。"),
    "about_this_desk": tr("密码里有登录名、姓名、站名或站点代码，没有设置；请换一个。"),
    "too_common": tr("这是常见密码（连续键、日期、电话、重复），没有设置；请换一个。"),
}
_WRONG = tr("登录名或密码不对；什么也没有打开，请再试。")
_WAIT = tr("登录名或密码不对；为安全起见，请等 {wait_seconds} 秒再试。")


def sentence(fault: Fault) -> tuple[str, dict[str, object]]:
    """Return the template and its facts."""
    facts = {"key": "", "path": "", "code": fault.code} | fault.facts()
    if isinstance(fault, WrongPassword):
        return (_WAIT if fault.wait_seconds else _WRONG), facts
    if isinstance(fault, NotAllowed):
        return SENTENCES["not_allowed"], facts
    if fault.code == "weak_password":
        return _WEAK.get(str(facts.get("why")), SENTENCES["weak_password"]), facts
    return SENTENCES.get(fault.code, _UNKNOWN), facts


def problem_sentence(problem: Problem) -> tuple[str, dict[str, object]]:
    """Return the template and its facts for one field's problem, to stand beside the field."""
    return PROBLEMS[problem.code], {"detail": problem.detail}
