import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ZoneCount } from '../../../../../shared/models/manifest-check.ts';
import { Loading, Skeleton } from '../../../components/states.tsx';
import { useFigures } from '../use-words.ts';

/** Zones that are listed by name. */
const SHOWN = 12;

interface ZoneListProps {
  readonly zones: readonly ZoneCount[] | undefined;
  /** Zone of contacts whose own is not known, as the campaign says. */
  readonly fallback: string | undefined;
}

/** How many contacts live by which clock. */
export function ZoneList({ zones, fallback }: ZoneListProps): ReactNode {
  const { t } = useTranslation('manifest');
  const { number } = useFigures();
  if (zones === undefined) {
    return (
      <Loading>
        <Skeleton className="h-24 w-full" />
      </Loading>
    );
  }
  const most = Math.max(1, ...zones.map(({ rows }) => rows));
  const open = fallback === undefined ? t('approve.zoneOpenUnknown') : t('approve.zoneOpen', { zone: fallback });
  return (
    <ul className="grid grid-cols-[max-content_minmax(0,1fr)_max-content] items-center gap-x-3 gap-y-1">
      {zones.slice(0, SHOWN).map(({ timeZone, rows }) => (
        <li key={timeZone ?? ''} className="contents">
          <span className={timeZone === undefined ? 'max-w-60 text-fg-2' : ''}>{timeZone ?? open}</span>
          <span aria-hidden className="h-2 rounded-full bg-hover">
            <span className="block h-full rounded-full bg-accent" style={{ width: `${(rows / most) * 100}%` }} />
          </span>
          <span className="text-right">{number(rows)}</span>
        </li>
      ))}
      {zones.length > SHOWN ? (
        <li className="col-span-3 text-fg-2">{t('approve.moreZones', { n: number(zones.length - SHOWN) })}</li>
      ) : null}
    </ul>
  );
}
