import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLateTexts } from '../i18n/late-texts.ts';
import { texts } from './clocks-texts.ts';
import { exactTime, minuteAndZone, relativeTime } from './time.tsx';
import { Tooltip } from './tooltip.tsx';
import { useNow } from './use-now.ts';

interface ClocksProps {
  /** Epoch milliseconds. */
  readonly at: number;
  /** IANA zone of the contact, where the time concerns one. */
  readonly contactZone?: string | undefined;
  readonly tenantZone?: string | undefined;
}

const WHOSE = ['contact', 'tenant', 'you'] as const;
type Whose = (typeof WHOSE)[number];

/** One time by each clock that matters: the contact's, the tenant's and the operator's; equal ones once. */
export function Clocks(props: ClocksProps): ReactNode {
  useLateTexts('clocks', texts);
  const { t, i18n } = useTranslation('clocks');
  const { at } = props;
  return (
    <span className="flex flex-col tabular-nums">
      {[...byClock(props, (zone) => timeIn(at, zone, i18n.language))].map(([text, whose]) => (
        <time key={text} dateTime={new Date(at).toISOString()}>
          <span className="whitespace-nowrap">{text}</span>{' '}
          <span className="text-fg-2">{whose.map((one) => t(one)).join(', ')}</span>
        </time>
      ))}
    </span>
  );
}

/**
 * Makes the words of a time by each clock that matters, to the second, on one line: for a title. They keep their identity
 * while zones and language are the same.
 */
export function useClockWords({ contactZone, tenantZone }: Omit<ClocksProps, 'at'>): (at: number) => string {
  useLateTexts('clocks', texts);
  const { t, i18n } = useTranslation('clocks');
  return useCallback(
    (at) =>
      [...byClock({ at, contactZone, tenantZone }, (zone) => exactIn(at, zone, i18n.language))]
        .map(([text, whose]) => `${text} ${whose.map((one) => t(one)).join(', ')}`)
        .join(' · '),
    [contactZone, tenantZone, t, i18n.language],
  );
}

/** The same hour by the tenant's and the operator's clock where it is told by a contact's; nothing where all agree. */
export function OtherClocks({
  at,
  ...zones
}: Omit<ClocksProps, 'at'> & { readonly at: number | undefined }): ReactNode {
  useLateTexts('clocks', texts);
  const { t, i18n } = useTranslation('clocks');
  if (at === undefined) return null;
  const others = [...byClock({ at, ...zones }, (zone) => hourIn(at, zone, i18n.language))].filter(
    ([, whose]) => !whose.includes('contact'),
  );
  if (others.length === 0) return null;
  return (
    <span className="block text-sm text-fg-2">
      {others.map(([text, whose]) => `${text} ${whose.map((one) => t(one)).join(', ')}`).join(' · ')}
    </span>
  );
}

/**
 * How long ago or from now a time of the instance is, ahead as well as behind; by all clocks on hover and focus.
 * @param skewMs the instance's clock minus this computer's
 */
export function ClockedTime({
  skewMs = 0,
  ...clocks
}: ClocksProps & { readonly skewMs?: number | undefined }): ReactNode {
  const { i18n } = useTranslation();
  const now = useNow() + skewMs;
  const { at } = clocks;
  return (
    <Tooltip text={<Clocks {...clocks} />}>
      <time dateTime={new Date(at).toISOString()}>{relativeTime(at, now, i18n.language)}</time>
    </Tooltip>
  );
}

function byClock({ contactZone, tenantZone }: ClocksProps, words: (zone: string) => string): Map<string, Whose[]> {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const said = new Map<string, Whose[]>();
  for (const whose of WHOSE) {
    const zone = { contact: contactZone, tenant: tenantZone, you: here }[whose];
    if (zone === undefined) continue;
    const text = words(zone);
    said.set(text, [...(said.get(text) ?? []), whose]);
  }
  return said;
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

function exactIn(at: number, zone: string, language: string): string {
  try {
    return exactTime(at, language, zone);
  } catch {
    return timeIn(at, zone, language);
  }
}

function hourIn(at: number, zone: string, language: string): string {
  try {
    return minuteAndZone(at, language, zone);
  } catch {
    return timeIn(at, zone, language);
  }
}
