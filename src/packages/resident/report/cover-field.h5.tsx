import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { type Box, boxOf, coverOn } from '@/cloud/boxes';

interface Props {
  photo: { body: File };
  boxes: readonly Box[];
  onDraw(box: Box): void;
}

interface Point {
  x: number;
  y: number;
}

const sizeOf = ({ clientWidth: width, clientHeight: height }: HTMLElement) => ({ width, height });

export function CoverField({ photo: { body }, boxes, onDraw }: Props) {
  const field = useRef<HTMLCanvasElement>(null);
  const [picture, setPicture] = useState<ImageBitmap>();
  const from = useRef<Point>();
  const [drawing, setDrawing] = useState<Box>();

  useEffect(() => {
    let isGone = false;
    createImageBitmap(body, { imageOrientation: 'from-image' }).then(
      (made) => (isGone ? made.close() : setPicture(made)),
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [body]);

  useEffect(() => {
    const canvas = field.current;
    const brush = canvas?.getContext('2d');
    if (!canvas || !brush || !picture) return;
    [canvas.width, canvas.height] = [picture.width, picture.height];
    brush.drawImage(picture, 0, 0);
    coverOn(brush, canvas, drawing ? [...boxes, drawing] : boxes);
  }, [picture, boxes, drawing]);

  const at = (event: PointerEvent<HTMLCanvasElement>): Point => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const boxTo = (event: PointerEvent<HTMLCanvasElement>) =>
    from.current && boxOf(from.current, at(event), sizeOf(event.currentTarget));
  return (
    <canvas
      ref={field}
      className="cover-field"
      role="img"
      aria-label="照片，拖一个框盖住"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = at(event);
      }}
      onPointerMove={(event) => setDrawing(boxTo(event))}
      onPointerUp={(event) => {
        const box = boxTo(event);
        from.current = undefined;
        setDrawing(undefined);
        if (box) onDraw(box);
      }}
      onPointerCancel={() => {
        from.current = undefined;
        setDrawing(undefined);
      }}
    />
  );
}
