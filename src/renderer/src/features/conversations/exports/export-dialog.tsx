import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchiveQuery } from '../../../../../shared/models/archive.ts';
import type { Failure } from '../../../../../shared/models/failure.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../../../../../shared/models/transcript-export.ts';
import { call } from '../../../bridge/bridge.ts';
import { failureOf } from '../../../bridge/failure.ts';
import { Button } from '../../../components/button.tsx';
import { Dialog, DialogButtons } from '../../../components/dialog.tsx';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { Select } from '../../../components/fields.tsx';

interface ExportDialogProps {
  readonly tenant: string;
  readonly query: ArchiveQuery;
  /** Only these; undefined for the whole search. */
  readonly ids: readonly string[] | undefined;
  readonly count: number | undefined;
  readonly maskIsDecided: boolean;
  readonly onClose: () => void;
}

/** Asks how an export is to be written, then begins it; its progress is under the list. */
export function ExportDialog({ tenant, query, ids, count, maskIsDecided, onClose }: ExportDialogProps): ReactNode {
  const { t } = useTranslation(['conversations', 'common']);
  const [format, setFormat] = useState<ExportFormat>('conversations-csv');
  const [masked, setMasked] = useState(true);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const begin = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      const begun = await call((api) =>
        api.archive.startExport({ tenant, query, format, masked, ...(ids === undefined ? {} : { ids: [...ids] }) }),
      );
      if (begun) onClose();
    } catch (thrown) {
      setFailure(failureOf(thrown));
    }
    setBusy(false);
  };
  return (
    <Dialog title={t('export')} onClose={onClose}>
      <div className="flex flex-col gap-3">
        <p className="text-fg-2">
          {ids === undefined ? t('exportAll', { count: count ?? 0 }) : t('exportChosen', { count: ids.length })}
        </p>
        <Select
          label={t('format')}
          value={format}
          onChange={setFormat}
          options={EXPORT_FORMATS.map((value) => ({ value, label: t(`formats.${value}`) }))}
        />
        <label className="flex items-center gap-2">
          <input
            type="checkbox"
            checked={masked || maskIsDecided}
            disabled={maskIsDecided}
            onChange={(event) => setMasked(event.target.checked)}
          />
          {t('masked')}
          {maskIsDecided ? <span className="text-sm text-fg-3">{t('maskDecided')}</span> : null}
        </label>
        <p className="text-sm text-fg-3">{t('exportNote')}</p>
        {failure === undefined ? null : <ErrorPanel failure={failure} />}
        <DialogButtons>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button look="primary" busy={busy} onClick={() => void begin()}>
            {t('chooseFile')}
          </Button>
        </DialogButtons>
      </div>
    </Dialog>
  );
}
