import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DO_NOT_CALL_IMPORT_MAX, type DoNotCallImport } from '../../../../shared/models/do-not-call.ts';
import type { Failure } from '../../../../shared/models/failure.ts';
import { call } from '../../bridge/bridge.ts';
import { failureOf } from '../../bridge/failure.ts';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogButtons } from '../../components/dialog.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { TextArea } from '../../components/fields.tsx';
import { readNumbers } from './read-numbers.ts';

interface ImportNumbersProps {
  readonly tenant: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Lines named in a message. */
const LINES_TOLD = 8;

/** Puts many numbers on the list: pasted, or from a text or CSV file; counted before and after. */
export function ImportNumbers({ tenant, onClose, onDone }: ImportNumbersProps): ReactNode {
  const { t } = useTranslation('doNotCall');
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [done, setDone] = useState<DoNotCallImport>();
  const read = useMemo(() => readNumbers(text), [text]);
  const count = read.entries.length;
  const reason =
    count === 0 ? t('import.nothing') : count > DO_NOT_CALL_IMPORT_MAX ? t('import.tooMany', { count }) : undefined;
  const send = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      setDone(await call((api) => api.doNotCall.import({ tenant, entries: [...read.entries] })));
      onDone();
    } catch (thrown) {
      setFailure(failureOf(thrown));
    }
    setBusy(false);
  };
  return (
    <Dialog title={t('import.title')} width="wide" onClose={onClose}>
      <p className="text-fg-2">{t('import.intro')}</p>
      {done === undefined ? (
        <>
          <label className="flex w-fit flex-col gap-1 text-sm text-fg-2">
            {t('import.file')}
            <input
              type="file"
              accept=".csv,.txt,text/plain,text/csv"
              onChange={(event) => {
                const file = event.target.files?.[0];
                if (file !== undefined) void file.text().then(setText);
              }}
            />
          </label>
          <TextArea label={t('import.text')} rows={8} value={text} onChange={setText} spellCheck={false} />
          <p role="status" className="tabular-nums">
            {t('import.found', { count })}
            {read.repeated === 0 ? null : ` ${t('import.repeated', { count: read.repeated })}`}
          </p>
          {read.unreadable.length === 0 ? null : (
            <p className="text-warn">
              {t('import.unreadable', {
                count: read.unreadable.length,
                lines: read.unreadable.slice(0, LINES_TOLD).join(', '),
              })}
            </p>
          )}
        </>
      ) : (
        <p role="status" className="tabular-nums">
          {t('import.done', { added: done.added, there: done.alreadyThere, invalid: done.invalid.length })}
        </p>
      )}
      {failure === undefined ? null : <ErrorPanel failure={failure} />}
      <DialogButtons>
        <Button onClick={onClose}>{t(done === undefined ? 'leave' : 'close')}</Button>
        {done === undefined ? (
          <Button look="primary" busy={busy} disabledReason={reason} onClick={() => void send()}>
            {t('import.do', { count })}
          </Button>
        ) : null}
      </DialogButtons>
    </Dialog>
  );
}
