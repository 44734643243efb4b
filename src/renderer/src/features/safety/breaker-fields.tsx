import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BREAKER_METRICS, type Breaker, type BreakerReading } from '../../../../shared/models/breaker.ts';
import type { CampaignSummary } from '../../../../shared/models/campaign.ts';
import { IconButton } from '../../components/button.tsx';
import { Select } from '../../components/fields.tsx';
import { NumberField } from './number-field.tsx';

interface BreakerFieldsProps {
  readonly breaker: Breaker;
  readonly campaigns: readonly CampaignSummary[];
  readonly readings: readonly BreakerReading[];
  readonly onChange: (breaker: Breaker) => void;
  readonly onRemove: () => void;
}

/** One breaker: which rate, over how long, from how many calls on, and what it does. */
export function BreakerFields({ breaker, campaigns, readings, onChange, onRemove }: BreakerFieldsProps): ReactNode {
  const { t, i18n } = useTranslation('safety');
  const { metric, abovePercent, windowMinutes, minimumCalls, action, enabled, campaignId } = breaker;
  const change = (patch: Partial<Breaker>) => onChange({ ...breaker, ...patch });
  const known = campaigns.filter(({ archived, state }) => !archived && !['completed', 'stopped'].includes(state));
  const kept = campaignId === undefined || known.some(({ id }) => id === campaignId) ? [] : [campaignId];
  const options = [
    { value: '', label: t('breakers.every') },
    ...known.map(({ id, name }) => ({ value: id, label: name })),
    ...kept.map((id) => ({ value: id, label: id })),
  ];
  const setCampaign = (value: string) => {
    const { campaignId: _, ...rest } = breaker;
    onChange(value === '' ? rest : { ...rest, campaignId: value });
  };
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  return (
    <li className="flex flex-col gap-2 rounded-md border p-3">
      <div className="grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] items-end gap-3">
        <Select
          label={t('breakers.metric')}
          value={metric}
          onChange={(value) => change({ metric: value })}
          options={BREAKER_METRICS.map((value) => ({ value, label: t(`breakers.metrics.${value}`) }))}
        />
        <NumberField
          label={t('breakers.above')}
          value={abovePercent}
          onChange={(value) => change({ abovePercent: value })}
        />
        <NumberField
          label={t('breakers.window')}
          value={windowMinutes}
          onChange={(value) => change({ windowMinutes: value })}
        />
        <NumberField
          label={t('breakers.minimum')}
          value={minimumCalls}
          onChange={(value) => change({ minimumCalls: value })}
        />
        <Select
          label={t('breakers.action')}
          value={action}
          onChange={(value) => change({ action: value })}
          options={[
            { value: 'warn', label: t('breakers.warn') },
            { value: 'pause', label: t('breakers.pause') },
          ]}
        />
        <Select label={t('breakers.campaign')} value={campaignId ?? ''} onChange={setCampaign} options={options} />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <label className="flex items-center gap-2">
          <input type="checkbox" checked={enabled} onChange={() => change({ enabled: !enabled })} />
          {t('breakers.on')}
        </label>
        <ul className="flex flex-1 flex-wrap gap-x-4 text-sm tabular-nums text-fg-2">
          {readings.map(({ campaignId: of, percent, calls, enough }) => (
            <li key={of} className={percent > abovePercent && enough ? 'text-danger' : ''}>
              {t(enough ? 'breakers.reading' : 'breakers.tooFew', {
                name: campaigns.find(({ id }) => id === of)?.name ?? of,
                percent: number.format(percent),
                calls: number.format(calls),
              })}
            </li>
          ))}
        </ul>
        <IconButton label={t('breakers.remove')} onClick={onRemove}>
          <Trash2 className="icon" aria-hidden />
        </IconButton>
      </div>
    </li>
  );
}
