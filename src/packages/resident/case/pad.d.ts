import type { ReactElement } from 'react';

interface Props {
  strokes: readonly number[][];
  /** strokes as points in thousandths of the field's width, one after the other */
  onDraw(strokes: number[][]): void;
}

/** A field to sign on with a finger: a 2d canvas, its strokes kept as points. */
export function Pad(props: Props): ReactElement;
