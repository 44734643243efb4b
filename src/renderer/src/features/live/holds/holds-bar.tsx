import { Hourglass, X } from 'lucide-react';
import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Hold } from '../../../../../shared/models/hold.ts';
import { useKeysOf } from '../../../actions/use-action-keys.ts';
import { call } from '../../../bridge/bridge.ts';
import { failureOf } from '../../../bridge/failure.ts';
import { type OpenStream, useLatest } from '../../../bridge/stream.ts';
import { announce } from '../../../components/announcer.tsx';
import { Button, IconButton } from '../../../components/button.tsx';
import { Ticking } from '../../../lib/ticking.tsx';
import { HoldFailures } from './hold-failures.tsx';
import { type Press, useHoldActions } from './use-hold-actions.ts';
import { useHoldTitle } from './use-hold-title.ts';
import { needsAttention } from './worth-showing.ts';

const openHolds: OpenStream<{ readonly holds: readonly Hold[]; readonly problem?: string }> = (api, on) =>
  api.holds.state(undefined, on);

/** Held commands with their countdown, the same in every window of the console; U undoes the newest. */
export function HoldsBar(): ReactNode {
  const { t } = useTranslation('live');
  const state = useLatest(openHolds).value;
  const press = useCallback(
    (what: Press, { id }: Hold) => {
      call((api) => api.holds[what]({ id }))
        .then((worked) => {
          if (what === 'undo') announce(t(worked ? 'holds.undone' : 'holds.tooLate'), 'assertive');
        })
        .catch(() => announce(t('holds.failed')));
    },
    [t],
  );
  const shown = (state?.holds ?? []).filter(needsAttention);
  const newest = shown.findLast(({ phase }) => phase === 'held');
  useHoldActions(shown, press);
  if (shown.length === 0 && state?.problem === undefined) return null;
  return (
    <section aria-label={t('holds.label')} className="max-h-48 overflow-auto" data-testid="holds">
      {state?.problem === undefined ? null : (
        <p className="border-b border-warn bg-raised px-3 py-1.5 text-warn">{t('holds.notKept')}</p>
      )}
      {shown.map((hold) => (
        <HoldLine key={hold.id} hold={hold} newest={hold === newest} onPress={press} />
      ))}
    </section>
  );
}

const show = (tenant: string, id: string) =>
  void call((api) => api.windows.goTo({ tenant, id })).catch((thrown: unknown) =>
    announce(failureOf(thrown).message, 'assertive'),
  );

interface HoldLineProps {
  readonly hold: Hold;
  readonly newest: boolean;
  readonly onPress: (what: Press, hold: Hold) => void;
}

function HoldLine({ hold, newest, onPress }: HoldLineProps): ReactNode {
  const { t } = useTranslation('live');
  const { phase, counts } = hold;
  const undoKeys = useKeysOf('holds.undo');
  const what = useHoldTitle(hold);
  const only = hold.about === undefined && hold.conversations.length === 1 ? hold.conversations[0] : undefined;
  const dismiss = (
    <IconButton label={t('holds.dismiss')} onClick={() => onPress('dismiss', hold)}>
      <X className="icon" aria-hidden />
    </IconButton>
  );
  return (
    <div className="border-b border-warn bg-raised px-3 py-1.5" data-hold={phase}>
      <div className="flex flex-wrap items-center gap-2">
        <Hourglass className="icon text-warn" aria-hidden />
        <strong className="font-semibold">{what}</strong>
        {only === undefined ? null : (
          <Button
            look="quiet"
            className="font-mono text-sm"
            hint={t('holds.open')}
            onClick={() => show(hold.tenant, only)}
          >
            {only}
          </Button>
        )}
        <span className="min-w-0 flex-1 text-fg-2">
          <Progress hold={hold} />
        </span>
        {phase === 'held' ? (
          <>
            <Button look="primary" shortcut={newest ? undoKeys : undefined} onClick={() => onPress('undo', hold)}>
              {t('holds.undo')}
            </Button>
            <Button onClick={() => onPress('sendNow', hold)}>{t('holds.sendNow')}</Button>
          </>
        ) : null}
        {phase === 'sending' && counts.waiting > 0 ? (
          <Button onClick={() => onPress('cancelRest', hold)}>{t('holds.cancelRest')}</Button>
        ) : null}
        {phase === 'not-sent' ? <Button onClick={() => onPress('again', hold)}>{t('holds.again')}</Button> : null}
        {phase === 'finished' || phase === 'not-sent' ? dismiss : null}
      </div>
      {phase === 'finished' ? <HoldFailures hold={hold} /> : null}
    </div>
  );
}

const NOT_SENT = {
  'console-ended': 'holds.consoleEnded',
  'signed-out': 'holds.signedOut',
  slept: 'holds.slept',
} as const;

function Progress({ hold }: { readonly hold: Hold }): ReactNode {
  const { t } = useTranslation('live');
  const { phase, dueAt, counts } = hold;
  const left = useCallback(
    (now: number) => t('holds.in', { value: Math.max(0, Math.ceil((dueAt - now) / 1000)) }),
    [t, dueAt],
  );
  switch (phase) {
    case 'held':
      return <Ticking at={left} />;
    case 'sending':
      return t('holds.sending', { ended: counts.total - counts.waiting, total: counts.total });
    case 'not-sent':
      return t(NOT_SENT[hold.reason ?? 'console-ended']);
    case 'finished': {
      const { done, refused, unknown, cancelled } = counts;
      return <span role="status">{t('holds.counts', { done, refused, unknown, cancelled })}</span>;
    }
  }
}
