import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { KNOWN_METRIC_IDS, labelsKey } from '../../../../../shared/models/metric.ts';
import type { MetricRule } from '../../../../../shared/models/metric-rule.ts';
import type { MetricState } from '../../../../../shared/models/telemetry.ts';
import { ToggleChip } from '../../../components/chip.tsx';
import { Select } from '../../../components/fields.tsx';
import { useMetricWords } from '../../../lib/metric-words.ts';
import { NumberField } from '../condition-fields.tsx';
import { firstCondition } from './new-rule.ts';

interface MetricFieldsProps {
  readonly rule: MetricRule;
  readonly metrics: readonly MetricState[];
  readonly onChange: (patch: Partial<MetricRule>) => void;
}

const KINDS = ['threshold', 'rate', 'absence'] as const;
const WIDEST = 1e12;

/** Which metric, what of it, for how long, of how many cases. */
export function MetricFields({ rule, metrics, onChange }: MetricFieldsProps): ReactNode {
  const { t } = useTranslation('alerts');
  const words = useMetricWords();
  const told = new Map(metrics.map((metric) => [metric.id as string, metric.label ?? metric.name]));
  const ids = new Set<string>([...KNOWN_METRIC_IDS, ...told.keys(), rule.metric]);
  const parts = metrics.find(({ id }) => id === rule.metric)?.parts ?? [];
  const choices = [{}, ...parts.map(({ labels }) => labels), rule.labels];
  const byKey = new Map(choices.map((labels) => [labelsKey(labels), labels]));
  const { condition } = rule;
  return (
    <>
      <div className="flex flex-wrap items-end gap-3">
        <Select
          label={t('metric')}
          value={rule.metric}
          options={[...ids].map((id) => ({ value: id, label: words.name(id, told.get(id)) }))}
          onChange={(metric) => onChange({ metric, labels: {}, condition: firstCondition(condition.kind, metric) })}
        />
        {byKey.size < 2 ? null : (
          <Select
            label={t('metricWhole')}
            labelHidden
            value={labelsKey(rule.labels)}
            options={[...byKey].map(([key, labels]) => ({
              value: key,
              label: words.parts(labels) || t('metricWhole'),
            }))}
            onChange={(key) => onChange({ labels: { ...byKey.get(key) } })}
          />
        )}
        <Select
          label={t('metricKindLabel')}
          value={condition.kind}
          options={KINDS.map((value) => ({ value, label: t(`metricKind.${value}`) }))}
          onChange={(kind) => onChange({ condition: firstCondition(kind, rule.metric) })}
        />
        <ConditionPart key={`${rule.metric}:${condition.kind}`} rule={rule} onChange={onChange} />
      </div>
      <div className="flex flex-wrap items-end gap-3">
        <NumberField
          label={t(condition.kind === 'absence' ? 'absentFor' : 'forSeconds')}
          value={rule.forSeconds}
          min={0}
          max={86_400}
          onChange={(forSeconds) => onChange({ forSeconds: Math.round(forSeconds) })}
        />
        {condition.kind === 'absence' ? null : (
          <NumberField
            label={t('minSamples')}
            help={t('minSamplesHelp')}
            value={rule.minSamples}
            min={0}
            max={1_000_000}
            onChange={(minSamples) => onChange({ minSamples: Math.round(minSamples) })}
          />
        )}
      </div>
    </>
  );
}

function ConditionPart({ rule, onChange }: Pick<MetricFieldsProps, 'rule' | 'onChange'>): ReactNode {
  const { t } = useTranslation('alerts');
  const { condition } = rule;
  if (condition.kind === 'absence') return null;
  if (condition.kind === 'threshold') {
    return (
      <>
        <Select
          label={t('sideLabel')}
          value={condition.side}
          options={(['above', 'below'] as const).map((value) => ({ value, label: t(`side.${value}`) }))}
          onChange={(side) => onChange({ condition: { ...condition, side } })}
        />
        <NumberField
          value={condition.value}
          min={-WIDEST}
          max={WIDEST}
          step="any"
          onChange={(value) => onChange({ condition: { ...condition, value } })}
        />
      </>
    );
  }
  return (
    <>
      <Select
        label={t('directionLabel')}
        value={condition.direction}
        options={(['up', 'down'] as const).map((value) => ({ value, label: t(`direction.${value}`) }))}
        onChange={(direction) => onChange({ condition: { ...condition, direction } })}
      />
      <NumberField
        value={condition.by}
        min={0.01}
        max={WIDEST}
        step="any"
        onChange={(by) => onChange({ condition: { ...condition, by } })}
      />
      <ToggleChip
        pressed={condition.percent}
        onPress={() => onChange({ condition: { ...condition, percent: !condition.percent } })}
      >
        {t('inPercent')}
      </ToggleChip>
      <NumberField
        label={t('within')}
        value={condition.minutes}
        min={1}
        max={1440}
        onChange={(minutes) => onChange({ condition: { ...condition, minutes: Math.round(minutes) } })}
      />
    </>
  );
}
