import { pageErrors } from './page-errors';

/**
 * Every refusal the product can give: its cause (comment) and the sentence a person reads, which says what to do next.
 * `{field}` details travel beside it in `fields`.
 */
export const errors = {
  ...pageErrors,
  // The platform gave no identity: no token, a forged one, or an HTTP call without a signed-in person.
  UNAUTHENTICATED: '没认出您是谁，请退出小程序重新打开。',
  UNKNOWN_ACTION: '没有这个功能，请把小程序更新到最新版再试。',
  // Wrong type, missing, unknown or over-long field: `fields` says which.
  BAD_INPUT: '有一处填得不对，请照提示改好再提交。',
  // More than the platform takes in one call, or gives in one answer.
  INPUT_TOO_LONG: '写的内容太长了，请删短一些再提交。',
  REPLY_TOO_LONG: '要看的内容太多，一次拿不下，请缩小范围再查。',

  ID_NUMBER_NOT_NEEDED: '这件事用不着身份证号，请不要写。',
  ID_NUMBER_MISSING: '还没有写身份证号，请先问居民，当面看证件也行。',
  // The environment has no key to encrypt with (docs/decisions/0072): nothing is kept unencrypted instead.
  KEY_MISSING: '现在存不了身份证号，请当面给代办员看证件。',
  // It was encrypted with a key that the environment has no more.
  KEY_LOST: '这个号码打不开了，存它的密钥已经不在，请居民再写一次。',

  SERVICE_NOT_FOUND: '没有这个服务事项，请返回首页重新查找。',
  // The resident's community or street does not do it (catalog.offer).
  SERVICE_NOT_HERE: '这件事您的社区不办，请打社区电话问一问到哪里办。',
  BUNDLE_NOT_FOUND: '没有这件事，请返回首页重新查找。',
  // Nobody asks whether it is to go on: it has begun, or waits for what is still being done.
  PART_NOT_ASKED: '这件现在不用定，请刷新看看。',
  MODE_NOT_OFFERED: '这件事不能用这种方式办，请换一种办理方式。',
  SUBTYPE_NOT_FOUND: '没有这个办理类型，请重新选一个。',
  APPOINTMENT_PAST: '预约的时间已经过了，请选今天以后的时间。',
  // Later than `limits.appointmentDays` from today.
  APPOINTMENT_TOO_FAR: '预约的日子太远了，请选早一点的日子。',
  // A holiday, a day that the community is closed on, or no hour of its: `fields.appointment` says which.
  APPOINTMENT_CLOSED: '预约的时间社区不开门，请换一个时间。',
  // Taken since the page was drawn, or no agent who can is there.
  SLOT_GONE: '这个时间刚被约走了，您写的都还在，请另选一个时间。',
  // No hour is agreed on, or it was called off meanwhile.
  NO_VISIT: '现在没有约好的时间，请刷新看看，再约一个。',
  // `fields.at` says the new hour.
  VISIT_MOVED: '时间刚改过，请看过新的时间再办。',
  VISIT_EARLY: '还没到约好的时间，请到时候再点。',
  VISIT_BEGUN: '这次上门已经开始了，不用再点。',
  // 两人同行: nobody has been chosen who goes along.
  PAIR_ALONE: '这件要两个人上门，还没定谁一起去。请先定同行的人，或者请社区来定。',
  // `fields.code` says how often it may still be tried.
  CODE_WRONG: '数字不对，请居民再读一遍。',
  CODE_DEAD: '数字错了五次，不能再试，社区管理员已经知道。请打电话给社区，改约一次就有新的机会。',
  ADDRESS_NEEDED: '上门要有地址，请填写楼号、单元和门牌。',
  PHONE_NEEDED: '请留一个能打通的电话，代办员好联系您。',

  // Nothing is kept under this id, or that person has said no.
  FAMILY_NOT_FOUND: '没有这位家人，请刷新看看，或重新记一位。',
  FAMILY_IS_SELF: '这是您本人，给自己办不用另记。',
  FAMILY_FULL: '最多记10位家人，请先去掉一位。',
  // The person whom it is for has said that the caller may not ask for them.
  FAMILY_SAID_NO: '本人说过不用您代办。请先跟本人说好，请本人在“我的家人”里点同意。',

  // A link of 分享进展: wrong, stopped and over sound the same.
  SHARE_OVER: '这份分享看不了了，可能停止了，也可能过了期。想接着看，请家人再分享一次。',
  SHARES_FULL: '这件事已经分享了5份，还在用。请先停止分享，再分享一次。',

  // By the item: what the law lets nobody else do; and complaints.
  MANDATE_EXCLUDED: '这件事按规定要本人来办，不能委托别人。',
  // No agent has said yes yet, or nobody asked for the resident.
  MANDATE_NO_ONE: '现在还没有可以委托的人，等代办员接了再签。',
  MANDATE_NEEDS_GUARDIAN: '他未满18岁，要监护人来签。您是监护人，请点一下；不是，请监护人来。',
  // A dot, or a line or two.
  SIGNATURE_TOO_SMALL: '签名太小了，请清掉，用手指把姓名写大一点。',
  MANDATE_NOT_FOUND: '这件事没有这份委托书，请刷新看看。',
  // Past its end, taken back, or the agent has changed: `fields.mandateId` says which.
  MANDATE_OVER: '这份委托书不能用了，请看原因。还要用，请他再签一份。',
  // More than a week is left.
  MANDATE_STANDS: '这份委托书还没到期，快到期再请他续签。',
  MANDATES_FULL: '这件事的委托书太多了，请打社区电话问一问。',

  CASE_NOT_FOUND: '没找到这个办件，请返回列表刷新。',
  NOT_YOUR_CASE: '没找到这个办件，或者它不是您的，请返回列表刷新。',
  // Offered to or held by another agent.
  CASE_TAKEN: '该办件已由他人接单，请返回列表刷新。',
  // Not in this case's list.
  PAPER_NOT_FOUND: '没有这样材料，请刷新看看。',
  // `fields.state` says why: it has photos, is always needed, may not follow (any more).
  PAPER_NOT_SO: '这样材料不能这样标，请看提示，换一种。',
  // `fields.add` says what is wrong: empty, too big, HEIC, no picture at all, not arrived, one too many.
  PHOTO_UNFIT: '这张照片用不了，请看提示，换一张再放。',

  // Granted more than a day ago: `fields` names the input. The phone puts it there anew.
  PHOTO_STALE: '照片放了一天多，已经清掉了，请重新放一次。',

  // `fields.caseId` names the original and who has it: a case does not end while one is out.
  ORIGINAL_OUT: '还有原件没还。还给居民、居民认了以后再办这一步。',
  ORIGINAL_NOT_FOUND: '没有这样原件，请刷新看看。',
  // It is at another step: given back already, or nothing waits for a yes.
  ORIGINAL_NOT_NOW: '这样原件现在不是这一步，请刷新看看。',
  ORIGINALS_FULL: '这件记的原件太多了，请先还掉几样。',
  // The resident has WeChat: nobody says yes for them who has their original.
  CONFIRMS_THEMSELVES: '这位居民自己有微信，请本人在手机上点一下。',
  // The resident has none: the slip that they signed is photographed.
  SLIP_NEEDED: '居民没有微信，请本人在收条上签字，把收条拍下来。',

  // The same requestId was used for another action or input.
  REQUEST_REUSED: '这次提交和上次的编号重复了，请返回重新提交。',

  // Urged less than four working hours ago; `fields.caseId` says from when on it may be again.
  URGED_ALREADY: '刚催过一次，代办员已经知道了。过几个小时还没动静，可以再催，或打社区电话。',

  // The rules say no to this agent for this case; `fields.agentId` says which and why.
  AGENT_CANNOT: '这位代办员现在接不了这件，请看原因，换一位。',
  HANDOVER_PENDING: '已经请人接手了，等他答复以后再说。',
  STEP_NOT_FOUND: '没有这一步，或者前面的步骤还没办完，请刷新看看。',
  // Nothing has been escalated to a tier that the caller answers for.
  NOT_ESCALATED: '这件现在没有上报给您的事，请刷新看看。',

  WHISTLE_NOT_FOUND: '没有这次吹哨，请刷新看看。',
  WHISTLE_ANSWERED: '这次吹哨已经有答复了，请刷新看看。',
  WHISTLE_OPEN: '还没有答复，答复以后才能评。',
  // Not a street or district unit of the case's own district, or one that is summoned already.
  UNIT_NOT_SUMMONABLE: '不能向这个单位吹哨，请在名单里选本区的街道或区级单位。',
  // The case's own community, another district, or no community at all.
  UNIT_NOT_A_TARGET: '不能转到这个单位，请选本区的另一个社区。',

  LEAVE_OVERLAPS: '这几天已经请过假了，请改一下日期。',
  ON_LEAVE: '您今天请了假，销了假才能上班。',
  GRID_UNCOVERED: '这样排班会有网格没人管，请先安排好别人。',
  GRID_NOT_THEIRS: '有的网格不在这个社区，请重新选。',
  HOURS_WRONG: '开门时间有一处不对，请照提示改好。',
  // The stored hours of a community leave no working time, so nothing can be promised there.
  NO_WORKING_TIME: '这个社区的开门时间没有设好，算不出期限。请社区管理员改好开门时间再办，急事请打社区电话。',
  // Another manager saved a newer version meanwhile.
  POLICY_CHANGED: '刚才有人改过这份规则，请看过新的再改。',

  // Another manager saved or published this item meanwhile.
  CATALOG_CHANGED: '刚才有人改过这个事项，请看过新的再改。',
  DRAFT_NOT_FOUND: '这个事项没有草稿，请先改好存一份。',
  // `fields`: what is missing, by the field of the item.
  DRAFT_INCOMPLETE: '草稿还不齐，请照提示补好再发布。',
  // An earlier version cannot come back over a draft.
  DRAFT_IN_THE_WAY: '这个事项有一份没发布的草稿，请先发布或者放弃它。',
  VERSION_NOT_FOUND: '没有这一版，请刷新看看。',
  // Submitted before the versions of what was told were kept.
  NOT_TOLD: '这件收得早，当时没有留下告知的内容。要看办事指南，请到事项页面。',
  NOTICE_NOT_FOUND: '没有这条通知，请刷新看看。',
  // On its way, or arrived: sending it again would be twice.
  NOTICE_ON_ITS_WAY: '这条已经发了或者正在发，不用再发。',
  CALL_NOT_FOUND: '没有这个要打的电话，请刷新看看。',

  // The caller had the case in hand: another person verifies, calls back, writes a rating down.
  OWN_CASE: '这件是您自己经办的，请换一个人来做这一步。',
  // Staff write a rating down only for a resident without WeChat: else they could put a good one before the resident's bad one.
  RATES_THEMSELVES: '这位居民自己能在微信里评，请让本人来评。',
  // Everybody above is complained about, or nobody is there; above the district there is no tier.
  NOBODY_ABOVE: '这里没有上级能查这件了，请直接打12345，由市里受理。您写的话还在。',
  // Once only.
  CONTESTED_ALREADY: '已经请上一级再查过一次了，还不满意请打12345。',
  // One at a time, until the community has decided.
  WISH_OPEN: '已经跟社区说了，请等社区答复。急事请打社区电话。',
  WISH_NOT_OPEN: '现在没有要定的换人，请刷新看看。',
  // An answer stands on a document, a page or an item of the catalogue.
  SOURCE_NEEDED: '答复要写依据：文件、网页，或者服务事项。',
  ASKED_ON_ALREADY: '已经接着问过一次了，还有问题请重新问，或打12345。',
  QUESTION_CLOSED: '这次咨询已经办结了，还有问题请重新问。',
  ANSWER_NOT_FOUND: '没有这条问答，请刷新看看。',
  ANSWER_PUBLIC: '这条已经公开了，要改请社区管理员来改。',
  COMPLAINT_CLOSED: '这件投诉已经办结了，有新情况请重新写一件，或打12345。',
  // 随手报: another district, or another city. Nothing is kept in the cloud, and the form keeps what was written.
  PLACE_ELSEWHERE: '这个地方不归本区管，请打当地的12345（外地先拨区号）。您写的都还在。',
  // Nobody but the resident may know.
  CONTACT_GONE: '这件办完很久了，留的电话和门牌到期已经删了。要找他，请到“居民和同事”里查他的登记。',
  REPORTER_HIDDEN: '这件是匿名报的，谁报的都看不到。有话请用留言告诉他。',
  NOT_A_REPORT: '这件不是随手报，请返回刷新看看。',
  // The caller's own report.
  JOIN_OWN: '这就是您报的，不用再点。',
  // `limits.joined`
  JOIN_FULL: '已经有很多邻居说了，正在处理，不用再加。想看进展，请自己另报一件。',
  REOPEN_TOO_LATE: '办结已经超过30天了，请重新提一次请求。',
  // The rectification is at another step, or there is none.
  RECTIFY_NOT_NOW: '整改现在不是这一步，请刷新看看。',
  // The last attempt was less than two hours ago.
  CALLED_JUST_NOW: '刚打过一次，请过两个小时再打。',
  CALLBACK_NOT_FOUND: '没有这个回访，请刷新看看。',
  CALLBACK_CLOSED: '这个回访已经做完了，请看下一个。',
  SAMPLE_NOT_FOUND: '没有这次抽样，请刷新看看。',
  // A sample is drawn from what cannot change any more.
  PERIOD_NOT_OVER: '这段时间还没过完，请过完了再抽。',
  NOTHING_TO_DRAW: '这段时间没有办结的办件，请换一段时间。',
  SAMPLE_TOO_LARGE: '这段时间的办件太多，请按街道或社区分开抽。',
  NOT_APPEALABLE: '只有不满意的评价才能申诉，请另选一条。',
  APPEAL_NOT_FOUND: '没有这个申诉，请刷新看看。',
  APPEAL_DECIDED: '这个申诉已经裁定了，请刷新看看。',
  // The unit that handled the rectification does not judge the appeal.
  APPEAL_NOT_YOURS: '申诉要由上一级裁定，请转给上一级。',
  REVIEW_NOT_FOUND: '还没有评价，请先评价。',
  ALREADY_ADDED: '您已经补充过一次了，谢谢您。',
  // The resident did not agree to it, or the text has not passed.
  NOT_FOR_THE_WALL: '这条不能上墙，请先看居民同不同意、文字过没过审。',
  UNIT_NOT_YOURS: '您不管这个单位，请换自己负责的单位查看。',
  // Another unit of the same parent has this name.
  UNIT_NAME_TAKEN: '同一个上级下面已经有这个名称了，请换一个。',
  // Closed, or under a unit that is: it takes nothing new.
  UNIT_CLOSED: '这个单位已经撤销了，请另选一个，或打社区电话问一问。',
  // Cases that are open, or units under it that are: `fields.orgId` says how many.
  UNIT_IN_USE: '这个单位还有没办完的事，先办完或转走，再来撤销。',
  // A grid has no unit below it; nor can a unit be its own, or that of one below it.
  UNIT_CANNOT_BE_THERE: '单位不能放在这里，请另选一个上级。',
  // The unit has as many units below it as one read gives.
  TOO_MANY_UNITS: '这个单位下面的单位太多了，请先并掉一些。',
  // Households have moved already, or are about to.
  REGRID_BEGUN: '这次调整已经开始了，要改回来请再调整一次。',
  RANGE_BACKWARDS: '开始日期比结束日期还晚，请重新选日期。',
  RANGE_TOO_LONG: '一次最多看两年，请把日期选短一些。',
  // Figures are kept for communities and above; a grid's stand in its community's.
  GRID_HAS_NO_PAGE: '网格的数字在社区的页面里，请选社区查看。',
  // Agents belong to communities: no other unit's page has persons.
  NO_PERSONS_HERE: '代办员的数字在社区的页面里，请选一个社区。',
  RANKING_OFF: '这个社区没有开个人对比，要看请先打开并写明原因，打开会留下记录。',
  QUARTER_NOT_OVER: '这个季度还没过完，请等季度结束以后再来。',
  // Not an .xlsx at all, whatever it is called; the field says what it seems to be.
  IMPORT_NOT_A_SHEET: '这不是 Excel 表格（.xlsx），请用模板填好再传。',
  IMPORT_HAS_MACROS: '这个表格里带着宏，不能收。请另存为“Excel 工作簿（.xlsx）”再传。',
  IMPORT_TOO_LONG: '表格的行数太多了，请分成几个文件导入。',
  // The file, or what it unpacks to.
  IMPORT_TOO_BIG: '这个文件太大了，请只留要导入的行，再传一次。',
  // `fields.fileId` names the headings that are missing.
  IMPORT_WRONG_HEAD: '表头不对，请用这张表的模板填。',
  IMPORT_EMPTY: '表格里没有可以导入的行，请填好再传。',
  // Not the caller's own upload, or gone after a day.
  IMPORT_FILE_GONE: '找不到这个文件了，请再选一次文件。',
  // All or nothing was asked for; `fields.only` says how many.
  IMPORT_HAS_FAULTS: '有的行有问题，请改好再传，或者只导入没问题的。',
  IMPORT_NOT_FOUND: '没有这次导入，请刷新看看。',
  // Not done yet, or being taken back.
  IMPORT_NOT_NOW: '这次导入还没走完，请等它走完再来。',
  IMPORT_UNDO_TOO_LATE: '导入已经超过24小时，或者已经撤回过了，不能再撤回。',
  // 每日封存: the chain has no head from that day on.
  NOTHING_SEALED: '这个单位还没有封存过，夜里封存后再来取。',
  LIST_TOO_LONG: '人太多，一张表装不下，请到下面的街道或者社区里分开取。',
  EXPORT_TOO_LONG: '超过10万行，一个文件装不下，请分几段日期导出。',

  // The printed code: none is out, it ran out, was used, or there is a manager; or it was tried too often.
  BEGIN_CLOSED: '这个启用码用不了了，请在服务器上重新要一个再试。',
  BEGIN_WRONG: '启用码不对，请对着屏幕再看一遍。',
  // Neither a code nor a community was given.
  PLACE_NEEDED: '请扫社区的登记码，或在名单里选您的社区。',
  PLACE_CODE_UNKNOWN: '没有这个登记码，请对着码牌再看一遍，或在名单里选您的社区。',
  // A community or a grid that is not there any more.
  PLACE_CLOSED: '这个社区或网格已经撤并了，请在名单里重新选您的社区。',
  // A street or a district: residents are registered in communities only.
  PLACE_NOT_A_COMMUNITY: '请选到社区，街道和区不登记居民。',
  // WeChat does not take the code: used before, older than five minutes, or of another person.
  PHONE_CODE_DEAD: '微信给的号码凭证用不了了，请再点一次，或自己填电话。',
  // The account's quota is used up, it may not ask, or WeChat gives no answer.
  PHONE_CODE_DOWN: '现在要不到微信的手机号，请自己填电话，社区会和您核实。',
  // No such invitation, or not with these digits: which one is not said.
  INVITATION_NOT_FOUND: '没有这份邀请，或者邀请码不对，请再问一问邀请您的人。',
  INVITATION_OVER: '这份邀请已经过期、收回或用过了，请邀请您的人再发一份。',
  INVITATION_NOT_YOURS: '这份邀请是给另一个号码的，请用收到邀请的手机号。',
  // A typed number needs the digits that were read out to it.
  DIGITS_NEEDED: '请填写邀请您的人读给您的6位数字，或用微信的手机号。',
  DIGITS_DEAD: '数字输错太多次，不能再试了，请邀请您的人再发一份。',
  // Agents belong to a community; managers do not to a grid.
  POST_NOT_HERE: '这个单位没有这个岗位：代办员请选社区，管理员请选社区以上。',
  AGENT_ELSEWHERE: '这位已经是别的社区的代办员，请先在那边停用。',
  // Above the caller, or of another unit.
  PERSON_NOT_YOURS: '没有这个人，或者他不归您管，请联系他所在的单位。',
  NO_POST_TO_END: '这位没有工作岗位，不用停用。居民搬走了请改他的社区。',
  LAST_ADMIN: '区里只有这一位管理员了，请先邀请另一位再停用。',
  // Has WeChat: nobody asks in their place.
  ASKS_THEMSELVES: '这位居民自己有微信，请本人在“我的”里的“我的信息”办。',
  LEAVING_CASES_OPEN: '还有没办完的事，请先撤销，或者选“办完再注销”。',
  // One at a time.
  LEAVING_ASKED: '已经提过注销了，在“我的信息”里看得到，也可以收回。',
  REQUEST_NOT_FOUND: '没有这个请求，请刷新看看。',
  // Answered, taken back, or being carried out.
  REQUEST_CLOSED: '这个请求已经有结果了，请刷新看看。',
  // Its resident has left: nobody is there whom it could be done for.
  PERSON_LEFT: '这位居民已经注销，这件只作档案留着，不能再办。',
  NOTHING_TO_DROP: '这里没有可以收回的，请刷新看看。',
  SAME_PERSON: '这是同一个登记，请选两个不同的。',
  // Only residents' entries are made one: what staff have in hand hangs on theirs.
  JOIN_STAFF: '工作人员的登记不能并到别人那里，请反过来合并，或先停用。',
  UNJOIN_TOO_LATE: '合并已经超过一周，或者已经撤销过了，不能再撤销。',

  // More than `brakes.ts` allows one person; the field says from when on it is possible again.
  TOO_OFTEN: '刚才做得太勤了，请到时间再来。急事请打社区电话。',
  // Lost a race a few times in a row; nothing was written.
  BUSY: '刚才用的人多，没有办成，请再点一次。',
  // The database or the disk takes no writes: full, read-only or down. The log says which.
  STORE_DOWN: '现在存不进去，没有办成。请稍后再试，急事请打社区电话。',
} as const;

export type ErrorCode = keyof typeof errors;

/** A refusal that a rule or a handler returns. Nothing was written. */
export interface Rejection {
  ok: false;
  code: ErrorCode;
  /** field → what is wrong with it and how to mend it */
  fields?: Record<string, string>;
}

export function reject(code: ErrorCode, fields?: Record<string, string>): Rejection {
  return fields ? { ok: false, code, fields } : { ok: false, code };
}

export function isRejection(value: unknown): value is Rejection {
  return (
    typeof value === 'object' && value !== null && 'ok' in value && value.ok === false && 'code' in value
  );
}
