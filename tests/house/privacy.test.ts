import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import approvals from '../../config/approvals.json';
import privacy from '../../config/privacy.json';

/** What the mini-program asks of WeChat that is the person's own stands in config/privacy.json: undeclared, WeChat answers errno 112. */
const root = join(__dirname, '..', '..');

/** Source: 小程序隐私协议开发指南, "涉及处理用户个人信息的接口". */
const ofPrivacy = [
  ...[
    'getClipboardData',
    'setClipboardData',
    'chooseMedia',
    'chooseImage',
    'chooseVideo',
    'chooseMessageFile',
  ],
  ...[
    'chooseLocation',
    'choosePoi',
    'getLocation',
    'getFuzzyLocation',
    'startLocationUpdate',
    'chooseAddress',
  ],
  ...[
    'saveImageToPhotosAlbum',
    'saveVideoToPhotosAlbum',
    'startRecord',
    'getRecorderManager',
    'getWeRunData',
  ],
  ...['addPhoneContact', 'chooseContact', 'addPhoneCalendar', 'addPhoneRepeatCalendar', 'chooseInvoiceTitle'],
  ...['createCameraContext', 'startBeaconDiscovery', 'openBluetoothAdapter', 'getUserProfile', 'getUserInfo'],
];

it('declares every privacy API that the sources use, and none that they do not', () => {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(join(root, 'src', file), 'utf8'))
    .join();
  const used = ofPrivacy.filter((api) => new RegExp(`\\bTaro\\.${api}\\b`).test(sources));
  expect(privacy.flatMap(({ apis }) => apis).sort()).toEqual(used.sort());
});

it('is approved for no interface that it does not declare', () => {
  const declared: string[] = privacy.flatMap(({ apis }) => apis);
  expect(approvals.filter((api) => !declared.includes(api))).toEqual([]);
});

it.each(['README.md', 'README.zh-CN.md'])('%s says what the guideline must name', (file) => {
  const text = readFileSync(join(root, file), 'utf8');
  expect(privacy.map(({ name }) => name).filter((name) => !text.includes(name))).toEqual([]);
});
