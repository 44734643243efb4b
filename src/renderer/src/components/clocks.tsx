import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLateTexts } from '../i18n/late-texts.ts';
import { texts } from './clocks-texts.ts';
import { exactTime, minuteAndZone } from './time.tsx';

interface ClocksProps {
  /** Epoch milliseconds. */
  readonly at: number;
  /** IANA zone of the contact, where the time concerns one. */
  readonly contactZone?: string | undefined;
  readonly tenantZone?: string | undefined;
}

/** One time by each clock that matters: the contact's, the tenant's and the operator's; equal ones once. */
export function Clocks({ at, contactZone, tenantZone }: ClocksProps): ReactNode {
  useLateTexts('clocks', texts);
  const { t, i18n } = useTranslation('clocks');
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const clocks = [
    ['contact', contactZone],
    ['tenant', tenantZone],
    ['you', here],
  ] as const;
  const said = new Map<string, (typeof clocks)[number][0][]>();
  for (const [whose, zone] of clocks) {
    if (zone === undefined) continue;
    const text = timeIn(at, zone, i18n.language);
    said.set(text, [...(said.get(text) ?? []), whose]);
  }
  return (
    <span className="flex flex-col tabular-nums">
      {[...said].map(([text, whose]) => (
        <time key={text} dateTime={new Date(at).toISOString()} className="whitespace-nowrap">
          {text} <span className="text-fg-2">{whose.map((one) => t(one)).join(', ')}</span>
        </time>
      ))}
    </span>
  );
}

/** A zone that this computer does not know is named beside the operator's own time. */
function timeIn(at: number, zone: string, language: string): string {
  try {
    const day = new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric', timeZone: zone });
    return `${day.format(at)}, ${minuteAndZone(at, language, zone)}`;
  } catch {
    return `${exactTime(at, language)} (${zone})`;
  }
}
