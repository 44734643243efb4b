import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Breaker, BreakersView } from '../../../../shared/models/breaker.ts';
import type { CampaignSummary } from '../../../../shared/models/campaign.ts';
import type { Failure } from '../../../../shared/models/failure.ts';
import { call } from '../../bridge/bridge.ts';
import { failureOf } from '../../bridge/failure.ts';
import { announce } from '../../components/announcer.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { TextField } from '../../components/fields.tsx';
import { Section } from '../../components/page.tsx';
import { BreakerFields } from './breaker-fields.tsx';
import { Trips } from './trips.tsx';

interface BreakersProps {
  readonly tenant: string;
  readonly view: BreakersView;
  readonly campaigns: readonly CampaignSummary[];
}

/** A breaker as one begins it: it warns, of every campaign. */
function newBreaker(): Breaker {
  return {
    id: crypto.randomUUID(),
    metric: 'failure',
    abovePercent: 20,
    windowMinutes: 10,
    minimumCalls: 20,
    action: 'warn',
    enabled: true,
  };
}

const isSound = ({ abovePercent, windowMinutes, minimumCalls }: Breaker) =>
  abovePercent >= 0.1 &&
  abovePercent <= 100 &&
  Number.isInteger(windowMinutes) &&
  windowMinutes >= 1 &&
  windowMinutes <= 240 &&
  Number.isInteger(minimumCalls) &&
  minimumCalls >= 1;

/** The breakers of a tenant, each with where it stands now; nothing takes effect before it is saved. */
export function Breakers({ tenant, view, campaigns }: BreakersProps): ReactNode {
  const { t } = useTranslation('safety');
  const [draft, setDraft] = useState<readonly Breaker[]>();
  const [minutes, setMinutes] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const breakers = draft ?? view.breakers;
  const stuckMinutes = minutes === undefined ? view.stuckMinutes : Number(minutes);
  const sound = breakers.every(isSound) && Number.isInteger(stuckMinutes) && stuckMinutes >= 1 && stuckMinutes <= 240;
  const changed = draft !== undefined || minutes !== undefined;
  const save = async () => {
    setFailure(undefined);
    try {
      await call((api) => api.safety.save({ tenant, safety: { breakers: [...breakers], stuckMinutes } }));
      setDraft(undefined);
      setMinutes(undefined);
      announce(t('breakers.saved'));
    } catch (thrown) {
      setFailure(failureOf(thrown));
    }
  };
  const reason = changed ? (sound ? undefined : t('breakers.unsound')) : t('breakers.unchanged');
  return (
    <Section title={t('breakers.title')}>
      <p className="text-fg-2">{t('breakers.intro')}</p>
      {breakers.length === 0 ? <p className="text-fg-2">{t('breakers.none')}</p> : null}
      <ul className="flex flex-col gap-3">
        {breakers.map((breaker, nth) => (
          <BreakerFields
            key={breaker.id}
            breaker={breaker}
            campaigns={campaigns}
            readings={view.readings.filter(({ breakerId }) => breakerId === breaker.id)}
            onChange={(next) => setDraft(breakers.map((one, at) => (at === nth ? next : one)))}
            onRemove={() => setDraft(breakers.filter((_, at) => at !== nth))}
          />
        ))}
      </ul>
      <div>
        <Button onClick={() => setDraft([...breakers, newBreaker()])}>{t('breakers.add')}</Button>
      </div>
      <div className="w-72">
        <TextField
          label={t('breakers.stuck')}
          help={t('breakers.stuckHelp')}
          inputMode="numeric"
          value={minutes ?? String(view.stuckMinutes)}
          onChange={setMinutes}
        />
      </div>
      {failure === undefined ? null : <ErrorPanel failure={failure} />}
      <div className="flex gap-2">
        <Button look="primary" disabledReason={reason} onClick={() => void save()}>
          {t('breakers.save')}
        </Button>
        {changed ? (
          <Button
            onClick={() => {
              setDraft(undefined);
              setMinutes(undefined);
            }}
          >
            {t('breakers.discard')}
          </Button>
        ) : null}
      </div>
      <Trips trips={view.trips} />
    </Section>
  );
}
