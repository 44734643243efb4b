import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dispatcher } from '../../../../shared/models/dispatcher.ts';
import { Time } from '../../components/time.tsx';

const KNOWN = ['dialing', 'in-call', 'unreported'] as const;

/** The lines a dispatcher holds, oldest first; those that never reported back are what keeps it from calling. */
export function LeasedCalls({ dispatcher }: { readonly dispatcher: Dispatcher | undefined }): ReactNode {
  const { t } = useTranslation('dispatchers');
  const leased = dispatcher?.leased ?? [];
  if (leased.length === 0) return null;
  const word = (state: string) => {
    const known = KNOWN.find((one) => one === state);
    return known === undefined ? state : t(`leases.states.${known}`);
  };
  return (
    <details open={leased.some(({ state }) => state === 'unreported')}>
      <summary className="w-fit cursor-pointer rounded-sm font-semibold">
        {t('leases.title', { count: leased.length })}
      </summary>
      <ul className="mt-1 grid grid-cols-[repeat(auto-fill,minmax(18rem,1fr))] gap-x-6 gap-y-1 tabular-nums">
        {leased.map(({ contactId, since, state }) => (
          <li key={contactId} className={`flex gap-2 ${state === 'unreported' ? 'text-warn' : ''}`}>
            <span className="min-w-0 flex-1 truncate font-mono text-sm">{contactId}</span>
            <span>{word(state)}</span>
            {since === undefined ? null : <Time at={since} clock="instance" />}
          </li>
        ))}
      </ul>
    </details>
  );
}
