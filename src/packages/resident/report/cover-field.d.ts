import type { ReactElement } from 'react';
import type { Box } from '@/cloud/boxes';
import type { ChosenPhoto } from '@/cloud/photos';

/** The photo as it is, with what is covered of it; a box is drawn from corner to corner. */
export function CoverField(props: {
  photo: ChosenPhoto;
  boxes: readonly Box[];
  onDraw(box: Box): void;
}): ReactElement;
