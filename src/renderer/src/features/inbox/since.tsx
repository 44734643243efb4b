import type { ReactNode } from 'react';
import { useNow } from '../../components/use-now.ts';

/** How long something lasts by now; the exact beginning on hover. */
export function Since(props: {
  readonly at: number | undefined;
  readonly duration: (ms: number) => string;
}): ReactNode {
  const now = useNow();
  if (props.at === undefined) return null;
  const at = new Date(props.at).toISOString();
  return (
    <time dateTime={at} title={at} className="w-14 text-end tabular-nums text-fg-2">
      {props.duration(now - props.at)}
    </time>
  );
}
