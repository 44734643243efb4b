import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { clockChanges } from '../../../shared/models/zoned-time.ts';
import { useLateTexts } from '../i18n/late-texts.ts';
import { texts } from './clocks-texts.ts';
import { exactTime } from './time.tsx';
import { useNow } from './use-now.ts';

interface ClockChangesProps {
  /** IANA zones of the tenant and of contacts. */
  readonly zones: readonly string[];
  /** Epoch ms; undefined: from now on. */
  readonly from: number | undefined;
  /** Epoch ms; undefined: no end is known, so the next weeks are looked at. */
  readonly to: number | undefined;
}

const AHEAD_MS = 60 * 86_400_000;
const HOUR_MS = 3_600_000;
/** The seconds that pass do not move what is looked for. */
const STEP_MS = 600_000;

/** Warns of clocks that are changed within a campaign's span: windows move against UTC that day. */
export function ClockChanges({ zones, from, to }: ClockChangesProps): ReactNode {
  useLateTexts('clocks', texts);
  const { t, i18n } = useTranslation('clocks');
  const now = Math.floor(useNow() / STEP_MS) * STEP_MS;
  const start = Math.max(from ?? now, now);
  const changes = [...new Set(zones)].flatMap((zone) => clockChanges(zone, start, to ?? start + AHEAD_MS));
  if (changes.length === 0) return null;
  const hours = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  return (
    <ul className="text-sm text-warn">
      {changes.map(({ zone, at, by }) => (
        <li key={`${zone} ${at}`}>
          {t(by > 0 ? 'forward' : 'backward', {
            zone,
            time: exactTime(at, i18n.language, zone),
            hours: hours.format(Math.abs(by) / HOUR_MS),
          })}
        </li>
      ))}
    </ul>
  );
}
