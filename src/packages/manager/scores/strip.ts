/** How high a column stands that counts nothing, and the least of one that counts something. */
const NOTHING = 0.04;
const LEAST = 0.12;

/** Counts as a strip of columns, each as high as its count beside the largest: read by height, not by shade. Stretched to its place. */
export function stripSvg(counts: readonly number[], most: number): string {
  const columns = counts.map((count, i) => {
    const height = count === 0 ? NOTHING : Math.max(LEAST, count / most);
    return `<rect x='${i + 0.2}' y='${1 - height}' width='0.6' height='${height}'/>`;
  });
  return `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${counts.length} 1' preserveAspectRatio='none'>${columns.join('')}</svg>`;
}
