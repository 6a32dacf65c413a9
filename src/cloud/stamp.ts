/** How a photo is made before it is sent: small enough for a weak signal, and of no use for anything else. */

/** Pixels of the longer side, the first that makes it light enough. */
export const sides = [1600, 1280, 1024, 800] as const;
export const qualities = [0.85, 0.7, 0.55] as const;
export const lightBytes = 500_000;

interface Size {
  width: number;
  height: number;
}

/** The same shape with a longer side of at most so many pixels; a smaller one is left as it is. */
export function fitted({ width, height }: Size, longest: number): Size {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** What of a canvas is drawn on, on either platform. */
export interface Drawing {
  font: string;
  fillStyle: unknown;
  textAlign: unknown;
  save(): void;
  restore(): void;
  translate(x: number, y: number): void;
  rotate(angle: number): void;
  fillText(text: string, x: number, y: number): void;
}

const ROWS = 3;
const TILT = -Math.PI / 9;

/** Words across the whole picture, several times, so that no corner of it can be cut out for another use; what is below stays readable. */
export function stampOn(drawing: Drawing, { width, height }: Size, lines: readonly string[]): void {
  const longest = Math.max(...lines.map((line) => [...line].length), 1);
  const size = Math.max(10, Math.min(height / (ROWS * lines.length * 2), (width * 0.9) / longest));
  drawing.textAlign = 'center';
  drawing.font = `bold ${Math.round(size)}px sans-serif`;
  drawing.fillStyle = 'rgba(20, 89, 107, 0.38)';
  for (let row = 0; row < ROWS; row += 1) {
    drawing.save();
    drawing.translate(width / 2, ((row + 0.5) * height) / ROWS);
    drawing.rotate(TILT);
    lines.forEach((line, i) => drawing.fillText(line, 0, (i - (lines.length - 1) / 2) * size * 1.4));
    drawing.restore();
  }
}
