import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAge } from '../../../lib/format.ts';
import { useMetricWords } from '../../../lib/metric-words.ts';
import { Ticking } from '../../../lib/ticking.tsx';
import { FRESH_MS, STALE_MS } from '../model/tile-facts.ts';
import type { TileReader } from '../model/tile-reader.ts';

/** How old a tile's number is; marks the tile once that is too much. */
export function TileAge({ read }: { readonly read: TileReader }): ReactNode {
  const { t } = useTranslation('missionControl');
  const { language } = useMetricWords();
  const fresh = t('ageNow');
  const age = useCallback(
    (now: number) => {
      const at = read().facts.found?.at;
      if (at === undefined) return '';
      return now - at < FRESH_MS ? fresh : formatAge(now - at, language);
    },
    [read, language, fresh],
  );
  const late = useCallback(
    (now: number) => {
      const at = read().facts.found?.at;
      return at === undefined || now - at > STALE_MS;
    },
    [read],
  );
  return (
    <span className="tile-age shrink-0 text-xs text-fg-3">
      <Ticking at={age} late={late} lateOn="[data-tile]" />
    </span>
  );
}
