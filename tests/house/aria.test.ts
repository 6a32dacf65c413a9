import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eachNode, textOf } from '../support/syntax';
import { ariaComponents } from '../../config/aria-plugin/attributes';

/** WeChat hears of an attribute only where its templates have it, and each that they have costs the main package a kilobyte. */
const root = join(__dirname, '..', '..');
const pages = execFileSync('git', ['ls-files', 'src/**/*.tsx'], { cwd: root, encoding: 'utf8' })
  .trim()
  .split('\n')
  .filter((file) => !file.includes('.h5.'));

/** A table can be sorted at a desk alone, and WeChat has none. */
const atDesk = new Set(['View aria-sort']);

const isSpoken = (name: string) => name === 'role' || name.startsWith('aria-');

/** `View role`: what the elements of a file say by their own attributes, and by those of an object of the same file that is spread into them. */
function saidIn(file: string): string[] {
  const source = readFileSync(join(root, file), 'utf8');
  const said: string[] = [];
  const objects = new Map<string, string[]>();
  eachNode(file, source, (node) => {
    if (node.type === 'VariableDeclarator' && node.init?.type === 'ObjectExpression') {
      const names = node.init.properties.flatMap((one) =>
        one.type === 'ObjectProperty' && one.key.type === 'StringLiteral' ? [one.key.value] : [],
      );
      objects.set(textOf(source, node.id), names);
    }
    if (node.type !== 'JSXOpeningElement') return;
    const component = textOf(source, node.name);
    if (!(component in ariaComponents)) return;
    const given = node.attributes.flatMap((one) =>
      one.type === 'JSXAttribute'
        ? [textOf(source, one.name)]
        : (objects.get(textOf(source, one.argument)) ?? []),
    );
    said.push(...given.filter(isSpoken).map((one) => `${component} ${one}`));
  });
  return said;
}

it('passes on to WeChat what components say, and no more', () => {
  const said = new Set(pages.flatMap(saidIn).filter((one) => !atDesk.has(one)));
  const passed = Object.entries(ariaComponents).flatMap(([component, names]) =>
    Object.keys(names).map((name) => `${component} ${name}`),
  );
  expect(passed.toSorted()).toEqual([...said].toSorted());
});

it('says nothing on components that pass nothing on', () => {
  const silent = ['Text', 'Image', 'ScrollView', 'Picker', 'Label', 'Form'];
  const found = pages.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return silent.filter((name) => new RegExp(`<${name}\\s[^>]*(?:role|aria-)`).test(text));
  });
  expect(found).toEqual([]);
});
