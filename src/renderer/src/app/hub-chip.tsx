import { useNavigate } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { HubState, HubStatus } from '../../../shared/models/freshness.ts';
import { announce } from '../components/announcer.tsx';
import { timeOfDay } from '../components/time.tsx';
import { Tooltip } from '../components/tooltip.tsx';
import { useNow } from '../components/use-now.ts';
import { formatDecimal } from '../lib/format.ts';
import { Ticking } from '../lib/ticking.tsx';
import { useActiveTenant, useHubStatus } from './session-context.tsx';

const dots: Readonly<Record<HubState, string>> = {
  live: 'bg-ok',
  polling: 'bg-info',
  connecting: 'bg-warn',
  'catching-up': 'bg-warn',
  reconnecting: 'bg-warn',
  offline: 'bg-danger',
  stopped: 'bg-fg-3',
};

/** Seconds since the instance was last heard, worded: one decimal under ten seconds, then whole, then minutes. */
export function ageWords(milliseconds: number, language: string): string {
  const seconds = Math.max(0, milliseconds) / 1000;
  const format = (value: number, digits: number) =>
    formatDecimal(value, language.startsWith('fr') ? 'fr' : 'en', digits);
  if (seconds < 10) return `${format(Math.floor(seconds * 10) / 10, 1)} s`;
  if (seconds < 120) return `${format(Math.floor(seconds), 0)} s`;
  if (seconds < 7200) return `${format(Math.floor(seconds / 60), 0)} min`;
  return `${format(Math.floor(seconds / 3600), 0)} h`;
}

/** States that last: since when is said beside the word. */
const LASTING: ReadonlySet<HubState> = new Set(['reconnecting', 'offline', 'stopped']);

interface HubChipProps {
  /** In a window without the frame there is nowhere to go from it. */
  readonly inert?: boolean;
}

/** Whether what is shown is live, in a word and an age; never silent about it. */
export function HubChip({ inert = false }: HubChipProps): ReactNode {
  const { t, i18n } = useTranslation('shell');
  const status = useHubStatus().value;
  const tenant = useActiveTenant();
  const navigate = useNavigate();
  const state = status?.state ?? 'connecting';
  const word = t(`hub.${state}`);
  const heardAt = status?.lastHeardAt;
  const age = useCallback(
    (now: number) => (heardAt === undefined ? '' : ageWords(now - heardAt, i18n.language)),
    [heardAt, i18n.language],
  );
  useAnnounceChange(word);
  if (tenant === undefined || tenant.problem !== undefined) return null;
  return (
    <Tooltip text={<Explained status={status} timeZone={tenant.timeZone} />}>
      <button
        type="button"
        data-hub={state}
        aria-disabled={inert || undefined}
        onClick={() => {
          if (!inert) void navigate({ to: '/connection' });
        }}
        className={`inline-flex h-6 shrink-0 items-center gap-2 rounded-full border border-line-strong bg-raised px-2.5 text-sm whitespace-nowrap ${inert ? 'cursor-default' : 'hover:bg-hover'}`}
      >
        <span className={`size-2 rounded-full ${dots[state]}`} aria-hidden />
        <span>{word}</span>{' '}
        {status !== undefined && LASTING.has(state) ? (
          <span className="text-fg-2">
            {t('hubFrom', { time: timeOfDay(status.since, i18n.language, tenant.timeZone) })}
          </span>
        ) : null}
        {heardAt === undefined ? null : (
          <span className="text-fg-3">
            · <Ticking at={age} />
          </span>
        )}
      </button>
    </Tooltip>
  );
}

/** Follows the clock only while it is read. */
function Explained(props: {
  readonly status: HubStatus | undefined;
  readonly timeZone: string | undefined;
}): ReactNode {
  const { status, timeZone } = props;
  const { t, i18n } = useTranslation('shell');
  const now = useNow();
  const heardAt = status?.lastHeardAt;
  const lines = status === undefined ? [] : explain(status, now, t, i18n.language, timeZone);
  return (
    <>
      {heardAt === undefined ? t('hubNever') : t('hubAge', { age: ageWords(now - heardAt, i18n.language) })}
      {lines.map((line) => (
        <span key={line} className="block">
          {line}
        </span>
      ))}
    </>
  );
}

function explain(
  status: HubStatus,
  now: number,
  t: TFunction<'shell'>,
  language: string,
  timeZone: string | undefined,
): readonly string[] {
  const lines: string[] = [t('hubSince', { time: timeOfDay(status.since, language, timeZone) })];
  if (status.retryAt !== undefined)
    lines.push(t('hubRetry', { value: Math.max(0, Math.ceil((status.retryAt - now) / 1000)) }));
  if (status.clockSkew !== undefined && Math.abs(status.clockSkew) > 2000)
    lines.push(t('hubSkew', { value: Math.round(status.clockSkew / 1000) }));
  if (status.problem !== undefined) lines.push(status.problem.message);
  return lines;
}

function useAnnounceChange(word: string): void {
  const before = useRef(word);
  useEffect(() => {
    if (before.current === word) return;
    before.current = word;
    announce(word);
  }, [word]);
}
