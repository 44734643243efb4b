import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { BridgeApi } from '../../../../shared/ipc/contract.ts';
import type { Envelope } from '../../../../shared/ipc/envelope.ts';
import type { AlertRule, AlertsView } from '../../../../shared/models/alert.ts';
import { useActions } from '../../actions/offered.ts';
import { useKeysOf } from '../../actions/use-action-keys.ts';
import { useActiveTenant } from '../../app/session-context.tsx';
import { call } from '../../bridge/bridge.ts';
import { failureOf } from '../../bridge/failure.ts';
import { useLatest } from '../../bridge/stream.ts';
import { announce } from '../../components/announcer.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { Page, Section } from '../../components/page.tsx';
import { useLateTexts } from '../../i18n/late-texts.ts';
import { firstOf } from './condition-fields.tsx';
import { AlertInbox, openAlerts, SNOOZE_MINUTES } from './inbox.tsx';
import { Loudness } from './loudness.tsx';
import { MetricRules } from './metric-rules/metric-rules.tsx';
import { RuleEditor } from './rule-editor.tsx';
import { texts } from './texts.ts';

/** The alerts of the active tenant: what was found, what is looked for, how loud it is told. */
export function AlertsPage(): ReactNode {
  useLateTexts('alerts', texts);
  const tenant = useActiveTenant()?.slug;
  return tenant === undefined ? null : <Alerts key={tenant} tenant={tenant} />;
}

function Alerts({ tenant }: { readonly tenant: string }): ReactNode {
  const open = useCallback(
    (api: BridgeApi, on: (batch: Envelope<AlertsView>) => void) => api.alerts.state({ tenant }, on),
    [tenant],
  );
  const { value, failure } = useLatest(open);
  if (failure !== undefined) return <ErrorPanel shape="panel" failure={failure} />;
  return value === undefined ? null : <Loaded tenant={tenant} view={value} />;
}

function Loaded({ tenant, view }: { readonly tenant: string; readonly view: AlertsView }): ReactNode {
  const { t } = useTranslation('alerts');
  const navigate = useNavigate();
  const asked = useSearch({ strict: false });
  const { rules, metricRules, preferences, inbox } = view;
  const save = (next: readonly AlertRule[]) => call((api) => api.alerts.saveRules({ tenant, rules: [...next] }));
  const tell = (thrown: unknown) => announce(failureOf(thrown).message, 'assertive');
  const toSee = openAlerts(inbox);
  const fresh = (): AlertRule => ({
    id: crypto.randomUUID(),
    name: t('newRule'),
    enabled: false,
    severity: 'warning',
    match: 'all',
    conditions: [firstOf('risk')],
    whenHandled: false,
  });
  const keys = useKeysOf('alerts.acknowledgeAll');
  const ids = toSee.map(({ id }) => id);
  const acknowledgeAll = () => void call((api) => api.alerts.acknowledge({ ids })).catch(tell);
  const addRule = () => void save([...rules, fresh()]).catch(tell);
  useActions(() => {
    const disabledReason = ids.length === 0 ? t('nothingToSee') : undefined;
    const snoozeAll = () => void call((api) => api.alerts.snooze({ ids, minutes: SNOOZE_MINUTES })).catch(tell);
    return [
      { id: 'alerts.acknowledgeAll', group: 'page', disabledReason, run: acknowledgeAll },
      { id: 'alerts.snoozeAll', group: 'page', disabledReason, run: snoozeAll },
      { id: 'alerts.newRule', group: 'page', run: addRule },
    ];
  });
  return (
    <Page
      title={t('title')}
      width="full"
      summary={t('open', { count: toSee.length })}
      actions={
        toSee.length === 0 ? null : (
          <Button shortcut={keys} onClick={acknowledgeAll}>
            {t('acknowledgeAll')}
          </Button>
        )
      }
    >
      <Section title={t('inbox')}>
        <AlertInbox
          inbox={inbox}
          onOpenMetric={() => void navigate({ to: '/mission-control' })}
          onOpenCampaign={(of, id) => void navigate({ to: '/campaigns/$tenant/$id', params: { tenant: of, id } })}
        />
      </Section>
      <Section title={t('rules')}>
        {rules.map((rule) => (
          <RuleEditor
            key={rule.id}
            tenant={tenant}
            rule={rule}
            onSave={(next) => save(rules.map((one) => (one.id === rule.id ? next : one)))}
            onRemove={() => save(rules.filter((one) => one.id !== rule.id))}
          />
        ))}
        <div>
          <Button onClick={addRule}>{t('newRule')}</Button>
        </div>
      </Section>
      <MetricRules tenant={tenant} rules={metricRules} asked={asked} />
      <Section title={t('loudness')}>
        <Loudness
          preferences={preferences}
          onChange={(next) => void call((api) => api.alerts.savePreferences(next)).catch(tell)}
        />
      </Section>
    </Page>
  );
}
