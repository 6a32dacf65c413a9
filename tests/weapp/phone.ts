import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import vm from 'node:vm';
import { compileTemplates } from './compile';
import { type Child, type Element, type Found, elementsOf, nameOf, wordsOf } from './tree';
import { type Does, Refused, type Surroundings, asynchronous, openWx } from './wx';

/**
 * A phone with the compiled mini-program on it: its scripts in a logic layer that has what a mini-program has and no more, its pages
 * drawn by WeChat's compiled templates from the data that they set, taps and inputs by the handlers that the templates bind.
 */

const MOST_PAGES = 10;
const MOST_SET_DATA = 256 * 1024;
/** A timer that is further off is a clock of the page and not a step of it. */
const SOON_MS = 1000;

interface AppJson {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  requiredPrivateInfos?: string[];
  tabBar: { list: { pagePath: string }[] };
}
type Handler = (this: unknown, ...args: unknown[]) => unknown;
type Config = Record<string, unknown>;
interface PageInstance extends Config {
  route: string;
  options: Record<string, string>;
  data: Record<string, unknown>;
}

export interface PhoneOptions extends Partial<Pick<Surroundings, 'declared' | 'subscribes'>> {
  /** the built mini-program */
  dir: string;
  /** the cloud that its functions run in, and whose phone it is */
  url: string;
  token: string;
  /** anybody may read the database: the permission was never set */
  isDatabaseOpen?: boolean;
}

export class Phone {
  /** numbers that were dialled, newest last */
  readonly dialled: string[] = [];
  /** errors that were not caught, and what the console was told of errors */
  readonly faults: string[] = [];
  /** what WeChat's own dialogs asked; each was answered with yes */
  readonly asked: string[] = [];
  /** the new version was taken */
  isUpdated = false;
  /** what pages have set, in turn, in bytes */
  readonly sent: { page: string; bytes: number }[] = [];
  readonly wx: Record<string, unknown>;
  readonly #app: AppJson;
  readonly #draw: (path: string, data: unknown) => Element | undefined;
  readonly #context: vm.Context;
  readonly #loaded = new Map<string, { exports: unknown }>();
  readonly #configs = new Map<string, Config>();
  #stack: PageInstance[] = [];
  #tabs = new Map<string, PageInstance>();
  #defining = '';
  #launched?: Config;
  #isCloudOpen = false;
  #isTapping = false;
  #pending = 0;
  readonly #hears = { error: [] as Handler[], rejection: [] as Handler[], update: [] as Handler[] };

