import type { Page } from 'playwright-core';
import { MONDAY } from '../support/cloud';
import { type App, startApp } from './app';
import { answers, askByTile, button, gone, sees, writeUpToCheck } from './steps';

/** Notices as people meet them: WeChat's question, the message, the inbox, the call, and the admin who sees what became of each. */
interface Delivered {
  personId: string;
  page: string;
  data: Record<string, { value: string }>;
}

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const messagesTo = async (person: string) =>
  (await app.cloud.local<Delivered[]>('messages')).filter((one) => one.personId === person);
const leftOf = async (person: string) => {
  const { kinds } = await app.cloud.ok(person, 'account.notices', {});
  return Object.fromEntries(kinds.map(({ kind, left }) => [kind, left]));
};
const caseOf = async (person: string) => {
  const [row] = (await app.cloud.ok(person, 'cases.mine', {})).cases;
  return (await app.cloud.ok(person, 'cases.detail', { caseId: row?.caseId ?? '' })).case;
};
/** The agent who was offered the case takes it. */
const accept = async (person: string) => {
  const { caseId, assignment } = await caseOf(person);
  const agent = assignment?.agentId ?? '';
  await app.cloud.ok(agent, 'cases.accept', { caseId });
  return { agent, caseId };
};
/** The page at an address, in the hands of the person who holds this phone. */
const turnTo = async (page: Page, path: string) => {
  await page.goto('about:blank');
  await page.goto(`${app.cloud.url}/#/${path}`);
};
/** Answers WeChat's question, and waits until the cloud has counted it. */
const says = async (page: Page, way: '允许' | '取消') => {
  const counted = page.waitForResponse((one) => one.request().postData()?.includes('"subscribed"') ?? false);
  await answers(page, way);
  await counted;
};
const dialog = (page: Page) => page.getByRole('dialog');

describe('whoever says yes', () => {
  const resident = 'rs-01';
  let page: Page;
  let given: { agent: string; caseId: string };
  beforeAll(async () => {
    page = await app.open(resident);
  });

  it('hears beforehand what WeChat is going to ask', async () => {
    await askByTile(page, '残疾人证');
    await writeUpToCheck(page, '老伴瘫痪两年，下不了楼');
    await sees(page, /点“发出去”，微信会问要不要给您发消息：办到哪一步、还缺什么材料、办好了没有/);
  });

  it('is asked in the tap, and the request goes meanwhile', async () => {
    await button(page, '发出去').click();
    await dialog(page).getByText('还缺什么材料').waitFor();
    await sees(page, '收到了，我们来办');
    await says(page, '允许');
    expect(await leftOf(resident)).toMatchObject({ progress: 1, supplement: 1, result: 1 });
  });

  it('keeps it for news: that the request arrived is said on the page and in 我的', async () => {
    await app.cloud.timer('notify');
    expect(await messagesTo(resident)).toEqual([]);
    expect(await leftOf(resident)).toMatchObject({ progress: 1 });
  });

  it('gets a message in WeChat with the right words, which opens the right page', async () => {
    await app.cloud.setClock(MONDAY + 60_000);
    given = await accept(resident);
    await app.cloud.timer('notify');
    const [message] = await messagesTo(resident);
    expect(message?.data).toMatchObject({
      thing1: { value: '残疾人证办理' },
      phrase2: { value: '办理中' },
      thing3: { value: expect.stringMatching(/^立春晓接单了，.*前办完$/) as string },
    });
    await turnTo(page, message?.page ?? '');
    await sees(page, '办件进展');
    await sees(page, /立春晓正在办/);
  });

  it('sees in the tab bar how many are unread, and in 我的 which', async () => {
    await turnTo(page, 'pages/home/index');
    await sees(page, '2条没看的消息');
    await page.getByRole('link', { name: '我的', exact: true }).click();
    await button(page, /已收到您的请求.*没看过/s).waitFor();
    await button(page, /代办员已接单.*没看过/s).waitFor();
    await page.getByText('2条没看的消息').first().waitFor({ state: 'detached' });
    expect((await app.cloud.ok(resident, 'account.session', {})).unread).toBe(0);
    await button(page, /代办员已接单/).click();
    await sees(page, '办件进展');
  });

  it('has used the yes up: what comes next is in the inbox alone', async () => {
    const { caseId, agent } = given;
    const colleague = 'ag-04';
    await app.cloud.setClock(MONDAY + 120_000);
    await app.cloud.ok(agent, 'cases.handover', { caseId, agentId: colleague, reason: '我要休假' });
    await app.cloud.ok(colleague, 'cases.accept', { caseId });
    given = { caseId, agent: colleague };
    await app.cloud.timer('notify');
    expect(await messagesTo(resident)).toHaveLength(1);
    await turnTo(page, 'pages/me/index');
    await button(page, /清明远接了您的残疾人证办理/).waitFor();
    expect(await leftOf(resident)).toMatchObject({ progress: 0, supplement: 1, result: 1 });
  });

  it('is asked for more at the next fitting moment, for what is used up alone', async () => {
    await app.cloud.ok(given.agent, 'cases.ask', { caseId: given.caseId, text: '户口簿' });
    await app.cloud.timer('notify');
    const message = (await messagesTo(resident)).at(-1);
    expect(message?.data.thing3?.value).toContain('户口簿');
    await turnTo(page, message?.page ?? '');
    await sees(page, '请您补一样');
    await sees(page, /微信会问要不要给您发消息：办到哪一步。/);
    await page.getByLabel(/怎么补上的/).fill('户口簿在家，来拿就行');
    await button(page, '补好了，接着办').click();
    await says(page, '允许');
    await sees(page, /正在办/);
    await turnTo(page, 'packages/resident/notices/index');
    await sees(page, '还能发1条');
    expect(await leftOf(resident)).toMatchObject({ progress: 1, supplement: 0, result: 1 });
  });

  it('hears in the end that it is done', async () => {
    await app.cloud.ok(given.agent, 'cases.complete', { caseId: given.caseId, result: '证办好了' });
    await app.cloud.timer('notify');
    const message = (await messagesTo(resident)).at(-1);
    expect(message?.data.phrase2?.value).toBe('已办结');
    await turnTo(page, message?.page ?? '');
    await button(page, '评一评办得怎么样').waitFor();
  });
});

