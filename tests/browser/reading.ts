import type { Page } from 'playwright-core';

/** A page as a screen reader has it, in the order it is read. */
export interface Heard {
  role: string;
  name: string;
  text: string;
  level?: number;
  box: { x: number; y: number; width: number; height: number };
}

/** One node of Playwright's snapshot; text alone comes as a string. */
type Node = string | (Partial<Heard> & { role: string; children?: Node[] });

export async function listen(page: Page): Promise<Heard[]> {
  const tree = (await page.ariaSnapshotJSON({ boxes: true })) as unknown as Node[]; // the border: documented shape
  return tree.flatMap(flat).filter(({ role }) => role !== 'text');
}

const nowhere = { x: 0, y: 0, width: 0, height: 0 };

function flat(node: Node): Heard[] {
  if (typeof node === 'string') return [];
  const { role, name = '', text = '', level, box = nowhere, children = [] } = node;
  return [{ role, name, text: text || textOf(node), level, box }, ...children.flatMap(flat)];
}

function textOf(node: Node): string {
  if (typeof node === 'string') return node;
  return node.text ?? (node.children ?? []).map(textOf).join(' ');
}

const landmarks = ['heading', 'button', 'link', 'textbox', 'searchbox', 'radio', 'checkbox', 'combobox'];

/** What is read before something that stands above it, or after something below it, on a page laid out at full height. */
export function outOfOrder(heard: readonly Heard[]): string[] {
  const order = heard.filter(({ role, box }) => landmarks.includes(role) && box.height > 0);
  return order.slice(1).flatMap((next, index) => {
    const before = order[index];
    if (!before) return [];
    const isBelow = next.box.y >= before.box.y + before.box.height / 2;
    const isBeside =
      next.box.x >= before.box.x + before.box.width / 2 && next.box.y + next.box.height > before.box.y;
    const isInside =
      next.box.y >= before.box.y && next.box.y + next.box.height <= before.box.y + before.box.height;
    return isBelow || isBeside || isInside
      ? []
      : [`${next.role} “${next.name}” is read after ${before.role} “${before.name}”`];
  });
}

/** What a screen reader could not tell apart or would stumble over. */
export function mute(heard: readonly Heard[]): string[] {
  const headings = heard.filter(({ role }) => role === 'heading');
  const levels = headings.map(({ level = 0 }) => level);
  return [
    ...heard
      .filter(({ role, name }) => landmarks.includes(role) && name === '')
      .map(({ role, text }) => `a ${role} without a name: ${text}`),
    ...(levels.filter((level) => level === 1).length === 1 ? [] : [`headings of level 1: ${levels.join()}`]),
    ...levels.flatMap((level, index) =>
      level > (levels[index - 1] ?? 0) + 1
        ? [`heading “${headings[index]?.name}” skips to level ${level}`]
        : [],
    ),
  ];
}
