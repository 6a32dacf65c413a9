import { limits } from 'contract/limits';

/** A point of the screen as it is kept: in thousandths of the field's width. */
const kept = (value: number, width: number) =>
  Math.min(1000, Math.max(0, Math.round((value / width) * 1000)));

/** The strokes with one more point: the beginning of a stroke, or the next of the last one. What is beyond the most is left out. */
export function withPoint(
  strokes: readonly number[][],
  at: { x: number; y: number },
  width: number,
  isNew: boolean,
): number[][] {
  const points = strokes.reduce((sum, { length }) => sum + length / 2, 0);
  const point = [kept(at.x, width), kept(at.y, width)];
  if (points >= limits.points || (isNew && strokes.length >= limits.strokes)) return [...strokes];
  if (isNew) return [...strokes, point];
  const last = strokes[strokes.length - 1];
  return last ? [...strokes.slice(0, -1), [...last, ...point]] : [...strokes];
}

/** As much of a 2d context as drawing needs; both platforms have it. */
interface Pen {
  clearRect(x: number, y: number, width: number, height: number): void;
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  stroke(): void;
  lineWidth: number;
  lineCap: string;
  lineJoin: string;
}

/** Draws all strokes anew on a field of this width. */
export function draw(pen: Pen, strokes: readonly number[][], width: number): void {
  pen.clearRect(0, 0, width, width);
  pen.lineWidth = Math.max(2, (width * 12) / 1000);
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  for (const points of strokes) {
    pen.beginPath();
    for (let i = 0; i + 1 < points.length; i += 2) {
      const [x, y] = [((points[i] ?? 0) * width) / 1000, ((points[i + 1] ?? 0) * width) / 1000];
      if (i === 0) pen.moveTo(x, y);
      pen.lineTo(x, y);
    }
    pen.stroke();
  }
}
