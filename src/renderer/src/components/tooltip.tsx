import {
  cloneElement,
  type ReactElement,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';

interface TriggerProps {
  readonly 'aria-describedby'?: string | undefined;
}

interface Place {
  readonly left: number;
  readonly top: number;
  readonly above: boolean;
}

const DELAY_MS = 500;

/**
 * A short text at its trigger, after the pointer rests or at once on keyboard focus; Esc hides it. None while the text is
 * undefined. The trigger is one element that can hold `aria-describedby`.
 */
export function Tooltip({
  text,
  children,
}: {
  readonly text: ReactNode;
  readonly children: ReactElement<TriggerProps>;
}): ReactNode {
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [place, setPlace] = useState<Place>();

  const empty = text === undefined;
  const show = useCallback(() => {
    if (empty) return;
    const box = anchor.current?.firstElementChild?.getBoundingClientRect();
    if (box === undefined) return;
    const above = box.bottom + 60 > window.innerHeight;
    setPlace({ left: box.left + box.width / 2, top: above ? box.top - 6 : box.bottom + 6, above });
  }, [empty]);
  const hide = useCallback(() => {
    clearTimeout(timer.current);
    setPlace(undefined);
  }, []);
  useEffect(() => hide, [hide]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens for its only child, which is the interactive element
    <span
      ref={anchor}
      className="contents"
      onPointerEnter={() => {
        timer.current = setTimeout(show, DELAY_MS);
      }}
      onPointerLeave={hide}
      onPointerDown={hide}
      onFocus={(event) => {
        if (event.target.matches(':focus-visible')) show();
      }}
      onBlur={hide}
      onKeyDown={(event) => {
        if (event.key === 'Escape') hide();
      }}
    >
      {cloneElement(children, place === undefined || empty ? {} : { 'aria-describedby': id })}
      {place === undefined || empty ? null : createPortal(<Bubble id={id} place={place} text={text} />, document.body)}
    </span>
  );
}

function Bubble({
  id,
  place,
  text,
}: {
  readonly id: string;
  readonly place: Place;
  readonly text: ReactNode;
}): ReactNode {
  const bubble = useRef<HTMLDivElement>(null);
  const [shift, setShift] = useState(0);
  useEffect(() => {
    const box = bubble.current?.getBoundingClientRect();
    if (box === undefined) return;
    if (box.left < 4) setShift(4 - box.left);
    else if (box.right > window.innerWidth - 4) setShift(window.innerWidth - 4 - box.right);
  }, []);
  return (
    <div
      ref={bubble}
      id={id}
      role="tooltip"
      className="pointer-events-none fixed z-50 w-max max-w-80 rounded-md border border-line-strong bg-raised px-2 py-1 text-sm text-fg shadow-overlay"
      style={{ left: place.left + shift, top: place.top, translate: place.above ? '-50% -100%' : '-50% 0' }}
    >
      {text}
    </div>
  );
}
