import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrialHit, TrialResult } from '../../../../shared/models/alert.ts';
import { useMask } from '../../app/use-mask.ts';
import { call } from '../../bridge/bridge.ts';
import { failureOf } from '../../bridge/failure.ts';
import { announce } from '../../components/announcer.tsx';
import { Button } from '../../components/button.tsx';
import { Time } from '../../components/time.tsx';
import { Reasons } from './reasons.tsx';

/** What a rule would have done to the traffic of the last minutes: how often, for which conversations, and why. */
export function Trial({ tenant, trial }: { readonly tenant: string; readonly trial: TrialResult }): ReactNode {
  const { t } = useTranslation('alerts');
  const { from, to, entries } = trial.recording;
  if (from === undefined || to === undefined) return <p role="status">{t('triedNothing')}</p>;
  const minutes = Math.max(1, Math.round((to - from) / 60_000));
  return (
    <div className="flex flex-col gap-1">
      <p role="status">{t('tried', { count: trial.count, minutes, entries })}</p>
      {trial.hits.length === 0 ? null : (
        <details>
          <summary className="w-fit cursor-pointer text-fg-2">{t('triedWhat')}</summary>
          <ul className="max-h-64 overflow-auto">
            {trial.hits.map((hit) => (
              <Hit key={`${hit.conversation}:${hit.at}`} tenant={tenant} hit={hit} />
            ))}
          </ul>
          {trial.count > trial.hits.length ? (
            <p className="text-sm text-fg-3">{t('triedMore', { count: trial.hits.length })}</p>
          ) : null}
        </details>
      )}
    </div>
  );
}

function Hit({ tenant, hit }: { readonly tenant: string; readonly hit: TrialHit }): ReactNode {
  const { t } = useTranslation('alerts');
  const mask = useMask();
  const { conversation, contact, at, because } = hit;
  const open = () =>
    void call((api) => api.windows.goTo({ tenant, id: conversation })).catch((thrown: unknown) =>
      announce(failureOf(thrown).message, 'assertive'),
    );
  return (
    <li className="flex flex-wrap items-center gap-x-3 border-b py-1">
      <span className="font-mono text-sm">{conversation}</span>
      <span>{mask.contact(contact)}</span>
      <span className="text-sm text-fg-3">
        <Time at={at} />
      </span>
      <span className="min-w-0 flex-1">
        <Reasons because={because} />
      </span>
      <Button look="quiet" onClick={open}>
        {t('openConversation')}
      </Button>
    </li>
  );
}