describe('whoever says no', () => {
  const resident = 'rs-02';
  let page: Page;
  let given: { agent: string; caseId: string };
  beforeAll(async () => {
    page = await app.open(resident);
    await askByTile(page, '低保申请');
    await writeUpToCheck(page, '老两口没有退休金');
    await button(page, '发出去').click();
    await says(page, '取消');
  });

  it('has sent the request all the same, and finds the news in 我的', async () => {
    await sees(page, '收到了，我们来办');
    await app.cloud.timer('notify');
    expect(await messagesTo(resident)).toEqual([]);
    const { notices } = await app.cloud.ok(resident, 'account.inbox', {});
    expect(notices).toMatchObject([{ title: '已收到您的请求' }]);
  });

  it('is not asked again in the same sitting', async () => {
    await button(page, '返回').click();
    await button(page, '返回').click();
    await askByTile(page, '医保缴费');
    await writeUpToCheck(page, '想补交今年的医保');
    await gone(page.getByText('微信会问您一句'));
    await button(page, '发出去').click();
    await sees(page, '收到了，我们来办');
    await gone(dialog(page));
  });

  it('and never looks: the agent is asked to call, with the words to say', async () => {
    given = await accept(resident);
    await app.cloud.ok(given.agent, 'cases.ask', { caseId: given.caseId, text: '收入证明' });
    await app.cloud.timer('notify');
    page = await app.open(given.agent, { path: '#/packages/agent/queue/index' });
    await button(page, /请打电话告知 1个/).click();
    await sees(page, /我是社区代办员。.*收入证明/);
    const { contact, no } = await caseOf(resident);
    expect(await page.getByRole('link', { name: /^打电话/ }).getAttribute('href')).toBe(
      `tel:${contact.phone}`,
    );
    expect(no).toHaveLength(10);
  });

  it('nobody answers: the call stays for later', async () => {
    await button(page, /^打完了，记一下/).click();
    await page.getByRole('radio', { name: /没人接/ }).check();
    await button(page, /^记下/).click();
    await sees(page, '上次没人接');
  });

  it('what is written about it is kept, and whoever was told is off the list', async () => {
    await button(page, /^打完了，记一下/).click();
    await page.getByRole('radio', { name: /告知本人了/ }).check();
    await page.getByLabel(/再写一句/).fill('明天去开证明');
    await page.reload();
    await page.getByLabel(/再写一句/).waitFor();
    expect(await page.getByLabel(/再写一句/).inputValue()).toBe('明天去开证明');
    expect(await page.getByRole('radio', { name: /告知本人了/ }).isChecked()).toBe(true);
    await button(page, /^记下/).click();
    await sees(page, '都告诉到了，现在没有要打的电话。');
    expect((await app.cloud.ok(given.agent, 'cases.calls', {})).calls).toEqual([]);
  });
});

