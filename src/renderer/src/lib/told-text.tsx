import { useLayoutEffect, useRef } from 'react';

interface ToldTextProps {
  /** The words now. Keep its identity while it means the same. */
  readonly text: () => string;
  /** Calls back when they may be others. */
  readonly subscribe: (changed: () => void) => () => void;
  readonly className?: string;
  readonly testId?: string;
}

/** Text that follows a store: the text node is written directly, so nothing renders with each of its changes. */
export function ToldText({ text, subscribe, className, testId }: ToldTextProps) {
  const element = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const node = document.createTextNode(text());
    element.current?.replaceChildren(node);
    return subscribe(() => {
      const words = text();
      if (node.data !== words) node.data = words;
    });
  }, [text, subscribe]);
  return <span ref={element} className={className} data-testid={testId} />;
}
