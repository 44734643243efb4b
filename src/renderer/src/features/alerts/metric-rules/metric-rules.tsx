import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BridgeApi } from '../../../../../shared/ipc/contract.ts';
import type { Envelope } from '../../../../../shared/ipc/envelope.ts';
import type { MetricRule } from '../../../../../shared/models/metric-rule.ts';
import type { TelemetryView } from '../../../../../shared/models/telemetry.ts';
import { call } from '../../../bridge/bridge.ts';
import { useLatest } from '../../../bridge/stream.ts';
import { Button } from '../../../components/button.tsx';
import { Section } from '../../../components/page.tsx';
import { useMetricWords } from '../../../lib/metric-words.ts';
import { MetricRuleEditor } from './metric-rule-editor.tsx';
import { askedRule, firstRule } from './new-rule.ts';

interface MetricRulesProps {
  readonly tenant: string;
  readonly rules: readonly MetricRule[];
  /** A metric for which a rule is wanted, as the address says it. */
  readonly asked: { readonly metric?: string; readonly labels?: string };
}

/** The tenant's rules on metrics, and a new one where it was asked for. */
export function MetricRules({ tenant, rules, asked }: MetricRulesProps): ReactNode {
  const { t } = useTranslation('alerts');
  const words = useMetricWords();
  const open = useCallback(
    (api: BridgeApi, on: (batch: Envelope<TelemetryView>) => void) => api.telemetry.state({ tenant }, on),
    [tenant],
  );
  const metrics = useLatest(open).value?.metrics ?? [];
  const [draft, setDraft] = useState(() => askedRule(asked, words.name));
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (draft !== undefined) first.current?.scrollIntoView({ block: 'center' });
  }, [draft]);
  const save = (next: readonly MetricRule[]) =>
    call((api) => api.alerts.saveMetricRules({ tenant, rules: next.map((rule) => ({ ...rule })) }));
  return (
    <Section title={t('metricRules')}>
      <p className="text-fg-2">{t('metricRulesText')}</p>
      {rules.map((rule) => (
        <MetricRuleEditor
          key={rule.id}
          tenant={tenant}
          rule={rule}
          metrics={metrics}
          onSave={(next) => save(rules.map((one) => (one.id === rule.id ? next : one)))}
          onRemove={() => save(rules.filter((one) => one.id !== rule.id))}
        />
      ))}
      {draft === undefined ? (
        <div>
          <Button onClick={() => setDraft(firstRule(t('newMetricRule')))}>{t('newMetricRule')}</Button>
        </div>
      ) : (
        <div ref={first}>
          <MetricRuleEditor
            tenant={tenant}
            rule={draft}
            metrics={metrics}
            onSave={async (next) => {
              await save([...rules, next]);
              setDraft(undefined);
            }}
            onRemove={async () => setDraft(undefined)}
          />
        </div>
      )}
    </Section>
  );
}