describe('a template that WeChat banned', () => {
  const resident = 'rs-03';
  let page: Page;
  beforeAll(async () => {
    await app.cloud.saysYes(resident, ['progress'], 2);
    await app.cloud.ok(resident, 'cases.submit', {
      serviceCode: 'disability-subsidies',
      mode: 'counter',
      note: '护理补贴停了',
    });
    await accept(resident);
    await app.cloud.local('faults', { api: 'subscribeMessage.send', errcode: 43107, times: 1 });
    await app.cloud.timer('notify');
    page = await app.open('ad-ds-1');
  });

  it('stands above all else for the admin, with what to do', async () => {
    await button(page, /通知送达/).click();
    await sees(page, '“办到哪一步”：模板被微信停用');
    await sees(page, '这一类现在都不往微信发，只在小程序里。');
    await sees(page, /mp.weixin.qq.com/);
  });

  it('is the district’s to mend: a community is told so, and has no button for it', async () => {
    const community = await app.open('ad-cm-1', { path: '#/packages/manager/deliveries/index' });
    await sees(community, '由区里处理，您这里不用做什么。');
    await gone(button(community, /^修好了/));
  });

  it('is one of those that failed', async () => {
    await page.getByRole('radio', { name: '没发成 1' }).check();
    await button(page, /^再发一次：代办员已接单/).waitFor();
    expect(await button(page, /^再发一次/).count()).toBe(1);
    await sees(page, /模板被微信停用 · 微信代码43107/);
  });

  it('mended and sent once more, it arrives', async () => {
    await button(page, /^修好了/).click();
    await sees(page, /好，接着往微信发/);
    await page.getByText('这一类现在都不往微信发，只在小程序里。').waitFor({ state: 'detached' });
    await button(page, /^再发一次：代办员已接单/).click();
    await sees(page, /排上了，一分钟里再发/);
    expect(await app.cloud.timer('notify')).toMatchObject({ sent: 1 });
    expect(await messagesTo(resident)).toHaveLength(1);
    await page.reload();
    await page.getByRole('radio', { name: /^已发到微信/ }).check();
    await sees(page, '代办员已接单');
  });
});

describe('somebody without WeChat', () => {
  const name = '白大爷';
  let page: Page;
  let holder: string;
  let caseId: string;

  it('rings: an agent writes it down, finds what is meant, and has a number to say', async () => {
    page = await app.open('ag-01', { path: '#/packages/agent/queue/index' });
    await button(page, '帮居民登记').click();
    await page.getByRole('radio', { name: '电话' }).check();
    await page.getByLabel(/他要办的事/).fill('想办老年优待证');
    await button(page, /老年人优待证/).click();
    await button(page, /^换一件/).waitFor();
    await page.getByLabel('姓名').fill(name);
    await page.getByLabel('联系电话').fill('0452');
    await page.getByRole('radio', { name: /到站办理/ }).check();
    await button(page, '登记，派代办员').click();
    await sees(page, '电话不对：手机号是11位，座机请带区号。');
  });

  it('what was written is kept, whatever happens to the phone', async () => {
    await page.reload();
    await sees(page, '上次写到一半的还在，接着写就行。');
    expect(await page.getByLabel('姓名').inputValue()).toBe(name);
    await page.getByLabel('联系电话').fill('0452-5550199');
    await button(page, '登记，派代办员').click();
    await sees(page, '登记好了，正在派代办员');
    await sees(page, /“您的事登记好了，编号是26\s1123\s\d{4}。/);
  });

  it('rings again elsewhere: the case there is, instead of a second one', async () => {
    await button(page, '再记一件').click();
    expect(await page.getByLabel('姓名').inputValue()).toBe('');
    const manager = await app.open('ad-cm-1', { path: '#/packages/manager/board/index' });
    await button(manager, '帮居民登记').click();
    await manager.getByRole('radio', { name: '窗口' }).check();
    await manager.getByLabel(/他要办的事/).fill('想办老年优待证');
    await button(manager, /老年人优待证/).click();
    await manager.getByLabel('姓名').fill(name);
    await manager.getByLabel('联系电话').fill('04525550199');
    await manager.getByRole('radio', { name: /到站办理/ }).check();
    await button(manager, '登记，派代办员').click();
    await sees(manager, '这件事已经在办，刚说的加进去了');
    await button(manager, '回在办一览').click();
    await manager
      .getByRole('radio', { name: /^待接单/ })
      .filter({ visible: true })
      .check();
    await button(manager, /老年人优待证/)
      .first()
      .click();
    await sees(manager, '电话登记');
    caseId = /id=([^&]+)/.exec(manager.url())?.[1] ?? '';
    const { assignment } = (await app.cloud.ok('ad-cm-1', 'cases.detail', { caseId })).case;
    holder = assignment?.agentId ?? '';
    await app.cloud.timer('notify');
  });

  it('an agent takes it, and in that tap says yes to hearing of the next one', async () => {
    page = await app.open(holder, { path: `#/packages/agent/case/index?id=${caseId}` });
    await sees(page, /微信会问要不要给您发消息：派单和催办。/);
    await button(page, /^接单/).click();
    await says(page, '允许');
    await button(page, '办好了').waitFor();
    expect(await leftOf(holder)).toMatchObject({ assignment: 1 });
  });

  it('is told by a call, with the words to say', async () => {
    await app.cloud.timer('notify');
    await turnTo(page, 'packages/agent/queue/index');
    await button(page, /请打电话告知 1个/).click();
    await sees(page, /“白大爷您好，我是社区代办员。.*接了您的老年人优待证/);
    await button(page, /^打完了，记一下/).click();
    await page.getByRole('radio', { name: /告知本人了/ }).check();
    await button(page, /^记下/).click();
    await sees(page, '都告诉到了，现在没有要打的电话。');
  });

  it('the agent hears of the next case in WeChat', async () => {
    const next = await app.cloud.ok('ad-cm-1', 'cases.intake', {
      channel: 'counter',
      name,
      phone: '04525550199',
      serviceCode: 'elderly-allowance',
      mode: 'counter',
      note: '过了80生日还没领',
    });
    const { assignment } = (await app.cloud.ok('ad-cm-1', 'cases.detail', { caseId: next.caseId })).case;
    if (assignment?.agentId !== holder)
      await app.cloud.ok('ad-cm-1', 'cases.assign', { caseId: next.caseId, agentId: holder });
    await app.cloud.timer('notify');
    expect((await messagesTo(holder)).at(-1)?.data).toMatchObject({
      thing1: { value: expect.stringContaining('高龄津贴') as string },
      thing3: { value: expect.stringMatching(/^请看能不能接，/) as string },
    });
  });
});

