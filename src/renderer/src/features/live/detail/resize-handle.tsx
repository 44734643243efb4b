import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** As the panel is at first, and wide enough for the flow beside the transcript; in pixels. */
export const NARROW = 400;
export const WIDE = 760;
const LEAST = 320;
const MOST = 900;
const STEP = 24;

interface ResizeHandleProps {
  readonly width: number;
  readonly onResize: (width: number) => void;
  /** Called when the operator lets go: the width to remember. */
  readonly onSettle: (width: number) => void;
}

/** The panel's edge: drag it, or move it with the arrow keys. */
export function ResizeHandle({ width, onResize, onSettle }: ResizeHandleProps): ReactNode {
  const { t } = useTranslation('live');
  const from = useRef<{ readonly x: number; readonly width: number }>(undefined);
  const widthAt = (x: number) => {
    const start = from.current;
    return start === undefined ? width : within(start.width + start.x - x);
  };
  const onPointerDown = (event: PointerEvent<HTMLHRElement>) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { x: event.clientX, width };
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowLeft' ? STEP : event.key === 'ArrowRight' ? -STEP : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = within(width + step);
    onResize(next);
    onSettle(next);
  };
  return (
    <hr
      aria-orientation="vertical"
      aria-label={t('detail.resize')}
      aria-valuenow={width}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => {
        if (from.current !== undefined) onResize(widthAt(event.clientX));
      }}
      onPointerUp={(event) => {
        if (from.current === undefined) return;
        onSettle(widthAt(event.clientX));
        from.current = undefined;
      }}
      onKeyDown={onKeyDown}
      className="absolute inset-y-0 -start-1 z-10 m-0 h-full w-2 cursor-col-resize touch-none border-0 hover:bg-line-strong focus-visible:bg-accent"
    />
  );
}

function within(width: number): number {
  return Math.round(Math.min(MOST, Math.max(LEAST, width)));
}
