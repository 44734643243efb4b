import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { exactTime } from '../../components/time.tsx';
import { useNow } from '../../components/use-now.ts';

interface SinceProps {
  /** Epoch ms, the instance's clock. */
  readonly at: number | undefined;
  /** The instance's clock minus this computer's, ms. */
  readonly skewMs: number | undefined;
  readonly duration: (ms: number) => string;
}

/** How long something lasts by now; the exact beginning on hover. */
export function Since({ at, skewMs = 0, duration }: SinceProps): ReactNode {
  const { i18n } = useTranslation();
  const now = useNow();
  if (at === undefined) return null;
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={exactTime(at, i18n.language)}
      className="w-14 text-end tabular-nums text-fg-2"
    >
      {duration(Math.max(0, now + skewMs - at))}
    </time>
  );
}
