import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PictureDifference } from '../../../../shared/models/act.ts';
import type { Campaign } from '../../../../shared/models/campaign.ts';
import type { Failure } from '../../../../shared/models/failure.ts';
import { failureOf } from '../../bridge/failure.ts';
import { announce } from '../../components/announcer.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { Section } from '../../components/page.tsx';
import { BasicsFields } from './basics-fields.tsx';
import { mayChangeNow } from './changeable.ts';
import { ChangeableTable } from './changeable-table.tsx';
import { DialingFields } from './dialing-fields.tsx';
import type { FieldProps } from './field-props.ts';
import { changesOfForm, type Form, type Problem, problemsOf } from './form.ts';
import { ScheduleFields } from './schedule-fields.tsx';
import { sendForm } from './send-form.ts';

interface CampaignFormProps {
  readonly tenant: string;
  readonly tenantZone: string | undefined;
  readonly campaign: Campaign | undefined;
  readonly start: Form;
  readonly form: Form;
  readonly kept: boolean;
  readonly change: (patch: Partial<Form>) => void;
  readonly forget: () => void;
  readonly onDone: (id: string | undefined) => void;
}

const STEPS = ['basics', 'schedule', 'dialing'] as const;
type Step = (typeof STEPS)[number];
const PARTS = { basics: BasicsFields, schedule: ScheduleFields, dialing: DialingFields };
const STEP_OF: Readonly<Record<Problem, Step>> = {
  name: 'basics',
  flowId: 'basics',
  callerId: 'basics',
  days: 'schedule',
  window: 'schedule',
  span: 'schedule',
  holidays: 'schedule',
  fallbackTimeZone: 'schedule',
  concurrency: 'dialing',
  maxAttempts: 'dialing',
  retry: 'dialing',
};

/** The steps of a new campaign one by one, those of an existing one all at once, and what sends them. */
export function CampaignForm(props: CampaignFormProps): ReactNode {
  const { tenant, tenantZone, campaign, start, form, kept, change, forget, onDone } = props;
  const { t } = useTranslation('campaignEditor');
  const [step, setStep] = useState<Step>('basics');
  const [told, setTold] = useState<ReadonlySet<Step>>(new Set());
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [differences, setDifferences] = useState<readonly PictureDifference[]>([]);
  const problems = problemsOf(form);
  const locked = (field: Parameters<FieldProps['locked']>[0]) => !mayChangeNow(field, campaign);
  const fieldProps: FieldProps = {
    form,
    change,
    locked,
    tenant,
    tenantZone,
    error: (problem) =>
      problems.includes(problem) && told.has(STEP_OF[problem]) ? t(`problem.${problem}`) : undefined,
  };
  const nothing =
    campaign !== undefined && problems.length === 0 && Object.keys(changesOfForm(form, start)).length === 0;
  const at = STEPS.indexOf(step);
  const next = STEPS[at + 1];
  const before = STEPS[at - 1];

  const send = async () => {
    setTold(new Set(STEPS));
    const [first] = problems;
    if (first !== undefined) {
      setStep(STEP_OF[first]);
      return;
    }
    setBusy(true);
    setFailure(undefined);
    setDifferences([]);
    try {
      const result = await sendForm(tenant, campaign, form, start);
      if (result.outcome === 'done') {
        forget();
        announce(t(campaign === undefined ? 'created' : 'changed', { name: form.name.trim() }));
        onDone(result.now?.id ?? campaign?.id);
        return;
      }
      setFailure(result.failure);
      if (result.outcome === 'refused') setDifferences(result.differences);
    } catch (thrown) {
      setFailure(failureOf(thrown));
    }
    setBusy(false);
  };
  const onward = (to: Step) => {
    setTold(new Set([...told, step]));
    if (!problems.some((problem) => STEP_OF[problem] === step)) setStep(to);
  };

  return (
    <>
      {kept ? (
        <p role="status" className="flex flex-wrap items-center gap-3 rounded-md border px-3 py-2">
          {t('kept')}
          <Button onClick={forget}>{t('discard')}</Button>
        </p>
      ) : null}
      {campaign === undefined ? (
        <nav aria-label={t('steps')}>
          <ol className="flex flex-wrap gap-2">
            {STEPS.map((one, nth) => (
              <li key={one}>
                <button
                  type="button"
                  aria-current={one === step ? 'step' : undefined}
                  onClick={() => (nth < at ? setStep(one) : onward(one))}
                  className={`inline-flex h-6 items-center gap-1.5 rounded-full border px-2.5 text-sm whitespace-nowrap ${
                    one === step
                      ? 'border-accent bg-selected font-semibold text-fg'
                      : 'border-line-strong hover:bg-hover'
                  }`}
                >
                  <span aria-hidden>{nth + 1}</span>
                  {t(`step.${one}`)}
                </button>
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      {STEPS.filter((one) => campaign !== undefined || one === step).map((one) => {
        const Part = PARTS[one];
        return (
          <Section key={one} title={t(`step.${one}`)}>
            <Part {...fieldProps} />
          </Section>
        );
      })}
      {failure === undefined ? null : <ErrorPanel failure={failure} />}
      {differences.length === 0 ? null : (
        <ul className="text-warn">
          {differences.map(({ field, before: was, now }) => (
            <li key={field}>{t('difference', { field, was, now })}</li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => onDone(campaign?.id)}>{t('leave')}</Button>
        <span className="flex-1" />
        {campaign === undefined && before !== undefined ? (
          <Button onClick={() => setStep(before)}>{t('back')}</Button>
        ) : null}
        {campaign === undefined && next !== undefined ? (
          <Button look="primary" onClick={() => onward(next)}>
            {t('next')}
          </Button>
        ) : (
          <Button
            look="primary"
            busy={busy}
            disabledReason={nothing ? t('unchanged') : undefined}
            onClick={() => void send()}
          >
            {t(campaign === undefined ? 'create' : 'save')}
          </Button>
        )}
      </div>
      <ChangeableTable campaign={campaign} />
    </>
  );
}
