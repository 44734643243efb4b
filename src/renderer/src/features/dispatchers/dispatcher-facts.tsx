import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Campaign } from '../../../../shared/models/campaign.ts';
import type { CampaignDetailView } from '../../../../shared/models/campaign-views.ts';
import { useActiveTenant } from '../../app/session-context.tsx';
import { Clocks } from '../../components/clocks.tsx';
import { Facts } from '../../components/page.tsx';
import { formatNumber, type Language } from '../../lib/format.ts';
import { OutcomeChart } from './outcome-chart.tsx';
import { PaceChart } from './pace-chart.tsx';

interface DispatcherFactsProps {
  readonly view: CampaignDetailView | undefined;
  readonly campaign: Campaign;
}

/** Why it stands still or waits, how far it is, and how its calls ended. */
export function DispatcherFacts({ view, campaign }: DispatcherFactsProps): ReactNode {
  const { t, i18n } = useTranslation('dispatchers');
  const timeZone = useActiveTenant()?.timeZone;
  const language: Language = i18n.language.startsWith('fr') ? 'fr' : 'en';
  const { outcomes, attempts, callsPerMinute, concurrency, callerId, schedule, cost, failure } = campaign;
  const dispatcher = view?.dispatcher;
  const zone = schedule?.fallbackTimeZone;
  const stuck = view?.stuck;
  const waiting = view?.waiting;
  const number = (value: number | undefined) => (value === undefined ? '–' : formatNumber(value, language));
  const lines =
    dispatcher?.tenantCap === undefined
      ? undefined
      : `${number(dispatcher.tenantInUse)} / ${number(dispatcher.tenantCap)}`;
  const window = schedule === undefined ? undefined : `${schedule.windowStart}–${schedule.windowEnd}`;
  const money =
    cost === undefined
      ? undefined
      : new Intl.NumberFormat(i18n.language, { style: 'currency', currency: cost.currency }).format(cost.amount);
  const facts = [
    [t('facts.attempts'), number(attempts)] as const,
    [t('facts.perMinute'), number(callsPerMinute)] as const,
    [t('facts.concurrency'), number(concurrency)] as const,
    [t('facts.tenantLines'), lines] as const,
    [t('facts.window'), window] as const,
    [t('facts.callerId'), callerId] as const,
    [t('facts.cost'), money] as const,
    [t('facts.pausedBy'), dispatcher?.pausedBy] as const,
  ].filter(([, value]) => value !== undefined);
  return (
    <>
      {failure === undefined ? null : <p className="text-danger">{failure}</p>}
      {stuck === undefined ? null : (
        <div role="alert" className="rounded-md border border-warn p-2 text-warn">
          <div className="flex flex-wrap gap-x-2 font-semibold">
            {t('stuck.title')} <Clocks at={stuck.since} tenantZone={timeZone} />
          </div>
          <p>{t(`stuck.${stuck.cause}`, { count: stuck.unreported })}</p>
        </div>
      )}
      {waiting === undefined ? null : (
        <div className="flex flex-wrap gap-x-2">
          {t(`waiting.${waiting.why}`)}
          {waiting.until === undefined ? null : (
            <>
              {t('waiting.until')} <Clocks at={waiting.until} contactZone={zone} tenantZone={timeZone} />
            </>
          )}
        </div>
      )}
      <div className="grid grid-cols-[repeat(auto-fit,minmax(16rem,1fr))] gap-6 tabular-nums">
        <div>
          <h3 className="mb-1.5 font-semibold">{t('dispatcher')}</h3>
          <Facts facts={facts} />
        </div>
        <OutcomeChart outcomes={outcomes} />
        <PaceChart pace={view?.pace ?? []} />
      </div>
    </>
  );
}
