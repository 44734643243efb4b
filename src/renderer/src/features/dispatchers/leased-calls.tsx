import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dispatcher } from '../../../../shared/models/dispatcher.ts';
import { useActiveTenant } from '../../app/session-context.tsx';
import { ClockedTime } from '../../components/clocks.tsx';

const KNOWN = ['dialing', 'in-call', 'unreported'] as const;

interface LeasedCallsProps {
  readonly dispatcher: Dispatcher | undefined;
  /** The instance's clock minus this computer's, ms. */
  readonly skewMs: number | undefined;
}

/** The lines a dispatcher holds, oldest first; those that never reported back are what keeps it from calling. */
export function LeasedCalls({ dispatcher, skewMs }: LeasedCallsProps): ReactNode {
  const { t } = useTranslation('dispatchers');
  const tenantZone = useActiveTenant()?.timeZone;
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
            {since === undefined ? null : <ClockedTime at={since} tenantZone={tenantZone} skewMs={skewMs} />}
          </li>
        ))}
      </ul>
    </details>
  );
}
