/** Words that only a seller uses here: one is enough. */
const sellers =
  /免考|包过|包拿证|代开(?:发)?票|刻章|办假证|无抵押|秒批|当天放款|低息贷款|信用卡套现|网贷|博彩|下注|棋牌|刷单|日赚|日结.{0,3}高薪|招代理|量大优惠|拉人.{0,2}返|返利|红包群|高价回收|祖传秘方|包治|稳赚|内幕消息|荐股|加(?:我)?(?:[vV微薇威卫](?:信)?[号: ]?\s*[a-zA-Z\d]|[vVxX]+$)|陪聊|价格从优|[vV]信|专业办理/;
/** Words that sellers and residents share: two of them make an advert. */
const shared = [
  /加.{0,2}(?:微信|QQ|qq)/,
  /优惠|打折|特价|促销/,
  /扫码|点击|链接|https?:/,
  /详谈|详询|咨询热线|电话联系|微信联系/,
  /免费领|中奖|大奖/,
  /上门服务/,
  /出售|转让|招租|收购|回收/,
];

/** Whether the writer sells instead of asking. A victim's report (被骗刷单) is for `dangerIn`, which comes first. */
export const isAdvert = (text: string): boolean =>
  sellers.test(text) || shared.filter((sign) => sign.test(text)).length > 1;
