import type { ServiceItem } from 'contract/models';
import colloquial from '../../../config/content/colloquial.zh.json';
import { tokensAsked, tokensOf } from './words';

export interface SearchIndex {
  items: ServiceItem[];
  sayings: Saying[];
  postings: Map<string, number[]>;
  weights: Map<string, number>;
}
interface Saying { item: number; subtype?: string; trust: number; tokens: string[]; total: number }

export const P = { p: 2, single: 0.5, sub: 0.9, sum: 0.6, aud: 0.5, mat: 0.25, spend: 0.85, min: 2.2, rel: 0.33, subMin: 0.5, fallback: 0.8 };

type Street = { says: string[]; subtypes: Record<string, string[]> };
const street: Record<string, Street | undefined> = colloquial.items;
const FALLBACK = 'policy-consultation';

const parts = (t: string) => t.split(/[,;、。()():\s]+/).filter(Boolean);

export function buildIndex(items: ServiceItem[]): SearchIndex {
  const sayings: Saying[] = [];
  items.forEach((item, n) => {
    const s = street[item.code];
    const add = (words: string[], trust: number, subtype?: string) => {
      for (const w of words) { const tokens = [...new Set(tokensOf(w))]; if (tokens.length) sayings.push({ item: n, subtype, trust, tokens, total: 0 }); }
    };
    add(parts(item.name), 1);
    if (item.code !== FALLBACK) { add(item.keywords, 1); add(parts(item.summary), P.sum); add(item.audience, P.aud); add(item.materials.map((m) => m.name), P.mat); }
    add(s?.says ?? [], 1);
    for (const sub of item.subtypes) add([...(item.code === FALLBACK ? [] : [sub.name, ...sub.keywords]), ...(s?.subtypes[sub.code] ?? [])], item.code === FALLBACK && sub.code !== 'where' && sub.code !== 'other-tier' ? 0 : P.sub, sub.code);
  });
  const postings = new Map<string, number[]>();
  sayings.forEach((s, i) => { for (const t of s.tokens) { const l = postings.get(t); if (l) l.push(i); else postings.set(t, [i]); } });
  const weights = new Map<string, number>();
  for (const [t, l] of postings) {
    const df = new Set(l.filter((i) => sayings[i]!.trust >= 0.5).map((i) => sayings[i]!.item)).size || 1;
    weights.set(t, Math.log(1 + items.length / df) * (t.length === 1 ? P.single : 1));
  }
  for (const s of sayings) s.total = s.tokens.reduce((a, t) => a + weights.get(t)!, 0);
  return { items, sayings, postings, weights };
}

export function credits(index: SearchIndex, tokens: string[]) {
  const matched = new Map<number, string[]>();
  for (const t of new Set(tokens)) for (const i of index.postings.get(t) ?? []) { const l = matched.get(i); if (l) l.push(t); else matched.set(i, [t]); }
  const credit: Map<string, number>[] = index.items.map(() => new Map());
  const subs: Map<string, Map<string, number>>[] = index.items.map(() => new Map());
  for (const [i, ts] of matched) {
    const s = index.sayings[i]!;
    const cov = ts.reduce((a, t) => a + index.weights.get(t)!, 0) / s.total;
    for (const t of ts) {
      const v = index.weights.get(t)! * cov ** P.p * s.trust;
      const c = credit[s.item]!;
      if (v > (c.get(t) ?? 0)) c.set(t, v);
      if (s.subtype) {
        let m = subs[s.item]!.get(s.subtype); if (!m) subs[s.item]!.set(s.subtype, (m = new Map()));
        const u = cov ** P.p;
        if (u > (m.get(t) ?? 0)) m.set(t, u);
      }
    }
  }
  return { credit, subs };
}

export function rank(index: SearchIndex, tokens: string[]) {
  const { credit, subs } = credits(index, tokens);
  const left = new Map<string, number>();
  const out: { item: ServiceItem; score: number; subtype?: string; why: string }[] = [];
  const rest = new Set(index.items.keys());
  while (rest.size) {
    let best = -1, bestScore = 0;
    for (const n of rest) { let s = 0; for (const [t, v] of credit[n]!) s += v * (left.get(t) ?? 1); if (s > bestScore) { best = n; bestScore = s; } }
    if (best < 0 || bestScore < P.min || bestScore < P.rel * (out[0]?.score ?? 0)) break;
    rest.delete(best);
    const item = index.items[best]!;
    // sub
    const nsub = item.subtypes.length;
    let sub: string | undefined, subScore = P.subMin;
    for (const [code, m] of subs[best]!) {
      let s = 0;
      for (const [t, u] of m) { const df = [...subs[best]!.values()].filter((x) => x.has(t)).length; s += u * Math.log(1 + nsub / df) * (t.length === 1 ? P.single : 1); }
      if (s > subScore) { subScore = s; sub = code; }
    }
    out.push({ item, score: bestScore, subtype: sub, why: [...credit[best]!].sort((a, b) => b[1] - a[1]).slice(0, 6).map(([t, v]) => `${t}${v.toFixed(1)}`).join(' ') });
    for (const [t, v] of credit[best]!) left.set(t, Math.max(0, (left.get(t) ?? 1) - P.spend * Math.min(1, v / index.weights.get(t)!)));
  }
  return out;
}
export const search0 = (index: SearchIndex, text: string) => rank(index, tokensAsked(text));
