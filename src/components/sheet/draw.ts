import type { Lay, Pen } from '@/cloud/picture';
import type { Sheet } from './model';

/** A sheet as a picture: two pixels for each of a phone's, black on white whatever the page's colours are. */

const WIDTH = 750;
const EDGE = 48;
const INNER = WIDTH - 2 * EDGE;
const GAP = 24;
const SIZES = { title: 44, heading: 32, text: 28, small: 24 } as const;
const LEADING = 1.5;
/** A code that a phone reads from paper and from a screen. */
const CODE = 300;
const POSTER_CODE = 560;
const SIGNATURE = 240;

type Look = keyof typeof SIZES;
/** How wide these words are, in this look. */
export type Measure = (words: string, look: Look) => number;

type Op =
  | { kind: 'words'; words: string; look: Look; x: number; y: number; isCentred?: boolean; isMuted?: boolean }
  | { kind: 'rule'; x: number; y: number; width: number }
  | { kind: 'strokes'; strokes: readonly (readonly number[])[]; y: number }
  | { kind: 'code'; x: number; y: number; side: number };

/** Marks that no line begins with. */
const closing = /^[\u3001\u3002\uFF0C\uFF1A\uFF1B\uFF09\uFF01\uFF1F\u201D\u300B]/;

/** The words in lines that are no wider. Numbers and Latin words stay whole while they can. */
export function wrap(words: string, width: number, widthOf: (words: string) => number): string[] {
  const lines: string[] = [];
  for (const paragraph of words.split('\n')) {
    let line = '';
    for (const token of paragraph.match(/[\u0021-\u007e]+|[^]/gu) ?? []) {
      const pieces = widthOf(token) > width ? [...token] : [token];
      for (const piece of pieces) {
        if (line && widthOf(line + piece) > width && !closing.test(piece)) {
          lines.push(line);
          line = '';
        }
        if (line || piece !== ' ') line += piece;
      }
    }
    lines.push(line);
  }
  return lines;
}

/** Where everything stands, from above to below. */
export function placed(sheet: Sheet, measure: Measure): { height: number; ops: Op[] } {
  const ops: Op[] = [];
  let y = EDGE;
  const isPoster = sheet.isPoster === true;
  function write(
    words: string,
    look: Look,
    options: { x?: number; isCentred?: boolean; isMuted?: boolean } = {},
  ) {
    const { x = EDGE, isCentred = isPoster, isMuted } = options;
    for (const line of wrap(words, WIDTH - EDGE - x, (part) => measure(part, look))) {
      ops.push({ kind: 'words', words: line, look, x: isCentred ? WIDTH / 2 : x, y, isCentred, isMuted });
      y += SIZES[look] * LEADING;
    }
  }
  function code(side: number) {
    ops.push({ kind: 'code', x: (WIDTH - side) / 2, y, side });
    y += side + GAP / 2;
  }
  function facts(lines: Sheet['facts'] = []) {
    const column = 6.5 * SIZES.text;
    for (const { name, value } of lines) {
      const top = y;
      write(name, 'text', { isMuted: true });
      y = top;
      write(value, 'text', { x: EDGE + column });
    }
  }
  write(sheet.title, 'title', { isCentred: true });
  if (sheet.lead) write(sheet.lead, 'text', { isCentred: true });
  y += GAP;
  facts(sheet.facts);
  for (const part of sheet.parts ?? []) {
    y += GAP;
    write(part.title, 'heading');
    facts(part.facts);
    for (const line of part.lines ?? []) {
      write(line, 'text');
      y += GAP / 4;
    }
  }
  if (sheet.strokes) {
    y += GAP;
    ops.push({ kind: 'strokes', strokes: sheet.strokes, y });
    y += SIGNATURE + GAP;
  }
  for (const sign of sheet.signs ?? []) {
    y += 2 * GAP;
    write(sign, 'text');
    ops.push({ kind: 'rule', x: EDGE, y: y + GAP, width: INNER });
    y += GAP;
  }
  y += GAP;
  code(isPoster ? POSTER_CODE : CODE);
  write(sheet.under, isPoster ? 'title' : 'small', { isCentred: true });
  if (sheet.note) {
    y += GAP;
    write(sheet.note, 'small', { isMuted: true });
  }
  return { height: Math.ceil(y + EDGE), ops };
}

const fontOf = (look: Look, family: string): string =>
  `${look === 'title' || look === 'heading' ? 'bold ' : ''}${SIZES[look]}px ${family}`;

/** The sheet as `savePicture` takes it. */
export function layOut(sheet: Sheet): Lay {
  return (pen, family) => {
    const { height, ops } = placed(sheet, (words, look) => {
      pen.font = fontOf(look, family);
      return pen.measureText(words).width;
    });
    return {
      width: WIDTH,
      height,
      draw(on, code) {
        on.fillStyle = 'white';
        on.fillRect(0, 0, WIDTH, height);
        for (const op of ops) drawOne(on, op, family, code);
      },
    };
  };
}

function drawOne(pen: Pen, op: Op, family: string, code?: CanvasImageSource): void {
  switch (op.kind) {
    case 'words':
      pen.font = fontOf(op.look, family);
      pen.fillStyle = op.isMuted ? 'dimgray' : 'black';
      pen.textAlign = op.isCentred ? 'center' : 'left';
      pen.textBaseline = 'top';
      return pen.fillText(op.words, op.x, op.y);
    case 'rule':
      pen.fillStyle = 'black';
      return pen.fillRect(op.x, op.y, op.width, 2);
    case 'code':
      return code && pen.drawImage(code, op.x, op.y, op.side, op.side);
    case 'strokes':
      return drawStrokes(pen, op.strokes, op.y);
  }
}

/** In thousandths of a field that is twice as wide as high. */
function drawStrokes(pen: Pen, strokes: readonly (readonly number[])[], top: number): void {
  const unit = (2 * SIGNATURE) / 1000;
  pen.strokeStyle = 'black';
  pen.lineWidth = 6;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  for (const points of strokes) {
    pen.beginPath();
    for (let i = 0; i + 1 < points.length; i += 2)
      pen.lineTo(EDGE + (points[i] ?? 0) * unit, top + (points[i + 1] ?? 0) * unit);
    pen.stroke();
  }
}
