import { type ParserOptions, parseSync, types } from '@babel/core';

/** Shows each node of a source, from the outside in. */
export function eachNode(file: string, source: string, look: (node: types.Node) => void): void {
  const typescript: [string, object] = ['typescript', { dts: file.endsWith('.d.ts') }];
  // `<T>` before brackets is the start of an element where there may be elements.
  const plugins = file.endsWith('.tsx') ? [typescript, 'jsx'] : /\.ts$/.test(file) ? [typescript] : [];
  const tree = parseSync(source, {
    filename: file,
    sourceType: 'unambiguous',
    configFile: false,
    babelrc: false,
    parserOpts: { plugins: plugins as ParserOptions['plugins'] },
  });
  if (!tree) throw new Error(`${file}: nothing was parsed`);
  types.traverseFast(tree, look);
}

/** A node as it is written. */
export const textOf = (source: string, { start, end }: types.Node): string =>
  source.slice(start ?? 0, end ?? 0);
