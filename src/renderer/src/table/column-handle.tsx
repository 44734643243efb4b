import { type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { boundedWidth } from './arrange-columns.ts';

interface ColumnHandleProps {
  readonly id: string;
  readonly onResize: (id: string, width: number | undefined) => void;
}

/** The edge of a title: drag it for another width, press it twice for the column's own. Keys do the same on the title. */
export function ColumnHandle({ id, onResize }: ColumnHandleProps): ReactNode {
  const start = useRef<{ readonly x: number; readonly width: number }>(undefined);
  const [dragging, setDragging] = useState(false);
  const begin = (event: PointerEvent<HTMLElement>) => {
    const width = event.currentTarget.parentElement?.offsetWidth;
    if (event.button !== 0 || width === undefined) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width };
    setDragging(true);
  };
  const drag = (event: PointerEvent) => {
    if (start.current !== undefined) onResize(id, boundedWidth(start.current.width + event.clientX - start.current.x));
  };
  const end = () => {
    start.current = undefined;
    setDragging(false);
  };
  return (
    <span
      aria-hidden
      className="column-handle"
      data-handle={id}
      data-dragging={dragging || undefined}
      onPointerDown={begin}
      onPointerMove={drag}
      onPointerUp={end}
      onPointerCancel={end}
      onDoubleClick={() => onResize(id, undefined)}
    />
  );
}
