import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../../shared/models/failure.ts';
import type { MetricRule, MetricTrial } from '../../../../../shared/models/metric-rule.ts';
import type { MetricState } from '../../../../../shared/models/telemetry.ts';
import { call } from '../../../bridge/bridge.ts';
import { failureOf } from '../../../bridge/failure.ts';
import { Button } from '../../../components/button.tsx';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { Select, TextField } from '../../../components/fields.tsx';
import { MetricFields } from './metric-fields.tsx';
import { MetricTrialResult } from './metric-trial.tsx';

interface MetricRuleEditorProps {
  readonly tenant: string;
  readonly rule: MetricRule;
  /** What the instance tells: what can be chosen besides the known metrics. */
  readonly metrics: readonly MetricState[];
  readonly onSave: (rule: MetricRule) => Promise<void>;
  readonly onRemove: () => Promise<void>;
}

/** One rule on a metric: what it looks for, and what it would have done before it is switched on. */
export function MetricRuleEditor({ tenant, rule, metrics, onSave, onRemove }: MetricRuleEditorProps): ReactNode {
  const { t } = useTranslation('alerts');
  const [draft, setDraft] = useState(rule);
  const [trial, setTrial] = useState<MetricTrial>();
  const [failure, setFailure] = useState<Failure>();
  const change = (patch: Partial<MetricRule>) => {
    setDraft({ ...draft, ...patch });
    setTrial(undefined);
  };
  const attempt = (doing: Promise<unknown>) => {
    setFailure(undefined);
    doing.catch((thrown: unknown) => setFailure(failureOf(thrown)));
  };
  const mayEnable = draft.enabled || rule.enabled || trial !== undefined;
  return (
    <section
      aria-label={draft.name}
      className="flex flex-col gap-3 rounded-lg border bg-surface p-4"
      data-rule={rule.id}
    >
      <div className="flex flex-wrap items-end gap-3">
        <TextField label={t('ruleName')} value={draft.name} onChange={(name) => change({ name })} />
        <Select
          label={t('severityLabel')}
          value={draft.severity}
          options={(['info', 'warning', 'critical'] as const).map((value) => ({
            value,
            label: t(`severity.${value}`),
          }))}
          onChange={(severity) => change({ severity })}
        />
      </div>
      <MetricFields rule={draft} metrics={metrics} onChange={change} />
      <div className="flex flex-wrap items-center gap-2">
        <Button
          onClick={() =>
            attempt(
              call((api) => api.alerts.tryMetricRule({ tenant, rule: { ...draft } })).then((result) =>
                setTrial(result),
              ),
            )
          }
        >
          {t('tryMetric')}
        </Button>
        <Button
          aria-pressed={draft.enabled}
          {...(mayEnable ? {} : { disabledReason: t('tryFirst') })}
          onClick={() => setDraft({ ...draft, enabled: !draft.enabled })}
        >
          {t(draft.enabled ? 'enabled' : 'disabled')}
        </Button>
        <span className="flex-1" />
        <Button look="danger" onClick={() => attempt(onRemove())}>
          {t('removeRule')}
        </Button>
        <Button look="primary" onClick={() => attempt(onSave(draft))}>
          {t('save')}
        </Button>
      </div>
      {trial === undefined ? null : <MetricTrialResult trial={trial} />}
      {failure === undefined ? null : <ErrorPanel failure={failure} />}
    </section>
  );
}
