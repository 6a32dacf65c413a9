/** Those whose name has these words in it; all, where there are none. */
export const named = <Row extends { name: string }>(items: readonly Row[], words: string): readonly Row[] =>
  items.filter(({ name }) => name.includes(words.trim()));
