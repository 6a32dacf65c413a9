/** What is drawn with, on either platform. */
export type Pen = CanvasRenderingContext2D;

/** A picture whose lines are measured, before anything of it is drawn. */
export interface Laid {
  width: number;
  height: number;
  /** `code`: the picture that was loaded for it */
  draw(pen: Pen, code?: CanvasImageSource): void;
}

/** `family`: the font that the page has. */
export type Lay = (pen: Pen, family: string) => Laid;

/**
 * Draws a picture and keeps it: H5 saves `<name>.png`, WeChat puts it into the album. `code` is the address of a picture within it. Throws
 * `CallError` `DEVICE` with what to do.
 */
export function savePicture(name: string, lay: Lay, code?: string): Promise<void>;

/** Puts the page onto paper; undefined in WeChat, which prints nothing. */
export const printPage: (() => void) | undefined;
