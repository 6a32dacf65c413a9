import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
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

/** The attributes that an element is given: its own, and those of an object of the same file that is spread into it. */
function attributesOf(element: ts.JsxOpeningLikeElement, objects: Map<string, string[]>): string[] {
  return element.attributes.properties.flatMap((one) =>
    ts.isJsxAttribute(one) ? [one.name.getText()] : (objects.get(one.expression.getText()) ?? []),
  );
}

/** `View role`: what the elements of a file say. */
function saidIn(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const said: string[] = [];
  const objects = new Map<string, string[]>();
  const visit = (node: ts.Node): void => {
    if (
      ts.isVariableDeclaration(node) &&
      node.initializer &&
      ts.isObjectLiteralExpression(node.initializer)
    ) {
      const names = node.initializer.properties.flatMap(({ name }) =>
        name && ts.isStringLiteral(name) ? [name.text] : [],
      );
      objects.set(node.name.getText(), names);
    }
    if (ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) {
      const component = node.tagName.getText();
      if (component in ariaComponents)
        said.push(
          ...attributesOf(node, objects)
            .filter(isSpoken)
            .map((name) => `${component} ${name}`),
        );
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
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
