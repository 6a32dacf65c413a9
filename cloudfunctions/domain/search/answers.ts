import type { SearchIndex } from './build';
import { tokensAsked } from './words';

/** Of what was asked so much has to be in the question, by weight: what all items share tells little. */
const ENOUGH = 0.4;
/** How it is asked, which is much the same of everything: what is left is what it is about. */
const asking =
  /请问|想问(?:一下|问)?|在?哪[里儿]?|几|多少|怎么[办样]?|什么|咋|啥|能不能|可以|能|吗|呢|要不要|要|是不是|有没有|办|领|开始|了/gu;

/**
 * The questions that ask the same, best first. How telling a word is, the catalogue says; a word that it does not have is rare.
 */
export function alike<A extends { question: string }>(
  index: SearchIndex,
  text: string,
  answers: readonly A[],
  limit: number,
): A[] {
  const rare = Math.log(1 + index.items.length);
  const weightOf = (words: Iterable<string>) =>
    [...words].reduce((sum, word) => sum + (index.weight(word) || rare), 0);
  const pairsOf = (words: string) =>
    new Set([...tokensAsked(words.replace(asking, ' '))].filter((token) => token.length > 1));
  const asked = pairsOf(text);
  const whole = weightOf(asked);
  if (whole === 0) return [];
  return answers
    .map((answer) => {
      const its = pairsOf(answer.question);
      return { answer, share: weightOf([...asked].filter((token) => its.has(token))) / whole };
    })
    .filter(({ share }) => share >= ENOUGH)
    .sort((a, b) => b.share - a.share)
    .slice(0, limit)
    .map(({ answer }) => answer);
}
