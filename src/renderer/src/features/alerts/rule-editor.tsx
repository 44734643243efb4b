import { X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertCondition, AlertRule, ConditionKind, TrialResult } from '../../../../shared/models/alert.ts';
import type { Failure } from '../../../../shared/models/failure.ts';
import { call } from '../../bridge/bridge.ts';
import { failureOf } from '../../bridge/failure.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { ToggleChip } from '../../components/chip.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { Select, TextField } from '../../components/fields.tsx';
import { ConditionFields, firstOf, KINDS } from './condition-fields.tsx';
import { Trial } from './trial.tsx';

interface RuleEditorProps {
  readonly tenant: string;
  readonly rule: AlertRule;
  readonly onSave: (rule: AlertRule) => Promise<void>;
  readonly onRemove: () => Promise<void>;
}

/** One rule: its conditions, and what it would have done before it is switched on. */
export function RuleEditor({ tenant, rule, onSave, onRemove }: RuleEditorProps): ReactNode {
  const { t } = useTranslation('alerts');
  const [draft, setDraft] = useState(rule);
  const [kept, setKept] = useState(rule);
  if (kept !== rule) {
    // Saved, or changed in another window: what was not touched here follows.
    setKept(rule);
    if (JSON.stringify(draft) === JSON.stringify(kept)) setDraft(rule);
  }
  const [trial, setTrial] = useState<TrialResult>();
  const [failure, setFailure] = useState<Failure>();
  const change = (patch: Partial<AlertRule>) => {
    const next = { ...draft, ...patch };
    setDraft(next);
    if (!sameChecks(next, draft)) setTrial(undefined);
  };
  const conditionAt = (at: number, next: AlertCondition | undefined) =>
    change({ conditions: draft.conditions.flatMap((one, index) => (index === at ? (next ?? []) : one)) });
  const attempt = (doing: Promise<unknown>) => {
    setFailure(undefined);
    doing.catch((thrown: unknown) => setFailure(failureOf(thrown)));
  };
  // A rule that was never tried would cry at random: as it is now it must have been tried, or be on already.
  const asItWas = sameChecks(draft, rule);
  const mayEnable = trial !== undefined || (rule.enabled && asItWas);
  const changed = JSON.stringify(draft) !== JSON.stringify(rule);
  const wordless = draft.conditions.some((one) => one.kind === 'keyword' && one.words.length === 0);
  const unsavable = wordless
    ? t('wordsMissing')
    : draft.enabled && !mayEnable
      ? t('tryFirst')
      : changed
        ? undefined
        : t('unchanged');
  return (
    <section aria-label={draft.name} className="flex flex-col gap-3 rounded-lg border bg-surface p-4">
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
        <Select
          label={t('match')}
          value={draft.match}
          options={[
            { value: 'all', label: t('matchAll') },
            { value: 'any', label: t('matchAny') },
          ]}
          onChange={(match) => change({ match })}
        />
      </div>
      {draft.conditions.map((condition, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a condition is what stands at its place
        <div key={at} className="flex flex-wrap items-end gap-3">
          <Select<ConditionKind>
            label={t('conditionKind')}
            value={condition.kind}
            options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
            onChange={(kind) => conditionAt(at, firstOf(kind))}
          />
          <ConditionFields condition={condition} onChange={(next) => conditionAt(at, next)} />
          <IconButton
            label={t('removeCondition')}
            {...(draft.conditions.length > 1 ? {} : { disabledReason: t('removeCondition') })}
            onClick={() => conditionAt(at, undefined)}
          >
            <X className="icon" aria-hidden />
          </IconButton>
        </div>
      ))}
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={() => change({ conditions: [...draft.conditions, firstOf('risk')] })}>
          {t('addCondition')}
        </Button>
        <ToggleChip pressed={draft.whenHandled} onPress={() => change({ whenHandled: !draft.whenHandled })}>
          {t('whenHandled')}
        </ToggleChip>
        <Button
          disabledReason={wordless ? t('wordsMissing') : undefined}
          onClick={() =>
            attempt(call((api) => api.alerts.tryRule({ tenant, rule: draft })).then((result) => setTrial(result)))
          }
        >
          {t('try')}
        </Button>
        <Button
          aria-pressed={draft.enabled}
          disabledReason={draft.enabled || mayEnable ? undefined : t('tryFirst')}
          onClick={() => setDraft({ ...draft, enabled: !draft.enabled })}
        >
          {t(draft.enabled ? 'enabled' : 'disabled')}
        </Button>
        <span className="flex-1 text-end text-sm text-fg-3">{changed ? t('unsaved') : null}</span>
        <Button look="danger" onClick={() => attempt(onRemove())}>
          {t('removeRule')}
        </Button>
        <Button look="primary" disabledReason={unsavable} onClick={() => attempt(onSave(draft))}>
          {t('save')}
        </Button>
      </div>
      {trial === undefined ? null : <Trial tenant={tenant} trial={trial} />}
      {failure === undefined ? null : <ErrorPanel failure={failure} />}
    </section>
  );
}

/** Whether two rules fire for the same: their names and how bad they are do not matter. */
function sameChecks(one: AlertRule, other: AlertRule): boolean {
  const checks = ({ match, conditions, whenHandled }: AlertRule) => JSON.stringify([match, conditions, whenHandled]);
  return checks(one) === checks(other);
}