describe('通知设置', () => {
  const resident = 'rs-04';
  let page: Page;
  beforeAll(async () => {
    page = await app.open(resident, { path: '#/pages/me/index' });
    await button(page, /通知设置/).click();
    await sees(page, '要告诉您什么？');
  });

  it('keeps each tap at once: a kind off, nights on', async () => {
    await page.getByRole('checkbox', { name: /办到哪一步/ }).uncheck();
    await page.getByRole('checkbox', { name: /夜里不打扰/ }).uncheck();
    await sees(page, '改好了，记下了。');
    const { quiet, kinds } = await app.cloud.ok(resident, 'account.notices', {});
    expect(quiet).toBe(false);
    expect(kinds.filter(({ isMuted }) => isMuted).map(({ kind }) => kind)).toEqual(['progress']);
  });

  it('adds a message of one kind by a tap, as often as one likes', async () => {
    await button(page, '再加一次：办好了没有').click();
    await says(page, '允许');
    await sees(page, '还能发1条');
    await button(page, '再加一次：办好了没有').click();
    await says(page, '允许');
    await sees(page, '还能发2条');
    expect(await leftOf(resident)).toMatchObject({ result: 2 });
  });

  it('a no adds nothing, and says so', async () => {
    await button(page, '再加一次：还缺什么材料').click();
    await says(page, '取消');
    await sees(page, /没有加上/);
    expect(await leftOf(resident)).toMatchObject({ supplement: 0 });
  });
});

describe('whoever said no', () => {
  const resident = 'rs-05';
  const atCheck = async (at: number) => {
    await app.cloud.setClock(at);
    const page = await app.open(resident);
    await askByTile(page, '残疾人证');
    await writeUpToCheck(page, '腿脚不行了');
    return page;
  };
  const dayMs = 24 * 60 * 60_000;
  beforeAll(() => app.cloud.ok(resident, 'account.subscribed', { accepted: [], refused: ['progress'] }));

  it('is left alone for a week', async () => {
    const page = await atCheck(MONDAY + 6 * dayMs);
    await sees(page, /微信会问要不要给您发消息：还缺什么材料、办好了没有。/);
  });

  it('and can be asked again after it', async () => {
    const page = await atCheck(MONDAY + 8 * dayMs);
    await sees(page, /微信会问要不要给您发消息：办到哪一步、还缺什么材料、办好了没有。/);
  });
});

it('no page said an error', () => expect(app.complaints).toEqual([]));
