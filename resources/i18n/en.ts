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
        <source>来访登记</source>
        <translation>Register a visit</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Register</translation>
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
        <source>添加附件</source>
        <translation>Add an attachment</translation>
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
        <source>请先选定输入法里的字，再保存。</source>
        <translation>First choose the characters in the input method, then save.</translation>
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
        <source>再加一位</source>
        <translation>One more visitor</translation>
    </message>
    <message>
        <source>已知来访人</source>
        <translation>Known visitors</translation>
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
        <source>更多项目</source>
        <translation>More fields</translation>
    </message>
    <message>
        <source>再加一位来访人</source>
        <translation>One more visitor</translation>
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
        <source>代表名册</source>
        <translation>Roster of deputies</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
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
        <source>恢复上次未保存的内容</source>
        <translation>Go on with what was not saved</translation>
    </message>
    <message>
        <source>继续填写</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>不要了</source>
        <translation>Give up</translation>
    </message>
    <message>
        <source>来访人到站后，按 F2 登记</source>
        <translation>When a visitor comes, press F2</translation>
    </message>
    <message>
        <source>匿名来访人</source>
        <translation>Anonymous visitor</translation>
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
        <source>如 1962-05</source>
        <translation>As 1962-05</translation>
    </message>
    <message>
        <source>显示</source>
        <translation>Show</translation>
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
        <source>来访登记簿</source>
        <translation>Visit register</translation>
    </message>
    <message>
        <source>密码恢复单</source>
        <translation>Recovery sheet</translation>
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
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{pages} 页</source>
        <translation>{pages} pages</translation>
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
        <source>新密码</source>
        <translation>New password</translation>
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
        <source>文件名</source>
        <translation>File name</translation>
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
        <source>届次</source>
        <translation>Term of congress</translation>
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
        <source>性别</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>单位及职务</source>
        <translation>Unit and post</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Phone</translation>
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
        <source>主题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>问题类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>处理方式</source>
        <translation>Handling</translation>
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
        <source>其他渠道</source>
        <translation>Other channels</translation>
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
        <source>紧急程度</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>公开</source>
        <translation>Disclosure</translation>
    </message>
    <message>
        <source>引导去向</source>
        <translation>Guided to</translation>
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
        <source>这条记录没有可以撤销的改动；什么也没有改动。</source>
        <translation>This record has no change to undo; nothing was changed.</translation>
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
        <source>附件超过 20 MB，没有保存；请压缩或拆开后再试。</source>
        <translation>The attachment is over 20 MB and was not saved; make it smaller or split it, then try again.</translation>
    </message>
    <message>
        <source>这条记录的附件合计超过 200 MB，没有保存这一个；请先挑选。</source>
        <translation>The attachments of this record are over 200 MB together, and this one was not saved; choose which to keep.</translation>
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
        <source>别的窗口正在恢复或升级这份数据，没有改动；请稍等再试。</source>
        <translation>Another window is restoring or upgrading these data, and nothing was changed; wait and try again.</translation>
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
        <source>请只选一样：编号、--all 或 --blank N（N 至少是 1）。</source>
        <translation>Choose only one: a number, --all, or --blank N (N at least 1).</translation>
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
        <source>还没有填写</source>
        <translation>Not filled in yet</translation>
    </message>
    <message>
        <source>最多 {detail} 个字</source>
        <translation>At most {detail} characters</translation>
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
        <translation>Login name or password is wrong; for safety wait {wait_seconds} seconds and try again.</translation>
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
        <source>联系人</source>
        <translation>Contact</translation>
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
        <translation>Not stated</translation>
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
        <source>其他</source>
        <translation>Other</translation>
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
        <translation>Guided elsewhere (not the station&apos;s)</translation>
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
        <source>正常</source>
        <translation>Normal</translation>
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
</context>
</TS>
