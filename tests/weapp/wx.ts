import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { eachNode } from '../support/syntax';

/**
 * `wx` as a mini-program finds it. Its names are those of WeChat's own typings: another name is undefined, and a name without a
 * stub here ends the call by its name. Each stub refuses what the platform refuses; sources: docs/decisions/0033.
 */

/** All members of `wx`, read from WeChat's typings. */
export const namesOfWx: ReadonlySet<string> = (() => {
  const typings = dirname(require.resolve('miniprogram-api-typings/package.json'));
  const file = join(typings, 'types/wx/lib.wx.api.d.ts');
  const names = new Set<string>(['cloud']);
  eachNode(file, readFileSync(file, 'utf8'), (node) => {
    if (node.type !== 'TSInterfaceDeclaration' || node.id.name !== 'Wx') return;
    for (const one of node.body.body)
      if ('key' in one && one.key.type === 'Identifier') names.add(one.key.name);
  });
  return names;
})();

type Options = Record<string, unknown> & {
  success?: (result: object) => void;
  fail?: (error: object) => void;
  complete?: (result: object) => void;
};

/** A refusal as the platform words it: `errMsg` without the API's name, and its number where it has one. */
export class Refused extends Error {
  constructor(
    readonly why: string,
    readonly errno?: number,
  ) {
    super(why);
  }
}

/** What an API that takes `success`, `fail`, `complete` does here; what it throws as `Refused` is the platform's no. */
export type Does = (options: Options) => object | void | Promise<object | void>;

/** Calls back as WeChat does, or gives a promise where no callback was given. */
export function asynchronous(name: string, does: Does) {
  return (options: Options = {}): Promise<object> | undefined => {
    const { success, fail, complete } = options;
    const told = success ?? fail ?? complete;
    const work = Promise.resolve()
      .then(() => does(options))
      .then((result) => ({ errMsg: `${name}:ok`, ...result }));
    const refusal = (error: unknown) => {
      if (!(error instanceof Refused)) throw error;
      return {
        errMsg: `${name}:fail ${error.why}`,
        ...(error.errno !== undefined && { errno: error.errno }),
      };
    };
    if (!told) return work.catch((error: unknown) => Promise.reject(refusal(error)));
    void work.then(
      (result) => (success?.(result), complete?.(result)),
      (error: unknown) => {
        const refused = refusal(error);
        fail?.(refused);
        complete?.(refused);
      },
    );
    return undefined;
  };
}

/** APIs that touch what is the person's own: refused until 《用户隐私保护指引》 declares them (errno 112). */
const ofPrivacy = [
  'setClipboardData',
  'chooseMedia',
  'chooseLocation',
  'getLocation',
  'saveImageToPhotosAlbum',
];

/** APIs of places: refused until app.json names them, which only an approved one may. Source: 地理位置相关接口调整公告. */
const ofPlaces = ['chooseLocation', 'getLocation'];

const KEY_BYTES = 1024 * 1024;
const ALL_BYTES = 10 * KEY_BYTES;

/** Storage of one phone: 1 MB a key, 10 MB in all. */
function storageApis() {
  const kept = new Map<string, string>();
  return {
    getStorageSync: (key: string): unknown => JSON.parse(kept.get(key) ?? '""'),
    setStorageSync(key: string, value: unknown) {
      const text = JSON.stringify(value);
      const all = [...kept].reduce((sum, [name, one]) => sum + (name === key ? 0 : one.length), text.length);
      if (text.length > KEY_BYTES) throw new Error('setStorageSync:fail entry size limit reached');
      if (all > ALL_BYTES) throw new Error('setStorageSync:fail exceed storage max size');
      kept.set(key, text);
    },
    removeStorageSync: (key: string) => void kept.delete(key),
  };
}

export interface Surroundings {
  /** privacy APIs that the guideline declares */
  declared: readonly string[];
  /** `requiredPrivateInfos` of app.json */
  required?: readonly string[];
  /** a tap is being handled: until its macrotask ends */
  isTapping: () => boolean;
  /** what the person answers in the dialog of subscribe messages */
  subscribes: (templateId: string) => 'accept' | 'reject';
  /** what was dialled */
  onCall: (number: string) => void;
  /** navigation and the cloud: the phone's own */
  apis: Record<string, unknown>;
}

export function openWx({
  declared,
  required = [],
  isTapping,
  subscribes,
  onCall,
  apis,
}: Surroundings): Record<string, unknown> {
  const device = { fontSizeScaleFactor: 1, fontSizeSetting: 16, SDKVersion: '3.8.12', version: '8.0.60' };
  const screen = { windowWidth: 375, windowHeight: 667, screenWidth: 375, screenHeight: 667, pixelRatio: 2 };
  const does: Record<string, Does> = {
    makePhoneCall: ({ phoneNumber }) => onCall(String(phoneNumber)),
    setClipboardData: () => ({}),
    openLocation: () => ({}),
    chooseLocation: () => ({ latitude: 47.34, longitude: 123.95, name: '东门', address: '铁锋区龙华路1号' }),
    chooseMedia: () => ({ tempFiles: [{ tempFilePath: 'wxfile://tmp_photo.jpg', size: 1000 }] }),
    setNavigationBarTitle: () => ({}),
    pageScrollTo: () => ({}),
    stopPullDownRefresh: () => ({}),
    hideTabBar: () => ({}),
    setTabBarBadge: () => ({}),
    removeTabBarBadge: () => ({}),
    previewImage: () => ({}),
    requestSubscribeMessage({ tmplIds }) {
      if (!isTapping()) throw new Refused('can only be invoked by user TAP gesture.');
      if (!Array.isArray(tmplIds) || tmplIds.length === 0) throw new Refused("TmplIds can't be empty");
      if (tmplIds.length > 3) throw new Refused('Templates count out of max bounds');
      return Object.fromEntries(tmplIds.map((id) => [id, subscribes(String(id))]));
    },
  };
  const guarded = Object.fromEntries(
    Object.entries(does).map(([name, run]): [string, unknown] => {
      const isPrivate = ofPrivacy.includes(name) && !declared.includes(name);
      const refuse: Does = () => {
        throw new Refused('api scope is not declared in the privacy agreement', 112);
      };
      const isUnnamed = ofPlaces.includes(name) && !required.includes(name);
      const unnamed: Does = () => {
        throw new Refused(
          'the api need to be declared in the requiredPrivateInfos field in app.json/ext.json',
        );
      };
      return [name, asynchronous(name, isUnnamed ? unnamed : isPrivate ? refuse : run)];
    }),
  );
  const stubs: Record<string, unknown> = {
    ...storageApis(),
    getAppBaseInfo: () => device,
    getWindowInfo: () => screen,
    getSystemInfoSync: () => ({ ...device, ...screen, platform: 'ios', model: 'iPhone' }),
    getDeviceInfo: () => ({ platform: 'ios', model: 'iPhone' }),
    canIUse: () => true,
    nextTick: (work: () => void) => void Promise.resolve().then(work),
    onNetworkStatusChange: () => undefined,
    offNetworkStatusChange: () => undefined,
    env: { USER_DATA_PATH: 'wxfile://usr' },
    ...guarded,
    ...apis,
  };
  return new Proxy(stubs, {
    get(target, name) {
      if (typeof name !== 'string' || name in target) return Reflect.get(target, name);
      if (!namesOfWx.has(name)) return undefined;
      return () => {
        throw new Error(`wx.${name} has no stub in tests/weapp/wx.ts`);
      };
    },
  });
}
