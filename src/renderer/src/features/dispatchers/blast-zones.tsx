import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClosingZone } from '../../../../shared/models/blast-radius.ts';
import type { ZoneForecast } from '../../../../shared/models/dispatcher.ts';
import { isKnownZone } from '../../../../shared/models/zoned-time.ts';
import { useActiveTenant } from '../../app/session-context.tsx';
import { OtherClocks } from '../../components/clocks.tsx';
import { minuteAndZone } from '../../components/time.tsx';
import { formatNumber, type Language } from '../../lib/format.ts';

interface BlastZonesProps {
  readonly zones: readonly ZoneForecast[];
  readonly closing: readonly ClosingZone[];
}

/** Zones listed by themselves; the others are in the counts. */
const MOST = 6;

/** Contacts by zone: who may be called now, until when by their own clocks, and how many a closing window leaves behind. */
export function BlastZones({ zones, closing }: BlastZonesProps): ReactNode {
  const { t, i18n } = useTranslation('dispatchers');
  const tenantZone = useActiveTenant()?.timeZone;
  const language: Language = i18n.language.startsWith('fr') ? 'fr' : 'en';
  if (zones.length === 0) return null;
  const at = (time: number, zone: string) => minuteAndZone(time, i18n.language, isKnownZone(zone) ? zone : undefined);
  const sorted = zones.toSorted((a, b) => b.dialableNow - a.dialableNow || b.contacts - a.contacts);
  const heads = ['now', 'toCall', 'window', 'left'] as const;
  return (
    <table aria-label={t('blast.zones')} className="w-full border-collapse">
      <thead className="text-sm text-fg-2">
        <tr>
          <th scope="col" className="py-1 pe-3 text-start font-medium">
            {t('blast.zone')}
          </th>
          {heads.map((head) => (
            <th key={head} scope="col" className="py-1 ps-3 text-end font-medium">
              {t(`blast.column.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted.slice(0, MOST).map(({ timeZone, contacts, dialableNow, opensAt, closesAt }) => {
          const left = closing.find((one) => one.timeZone === timeZone)?.left ?? 0;
          return (
            <tr key={timeZone} className="border-t">
              <th scope="row" className="py-1 pe-3 text-start font-normal">
                {timeZone}
              </th>
              <td className="py-1 ps-3 text-end text-fg">{formatNumber(dialableNow, language)}</td>
              <td className="py-1 ps-3 text-end">{formatNumber(contacts, language)}</td>
              <td className="py-1 ps-3 text-end">
                {closesAt !== undefined
                  ? t('blast.closes', { time: at(closesAt, timeZone) })
                  : opensAt === undefined
                    ? '–'
                    : t('blast.opens', { time: at(opensAt, timeZone) })}
                <OtherClocks at={closesAt ?? opensAt} contactZone={timeZone} tenantZone={tenantZone} />
              </td>
              <td className={`py-1 ps-3 text-end ${left > 0 ? 'text-warn' : ''}`}>{formatNumber(left, language)}</td>
            </tr>
          );
        })}
      </tbody>
      {zones.length > MOST ? (
        <caption className="caption-bottom pt-1 text-start text-sm text-fg-2">
          {t('blast.moreZones', { count: zones.length - MOST })}
        </caption>
      ) : null}
    </table>
  );
}