  constructor(private readonly options: PhoneOptions) {
    const { dir, declared = [], subscribes = () => 'accept' as const } = options;
    this.#app = JSON.parse(readFileSync(join(dir, 'app.json'), 'utf8')) as AppJson;
    this.#draw = drawerOf(dir);
    this.wx = openWx({
      declared,
      required: this.#app.requiredPrivateInfos,
      subscribes,
      isTapping: () => this.#isTapping,
      onCall: (number) => this.dialled.push(number),
      apis: { ...this.#navigation(), ...this.#life(), cloud: this.#cloud() },
    });
    this.#context = vm.createContext({ wx: this.wx, ...this.#logicLayer() });
  }

  /** Opens the mini-program at a page, as a scanned code or a message would: `pages/home/index?x=1`. */
  async launch(url = this.#app.pages[0] ?? ''): Promise<void> {
    this.#load('app.js');
    const app = this.#launched;
    if (!app) throw new Error('app.js called no App()');
    const { path, query } = split(url);
    call(app, 'onLaunch', { path, query, scene: 1001 });
    call(app, 'onShow', { path, query, scene: 1001 });
    this.#open(path, query);
    await this.settled();
  }

  get page(): PageInstance {
    const top = this.#stack.at(-1);
    if (!top) throw new Error('no page is open');
    return top;
  }

  /** A script of the mini-program threw, and nothing caught it. */
  async breaks(words: string): Promise<void> {
    for (const hear of this.#hears.error) hear(words);
    await this.settled();
  }

  /** WeChat has loaded a newer version meanwhile. */
  async offersUpdate(): Promise<void> {
    for (const hear of this.#hears.update) hear();
    await this.settled();
  }

  /** What the page in view shows. */
  get screen(): Element {
    const drawn = this.#draw(`${this.page.route}.wxml`, this.page.data);
    if (!drawn) throw new Error(`${this.page.route} has no template`);
    return this.#withComponents(drawn);
  }

  get words(): string {
    return wordsOf(this.screen);
  }

  /** Taps what is called so, the innermost that listens; then waits until nothing moves any more. */
  async tap(name: string | RegExp): Promise<void> {
    await this.#fire(this.find(name, 'bindtap'), 'tap', {});
  }

  /** Types into the field of this name. */
  async type(name: string | RegExp, value: string): Promise<void> {
    await this.#fire(this.find(name, 'bindinput'), 'input', { value, cursor: value.length });
  }

  /** The phone's key or a swipe back, while a container in the page holds it: WeChat closes that one and tells so. */
  async back(): Promise<void> {
    const held = [...elementsOf(this.screen)].find(
      ({ element: { tag, attr } }) => tag === 'wx-page-container' && attr.show === true,
    );
    if (!held) throw new Error(`nothing holds the way back: the page closes with ${this.words}`);
    await this.#fire(held, 'beforeleave', {});
  }

  /** The element of this name that listens to `event`; the shortest name where several fit. */
  find(name: string | RegExp, event: string): Found {
    const fits = [...elementsOf(this.screen)]
      .filter(({ element }) => element.attr[event] !== undefined)
      .map((found) => ({ ...found, name: nameOf(found.element).trim() }))
      .filter((one) => (typeof name === 'string' ? one.name.includes(name) : name.test(one.name)))
      .sort((a, b) => a.name.length - b.name.length || b.above.length - a.above.length);
    const [first] = fits;
    if (!first) throw new Error(`nothing here is called ${name}: ${this.words}`);
    return first;
  }

  /** Waits until no call is under way and no timer is due soon. */
  async settled(): Promise<void> {
    for (let quiet = 0; quiet < 3; quiet = this.#pending === 0 ? quiet + 1 : 0)
      await new Promise((resolve) => setImmediate(resolve));
  }

  /** The event at its element and at those around it, as WeChat lets it bubble; `catch` ends it. */
  async #fire({ element, above }: Found, type: string, detail: object): Promise<void> {
    this.#isTapping = type === 'tap';
    setImmediate(() => (this.#isTapping = false));
    const target = targetOf(element);
    for (const one of [element, ...above.reverse()]) {
      const caught = one.attr[`catch${type}`];
      const handler = one.attr[`bind${type}`] ?? caught;
      if (typeof handler === 'string')
        call(this.page, handler, { type, timeStamp: 0, target, currentTarget: targetOf(one), detail });
      if (caught !== undefined) break;
    }
    await this.settled();
  }

  /** Custom components draw themselves from what they are given. */
  #withComponents(element: Element): Element {
    const children = element.children.map((child): Child => {
      if (typeof child === 'string' || !/^wx-comp$|^comp$/.test(child.tag))
        return typeof child === 'string' ? child : this.#withComponents(child);
      const drawn = this.#draw('comp.wxml', child.attr);
      return { ...child, children: drawn ? this.#withComponents(drawn).children : [] };
    });
    return { ...element, children };
  }

  #logicLayer() {
    const soon = new Set<unknown>();
    const timer =
      (start: (work: () => void, ms?: number) => NodeJS.Timeout) =>
      (work: () => void, ms = 0): NodeJS.Timeout => {
        const isSoon = ms < SOON_MS && start === setTimeout;
        if (isSoon) this.#pending += 1;
        const id: NodeJS.Timeout = start(() => {
          if (soon.delete(id)) this.#pending -= 1;
          this.#guard(work);
        }, ms);
        if (isSoon) soon.add(id);
        else id.unref();
        return id;
      };
    const clear = (id: NodeJS.Timeout) => {
      if (soon.delete(id)) this.#pending -= 1;
      clearTimeout(id);
    };
    const told = (...words: unknown[]) => void this.faults.push(words.map(String).join(' '));
    return {
      console: { log: () => undefined, info: () => undefined, warn: () => undefined, error: told },
      setTimeout: timer(setTimeout),
      setInterval: timer(setInterval),
      clearTimeout: clear,
      clearInterval: clear,
      App: (config: Config) => void (this.#launched = config),
      Page: (config: Config) => void this.#configs.set(this.#defining, config),
      Component: () => undefined,
      Behavior: () => undefined,
      getApp: () => this.#launched,
      getCurrentPages: () => [...this.#stack],
      requirePlugin: () => undefined,
    };
  }

  #guard(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.faults.push(String(error));
    }
  }

  /** Runs a script once and gives what it exports. */
  #load(file: string): unknown {
    const known = this.#loaded.get(file);
    if (known) return known.exports;
    const module = { exports: {} as unknown };
    this.#loaded.set(file, module);
    const source = readFileSync(join(this.options.dir, file), 'utf8');
    const wrapped = vm.runInContext(`(function(require,module,exports){${source}\n})`, this.#context, {
      filename: file,
    }) as Handler;
    const require = (name: string) =>
      this.#load(posix.join(dirname(file), name.endsWith('.js') ? name : `${name}.js`));
    wrapped.call(undefined, require, module, module.exports);
    return module.exports;
  }

  #open(path: string, query: Record<string, string>): void {
    if (!this.#configs.has(path)) {
      this.#defining = path;
      this.#load(`${path}.js`);
    }
    const config = this.#configs.get(path);
    if (!config) throw new Error(`${path} called no Page()`);
    const page: PageInstance = {
      ...config,
      route: path,
      options: query,
      data: copy((config.data ?? {}) as Config),
    };
    page.setData = (change: Record<string, unknown>, done?: () => void) => this.#setData(page, change, done);
    this.#stack.push(page);
    if (this.#isTab(path)) this.#tabs.set(path, page);
    call(page, 'onLoad', query);
    call(page, 'onShow');
    call(page, 'onReady');
  }

  #setData(page: PageInstance, change: Record<string, unknown>, done?: () => void): void {
    const text = JSON.stringify(change);
    const bytes = Buffer.byteLength(text);
    this.sent.push({ page: page.route, bytes });
    if (bytes > MOST_SET_DATA) throw new Error(`setData of ${bytes} bytes`);
    for (const [path, value] of Object.entries(JSON.parse(text) as Record<string, unknown>))
      put(page.data, path.match(/[^.[\]]+/g) ?? [], value);
    if (!done) return;
    this.#pending += 1;
    setImmediate(() => {
      this.#pending -= 1;
      this.#guard(done);
    });
  }

  #isTab = (path: string): boolean => this.#app.tabBar.list.some(({ pagePath }) => pagePath === path);

  #exists(path: string): boolean {
    const { pages, subPackages = [] } = this.#app;
    return [
      ...pages,
      ...subPackages.flatMap((one) => one.pages.map((page) => `${one.root}/${page}`)),
    ].includes(path);
  }

