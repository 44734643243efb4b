import { Circle, CircleCheck, LoaderCircle } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BridgeApi } from '../../../../shared/ipc/contract.ts';
import type { Envelope } from '../../../../shared/ipc/envelope.ts';
import type { Failure } from '../../../../shared/models/failure.ts';
import type { SignInStep } from '../../../../shared/models/session.ts';
import { call } from '../../bridge/bridge.ts';
import { failureOf } from '../../bridge/failure.ts';
import { announce } from '../../components/announcer.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { useNow } from '../../components/use-now.ts';

const STEPS: readonly SignInStep[] = [
  'discovering',
  'waiting-for-browser',
  'exchanging-code',
  'loading-operations',
  'loading-tenants',
];

/** How far signing in has come; while the browser has it, until when. */
export function Waiting({
  step,
  deadline,
}: {
  readonly step: SignInStep;
  readonly deadline: number | undefined;
}): ReactNode {
  const { t } = useTranslation('signIn');
  const [failure, setFailure] = useState<Failure>();
  const reached = STEPS.indexOf(step);
  const words = t(`steps.${step}`);
  const ask = (asked: (api: BridgeApi) => Promise<Envelope<void>>) => {
    setFailure(undefined);
    call(asked).catch((thrown: unknown) => setFailure(failureOf(thrown)));
  };
  useEffect(() => announce(words), [words]);
  return (
    <div className="flex flex-col gap-4">
      <h2 className="text-lg font-semibold">{t('waitingTitle')}</h2>
      <ol className="flex flex-col gap-2">
        {STEPS.map((one, index) => (
          <Step key={one} step={one} place={index < reached ? 'done' : index === reached ? 'now' : 'ahead'} />
        ))}
      </ol>
      {step === 'waiting-for-browser' ? (
        <div className="rounded-md border bg-bg px-3 py-2">
          <p>{t('browserText')}</p>
          <p className="text-sm text-fg-2">{t('browserClosed')}</p>
        </div>
      ) : null}
      {failure === undefined ? null : <ErrorPanel failure={failure} />}
      <div className="flex items-center gap-3">
        {step === 'waiting-for-browser' ? (
          <Button onClick={() => ask((api) => api.session.openPageAgain())}>{t('openAgain')}</Button>
        ) : null}
        <Button onClick={() => ask((api) => api.session.cancelSignIn())}>{t('cancel')}</Button>
        {deadline === undefined || step !== 'waiting-for-browser' ? null : <Countdown until={deadline} />}
      </div>
    </div>
  );
}

function Step({ step, place }: { readonly step: SignInStep; readonly place: 'done' | 'now' | 'ahead' }): ReactNode {
  const { t } = useTranslation('signIn');
  return (
    <li
      aria-current={place === 'now' ? 'step' : undefined}
      className={`flex items-center gap-2 ${place === 'ahead' ? 'text-fg-3' : ''} ${place === 'now' ? 'font-semibold' : ''}`}
    >
      {place === 'done' ? <CircleCheck className="icon text-ok" aria-hidden /> : null}
      {place === 'now' ? <LoaderCircle className="icon animate-spin text-accent" aria-hidden /> : null}
      {place === 'ahead' ? <Circle className="icon" aria-hidden /> : null}
      {t(`steps.${step}`)}
      {place === 'ahead' ? null : <span className="sr-only">({t(place === 'done' ? 'stepDone' : 'stepNow')})</span>}
    </li>
  );
}

/** Minutes and seconds: "4:32". */
export function minutesAndSeconds(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function Countdown({ until }: { readonly until: number }): ReactNode {
  const { t } = useTranslation('signIn');
  const now = useNow();
  return (
    <span role="timer" className="text-fg-2">
      {t('timeLeft', { time: minutesAndSeconds(until - now) })}
    </span>
  );
}
