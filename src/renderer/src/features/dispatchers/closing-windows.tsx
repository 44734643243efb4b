import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WindowClosing } from '../../../../shared/models/campaign.ts';
import { isKnownZone } from '../../../../shared/models/zoned-time.ts';
import { Button } from '../../components/button.tsx';
import { minuteAndZone } from '../../components/time.tsx';
import { formatNumber, type Language } from '../../lib/format.ts';

interface ClosingWindowsProps {
  readonly closing: readonly WindowClosing[];
  readonly tenantZone: string | undefined;
}

/** Zones listed before one asks for all. */
const FIRST = 5;

/** Which calling windows close next, and for how many: by the contacts', the tenant's and the operator's clock side by side. */
export function ClosingWindows({ closing, tenantZone }: ClosingWindowsProps): ReactNode {
  const { t, i18n } = useTranslation('dispatchers');
  const [all, setAll] = useState(false);
  const language: Language = i18n.language.startsWith('fr') ? 'fr' : 'en';
  const at = (time: number, zone: string | undefined) =>
    minuteAndZone(time, i18n.language, zone !== undefined && isKnownZone(zone) ? zone : undefined);
  if (closing.length === 0) return null;
  const sorted = closing.toSorted((a, b) => a.closesAt - b.closesAt);
  const heads = ['contacts', 'theirs', 'tenants', 'yours'] as const;
  return (
    <section className="min-w-0" aria-label={t('times.closing')}>
      <h3 className="mb-1 font-semibold">{t('times.closing')}</h3>
      <table className="w-full border-collapse tabular-nums">
        <caption className="sr-only">{t('times.closing')}</caption>
        <thead className="text-sm text-fg-2">
          <tr>
            <th scope="col" className="py-1 text-start font-medium">
              {t('blast.zone')}
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" className="py-1 ps-3 text-end font-medium">
                {t(`times.head.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, all ? sorted.length : FIRST).map(({ timeZone, closesAt, contacts }) => (
            <tr key={timeZone} className="border-t">
              <th scope="row" className="py-1 text-start font-normal">
                {timeZone}
              </th>
              <td className="py-1 ps-3 text-end">{formatNumber(contacts, language)}</td>
              <td className="py-1 ps-3 text-end text-fg">{at(closesAt, timeZone)}</td>
              <td className="py-1 ps-3 text-end">{at(closesAt, tenantZone)}</td>
              <td className="py-1 ps-3 text-end">{at(closesAt, undefined)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {sorted.length > FIRST ? (
        <Button look="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('times.fewer') : t('blast.moreZones', { count: sorted.length - FIRST })}
        </Button>
      ) : null}
    </section>
  );
}
