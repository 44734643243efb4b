import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../shared/models/failure.ts';
import type { Criterion, QualityView } from '../../../../shared/models/quality.ts';
import { call } from '../../bridge/bridge.ts';
import { failureOf } from '../../bridge/failure.ts';
import { say } from '../../components/announcer.tsx';
import { Button, IconButton } from '../../components/button.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { Select, TextField } from '../../components/fields.tsx';

const KINDS = ['pass-fail', 'scale'] as const;
const MOST = 30;

interface ScorecardTabProps {
  readonly tenant: string;
  readonly view: QualityView;
  /** What was changed and not saved; kept above, so that going to another tab loses nothing. */
  readonly edited: readonly Criterion[] | undefined;
  readonly onEdit: (criteria: readonly Criterion[] | undefined) => void;
}

/** The criteria that conversations are judged by; saving makes another version. */
export function ScorecardTab({ tenant, view, edited, onEdit }: ScorecardTabProps): ReactNode {
  const { t } = useTranslation('quality');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const { scorecard, earlier } = view;
  const criteria = edited ?? scorecard.criteria;
  const next = scorecard.version + 1;
  const change = (at: number, part: Partial<Criterion>) =>
    onEdit(criteria.map((one, index) => (index === at ? { ...one, ...part } : one)));
  const move = (at: number, step: 1 | -1) => {
    const moved = [...criteria];
    const [one] = moved.splice(at, 1);
    if (one !== undefined) moved.splice(at + step, 0, one);
    onEdit(moved);
  };
  const weights = criteria.map(({ weight }) => weight);
  const wrong = criteria.some(({ name }) => name.trim() === '')
    ? t('nameless')
    : weights.every((weight) => weight === 0) || weights.some((one) => !Number.isInteger(one) || one < 0 || one > 100)
      ? t('weightless')
      : undefined;
  const save = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      const saved = await call((api) => api.quality.saveScorecard({ tenant, criteria: [...criteria] }));
      onEdit(undefined);
      say(t('savedVersion', { version: saved.version }));
    } catch (thrown) {
      setFailure(failureOf(thrown));
    }
    setBusy(false);
  };
  return (
    <form
      className="flex max-w-4xl flex-col gap-3 px-6 pb-8"
      onSubmit={(event) => {
        event.preventDefault();
        if (edited !== undefined && wrong === undefined && !busy) void save();
      }}
    >
      <p className="text-fg-2">
        {t('inForce', { version: scorecard.version })}. {t('scorecardIntro')}
      </p>
      <ol className="flex flex-col gap-2">
        {criteria.map((one, at) => (
          <li key={one.id}>
            <fieldset className="flex flex-col gap-2 rounded-lg border border-line bg-surface p-3">
              <legend className="sr-only">{one.name === '' ? t('criterionNth', { nth: at + 1 }) : one.name}</legend>
              <div className="grid grid-cols-[1fr_10rem_5rem_auto] items-end gap-2">
                <TextField
                  label={t('name')}
                  value={one.name}
                  maxLength={80}
                  autoFocus={one.name === '' && edited !== undefined}
                  onChange={(name) => change(at, { name })}
                />
                <Select
                  label={t('kind')}
                  value={one.kind}
                  onChange={(kind) => change(at, { kind })}
                  options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
                />
                <TextField
                  label={t('weightLabel')}
                  type="number"
                  min={0}
                  max={100}
                  value={String(one.weight)}
                  onChange={(weight) => change(at, { weight: Number(weight) })}
                />
                <span className="flex">
                  <IconButton
                    label={t('up')}
                    disabledReason={at === 0 ? t('up') : undefined}
                    onClick={() => move(at, -1)}
                  >
                    <ArrowUp className="icon" aria-hidden />
                  </IconButton>
                  <IconButton
                    label={t('down')}
                    disabledReason={at === criteria.length - 1 ? t('down') : undefined}
                    onClick={() => move(at, 1)}
                  >
                    <ArrowDown className="icon" aria-hidden />
                  </IconButton>
                  <IconButton
                    label={t('remove', { name: one.name })}
                    onClick={() => onEdit(criteria.filter((other) => other !== one))}
                  >
                    <X className="icon" aria-hidden />
                  </IconButton>
                </span>
              </div>
              <TextField
                label={t('help')}
                value={one.help ?? ''}
                maxLength={400}
                onChange={(help) => change(at, { help })}
              />
              <label className="flex items-center gap-2">
                <input
                  type="checkbox"
                  checked={one.autoFail}
                  onChange={(event) => change(at, { autoFail: event.target.checked })}
                />
                {t('autoFail')}
              </label>
            </fieldset>
          </li>
        ))}
      </ol>
      {failure === undefined ? null : <ErrorPanel failure={failure} />}
      <div className="flex flex-wrap gap-2">
        <Button
          onClick={() =>
            criteria.length < MOST &&
            onEdit([...criteria, { id: crypto.randomUUID(), name: '', kind: 'pass-fail', weight: 10, autoFail: false }])
          }
        >
          <Plus className="icon" aria-hidden />
          {t('addCriterion')}
        </Button>
        <span className="flex-1" />
        {edited === undefined ? null : <Button onClick={() => onEdit(undefined)}>{t('undoChanges')}</Button>}
        <Button look="primary" submit busy={busy} disabledReason={edited === undefined ? t('nothingChanged') : wrong}>
          {t('saveVersion', { version: next })}
        </Button>
      </div>
      {earlier.length === 0 ? null : (
        <section aria-label={t('earlier')} className="flex flex-col gap-1">
          <h2 className="text-sm font-semibold text-fg-2">{t('earlier')}</h2>
          <ul>
            {earlier.map(({ version, criteria: old }) => (
              <li key={version} className="flex items-center gap-3 border-b border-line py-1">
                <span className="min-w-0 flex-1 truncate">
                  {t('versionFacts', { version, names: old.map(({ name }) => name).join(', ') })}
                </span>
                <Button look="quiet" onClick={() => onEdit(old)}>
                  {t('useAgain')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </form>
  );
}
