import { sha256 } from '../sha256';
import type { Copy, Entry } from './copy';

/** 个人信息副本 as a page that any browser opens and prints: no script, nothing that is fetched but the photos. */
export function pageOf({ title, madeAt, sections }: Copy): string {
  const parts = sections.map(
    ({ name, why, basis, keeping, seenBy, entries }) => `<section><h2>${safe(name)}</h2>
<p class="why">为什么留：${safe(why)}（${safe(basis)}）。谁看得到：${safe(seenBy)}。留多久：${safe(keeping)}。</p>
${entries.length > 0 ? entries.map(entryHtml).join('\n') : '<p>没有。</p>'}</section>`,
  );
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src *; ${styleOnly(STYLE)}">
<title>${safe(title)}</title><style>${STYLE}</style></head>
<body><main><h1>${safe(title)}</h1>
<p>${safe(madeAt)}取的。这里是邻里代办留着的您的全部信息。别人的信息只写您本来就看得到的。请收好，不要随便转给别人。</p>
${parts.join('\n')}</main></body></html>
`;
}

/** The policy of a page that has this one <style>. */
export const styleOnly = (style: string): string => `style-src 'sha256-${sha256(style).toString('base64')}'`;

/** How such a page looks. */
export const STYLE =
  'body{margin:0;background:#faf8f5;color:#211d19;font:18px/1.7 sans-serif}main{max-width:760px;margin:auto;padding:16px}' +
  'h1{font-size:28px}h2{font-size:22px;margin:32px 0 4px;border-top:2px solid #14596b;padding-top:16px}h3{font-size:18px;margin:16px 0 0}' +
  '.why{color:#5c554d}dl{margin:0}dt{color:#5c554d}dd{margin:0 0 4px 1em;overflow-wrap:anywhere}li{overflow-wrap:anywhere}img{max-width:100%}';

function entryHtml({ title, facts, lines = [], photos = [] }: Entry): string {
  const rows = Object.entries(facts).map(([name, value]) => `<dt>${safe(name)}</dt><dd>${safe(value)}</dd>`);
  const list = lines.map((line) => `<li>${safe(line)}</li>`);
  return [
    `<h3>${safe(title)}</h3>`,
    rows.length > 0 ? `<dl>${rows.join('')}</dl>` : '',
    list.length > 0 ? `<ol>${list.join('')}</ol>` : '',
    ...photos.map((url) => `<img alt="照片" src="${safe(url)}">`),
  ].join('');
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as text: no mark of it means anything, and none turns the direction of what follows. */
export const safe = (text: string): string =>
  text
    .replace(/[\u202A-\u202E\u2066-\u2069\u200E\u200F]/g, '')
    .replace(/[&<>"']/g, (mark) => entities[mark] ?? mark);
