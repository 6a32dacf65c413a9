/**
 * Counts as a strip of squares, each as large as its count beside the largest: it is read by size, not by shade. Nothing is a
 * dot. Stretched to wherever it is shown.
 */
export function stripSvg(counts: readonly number[], most: number): string {
  const squares = counts.map((count, i) => {
    const side = count === 0 ? 0.06 : 0.2 + 0.75 * Math.sqrt(count / most);
    const at = (1 - side) / 2;
    return `<rect x='${i + at}' y='${at}' width='${side}' height='${side}'/>`;
  });
  return `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${counts.length} 1' preserveAspectRatio='none'>${squares.join('')}</svg>`;
}
