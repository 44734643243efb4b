import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../../shared/models/failure.ts';
import { type QualityView, SPREADS, type Spread } from '../../../../../shared/models/quality.ts';
import { parseQuery } from '../../../../../shared/query/parse-query.ts';
import { call } from '../../../bridge/bridge.ts';
import { failureOf } from '../../../bridge/failure.ts';
import { Button } from '../../../components/button.tsx';
import { Dialog, DialogButtons } from '../../../components/dialog.tsx';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { Select, TextField } from '../../../components/fields.tsx';

interface DrawDialogProps {
  readonly tenant: string;
  readonly timeZone: string;
  /** What the search begins with. */
  readonly search: string;
  readonly drawing: QualityView['drawing'];
  readonly onDrawn: (sample: string) => void;
  readonly onClose: () => void;
}

const MOST = 200;
/** Easy to write down and to say: no vowels, so that no word comes of it, and nothing that looks like another. */
const LETTERS = 'bcdfghjkmnpqrstvwxz23456789';

function newSeed(): string {
  return [...crypto.getRandomValues(new Uint8Array(6))].map((one) => LETTERS.charAt(one % LETTERS.length)).join('');
}

/** Asks what to draw, and shows how far the reading of the search is. */
export function DrawDialog({ tenant, timeZone, search, drawing, onDrawn, onClose }: DrawDialogProps): ReactNode {
  const { t } = useTranslation(['quality', 'common']);
  const [text, setText] = useState(search);
  const [size, setSize] = useState('10');
  const [spread, setSpread] = useState<Spread>('whole');
  const [seed, setSeed] = useState(newSeed);
  const [leaveOut, setLeaveOut] = useState(true);
  const [busy, setBusy] = useState(false);
  const [empty, setEmpty] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const { problems, query: asked } = parseQuery(text, { timeZone, now: Date.now() });
  const count = Number(size);
  const sizeError = Number.isInteger(count) && count >= 1 && count <= MOST ? undefined : t('badSize');
  const problem = problems[0];
  const textError =
    asked.pattern !== undefined
      ? t('noPattern')
      : problem === undefined
        ? undefined
        : t('notUnderstood', { text: text.slice(problem.from, problem.to) });
  const wrong = textError ?? sizeError ?? (seed.trim() === '' ? t('badSeed') : undefined);

  const draw = async () => {
    setBusy(true);
    setFailure(undefined);
    setEmpty(false);
    try {
      const { query } = parseQuery(text, { timeZone, now: Date.now() });
      const sample = await call((api) =>
        api.quality.draw({
          tenant,
          query,
          search: text,
          spread,
          size: count,
          seed: seed.trim(),
          leaveOutReviewed: leaveOut,
        }),
      );
      if (sample !== undefined) {
        onDrawn(sample);
        return;
      }
      setEmpty(true);
    } catch (thrown) {
      setFailure(failureOf(thrown));
    }
    setBusy(false);
  };
  const cancel = () => {
    if (busy) void call((api) => api.quality.cancelDraw({ tenant }));
    onClose();
  };
  return (
    <Dialog title={t('draw')} onClose={cancel}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (wrong === undefined && !busy) void draw();
        }}
      >
        <TextField
          label={t('search')}
          help={t('searchHelp')}
          error={textError}
          value={text}
          onChange={setText}
          maxLength={1000}
          autoFocus
        />
        <div className="grid grid-cols-[6rem_1fr] gap-3">
          <TextField
            label={t('size')}
            error={sizeError}
            type="number"
            min={1}
            max={MOST}
            value={size}
            onChange={setSize}
          />
          <Select
            label={t('spread')}
            value={spread}
            onChange={setSpread}
            options={SPREADS.map((value) => ({ value, label: t(`spreads.${value}`) }))}
          />
        </div>
        <div className="flex items-end gap-2">
          <div className="flex-1">
            <TextField label={t('seed')} value={seed} onChange={setSeed} maxLength={40} />
          </div>
          <Button onClick={() => setSeed(newSeed())}>{t('anotherSeed')}</Button>
        </div>
        <p className="text-sm text-fg-3">{t('seedHelp')}</p>
        <label className="flex items-center gap-2">
          <input type="checkbox" checked={leaveOut} onChange={(event) => setLeaveOut(event.target.checked)} />
          {t('leaveOut')}
        </label>
        <p role="status" className="text-fg-2 tabular-nums">
          {busy && drawing !== undefined
            ? drawing.total === undefined
              ? t('drawing', { count: drawing.read })
              : t('drawingOf', { count: drawing.read, total: drawing.total })
            : empty
              ? t('nothingDrawn')
              : ''}
        </p>
        {failure === undefined ? null : <ErrorPanel failure={failure} />}
        <DialogButtons>
          <Button onClick={cancel}>{t('common:cancel')}</Button>
          <Button look="primary" submit busy={busy} disabledReason={wrong}>
            {t('drawNow')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
