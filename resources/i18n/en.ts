<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name></name>
    <message>
        <source>程序出了错（{kind}）。已经输入的内容都留作草稿；请关闭程序再打开，继续填写。</source>
        <translation>The program made an error ({kind}). What was typed is kept as a draft; close the program, open it again and go on.</translation>
    </message>
    <message>
        <source>联络站前台</source>
        <translation>Liaison Desktop</translation>
    </message>
    <message>
        <source>从备份恢复</source>
        <translation>Restore from a backup</translation>
    </message>
    <message>
        <source>数据只在本机的这个系统账户下；换一个系统账户登录电脑就看不到。</source>
        <translation>The data are only in this system account of this PC; another account of the PC does not see them.</translation>
    </message>
    <message>
        <source>站点已建立。密码恢复单：{path}。请打印、签封、另处保管，再把它从电脑里删去。</source>
        <translation>The station is made. Recovery sheet: {path}. Print it, seal it, keep it elsewhere, then delete it from the PC.</translation>
    </message>
    <message>
        <source>密码已重设，旧的恢复单作废。新的恢复单：{path}。请打印、签封、另处保管。</source>
        <translation>The password is set anew and the former recovery sheet is void. New sheet: {path}. Print it, seal it, keep it elsewhere.</translation>
    </message>
    <message>
        <source>人大代表联络站来访登记</source>
        <translation>Visit register of a deputy liaison station</translation>
    </message>
    <message>
        <source>本机不得录入、存储国家秘密和工作秘密</source>
        <translation>State secrets and work secrets must not be entered or kept on this PC</translation>
    </message>
    <message>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Ctrl+回车</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>填写的内容还没有存下，程序关闭就没有了；可以照常建立站点。{why}</source>
        <translation>What is typed is not kept yet and would be gone when the program is closed; the station can be set up as usual. {why}</translation>
    </message>
    <message>
        <source>1 / 3&#x3000;联络站</source>
        <translation>1 / 3&#x3000;Station</translation>
    </message>
    <message>
        <source>2 / 3&#x3000;两个账号</source>
        <translation>2 / 3&#x3000;Two accounts</translation>
    </message>
    <message>
        <source>3 / 3&#x3000;密码恢复单</source>
        <translation>3 / 3&#x3000;Recovery sheet</translation>
    </message>
    <message>
        <source>建立站点</source>
        <translation>Make the station</translation>
    </message>
    <message>
        <source>联络站名称</source>
        <translation>Name of the station</translation>
    </message>
    <message>
        <source>站点代码（大写字母和数字，编号以它开头）</source>
        <translation>Station code (capitals and digits; numbers begin with it)</translation>
    </message>
    <message>
        <source>所在区划</source>
        <translation>Kind of area</translation>
    </message>
    <message>
        <source>层级</source>
        <translation>Tier</translation>
    </message>
    <message>
        <source>发文机关</source>
        <translation>Issuing organ</translation>
    </message>
    <message>
        <source>印章单位</source>
        <translation>Sealing organ</translation>
    </message>
    <message>
        <source>县（区、市）人大</source>
        <translation>County (district, city) congress</translation>
    </message>
    <message>
        <source>联络站电话</source>
        <translation>Station&apos;s phone</translation>
    </message>
    <message>
        <source>联络站地址</source>
        <translation>Station&apos;s address</translation>
    </message>
    <message>
        <source>2 至 12 位</source>
        <translation>2 to 12 characters</translation>
    </message>
    <message>
        <source>站长</source>
        <translation>Station head</translation>
    </message>
    <message>
        <source>工作人员</source>
        <translation>Clerk</translation>
    </message>
    <message>
        <source>每人一个账号，密码至少 8 个字；站长的账号还管用户和恢复。</source>
        <translation>One account for each person, passwords of at least 8 characters; the head&apos;s account also keeps users and recovery.</translation>
    </message>
    <message>
        <source>两个账号不能同名</source>
        <translation>Two accounts cannot have the same name</translation>
    </message>
    <message>
        <source>登录名</source>
        <translation>Login name</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>再输一次密码</source>
        <translation>Password again</translation>
    </message>
    <message>
        <source>忘记密码时，只有密码恢复单能打开数据；没有它，谁也帮不上忙。</source>
        <translation>When a password is forgotten, only the recovery sheet opens the data; without it nobody can help.</translation>
    </message>
    <message>
        <source>建立站点后请立即打印，由站长签封、另处保管，再把这个 PDF 从电脑里删去。</source>
        <translation>Print it as soon as the station is made; the head seals it and keeps it elsewhere; then delete this PDF from the PC.</translation>
    </message>
    <message>
        <source>打出来的是字母：按 Shift 或 Win+空格 换成中文输入法；没有，就到系统的“设置—语言”里添加。</source>
        <translation>Letters come out: press Shift or Win+Space for the Chinese input method; where there is none, add it in Settings – Language.</translation>
    </message>
    <message>
        <source>打出来的是字母：按 Ctrl+空格 换成中文输入法；不行，请管理员装 fcitx5 或 ibus 拼音后重新登录。</source>
        <translation>Letters come out: press Ctrl+Space for the Chinese input method; if that fails, have fcitx5 or ibus pinyin installed and log in again.</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>Log in</translation>
    </message>
    <message>
        <source>回车</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>忘记密码</source>
        <translation>Password forgotten</translation>
    </message>
    <message>
        <source>正在打开……</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>账号</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>标准字</source>
        <translation>Usual text</translation>
    </message>
    <message>
        <source>大字</source>
        <translation>Large text</translation>
    </message>
    <message>
        <source>特大字</source>
        <translation>Very large text</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>一</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>二</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>三</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>四</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>五</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>六</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>日</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>{year}年{month}月{day}日&#x3000;星期{weekday}</source>
        <translation>{weekday}, {year}-{month}-{day}</translation>
    </message>
    <message>
        <source>还没有备份</source>
        <translation>No backup yet</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>备份 {day} {time}</source>
        <translation>Backup {day} {time}</translation>
    </message>
    <message>
        <source>未上报 {count} 条</source>
        <translation>{count} not reported</translation>
    </message>
    <message>
        <source>来访登记</source>
        <translation>Register a visit</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>登记簿</source>
        <translation>Ledgers</translation>
    </message>
    <message>
        <source>登记簿与台账</source>
        <translation>Ledgers</translation>
    </message>
    <message>
        <source>意见办理</source>
        <translation>Handling</translation>
    </message>
    <message>
        <source>办理</source>
        <translation>Handle</translation>
    </message>
    <message>
        <source>代表日程</source>
        <translation>Schedule</translation>
    </message>
    <message>
        <source>日程</source>
        <translation>Schedule</translation>
    </message>
    <message>
        <source>恳谈</source>
        <translation>Talks</translation>
    </message>
    <message>
        <source>数据与备份</source>
        <translation>Data and backups</translation>
    </message>
    <message>
        <source>数据</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>再输一次</source>
        <translation>Again</translation>
    </message>
    <message>
        <source>至少 8 个字</source>
        <translation>At least 8 characters</translation>
    </message>
    <message>
        <source>两次不一样</source>
        <translation>The two differ</translation>
    </message>
    <message>
        <source>添加附件……</source>
        <translation>Add an attachment…</translation>
    </message>
    <message>
        <source>添加照片等附件</source>
        <translation>Add photos or files</translation>
    </message>
    <message>
        <source>添加附件</source>
        <translation>Add an attachment</translation>
    </message>
    <message>
        <source>去掉附件 {name}</source>
        <translation>Take the attachment {name} away</translation>
    </message>
    <message>
        <source>有改变文字方向的符号 {marks}，会照原样保存</source>
        <translation>Holds marks that turn the direction of text {marks}; they are kept as typed</translation>
    </message>
    <message>
        <source>正在生成登记表和来访回执……</source>
        <translation>Drawing the visit record and the receipt…</translation>
    </message>
    <message>
        <source>上一份还没有保存，已留作草稿；按 Esc 可以找到。</source>
        <translation>The former form is not saved yet and is kept as a draft; press Esc to find it.</translation>
    </message>
    <message>
        <source>重新填写</source>
        <translation>Start over</translation>
    </message>
    <message>
        <source>更改接待日</source>
        <translation>Change the reception day</translation>
    </message>
    <message>
        <source>这是上次没有保存的内容。</source>
        <translation>This is what was typed last time and not saved.</translation>
    </message>
    <message>
        <source>请先选定输入法里的字，再保存。</source>
        <translation>First choose the characters in the input method, then save.</translation>
    </message>
    <message>
        <source>如 2026-11-25</source>
        <translation>e.g. 2026-11-25</translation>
    </message>
    <message>
        <source>{day}的接待日已保存</source>
        <translation>The reception day of {day} is saved</translation>
    </message>
    <message>
        <source>变更公告随之备好</source>
        <translation>A notice of the change is prepared</translation>
    </message>
    <message>
        <source>如 11-25</source>
        <translation>e.g. 11-25</translation>
    </message>
    <message>
        <source>姓名或拼音，顿号隔开</source>
        <translation>Names or pinyin, with commas between</translation>
    </message>
    <message>
        <source>改期原因</source>
        <translation>Why it is moved</translation>
    </message>
    <message>
        <source>公告已张贴，必须写明</source>
        <translation>The notice is posted: it must be said</translation>
    </message>
    <message>
        <source>草稿已自动保存 {time}</source>
        <translation>Draft kept {time}</translation>
    </message>
    <message>
        <source>草稿没有存上</source>
        <translation>The draft is not kept</translation>
    </message>
    <message>
        <source>请填数字</source>
        <translation>Type a number</translation>
    </message>
    <message>
        <source>如 2026-11-20 09:30</source>
        <translation>As 2026-11-20 09:30</translation>
    </message>
    <message>
        <source>如 2026-11-20</source>
        <translation>As 2026-11-20</translation>
    </message>
    <message>
        <source>空着为工作人员代接</source>
        <translation>Empty: received by the clerk</translation>
    </message>
    <message>
        <source>来访人</source>
        <translation>Visitor</translation>
    </message>
    <message>
        <source>来访人的原话要点；回车换行，Tab 到下一项</source>
        <translation>In the visitor&apos;s own words; Enter begins a line, Tab goes on</translation>
    </message>
    <message>
        <source>先找人；新来访人写完姓名按回车</source>
        <translation>Find the person first; for a new visitor type the name and press Enter</translation>
    </message>
    <message>
        <source>反映事项</source>
        <translation>What he came for</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>保存并打印</source>
        <translation>Save and print</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
    <message>
        <source>请您核对</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>再加一位</source>
        <translation>Add visitor</translation>
    </message>
    <message>
        <source>已知来访人</source>
        <translation>Known visitors</translation>
    </message>
    <message>
        <source>{visits}。资料已填好，请与来访人核对。</source>
        <translation>{visits}. Filled in from before; check it with the visitor.</translation>
    </message>
    <message>
        <source>名册里的人</source>
        <translation>Known here</translation>
    </message>
    <message>
        <source>全键盘登记</source>
        <translation>Registering by keys</translation>
    </message>
    <message>
        <source>下一项</source>
        <translation>Next field</translation>
    </message>
    <message>
        <source>下一项（内容框里也是）</source>
        <translation>Next field (from a text box too)</translation>
    </message>
    <message>
        <source>数字键</source>
        <translation>Digits</translation>
    </message>
    <message>
        <source>选择选项</source>
        <translation>Choose an option</translation>
    </message>
    <message>
        <source>选用已知来访人</source>
        <translation>Take a known visitor</translation>
    </message>
    <message>
        <source>↓ 或数字</source>
        <translation>↓ or a digit</translation>
    </message>
    <message>
        <source>更多项目</source>
        <translation>More fields</translation>
    </message>
    <message>
        <source>按名称、议题、地点、编号或日期查找</source>
        <translation>Find by name, topic, place, number or day</translation>
    </message>
    <message>
        <source>查找恳谈会</source>
        <translation>Find a consultation</translation>
    </message>
    <message>
        <source>新建恳谈会</source>
        <translation>New consultation</translation>
    </message>
    <message>
        <source>还没有名称</source>
        <translation>No name yet</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Yearly</translation>
    </message>
    <message>
        <source>承诺超期 {count}</source>
        <translation>Promises overdue {count}</translation>
    </message>
    <message>
        <source>未填期限 {count}</source>
        <translation>No due day {count}</translation>
    </message>
    <message>
        <source>意见未定去向 {count}</source>
        <translation>Opinions not routed {count}</translation>
    </message>
    <message>
        <source>还没有恳谈会。先建一次，议题、参加人和通知都从这里来。</source>
        <translation>There is no consultation yet. Begin one: its topic, participants and notice all come from here.</translation>
    </message>
    <message>
        <source>应到 {expected}，实到 {present}</source>
        <translation>Expected {expected}, present {present}</translation>
    </message>
    <message>
        <source>再加一位来访人</source>
        <translation>One more visitor</translation>
    </message>
    <message>
        <source>请来访人核对</source>
        <translation>Let the visitor check</translation>
    </message>
    <message>
        <source>登记下一位</source>
        <translation>Next visitor</translation>
    </message>
    <message>
        <source>放下（草稿自动保留）</source>
        <translation>Put down (the draft is kept)</translation>
    </message>
    <message>
        <source>姓名、电话可以转告承办单位</source>
        <translation>Name and phone may be passed on to the unit</translation>
    </message>
    <message>
        <source>愿意接受回访</source>
        <translation>May be called back</translation>
    </message>
    <message>
        <source>可以公开姓名</source>
        <translation>Name may be published</translation>
    </message>
    <message>
        <source>其他渠道正在办理</source>
        <translation>Under way elsewhere</translation>
    </message>
    <message>
        <source>不填为现在；补录如 2026-11-20 09:30</source>
        <translation>Empty means now; a late entry as 2026-11-20 09:30</translation>
    </message>
    <message>
        <source>不能交给被反映的单位自己办</source>
        <translation>It is not handed to the unit it is about</translation>
    </message>
    <message>
        <source>代表名册</source>
        <translation>Roster of deputies</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>Attachments</translation>
    </message>
    <message>
        <source>修改记录</source>
        <translation>History</translation>
    </message>
    <message>
        <source>更正第 {n} 件</source>
        <translation>Correct matter {n}</translation>
    </message>
    <message>
        <source>已于 {when} 撤回：{reason}。编号保留，名单里不再显示。</source>
        <translation>Withdrawn {when}: {reason}. The number stays; lists no longer show it.</translation>
    </message>
    <message>
        <source>上次填到一半的新代表，内容还在。</source>
        <translation>The new deputy you had begun is still here.</translation>
    </message>
    <message>
        <source>上次的更正没有保存，内容还在。</source>
        <translation>The last correction was not saved; its text is still here.</translation>
    </message>
    <message>
        <source>继续更正</source>
        <translation>Go on correcting</translation>
    </message>
    <message>
        <source>不在任</source>
        <translation>Not in office</translation>
    </message>
    <message>
        <source>已于 {when} 撤回：{reason}。名册里不再显示，历史保留。</source>
        <translation>Withdrawn {when}: {reason}. No longer on the roster; the history is kept.</translation>
    </message>
    <message>
        <source>已登记这位代表。</source>
        <translation>The deputy is registered.</translation>
    </message>
    <message>
        <source>撤回是登记错了才用；任期结束或暂停，请用“更正”写明任职止和原因。撤回后名册和公示里不再有这位代表，历史保留，并随下一次上报告诉县（区）。</source>
        <translation>Withdraw only what was registered by mistake; for an ended or suspended mandate use Correct and give the day and the reason. A withdrawn deputy is no longer on the roster or the public board; the history is kept, and the county is told with the next report.</translation>
    </message>
    <message>
        <source>撤销这位代表的上一次改动，改回原来的内容；撤销本身也留在修改记录里。</source>
        <translation>Undo the last change of this deputy and bring back what was there; the undoing stays in the history too.</translation>
    </message>
    <message>
        <source>照片 (*.png *.jpg *.jpeg)</source>
        <translation>Photos (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>选照片</source>
        <translation>Choose photo</translation>
    </message>
    <message>
        <source>去掉照片</source>
        <translation>Remove photo</translation>
    </message>
    <message>
        <source>任职 {n}</source>
        <translation>Mandate {n}</translation>
    </message>
    <message>
        <source>上次加的事项没有保存，内容还在。</source>
        <translation>The last matter was not saved; its text is still here.</translation>
    </message>
    <message>
        <source>已更正；原来的内容留在修改记录里。</source>
        <translation>Corrected; what stood there before is kept in the history.</translation>
    </message>
    <message>
        <source>撤回后，这次来访不再出现在名单和统计里；编号保留，内容和原因留在历史里，并随下一次上报告诉县（区）。</source>
        <translation>Withdrawn, this visit appears in no list and no count; its number, its content and the reason stay in the history, and the county learns of it with the next report.</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>可能是同一人</source>
        <translation>Perhaps the same person</translation>
    </message>
    <message>
        <source>已关联到这里</source>
        <translation>Taken in here</translation>
    </message>
    <message>
        <source>公示栏上的</source>
        <translation>On the public board</translation>
    </message>
    <message>
        <source>照片不公示</source>
        <translation>Photo not public</translation>
    </message>
    <message>
        <source>选区</source>
        <translation>Constituency</translation>
    </message>
    <message>
        <source>今天没有在任的任职，公示栏上没有这位代表。</source>
        <translation>No mandate is in office today; the public board does not show this deputy.</translation>
    </message>
    <message>
        <source>没有别的资料</source>
        <translation>Nothing else is known</translation>
    </message>
    <message>
        <source>任职起止</source>
        <translation>From – to</translation>
    </message>
    <message>
        <source>还没有登记任职。</source>
        <translation>No mandate is registered yet.</translation>
    </message>
    <message>
        <source>没有排到以后的接待日。</source>
        <translation>No reception day to come.</translation>
    </message>
    <message>
        <source>今年已有 {held} 次，往后还有 {coming} 次。</source>
        <translation>{held} this year so far, {coming} to come.</translation>
    </message>
    <message>
        <source>{count} 条</source>
        <translation>{count} {count:entry|entries}</translation>
    </message>
    <message>
        <source>{year} 年还没有履职纪实。</source>
        <translation>No duty entry in {year} yet.</translation>
    </message>
    <message>
        <source>{kind} {count} 次</source>
        <translation>{kind} ×{count}</translation>
    </message>
    <message>
        <source>共 {days} 天</source>
        <translation>{days} {days:day|days} in all</translation>
    </message>
    <message>
        <source>还有 {count} 条。</source>
        <translation>{count} more.</translation>
    </message>
    <message>
        <source>还没有联系户。</source>
        <translation>No contact household yet.</translation>
    </message>
    <message>
        <source>还有 {count} 户。</source>
        <translation>{count} more {count:household|households}.</translation>
    </message>
    <message>
        <source>（不详）</source>
        <translation>(unknown)</translation>
    </message>
    <message>
        <source>今</source>
        <translation>now</translation>
    </message>
    <message>
        <source>{begin} 至 {end}</source>
        <translation>{begin} to {end}</translation>
    </message>
    <message>
        <source>{text}（不公示）</source>
        <translation>{text} (not public)</translation>
    </message>
    <message>
        <source>{text}（只留本站）</source>
        <translation>{text} (stays here)</translation>
    </message>
    <message>
        <source>从表格导入</source>
        <translation>Import a table</translation>
    </message>
    <message>
        <source>每一列是什么</source>
        <translation>What each column is</translation>
    </message>
    <message>
        <source>导入前先看</source>
        <translation>Look before importing</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>撤销这次导入</source>
        <translation>Take this import back</translation>
    </message>
    <message>
        <source>有误的行另存……</source>
        <translation>Save the bad rows…</translation>
    </message>
    <message>
        <source>导入 {taken} 行；没有变化 {known} 行，有误 {wrong} 行，都不导入。</source>
        <translation>{taken} {taken:row|rows} will be imported; {known} {known:changes|change} nothing and {wrong} {wrong:has|have} errors: those are left out.</translation>
    </message>
    <message>
        <source>{count} 行给同一代表再加一项任职。</source>
        <translation> {count} {count:row adds|rows add} a mandate to a deputy.</translation>
    </message>
    <message>
        <source>{count} 行导入后要核对。</source>
        <translation> {count} {count:row|rows} should be checked afterwards.</translation>
    </message>
    <message>
        <source>没有可导入的内容，什么也没有改动。</source>
        <translation>Nothing to take in; nothing was changed. </translation>
    </message>
    <message>
        <source>已导入 {taken} 行；没有变化 {known} 行，有误 {wrong} 行。</source>
        <translation>Imported {taken} {taken:row|rows}; {known} changed nothing, {wrong} had errors.</translation>
    </message>
    <message>
        <source>有误的行_{file}.xlsx</source>
        <translation>bad_rows_{file}.xlsx</translation>
    </message>
    <message>
        <source>有误的 {count} 行已另存：{path}；第一列是原因，改好后可以再导入。</source>
        <translation>{count} bad {count:row|rows} saved to {path}; the first column says why. Mend {count:it|them} and import the file.</translation>
    </message>
    <message>
        <source>第 {line} 行没有变化：{said}</source>
        <translation>Row {line} changes nothing: {said}</translation>
    </message>
    <message>
        <source>第 {line} 行再加一项任职：{said}</source>
        <translation>Row {line} adds a mandate: {said}</translation>
    </message>
    <message>
        <source>第 {line} 行填入当天已安排的接待日：{said}</source>
        <translation>Line {line} seats the session planned for its day: {said}</translation>
    </message>
    <message>
        <source>第 {line} 行有误：{said}</source>
        <translation>Row {line} has an error: {said}</translation>
    </message>
    <message>
        <source>已撤销：撤回 {gone} 条，后来改过的 {kept} 条留着。</source>
        <translation>Taken back: {gone} withdrawn, {kept} changed since and kept.</translation>
    </message>
    <message>
        <source>移到 {day} {time}</source>
        <translation>Move to {day} {time}</translation>
    </message>
    <message>
        <source>加入 {day} {what}</source>
        <translation>Join {day} {what}</translation>
    </message>
    <message>
        <source>新建 {day} 接待日</source>
        <translation>New reception day on {day}</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>没有冲突</source>
        <translation>No conflict</translation>
    </message>
    <message>
        <source>Ctrl+V 放下，Esc 取消</source>
        <translation>Ctrl+V puts it here, Esc cancels</translation>
    </message>
    <message>
        <source>松开完成，Esc 取消</source>
        <translation>release to put it here, Esc cancels</translation>
    </message>
    <message>
        <source>第 {line} 行：{said}</source>
        <translation>Line {line}: {said}</translation>
    </message>
    <message>
        <source>恢复成两人</source>
        <translation>Part into two again</translation>
    </message>
    <message>
        <source>已恢复成两人，各自的来访也分开了。</source>
        <translation>Parted into two again, each with the visits of before.</translation>
    </message>
    <message>
        <source>撤销上一次改动，改回原来的内容：{what}</source>
        <translation>Undo the last change and bring back what was there: {what}</translation>
    </message>
    <message>
        <source>撤销改动</source>
        <translation>Undo the change</translation>
    </message>
    <message>
        <source>已加一件事项。</source>
        <translation>One more matter is registered.</translation>
    </message>
    <message>
        <source>本机没有能打开它的程序；文件在 {path}。</source>
        <translation>This PC has no program for it; the file is in {path}.</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>栏目</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>填县里的表……</source>
        <translation>Fill the county&apos;s table…</translation>
    </message>
    <message>
        <source>从表格导入……</source>
        <translation>Import a table…</translation>
    </message>
    <message>
        <source>疑似同一人……</source>
        <translation>Likely the same…</translation>
    </message>
    <message>
        <source>打印公开版（脱敏）</source>
        <translation>Print the public edition (masked)</translation>
    </message>
    <message>
        <source>导出公开版表格（脱敏）</source>
        <translation>Export the public edition (masked)</translation>
    </message>
    <message>
        <source>表格 (*.xlsx *.csv)</source>
        <translation>Tables (*.xlsx *.csv)</translation>
    </message>
    <message>
        <source>先列最近的 {count} 条，其余正在找</source>
        <translation>The latest {count} first; looking for the rest</translation>
    </message>
    <message>
        <source>{count}（查找索引在整理，可能不全）</source>
        <translation>{count} (the search index is being put in order; some may be missing)</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>打印台账</source>
        <translation>Print the ledger</translation>
    </message>
    <message>
        <source>加事项</source>
        <translation>Add matter</translation>
    </message>
    <message>
        <source>下一位</source>
        <translation>Next visitor</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>现在可以拔盘</source>
        <translation>The stick can be taken out now</translation>
    </message>
    <message>
        <source>已写好</source>
        <translation>Written</translation>
    </message>
    <message>
        <source>第 {sequence} 批，共 {records} 条，其中新的 {unsent} 条；已回读核对，完好。</source>
        <translation>Package {sequence}, {records} {records:record|records}, {unsent} of them new; read back and whole.</translation>
    </message>
    <message>
        <source>下一步：把 U 盘交到「{county}」，由县（区）读入。</source>
        <translation>Next: take the stick to “{county}”, which reads it.</translation>
    </message>
    <message>
        <source>下一步：把这个文件拷到 U 盘，交到「{county}」，由县（区）读入。</source>
        <translation>Next: copy this file to a stick and take it to “{county}”, which reads it.</translation>
    </message>
    <message>
        <source>U 盘丢了也不要紧：内容是加密的，再装一次就是。</source>
        <translation>A lost stick does no harm: the content is encrypted; write it once more.</translation>
    </message>
    <message>
        <source>待补：{fields}</source>
        <translation>To complete: {fields}</translation>
    </message>
    <message>
        <source>已登记</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>登记来访</source>
        <translation>Register a visit</translation>
    </message>
    <message>
        <source>显示已撤回的</source>
        <translation>Show withdrawn ones</translation>
    </message>
    <message>
        <source>恢复上次未保存的内容</source>
        <translation>Go on with what was not saved</translation>
    </message>
    <message>
        <source>反馈与测评</source>
        <translation>Feedback and evaluation</translation>
    </message>
    <message>
        <source>没有记下的一步</source>
        <translation>A step not entered</translation>
    </message>
    <message>
        <source>现在可以做的</source>
        <translation>What can be done now</translation>
    </message>
    <message>
        <source>办理文书</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>关联的事项</source>
        <translation>Linked matters</translation>
    </message>
    <message>
        <source>办理过程</source>
        <translation>Trail</translation>
    </message>
    <message>
        <source>这件事项没有可做的了。</source>
        <translation>Nothing is left to do with this matter.</translation>
    </message>
    <message>
        <source>上次的「{move}」没有保存，内容还在。</source>
        <translation>The last “{move}” was not saved; what was typed is still there.</translation>
    </message>
    <message>
        <source>上次对「{move}」的更正没有保存，内容还在。</source>
        <translation>The correction of &quot;{move}&quot; was not saved; what was typed is still here.</translation>
    </message>
    <message>
        <source>继续填写</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>撤销最后一步「{move}」：事项回到这一步以前，这一步留在历史里。</source>
        <translation>Undo the last step “{move}”: the matter goes back to before it, and the step stays in history.</translation>
    </message>
    <message>
        <source>撤销对「{move}」的更正：这一步回到更正以前，更正留在历史里。</source>
        <translation>Take back the correction of &quot;{move}&quot;: the step says again what it said before; the correction stays in the history.</translation>
    </message>
    <message>
        <source>已撤销。</source>
        <translation>Taken back.</translation>
    </message>
    <message>
        <source>已更正，由它推出的期限已重新算过。</source>
        <translation>Corrected; the limits that follow from it were counted again.</translation>
    </message>
    <message>
        <source>已记下，现在是「{state}」。</source>
        <translation>Entered; it is now “{state}”.</translation>
    </message>
    <message>
        <source>撤销最后一次</source>
        <translation>Take back the last act</translation>
    </message>
    <message>
        <source>看来访登记</source>
        <translation>See the visit</translation>
    </message>
    <message>
        <source>不要了</source>
        <translation>Give up</translation>
    </message>
    <message>
        <source>真不要了？再按一次</source>
        <translation>Really? Press again</translation>
    </message>
    <message>
        <source>来访人到站后，按 F2 登记</source>
        <translation>When a visitor comes, press F2</translation>
    </message>
    <message>
        <source>没有错，保存</source>
        <translation>All right, save</translation>
    </message>
    <message>
        <source>返回修改</source>
        <translation>Back to the form</translation>
    </message>
    <message>
        <source>匿名来访人</source>
        <translation>Anonymous visitor</translation>
    </message>
    <message>
        <source>写得不对、不全，请告诉工作人员。</source>
        <translation>If anything is wrong or missing, tell the clerk.</translation>
    </message>
    <message>
        <source>未填姓名</source>
        <translation>No name yet</translation>
    </message>
    <message>
        <source>匿名</source>
        <translation>Anonymous</translation>
    </message>
    <message>
        <source>去掉这一位</source>
        <translation>Take this one away</translation>
    </message>
    <message>
        <source>来访人 {n}</source>
        <translation>Visitor {n}</translation>
    </message>
    <message>
        <source>本人同意公示单位及职务</source>
        <translation>Agrees that employer and post are shown</translation>
    </message>
    <message>
        <source>本人同意公示照片</source>
        <translation>Agrees that the photo is shown</translation>
    </message>
    <message>
        <source>再加一项任职</source>
        <translation>Add a mandate</translation>
    </message>
    <message>
        <source>不公示的</source>
        <translation>Not public</translation>
    </message>
    <message>
        <source>电话、出生年月、身份证号和排班心愿只留在本站，不随上报；民族等上报，不公示。</source>
        <translation>Phone, month of birth, ID number and wishes for the rota stay at this station and are not reported; ethnic group and the like are reported, not shown in public.</translation>
    </message>
    <message>
        <source>如 周三、8月、11月25日；排轮值表时尽量照顾</source>
        <translation>e.g. Wed, Aug, 11-25; kept in the rota where they can be</translation>
    </message>
    <message>
        <source>如 周一至周三、2026-11-25；不能来的请登记请假</source>
        <translation>e.g. Mon-Wed, 2026-11-25; who cannot come is on leave</translation>
    </message>
    <message>
        <source>如 1962-05</source>
        <translation>As 1962-05</translation>
    </message>
    <message>
        <source>往前</source>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>往后</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>月</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>周</source>
        <translation>Week</translation>
    </message>
    <message>
        <source>日程表</source>
        <translation>List</translation>
    </message>
    <message>
        <source>显示</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>{year} 年放假安排待公布</source>
        <translation>Holidays of {year} not announced yet</translation>
    </message>
    <message>
        <source>{year} 年 {month} 月</source>
        <translation>{year}-{month}</translation>
    </message>
    <message>
        <source>{year} 年 {first} 至 {last}</source>
        <translation>{year}, {first} to {last}</translation>
    </message>
    <message>
        <source>隐藏</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>{title}，第 {page} 页，共 {pages} 页</source>
        <translation>{title}, page {page} of {pages}</translation>
    </message>
    <message>
        <source>登记表</source>
        <translation>Visit record</translation>
    </message>
    <message>
        <source>来访回执</source>
        <translation>Visit receipt</translation>
    </message>
    <message>
        <source>{who} 更正办理过程&#x3000;原因：{reason}</source>
        <translation>{who} corrected a step&#x3000;Reason: {reason}</translation>
    </message>
    <message>
        <source>原因：{reason}</source>
        <translation>Reason: {reason}</translation>
    </message>
    <message>
        <source>打印{form}，第 {times} 次</source>
        <translation>Printed: {form}, time {times}</translation>
    </message>
    <message>
        <source>{name}：{old} → {new}</source>
        <translation>{name}: {old} → {new}</translation>
    </message>
    <message>
        <source>来访登记簿</source>
        <translation>Visit register</translation>
    </message>
    <message>
        <source>密码恢复单</source>
        <translation>Recovery sheet</translation>
    </message>
    <message>
        <source>送签单</source>
        <translation>Signing list</translation>
    </message>
    <message>
        <source>本机字体没有「{missing}」，纸上以〓代替；请手写补上。</source>
        <translation>This PC&apos;s fonts lack “{missing}”; 〓 stands for it on paper; write it in by hand.</translation>
    </message>
    <message>
        <source>本机无{fonts}，已用{used}代替。</source>
        <translation>This PC lacks {fonts}; {used} stands in.</translation>
    </message>
    <message>
        <source>用哪一个 U 盘</source>
        <translation>Which stick</translation>
    </message>
    <message>
        <source>选择文件夹……</source>
        <translation>Choose a folder…</translation>
    </message>
    <message>
        <source>改用 U 盘</source>
        <translation>Use a stick</translation>
    </message>
    <message>
        <source>选择文件夹</source>
        <translation>Choose a folder</translation>
    </message>
    <message>
        <source>写到文件夹：{folder}</source>
        <translation>Into the folder {folder}</translation>
    </message>
    <message>
        <source>写好以后，请自己把文件拷到 U 盘。</source>
        <translation>Copy the file to a stick yourself afterwards.</translation>
    </message>
    <message>
        <source>U 盘「{name}」</source>
        <translation>Stick “{name}”</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>插着 {count} 个 U 盘：{names}</source>
        <translation>{count} {count:stick is|sticks are} plugged in: {names}</translation>
    </message>
    <message>
        <source>请拔下不用的，只留一个；或者在这里选一个。</source>
        <translation>Leave only one plugged in, or choose one here.</translation>
    </message>
    <message>
        <source>插着的 U 盘写不进去，请换一个</source>
        <translation>The stick cannot be written to; take another</translation>
    </message>
    <message>
        <source>请插入 U 盘</source>
        <translation>Plug in the stick</translation>
    </message>
    <message>
        <source>插好后这里自己会认出来，不用按键。没有 U 盘，可以选一个文件夹。</source>
        <translation>It is noticed by itself. Without a stick, choose a folder.</translation>
    </message>
    <message>
        <source>「{name}」是写保护的：盘上如有写保护小开关，请拨开。</source>
        <translation>“{name}” is write-protected: look for a small switch on it.</translation>
    </message>
    <message>
        <source>「{name}」满了：请先清理，或换一个。</source>
        <translation>“{name}” is full: make room, or take another.</translation>
    </message>
    <message>
        <source>{name}（可用 {free}）</source>
        <translation>{name} ({free} free)</translation>
    </message>
    <message>
        <source>{folder}，可用 {free}</source>
        <translation>{folder}, {free} free</translation>
    </message>
    <message>
        <source>{pages} 页</source>
        <translation>{pages} {pages:page|pages}</translation>
    </message>
    <message>
        <source>补打（第 {times} 次打印）</source>
        <translation>Reprint (time {times})</translation>
    </message>
    <message>
        <source>份数</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>请填 1 到 99</source>
        <translation>Type 1 to 99</translation>
    </message>
    <message>
        <source>要打印的文件</source>
        <translation>Papers to print</translation>
    </message>
    <message>
        <source>预览与打印</source>
        <translation>Preview and print</translation>
    </message>
    <message>
        <source>另存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>疑似同一人</source>
        <translation>Likely the same person</translation>
    </message>
    <message>
        <source>正在比对人员，登记不受影响……</source>
        <translation>Comparing everybody; registering goes on…</translation>
    </message>
    <message>
        <source>没有疑似重复的人员。</source>
        <translation>Nobody is likely there twice.</translation>
    </message>
    <message>
        <source>关联……</source>
        <translation>The same…</translation>
    </message>
    <message>
        <source>不是同一人</source>
        <translation>Not the same</translation>
    </message>
    <message>
        <source>凭编号查询</source>
        <translation>Ask by number</translation>
    </message>
    <message>
        <source>输入或扫描，回车查询</source>
        <translation>Type or scan, then Enter</translation>
    </message>
    <message>
        <source>回执上的编号</source>
        <translation>Number on the slip</translation>
    </message>
    <message>
        <source>办理情况</source>
        <translation>Where it stands</translation>
    </message>
    <message>
        <source>{day} 登记</source>
        <translation>Registered {day}</translation>
    </message>
    <message>
        <source>由 {unit} 办理</source>
        <translation>Handled by {unit}</translation>
    </message>
    <message>
        <source>最近的期限 {day}，{left}</source>
        <translation>Next limit {day}, {left}</translation>
    </message>
    <message>
        <source>{day} 已答复</source>
        <translation>Replied {day}</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>正在交给打印机……</source>
        <translation>Handing over to the printer…</translation>
    </message>
    <message>
        <source>已交给打印机「{printer}」：{papers}。</source>
        <translation>Handed to the printer “{printer}”: {papers}.</translation>
    </message>
    <message>
        <source>缩小</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>适合宽度</source>
        <translation>Fit width</translation>
    </message>
    <message>
        <source>整页</source>
        <translation>Whole page</translation>
    </message>
    <message>
        <source>没有选中要打印的文件。</source>
        <translation>No paper is chosen to be printed.</translation>
    </message>
    <message>
        <source>{title} {page}/{pages} 页</source>
        <translation>{title} {page}/{pages}</translation>
    </message>
    <message>
        <source>正在查找打印机……</source>
        <translation>Looking for printers…</translation>
    </message>
    <message>
        <source>来访登记表</source>
        <translation>Visit record</translation>
    </message>
    <message>
        <source>回执用纸</source>
        <translation>Paper of the receipt</translation>
    </message>
    <message>
        <source>A4 带存根</source>
        <translation>A4 with stub</translation>
    </message>
    <message>
        <source>A5 单张</source>
        <translation>A5 alone</translation>
    </message>
    <message>
        <source>“今天”里显示候访队列</source>
        <translation>Show the waiting queue on “Today”</translation>
    </message>
    <message>
        <source>几分钟不动就锁定（1 至 60）</source>
        <translation>Lock after so many minutes (1 to 60)</translation>
    </message>
    <message>
        <source>审核分流时先填的去向</source>
        <translation>Route offered first</translation>
    </message>
    <message>
        <source>备份副本另存到（可以是 U 盘上的文件夹）</source>
        <translation>Second copy of backups (a folder, also on a stick)</translation>
    </message>
    <message>
        <source>公告的文号（照本单位的写法，写一个今年的）</source>
        <translation>Number of a notice (write one of this year, as the office does)</translation>
    </message>
    <message>
        <source>打印空白表 {count} 份</source>
        <translation>Print {count} empty forms</translation>
    </message>
    <message>
        <source>本机无{wanted}，打印时用{used}代替。</source>
        <translation>This PC lacks {wanted}; {used} stands in on paper.</translation>
    </message>
    <message>
        <source>备份副本另存到哪个文件夹</source>
        <translation>Folder of the second copy</translation>
    </message>
    <message>
        <source>空白登记表.pdf</source>
        <translation>empty-forms.pdf</translation>
    </message>
    <message>
        <source>Ctrl+P 打印哪些</source>
        <translation>What Ctrl+P prints</translation>
    </message>
    <message>
        <source>{size} 打印机</source>
        <translation>Printer for {size}</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>没有找到打印机；可以先另存为 PDF，拿到有打印机的电脑上打印。</source>
        <translation>No printer was found; save as PDF and print on a PC that has one.</translation>
    </message>
    <message>
        <source>{printer}（虚拟）</source>
        <translation>{printer} (virtual)</translation>
    </message>
    <message>
        <source>存成 PDF 文件</source>
        <translation>saves a PDF file</translation>
    </message>
    <message>
        <source>存成 XPS 文件</source>
        <translation>saves an XPS file</translation>
    </message>
    <message>
        <source>送进 OneNote 笔记</source>
        <translation>puts it into OneNote</translation>
    </message>
    <message>
        <source>当作传真发出去</source>
        <translation>sends it as a fax</translation>
    </message>
    <message>
        <source>存成文件</source>
        <translation>saves a file</translation>
    </message>
    <message>
        <source>这是虚拟打印机，不出纸，只会{what}。</source>
        <translation>This is a virtual printer: no paper comes out, it only {what}.</translation>
    </message>
    <message>
        <source>这台打印机已停用，打印会排队等着。</source>
        <translation>This printer is switched off in the system; what is printed waits in its queue.</translation>
    </message>
    <message>
        <source>PDF 文件 (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>已存到 {folder}：{names}。里面有来访人的信息，请妥善保管，用完删去。</source>
        <translation>Saved in {folder}: {names}. It holds visitors&apos; data: keep it safe and delete it after use.</translation>
    </message>
    <message>
        <source>密码恢复单上的恢复码</source>
        <translation>Code of the recovery sheet</translation>
    </message>
    <message>
        <source>新用户</source>
        <translation>New user</translation>
    </message>
    <message>
        <source>原来的密码</source>
        <translation>Present password</translation>
    </message>
    <message>
        <source>新密码</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Disable</translation>
    </message>
    <message>
        <source>改密码</source>
        <translation>Change password</translation>
    </message>
    <message>
        <source>已停用；记录和历史保留，不能再登录。</source>
        <translation>Disabled; records and history stay, but nobody logs in with it.</translation>
    </message>
    <message>
        <source>密码已改；下次登录用新的。</source>
        <translation>The password is changed; use the new one from the next login on.</translation>
    </message>
    <message>
        <source>{roles}&#x3000;自 {since}</source>
        <translation>{roles}&#x3000;since {since}</translation>
    </message>
    <message>
        <source>{name}（{login}）</source>
        <translation>{name} ({login})</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>Disabled</translation>
    </message>
    <message>
        <source>重设密码</source>
        <translation>Set a new password</translation>
    </message>
    <message>
        <source>返回登录</source>
        <translation>Back to log in</translation>
    </message>
    <message>
        <source>恢复码不对，密码没有改动；请照恢复单逐字核对。</source>
        <translation>The code is wrong and the password is unchanged; compare it with the sheet letter by letter.</translation>
    </message>
    <message>
        <source>用完的恢复单作废；新的一张请打印、签封，不与本机放在一起。</source>
        <translation>A used sheet is void; print the new one, seal it, and keep it away from this PC.</translation>
    </message>
    <message>
        <source>选择……</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>密码恢复单存到</source>
        <translation>Save the recovery sheet in</translation>
    </message>
    <message>
        <source>试打汉字</source>
        <translation>Try Chinese</translation>
    </message>
    <message>
        <source>试打汉字：看看本机能不能用输入法</source>
        <translation>Try Chinese: whether the input method works on this PC</translation>
    </message>
    <message>
        <source>能打汉字</source>
        <translation>Chinese works</translation>
    </message>
    <message>
        <source>所属</source>
        <translation>Belongs to</translation>
    </message>
    <message>
        <source>所属记录</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>已装盘的批次</source>
        <translation>Packages written</translation>
    </message>
    <message>
        <source>文件名</source>
        <translation>File name</translation>
    </message>
    <message>
        <source>批次</source>
        <translation>Package</translation>
    </message>
    <message>
        <source>条数</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>没有写成</source>
        <translation>Not written</translation>
    </message>
    <message>
        <source>县（区）已收</source>
        <translation>Received by the county</translation>
    </message>
    <message>
        <source>已装盘待送</source>
        <translation>Written, on its way</translation>
    </message>
    <message>
        <source>第 {sequence} 批</source>
        <translation>Package {sequence}</translation>
    </message>
    <message>
        <source>大小</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>校验值</source>
        <translation>Checksum</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>代表级别</source>
        <translation>Level of deputy</translation>
    </message>
    <message>
        <source>成员来源</source>
        <translation>Member&apos;s origin</translation>
    </message>
    <message>
        <source>单位（村、社区）</source>
        <translation>Body (village, community)</translation>
    </message>
    <message>
        <source>职务或职业</source>
        <translation>Post or occupation</translation>
    </message>
    <message>
        <source>届次</source>
        <translation>Term of congress</translation>
    </message>
    <message>
        <source>任期开始</source>
        <translation>Term from</translation>
    </message>
    <message>
        <source>任期结束</source>
        <translation>Term to</translation>
    </message>
    <message>
        <source>选区（选举单位）</source>
        <translation>Constituency (electing unit)</translation>
    </message>
    <message>
        <source>代表证号</source>
        <translation>Deputy&apos;s card number</translation>
    </message>
    <message>
        <source>任职起</source>
        <translation>In office from</translation>
    </message>
    <message>
        <source>任职止</source>
        <translation>In office until</translation>
    </message>
    <message>
        <source>任职状态</source>
        <translation>State of office</translation>
    </message>
    <message>
        <source>代表团</source>
        <translation>Delegation</translation>
    </message>
    <message>
        <source>代表小组</source>
        <translation>Deputies&apos; group</translation>
    </message>
    <message>
        <source>暂停或终止原因</source>
        <translation>Why suspended or ended</translation>
    </message>
    <message>
        <source>原因说明</source>
        <translation>Reason in words</translation>
    </message>
    <message>
        <source>性别</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>单位及职务</source>
        <translation>Unit and post</translation>
    </message>
    <message>
        <source>民族</source>
        <translation>Ethnic group</translation>
    </message>
    <message>
        <source>政治面貌</source>
        <translation>Political status</translation>
    </message>
    <message>
        <source>学历</source>
        <translation>Education</translation>
    </message>
    <message>
        <source>{table}：另加的，一行一个</source>
        <translation>{table}: further words, one a line</translation>
    </message>
    <message>
        <source>没有保存：每行写一个词，最多 20 个字。</source>
        <translation>Not saved: one word a line, 20 characters at most.</translation>
    </message>
    <message>
        <source>{standard}，{count} 个词</source>
        <translation>{standard}, {count} {count:word|words}</translation>
    </message>
    <message>
        <source>登记和导入时，表里没有的词照写保留，只作提醒；在这里加上以后不再提醒。</source>
        <translation>A word that its table lacks is kept as typed and only pointed out; once it is added here, it no longer is.</translation>
    </message>
    <message>
        <source>代表简介</source>
        <translation>About the deputy</translation>
    </message>
    <message>
        <source>愿意来的日子</source>
        <translation>Days he would like</translation>
    </message>
    <message>
        <source>不便来的日子</source>
        <translation>Days he would rather not</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>公示单位及职务</source>
        <translation>Publish employer and post</translation>
    </message>
    <message>
        <source>公示照片</source>
        <translation>Publish the photo</translation>
    </message>
    <message>
        <source>户主（单位）</source>
        <translation>Household (company)</translation>
    </message>
    <message>
        <source>联系代表</source>
        <translation>Deputy in contact</translation>
    </message>
    <message>
        <source>联系对象类别</source>
        <translation>Kind of contact</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>联系起</source>
        <translation>Contact from</translation>
    </message>
    <message>
        <source>联系止</source>
        <translation>Contact to</translation>
    </message>
    <message>
        <source>任职</source>
        <translation>Mandates</translation>
    </message>
    <message>
        <source>已撤回</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>待补</source>
        <translation>To complete</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>主题或对象</source>
        <translation>Theme or who</translation>
    </message>
    <message>
        <source>超期</source>
        <translation>late</translation>
    </message>
    <message>
        <source>按期</source>
        <translation>in time</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>形式</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>人数</source>
        <translation>People</translation>
    </message>
    <message>
        <source>会议</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>问题类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>事项台账</source>
        <translation>Ledger of matters</translation>
    </message>
    <message>
        <source>内容摘要</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>延期至</source>
        <translation>Extended to</translation>
    </message>
    <message>
        <source>用时</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>是否超期</source>
        <translation>In time</translation>
    </message>
    <message>
        <source>人员名册</source>
        <translation>People known here</translation>
    </message>
    <message>
        <source>来访次数</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>姓名、拼音、电话、编号或内容&#x3000;Ctrl+F</source>
        <translation>Name, pinyin, phone, number or words   Ctrl+F</translation>
    </message>
    <message>
        <source>从：2026-11-01</source>
        <translation>From: 2026-11-01</translation>
    </message>
    <message>
        <source>到：11-30</source>
        <translation>To: 11-30</translation>
    </message>
    <message>
        <source>只看待补</source>
        <translation>Only incomplete</translation>
    </message>
    <message>
        <source>只看待送签</source>
        <translation>Only to be signed</translation>
    </message>
    <message>
        <source>含已撤回</source>
        <translation>With withdrawn</translation>
    </message>
    <message>
        <source>日期请写作 2026-11-20 或 11-20。</source>
        <translation>Please write a day as 2026-11-20 or 11-20.</translation>
    </message>
    <message>
        <source>从哪天</source>
        <translation>From which day</translation>
    </message>
    <message>
        <source>到哪天</source>
        <translation>To which day</translation>
    </message>
    <message>
        <source>处理方式</source>
        <translation>Handling</translation>
    </message>
    <message>
        <source>开始日期晚于结束日期，所以一条也没有。</source>
        <translation>The first day is after the last, so there is nothing.</translation>
    </message>
    <message>
        <source>本周</source>
        <translation>This week</translation>
    </message>
    <message>
        <source>本月</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>今年</source>
        <translation>This year</translation>
    </message>
    <message>
        <source>去年</source>
        <translation>Last year</translation>
    </message>
    <message>
        <source>自选日期</source>
        <translation>Days of your own</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>接待代表</source>
        <translation>Received by</translation>
    </message>
    <message>
        <source>正在办理</source>
        <translation>Under way</translation>
    </message>
    <message>
        <source>其他渠道</source>
        <translation>Other channels</translation>
    </message>
    <message>
        <source>{size} KB</source>
        <translation>{size} KB</translation>
    </message>
    <message>
        <source>没有附件。</source>
        <translation>No attachments.</translation>
    </message>
    <message>
        <source>工单号</source>
        <translation>Ticket number</translation>
    </message>
    <message>
        <source>反映日期</source>
        <translation>Date raised</translation>
    </message>
    <message>
        <source>是否在办</source>
        <translation>Still under way</translation>
    </message>
    <message>
        <source>来访</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>已导出 {count} 次来访：{path}。</source>
        <translation>{count} {count:visit|visits} exported: {path}. </translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matters</translation>
    </message>
    <message>
        <source>第几件</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>反映内容（原话原意）</source>
        <translation>What was said (own words)</translation>
    </message>
    <message>
        <source>诉求</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>反映原因</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>问题属地</source>
        <translation>Place of the issue</translation>
    </message>
    <message>
        <source>涉及人数</source>
        <translation>People concerned</translation>
    </message>
    <message>
        <source>规则</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>规则包</source>
        <translation>Rule pack</translation>
    </message>
    <message>
        <source>缘由</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>起算日</source>
        <translation>Counted from</translation>
    </message>
    <message>
        <source>期限数</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>计算单位</source>
        <translation>Counted in</translation>
    </message>
    <message>
        <source>期限届满日</source>
        <translation>Ends on</translation>
    </message>
    <message>
        <source>截止日期</source>
        <translation>Due on</translation>
    </message>
    <message>
        <source>反馈步骤</source>
        <translation>Step of telling</translation>
    </message>
    <message>
        <source>转送日期</source>
        <translation>Forwarded on</translation>
    </message>
    <message>
        <source>办理步数</source>
        <translation>Number of steps</translation>
    </message>
    <message>
        <source>更正次数</source>
        <translation>Corrections</translation>
    </message>
    <message>
        <source>当天来访</source>
        <translation>Visits of the day</translation>
    </message>
    <message>
        <source>接待情况（结束时写入）</source>
        <translation>How it went (saved at the close)</translation>
    </message>
    <message>
        <source>当天</source>
        <translation>The day</translation>
    </message>
    <message>
        <source>当天或公告</source>
        <translation>The day or its notices</translation>
    </message>
    <message>
        <source>接待开始。</source>
        <translation>The reception is open.</translation>
    </message>
    <message>
        <source>接待结束，出席代表已各记入一条履职纪实。</source>
        <translation>The reception is closed; each deputy present has one entry of the journal.</translation>
    </message>
    <message>
        <source>{day}&#x3000;星期{weekday}</source>
        <translation>{weekday}, {day}</translation>
    </message>
    <message>
        <source>全年安排</source>
        <translation>The year</translation>
    </message>
    <message>
        <source>如 县2、镇4；各级一样只填一个数；不填为不要求</source>
        <translation>e.g. county 2, town 4; one number for all levels; empty for none</translation>
    </message>
    <message>
        <source>每名代表一年至少几次</source>
        <translation>Turns of a deputy a year, at least</translation>
    </message>
    <message>
        <source>请填 {first} 到 {last} 之间的年份</source>
        <translation>Type a year from {first} to {last}</translation>
    </message>
    <message>
        <source>是否公平</source>
        <translation>How fair it is</translation>
    </message>
    <message>
        <source>轮值表</source>
        <translation>Rota</translation>
    </message>
    <message>
        <source>年份</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>排班号（同号排出同一张表）</source>
        <translation>Seed (the same seed gives the same rota)</translation>
    </message>
    <message>
        <source>导入安排表</source>
        <translation>Import a rota</translation>
    </message>
    <message>
        <source>还没有规则。接待日也可以在日历里一次一次地安排。</source>
        <translation>No rules yet. Reception days can be planned one by one in the calendar too.</translation>
    </message>
    <message>
        <source>小组活动</source>
        <translation>Group activity</translation>
    </message>
    <message>
        <source>接</source>
        <translation>R</translation>
    </message>
    <message>
        <source>访</source>
        <translation>V</translation>
    </message>
    <message>
        <source>组</source>
        <translation>G</translation>
    </message>
    <message>
        <source>谈</source>
        <translation>C</translation>
    </message>
    <message>
        <source>周一</source>
        <translation>Mon</translation>
    </message>
    <message>
        <source>周二</source>
        <translation>Tue</translation>
    </message>
    <message>
        <source>周三</source>
        <translation>Wed</translation>
    </message>
    <message>
        <source>周四</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>周五</source>
        <translation>Fri</translation>
    </message>
    <message>
        <source>周六</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>周日</source>
        <translation>Sun</translation>
    </message>
    <message>
        <source>{month}月{day}日 {weekday}</source>
        <translation>{weekday} {month}-{day}</translation>
    </message>
    <message>
        <source>{what}（{names}）</source>
        <translation>{what} ({names})</translation>
    </message>
    <message>
        <source>原定 {day}</source>
        <translation>planned for {day}</translation>
    </message>
    <message>
        <source>公告已张贴</source>
        <translation>Notice posted</translation>
    </message>
    <message>
        <source>另一项安排</source>
        <translation>something else</translation>
    </message>
    <message>
        <source>{name}同一时间另有安排：{what}</source>
        <translation>{name} has something else at that time: {what}</translation>
    </message>
    <message>
        <source>{name}同一时间已被占用：{what}</source>
        <translation>{name} is taken at that time: {what}</translation>
    </message>
    <message>
        <source>当天休息（{name}）</source>
        <translation>A day of rest ({name})</translation>
    </message>
    <message>
        <source>{name}当天不在任期内或暂停执行职务</source>
        <translation>{name} is not in office on that day, or suspended</translation>
    </message>
    <message>
        <source>{name}当天请假</source>
        <translation>{name} is on leave on that day</translation>
    </message>
    <message>
        <source>本月尚未安排</source>
        <translation>Nothing planned this month</translation>
    </message>
    <message>
        <source>{count} 次接待</source>
        <translation>{count} {count:reception|receptions}</translation>
    </message>
    <message>
        <source>{count} 次走访</source>
        <translation>{count} field {count:visit|visits}</translation>
    </message>
    <message>
        <source>本月 {what}</source>
        <translation>This month {what}</translation>
    </message>
    <message>
        <source>这一年还没有接待日。</source>
        <translation>No reception days in this year yet.</translation>
    </message>
    <message>
        <source>新安排 {count} 次接待日。</source>
        <translation>{count} reception {count:day|days} planned.</translation>
    </message>
    <message>
        <source>规则给出的接待日都已安排，没有新的。</source>
        <translation>All that the rules give is planned already.</translation>
    </message>
    <message>
        <source>轮值表已排好；人工指定的没有动。</source>
        <translation>The rota is planned; what was fixed by hand was not moved.</translation>
    </message>
    <message>
        <source>名册里没有可排的在任代表，一次也没有排。请先在代表名册里登记或导入代表。</source>
        <translation>No deputy in office on the roster, so nobody was seated. Register or import deputies first.</translation>
    </message>
    <message>
        <source>公告已张贴的 {count} 次也没有动。</source>
        <translation> {count} whose notice is posted {count:was|were} left as {count:it was|they were} too.</translation>
    </message>
    <message>
        <source>已撤销，{count} 次接待日恢复原样。</source>
        <translation>Undone; {count} reception {count:day is|days are} as before.</translation>
    </message>
    <message>
        <source>规则已保存。</source>
        <translation>The rule is saved.</translation>
    </message>
    <message>
        <source>新规则</source>
        <translation>New rule</translation>
    </message>
    <message>
        <source>按规则安排全年</source>
        <translation>Plan the year by the rules</translation>
    </message>
    <message>
        <source>排轮值表</source>
        <translation>Plan the rota</translation>
    </message>
    <message>
        <source>打印安排表</source>
        <translation>Print the rota</translation>
    </message>
    <message>
        <source>公示牌</source>
        <translation>Public board</translation>
    </message>
    <message>
        <source>导出日历文件</source>
        <translation>Export calendar file</translation>
    </message>
    <message>
        <source>撤回规则</source>
        <translation>Withdraw rule</translation>
    </message>
    <message>
        <source>不再使用</source>
        <translation>no longer used</translation>
    </message>
    <message>
        <source>顺延：{why}</source>
        <translation>postponed: {why}</translation>
    </message>
    <message>
        <source>待公布</source>
        <translation>to be announced</translation>
    </message>
    <message>
        <source>来访 {visits} 批 {people} 人，事项 {matters} 件</source>
        <translation>{visits} {visits:visit|visits}, {people} {people:person|people}, {matters} {matters:matter|matters}</translation>
    </message>
    <message>
        <source>重新打开：已记入的履职纪实会撤回，结束时重新记入。</source>
        <translation>Reopen: the entries of the journal are withdrawn and made anew at the close.</translation>
    </message>
    <message>
        <source>重新打开</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>已重新打开。</source>
        <translation>Reopened.</translation>
    </message>
    <message>
        <source>取消这次接待日：已经张贴公告的，会备好取消公告。</source>
        <translation>Cancel this reception day: where it was announced, the notice of cancellation is prepared.</translation>
    </message>
    <message>
        <source>没有安排</source>
        <translation>Nothing planned</translation>
    </message>
    <message>
        <source>新建接待日</source>
        <translation>New reception day</translation>
    </message>
    <message>
        <source>改期</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>更改</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>取消接待日</source>
        <translation>Cancel the day</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>查看：{what}</source>
        <translation>Look: {what}</translation>
    </message>
    <message>
        <source>开始记录，时间已记下。</source>
        <translation>The record is begun, and the time noted.</translation>
    </message>
    <message>
        <source>取消会议</source>
        <translation>Call off</translation>
    </message>
    <message>
        <source>已取消。</source>
        <translation>Cancelled.</translation>
    </message>
    <message>
        <source>取消这次会议：筹备的内容都留着，之后可以恢复。</source>
        <translation>Call this meeting off: all that was prepared stays, and it can be taken up again.</translation>
    </message>
    <message>
        <source>恢复会议</source>
        <translation>Take up again</translation>
    </message>
    <message>
        <source>已恢复。</source>
        <translation>Restored.</translation>
    </message>
    <message>
        <source>撤回是登记错了才用：这次会议从清单里隐去，历史和编号都留着。</source>
        <translation>Withdraw only what was registered by mistake: the meeting leaves the list, its history and number stay.</translation>
    </message>
    <message>
        <source>{name} 不能来：写明原因，再选由谁顶班。</source>
        <translation>{name} cannot come: say why, then choose who stands in.</translation>
    </message>
    <message>
        <source>{name} 与别的接待日的代表换班：写明原因，再选换哪一位。</source>
        <translation>{name} changes days with another deputy: say why, then choose with whom.</translation>
    </message>
    <message>
        <source>已经张贴公告的，会备好变更公告。</source>
        <translation> Where the notice is posted, a notice of the change is prepared.</translation>
    </message>
    <message>
        <source>变更公告已备好，请到“公告”打印、张贴。</source>
        <translation>A notice of the change is prepared: print it under Notices and post it.</translation>
    </message>
    <message>
        <source>恢复接待日</source>
        <translation>Restore the day</translation>
    </message>
    <message>
        <source>打印情况表</source>
        <translation>Print session sheet</translation>
    </message>
    <message>
        <source>停止日期</source>
        <translation>Ended on</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>紧急程度</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>填写单位、时限</source>
        <translation>Fill in unit and date</translation>
    </message>
    <message>
        <source>记进展</source>
        <translation>Note progress</translation>
    </message>
    <message>
        <source>兑现销号</source>
        <translation>Kept, strike off</translation>
    </message>
    <message>
        <source>销号</source>
        <translation>Strike off</translation>
    </message>
    <message>
        <source>向提出人反馈</source>
        <translation>Tell who raised it</translation>
    </message>
    <message>
        <source>公开</source>
        <translation>Disclosure</translation>
    </message>
    <message>
        <source>重新办理</source>
        <translation>Take up again</translation>
    </message>
    <message>
        <source>答复内容</source>
        <translation>Answer given</translation>
    </message>
    <message>
        <source>引导去向</source>
        <translation>Guided to</translation>
    </message>
    <message>
        <source>事项主题</source>
        <translation>Title of the matter</translation>
    </message>
    <message>
        <source>类别（可以不选）</source>
        <translation>Category (optional)</translation>
    </message>
    <message>
        <source>就这样办</source>
        <translation>Do so</translation>
    </message>
    <message>
        <source>为什么只作记录</source>
        <translation>Why it is only noted</translation>
    </message>
    <message>
        <source>办理去向</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>姓名电话可否转告承办单位</source>
        <translation>Name and phone may be passed on</translation>
    </message>
    <message>
        <source>现场答复</source>
        <translation>Reply on site</translation>
    </message>
    <message>
        <source>代表拟办意见</source>
        <translation>Deputy&apos;s opinion</translation>
    </message>
    <message>
        <source>站长意见</source>
        <translation>Head&apos;s opinion</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>举报材料</source>
        <translation>Accusation</translation>
    </message>
    <message>
        <source>反映对象单位</source>
        <translation>Unit it is about</translation>
    </message>
    <message>
        <source>承办单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>会办单位</source>
        <translation>Co-handling units</translation>
    </message>
    <message>
        <source>提出代表</source>
        <translation>Raised by deputy</translation>
    </message>
    <message>
        <source>中止前状态</source>
        <translation>State before suspension</translation>
    </message>
    <message>
        <source>「{move}」这一步现在不能办了；填写的内容还在，可以复制到别处。</source>
        <translation>The step &quot;{move}&quot; cannot be done any more; what was typed is still here and can be copied.</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>丢弃</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>{name}：{value}</source>
        <translation>{name}: {value}</translation>
    </message>
    <message>
        <source>另一事项并入</source>
        <translation>Took in another matter</translation>
    </message>
    <message>
        <source>更正 {day} {move}</source>
        <translation>Correct {day} {move}</translation>
    </message>
    <message>
        <source>{name}原为 {old}</source>
        <translation>{name} was {old}</translation>
    </message>
    <message>
        <source>更正于 {when} 撤销（{who}）：{what}</source>
        <translation>Correction taken back {when} ({who}): {what}</translation>
    </message>
    <message>
        <source>更正于 {when}（{who}，原因：{why}）：{what}</source>
        <translation>Corrected {when} ({who}, reason: {why}): {what}</translation>
    </message>
    <message>
        <source>{name} 签，{who} 按纸质件补记于 {when}</source>
        <translation>Signed by {name}, entered from paper by {who} on {when}</translation>
    </message>
    <message>
        <source>{who} 记于 {when}</source>
        <translation>Entered by {who} on {when}</translation>
    </message>
    <message>
        <source>还没有期限。</source>
        <translation>No limit yet.</translation>
    </message>
    <message>
        <source>测评期限 {day}</source>
        <translation>to be asked by {day}</translation>
    </message>
    <message>
        <source>已并入的事项</source>
        <translation>merged into this one</translation>
    </message>
    <message>
        <source>并入原事项</source>
        <translation>Merge into another</translation>
    </message>
    <message>
        <source>审核日期</source>
        <translation>Screened on</translation>
    </message>
    <message>
        <source>交办日期</source>
        <translation>Assigned on</translation>
    </message>
    <message>
        <source>签收日期</source>
        <translation>Acknowledged on</translation>
    </message>
    <message>
        <source>答复日期</source>
        <translation>Replied on</translation>
    </message>
    <message>
        <source>进展</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>提出的意见</source>
        <translation>Opinion that asked for it</translation>
    </message>
    <message>
        <source>提出人</source>
        <translation>Raised by</translation>
    </message>
    <message>
        <source>承诺内容</source>
        <translation>What was promised</translation>
    </message>
    <message>
        <source>原话或概括</source>
        <translation>In his words, or in short</translation>
    </message>
    <message>
        <source>责任单位</source>
        <translation>Responsible unit</translation>
    </message>
    <message>
        <source>可以不填</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>完成时限</source>
        <translation>Due on</translation>
    </message>
    <message>
        <source>如 12-5</source>
        <translation>e.g. 12-5</translation>
    </message>
    <message>
        <source>不记了</source>
        <translation>Do not note it</translation>
    </message>
    <message>
        <source>请填写</source>
        <translation>Please fill this in</translation>
    </message>
    <message>
        <source>如 2026-12-05</source>
        <translation>e.g. 2026-12-05</translation>
    </message>
    <message>
        <source>佐证材料</source>
        <translation>Proof</translation>
    </message>
    <message>
        <source>兑现或认定日期</source>
        <translation>Kept or found on</translation>
    </message>
    <message>
        <source>销号日期</source>
        <translation>Struck off on</translation>
    </message>
    <message>
        <source>公开日期</source>
        <translation>Published on</translation>
    </message>
    <message>
        <source>反馈日期</source>
        <translation>Fed back on</translation>
    </message>
    <message>
        <source>反馈方式</source>
        <translation>Told how</translation>
    </message>
    <message>
        <source>情况</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>添加佐证材料……</source>
        <translation>Add proof…</translation>
    </message>
    <message>
        <source>承诺 {number}</source>
        <translation>Commitment {number}</translation>
    </message>
    <message>
        <source>责任：{value}</source>
        <translation>Responsible: {value}</translation>
    </message>
    <message>
        <source>时限：{value}</source>
        <translation>Due: {value}</translation>
    </message>
    <message>
        <source>提出人：{value}</source>
        <translation>Raised by: {value}</translation>
    </message>
    <message>
        <source>进展：{value}</source>
        <translation>Progress: {value}</translation>
    </message>
    <message>
        <source>佐证：{value}</source>
        <translation>Proof: {value}</translation>
    </message>
    <message>
        <source>兑现或认定：{value}</source>
        <translation>Kept or found broken: {value}</translation>
    </message>
    <message>
        <source>销号：{value}</source>
        <translation>Struck off: {value}</translation>
    </message>
    <message>
        <source>公开：{value}</source>
        <translation>Published: {value}</translation>
    </message>
    <message>
        <source>反馈：{value}</source>
        <translation>Told: {value}</translation>
    </message>
    <message>
        <source>反馈情况</source>
        <translation>What he said to it</translation>
    </message>
    <message>
        <source>办结日期</source>
        <translation>Closed on</translation>
    </message>
    <message>
        <source>中止日期</source>
        <translation>Suspended on</translation>
    </message>
    <message>
        <source>结果类别</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>承诺到期</source>
        <translation>Promise due</translation>
    </message>
    <message>
        <source>承诺已兑现</source>
        <translation>Promise kept</translation>
    </message>
    <message>
        <source>满意度</source>
        <translation>Satisfaction</translation>
    </message>
    <message>
        <source>退回次数</source>
        <translation>Returns</translation>
    </message>
    <message>
        <source>重办次数</source>
        <translation>Redos</translation>
    </message>
    <message>
        <source>催办次数</source>
        <translation>Chases</translation>
    </message>
    <message>
        <source>关联件数</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>归档号</source>
        <translation>Archive number</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Deadlines</translation>
    </message>
    <message>
        <source>住址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>出生年月</source>
        <translation>Birth (year and month)</translation>
    </message>
    <message>
        <source>身份证号</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>工作单位</source>
        <translation>Work unit</translation>
    </message>
    <message>
        <source>身份</source>
        <translation>Standing</translation>
    </message>
    <message>
        <source>所属选区</source>
        <translation>Constituency</translation>
    </message>
    <message>
        <source>性别代码</source>
        <translation>Sex code</translation>
    </message>
    <message>
        <source>接待时间</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>没有完成（{code}）。已保存的内容没有改动；请记下括号里的字样，联系县（区）管理员。</source>
        <translation>It was not done ({code}). What was saved is unchanged; note the code in brackets and tell the county&apos;s administrator.</translation>
    </message>
    <message>
        <source>有几处还不能保存，内容都还在；请按各处的提示改好再保存。</source>
        <translation>Some fields cannot be saved yet; all text is still here. Mend them as said at each field and save again.</translation>
    </message>
    <message>
        <source>您的角色不能做这件事，什么也没有改动；请站长或管理员来做。</source>
        <translation>Your role may not do this, and nothing was changed; ask the head or an administrator.</translation>
    </message>
    <message>
        <source>没有找到「{key}」；请核对编号后再试。</source>
        <translation>“{key}” was not found; check the number and try again.</translation>
    </message>
    <message>
        <source>这条记录刚被别人更正过，您的改动没有保存；请重新打开后再改。</source>
        <translation>Somebody has corrected this record meanwhile, and your change was not saved; open it again and change it then.</translation>
    </message>
    <message>
        <source>请写明原因再继续；什么也没有改动。</source>
        <translation>Give the reason, then go on; nothing was changed.</translation>
    </message>
    <message>
        <source>查找索引还在整理，按文字筛选的台账可能不全，没有打印也没有导出；请稍候再试，或先清除文字。</source>
        <translation>The search index is still being put in order, so a ledger filtered by words may lack some; nothing was printed or exported. Please try again in a while, or clear the words first.</translation>
    </message>
    <message>
        <source>这条记录没有可以撤销的改动；什么也没有改动。</source>
        <translation>This record has no change to undo; nothing was changed.</translation>
    </message>
    <message>
        <source>请先说明哪一列是接待日期，再导入。</source>
        <translation>First say which column is the day of reception, then import.</translation>
    </message>
    <message>
        <source>还没有指明哪一列是姓名，没有导入。</source>
        <translation>No column is named as the name; nothing was imported.</translation>
    </message>
    <message>
        <source>只能读 .xlsx 和 .csv 的表：{path}；请另存为其中一种再试。</source>
        <translation>Only .xlsx and .csv are read: {path}; save it as one of them and try again.</translation>
    </message>
    <message>
        <source>这份表读不出来：{path}；没有改动，请用表格软件打开另存后再试。</source>
        <translation>This table cannot be read: {path}; nothing was changed. Open it in a spreadsheet program, save it anew and try again.</translation>
    </message>
    <message>
        <source>这份表太大或是空文件：{path}；没有改动，请分成几份再试。</source>
        <translation>This table is too large or an empty file: {path}; nothing was changed. Part it and try again.</translation>
    </message>
    <message>
        <source>这份表只空着 {found} 行，下面已有内容，没有填；请在表里多留空行，或少选几条再试。</source>
        <translation>Only {found} {found:line of this table is|lines of this table are} empty and something stands below {found:it|them}; nothing was filled. Leave more empty lines in the table or choose fewer records, then try again.</translation>
    </message>
    <message>
        <source>这份表里没有内容：{path}。</source>
        <translation>There is nothing in this table: {path}.</translation>
    </message>
    <message>
        <source>两边是同一个人，没有改动。</source>
        <translation>Both are the same person; nothing was changed.</translation>
    </message>
    <message>
        <source>这条记录已经撤回，没有再改动。</source>
        <translation>This record is withdrawn and was not changed again.</translation>
    </message>
    <message>
        <source>这个登录名已经有人用了；请换一个。</source>
        <translation>This login name is taken; choose another.</translation>
    </message>
    <message>
        <source>密码太容易被猜到：至少 8 个字，不要用登录名、站名或常见密码。</source>
        <translation>The password is too easy to guess: at least 8 characters, and not the login name, the station&apos;s name or a common password.</translation>
    </message>
    <message>
        <source>这是最后一个能管理用户的账号，不能停用；请先给别人这个角色。</source>
        <translation>This is the last account that can manage users and cannot be disabled; give the role to somebody else first.</translation>
    </message>
    <message>
        <source>这里有几个账号；请用 --user 说明是谁。</source>
        <translation>There are several accounts here; say which with --user.</translation>
    </message>
    <message>
        <source>没有这个登录名，没有改动；请核对后再试。</source>
        <translation>There is no such login name and nothing was changed; check it and try again.</translation>
    </message>
    <message>
        <source>这个账号已经停用，没有改动；请站长或管理员来做。</source>
        <translation>This account is disabled and nothing was changed; ask the head or an administrator.</translation>
    </message>
    <message>
        <source>这里不是{side}的数据，没有改动；请换一个文件夹。</source>
        <translation>These are not the data of a {side}, and nothing was changed; choose another folder.</translation>
    </message>
    <message>
        <source>这个文件是空的，没有保存；请核对后再选。</source>
        <translation>This file is empty and was not saved; check it and choose again.</translation>
    </message>
    <message>
        <source>附件的内容不在了，登记本身完好；请从备份找回。</source>
        <translation>The attachment&apos;s content is gone; the record itself is whole. Get it back from a backup.</translation>
    </message>
    <message>
        <source>附件的内容已损坏，没有打开，登记本身完好；请从备份找回。</source>
        <translation>The attachment is damaged and was not opened; the record itself is whole. Get it back from a backup.</translation>
    </message>
    <message>
        <source>照片只收 PNG 和 JPEG，没有保存；请另存为其中一种再选。</source>
        <translation>Only PNG and JPEG photos are taken; nothing was saved. Save it as one of them and choose it again.</translation>
    </message>
    <message>
        <source>{path}的照片读不出来，没有打印；请换一张照片，或取消公示照片。</source>
        <translation>The photo of {path} cannot be read; nothing was printed. Choose another one, or do not show it.</translation>
    </message>
    <message>
        <source>附件超过 20 MB，没有保存；请压缩或拆开后再试。</source>
        <translation>The attachment is over 20 MB and was not saved; make it smaller or split it, then try again.</translation>
    </message>
    <message>
        <source>这条记录的附件合计超过 200 MB，没有保存这一个；请先挑选。</source>
        <translation>The attachments of this record are over 200 MB together, and this one was not saved; choose which to keep.</translation>
    </message>
    <message>
        <source>「{name}」的事项不能「{key}」，什么也没有改动；请看事项页上现在可以做的。</source>
        <translation>A matter in state “{name}” does not allow “{key}”; nothing was changed. See on its page what can be done now.</translation>
    </message>
    <message>
        <source>这件事项还是待补（{key}），不能交出去；请先补齐，已有内容都在。</source>
        <translation>This matter is incomplete ({key}) and cannot be handed over. Complete it first; what is there is safe.</translation>
    </message>
    <message>
        <source>举报材料不转给承办单位，没有改动；请引导到纪检监察机关，或留作参考。</source>
        <translation>An accusation is not passed on to a unit; nothing was changed. Guide the visitor to the discipline inspection, or keep it for reference.</translation>
    </message>
    <message>
        <source>这件事正在别处办理（{key}），不重复交办，没有改动；请留作参考并关联。</source>
        <translation>This is being handled elsewhere ({key}) and is not handed over twice; nothing was changed. Keep it for reference and link it.</translation>
    </message>
    <message>
        <source>按已定的办理去向应「{key}」，没有改动；要改去向请重新审核分流。</source>
        <translation>The route decided asks for “{key}”; nothing was changed. Route it anew to change that.</translation>
    </message>
    <message>
        <source>这件事项还没有超期，不发督办单，没有改动；可以先催办。</source>
        <translation>This matter is not overdue, so no supervision; nothing was changed. It can be chased.</translation>
    </message>
    <message>
        <source>最后一次改动是一步办理，没有改动；请在事项页上撤销这一步。</source>
        <translation>The last change was a step of the matter; nothing was changed. Undo that step on the page of the matter.</translation>
    </message>
    <message>
        <source>反馈以后还没有催过测评，不能记为未测评，没有改动；请先催办一次。</source>
        <translation>The evaluation was not chased since the feedback, so it cannot be counted as not evaluated; nothing was changed. Chase it first.</translation>
    </message>
    <message>
        <source>这个人还没有反馈过，或已经测评过，没有改动；请核对是哪一位，先反馈再测评。</source>
        <translation>This person was not told yet, or has been asked already; nothing was changed. Please check who it is; feedback comes before evaluation.</translation>
    </message>
    <message>
        <source>还有 {found} 位反映人没有反馈，不能了结，没有改动；请先逐人反馈。</source>
        <translation>{found} more {found:is|are} yet to be told, so the matter cannot be closed; nothing was changed. Please tell each of them first.</translation>
    </message>
    <message>
        <source>「{key}」已并入这里，撤回以后没人答复，没有改动；请先撤销并入。</source>
        <translation>{key} was merged into this one and would never be answered after a withdrawal; nothing was changed. Please take the merging back first.</translation>
    </message>
    <message>
        <source>「{key}」已经撤回，不能并入，没有改动；请核对编号。</source>
        <translation>{key} was withdrawn and nothing can be merged into it; nothing was changed. Please check the number.</translation>
    </message>
    <message>
        <source>这样更正，从「{key}」起办理过程就不同了，没有改动；最后一步可以撤销后重新录入。</source>
        <translation>Corrected so, the matter would have gone another way from &quot;{key}&quot; on; nothing was changed. The last step can be taken back and entered anew.</translation>
    </message>
    <message>
        <source>这样更正，后面的「{key}」就对不上了，那里不能早于 {name}，没有改动；请先更正那一步。</source>
        <translation>Corrected so, &quot;{key}&quot; would no longer follow: it cannot be before {name}. Nothing was changed; please correct that step first.</translation>
    </message>
    <message>
        <source>这样更正，后面的「{key}」就对不上了，那里不能晚于 {name}，没有改动；请先更正那一步。</source>
        <translation>Corrected so, &quot;{key}&quot; would no longer follow: it cannot be after {name}. Nothing was changed; please correct that step first.</translation>
    </message>
    <message>
        <source>内容和原来一样，没有更正。</source>
        <translation>It says the same as before; nothing was corrected.</translation>
    </message>
    <message>
        <source>已经有代码为「{key}」的规则包，内容不同，没有导入；请换一个代码再导入。</source>
        <translation>There is another rule pack of the code &quot;{key}&quot;; nothing was imported. Please give this one another code.</translation>
    </message>
    <message>
        <source>这个人不在待反馈的名单里，没有改动；请核对是哪一位。</source>
        <translation>Nothing is owed to this person; nothing was changed. Check who is meant.</translation>
    </message>
    <message>
        <source>这是同一件事项，没有改动；请核对编号。</source>
        <translation>This is the same matter; nothing was changed. Check the number.</translation>
    </message>
    <message>
        <source>「{key}」自己已并入别的事项，没有改动；请并入那一件。</source>
        <translation>“{key}” was itself merged into another; nothing was changed. Merge into that one.</translation>
    </message>
    <message>
        <source>「{key}」已经了结，不能再并入，没有改动；可以改为关联。</source>
        <translation>“{key}” is done with and takes no other; nothing was changed. It can be linked instead.</translation>
    </message>
    <message>
        <source>这次恳谈的记录已经审签，不能再改动；要补正请用“补正”另记一条。</source>
        <translation>The record of this consultation is signed and cannot be changed any more; please note what is missing as an addition.</translation>
    </message>
    <message>
        <source>这次恳谈已经取消，没有改动；要开会请先恢复。</source>
        <translation>This consultation was called off; nothing was changed. Please take it up again first.</translation>
    </message>
    <message>
        <source>这次恳谈现在的状态不能这样做，什么也没有改动；请看它的状态。</source>
        <translation>This cannot be done with the consultation as it stands now; nothing was changed. Please look at its state.</translation>
    </message>
    <message>
        <source>这条意见已经有了处理去向，没有改动；要改请先撤销去向。</source>
        <translation>This opinion is routed already; nothing was changed. Please take the route back first.</translation>
    </message>
    <message>
        <source>这次操作涉及的内容后来又改过，没有撤销；请先撤销后来的改动。</source>
        <translation>What this act touched was changed since, so nothing was taken back; undo the later change first.</translation>
    </message>
    <message>
        <source>意见转成的「{key}」已经有人办理或更正，没有撤销；请在意见办理里处理。</source>
        <translation>“{key}”, which the opinion became, was handled or corrected by somebody, so nothing was taken back; deal with it under matters.</translation>
    </message>
    <message>
        <source>这是在恳谈里撤销的，没有改动；请回到那次恳谈里再办。</source>
        <translation>This was taken back in a consultation, so nothing was changed; go back to that consultation.</translation>
    </message>
    <message>
        <source>只有街道有居民议事组织，没有改动；本站所在区划可在设置里核对。</source>
        <translation>Only a subdistrict has a deliberation body; nothing was changed. The kind of this station can be checked in the settings.</translation>
    </message>
    <message>
        <source>只有意见和建议才定处理去向，没有改动；请先改发言类别。</source>
        <translation>Only opinions and suggestions are routed; nothing was changed. Please change what kind of statement it is first.</translation>
    </message>
    <message>
        <source>本站还没有加入县（区），不能上报；请先用“加入”读入县（区）的邀请文件。</source>
        <translation>This station has not joined a county and cannot report; read the county&apos;s invitation first.</translation>
    </message>
    <message>
        <source>这不是上报包，没有读入；请选 .liaison 文件。</source>
        <translation>This is no package and was not read; choose a .liaison file.</translation>
    </message>
    <message>
        <source>这个文件大得不像上报包，没有读入；请核对文件。</source>
        <translation>This file is too large for a package and was not read; check the file.</translation>
    </message>
    <message>
        <source>上报包不完整，没有读入任何内容；请让站里重新装盘。</source>
        <translation>The package is not whole and nothing of it was read; have the station write it again.</translation>
    </message>
    <message>
        <source>这个文件是更新的程序做的，没有读入；请先升级本程序。</source>
        <translation>This file was made by a newer program and was not read; upgrade this program first.</translation>
    </message>
    <message>
        <source>上报包由较旧的程序制作，没有读入，也没有缺什么；请先升级站里的程序，再重新装盘。</source>
        <translation>The package was made by an earlier program; nothing was read and nothing is missing. Please upgrade the program of the station and let it write the package again.</translation>
    </message>
    <message>
        <source>这个上报包用了本程序没有的密码算法，没有读入；请核对两边的程序版本。</source>
        <translation>This package uses a cipher that this program lacks, and was not read; compare the versions of both programs.</translation>
    </message>
    <message>
        <source>上报包的开头不合规定，没有读入；请让站里重新装盘。</source>
        <translation>The package&apos;s header is not as it must be, and it was not read; have the station write it again.</translation>
    </message>
    <message>
        <source>没有登记过这个联络站，没有读入；请先收它的站点卡。</source>
        <translation>This station is not registered, and nothing was read; receive its station card first.</translation>
    </message>
    <message>
        <source>这个联络站已被停用，没有读入；请与站里核实。</source>
        <translation>This station is disabled, and nothing was read; ask the station.</translation>
    </message>
    <message>
        <source>上报包被改动过或不是本站所签，没有读入；请让站里重新装盘。</source>
        <translation>The package was changed or is not signed by the station, and was not read; have the station write it again.</translation>
    </message>
    <message>
        <source>这个上报包是给别的县（区）的，没有读入；请交给收件的县（区）。</source>
        <translation>This package is for another county and was not read; give it to that county.</translation>
    </message>
    <message>
        <source>这个文件不该在这一边读入，没有改动；请核对是不是拿错了 U 盘。</source>
        <translation>This file is not to be read on this side, and nothing was changed; check that it is the right stick.</translation>
    </message>
    <message>
        <source>这是更早的上报包，没有读入，也没有缺什么；请用最近的一份。</source>
        <translation>This is an earlier package and was not read; nothing is missing. Use the latest one.</translation>
    </message>
    <message>
        <source>同一批号出现了两份不同的上报包，没有读入；可能电脑被复制过，请与站里核实。</source>
        <translation>Two different packages bear the same number, and none was read; the PC may have been cloned. Ask the station.</translation>
    </message>
    <message>
        <source>中间少了一段，没有读入；请让站里重新装盘，新的一份会把缺的补上。</source>
        <translation>A part is missing in between, and nothing was read; have the station write a new package, which fills the gap.</translation>
    </message>
    <message>
        <source>这个上报包来自恢复以前的数据，没有读入；请与站里核实。</source>
        <translation>This package comes from the data before a restore, and was not read; ask the station.</translation>
    </message>
    <message>
        <source>上报包的内容不合规定，没有读入任何一条；请让站里重新装盘。</source>
        <translation>The package&apos;s content is not as it must be, and no record was read; have the station write it again.</translation>
    </message>
    <message>
        <source>上报包里有不归该站所有的记录，整包没有读入；请与站里核实。</source>
        <translation>The package holds records that are not the station&apos;s, and nothing of it was read; ask the station.</translation>
    </message>
    <message>
        <source>有一条记录不能上报（{kind} {uid}），没有写上任何内容；请联系县（区）。</source>
        <translation>One record cannot be reported ({kind} {uid}), and nothing was written; tell the county.</translation>
    </message>
    <message>
        <source>未上报的内容一个包装不下，没有写上，本站数据完好；请联系县（区）管理员。</source>
        <translation>What is not reported yet is too much for one package, and nothing was written; the station&apos;s data are whole. Tell the county&apos;s administrator.</translation>
    </message>
    <message>
        <source>这不是完好的站点卡，没有登记；请让站里重新写一份。</source>
        <translation>This is no sound station card and was not registered; have the station write it again.</translation>
    </message>
    <message>
        <source>这不是完好的邀请文件，没有加入；请让县（区）重新写一份。</source>
        <translation>This is no sound invitation, and the station has not joined; have the county write it again.</translation>
    </message>
    <message>
        <source>这份邀请是给别的联络站的，没有加入；请核对文件。</source>
        <translation>This invitation is for another station, and this one has not joined; check the file.</translation>
    </message>
    <message>
        <source>本站已经加入另一个县（区），没有改动；请联系县（区）管理员。</source>
        <translation>This station has joined another county already, and nothing was changed; tell the county&apos;s administrator.</translation>
    </message>
    <message>
        <source>邀请文件和刚才核对的不是同一份，没有加入；请重新读入并再核对一次。</source>
        <translation>The invitation is not the one just checked, and the station has not joined; read it and check it again.</translation>
    </message>
    <message>
        <source>这个站点代码已被另一个联络站使用，没有登记；请与站里核实。</source>
        <translation>Another station uses this code already, and nothing was registered; ask the station.</translation>
    </message>
    <message>
        <source>这里没有联络站的数据：{path}；请核对文件夹，或新建站点。</source>
        <translation>There are no station data here: {path}. Check the folder, or make a station.</translation>
    </message>
    <message>
        <source>这里已经有一个站点，没有改动：{path}；请直接登录，或换一个空文件夹。</source>
        <translation>A station is here already and was not changed: {path}. Log in, or choose an empty folder.</translation>
    </message>
    <message>
        <source>上次建站没有做完，里面没有登记：{path}；请删去它再重新建站。</source>
        <translation>A station was begun here and never finished; it holds no visits: {path}. Delete it and begin again.</translation>
    </message>
    <message>
        <source>这个文件夹里有别的文件，没有改动：{path}；请选一个空文件夹。</source>
        <translation>Other files are in this folder and were not changed: {path}. Choose an empty folder.</translation>
    </message>
    <message>
        <source>别的窗口正开着这份数据，没有改动；请先关闭所有窗口再试。</source>
        <translation>Another window has these data open, and nothing was changed; close all windows and try again.</translation>
    </message>
    <message>
        <source>这是「{name}」的备份，没有恢复；请选本站的备份。</source>
        <translation>This is a backup of “{name}” and was not restored; choose one of this station.</translation>
    </message>
    <message>
        <source>这份备份已损坏，没有恢复，现有数据没有改动；请换一份备份。</source>
        <translation>This backup is damaged and was not restored; the present data are unchanged. Choose another backup.</translation>
    </message>
    <message>
        <source>找不到文件：{path}；请核对文件名。</source>
        <translation>The file was not found: {path}. Check its name.</translation>
    </message>
    <message>
        <source>没有这个文件夹，没有保存：{path}；请换一个位置。</source>
        <translation>There is no such folder, and nothing was saved: {path}. Choose another place.</translation>
    </message>
    <message>
        <source>这个文件正在别的程序里打开，没有保存：{path}；请关闭它，或换一个文件名。</source>
        <translation>Another program has this file open, and it was not saved: {path}. Close it there, or choose another name.</translation>
    </message>
    <message>
        <source>磁盘已满，没有保存，已有内容完好：{path}；请腾出空间后再试一次。</source>
        <translation>The disk is full and nothing was saved; what was there is whole: {path}. Make room and try again.</translation>
    </message>
    <message>
        <source>磁盘读写出错，没有保存，已有内容完好：{path}；请再试一次。</source>
        <translation>The disk failed and nothing was saved; what was there is whole: {path}. Try again.</translation>
    </message>
    <message>
        <source>这里不能写入，没有保存：{path}；请换一个位置，或请管理员给写入权限。</source>
        <translation>Nothing can be written here, and nothing was saved: {path}. Choose another place, or ask the administrator for the right.</translation>
    </message>
    <message>
        <source>别的程序正占用数据文件，没有保存；请稍等再试。</source>
        <translation>Another program holds the data file, and nothing was saved; wait a moment and try again.</translation>
    </message>
    <message>
        <source>文件已损坏或不是本程序的：{path}；没有改动，请用最近的备份恢复。</source>
        <translation>The file is damaged or not of this program: {path}. Nothing was changed; restore the latest backup.</translation>
    </message>
    <message>
        <source>数据文件缺少本程序的保护，没有打开：{path}；请从备份恢复。</source>
        <translation>The data file lacks this program&apos;s protection and was not opened: {path}. Restore a backup.</translation>
    </message>
    <message>
        <source>升级没有成功，数据仍是原样，升级前另存了一份：{path}；请重新启动再试。</source>
        <translation>The upgrade failed and the data are as they were; a copy from before is here: {path}. Start again and try once more.</translation>
    </message>
    <message>
        <source>这份数据正在备份、恢复或升级，没有改动；请稍等再试。</source>
        <translation>These data are being backed up, restored or upgraded; nothing was changed. Please wait a moment and try again.</translation>
    </message>
    <message>
        <source>数据文件夹缺少文件，没有打开：{path}；请从备份恢复。</source>
        <translation>A file is missing in the data folder, and it was not opened: {path}. Restore a backup.</translation>
    </message>
    <message>
        <source>数据来自更新的版本，没有打开也没有改动：{path}；请先升级本程序。</source>
        <translation>The data are of a newer version and were neither opened nor changed: {path}. Upgrade this program first.</translation>
    </message>
    <message>
        <source>本机的数据库组件太旧（{found}），不能安全使用；请重新安装本程序。</source>
        <translation>This PC&apos;s database library is too old ({found}) to be safe; install this program again.</translation>
    </message>
    <message>
        <source>密钥文件读不出：{path}；没有改动，请从备份恢复。</source>
        <translation>The key file cannot be read: {path}. Nothing was changed; restore a backup.</translation>
    </message>
    <message>
        <source>密钥文件被改动过，没有打开：{path}；请从备份恢复，并告诉县（区）。</source>
        <translation>The key file was tampered with and was not opened: {path}. Restore a backup and tell the county.</translation>
    </message>
    <message>
        <source>U 盘空间不够，没有写上；请换一个或清理后再装盘。</source>
        <translation>There is not enough room on the stick, and nothing was written; take another or make room, then write again.</translation>
    </message>
    <message>
        <source>U 盘不见了，没有写完；本站数据完好，请插好后再装盘。</source>
        <translation>The stick is gone and the package is not whole; the station&apos;s data are. Put the stick in and write again.</translation>
    </message>
    <message>
        <source>写到 U 盘的内容读回来不一致，已删去；请换一个 U 盘再装盘。</source>
        <translation>What was written to the stick reads back differently and was deleted; take another stick and write again.</translation>
    </message>
    <message>
        <source>那里已有同名文件，没有覆盖：{path}；请换一个位置。</source>
        <translation>A file of that name is there already and was not replaced: {path}. Choose another place.</translation>
    </message>
    <message>
        <source>要打印的文件不在了或打不开，没有打印；登记本身完好，请重新生成再打印。</source>
        <translation>The paper is gone or cannot be opened, and nothing was printed; the record is whole. Draw it again, then print.</translation>
    </message>
    <message>
        <source>没有找到打印机「{name}」，没有打印；请检查电源和连线，或换一台。</source>
        <translation>The printer “{name}” was not found, and nothing was printed; check power and cable, or take another.</translation>
    </message>
    <message>
        <source>打印机「{name}」没有接收，没有打印；请换一台，或先另存为 PDF。</source>
        <translation>The printer “{name}” did not take it, and nothing was printed; take another, or save as PDF.</translation>
    </message>
    <message>
        <source>打印机「{name}」没有回应，可能已打印；请先看打印机再决定。</source>
        <translation>The printer “{name}” did not answer and may have printed; look at the printer first.</translation>
    </message>
    <message>
        <source>这次接待日现在的状态不能这样做，什么也没有改动；请看它的状态后再试。</source>
        <translation>That cannot be done with this reception day as it stands; nothing was changed. Look at its state and try again.</translation>
    </message>
    <message>
        <source>这次接待日没有张贴过公告，不用发取消公告。</source>
        <translation>This reception day was never announced; it needs no notice of cancellation.</translation>
    </message>
    <message>
        <source>截止日期早于开始日期，没有写出；请核对后再试。</source>
        <translation>The last day is before the first; nothing was written. Check them and try again.</translation>
    </message>
    <message>
        <source>有几位代表同名，没有写出；请先在名册里分清。</source>
        <translation>Several deputies bear this name; nothing was written. Tell them apart in the roster first.</translation>
    </message>
    <message>
        <source>这一天有几次接待日，没有打印；请写明是哪一次的 id。</source>
        <translation>There are several reception days on this day; nothing was printed. Say which by its id.</translation>
    </message>
    <message>
        <source>请只选一样：编号、--all 或 --blank N（N 至少是 1）。</source>
        <translation>Choose only one: a number, --all, or --blank N (N at least 1).</translation>
    </message>
    <message>
        <source>样表只能和 --xlsx 一起用，什么也没有写。</source>
        <translation>A template goes with --xlsx only; nothing was written.</translation>
    </message>
    <message>
        <source>人数至少是 1，次数不能是负数。</source>
        <translation>There must be at least 1 person, and no count below 0.</translation>
    </message>
    <message>
        <source>这个文件不是 UTF-8 编码，没有读入：{path}；请另存为 UTF-8 再试。</source>
        <translation>This file is not UTF-8 and was not read: {path}. Save it as UTF-8 and try again.</translation>
    </message>
    <message>
        <source>输入的不是 JSON，没有保存；请核对第 {line} 行。</source>
        <translation>What was given is no JSON and was not saved; check line {line}.</translation>
    </message>
    <message>
        <source>没有找到中文字体，没有打印；请重新安装本程序。</source>
        <translation>No Chinese font was found, and nothing was printed; install this program again.</translation>
    </message>
    <message>
        <source>没有登记承办单位「{detail}」；请先在设置里登记，或从名单里选</source>
        <translation>The unit “{detail}” is not registered; register it in Settings first, or choose from the list</translation>
    </message>
    <message>
        <source>这样定一天也轮不到，请改</source>
        <translation>This never comes round; please change</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>这一份</source>
        <translation>This one</translation>
    </message>
    <message>
        <source>立即备份</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>另存副本</source>
        <translation>Copy elsewhere</translation>
    </message>
    <message>
        <source>恢复……</source>
        <translation>Restore…</translation>
    </message>
    <message>
        <source>用别处的备份恢复</source>
        <translation>Restore a backup from elsewhere</translation>
    </message>
    <message>
        <source>备份那时的密码</source>
        <translation>Password of that time</translation>
    </message>
    <message>
        <source>恢复这一份</source>
        <translation>Restore this one</translation>
    </message>
    <message>
        <source>不恢复</source>
        <translation>Do not restore</translation>
    </message>
    <message>
        <source>正在备份……</source>
        <translation>Backing up…</translation>
    </message>
    <message>
        <source>正在核对，逐字节读一遍……</source>
        <translation>Checking, byte by byte…</translation>
    </message>
    <message>
        <source>正在另存并核对……</source>
        <translation>Copying and checking…</translation>
    </message>
    <message>
        <source>还没有填写</source>
        <translation>Not filled in yet</translation>
    </message>
    <message>
        <source>还没有备份。请按“立即备份”。</source>
        <translation>No backup yet. Press “Back up now”.</translation>
    </message>
    <message>
        <source>{count} 份</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>来访 {visits} 次&#x3000;{size}</source>
        <translation>{visits} {visits:visit|visits}&#x3000;{size}</translation>
    </message>
    <message>
        <source>{name}（{code}）&#x3000;来访 {visits} 次&#x3000;{size}
{path}</source>
        <translation>{name} ({code})&#x3000;{visits} {visits:visit|visits}&#x3000;{size}
{path}</translation>
    </message>
    <message>
        <source>备份 (*.liaison-backup)</source>
        <translation>Backups (*.liaison-backup)</translation>
    </message>
    <message>
        <source>选择备份文件</source>
        <translation>Choose a backup</translation>
    </message>
    <message>
        <source>已备份，并读回核对过：{path}</source>
        <translation>Backed up and read back: {path}</translation>
    </message>
    <message>
        <source>这份备份完好，可以恢复。</source>
        <translation>This backup is whole and can be restored.</translation>
    </message>
    <message>
        <source>已另存并核对：{path}。现在可以拔盘。</source>
        <translation>Copied and checked: {path}. The stick can be taken out now.</translation>
    </message>
    <message>
        <source>恢复后，数据回到 {when} 的样子。</source>
        <translation>After restoring, the data are as of {when}.</translation>
    </message>
    <message>
        <source>现在的数据会另存在一旁，不会删去；县（区）在下次上报时会知道恢复过。</source>
        <translation>The present data are kept aside and not deleted; the county learns of the restore with the next report.</translation>
    </message>
    <message>
        <source>另存到哪个文件夹或 U 盘</source>
        <translation>Folder or stick for the copy</translation>
    </message>
    <message>
        <source>关闭程序时和每工作四小时自动备份一次，读回核对；保留最近 7 天、4 周、12 个月各一份。副本请放在另一个盘上：电脑坏了，同一个盘上的备份也会没有。</source>
        <translation>A backup is made when the program is closed and after every four working hours, and read back; the latest of 7 days, 4 weeks and 12 months are kept. Keep a copy on another disk: when this PC breaks, the backups on its disk go with it.</translation>
    </message>
    <message>
        <source>恢复要由站长或管理员来做。</source>
        <translation> Restoring is for the head or an administrator.</translation>
    </message>
    <message>
        <source>那以后没有登记和更正，什么也不会少。</source>
        <translation>Nothing was registered or corrected since; nothing would be lost.</translation>
    </message>
    <message>
        <source>会少：那以后登记的来访 {visits} 次（{numbers}），更正等改动 {changes} 处。</source>
        <translation>Lost would be: {visits} {visits:visit|visits} registered since ({numbers}), and {changes} {changes:change|changes}.</translation>
    </message>
    <message>
        <source>最多 {detail} 个字</source>
        <translation>At most {detail} {detail:character|characters}</translation>
    </message>
    <message>
        <source>有不能保存的控制字符（{detail}），请删去</source>
        <translation>Holds a control character that cannot be kept ({detail}); delete it</translation>
    </message>
    <message>
        <source>填写不合要求（{detail}）</source>
        <translation>Not as it must be ({detail})</translation>
    </message>
    <message>
        <source>没有这个栏目</source>
        <translation>There is no such field</translation>
    </message>
    <message>
        <source>不像常见的电话号码，请核对（座机、短号可以保留）</source>
        <translation>Not a usual phone number; check it (landlines and short numbers may stay)</translation>
    </message>
    <message>
        <source>身份证号校验不符，请核对</source>
        <translation>The check digit of the ID number is wrong; check it</translation>
    </message>
    <message>
        <source>本机字体没有「{detail}」，打印时以〓代替</source>
        <translation>This PC&apos;s fonts lack “{detail}”; 〓 stands for it on paper</translation>
    </message>
    <message>
        <source>多人来访请推选不超过 5 名代表</source>
        <translation>A group chooses at most 5 representatives</translation>
    </message>
    <message>
        <source>名册里没有这位代表，已照写保留</source>
        <translation>Not in the roster; kept as written</translation>
    </message>
    <message>
        <source>名册里有同名代表，请之后指明是哪一位</source>
        <translation>Several deputies in the roster have this name; say later which one</translation>
    </message>
    <message>
        <source>时间晚于现在，请核对</source>
        <translation>Later than now; check it</translation>
    </message>
    <message>
        <source>未满 14 周岁，请登记监护人</source>
        <translation>Under 14; register the guardian</translation>
    </message>
    <message>
        <source>不是这一年的日期（{detail}）</source>
        <translation>Not a day of this year ({detail})</translation>
    </message>
    <message>
        <source>不能早于 {detail}</source>
        <translation>Not before {detail}</translation>
    </message>
    <message>
        <source>不能晚于 {detail}</source>
        <translation>Not after {detail}</translation>
    </message>
    <message>
        <source>这里应填姓名或名称，不是号码</source>
        <translation>A name belongs here, not a number</translation>
    </message>
    <message>
        <source>15 位的旧身份证号，已照原样保留</source>
        <translation>Old ID number of 15 digits, kept as it is</translation>
    </message>
    <message>
        <source>性别与身份证号里的性别码不符，请核对</source>
        <translation>The sex is not that of the ID number. Please check</translation>
    </message>
    <message>
        <source>出生年月与身份证号不符，请核对</source>
        <translation>Birth and ID number disagree; please check</translation>
    </message>
    <message>
        <source>{detail} 里没有，已照写保留；确有需要，请站长在设置的代码表里加</source>
        <translation>Not in {detail}, kept as typed; if it is needed, the head adds it under Code tables in the settings</translation>
    </message>
    <message>
        <source>代码与文字不符（{detail}），按文字记，请核对</source>
        <translation>Code and word disagree ({detail}); the word is taken, please check</translation>
    </message>
    <message>
        <source>街道、开发区没有乡镇级代表，请核对级别</source>
        <translation>A street or zone has no town deputies; please check the level</translation>
    </message>
    <message>
        <source>已终止，还没有填任职止的日期</source>
        <translation>Ended, but the last day is missing</translation>
    </message>
    <message>
        <source>暂停或终止，还没有写原因</source>
        <translation>Suspended or ended, but the reason is missing</translation>
    </message>
    <message>
        <source>同一级别、同一届有两项在任，请核对</source>
        <translation>Two mandates of one level and term are in office; please check</translation>
    </message>
    <message>
        <source>是几栏合并的单元格，不知道归哪一栏；请拆开后再导入</source>
        <translation>A cell merged across columns: it is not clear which one it belongs to. Split it and import again</translation>
    </message>
    <message>
        <source>有同名代表，分不清是哪一位；请补电话、出生年月或身份证号</source>
        <translation>Namesakes: it is not clear who this is. Add phone, birth or ID number</translation>
    </message>
    <message>
        <source>名册里已有同名代表，按另一位记，请核对</source>
        <translation>A deputy of this name exists; taken as another one, please check</translation>
    </message>
    <message>
        <source>同一代表的第 {detail} 行有误，所以也没有导入</source>
        <translation>Row {detail} of the same deputy has an error, so this one was left out too</translation>
    </message>
    <message>
        <source>这一天安排了几次接待（{detail}），没有写明是哪一次；请在时间一栏照其中一个写</source>
        <translation>This day has several sessions ({detail}) and it is not said which one is meant; write one of these times in the time column</translation>
    </message>
    <message>
        <source>不是日期；请写成 2026-11-20</source>
        <translation>Not a date; write it as 2026-11-20</translation>
    </message>
    <message>
        <source>号码成了科学计数，尾数已丢；请把这一栏设为文本后重填</source>
        <translation>The number became scientific notation and lost its end; set the column to text and type it again</translation>
    </message>
    <message>
        <source>第 {detail} 行是同一个人；请在名单里删去一行再抽</source>
        <translation>Lines {detail} are the same person; please take one out of the roster and draw again</translation>
    </message>
    <message>
        <source>要抽的人数应在 1 和名单人数之间（{detail}）</source>
        <translation>The number to be drawn is between 1 and what the roster has ({detail})</translation>
    </message>
    <message>
        <source>名单里没有这一栏；有的是：{detail}</source>
        <translation>The roster has no such column; it has: {detail}</translation>
    </message>
    <message>
        <source>还没有公告，最迟应在 {detail} 公告</source>
        <translation>Not announced yet; the last day for it is {detail}</translation>
    </message>
    <message>
        <source>年度会议还没有听取：{detail}</source>
        <translation>The yearly meeting has not heard yet: {detail}</translation>
    </message>
    <message>
        <source>和同一条规则的另一段有效期重叠（{detail}）</source>
        <translation>Overlaps another validity of the same rule ({detail})</translation>
    </message>
    <message>
        <source>从 {detail} 起没有有效的规则</source>
        <translation>no rule is valid from {detail} on</translation>
    </message>
    <message>
        <source>密码太短，没有设置；请至少用 8 个字。</source>
        <translation>The password is too short and was not set; use at least 8 characters.</translation>
    </message>
    <message>
        <source>密码里有登录名、姓名、站名或站点代码，没有设置；请换一个。</source>
        <translation>The password holds the login name, a name, or the station&apos;s name or code, and was not set; choose another.</translation>
    </message>
    <message>
        <source>这是常见密码（连续键、日期、电话、重复），没有设置；请换一个。</source>
        <translation>This is a common password (keys in a row, a date, a phone number, repeats) and was not set; choose another.</translation>
    </message>
    <message>
        <source>登录名或密码不对；什么也没有打开，请再试。</source>
        <translation>Login name or password is wrong; nothing was opened. Try again.</translation>
    </message>
    <message>
        <source>登录名或密码不对；为安全起见，请等 {wait_seconds} 秒再试。</source>
        <translation>Login name or password is wrong; for safety wait {wait_seconds} {wait_seconds:second|seconds} and try again.</translation>
    </message>
    <message>
        <source>设置项</source>
        <translation>Setting</translation>
    </message>
    <message>
        <source>设置值</source>
        <translation>Value of the setting</translation>
    </message>
    <message>
        <source>站点代码</source>
        <translation>Station code</translation>
    </message>
    <message>
        <source>单位名称</source>
        <translation>Name of the unit</translation>
    </message>
    <message>
        <source>到站身份</source>
        <translation>Comes as</translation>
    </message>
    <message>
        <source>人工指定</source>
        <translation>Fixed by hand</translation>
    </message>
    <message>
        <source>{name}：{why}</source>
        <translation>{name}: {why}</translation>
    </message>
    <message>
        <source>{level}：{people} 人共 {turns} 次，最多 {most} 次，最少 {least} 次，平均 {mean} 次</source>
        <translation>{level}: {people} {people:deputy|deputies}, {turns} {turns:turn|turns}, most {most}, least {least}, mean {mean}</translation>
    </message>
    <message>
        <source>心愿：{liked} 人次排在愿意的日子，{disliked} 人次没能避开不便的日子</source>
        <translation>Wishes: {liked} {liked:turn|turns} on days that were liked, {disliked} on days that could not be spared</translation>
    </message>
    <message>
        <source>名册里没有可排的在任代表。</source>
        <translation>No deputy in office in the roster.</translation>
    </message>
    <message>
        <source>这一年还没有接待日可排。</source>
        <translation>There are no reception days in this year yet.</translation>
    </message>
    <message>
        <source>{day} 还空 {seats} 席：{why}</source>
        <translation>{day}, {seats} {seats:seat|seats} empty: {why}</translation>
    </message>
    <message>
        <source>{level} {name} 还差 {short} 次：{why}</source>
        <translation>{level} {name} is short of {short} {short:turn|turns}: {why}</translation>
    </message>
    <message>
        <source>{day} 人工指定的 {name}：{why}</source>
        <translation>{day}, {name} fixed by hand: {why}</translation>
    </message>
    <message>
        <source>当天只有他能来</source>
        <translation>nobody else could come that day</translation>
    </message>
    <message>
        <source>还欠最低次数 {owed} 次</source>
        <translation>{owed} short of his minimum</translation>
    </message>
    <message>
        <source>此前 {turns} 次，为最少</source>
        <translation>{turns} {turns:turn|turns} so far, the fewest</translation>
    </message>
    <message>
        <source>本人愿意这天</source>
        <translation>wishes for this day</translation>
    </message>
    <message>
        <source>此前 {turns} 次，全年拉平</source>
        <translation>{turns} {turns:turn|turns} so far, evens out the year</translation>
    </message>
    <message>
        <source>本人不便这天，没能避开</source>
        <translation>he would rather not, but this day could not be spared him</translation>
    </message>
    <message>
        <source>本人愿意的日子没能排上</source>
        <translation>the days he would like could not be given</translation>
    </message>
    <message>
        <source>避开了本人不便的日子</source>
        <translation>the days he would rather not were spared</translation>
    </message>
    <message>
        <source>名册里没有这一级的代表</source>
        <translation>no deputy of this level in the roster</translation>
    </message>
    <message>
        <source>当天不在任</source>
        <translation>not in office that day</translation>
    </message>
    <message>
        <source>当天已在别的接待日</source>
        <translation>at another session that day</translation>
    </message>
    <message>
        <source>席位不够</source>
        <translation>too few seats</translation>
    </message>
    <message>
        <source>名册里没有这个人</source>
        <translation>not in the roster</translation>
    </message>
    <message>
        <source>当天请假</source>
        <translation>on leave that day</translation>
    </message>
    <message>
        <source>同一次排了两遍</source>
        <translation>twice in one session</translation>
    </message>
    <message>
        <source>同一天排了两次</source>
        <translation>twice on one day</translation>
    </message>
    <message>
        <source>不是这次要的级别</source>
        <translation>not of a level that is wanted</translation>
    </message>
    <message>
        <source>超过席位数</source>
        <translation>more than there are seats</translation>
    </message>
    <message>
        <source>排班理由</source>
        <translation>Why chosen</translation>
    </message>
    <message>
        <source>产生方式</source>
        <translation>How found</translation>
    </message>
    <message>
        <source>到会</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>签到名单</source>
        <translation>Sign-in list</translation>
    </message>
    <message>
        <source>1 到会，2 请假，3 缺席，0 取消；直接打字查找，回车更正。</source>
        <translation>1 present, 2 on leave, 3 absent, 0 takes it back; type to find, Enter corrects.</translation>
    </message>
    <message>
        <source>临时到会</source>
        <translation>Walked in</translation>
    </message>
    <message>
        <source>签到时间</source>
        <translation>Signed in at</translation>
    </message>
    <message>
        <source>顶替</source>
        <translation>Stands in for</translation>
    </message>
    <message>
        <source>换班原因</source>
        <translation>Reason of the change</translation>
    </message>
    <message>
        <source>接待主题</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>列席部门</source>
        <translation>Offices attending</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>席位数</source>
        <translation>Seats</translation>
    </message>
    <message>
        <source>顺延原因</source>
        <translation>Why postponed</translation>
    </message>
    <message>
        <source>统一接待日</source>
        <translation>Joint day</translation>
    </message>
    <message>
        <source>结束接待</source>
        <translation>Closed at</translation>
    </message>
    <message>
        <source>结束次数</source>
        <translation>Times closed</translation>
    </message>
    <message>
        <source>接待情况</source>
        <translation>How it went</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>监护人</source>
        <translation>Guardian</translation>
    </message>
    <message>
        <source>代表</source>
        <translation>Deputy</translation>
    </message>
    <message>
        <source>反映形式</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>反映时间</source>
        <translation>Received at</translation>
    </message>
    <message>
        <source>登记时间</source>
        <translation>Registered at</translation>
    </message>
    <message>
        <source>补录</source>
        <translation>Late entry</translation>
    </message>
    <message>
        <source>接待地点</source>
        <translation>Place of reception</translation>
    </message>
    <message>
        <source>来访人数</source>
        <translation>Visitors</translation>
    </message>
    <message>
        <source>是否公开姓名</source>
        <translation>May publish the name</translation>
    </message>
    <message>
        <source>是否愿意回访</source>
        <translation>May call back</translation>
    </message>
    <message>
        <source>已告知</source>
        <translation>Notice given</translation>
    </message>
    <message>
        <source>记录人</source>
        <translation>Recorder</translation>
    </message>
    <message>
        <source>科教文卫</source>
        <translation>Education, science, culture, health</translation>
    </message>
    <message>
        <source>社会综合</source>
        <translation>Society at large</translation>
    </message>
    <message>
        <source>民族宗教</source>
        <translation>Nationalities and religion</translation>
    </message>
    <message>
        <source>三农</source>
        <translation>Farming and countryside</translation>
    </message>
    <message>
        <source>政法监察</source>
        <translation>Law and supervision</translation>
    </message>
    <message>
        <source>城建环资</source>
        <translation>Building, environment, resources</translation>
    </message>
    <message>
        <source>社保民政</source>
        <translation>Social security and civil affairs</translation>
    </message>
    <message>
        <source>商贸旅游</source>
        <translation>Trade and tourism</translation>
    </message>
    <message>
        <source>工信交运</source>
        <translation>Industry, IT, transport</translation>
    </message>
    <message>
        <source>财税金融</source>
        <translation>Finance and tax</translation>
    </message>
    <message>
        <source>市场监督</source>
        <translation>Market regulation</translation>
    </message>
    <message>
        <source>其它</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>全国</source>
        <translation>national </translation>
    </message>
    <message>
        <source>省</source>
        <translation>provincial </translation>
    </message>
    <message>
        <source>市</source>
        <translation>municipal </translation>
    </message>
    <message>
        <source>县</source>
        <translation>county </translation>
    </message>
    <message>
        <source>镇</source>
        <translation>Town</translation>
    </message>
    <message>
        <source>乡</source>
        <translation>Township</translation>
    </message>
    <message>
        <source>街道</source>
        <translation>Street</translation>
    </message>
    <message>
        <source>开发区</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>联络站</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>登记栏目</source>
        <translation>Fields</translation>
    </message>
    <message>
        <source>用户</source>
        <translation>Users</translation>
    </message>
    <message>
        <source>打印与窗口</source>
        <translation>Print, desk</translation>
    </message>
    <message>
        <source>外观</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>代码表</source>
        <translation>Code tables</translation>
    </message>
    <message>
        <source>规则与日历</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Checks</translation>
    </message>
    <message>
        <source>联络分站</source>
        <translation>Branch station</translation>
    </message>
    <message>
        <source>联络总站</source>
        <translation>Head station</translation>
    </message>
    <message>
        <source>审核人</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>管理员</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>审计员</source>
        <translation>Auditor</translation>
    </message>
    <message>
        <source>县（区）工作人员</source>
        <translation>County clerk</translation>
    </message>
    <message>
        <source>县（区）负责人</source>
        <translation>County head</translation>
    </message>
    <message>
        <source>男</source>
        <translation>Male</translation>
    </message>
    <message>
        <source>女</source>
        <translation>Female</translation>
    </message>
    <message>
        <source>未说明</source>
        <translation>Unstated</translation>
    </message>
    <message>
        <source>来信</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>来电</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>走访收集</source>
        <translation>Field visit</translation>
    </message>
    <message>
        <source>恳谈会</source>
        <translation>Consultation</translation>
    </message>
    <message>
        <source>网上（码上）</source>
        <translation>Online (QR code)</translation>
    </message>
    <message>
        <source>民情联络员</source>
        <translation>Liaison person</translation>
    </message>
    <message>
        <source>上级转交</source>
        <translation>Handed down</translation>
    </message>
    <message>
        <source>因刑事案件被羁押受审</source>
        <translation>detained for trial</translation>
    </message>
    <message>
        <source>被判处管制、拘役或有期徒刑，正在服刑</source>
        <translation>serving a sentence</translation>
    </message>
    <message>
        <source>辞职被接受</source>
        <translation>resigned</translation>
    </message>
    <message>
        <source>迁出或调离本行政区域</source>
        <translation>moved away</translation>
    </message>
    <message>
        <source>被罢免</source>
        <translation>recalled</translation>
    </message>
    <message>
        <source>未经批准两次不出席会议</source>
        <translation>absent twice without leave</translation>
    </message>
    <message>
        <source>丧失国籍</source>
        <translation>lost citizenship</translation>
    </message>
    <message>
        <source>被剥夺政治权利</source>
        <translation>deprived of political rights</translation>
    </message>
    <message>
        <source>丧失行为能力</source>
        <translation>lost legal capacity</translation>
    </message>
    <message>
        <source>去世</source>
        <translation>died</translation>
    </message>
    <message>
        <source>届满</source>
        <translation>term over</translation>
    </message>
    <message>
        <source>民情恳谈</source>
        <translation>Consultations</translation>
    </message>
    <message>
        <source>民主恳谈</source>
        <translation>Democratic consultation</translation>
    </message>
    <message>
        <source>预算恳谈</source>
        <translation>Budget consultation</translation>
    </message>
    <message>
        <source>议事会</source>
        <translation>Deliberation</translation>
    </message>
    <message>
        <source>筹备中</source>
        <translation>In preparation</translation>
    </message>
    <message>
        <source>记录中</source>
        <translation>Being recorded</translation>
    </message>
    <message>
        <source>整理完毕，送审签</source>
        <translation>In order, to be signed</translation>
    </message>
    <message>
        <source>已审签</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>自愿报名</source>
        <translation>Volunteered</translation>
    </message>
    <message>
        <source>邀请</source>
        <translation>Invited</translation>
    </message>
    <message>
        <source>随机抽取</source>
        <translation>Drawn at random</translation>
    </message>
    <message>
        <source>抽取……</source>
        <translation>Draw …</translation>
    </message>
    <message>
        <source>从名单里抽，谁都能照种子和名单再抽一遍。</source>
        <translation>Drawn from a roster; anybody can draw again from the seed and the roster.</translation>
    </message>
    <message>
        <source>已照搬；日期和公告日期请另填。</source>
        <translation>Copied; please fill in the day and the day of the notice.</translation>
    </message>
    <message>
        <source>议事组织成员</source>
        <translation>Members of the deliberation body</translation>
    </message>
    <message>
        <source>登记成员</source>
        <translation>Register a member</translation>
    </message>
    <message>
        <source>筹备年度会议</source>
        <translation>Prepare the yearly meeting</translation>
    </message>
    <message>
        <source>应开未开</source>
        <translation>Due and not held</translation>
    </message>
    <message>
        <source>{year} 年还没有开年度议事会议，每年至少一次。</source>
        <translation>The yearly meeting of {year} was not held yet; there is at least one a year.</translation>
    </message>
    <message>
        <source>还没有听取：{titles}</source>
        <translation>Not heard yet: {titles}</translation>
    </message>
    <message>
        <source>群众</source>
        <translation>Resident</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>专家</source>
        <translation>Expert</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>意见</source>
        <translation>Opinion</translation>
    </message>
    <message>
        <source>建议</source>
        <translation>Suggestion</translation>
    </message>
    <message>
        <source>发言</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>转意见办理</source>
        <translation>To be handled</translation>
    </message>
    <message>
        <source>引导告知</source>
        <translation>Guided elsewhere</translation>
    </message>
    <message>
        <source>仅作记录</source>
        <translation>Noted only</translation>
    </message>
    <message>
        <source>已兑现</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>未兑现</source>
        <translation>Broken</translation>
    </message>
    <message>
        <source>人大代表</source>
        <translation>Deputy</translation>
    </message>
    <message>
        <source>政协委员</source>
        <translation>CPPCC member</translation>
    </message>
    <message>
        <source>居民</source>
        <translation>Resident</translation>
    </message>
    <message>
        <source>恳谈会方案</source>
        <translation>Plan of the consultation</translation>
    </message>
    <message>
        <source>恳谈会通知</source>
        <translation>Notice of the consultation</translation>
    </message>
    <message>
        <source>签到表</source>
        <translation>Sign-in sheet</translation>
    </message>
    <message>
        <source>恳谈会记录</source>
        <translation>Record of the consultation</translation>
    </message>
    <message>
        <source>恳谈会纪要</source>
        <translation>Minutes of the consultation</translation>
    </message>
    <message>
        <source>意见清单和承诺事项清单</source>
        <translation>Lists of opinions and promises</translation>
    </message>
    <message>
        <source>恳谈会公开记录</source>
        <translation>Public record of the consultation</translation>
    </message>
    <message>
        <source>同一议题历次恳谈</source>
        <translation>All consultations on one topic</translation>
    </message>
    <message>
        <source>已安排</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>接待中</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>已结束</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>已取消</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>进站代表</source>
        <translation>Visiting deputy</translation>
    </message>
    <message>
        <source>出席</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>请假（已批准）</source>
        <translation>On leave (approved)</translation>
    </message>
    <message>
        <source>请假（未批准）</source>
        <translation>On leave (not approved)</translation>
    </message>
    <message>
        <source>缺席</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>接待日公告</source>
        <translation>Notice of a reception day</translation>
    </message>
    <message>
        <source>改期公告</source>
        <translation>Notice of a change</translation>
    </message>
    <message>
        <source>取消公告</source>
        <translation>Notice of a cancellation</translation>
    </message>
    <message>
        <source>接待选民</source>
        <translation>Reception of voters</translation>
    </message>
    <message>
        <source>进站履职</source>
        <translation>Duty at the station</translation>
    </message>
    <message>
        <source>提前到前一个工作日</source>
        <translation>Workday before</translation>
    </message>
    <message>
        <source>不变</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>接待日安排表</source>
        <translation>Rota</translation>
    </message>
    <message>
        <source>接待日月历</source>
        <translation>Month of reception days</translation>
    </message>
    <message>
        <source>日程_{year}.ics</source>
        <translation>schedule_{year}.ics</translation>
    </message>
    <message>
        <source>日历文件 (*.ics)</source>
        <translation>Calendar file (*.ics)</translation>
    </message>
    <message>
        <source>已导出 {count} 项，手机上打开这个文件就能收进日历。</source>
        <translation>{count} {count:entry|entries} exported; opened on a phone the file goes into its calendar.</translation>
    </message>
    <message>
        <source>接待日情况登记表</source>
        <translation>Sheet of the reception day</translation>
    </message>
    <message>
        <source>代表接待日安排表</source>
        <translation>Rota of reception days</translation>
    </message>
    <message>
        <source>接待日月表</source>
        <translation>Month sheet</translation>
    </message>
    <message>
        <source>年度计划表</source>
        <translation>Sheet of the year&apos;s plan</translation>
    </message>
    <message>
        <source>走访记录表</source>
        <translation>Record of a field visit</translation>
    </message>
    <message>
        <source>小组活动通知</source>
        <translation>Notice of a group activity</translation>
    </message>
    <message>
        <source>小组活动记录</source>
        <translation>Record of a group activity</translation>
    </message>
    <message>
        <source>小组活动考勤表</source>
        <translation>Attendance of a group activity</translation>
    </message>
    <message>
        <source>请假单</source>
        <translation>Leave sheet</translation>
    </message>
    <message>
        <source>代表公示牌</source>
        <translation>Public board</translation>
    </message>
    <message>
        <source>年度工作计划表</source>
        <translation>Plan of the year</translation>
    </message>
    <message>
        <source>最迟 {day} 通知</source>
        <translation>Notice due by {day}</translation>
    </message>
    <message>
        <source>通知迟发</source>
        <translation>Notice was late</translation>
    </message>
    <message>
        <source>通知逾期</source>
        <translation>Notice overdue</translation>
    </message>
    <message>
        <source>该通知了</source>
        <translation>Notice due</translation>
    </message>
    <message>
        <source>已批准</source>
        <translation>approved</translation>
    </message>
    <message>
        <source>未批准</source>
        <translation>not approved</translation>
    </message>
    <message>
        <source>{day} 张贴</source>
        <translation>posted {day}</translation>
    </message>
    <message>
        <source>还没有张贴</source>
        <translation>not posted yet</translation>
    </message>
    <message>
        <source>迟于期限 {due}</source>
        <translation>later than {due}</translation>
    </message>
    <message>
        <source>变更公告</source>
        <translation>Notice of a change</translation>
    </message>
    <message>
        <source>安排走访</source>
        <translation>New field visit</translation>
    </message>
    <message>
        <source>新联系户</source>
        <translation>New contact</translation>
    </message>
    <message>
        <source>代表小组活动</source>
        <translation>Group activity</translation>
    </message>
    <message>
        <source>安排活动</source>
        <translation>New activity</translation>
    </message>
    <message>
        <source>请假</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>登记请假</source>
        <translation>New leave</translation>
    </message>
    <message>
        <source>履职纪实</source>
        <translation>Duty journal</translation>
    </message>
    <message>
        <source>登记履职</source>
        <translation>New entry</translation>
    </message>
    <message>
        <source>年度计划</source>
        <translation>Year&apos;s plan</translation>
    </message>
    <message>
        <source>新计划事项</source>
        <translation>New plan item</translation>
    </message>
    <message>
        <source>公告</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>登记公告</source>
        <translation>New notice</translation>
    </message>
    <message>
        <source>视察</source>
        <translation>Inspection</translation>
    </message>
    <message>
        <source>专题调研</source>
        <translation>Research</translation>
    </message>
    <message>
        <source>执法检查</source>
        <translation>Law inspection</translation>
    </message>
    <message>
        <source>学习培训</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>固定联系户</source>
        <translation>Fixed contact</translation>
    </message>
    <message>
        <source>困难户</source>
        <translation>Household in need</translation>
    </message>
    <message>
        <source>一次</source>
        <translation>Once</translation>
    </message>
    <message>
        <source>每周</source>
        <translation>Weekly</translation>
    </message>
    <message>
        <source>每月</source>
        <translation>Monthly</translation>
    </message>
    <message>
        <source>每季</source>
        <translation>Quarterly</translation>
    </message>
    <message>
        <source>每年</source>
        <translation>Yearly</translation>
    </message>
    <message>
        <source>选民</source>
        <translation>Voter</translation>
    </message>
    <message>
        <source>非本选区居民</source>
        <translation>Resident of another constituency</translation>
    </message>
    <message>
        <source>企业</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>当场答复</source>
        <translation>Answered on site</translation>
    </message>
    <message>
        <source>待办理</source>
        <translation>To handle</translation>
    </message>
    <message>
        <source>引导告知（不属本站范围）</source>
        <translation>Guided elsewhere</translation>
    </message>
    <message>
        <source>人民法院</source>
        <translation>People&apos;s court</translation>
    </message>
    <message>
        <source>人民检察院</source>
        <translation>Procuratorate</translation>
    </message>
    <message>
        <source>信访部门</source>
        <translation>Petition office</translation>
    </message>
    <message>
        <source>纪检监察机关</source>
        <translation>Discipline inspection</translation>
    </message>
    <message>
        <source>仲裁机构</source>
        <translation>Arbitration</translation>
    </message>
    <message>
        <source>行政复议机关</source>
        <translation>Administrative review</translation>
    </message>
    <message>
        <source>12345 政务服务热线</source>
        <translation>12345 government hotline</translation>
    </message>
    <message>
        <source>现在检查</source>
        <translation>Check now</translation>
    </message>
    <message>
        <source>联络站前台 {version}，按 Apache-2.0 许可使用；Qt（PySide6）按 LGPL，字体按 SIL OFL。
数据在 {folder}，加密保存；程序不联网。</source>
        <translation>Liaison Desktop {version}, licensed under Apache-2.0; Qt (PySide6) under the LGPL, fonts under the SIL OFL.
The data are in {folder}, encrypted; the program never uses a network.</translation>
    </message>
    <message>
        <source>正在检查……</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>正常</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>不正常：{detail}</source>
        <translation>not well: {detail}</translation>
    </message>
    <message>
        <source>有 {count} 项不正常：请先备份，再联系县（区）管理员。</source>
        <translation>{count} {count:check is|checks are} not well: make a backup first, then tell the county&apos;s administrator.</translation>
    </message>
    <message>
        <source>{count} 项检查都正常。</source>
        <translation>All {count} checks are well.</translation>
    </message>
    <message>
        <source>紧急</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>非常紧急</source>
        <translation>Very urgent</translation>
    </message>
    <message>
        <source>可公开</source>
        <translation>Publishable</translation>
    </message>
    <message>
        <source>不公开</source>
        <translation>Restricted</translation>
    </message>
    <message>
        <source>待审核</source>
        <translation>Under review</translation>
    </message>
    <message>
        <source>已引导告知</source>
        <translation>Guided elsewhere</translation>
    </message>
    <message>
        <source>不予受理</source>
        <translation>Not accepted</translation>
    </message>
    <message>
        <source>已转送</source>
        <translation>forwarded</translation>
    </message>
    <message>
        <source>转送</source>
        <translation>Forward</translation>
    </message>
    <message>
        <source>个自然日</source>
        <translation>days</translation>
    </message>
    <message>
        <source>社区（村）办理</source>
        <translation>Handled by the community (village)</translation>
    </message>
    <message>
        <source>街道（镇）职责</source>
        <translation>Duty of the street (town)</translation>
    </message>
    <message>
        <source>转区县</source>
        <translation>To the district or county</translation>
    </message>
    <message>
        <source>转为建议</source>
        <translation>Made a proposal</translation>
    </message>
    <message>
        <source>通过上级代表反映</source>
        <translation>Raised through a higher deputy</translation>
    </message>
    <message>
        <source>重大紧急上报</source>
        <translation>Grave and urgent, reported up</translation>
    </message>
    <message>
        <source>留作参考</source>
        <translation>Kept for reference</translation>
    </message>
    <message>
        <source>待交办</source>
        <translation>To be assigned</translation>
    </message>
    <message>
        <source>待代表确认</source>
        <translation>Awaiting the deputy</translation>
    </message>
    <message>
        <source>已转为建议</source>
        <translation>Raised as suggestion</translation>
    </message>
    <message>
        <source>已紧急上报</source>
        <translation>Reported as urgent</translation>
    </message>
    <message>
        <source>已交办</source>
        <translation>Assigned</translation>
    </message>
    <message>
        <source>已转办</source>
        <translation>Transferred</translation>
    </message>
    <message>
        <source>已签收</source>
        <translation>Acknowledged</translation>
    </message>
    <message>
        <source>办理中</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>已退回</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>已答复</source>
        <translation>Replied</translation>
    </message>
    <message>
        <source>待测评</source>
        <translation>Awaiting evaluation</translation>
    </message>
    <message>
        <source>重办中</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>跟踪中</source>
        <translation>Tracked</translation>
    </message>
    <message>
        <source>已中止</source>
        <translation>Suspended</translation>
    </message>
    <message>
        <source>已并入原事项</source>
        <translation>Merged</translation>
    </message>
    <message>
        <source>已办结</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>已归档</source>
        <translation>Archived</translation>
    </message>
    <message>
        <source>送审</source>
        <translation>Submit</translation>
    </message>
    <message>
        <source>审核分流</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>代表确认</source>
        <translation>Deputy confirms</translation>
    </message>
    <message>
        <source>代表不提出</source>
        <translation>Deputy dissents</translation>
    </message>
    <message>
        <source>交办</source>
        <translation>Assign</translation>
    </message>
    <message>
        <source>转办</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>改派</source>
        <translation>Reassign</translation>
    </message>
    <message>
        <source>签收</source>
        <translation>Acknowledge</translation>
    </message>
    <message>
        <source>建议的会办意见</source>
        <translation>Co-handler’s opinion on a suggestion</translation>
    </message>
    <message>
        <source>开始办理</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>沟通</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>会办意见</source>
        <translation>Co-handler’s opinion</translation>
    </message>
    <message>
        <source>书面告知</source>
        <translation>Telling in writing</translation>
    </message>
    <message>
        <source>延期</source>
        <translation>Extend</translation>
    </message>
    <message>
        <source>催办</source>
        <translation>Chase</translation>
    </message>
    <message>
        <source>督办</source>
        <translation>Supervise</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>紧急事项答复</source>
        <translation>Reply, urgent</translation>
    </message>
    <message>
        <source>代表建议答复</source>
        <translation>Reply to a suggestion</translation>
    </message>
    <message>
        <source>代表建议答复（涉及面广、难度大）</source>
        <translation>Reply to a difficult suggestion</translation>
    </message>
    <message>
        <source>反馈</source>
        <translation>Feed back</translation>
    </message>
    <message>
        <source>恳谈会公告</source>
        <translation>Announcement of a consultation</translation>
    </message>
    <message>
        <source>临近期限提示</source>
        <translation>Warning of a near limit</translation>
    </message>
    <message>
        <source>重办</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>承诺兑现</source>
        <translation>Promise kept</translation>
    </message>
    <message>
        <source>中止</source>
        <translation>Suspend</translation>
    </message>
    <message>
        <source>恢复办理</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>关联</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>归档</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>反映人</source>
        <translation>Voter</translation>
    </message>
    <message>
        <source>A 已解决或采纳</source>
        <translation>A resolved or adopted</translation>
    </message>
    <message>
        <source>B 正在解决或列入计划</source>
        <translation>B in progress or planned</translation>
    </message>
    <message>
        <source>C 条件限制，暂不能解决</source>
        <translation>C constrained for now</translation>
    </message>
    <message>
        <source>D 留作参考，已说明</source>
        <translation>D for reference, explained</translation>
    </message>
    <message>
        <source>满意</source>
        <translation>Satisfied</translation>
    </message>
    <message>
        <source>基本满意</source>
        <translation>Mostly satisfied</translation>
    </message>
    <message>
        <source>不满意</source>
        <translation>Dissatisfied</translation>
    </message>
    <message>
        <source>未测评</source>
        <translation>Not evaluated</translation>
    </message>
    <message>
        <source>走访</source>
        <translation>Field visit</translation>
    </message>
    <message>
        <source>座谈</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>By phone</translation>
    </message>
    <message>
        <source>书面</source>
        <translation>In writing</translation>
    </message>
    <message>
        <source>到站面告</source>
        <translation>At the station</translation>
    </message>
    <message>
        <source>按规则</source>
        <translation>By rule</translation>
    </message>
    <message>
        <source>恢复办理后顺延</source>
        <translation>Moved by suspension</translation>
    </message>
    <message>
        <source>个工作日</source>
        <translation>working days</translation>
    </message>
    <message>
        <source>个月</source>
        <translation>months</translation>
    </message>
    <message>
        <source>直接交办</source>
        <translation>Assigned directly</translation>
    </message>
    <message>
        <source>未反映</source>
        <translation>Not raised</translation>
    </message>
    <message>
        <source>12345</source>
        <translation>12345</translation>
    </message>
    <message>
        <source>信访</source>
        <translation>Petition</translation>
    </message>
    <message>
        <source>村（社区）</source>
        <translation>Village (community)</translation>
    </message>
    <message>
        <source>法院</source>
        <translation>Court</translation>
    </message>
    <message>
        <source>全国人大代表</source>
        <translation>Deputy to the National People&apos;s Congress</translation>
    </message>
    <message>
        <source>省人大代表</source>
        <translation>Deputy to the provincial congress</translation>
    </message>
    <message>
        <source>市人大代表</source>
        <translation>Deputy to the city congress</translation>
    </message>
    <message>
        <source>县（区）人大代表</source>
        <translation>Deputy to the county (district) congress</translation>
    </message>
    <message>
        <source>镇（乡）人大代表</source>
        <translation>Deputy to the town (township) congress</translation>
    </message>
    <message>
        <source>在任</source>
        <translation>In office</translation>
    </message>
    <message>
        <source>暂停执行职务</source>
        <translation>Duties suspended</translation>
    </message>
    <message>
        <source>终止</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>按星期</source>
        <translation>By the week</translation>
    </message>
    <message>
        <source>按日期</source>
        <translation>By the day of the month</translation>
    </message>
    <message>
        <source>按第几个星期几</source>
        <translation>By the nth weekday</translation>
    </message>
    <message>
        <source>逢圩日</source>
        <translation>On market days</translation>
    </message>
    <message>
        <source>指定日期</source>
        <translation>On given dates</translation>
    </message>
    <message>
        <source>公历</source>
        <translation>Solar calendar</translation>
    </message>
    <message>
        <source>农历</source>
        <translation>Lunar calendar</translation>
    </message>
    <message>
        <source>顺延到下一个工作日</source>
        <translation>Put off to the next workday</translation>
    </message>
    <message>
        <source>顺延一周</source>
        <translation>Put off by a week</translation>
    </message>
    <message>
        <source>当次取消</source>
        <translation>Cancelled that time</translation>
    </message>
    <message>
        <source>照常</source>
        <translation>Held all the same</translation>
    </message>
    <message>
        <source>县（区）</source>
        <translation>County</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>撤回时间</source>
        <translation>Withdrawn at</translation>
    </message>
    <message>
        <source>撤回原因</source>
        <translation>Reason for withdrawal</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>打印公告</source>
        <translation>Print the notice</translation>
    </message>
    <message>
        <source>打印本月</source>
        <translation>Print this month</translation>
    </message>
    <message>
        <source>{name}已在这次接待中</source>
        <translation>{name} is in this reception already</translation>
    </message>
    <message>
        <source>{day}的公告已张贴：加上{name}，变更公告随之备好，打印后请再张贴。</source>
        <translation>The notice of {day} is posted: with {name} a notice of the change is prepared; print it and post it again.</translation>
    </message>
    <message>
        <source>已经开始、结束或取消的，不能改期。</source>
        <translation>What was begun, held or cancelled cannot be moved.</translation>
    </message>
    <message>
        <source>取消{day}的接待日？</source>
        <translation>Cancel the reception day of {day}?</translation>
    </message>
    <message>
        <source>已锁定（{name}）。草稿都留着；请用自己的账号登录。</source>
        <translation>Locked ({name}). Drafts are kept; log in with your own account.</translation>
    </message>
    <message>
        <source>{name}的草稿没有存上。内容还在，没有丢：请不要关闭程序；原来的账号登录回来，就接着填写。{why}</source>
        <translation>The draft of {name} could not be kept. What was typed is still here, and nothing is lost: please do not close the program, and log in again with the same account to go on typing. {why}</translation>
    </message>
    <message>
        <source>已锁定（{name}）。正在保存草稿……</source>
        <translation>Locked ({name}). Drafts are being kept…</translation>
    </message>
    <message>
        <source>草稿现在都存上了；请用自己的账号登录。</source>
        <translation>All drafts are kept now. Please log in with your own account.</translation>
    </message>
    <message>
        <source>正在恢复备份，请稍候……</source>
        <translation>Restoring the backup, please wait…</translation>
    </message>
    <message>
        <source>已从备份恢复，请登录。</source>
        <translation>Restored from the backup; log in.</translation>
    </message>
    <message>
        <source>原来的数据另存在 {path}。</source>
        <translation>The former data are kept in {path}.</translation>
    </message>
    <message>
        <source>上报</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>上报装盘</source>
        <translation>Write the package</translation>
    </message>
    <message>
        <source>加入县（区）</source>
        <translation>Join a county</translation>
    </message>
    <message>
        <source>已加入「{name}」，现在可以上报装盘。</source>
        <translation>Joined “{name}”; packages can be written now.</translation>
    </message>
    <message>
        <source>已打电话核对，指纹一致</source>
        <translation>Checked by phone: the fingerprints are the same</translation>
    </message>
    <message>
        <source>加入</source>
        <translation>Join</translation>
    </message>
    <message>
        <source>不一致</source>
        <translation>They differ</translation>
    </message>
    <message>
        <source>指纹不一致，不加入</source>
        <translation>The fingerprints differ; do not join</translation>
    </message>
    <message>
        <source>{name}（{code}）</source>
        <translation>{name} ({code})</translation>
    </message>
    <message>
        <source>{name}，指纹 {fingerprint}</source>
        <translation>{name}, fingerprint {fingerprint}</translation>
    </message>
    <message>
        <source>请先打电话核对指纹，一致才打勾加入；还没有加入，什么也没有改动。</source>
        <translation>Check the fingerprint by phone first and tick only when it is the same; the station has not joined and nothing was changed.</translation>
    </message>
    <message>
        <source>这份邀请文件来自下面的县（区），它的指纹是</source>
        <translation>The invitation comes from the county below; its fingerprint is</translation>
    </message>
    <message>
        <source>请用已知的号码打电话到县（区），让对方念指纹。加入后，上报只有它能打开；本站密码和恢复单都丢了时，它的恢复密钥也能打开本站数据。</source>
        <translation>Call the county on a number you know and let them read the fingerprint. Once joined, only it can open reports; its recovery key also opens the station&apos;s data when passwords and recovery sheet are all lost.</translation>
    </message>
    <message>
        <source>本站已经加入这个县（区），密钥没有变；再加入一次也没有关系。</source>
        <translation>This station has joined this county already with the same key; joining again does no harm.</translation>
    </message>
    <message>
        <source>注意：和本站已加入时的指纹不同（原来是 {fingerprint}），务必核实县（区）真的换了密钥。</source>
        <translation>Mind: the fingerprint is not the one this station joined with ({fingerprint}); make sure that the county really changed its key.</translation>
    </message>
    <message>
        <source>写站点卡</source>
        <translation>Write the station card</translation>
    </message>
    <message>
        <source>已拿到邀请文件</source>
        <translation>The invitation is here</translation>
    </message>
    <message>
        <source>读邀请文件……</source>
        <translation>Read the invitation…</translation>
    </message>
    <message>
        <source>再写一次</source>
        <translation>Write it again</translation>
    </message>
    <message>
        <source>读邀请文件、加入，要由站长或管理员登录后来做。</source>
        <translation>Reading the invitation and joining is for the head or an administrator.</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>还没有选定 U 盘；请插好再按一次，或选一个文件夹。</source>
        <translation>No stick is chosen; plug one in and press again, or choose a folder.</translation>
    </message>
    <message>
        <source>读邀请文件</source>
        <translation>Read the invitation</translation>
    </message>
    <message>
        <source>没有加入，什么也没有改动。请与县（区）核实，这份邀请文件不要再用。</source>
        <translation>Not joined, and nothing was changed. Ask the county, and do not use this invitation again.</translation>
    </message>
    <message>
        <source>现在可以拔盘：「{name}」已写好，回读核对过。</source>
        <translation>The stick can be taken out now: “{name}” is written and read back.</translation>
    </message>
    <message>
        <source>把站点卡写到 U 盘</source>
        <translation>Write the station card to the stick</translation>
    </message>
    <message>
        <source>站点卡只说明本站是谁、用什么密钥，里面没有来访人的信息。</source>
        <translation>The card only says who the station is and which key it uses; it holds nothing of visitors.</translation>
    </message>
    <message>
        <source>县（区）登记本站，写一份邀请文件</source>
        <translation>The county registers the station and writes an invitation</translation>
    </message>
    <message>
        <source>读邀请文件，核对后加入</source>
        <translation>Read the invitation, check it, join</translation>
    </message>
    <message>
        <source>站点卡已写好</source>
        <translation>The station card is written</translation>
    </message>
    <message>
        <source>把 U 盘送到县（区），再打电话把本站指纹念给他们，两边一样才登记：</source>
        <translation>Take the stick to the county, then call them and read the station&apos;s fingerprint; it is registered only when both are the same:</translation>
    </message>
    <message>
        <source>U 盘拿回来插好，读县（区）写的邀请文件；先看是谁的，核对了才加入。</source>
        <translation>Plug the stick in again and read the county&apos;s invitation; see whose it is, and join only when it is checked.</translation>
    </message>
    <message>
        <source>为什么？</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>装盘</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>正在写入……请不要拔盘。</source>
        <translation>Writing… do not take the stick out.</translation>
    </message>
    <message>
        <source>请先选一个 U 盘，或者只留一个；还没有写。</source>
        <translation>Choose one stick, or leave only one; nothing is written yet.</translation>
    </message>
    <message>
        <source>还没有能写的 U 盘；请插好再按一次，或选一个文件夹。</source>
        <translation>No stick can be written to yet; plug one in and press again, or choose a folder.</translation>
    </message>
    <message>
        <source>写完了，正在回读核对……请不要拔盘。</source>
        <translation>Written; reading it back… do not take the stick out.</translation>
    </message>
    <message>
        <source>装盘没有完成。
{why}</source>
        <translation>The package is not written.
{why}</translation>
    </message>
    <message>
        <source>本机数据没有改动，也没有丢失；没上报的都还在，下次装盘一起带上。</source>
        <translation>The data on this PC are unchanged and nothing is lost; what is not reported goes with the next package.</translation>
    </message>
    <message>
        <source>代码 {code}；位置 {path}</source>
        <translation>Code {code}; place {path}</translation>
    </message>
    <message>
        <source>再装一次</source>
        <translation>Write again</translation>
    </message>
    <message>
        <source>未上报 {unsent} 条</source>
        <translation>{unsent} not reported</translation>
    </message>
    <message>
        <source>上次装盘以后没有新的内容，仍可以再装一份</source>
        <translation>Nothing new since the last package; another can be written all the same</translation>
    </message>
    <message>
        <source>交给「{county}」；内容加密，只有县（区）能打开。</source>
        <translation>For “{county}”; encrypted, only the county can open it.</translation>
    </message>
    <message>
        <source>县（区）回执来到以前，已装盘的会一起再带上：不会重复，也不会漏。</source>
        <translation>Until the county&apos;s receipt comes, what was sent before goes along again: nothing twice, nothing missing.</translation>
    </message>
    <message>
        <source>盘上没写完的文件不用管，下次装盘时会自动删去。</source>
        <translation>An unfinished file on the stick does no harm; it is removed with the next package.</translation>
    </message>
    <message>
        <source>盘上如有写保护小开关，请拨开；也可以换一个 U 盘。</source>
        <translation>Look for a small write-protect switch on the stick; or take another.</translation>
    </message>
    <message>
        <source>换了密钥？</source>
        <translation>New key?</translation>
    </message>
    <message>
        <source>县（区）换了密钥，重新加入</source>
        <translation>The county has a new key; join again</translation>
    </message>
    <message>
        <source>本站还没有加入县（区）</source>
        <translation>This station has not joined a county</translation>
    </message>
    <message>
        <source>登记和打印照常使用。要上报，先与县（区）互换两个小文件，共三步。</source>
        <translation>Registering and printing work as ever. To report, exchange two small files with the county, in three steps.</translation>
    </message>
    <message>
        <source>已加入「{name}」（{code}）</source>
        <translation>Joined “{name}” ({code})</translation>
    </message>
    <message>
        <source>县（区）指纹 {fingerprint}</source>
        <translation>County&apos;s fingerprint {fingerprint}</translation>
    </message>
    <message>
        <source>加入县（区）由工作人员、站长或管理员来做；您的角色只能看。</source>
        <translation>Joining is for the clerk, the head or an administrator; your role may look only.</translation>
    </message>
    <message>
        <source>上报装盘由工作人员或站长来做；您的角色只能看。</source>
        <translation>Writing packages is for the clerk or the head; your role may look only.</translation>
    </message>
    <message>
        <source>还没有上报过</source>
        <translation>Never reported</translation>
    </message>
    <message>
        <source>距上次上报 {days} 天</source>
        <translation>Last report {days} {days:day|days} ago</translation>
    </message>
    <message>
        <source>今天已上报过</source>
        <translation>Reported today</translation>
    </message>
    <message>
        <source>{ago}（{when}，第 {sequence} 批）</source>
        <translation>{ago} ({when}, package {sequence})</translation>
    </message>
    <message>
        <source>来过 {count} 次，上次 {day}</source>
        <translation>{count} {count:visit|visits}, last {day}</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>关联为一人</source>
        <translation>Make one person of both</translation>
    </message>
    <message>
        <source>填县里的表</source>
        <translation>Fill the county&apos;s table</translation>
    </message>
    <message>
        <source>每一列填什么</source>
        <translation>What each column is filled with</translation>
    </message>
    <message>
        <source>填好另存……</source>
        <translation>Fill and save as…</translation>
    </message>
    <message>
        <source>不做了</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>留下第一人，第二人并入：各次来访归到一起，来访里的话一字不动。以后可以在“人员”里恢复成两人。</source>
        <translation>The first stays and the second is taken in: the visits come together, and no word of them changes. Under People the two can be parted again.</translation>
    </message>
    <message>
        <source>安排接待</source>
        <translation>Plan a reception</translation>
    </message>
    <message>
        <source>改到哪一天</source>
        <translation>To which day</translation>
    </message>
    <message>
        <source>如 11-25 或 2026-11-25</source>
        <translation>e.g. 11-25 or 2026-11-25</translation>
    </message>
    <message>
        <source>请写明原因</source>
        <translation>Give the reason</translation>
    </message>
    <message>
        <source>公告已张贴：改期要写明原因，改期公告随之备好，打印后请再张贴。</source>
        <translation>The notice is posted: say why it is moved. A notice of the change is prepared; print it and post it.</translation>
    </message>
    <message>
        <source>更正原因</source>
        <translation>Reason for the correction</translation>
    </message>
    <message>
        <source>可不填；终止、暂停请写清依据</source>
        <translation>Optional; for an end or a suspension, say on what ground</translation>
    </message>
    <message>
        <source>新代表</source>
        <translation>New deputy</translation>
    </message>
    <message>
        <source>更正：{name}</source>
        <translation>Correct: {name}</translation>
    </message>
    <message>
        <source>上次改到一半以后，这位代表又被更正过；请核对后再保存。</source>
        <translation>This deputy was corrected after you left your correction half done; check before you save.</translation>
    </message>
    <message>
        <source>来访人的话有改动时必须写明</source>
        <translation>Needed where the visitor&apos;s words change</translation>
    </message>
    <message>
        <source>保存更正</source>
        <translation>Save the correction</translation>
    </message>
    <message>
        <source>不改了</source>
        <translation>Leave it as it is</translation>
    </message>
    <message>
        <source>上次改到一半以后，这次来访又被更正过；请核对后再保存。</source>
        <translation>This visit was corrected since you left off; check before you save.</translation>
    </message>
    <message>
        <source>没有改动。</source>
        <translation>Nothing is changed.</translation>
    </message>
    <message>
        <source>改动了来访人反映的内容，请写明更正原因。</source>
        <translation>What the visitor said is changed; give the reason.</translation>
    </message>
    <message>
        <source>保存事项</source>
        <translation>Save the matter</translation>
    </message>
    <message>
        <source>加一件事项（一事一表）</source>
        <translation>One more matter (one form each)</translation>
    </message>
    <message>
        <source>恢复默认</source>
        <translation>Usual choice</translation>
    </message>
    <message>
        <source>已保存；下一张登记表就按这样问。</source>
        <translation>Saved; the next form asks it like this.</translation>
    </message>
    <message>
        <source>姓名或匿名、反映形式、主题总是要填。身份证号默认不问：法律没有要求来访人出示证件；不问的栏目不出现，也不进“待补”。</source>
        <translation>Name or anonymous, channel and title are always required. The ID number is not asked unless chosen: no law asks visitors to show papers; what is not asked does not appear and is never “to complete”.</translation>
    </message>
    <message>
        <source>必填</source>
        <translation>Required</translation>
    </message>
    <message>
        <source>选填</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>不问</source>
        <translation>Not asked</translation>
    </message>
    <message>
        <source>颜色</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>字号</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>随系统</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>中文</source>
        <translation>Chinese</translation>
    </message>
    <message>
        <source>已保存；语言从下次打开程序起改变。</source>
        <translation>Saved; the language changes with the next start.</translation>
    </message>
    <message>
        <source>字样：来访只录入一次，其余都由它得出。㛃𬱖䶮 0123456789</source>
        <translation>Sample: a visit is typed once, and everything else comes of it. 0123456789</translation>
    </message>
    <message>
        <source>这些由站长或管理员来改；您可以查看。</source>
        <translation>The head or an administrator changes these; you may look.</translation>
    </message>
    <message>
        <source>在下面查找</source>
        <translation>Find in the list below</translation>
    </message>
    <message>
        <source>没有保存的内容</source>
        <translation>Not saved yet</translation>
    </message>
    <message>
        <source>还没有。</source>
        <translation>None yet.</translation>
    </message>
    <message>
        <source>没有找到。</source>
        <translation>Nothing found.</translation>
    </message>
    <message>
        <source>已保存。</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>撤回这条记录：它从清单里隐去，历史里还在。</source>
        <translation>Withdraw this record: it leaves the list and stays in the history.</translation>
    </message>
    <message>
        <source>已撤回。</source>
        <translation>Withdrawn.</translation>
    </message>
    <message>
        <source>已恢复刚才撤回的记录。</source>
        <translation>The record just withdrawn is back.</translation>
    </message>
    <message>
        <source>已撤销上一次更正。</source>
        <translation>The last correction was undone.</translation>
    </message>
    <message>
        <source>撤销更正</source>
        <translation>Undo correction</translation>
    </message>
    <message>
        <source>撤销撤回</source>
        <translation>Undo withdrawal</translation>
    </message>
    <message>
        <source>站点代码 {code}：已有的编号都以它开头，不能再改。</source>
        <translation>Station code {code}: every number begins with it, and it cannot change.</translation>
    </message>
    <message>
        <source>已更正；新印的表和下一次上报用新的内容，窗口标题下次登录时更新。</source>
        <translation>Corrected; papers and the next report use it, the window&apos;s title from the next login on.</translation>
    </message>
    <message>
        <source>今天要做的事</source>
        <translation>To do today</translation>
    </message>
    <message>
        <source>最近来访</source>
        <translation>Latest visits</translation>
    </message>
    <message>
        <source>今天值班</source>
        <translation>On duty today</translation>
    </message>
    <message>
        <source>数据安全</source>
        <translation>Safety of the data</translation>
    </message>
    <message>
        <source>{count} 次来访还有空着的栏目</source>
        <translation>{count} {count:visit|visits} with empty fields</translation>
    </message>
    <message>
        <source>{count} 件待办理，还没有站长意见</source>
        <translation>{count} {count:matter|matters} to handle without the head&apos;s opinion</translation>
    </message>
    <message>
        <source>待送签</source>
        <translation>To be signed</translation>
    </message>
    <message>
        <source>超期 {days} 天</source>
        <translation>{days} {days:day|days} overdue</translation>
    </message>
    <message>
        <source>今天到期</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>还有 {days} 个工作日</source>
        <translation>{days} working {days:day|days} left</translation>
    </message>
    <message>
        <source>{words}（待公布）</source>
        <translation>{words} (to be announced)</translation>
    </message>
    <message>
        <source>已完成，{day}</source>
        <translation>Done {day}</translation>
    </message>
    <message>
        <source>超期完成，{day}</source>
        <translation>Done late, {day}</translation>
    </message>
    <message>
        <source>不再计，{day}</source>
        <translation>No longer counted, {day}</translation>
    </message>
    <message>
        <source>{start} 起 {number} {unit}</source>
        <translation>{number} {unit} from {start}</translation>
    </message>
    <message>
        <source>{count} 件事项</source>
        <translation>{count} {count:matter|matters}</translation>
    </message>
    <message>
        <source>年度计划还有 {count} 项要办</source>
        <translation>{count} more {count:thing|things} of the year&apos;s plan {count:is|are} to be done</translation>
    </message>
    <message>
        <source>未上报</source>
        <translation>Not reported</translation>
    </message>
    <message>
        <source>没有待办的事。来访人到站后，按 F2 登记。</source>
        <translation>Nothing to do. When a visitor comes, press F2.</translation>
    </message>
    <message>
        <source>公告已过张贴期限</source>
        <translation>Notice past its day</translation>
    </message>
    <message>
        <source>公告该张贴了</source>
        <translation>Notice to be posted</translation>
    </message>
    <message>
        <source>{held} 接待日，最迟 {due} 张贴</source>
        <translation>Reception day {held}, to be posted by {due}</translation>
    </message>
    <message>
        <source>小组活动已过通知期限</source>
        <translation>The notice of a group activity is overdue</translation>
    </message>
    <message>
        <source>小组活动该通知了</source>
        <translation>A group activity is to be announced</translation>
    </message>
    <message>
        <source>{held} {topic}，最迟 {due} 通知</source>
        <translation>{held} {topic}, notice due by {due}</translation>
    </message>
    <message>
        <source>通知</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>应在 {day} 办</source>
        <translation>Due on {day}</translation>
    </message>
    <message>
        <source>{day} 起共 {count} 次没有记为完成</source>
        <translation>{count} {count:time|times} since {day} not marked as done</translation>
    </message>
    <message>
        <source>计划超期</source>
        <translation>Plan overdue</translation>
    </message>
    <message>
        <source>计划</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>还没有来访登记。</source>
        <translation>No visit registered yet.</translation>
    </message>
    <message>
        <source>{starts} 代表接待日&#x3000;{state}</source>
        <translation>{starts} reception day&#x3000;{state}</translation>
    </message>
    <message>
        <source>今天还没有登记接待代表。</source>
        <translation>No deputy has received anybody today.</translation>
    </message>
    <message>
        <source>还没有备份：电脑坏了，登记就没有了。请现在备份。</source>
        <translation>No backup yet: if this PC breaks, the register is gone. Make one now.</translation>
    </message>
    <message>
        <source>已保存的内容都在备份里，上次备份 {when}。</source>
        <translation>All that is saved is in a backup; the last one {when}.</translation>
    </message>
    <message>
        <source>上次备份 {when}，之后的登记还不在备份里。请现在备份。</source>
        <translation>Last backup {when}; what was registered since is in none. Make one now.</translation>
    </message>
    <message>
        <source>还没有上报过，未上报 {count} 条</source>
        <translation>Never reported, {count} not reported</translation>
    </message>
    <message>
        <source>今天上报过，未上报 {count} 条</source>
        <translation>Reported today, {count} not reported</translation>
    </message>
    <message>
        <source>距上次上报 {days} 天（未上报 {count} 条）</source>
        <translation>Last report {days} {days:day|days} ago ({count} not reported)</translation>
    </message>
    <message>
        <source>已备份，并读回核对过。</source>
        <translation>Backed up and read back.</translation>
    </message>
    <message>
        <source>正在等候</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>姓名（可不填）</source>
        <translation>Name (may be empty)</translation>
    </message>
    <message>
        <source>来等候的人的姓名，可以不填</source>
        <translation>Name of who waits, may be empty</translation>
    </message>
    <message>
        <source>取号</source>
        <translation>Take a number</translation>
    </message>
    <message>
        <source>{count} 人</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>没有人在等候。</source>
        <translation>Nobody waits.</translation>
    </message>
    <message>
        <source>未留姓名</source>
        <translation>No name given</translation>
    </message>
    <message>
        <source>等候 {minutes} 分钟</source>
        <translation>Waiting {minutes} {minutes:minute|minutes}</translation>
    </message>
    <message>
        <source>开始接待</source>
        <translation>Receive</translation>
    </message>
    <message>
        <source>等久了</source>
        <translation>Long wait</translation>
    </message>
    <message>
        <source>走了</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filter</translation>
    </message>
    <message>
        <source>没有符合筛选的来访。</source>
        <translation>No visit matches the filter.</translation>
    </message>
    <message>
        <source>还没有登记过来访。</source>
        <translation>No visit has been registered yet.</translation>
    </message>
    <message>
        <source>登记过的来访都已撤回。</source>
        <translation>Every visit registered has been withdrawn.</translation>
    </message>
    <message>
        <source>正在生成台账，行数多时要等一会儿……</source>
        <translation>Drawing the ledger; many rows take a while…</translation>
    </message>
    <message>
        <source>导出表格</source>
        <translation>Export sheet</translation>
    </message>
    <message>
        <source>Excel 表格 (*.xlsx)</source>
        <translation>Excel sheet (*.xlsx)</translation>
    </message>
    <message>
        <source>正在导出表格……</source>
        <translation>Exporting the sheet…</translation>
    </message>
    <message>
        <source>填好另存</source>
        <translation>Save the filled table</translation>
    </message>
    <message>
        <source>（公开版）</source>
        <translation> (public edition)</translation>
    </message>
    <message>
        <source>共 {count} 次</source>
        <translation>{count} {count:visit|visits}</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>含“{text}”</source>
        <translation>with “{text}”</translation>
    </message>
    <message>
        <source>最近的在前</source>
        <translation>Latest first</translation>
    </message>
    <message>
        <source>最早的在前</source>
        <translation>Earliest first</translation>
    </message>
    <message>
        <source>按{column}从大到小</source>
        <translation>By {column}, greatest first</translation>
    </message>
    <message>
        <source>按{column}从小到大</source>
        <translation>By {column}, least first</translation>
    </message>
    <message>
        <source>{since} 至 {until}</source>
        <translation>{since} to {until}</translation>
    </message>
    <message>
        <source>{since} 起</source>
        <translation>from {since}</translation>
    </message>
    <message>
        <source>到 {until} 为止</source>
        <translation>until {until}</translation>
    </message>
    <message>
        <source>表格里有个人信息，且没有加密，请妥善保管，用完即删。</source>
        <translation>The sheet holds personal data and is not encrypted: keep it safe and delete it after use.</translation>
    </message>
    <message>
        <source>共 {count} 件</source>
        <translation>{count} {count:matter|matters}</translation>
    </message>
    <message>
        <source>没有符合筛选的事项。</source>
        <translation>No matter matches the filter.</translation>
    </message>
    <message>
        <source>还没有登记过事项。</source>
        <translation>No matter has been registered yet.</translation>
    </message>
    <message>
        <source>登记过的事项都已撤回。</source>
        <translation>Every matter registered has been withdrawn.</translation>
    </message>
    <message>
        <source>已导出 {count} 件事项：{path}。</source>
        <translation>{count} {count:matter|matters} exported: {path}. </translation>
    </message>
    <message>
        <source>姓名、拼音、电话尾号、身份证尾号或住址&#x3000;Ctrl+F</source>
        <translation>Name, pinyin, end of phone or ID number, or address&#x3000;Ctrl+F</translation>
    </message>
    <message>
        <source>共 {count} 人</source>
        <translation>{count} {count:person|people}</translation>
    </message>
    <message>
        <source>没有符合筛选的人员。</source>
        <translation>No person matches the filter.</translation>
    </message>
    <message>
        <source>还没有人员；登记来访时自动记入。</source>
        <translation>Nobody yet; who is registered comes in here.</translation>
    </message>
    <message>
        <source>人员都已撤回。</source>
        <translation>Every person has been withdrawn.</translation>
    </message>
    <message>
        <source>已导出 {count} 人：{path}。</source>
        <translation>{count} {count:person|people} exported: {path}. </translation>
    </message>
    <message>
        <source>姓名、拼音、单位、选区或小组&#x3000;Ctrl+F</source>
        <translation>Name, pinyin, employer, constituency or group&#x3000;Ctrl+F</translation>
    </message>
    <message>
        <source>共 {count} 名代表</source>
        <translation>{count} {count:deputy|deputies}</translation>
    </message>
    <message>
        <source>没有符合筛选的代表。</source>
        <translation>No deputy matches the filter.</translation>
    </message>
    <message>
        <source>还没有代表名册。</source>
        <translation>No roster of deputies yet.</translation>
    </message>
    <message>
        <source>代表都已撤回。</source>
        <translation>Every deputy has been withdrawn.</translation>
    </message>
    <message>
        <source>已导出 {count} 名代表：{path}。</source>
        <translation>{count} {count:deputy|deputies} exported: {path}. </translation>
    </message>
    <message>
        <source>会议、议题、编号、发言或承诺里的词&#x3000;Ctrl+F</source>
        <translation>Words of a meeting, topic, statement or promise, or a number  Ctrl+F</translation>
    </message>
    <message>
        <source>没有符合筛选的恳谈会。</source>
        <translation>No consultation matches the filter.</translation>
    </message>
    <message>
        <source>还没有恳谈会。</source>
        <translation>There is no consultation yet.</translation>
    </message>
    <message>
        <source>恳谈会都已撤回。</source>
        <translation>All consultations are withdrawn.</translation>
    </message>
    <message>
        <source>已导出 {count} 次恳谈会：{path}。</source>
        <translation>Exported {count} {count:consultation|consultations}: {path}.</translation>
    </message>
    <message>
        <source>承诺</source>
        <translation>Promises</translation>
    </message>
    <message>
        <source>承诺内容、责任单位、提出人或会议&#x3000;Ctrl+F</source>
        <translation>Promise, responsible unit, who raised it, or meeting  Ctrl+F</translation>
    </message>
    <message>
        <source>共 {count} 项</source>
        <translation>{count} {count:promise|promises}</translation>
    </message>
    <message>
        <source>没有符合筛选的承诺。</source>
        <translation>No promise matches the filter.</translation>
    </message>
    <message>
        <source>还没有承诺；在恳谈会记录里记下。</source>
        <translation>There is no promise yet; they are noted in the record of a consultation.</translation>
    </message>
    <message>
        <source>承诺都已撤回。</source>
        <translation>All promises are withdrawn.</translation>
    </message>
    <message>
        <source>已导出 {count} 项承诺：{path}。</source>
        <translation>Exported {count} {count:promise|promises}: {path}.</translation>
    </message>
    <message>
        <source>议事组织</source>
        <translation>Deliberation body</translation>
    </message>
    <message>
        <source>姓名、拼音、单位或职务&#x3000;Ctrl+F</source>
        <translation>Name, pinyin, unit or post  Ctrl+F</translation>
    </message>
    <message>
        <source>共 {count} 名成员</source>
        <translation>{count} {count:member|members}</translation>
    </message>
    <message>
        <source>没有符合筛选的成员。</source>
        <translation>No member matches the filter.</translation>
    </message>
    <message>
        <source>还没有议事组织成员名册。</source>
        <translation>There is no roster of the deliberation body yet.</translation>
    </message>
    <message>
        <source>成员都已撤回。</source>
        <translation>All members are withdrawn.</translation>
    </message>
    <message>
        <source>已导出 {count} 名成员：{path}。</source>
        <translation>Exported {count} {count:member|members}: {path}.</translation>
    </message>
    <message>
        <source>备份文件</source>
        <translation>Backup file</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>备份恢复后，本机现有的数据另存一旁，不会删去。请输入备份那时的登录名和密码。</source>
        <translation>After restoring, the present data are kept aside and not deleted. Use a login and password of the time of the backup.</translation>
    </message>
    <message>
        <source>正在备份，请稍候……</source>
        <translation>Backing up, please wait…</translation>
    </message>
    <message>
        <source>没有备份成：{why}</source>
        <translation>No backup was made: {why}</translation>
    </message>
    <message>
        <source>正在整理查找索引，登记不受影响……</source>
        <translation>Putting the index of finding in order; registering goes on…</translation>
    </message>
    <message>
        <source>正在整理查找索引，还有 {count} 条，登记不受影响……</source>
        <translation>Putting the index of finding in order, {count} left; registering goes on…</translation>
    </message>
    <message>
        <source>已自动备份</source>
        <translation>Backed up</translation>
    </message>
    <message>
        <source>已自动备份；备份副本的文件夹不在，没有另存副本</source>
        <translation>Backed up; the folder of the second copy is not there, so no copy was made</translation>
    </message>
    <message>
        <source>已自动备份，并另存了副本</source>
        <translation>Backed up, with a second copy</translation>
    </message>
    <message>
        <source>锁定</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>左右键选一列，空格键按它排序，回车键打开。</source>
        <translation>Left and right choose a column, Space orders by it, Enter opens.</translation>
    </message>
    <message>
        <source>恢复原来的栏目和宽度</source>
        <translation>Columns and widths as they were</translation>
    </message>
    <message>
        <source>数据文件的设置</source>
        <translation>Settings of the data file</translation>
    </message>
    <message>
        <source>数据文件的版本</source>
        <translation>Version of the data file</translation>
    </message>
    <message>
        <source>每一页的校验值</source>
        <translation>Checksum of every page</translation>
    </message>
    <message>
        <source>数据文件的结构</source>
        <translation>Structure of the data file</translation>
    </message>
    <message>
        <source>记录之间的引用</source>
        <translation>References between records</translation>
    </message>
    <message>
        <source>修改留痕的机关</source>
        <translation>What keeps the trail of changes</translation>
    </message>
    <message>
        <source>密钥文件</source>
        <translation>Key file</translation>
    </message>
    <message>
        <source>用户与密钥相符</source>
        <translation>Users and keys agree</translation>
    </message>
    <message>
        <source>审计链</source>
        <translation>Audit chain</translation>
    </message>
    <message>
        <source>附件内容</source>
        <translation>Content of attachments</translation>
    </message>
    <message>
        <source>附件所属的记录</source>
        <translation>Records of attachments</translation>
    </message>
    <message>
        <source>待上报的记录</source>
        <translation>Records to be reported</translation>
    </message>
    <message>
        <source>每次来访都有事项</source>
        <translation>Every visit has a matter</translation>
    </message>
    <message>
        <source>版本次序</source>
        <translation>Order of versions</translation>
    </message>
    <message>
        <source>查找的结果</source>
        <translation>What was found</translation>
    </message>
    <message>
        <source>{kind}（只列最近的几条）</source>
        <translation>{kind} (the latest only)</translation>
    </message>
    <message>
        <source>没有找到。可用姓名、拼音首字母、电话、编号或内容里的词。</source>
        <translation>Nothing found. Try a name, pinyin initials, a phone, a number or a word of the matter.</translation>
    </message>
    <message>
        <source>查找  Ctrl+K</source>
        <translation>Find  Ctrl+K</translation>
    </message>
    <message>
        <source>查找：姓名、拼音、电话、编号、内容</source>
        <translation>Find: name, pinyin, phone, number, content</translation>
    </message>
    <message>
        <source>台账</source>
        <translation>Ledgers</translation>
    </message>
    <message>
        <source>是同一人</source>
        <translation>The same</translation>
    </message>
    <message>
        <source>不是</source>
        <translation>Another</translation>
    </message>
    <message>
        <source>可能是同一人：{who}（{why}）</source>
        <translation>Perhaps the same: {who} ({why})</translation>
    </message>
    <message>
        <source>同名</source>
        <translation>same name</translation>
    </message>
    <message>
        <source>名字是异体字</source>
        <translation>a variant character in the name</translation>
    </message>
    <message>
        <source>名字同音</source>
        <translation>names sound the same</translation>
    </message>
    <message>
        <source>名字少一个字</source>
        <translation>a character less in the name</translation>
    </message>
    <message>
        <source>电话相同</source>
        <translation>same phone</translation>
    </message>
    <message>
        <source>电话尾号相同</source>
        <translation>same end of the phone</translation>
    </message>
    <message>
        <source>出生年月相同</source>
        <translation>same month of birth</translation>
    </message>
    <message>
        <source>身份证号相同</source>
        <translation>same ID number</translation>
    </message>
    <message>
        <source>同一村社区</source>
        <translation>same village or community</translation>
    </message>
    <message>
        <source>第 {n} 列</source>
        <translation>Column {n}</translation>
    </message>
    <message>
        <source>{column} 这一列是</source>
        <translation>The column {column} is</translation>
    </message>
    <message>
        <source>不用这一列</source>
        <translation>Not used</translation>
    </message>
    <message>
        <source>序号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>办理动作</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>录入时间</source>
        <translation>Entered at</translation>
    </message>
    <message>
        <source>录入人</source>
        <translation>Entered by</translation>
    </message>
    <message>
        <source>原状态</source>
        <translation>State before</translation>
    </message>
    <message>
        <source>新状态</source>
        <translation>State after</translation>
    </message>
    <message>
        <source>签字人</source>
        <translation>Signed by</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>站长的书面理由</source>
        <translation>Head’s written reason</translation>
    </message>
    <message>
        <source>筹备</source>
        <translation>Prepare</translation>
    </message>
    <message>
        <source>签到</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>意见去向</source>
        <translation>Routes</translation>
    </message>
    <message>
        <source>承诺事项</source>
        <translation>Promise</translation>
    </message>
    <message>
        <source>历次</source>
        <translation>Series</translation>
    </message>
    <message>
        <source>限期</source>
        <translation>By</translation>
    </message>
    <message>
        <source>测评</source>
        <translation>Evaluate</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>Way</translation>
    </message>
    <message>
        <source>对方</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>电话报告时间</source>
        <translation>Phoned at</translation>
    </message>
    <message>
        <source>电话接报人</source>
        <translation>Phoned to</translation>
    </message>
    <message>
        <source>另一事项</source>
        <translation>Other matter</translation>
    </message>
    <message>
        <source>周末</source>
        <translation>weekend</translation>
    </message>
    <message>
        <source>元旦</source>
        <translation>New Year</translation>
    </message>
    <message>
        <source>春节</source>
        <translation>Spring Festival</translation>
    </message>
    <message>
        <source>清明</source>
        <translation>Qingming</translation>
    </message>
    <message>
        <source>清明节</source>
        <translation>Qingming</translation>
    </message>
    <message>
        <source>劳动节</source>
        <translation>Labour Day</translation>
    </message>
    <message>
        <source>端午</source>
        <translation>Dragon Boat</translation>
    </message>
    <message>
        <source>端午节</source>
        <translation>Dragon Boat</translation>
    </message>
    <message>
        <source>中秋</source>
        <translation>Mid-Autumn</translation>
    </message>
    <message>
        <source>中秋节</source>
        <translation>Mid-Autumn</translation>
    </message>
    <message>
        <source>国庆节</source>
        <translation>National Day</translation>
    </message>
    <message>
        <source>一周内到期</source>
        <translation>Due within a week</translation>
    </message>
    <message>
        <source>已超期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>未分议题</source>
        <translation>On no item</translation>
    </message>
    <message>
        <source>未填期限</source>
        <translation>No date</translation>
    </message>
    <message>
        <source>{day}前</source>
        <translation>by {day}</translation>
    </message>
    <message>
        <source>已转为承诺 {number}：{facts}</source>
        <translation>Became commitment {number}: {facts}</translation>
    </message>
    <message>
        <source>有意见未定去向</source>
        <translation>Opinions without a route</translation>
    </message>
    <message>
        <source>未向提出人反馈</source>
        <translation>Not told to who raised it</translation>
    </message>
    <message>
        <source>任期内</source>
        <translation>In term</translation>
    </message>
    <message>
        <source>任期已满</source>
        <translation>Term ended</translation>
    </message>
    <message>
        <source>恳谈会台账</source>
        <translation>Ledger of consultations</translation>
    </message>
    <message>
        <source>应到</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>实到</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>已定去向</source>
        <translation>Routed</translation>
    </message>
    <message>
        <source>只看有意见未定去向</source>
        <translation>With opinions without a route only</translation>
    </message>
    <message>
        <source>承诺事项台账</source>
        <translation>Ledger of promises</translation>
    </message>
    <message>
        <source>恳谈会编号</source>
        <translation>Consultation number</translation>
    </message>
    <message>
        <source>项次</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>只看超期</source>
        <translation>Overdue only</translation>
    </message>
    <message>
        <source>只看一周内到期</source>
        <translation>Due within a week only</translation>
    </message>
    <message>
        <source>只看未填期限</source>
        <translation>Without unit or day only</translation>
    </message>
    <message>
        <source>只看未反馈</source>
        <translation>Not told only</translation>
    </message>
    <message>
        <source>议事组织成员名册</source>
        <translation>Roster of the deliberation body</translation>
    </message>
    <message>
        <source>只看任期内</source>
        <translation>In term only</translation>
    </message>
    <message>
        <source>待反馈</source>
        <translation>Awaiting feedback</translation>
    </message>
    <message>
        <source>交办单</source>
        <translation>Hand-over</translation>
    </message>
    <message>
        <source>告知单</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>退回申请单</source>
        <translation>Return request</translation>
    </message>
    <message>
        <source>延期申请单</source>
        <translation>Extension request</translation>
    </message>
    <message>
        <source>催办单</source>
        <translation>Chasing notice</translation>
    </message>
    <message>
        <source>办理情况反馈单</source>
        <translation>Reply sheet</translation>
    </message>
    <message>
        <source>征询意见表</source>
        <translation>Evaluation sheet</translation>
    </message>
    <message>
        <source>反馈给</source>
        <translation>Tell</translation>
    </message>
    <message>
        <source>另一事项的编号</source>
        <translation>Number of the other matter</translation>
    </message>
    <message>
        <source>测评人</source>
        <translation>Who was asked</translation>
    </message>
    <message>
        <source>建议去向</source>
        <translation>Suggested route</translation>
    </message>
    <message>
        <source>建议承办单位</source>
        <translation>Suggested unit</translation>
    </message>
    <message>
        <source>纸面上是谁签的</source>
        <translation>Who signed the paper</translation>
    </message>
    <message>
        <source>用顿号分开</source>
        <translation>Separated by commas</translation>
    </message>
    <message>
        <source>交给被反映单位时必填</source>
        <translation>Needed where it goes to the unit it is about</translation>
    </message>
    <message>
        <source>代表本人或亲属的个人问题</source>
        <translation>a personal matter of the deputy or his relatives</translation>
    </message>
    <message>
        <source>转递群众来信、申诉</source>
        <translation>passing on letters or appeals</translation>
    </message>
    <message>
        <source>学术探讨、产品推介</source>
        <translation>academic debate or product promotion</translation>
    </message>
    <message>
        <source>没有具体内容</source>
        <translation>no concrete content</translation>
    </message>
    <message>
        <source>对在审案件的意见</source>
        <translation>an opinion on a pending case</translation>
    </message>
    <message>
        <source>为某单位承揽项目说话</source>
        <translation>speaking for a bidder</translation>
    </message>
    <message>
        <source>其他不应作为建议的</source>
        <translation>anything else that is no suggestion</translation>
    </message>
    <message>
        <source>以上情形都没有</source>
        <translation>None of these applies</translation>
    </message>
    <message>
        <source>记下这一步</source>
        <translation>Enter this step</translation>
    </message>
    <message>
        <source>写明为什么更正，会留在历史里</source>
        <translation>Say why it is corrected; it stays in the history</translation>
    </message>
    <message>
        <source>更正这一步</source>
        <translation>Correct this step</translation>
    </message>
    <message>
        <source>更正「{move}」</source>
        <translation>Correct &quot;{move}&quot;</translation>
    </message>
    <message>
        <source>请先核对：有上列情形的，不应作为代表建议提出。</source>
        <translation>Please check first: where one of these applies it must not be raised as a suggestion.</translation>
    </message>
    <message>
        <source>原来的内容留在办理过程里；由这一步推出的期限会重新算。</source>
        <translation>What it said stays in the trail; the limits that follow from this step are counted again.</translation>
    </message>
    <message>
        <source>不应作为建议提出的：</source>
        <translation>Not to be raised as a suggestion: </translation>
    </message>
    <message>
        <source>先电话报告，再补书面；这里记下电话报告的时间和接报人。</source>
        <translation>Report by phone first, in writing later; note here when and to whom it was phoned.</translation>
    </message>
    <message>
        <source>应在原时限以前提出；最迟可延至 {day}。</source>
        <translation>To be asked for before the limit; it can be put off to {day} at the latest.</translation>
    </message>
    <message>
        <source>按纸质件补记：日期和签字人以纸面为准。</source>
        <translation>Entered from paper: day and signer are those on the paper.</translation>
    </message>
    <message>
        <source>办理清单</source>
        <translation>Work lists</translation>
    </message>
    <message>
        <source>催办所选</source>
        <translation>Chase the chosen</translation>
    </message>
    <message>
        <source>打印催办单</source>
        <translation>Print chasing notices</translation>
    </message>
    <message>
        <source>打印送签单</source>
        <translation>Print signing list</translation>
    </message>
    <message>
        <source>撤销这次催办</source>
        <translation>Undo this chasing</translation>
    </message>
    <message>
        <source>月份</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>月报</source>
        <translation>Monthly report</translation>
    </message>
    <message>
        <source>请先勾选要催办的事项。</source>
        <translation>Tick the matters to chase first.</translation>
    </message>
    <message>
        <source>没有要办的。</source>
        <translation>Nothing to do.</translation>
    </message>
    <message>
        <source>只列最近到期的 {count} 件。</source>
        <translation>Only the {count} nearest {count:is|are} listed.</translation>
    </message>
    <message>
        <source>建议 {what}</source>
        <translation>Suggested: {what}</translation>
    </message>
    <message>
        <source>再列一些</source>
        <translation>List more</translation>
    </message>
    <message>
        <source>已催办 {count} 次</source>
        <translation>chased {count} {count:time|times}</translation>
    </message>
    <message>
        <source>选 {number}</source>
        <translation>Choose {number}</translation>
    </message>
    <message>
        <source>已催办 {count} 件。</source>
        <translation>{count} {count:matter|matters} chased.</translation>
    </message>
    <message>
        <source>已撤销这次催办。</source>
        <translation>The chasing was undone.</translation>
    </message>
    <message>
        <source>新单位</source>
        <translation>New unit</translation>
    </message>
    <message>
        <source>导入规则包</source>
        <translation>Import a rule pack</translation>
    </message>
    <message>
        <source>导入节假日日历</source>
        <translation>Import rest days</translation>
    </message>
    <message>
        <source>这个文件没有导入，什么也没有改动；请按各处的提示改好再导入。</source>
        <translation>This file was not imported; nothing was changed. Please mend the places named below and import it again.</translation>
    </message>
    <message>
        <source>已导入「{name}」，{day} 起现行；已经开始的事项仍按原来的规则。</source>
        <translation>&quot;{name}&quot; is imported and in force from {day}; matters that had begun keep their rules.</translation>
    </message>
    <message>
        <source>已导入 {year} 年日历；{count} 件事项的期限重新算过。</source>
        <translation>The calendar of {year} was imported; the limits of {count} {count:matter|matters} were counted again.</translation>
    </message>
    <message>
        <source>{day} 起&#x3000;{count} 条规则</source>
        <translation>from {day}&#x3000;{count} {count:rule|rules}</translation>
    </message>
    <message>
        <source>已有节假日安排的年份：{years}。其余年份只按周末算，注明待公布。</source>
        <translation>Years whose days of rest are known: {years}. All others have their weekends alone and are marked as not yet announced.</translation>
    </message>
    <message>
        <source>规则包 (*.toml)</source>
        <translation>Rule packs (*.toml)</translation>
    </message>
    <message>
        <source>日历文件 (*.toml)</source>
        <translation>Calendar file (*.toml)</translation>
    </message>
    <message>
        <source>现行</source>
        <translation>in force</translation>
    </message>
    <message>
        <source>自带</source>
        <translation>built in</translation>
    </message>
    <message>
        <source>{label}：{number} {unit}</source>
        <translation>{label}: {number} {unit}</translation>
    </message>
    <message>
        <source>{first} 至 {last}</source>
        <translation>{first} to {last}</translation>
    </message>
    <message>
        <source>代表姓名</source>
        <translation>Deputy&apos;s name</translation>
    </message>
    <message>
        <source>履职类别</source>
        <translation>Kind of duty</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>工作情况</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>成效</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>时长（半天）</source>
        <translation>Half days</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>来源记录</source>
        <translation>Source record</translation>
    </message>
    <message>
        <source>走访代表</source>
        <translation>Visiting deputies</translation>
    </message>
    <message>
        <source>走访日期</source>
        <translation>Day of the visit</translation>
    </message>
    <message>
        <source>规则名称</source>
        <translation>Name of the rule</translation>
    </message>
    <message>
        <source>按什么定</source>
        <translation>Set by</translation>
    </message>
    <message>
        <source>星期几</source>
        <translation>Weekdays</translation>
    </message>
    <message>
        <source>1 为周一；可填几个</source>
        <translation>1 is Monday; several may be given</translation>
    </message>
    <message>
        <source>每几周</source>
        <translation>Every how many weeks</translation>
    </message>
    <message>
        <source>第几个</source>
        <translation>Which of the month</translation>
    </message>
    <message>
        <source>-1 为最后一个</source>
        <translation>-1 is the last</translation>
    </message>
    <message>
        <source>几日</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>如 9、19；-1 为月末</source>
        <translation>As 9, 19; -1 is the last</translation>
    </message>
    <message>
        <source>哪几个月</source>
        <translation>Months</translation>
    </message>
    <message>
        <source>不填为每月</source>
        <translation>Empty: every month</translation>
    </message>
    <message>
        <source>公历或农历</source>
        <translation>Solar or lunar</translation>
    </message>
    <message>
        <source>如 2026-03-05、2026-06-05</source>
        <translation>As 2026-03-05, 2026-06-05</translation>
    </message>
    <message>
        <source>开始时间</source>
        <translation>Begins</translation>
    </message>
    <message>
        <source>结束时间</source>
        <translation>Ends</translation>
    </message>
    <message>
        <source>周末算休息日</source>
        <translation>Weekends are rest days</translation>
    </message>
    <message>
        <source>提前几天张贴公告</source>
        <translation>Days the notice hangs before</translation>
    </message>
    <message>
        <source>从哪天起</source>
        <translation>Valid from</translation>
    </message>
    <message>
        <source>如 2026-01-01</source>
        <translation>As 2026-01-01</translation>
    </message>
    <message>
        <source>到哪天止</source>
        <translation>Valid to</translation>
    </message>
    <message>
        <source>不填为一直有效</source>
        <translation>Empty: stays valid</translation>
    </message>
    <message>
        <source>走访地点</source>
        <translation>Place of the visit</translation>
    </message>
    <message>
        <source>走访形式</source>
        <translation>Way of the visit</translation>
    </message>
    <message>
        <source>联系户</source>
        <translation>Contact household</translation>
    </message>
    <message>
        <source>上门</source>
        <translation>At home</translation>
    </message>
    <message>
        <source>走访对象</source>
        <translation>Visited</translation>
    </message>
    <message>
        <source>走访人数</source>
        <translation>People visited</translation>
    </message>
    <message>
        <source>了解的情况</source>
        <translation>What was learnt</translation>
    </message>
    <message>
        <source>意见建议</source>
        <translation>Opinions</translation>
    </message>
    <message>
        <source>当场处理</source>
        <translation>Settled on the spot</translation>
    </message>
    <message>
        <source>到会情况</source>
        <translation>Attendance</translation>
    </message>
    <message>
        <source>缺席原因</source>
        <translation>Reason of absence</translation>
    </message>
    <message>
        <source>活动日期</source>
        <translation>Day of the activity</translation>
    </message>
    <message>
        <source>活动地点</source>
        <translation>Place of the activity</translation>
    </message>
    <message>
        <source>召集人</source>
        <translation>Convener</translation>
    </message>
    <message>
        <source>活动主题</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>活动内容及要求</source>
        <translation>Content and requirements</translation>
    </message>
    <message>
        <source>活动成果</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>通知日期</source>
        <translation>Announced on</translation>
    </message>
    <message>
        <source>通知期限</source>
        <translation>Notice due by</translation>
    </message>
    <message>
        <source>考勤</source>
        <translation>Attendance</translation>
    </message>
    <message>
        <source>接待日规则</source>
        <translation>Reception rule</translation>
    </message>
    <message>
        <source>规则正文</source>
        <translation>Text of the rule</translation>
    </message>
    <message>
        <source>请假人</source>
        <translation>Who asks for leave</translation>
    </message>
    <message>
        <source>请假起</source>
        <translation>Leave from</translation>
    </message>
    <message>
        <source>请假止</source>
        <translation>Leave to</translation>
    </message>
    <message>
        <source>活动</source>
        <translation>Activity</translation>
    </message>
    <message>
        <source>请假事由</source>
        <translation>Reason of the leave</translation>
    </message>
    <message>
        <source>申请日期</source>
        <translation>Asked on</translation>
    </message>
    <message>
        <source>批准人</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>批准日期</source>
        <translation>Approved on</translation>
    </message>
    <message>
        <source>接待日</source>
        <translation>Reception day</translation>
    </message>
    <message>
        <source>公告种类</source>
        <translation>Kind of notice</translation>
    </message>
    <message>
        <source>接待日期</source>
        <translation>Day of reception</translation>
    </message>
    <message>
        <source>原定日期</source>
        <translation>Planned day</translation>
    </message>
    <message>
        <source>议程编码</source>
        <translation>Code of the agenda item</translation>
    </message>
    <message>
        <source>议程</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>应听取事项</source>
        <translation>What must be heard</translation>
    </message>
    <message>
        <source>已听取</source>
        <translation>Heard</translation>
    </message>
    <message>
        <source>补正时间</source>
        <translation>Added at</translation>
    </message>
    <message>
        <source>补正人</source>
        <translation>Added by</translation>
    </message>
    <message>
        <source>还没有办完的</source>
        <translation>Still open</translation>
    </message>
    <message>
        <source>审签</source>
        <translation>Sign-off</translation>
    </message>
    <message>
        <source>已作的补正</source>
        <translation>Additions made</translation>
    </message>
    <message>
        <source>审签人（按纸质件补记）</source>
        <translation>Signed by (entered from paper)</translation>
    </message>
    <message>
        <source>补正内容</source>
        <translation>What is added</translation>
    </message>
    <message>
        <source>补正原因</source>
        <translation>Why it is added</translation>
    </message>
    <message>
        <source>{what}。仍然整理完毕吗？以后还可以补。</source>
        <translation>{what}. Put it in order all the same? They can still be filled in later.</translation>
    </message>
    <message>
        <source>已审签，记录已固定。</source>
        <translation>Signed; the record is frozen.</translation>
    </message>
    <message>
        <source>已补正，原记录没有改动。</source>
        <translation>Added; the record itself was not changed.</translation>
    </message>
    <message>
        <source>意见都有去向，承诺都有期限，参加人都已签到。</source>
        <translation>Every opinion has its route, every commitment its date, and everybody has signed in.</translation>
    </message>
    <message>
        <source>已整理完毕。打印记录送审签，签好后在这里补记。</source>
        <translation>In order. Print the record for signature, then enter here who signed it.</translation>
    </message>
    <message>
        <source>重新打开记录：已记入的履职纪实会撤回，整理完毕时重新记入。</source>
        <translation>Reopen the record: the duty entries made are withdrawn, and made anew when it is in order again.</translation>
    </message>
    <message>
        <source>已重新打开，可以继续记录。</source>
        <translation>Reopened; recording can go on.</translation>
    </message>
    <message>
        <source>补记审签</source>
        <translation>Enter the signature</translation>
    </message>
    <message>
        <source>还有 {count} 条意见没有去向</source>
        <translation>{count} {count:opinion has|opinions have} no route yet</translation>
    </message>
    <message>
        <source>还有 {count} 项承诺未填单位或期限</source>
        <translation>{count} {count:commitment lacks|commitments lack} a unit or a date</translation>
    </message>
    <message>
        <source>还有 {count} 位参加人没有签到</source>
        <translation>{count} {count:participant has|participants have} not signed in</translation>
    </message>
    <message>
        <source>已审签：{who}，{day}。记录已固定，只能补正。</source>
        <translation>Signed by {who} on {day}. The record is frozen and can only be added to.</translation>
    </message>
    <message>
        <source>整理完毕，送审签：打印记录，请负责人在纸上签字，签好后在这里补记。</source>
        <translation>In order, for signature: print the record, have the head sign it on paper, then enter it here.</translation>
    </message>
    <message>
        <source>现在是「{state}」。</source>
        <translation>It is now “{state}”.</translation>
    </message>
    <message>
        <source>恳谈类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>会议名称</source>
        <translation>Name of the meeting</translation>
    </message>
    <message>
        <source>议题</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>议题来源</source>
        <translation>Where the topic came from</translation>
    </message>
    <message>
        <source>会议日期</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>会议地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>主持人</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>主持人职务</source>
        <translation>Host&apos;s post</translation>
    </message>
    <message>
        <source>规模</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>自愿报名人数</source>
        <translation>Volunteers</translation>
    </message>
    <message>
        <source>邀请人数</source>
        <translation>Invited people</translation>
    </message>
    <message>
        <source>随机抽取人数</source>
        <translation>People drawn</translation>
    </message>
    <message>
        <source>发布渠道</source>
        <translation>Published through</translation>
    </message>
    <message>
        <source>会议材料</source>
        <translation>Papers for the meeting</translation>
    </message>
    <message>
        <source>公告期限</source>
        <translation>Post by</translation>
    </message>
    <message>
        <source>公告日期</source>
        <translation>Announced on</translation>
    </message>
    <message>
        <source>年度议事会议</source>
        <translation>Yearly meeting</translation>
    </message>
    <message>
        <source>开始记录</source>
        <translation>Begin the record</translation>
    </message>
    <message>
        <source>审签日期</source>
        <translation>Signed on paper on</translation>
    </message>
    <message>
        <source>审签人</source>
        <translation>Signed by the head</translation>
    </message>
    <message>
        <source>文号</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>议定和主要意见</source>
        <translation>Conclusions and main opinions</translation>
    </message>
    <message>
        <source>抄送</source>
        <translation>Copies to</translation>
    </message>
    <message>
        <source>编号，或事项里的词</source>
        <translation>Its number, or a word in it</translation>
    </message>
    <message>
        <source>关联事项</source>
        <translation>Linked matter</translation>
    </message>
    <message>
        <source>找到的事项</source>
        <translation>Matters found</translation>
    </message>
    <message>
        <source>不再关联 {number}</source>
        <translation>Unlink {number}</translation>
    </message>
    <message>
        <source>没有这个编号的事项；请从下面的名单里选</source>
        <translation>There is no matter of this number; please choose from the list below</translation>
    </message>
    <message>
        <source>本机没有这件事项</source>
        <translation>This matter is not on this PC</translation>
    </message>
    <message>
        <source>补正</source>
        <translation>Addition</translation>
    </message>
    <message>
        <source>成文日期</source>
        <translation>Issued on</translation>
    </message>
    <message>
        <source>张贴日期</source>
        <translation>Posted on</translation>
    </message>
    <message>
        <source>张贴地点</source>
        <translation>Posted at</translation>
    </message>
    <message>
        <source>原开始时间</source>
        <translation>Former beginning</translation>
    </message>
    <message>
        <source>原结束时间</source>
        <translation>Former end</translation>
    </message>
    <message>
        <source>原接待地点</source>
        <translation>Former place</translation>
    </message>
    <message>
        <source>原参加代表</source>
        <translation>Former deputies</translation>
    </message>
    <message>
        <source>变更原因</source>
        <translation>Reason of the change</translation>
    </message>
    <message>
        <source>公告正文</source>
        <translation>Text of the notice</translation>
    </message>
    <message>
        <source>应办日期</source>
        <translation>Due on</translation>
    </message>
    <message>
        <source>完成日期</source>
        <translation>Done on</translation>
    </message>
    <message>
        <source>完成情况</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>计划事项</source>
        <translation>Plan item</translation>
    </message>
    <message>
        <source>周期</source>
        <translation>Rhythm</translation>
    </message>
    <message>
        <source>首次日期</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>如 11:00</source>
        <translation>As 11:00</translation>
    </message>
    <message>
        <source>每次几名代表</source>
        <translation>Deputies of a session</translation>
    </message>
    <message>
        <source>其中县（区）代表</source>
        <translation>Of them county deputies</translation>
    </message>
    <message>
        <source>其中镇（乡）代表</source>
        <translation>Of them town deputies</translation>
    </message>
    <message>
        <source>遇休息日</source>
        <translation>On a rest day</translation>
    </message>
    <message>
        <source>责任人</source>
        <translation>Responsible</translation>
    </message>
    <message>
        <source>内容及要求</source>
        <translation>Content and requirements</translation>
    </message>
    <message>
        <source>重新打开接待日</source>
        <translation>Reopened</translation>
    </message>
    <message>
        <source>与已张贴的公告又一致了</source>
        <translation>As the posted notice says again</translation>
    </message>
    <message>
        <source>代表接待日</source>
        <translation>Reception day</translation>
    </message>
    <message>
        <source>准假</source>
        <translation>On leave</translation>
    </message>
    <message>
        <source>未准假</source>
        <translation>Not approved</translation>
    </message>
    <message>
        <source>{name} 到会情况</source>
        <translation>Attendance of {name}</translation>
    </message>
    <message>
        <source>{name} 缺席原因</source>
        <translation>{name}: why absent</translation>
    </message>
    <message>
        <source>应到 {all}，实到 {here}，请假 {leave}，缺席 {away}</source>
        <translation>Expected {all}, present {here}, on leave {leave}, absent {away}</translation>
    </message>
    <message>
        <source>姓名，用顿号分开</source>
        <translation>Names, separated by commas</translation>
    </message>
    <message>
        <source>如 09:00</source>
        <translation>As 09:00</translation>
    </message>
    <message>
        <source>收集的意见</source>
        <translation>Collected on the way</translation>
    </message>
    <message>
        <source>登记收集的意见</source>
        <translation>Register what was said</translation>
    </message>
    <message>
        <source>这次走访还没有登记意见。</source>
        <translation>Nothing was registered of this field visit yet.</translation>
    </message>
    <message>
        <source>还没有走访过这一户；走访对象写它的名字就会记在这里。</source>
        <translation>Not visited yet; a field visit with its name under Visited is noted here.</translation>
    </message>
    <message>
        <source>今年应办</source>
        <translation>Due this year</translation>
    </message>
    <message>
        <source>{title}：{day} 已记为完成。</source>
        <translation>{title}: {day} is marked as done.</translation>
    </message>
    <message>
        <source>按回车记为完成</source>
        <translation>Enter notes it as done</translation>
    </message>
    <message>
        <source>未完成</source>
        <translation>Not done</translation>
    </message>
    <message>
        <source>今年没有应办的日子。</source>
        <translation>Nothing is due this year.</translation>
    </message>
    <message>
        <source>未达最低次数</source>
        <translation>Behind the minimum</translation>
    </message>
    <message>
        <source>{name}：{minimum}，今年 {done}，还差 {short}</source>
        <translation>{name}: {minimum}; {done} this year, {short} short</translation>
    </message>
    <message>
        <source>还有 {count} 人次没有列出。</source>
        <translation>{count} more {count:is|are} not listed.</translation>
    </message>
    <message>
        <source>都已达到，或名册里还没有在任的代表。</source>
        <translation>Nobody is behind, or no deputy in office is in the roster yet.</translation>
    </message>
    <message>
        <source>来源记录已改</source>
        <translation>Its source was changed</translation>
    </message>
    <message>
        <source>由谁顶班</source>
        <translation>Who stands in</translation>
    </message>
    <message>
        <source>顶班</source>
        <translation>Stand-in</translation>
    </message>
    <message>
        <source>与谁换班</source>
        <translation>Change with</translation>
    </message>
    <message>
        <source>换班</source>
        <translation>Swap</translation>
    </message>
    <message>
        <source>还没有安排代表。</source>
        <translation>No deputies planned yet.</translation>
    </message>
    <message>
        <source>顶替 {name}</source>
        <translation>for {name}</translation>
    </message>
    <message>
        <source>换照片</source>
        <translation>Photo changed</translation>
    </message>
    <message>
        <source>{what}已改到{day}</source>
        <translation>{what} moved to {day}</translation>
    </message>
    <message>
        <source>{name}已安排在{day}接待</source>
        <translation>{name} receives on {day}</translation>
    </message>
    <message>
        <source>{day}的接待日已取消</source>
        <translation>The reception day of {day} is cancelled</translation>
    </message>
    <message>
        <source>{day}的接待日已恢复</source>
        <translation>The reception day of {day} is in the plan again</translation>
    </message>
    <message>
        <source>已撤销：{what}</source>
        <translation>Undone: {what}</translation>
    </message>
    <message>
        <source>{what}，变更公告已备好。</source>
        <translation>{what}; a notice of the change is prepared.</translation>
    </message>
    <message>
        <source>{what}，改期公告已备好。</source>
        <translation>{what}; the notice of the change is prepared.</translation>
    </message>
    <message>
        <source>{what}，取消公告已备好。</source>
        <translation>{what}; the notice of cancellation is prepared.</translation>
    </message>
    <message>
        <source>{what}。</source>
        <translation>{what}.</translation>
    </message>
    <message>
        <source>+{count} 项</source>
        <translation>+{count} more</translation>
    </message>
    <message>
        <source>代表履职</source>
        <translation>Deputies&apos; duties</translation>
    </message>
    <message>
        <source>Ctrl+X 拿起，到日历中选一天，Ctrl+V 放下。</source>
        <translation>Ctrl+X takes a deputy up; choose a day in the calendar, Ctrl+V puts him there.</translation>
    </message>
    <message>
        <source>待安排</source>
        <translation>To plan</translation>
    </message>
    <message>
        <source>{first} 至 {last} 请假</source>
        <translation>On leave {first} to {last}</translation>
    </message>
    <message>
        <source>日历</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>星期</source>
        <translation>Weekday</translation>
    </message>
    <message>
        <source>休</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>班</source>
        <translation>Work</translation>
    </message>
    <message>
        <source>安排到…</source>
        <translation>Plan for…</translation>
    </message>
    <message>
        <source>拖动代表或日程到某一天即可安排。键盘：方向键选，回车打开或新建，Ctrl+X / Ctrl+V 移动。</source>
        <translation>Drag a deputy or an item to a day. Keys: arrows choose, Enter opens or makes new, Ctrl+X / Ctrl+V move.</translation>
    </message>
    <message>
        <source>{count} 处冲突：{day} 日 {time} {what}</source>
        <translation>Conflicts: {count}. Day {day}, {time}: {what}</translation>
    </message>
    <message>
        <source>改到 {day} 日 {time}</source>
        <translation>Move to day {day} {time}</translation>
    </message>
    <message>
        <source>还没有照片</source>
        <translation>No photo yet</translation>
    </message>
    <message>
        <source>照片读不出来</source>
        <translation>The photo cannot be read</translation>
    </message>
    <message>
        <source>{name}的照片</source>
        <translation>Photo of {name}</translation>
    </message>
    <message>
        <source>{name}还没有照片</source>
        <translation>{name} has no photo yet</translation>
    </message>
    <message>
        <source>去掉这一项</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>去掉{what}</source>
        <translation>Remove {what}</translation>
    </message>
    <message>
        <source>如 第十七届</source>
        <translation>e.g. 17th</translation>
    </message>
    <message>
        <source>如 2022-01-10</source>
        <translation>e.g. 2022-01-10</translation>
    </message>
    <message>
        <source>在任不填</source>
        <translation>Empty while in office</translation>
    </message>
    <message>
        <source>轮值</source>
        <translation>Rota</translation>
    </message>
    <message>
        <source>第 {line} 行 {letter} 列「{heading}」：{why}</source>
        <translation>Row {line}, column {letter} “{heading}”: {why}</translation>
    </message>
    <message>
        <source>第 {line} 行：{why}</source>
        <translation>Row {line}: {why}</translation>
    </message>
    <message>
        <source>抽取时间</source>
        <translation>Drawn at</translation>
    </message>
    <message>
        <source>抽取人</source>
        <translation>Drawn by</translation>
    </message>
    <message>
        <source>抽取方法</source>
        <translation>How it is drawn</translation>
    </message>
    <message>
        <source>种子</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>随机抽取参加人</source>
        <translation>Draw participants at random</translation>
    </message>
    <message>
        <source>按哪一列分组抽（不分组就空着）</source>
        <translation>Draw in groups by which column (empty: from all)</translation>
    </message>
    <message>
        <source>抽取人数</source>
        <translation>How many to draw</translation>
    </message>
    <message>
        <source>种子（公开说好的一句话或数字）</source>
        <translation>Seed (a sentence or number agreed in public)</translation>
    </message>
    <message>
        <source>抽取结果（还没有保存）</source>
        <translation>Who is drawn (not saved yet)</translation>
    </message>
    <message>
        <source>选名单……</source>
        <translation>Choose the roster …</translation>
    </message>
    <message>
        <source>保存抽取结果</source>
        <translation>Save the draw</translation>
    </message>
    <message>
        <source>名单 (*.csv *.xlsx)</source>
        <translation>Roster (*.csv *.xlsx)</translation>
    </message>
    <message>
        <source>{file}：{rows} 人。列：{columns}</source>
        <translation>{file}: {rows} {rows:person|people}. Columns: {columns}</translation>
    </message>
    <message>
        <source>没有表头，第一列当作姓名</source>
        <translation>no heading, the first column is taken as the name</translation>
    </message>
    <message>
        <source>{name}（{there} 人）</source>
        <translation>{name} ({there} {there:person|people})</translation>
    </message>
    <message>
        <source>空白</source>
        <translation>blank</translation>
    </message>
    <message>
        <source>先选名单。</source>
        <translation>Choose the roster first.</translation>
    </message>
    <message>
        <source>人数请填数字</source>
        <translation>Please give the number in digits</translation>
    </message>
    <message>
        <source>还有 {count} 处没有列出。</source>
        <translation>{count} more {count:is|are} not listed.</translation>
    </message>
    <message>
        <source>照上面改好，就能看到结果。</source>
        <translation>Mend what is said above, and you will see the result.</translation>
    </message>
    <message>
        <source>第 {line} 行：{words}</source>
        <translation>Line {line}: {words}</translation>
    </message>
    <message>
        <source>已抽出 {count} 人，加进了签到名单；种子 {seed} 和名单都留着，谁都能再抽一遍。</source>
        <translation>{count} {count:person was|people were} drawn and put on the sign-in list; the seed {seed} and the roster are kept, so that anybody can draw again.</translation>
    </message>
    <message>
        <source>名单文件</source>
        <translation>File of the roster</translation>
    </message>
    <message>
        <source>名单人数</source>
        <translation>People on the roster</translation>
    </message>
    <message>
        <source>名单校验值</source>
        <translation>Hash of the roster</translation>
    </message>
    <message>
        <source>分组列</source>
        <translation>Column of the groups</translation>
    </message>
    <message>
        <source>分组人数</source>
        <translation>Numbers of the groups</translation>
    </message>
    <message>
        <source>名单表头</source>
        <translation>Heading of the roster</translation>
    </message>
    <message>
        <source>名单</source>
        <translation>Roster</translation>
    </message>
    <message>
        <source>抽中名单</source>
        <translation>Who was drawn</translation>
    </message>
    <message>
        <source>按 SHA-256（种子、换行符、名单行）由小到大排序，取前 N 名</source>
        <translation>Ordered by SHA-256 (seed, line feed, row of the roster), the first N taken</translation>
    </message>
    <message>
        <source>次序</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>发言人或常用语</source>
        <translation>Speakers or phrases</translation>
    </message>
    <message>
        <source>发言人 @</source>
        <translation>Speaker @</translation>
    </message>
    <message>
        <source>发言类别</source>
        <translation>Kind of statement</translation>
    </message>
    <message>
        <source>答复哪一条</source>
        <translation>Which opinion it answers</translation>
    </message>
    <message>
        <source>不对应某一条</source>
        <translation>None in particular</translation>
    </message>
    <message>
        <source>听到什么记什么，回车记下</source>
        <translation>Type what you hear; Enter notes it</translation>
    </message>
    <message>
        <source>转为承诺</source>
        <translation>Make a commitment</translation>
    </message>
    <message>
        <source>记下</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>答 {who}：{words}</source>
        <translation>Answers {who}: {words}</translation>
    </message>
    <message>
        <source>修改常用语……</source>
        <translation>Change the phrases…</translation>
    </message>
    <message>
        <source>{name}（名单外）</source>
        <translation>{name} (not on the list)</translation>
    </message>
    <message>
        <source>@ 选发言人&#x3000;/ 常用语&#x3000;Alt+1 至 4 选类别&#x3000;Shift+回车 换行</source>
        <translation>@ speaker&#x3000;/ phrase&#x3000;Alt+1–4 kind&#x3000;Shift+Enter new line</translation>
    </message>
    <message>
        <source>{name}（{from_where}）</source>
        <translation>{name} ({from_where})</translation>
    </message>
    <message>
        <source>发言人</source>
        <translation>Speaker</translation>
    </message>
    <message>
        <source>发言人单位</source>
        <translation>Speaker&apos;s body</translation>
    </message>
    <message>
        <source>更正原因（可以不填）</source>
        <translation>Why (optional)</translation>
    </message>
    <message>
        <source>未填单位</source>
        <translation>No unit</translation>
    </message>
    <message>
        <source>{month}月{day}日</source>
        <translation>{month}/{day}</translation>
    </message>
    <message>
        <source>{year}年{month}月{day}日</source>
        <translation>{year}/{month}/{day}</translation>
    </message>
    <message>
        <source>答复里作出承诺时，按 Alt+C 记下。</source>
        <translation>When an answer promises something, press Alt+C.</translation>
    </message>
    <message>
        <source>参加人</source>
        <translation>Participant</translation>
    </message>
    <message>
        <source>回车键选为发言人。</source>
        <translation>Enter makes one the speaker.</translation>
    </message>
    <message>
        <source>已签到</source>
        <translation>Signed in</translation>
    </message>
    <message>
        <source>未签到</source>
        <translation>Not signed in</translation>
    </message>
    <message>
        <source>{count} 人 · 签到 {came}</source>
        <translation>{count} · {came} signed in</translation>
    </message>
    <message>
        <source>发言内容</source>
        <translation>What was said</translation>
    </message>
    <message>
        <source>发言时间</source>
        <translation>Said at</translation>
    </message>
    <message>
        <source>答复的意见</source>
        <translation>Opinion it answers</translation>
    </message>
    <message>
        <source>处理去向</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>处理说明</source>
        <translation>Note on the route</translation>
    </message>
    <message>
        <source>来自恳谈会</source>
        <translation>From a consultation</translation>
    </message>
    <message>
        <source>{count} 项承诺过了完成时限</source>
        <translation>{count} {count:promise is past its|promises are past their} day</translation>
    </message>
    <message>
        <source>{count} 项承诺一周内到期</source>
        <translation>{count} {count:promise is|promises are} due within a week</translation>
    </message>
    <message>
        <source>{count} 项承诺没有责任单位或完成时限</source>
        <translation>{count} {count:promise has|promises have} no unit or no day</translation>
    </message>
    <message>
        <source>{count} 项承诺已有结果，还没有告诉提出人</source>
        <translation>{count} {count:promise is|promises are} settled and not told to who raised {count:it|them}</translation>
    </message>
    <message>
        <source>承诺超期</source>
        <translation>Promises overdue</translation>
    </message>
    <message>
        <source>承诺快到期</source>
        <translation>Promises due soon</translation>
    </message>
    <message>
        <source>承诺未填期限</source>
        <translation>Promises without unit or day</translation>
    </message>
    <message>
        <source>承诺待反馈</source>
        <translation>Promises to be told of</translation>
    </message>
    <message>
        <source>已开完的恳谈会里有 {count} 条意见未定去向</source>
        <translation>{count} {count:opinion|opinions} of consultations that are over {count:has|have} no route</translation>
    </message>
    <message>
        <source>意见未定去向</source>
        <translation>Opinions without a route</translation>
    </message>
    <message>
        <source>{count} 次恳谈会的记录等站长审签</source>
        <translation>{count} {count:record of a consultation waits|records of consultations wait} for the head&apos;s signature</translation>
    </message>
    <message>
        <source>恳谈会记录待审签</source>
        <translation>Records to be signed</translation>
    </message>
    <message>
        <source>恳谈会公告已过期限</source>
        <translation>The notice of a consultation is late</translation>
    </message>
    <message>
        <source>恳谈会该公告了</source>
        <translation>A consultation is to be announced</translation>
    </message>
    <message>
        <source>{title}，{held} 召开，最迟 {due} 公告</source>
        <translation>{title}, held on {held}, to be announced by {due}</translation>
    </message>
    <message>
        <source>（接上条）</source>
        <translation>(continued) </translation>
    </message>
    <message>
        <source>姓名&#x3000;单位&#x3000;电话&#x3000;产生方式，回车加入</source>
        <translation>Name, body, phone, how found; Enter adds</translation>
    </message>
    <message>
        <source>临时到会  F7</source>
        <translation>Walked in  F7</translation>
    </message>
    <message>
        <source>加入名单  F7</source>
        <translation>Put on the list  F7</translation>
    </message>
    <message>
        <source>从代表名册</source>
        <translation>From the deputies</translation>
    </message>
    <message>
        <source>从议事组织</source>
        <translation>From the body</translation>
    </message>
    <message>
        <source>从代表名册加入</source>
        <translation>Add from the deputies&apos; roster</translation>
    </message>
    <message>
        <source>从议事组织加入</source>
        <translation>Add from the deliberation body</translation>
    </message>
    <message>
        <source>添加议程</source>
        <translation>Add an item</translation>
    </message>
    <message>
        <source>议程 {place}</source>
        <translation>Item {place}</translation>
    </message>
    <message>
        <source>去掉议程 {place}</source>
        <translation>Take item {place} off</translation>
    </message>
    <message>
        <source>Alt+↑↓ 换次序</source>
        <translation>Alt+↑↓ moves it</translation>
    </message>
    <message>
        <source>会议的各部分</source>
        <translation>Parts of the meeting</translation>
    </message>
    <message>
        <source>保存后编号；其余各部分随后就有。</source>
        <translation>It gets its number when it is saved; the other parts are there then.</translation>
    </message>
    <message>
        <source>主持 {name}</source>
        <translation>Host {name}</translation>
    </message>
    <message>
        <source>记录 {name}</source>
        <translation>Recorder {name}</translation>
    </message>
    <message>
        <source>照搬哪一次</source>
        <translation>Which meeting to copy</translation>
    </message>
    <message>
        <source>照搬</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>照搬以前的一次：</source>
        <translation>Copy an earlier one:</translation>
    </message>
    <message>
        <source>回车加入</source>
        <translation>Enter adds it</translation>
    </message>
    <message>
        <source>还要听取</source>
        <translation>Also to be heard</translation>
    </message>
    <message>
        <source>不必听取：{title}</source>
        <translation>Need not be heard: {title}</translation>
    </message>
    <message>
        <source>已听取 {done} 项，共 {all} 项</source>
        <translation>{done} of {all} heard</translation>
    </message>
    <message>
        <source>更正「{words}」</source>
        <translation>correct “{words}”</translation>
    </message>
    <message>
        <source>撤回「{words}」</source>
        <translation>withdraw “{words}”</translation>
    </message>
    <message>
        <source>换次序「{words}」</source>
        <translation>move “{words}”</translation>
    </message>
    <message>
        <source>承诺「{words}」</source>
        <translation>commitment “{words}”</translation>
    </message>
    <message>
        <source>记下「{words}」</source>
        <translation>note “{words}”</translation>
    </message>
    <message>
        <source>全部发言</source>
        <translation>All statements</translation>
    </message>
    <message>
        <source>议题名称，回车添加</source>
        <translation>Title of the item; Enter adds it</translation>
    </message>
    <message>
        <source>新的议题</source>
        <translation>New agenda item</translation>
    </message>
    <message>
        <source>添加议题</source>
        <translation>Add an item</translation>
    </message>
    <message>
        <source>议题 {number}&#x3000;{title}</source>
        <translation>Item {number}&#x3000;{title}</translation>
    </message>
    <message>
        <source>{count} 条发言</source>
        <translation>{count} {count:statement|statements}</translation>
    </message>
    <message>
        <source>尚无发言</source>
        <translation>Nothing said yet</translation>
    </message>
    <message>
        <source>会后整理</source>
        <translation>From notes</translation>
    </message>
    <message>
        <source>整理成</source>
        <translation>What it becomes</translation>
    </message>
    <message>
        <source>把笔记粘贴或打在这里，一行一条：姓名、冒号，然后是他说的话</source>
        <translation>Paste or type the notes here, a line for each: a name, a colon, then what he said</translation>
    </message>
    <message>
        <source>会议笔记</source>
        <translation>Notes of the meeting</translation>
    </message>
    <message>
        <source>收入哪个议程</source>
        <translation>Take into which item</translation>
    </message>
    <message>
        <source>不分议题</source>
        <translation>No item</translation>
    </message>
    <message>
        <source>发言人，回车确定</source>
        <translation>Speaker; Enter confirms</translation>
    </message>
    <message>
        <source>改发言人</source>
        <translation>Change the speaker</translation>
    </message>
    <message>
        <source>收入记录</source>
        <translation>Take into the record</translation>
    </message>
    <message>
        <source>还没有可以收入的内容。</source>
        <translation>There is nothing to take over yet.</translation>
    </message>
    <message>
        <source>上次没有收入的笔记还在。</source>
        <translation>The notes not taken over last time are still here.</translation>
    </message>
    <message>
        <source>有的内容太长，一条记不下，多分出 {count} 条，写明“接上条”。</source>
        <translation>Some of it is too long for one statement: {count} more {count:was|were} made, marked as continued.</translation>
    </message>
    <message>
        <source>已收入记录 {count} 条。</source>
        <translation>{count} {count:statement was|statements were} taken into the record.</translation>
    </message>
    <message>
        <source>已撤销，笔记还在输入框里。</source>
        <translation>Taken back; the notes are in the box again.</translation>
    </message>
    <message>
        <source>不印参加人</source>
        <translation>Leave out the participants</translation>
    </message>
    <message>
        <source>不印发言</source>
        <translation>Leave out the statements</translation>
    </message>
    <message>
        <source>不印承诺事项</source>
        <translation>Leave out the promises</translation>
    </message>
    <message>
        <source>不印附件</source>
        <translation>Leave out the attachments</translation>
    </message>
    <message>
        <source>添加</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>还没有承诺事项。记录答复时按 Alt+C 记下。</source>
        <translation>No commitments yet. Press Alt+C when an answer is noted.</translation>
    </message>
    <message>
        <source>{count} 项未填</source>
        <translation>{count} incomplete</translation>
    </message>
    <message>
        <source>上次没有记下的内容还在。</source>
        <translation>What was not saved last time is still here.</translation>
    </message>
    <message>
        <source>还没有反馈给提出人</source>
        <translation>Who raised it was not told yet</translation>
    </message>
    <message>
        <source>记下承诺</source>
        <translation>Note the commitment</translation>
    </message>
    <message>
        <source>{what}：已记下。</source>
        <translation>{what}: noted.</translation>
    </message>
    <message>
        <source>添加佐证材料</source>
        <translation>Add proof</translation>
    </message>
    <message>
        <source>已添加 {name}。</source>
        <translation>{name} was added.</translation>
    </message>
    <message>
        <source>再保存一次</source>
        <translation>Save again</translation>
    </message>
    <message>
        <source>打开以后还没有做过可以撤销的事。</source>
        <translation>Nothing was done since this was opened that could be taken back.</translation>
    </message>
    <message>
        <source>上次没有记下的内容还在输入框里。</source>
        <translation>What was not noted last time is still in the box.</translation>
    </message>
    <message>
        <source>「{words}」没有保存，还在屏幕上。{why}</source>
        <translation>“{words}” was not saved and is still on the screen. {why}</translation>
    </message>
    <message>
        <source>这一条有 {count} 字，一条最多 {most} 字：在这里分成几条，或粘贴到“会后整理”。</source>
        <translation>This statement has {count} characters and one may have {most}: divide it here, or paste it into Notes.</translation>
    </message>
    <message>
        <source>撤回「{words}」：不再印在记录里，原话和原因留在历史里。</source>
        <translation>Withdraw “{words}”: it is no longer printed; words and reason stay in its history.</translation>
    </message>
    <message>
        <source>会议还在筹备；按“开始记录”以后在这里记录。</source>
        <translation>The meeting is being prepared; press “Begin recording”, then record here.</translation>
    </message>
    <message>
        <source>已整理完毕，送审签；要再改，先在“审签”里重新打开。</source>
        <translation>In order, for signature; to change it, reopen it under “Sign-off” first.</translation>
    </message>
    <message>
        <source>已审签，记录不再改动；要说明的，在“审签”里作补正。</source>
        <translation>Signed; the record no longer changes. Add what must be said under “Sign-off”.</translation>
    </message>
    <message>
        <source>会议已取消。</source>
        <translation>The meeting was called off.</translation>
    </message>
    <message>
        <source>这次会议没有填议题，填了议题才能和历次放在一起。</source>
        <translation>This meeting has no topic; with one it stands beside the others on it.</translation>
    </message>
    <message>
        <source>“{topic}”历次恳谈 {count} 次：意见建议 {opinions} 条，承诺 {promises} 项</source>
        <translation>“{topic}”: {count} {count:meeting|meetings}, {opinions} {opinions:opinion or suggestion|opinions and suggestions}, {promises} {promises:commitment|commitments}</translation>
    </message>
    <message>
        <source>{day}&#x3000;{title}</source>
        <translation>{day}&#x3000;{title}</translation>
    </message>
    <message>
        <source>本次</source>
        <translation>This one</translation>
    </message>
    <message>
        <source>还没有记录。</source>
        <translation>Nothing recorded yet.</translation>
    </message>
    <message>
        <source>还没有去向</source>
        <translation>No route yet</translation>
    </message>
    <message>
        <source>整理出的发言</source>
        <translation>Statements made of the notes</translation>
    </message>
    <message>
        <source>1 意见，2 建议，3 答复，4 发言；回车改发言人，Delete 不收这一条。</source>
        <translation>1 opinion, 2 suggestion, 3 answer, 4 remark; Enter changes the speaker, Delete leaves one out.</translation>
    </message>
    <message>
        <source>名单外</source>
        <translation>Not on the list</translation>
    </message>
    <message>
        <source>不收</source>
        <translation>Left out</translation>
    </message>
    <message>
        <source>意见和建议</source>
        <translation>Opinions and suggestions</translation>
    </message>
    <message>
        <source>1 当场答复，2 转意见办理，3 引导告知，4 仅作记录，回车看事项。</source>
        <translation>1 answered, 2 to handle, 3 guided, 4 only noted; Enter opens the matter.</translation>
    </message>
    <message>
        <source>上次没有办完的去向还在下面。</source>
        <translation>The route that was not finished last time is still below.</translation>
    </message>
    <message>
        <source>这次会上还没有记下意见和建议。</source>
        <translation>No opinions or suggestions were noted in this meeting yet.</translation>
    </message>
    <message>
        <source>还有 {count} 条没有去向</source>
        <translation>{count} without a route</translation>
    </message>
    <message>
        <source>共 {count} 条；选一条，按 1 至 4。</source>
        <translation>{count} in all; choose one and press 1 to 4.</translation>
    </message>
    <message>
        <source>都有去向</source>
        <translation>All routed</translation>
    </message>
    <message>
        <source>共 {count} 条，都有去向。</source>
        <translation>{count} in all, each with its route.</translation>
    </message>
    <message>
        <source>事项已撤回，另定去向</source>
        <translation>Matter withdrawn: give it another route</translation>
    </message>
    <message>
        <source>事项 {number}</source>
        <translation>Matter {number}</translation>
    </message>
    <message>
        <source>这一条已有去向：{route}。要改，先撤销。</source>
        <translation>This one has its route: {route}. To change it, undo first.</translation>
    </message>
    <message>
        <source>已撤销最后一次去向。</source>
        <translation>The last route was taken back.</translation>
    </message>
    <message>
        <source>返回名单</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>更正参加人</source>
        <translation>Correct a participant</translation>
    </message>
    <message>
        <source>加一位参加人</source>
        <translation>One more participant</translation>
    </message>
    <message>
        <source>撤回这位参加人：从签到表里去掉，历史里还在。</source>
        <translation>Withdraw this participant: he leaves the sign-in sheet and stays in the history.</translation>
    </message>
    <message>
        <source>姓名、拼音首字母或单位</source>
        <translation>Name, initials or body</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>空格键选上或去掉</source>
        <translation>The space bar ticks and unticks</translation>
    </message>
    <message>
        <source>全选</source>
        <translation>Tick all</translation>
    </message>
    <message>
        <source>已选 {count} 人</source>
        <translation>{count} ticked</translation>
    </message>
    <message>
        <source>还没有定规模和产生方式。</source>
        <translation>Neither size nor ways are settled yet.</translation>
    </message>
    <message>
        <source>自愿 {0} + 邀请 {1} + 随机 {2} = {total} 人</source>
        <translation>Volunteers {0} + invited {1} + drawn {2} = {total} {total:person|people}</translation>
    </message>
    <message>
        <source>{words}，比规模少 {count} 人</source>
        <translation>{words}, {count} fewer than the size</translation>
    </message>
    <message>
        <source>{words}，比规模多 {count} 人</source>
        <translation>{words}, {count} more than the size</translation>
    </message>
    <message>
        <source>{words}，正好是规模</source>
        <translation>{words}, just the size</translation>
    </message>
    <message>
        <source>公告最迟 {due}，{posted} 才公告，晚了 {days} 天</source>
        <translation>To be announced by {due}; announced on {posted}, {days} {days:day|days} late</translation>
    </message>
    <message>
        <source>公告最迟 {due}，已于 {posted} 公告</source>
        <translation>To be announced by {due}; announced on {posted}</translation>
    </message>
    <message>
        <source>公告最迟 {due}，已超过 {days} 天，还没有公告</source>
        <translation>To be announced by {due}; {days} {days:day|days} past and not announced yet</translation>
    </message>
    <message>
        <source>公告最迟 {due}，就是今天</source>
        <translation>To be announced by {due}, which is today</translation>
    </message>
    <message>
        <source>公告最迟 {due}，还有 {days} 天</source>
        <translation>To be announced by {due}, {days} {days:day|days} from now</translation>
    </message>
    <message>
        <source>{day} 从 {file} 的 {rows} 人里抽 {size} 人，种子 {seed}</source>
        <translation>{day}: {size} drawn of the {rows} {rows:person|people} in {file}, seed {seed}</translation>
    </message>
    <message>
        <source>承诺事项 {count}</source>
        <translation>Commitments {count}</translation>
    </message>
    <message>
        <source>参加人 {count}</source>
        <translation>Participants {count}</translation>
    </message>
    <message>
        <source>找人（姓名、拼音或单位），再按 1 到会 2 请假 3 缺席</source>
        <translation>Find (name, pinyin or body), then 1 present 2 on leave 3 absent</translation>
    </message>
    <message>
        <source>逐项填写</source>
        <translation>Field by field</translation>
    </message>
    <message>
        <source>{name}：{presence}</source>
        <translation>{name}: {presence}</translation>
    </message>
    <message>
        <source>{name} 已保存。</source>
        <translation>{name} is saved.</translation>
    </message>
    <message>
        <source>{name} 已撤回。</source>
        <translation>{name} is withdrawn.</translation>
    </message>
    <message>
        <source>已加入：{words}</source>
        <translation>Added: {words}</translation>
    </message>
    <message>
        <source>已加入 {count} 人。</source>
        <translation>{count} added.</translation>
    </message>
    <message>
        <source>应到 {expected}&#x3000;实到 {present}&#x3000;请假 {on_leave}&#x3000;缺席 {absent}</source>
        <translation>Expected {expected}&#x3000;present {present}&#x3000;on leave {on_leave}&#x3000;absent {absent}</translation>
    </message>
    <message>
        <source>{way}：应到 {expected} 实到 {present} 请假 {on_leave} 缺席 {absent}</source>
        <translation>{way}: {present} of {expected}, {on_leave} on leave, {absent} absent</translation>
    </message>
    <message>
        <source>如 mxy</source>
        <translation>Such as mxy</translation>
    </message>
    <message>
        <source>（未写发言人）</source>
        <translation>(no speaker)</translation>
    </message>
    <message>
        <source>已更正</source>
        <translation>Corrected</translation>
    </message>
    <message>
        <source>没有保存</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>发言记录</source>
        <translation>Statements</translation>
    </message>
    <message>
        <source>上下键选一条，E 更正，H 修改记录，Delete 撤回，Alt+上下键换次序，Esc 回到输入框。</source>
        <translation>Up and Down choose a row, E corrects it, H shows its changes, Delete withdraws it, Alt+Up or Alt+Down moves it, Esc goes back to the entry.</translation>
    </message>
    <message>
        <source>常用语，一行一句</source>
        <translation>Phrases, one a line</translation>
    </message>
    <message>
        <source>修改记录：{words}</source>
        <translation>Changes: {words}</translation>
    </message>
    <message>
        <source>记下以后没有改过。</source>
        <translation>Not changed since it was noted.</translation>
    </message>
    <message>
        <source>已选中</source>
        <translation>Chosen</translation>
    </message>
</context>
</TS>