  #close(page: PageInstance | undefined): void {
    if (page && !this.#isTab(page.route)) call(page, 'onUnload');
    else if (page) call(page, 'onHide');
  }

  #navigation(): Record<string, unknown> {
    const reach = ({ url }: Record<string, unknown>, name: string) => {
      const to = split(posix.normalize(String(url).replace(/^\//, '')));
      if (!this.#exists(to.path)) throw new Refused(`page "${to.path}" is not found`);
      if (this.#isTab(to.path) !== (name === 'switchTab')) throw new Refused(`can not ${name} "${to.path}"`);
      return to;
    };
    const does: Record<string, Does> = {
      navigateTo: (options) => {
        const { path, query } = reach(options, 'navigateTo');
        if (this.#stack.length >= MOST_PAGES) throw new Refused('webview count limit exceed');
        call(this.page, 'onHide');
        this.#open(path, query);
      },
      redirectTo: (options) => {
        const { path, query } = reach(options, 'redirectTo');
        this.#close(this.#stack.pop());
        this.#open(path, query);
      },
      switchTab: (options) => {
        const { path } = reach(options, 'switchTab');
        while (this.#stack.length > 0) this.#close(this.#stack.pop());
        const kept = this.#tabs.get(path);
        if (!kept) return this.#open(path, {});
        this.#stack.push(kept);
        call(kept, 'onShow');
      },
      navigateBack: ({ delta = 1 }) => {
        for (let i = 0; i < Number(delta) && this.#stack.length > 1; i += 1) this.#close(this.#stack.pop());
        call(this.page, 'onShow');
      },
    };
    return Object.fromEntries(
      Object.entries(does).map(([name, run]) => [name, this.#counted(asynchronous(name, run))]),
    );
  }

  /** Counts what is under way, for `settled`. */
  #counted(api: (options?: Parameters<ReturnType<typeof asynchronous>>[0]) => Promise<object> | undefined) {
    return (options: Parameters<typeof api>[0] = {}) => {
      this.#pending += 1;
      const { complete, ...rest } = options;
      const done = (result: object) => {
        complete?.(result);
        setImmediate(() => (this.#pending -= 1));
      };
      if (options.success ?? options.fail ?? complete) return api({ ...rest, complete: done });
      const work = api(rest);
      void work?.then(
        () => setImmediate(() => (this.#pending -= 1)),
        () => setImmediate(() => (this.#pending -= 1)),
      );
      return work;
    };
  }

  /** Errors that nothing caught, newer versions, and the dialog that asks about them. */
  #life() {
    const showModal: Does = ({ title, content }) => {
      this.asked.push(`${String(title)}：${String(content)}`);
      return { confirm: true, cancel: false };
    };
    return {
      onError: (hear: Handler) => void this.#hears.error.push(hear),
      onUnhandledRejection: (hear: Handler) => void this.#hears.rejection.push(hear),
      getUpdateManager: () => ({
        onCheckForUpdate: () => undefined,
        onUpdateFailed: () => undefined,
        onUpdateReady: (hear: Handler) => void this.#hears.update.push(hear),
        applyUpdate: () => void (this.isUpdated = true),
      }),
      showModal: this.#counted(asynchronous('showModal', showModal)),
    };
  }

  #cloud() {
    const { url, token } = this.options;
    const isOpen = () => {
      if (!this.#isCloudOpen) throw new Refused("Cloud API isn't enabled, please call wx.cloud.init first");
    };
    const apis: Record<string, Does> = {
      callFunction: async ({ name, data }) => {
        isOpen();
        const response = await fetch(`${url}/v1/functions/${String(name)}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          body: JSON.stringify(data),
        });
        return { result: await response.json(), requestID: 'r' };
      },
    };
    const read = this.#counted(
      asynchronous('collection.get', () => {
        if (!this.options.isDatabaseOpen)
          throw new Refused('-502003 database permission denied | errMsg: Permission denied');
        return { data: [{ _id: 'rs-01', name: '赵一示' }] };
      }),
    );
    return {
      init: () => void (this.#isCloudOpen = true),
      database: () => ({ collection: () => ({ limit: () => ({ get: read }) }) }),
      ...Object.fromEntries(
        Object.entries(apis).map(([name, run]) => [name, this.#counted(asynchronous(`cloud.${name}`, run))]),
      ),
    };
  }
}

const silent = { log: () => undefined, warn: () => undefined, error: () => undefined };

const drawers = new Map<string, ReturnType<typeof drawer>>();
/** Compiled once for all phones: it keeps nothing between two drawings. */
function drawerOf(dir: string): ReturnType<typeof drawer> {
  const draw = drawers.get(dir) ?? drawer(dir);
  drawers.set(dir, draw);
  return draw;
}

/** WeChat's templates, compiled, in a view layer of their own. */
function drawer(dir: string): (path: string, data: unknown) => Element | undefined {
  const { code, faults } = compileTemplates(dir);
  if (faults) throw new Error(faults);
  const view = vm.createContext({ window: {}, console: silent });
  vm.runInContext(code, view);
  // Data reaches WeChat's view layer as text: an object of another realm is none there.
  const draw = vm.runInContext(
    '(path, data) => { const page = $gwx(path); return page && page(JSON.parse(data)); }',
    view,
  ) as (path: string, data: string) => Element | undefined;
  return (path, data) => draw(path, JSON.stringify(data));
}

function call(target: Config, name: string, ...args: unknown[]): void {
  const handler = target[name];
  if (typeof handler === 'function') (handler as Handler).apply(target, args);
}

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

function put(data: Record<string, unknown>, path: string[], value: unknown): void {
  const [key = '', ...rest] = path;
  if (rest.length === 0) {
    data[key] = value;
    return;
  }
  const inner = data[key];
  if (typeof inner !== 'object' || inner === null) data[key] = /^\d+$/.test(rest[0] ?? '') ? [] : {};
  put(data[key] as Record<string, unknown>, rest, value);
}

function split(url: string): { path: string; query: Record<string, string> } {
  const [path = '', search = ''] = url.split('?');
  return { path, query: Object.fromEntries(search.split('&').filter(Boolean).map(pair)) };
}

function pair(text: string): [string, string] {
  const [key = '', value = ''] = text.split('=');
  return [key, value];
}

function targetOf({ attr }: Element) {
  const dataset = Object.fromEntries(
    Object.entries(attr).flatMap(([name, value]) => {
      const key = /^data-(.+)$/.exec(name)?.[1];
      return key ? [[key, value]] : [];
    }),
  );
  return { id: attr.id, dataset };
}
