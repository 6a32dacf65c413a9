/**
 * Every reason for which a deployment stops: its cause (comment) and the sentence that the clerk reads, which says what to do
 * next. Details are names and ids only, never a key and never a resident's data.
 */
const sentences = {
  // A command line that is not understood.
  BAD_COMMAND: (what: string) => `看不懂“${what}”。运行 npm run deploy -- --help 看怎么写。`,
  // A key or an id is missing, and nobody is there to be asked.
  NOT_GIVEN: (what: string, where: string) =>
    `还缺${what}。${where}填进 deploy.local.json，或者在命令行窗口里直接运行 npm run deploy，会一样一样问。`,
  SETTINGS_BROKEN: (what: string) =>
    `deploy.local.json 读不懂：${what}。照 config/README.md 里的样子改好，再运行一次。`,
  WHICH_ENV: (names: string) => `有几个环境：${names}。请写明要哪一个，例如 npm run deploy -- --env trial。`,
  BAD_APP_ID: (id: string) =>
    `AppID“${id}”不对，应当是 wx 加16位。在 mp.weixin.qq.com 的“开发管理 → 开发设置”里抄下来，改在 deploy.local.json 里。`,
  NOT_BUILT: (what: string) =>
    `${what}还没有编译好。先运行 npm ci，再运行 npm run build:functions，看看报什么错。`,
  // The bundle is bigger than one call may carry.
  CODE_TOO_BIG: (name: string, kb: number, most: number) =>
    `云函数 ${name} 压缩以后有 ${kb} KB，超过 ${most} KB，传不上去。请让开发的人把它拆小。`,

  NO_NETWORK: (whom: string, why: string) =>
    `连不上${whom}（${why}）。请检查网络；单位上网要走代理的，先设好环境变量 http_proxy。好了再运行一次，会接着做。`,
  // A page came instead of an answer: a login to the network, or a proxy's own words.
  NOT_THE_CLOUD: () =>
    '回答的不是腾讯云，是一个网页，多半是单位上网的登录页或者代理。请先用浏览器登录上网，再运行一次，会接着做。',
  // AuthFailure.SecretIdNotFound
  WRONG_ID: () =>
    'SecretId 不对，或者已经停用。到 console.cloud.tencent.com/cam/capi 核对，改在 deploy.local.json 里，再运行一次。',
  // AuthFailure.SignatureFailure
  WRONG_KEY: () =>
    'SecretKey 和 SecretId 对不上。到 console.cloud.tencent.com/cam/capi 重新复制 SecretKey（要一整行），改在 deploy.local.json 里，再运行一次。',
  // AuthFailure.SignatureExpire: the two clocks are more than five minutes apart.
  CLOCK_OFF: (now: string) =>
    `这台电脑的时间是 ${now}，和腾讯云的差了5分钟以上，不能用。请在系统设置里打开“自动设置时间”，再运行一次。`,
  NO_RIGHT: (action: string) =>
    `这对密钥没有权限做这一步（${action}）。到 console.cloud.tencent.com/cam 给它加上 QcloudTCBFullAccess 和 QcloudSCFFullAccess，再运行一次。`,
  // Not there, or another account's or AppID's.
  UNKNOWN_ENV: (env: string, seen: string) =>
    `这对密钥名下没有环境 ${env}。${seen}常见的原因：环境属于另一个小程序（AppID），或者密钥是另一个账号的。请用那个小程序的管理员，在腾讯云登录页选“微信公众号登录”，重新取密钥；或者改环境 ID。`,
  WRONG_REGION: (env: string, region: string) =>
    `环境 ${env} 在地域 ${region}。在 deploy.local.json 里加上 "region": "${region}"，再运行一次。`,
  ENV_NOT_READY: (env: string, status: string) =>
    `环境 ${env} 现在用不了（状态 ${status}）。到云开发控制台看看是不是欠费或者还在开通，好了再运行一次。`,
  TOO_BUSY: (action: string) =>
    `腾讯云说请求太多（${action}），等了几次还不行。过一分钟再运行一次，会接着做。`,
  STUCK: (name: string) =>
    `云函数 ${name} 一直在更新，等了5分钟。到云开发控制台看看它的状态，好了再运行一次，会接着做。`,
  // Anything else that the cloud refuses: its own words, for whoever is asked for help.
  CLOUD_SAYS: (action: string, code: string, words: string) =>
    `腾讯云没有做成这一步（${action}，${code}）：${words}。再运行一次会接着做；还是这样，请把这一行发给开发的人。`,

  HELD: (who: string, since: string) =>
    `${who} 从 ${since} 起正在部署这个环境。等那边做完再运行；那边要是已经断了，最多15分钟后就能接着做。`,
  LOST_LEASE: (who: string) =>
    `部署到一半，${who} 接手了这个环境，这里已经停下。等那边做完，再运行一次看看还差什么。`,
  STOPPED: () => '已经停下，没有做到一半的。再运行一次会接着做。',
  NOT_AGREED: () => '什么都没有改。要照计划做，运行时回答 y，或者加上 --yes。',
  PLAN_UNREADABLE: (file: string) =>
    `计划文件 ${file} 读不了。重新运行 npm run deploy -- --plan --save ${file} 存一份。`,
  PLAN_OF_ANOTHER: (env: string) => `这份计划是给环境 ${env} 做的。换 --env ${env}，或者重新做一份计划。`,
  CLOUD_MOVED_ON: () =>
    '云上和您看这份计划的时候已经不一样了，没有照它做。请重新运行 npm run deploy -- --plan，看过再做。',
  CODE_MOVED_ON: () =>
    '本机的代码或配置和做这份计划的时候已经不一样了，没有照它做。请重新运行 npm run deploy -- --plan，看过再做。',

  // A unique index over data that holds the same twice.
  DUPLICATE: (index: string, ids: string, more: number) =>
    `索引 ${index} 要求不重复，可是数据里有重复的：记录 ${ids}${more > 0 ? `，还有 ${more} 组` : ''}。到云开发控制台的“数据库”里看这几条，改好或删掉多余的，再运行一次，会接着做。`,
  INDEX_SLOW: (index: string) =>
    `索引 ${index} 建了10分钟还没有好。到云开发控制台的“数据库 → 索引管理”看看，好了再运行一次，会接着做。`,
  BLOCKED: (what: string) => `有不能直接改的：${what}。`,
  // The new code throws before its first answer.
  DOES_NOT_START: (name: string, why: string, back: string) => `云函数 ${name} 启动不了（${why}）。${back}`,
  NOTHING_BEFORE: () => '这里没有更早的版本可以退回去。',
  CODE_GONE: (name: string) =>
    `云函数 ${name} 那个版本的代码没有存下来，退不回去。请取出那个版本的代码，重新部署一次。`,

  // `npm run keys -- cloud`: the functions are not there.
  KEYS_NOWHERE: (name: string) => `云函数 ${name} 不在这个环境里。先运行 npm run deploy，再来放密钥。`,
  // Two functions have another key by the same number: one of them cannot open what the other has written.
  KEYS_DIFFER: (number: number, names: string) =>
    `${names} 里的第${number}把密钥不一样，不知道哪一把是对的，什么都没有改。请从锁着的那份里抄出来，到云开发控制台把这几个云函数的环境变量 LINLI_KEYS 改成一样的，再运行一次。`,
  NO_SUCH_KEY: (number: number, known: string) => `没有第${number}把密钥。有的是：${known}。`,
  KEY_NEWEST: (number: number) =>
    `第${number}把正在用，删不了。先运行 npm run keys -- cloud new 换一把新的。`,
  KEY_IN_USE: (number: number, count: number) =>
    `还有${count}个号码是用第${number}把存的，换完再删：定时任务十二小时内会一批批换过来。`,

  // The environment that residents use takes no made-up people.
  DEMO_REAL: (env: string) =>
    `环境 ${env} 是给居民用的（deploy.local.json 里叫 real），不放演示数据。请换一个试用的环境：npm run deploy -- --env trial --demo。`,
  // Documents that this tool has not put there.
  DEMO_NOT_EMPTY: (count: number, where: string) =>
    `这个环境里已经有 ${count} 条记录（${where}），不往里放演示数据，什么都没有改。请换一个空的环境；确实不要了，到云开发控制台的“数据库”里删掉这些记录，再运行一次。`,

  NO_UPLOAD_KEY: () =>
    '还没有代码上传密钥，小程序没有上传。在 mp.weixin.qq.com 的“开发管理 → 开发设置 → 小程序代码上传”里生成，下载下来放在本文件夹，文件名写进 deploy.local.json 的 uploadKey；同一页的 IP 白名单里加上这台电脑的 IP。',
  UPLOAD_REFUSED: (why: string) =>
    `小程序没有传上去：${why}。请看 mp.weixin.qq.com 的“开发管理 → 开发设置 → 小程序代码上传”里，密钥是不是这个 AppID 的，IP 白名单里有没有这台电脑的 IP。`,
  PACKAGE_TOO_BIG: (name: string, kb: number) =>
    `小程序的${name}有 ${kb} KB，超过微信的 2048 KB。请让开发的人拆小再传。`,
};

export type RefusalCode = keyof typeof sentences;

/** A run that cannot go on. The message is the sentence for the clerk. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    sentence: string,
  ) {
    super(sentence);
    this.name = 'Refusal';
  }
}

/** The refusal of a code, with what its sentence names. */
export function refuse<C extends RefusalCode>(
  code: C,
  ...details: Parameters<(typeof sentences)[C]>
): Refusal {
  const sentence = sentences[code] as (...all: unknown[]) => string;
  return new Refusal(code, sentence(...details));
}
