import { parse } from 'acorn';
import { analyze } from 'eslint-scope';

/**
 * What a mini-program's logic layer has besides the language itself. No `process`, `window`, `document`, `fetch`: a script that
 * reads one of them ends there.
 */
const ofWechat = [
  'wx',
  'App',
  'Page',
  'Component',
  'Behavior',
  'getApp',
  'getCurrentPages',
  'require',
  'requirePlugin',
  'module',
  'exports',
  'console',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
];
const ofLanguage = [
  ...Object.getOwnPropertyNames(globalThis).filter((name) => /^[A-Z]\w*Error$/.test(name)),
  ...[
    'Array',
    'ArrayBuffer',
    'BigInt',
    'Boolean',
    'DataView',
    'Date',
    'Error',
    'Float32Array',
    'Float64Array',
  ],
  ...[
    'Function',
    'Infinity',
    'Int16Array',
    'Int32Array',
    'Int8Array',
    'JSON',
    'Map',
    'Math',
    'NaN',
    'Number',
  ],
  ...[
    'Object',
    'Promise',
    'Proxy',
    'Reflect',
    'RegExp',
    'Set',
    'String',
    'Symbol',
    'Uint16Array',
    'Uint32Array',
  ],
  ...['Uint8Array', 'Uint8ClampedArray', 'WeakMap', 'WeakSet', 'arguments', 'decodeURIComponent'],
  ...['encodeURIComponent', 'globalThis', 'isFinite', 'isNaN', 'parseFloat', 'parseInt', 'undefined', 'eval'],
];
const known = new Set([...ofWechat, ...ofLanguage]);

/** Names that a script reads and neither it nor a mini-program defines, nor the script asks after by `typeof` first. */
export function strangersIn(source: string): string[] {
  const tree = parse(source, { ecmaVersion: 'latest', sourceType: 'script', ranges: true });
  const { globalScope } = analyze(tree, { ecmaVersion: 2022, sourceType: 'script' });
  const asked = new Set([...source.matchAll(/\btypeof ([\w$]+)/g)].map(([, name]) => name));
  const free = (globalScope?.through ?? []).map(({ identifier: { name } }) => name);
  return [...new Set(free)].filter((name) => !known.has(name) && !asked.has(name)).sort();
}
