import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchiveQuery } from '../../../../../shared/models/archive.ts';
import type { Failure } from '../../../../../shared/models/failure.ts';
import {
  EXPORT_FORMATS,
  type ExportFormat,
  MOST_IN_PDF,
  MOST_NAMED,
} from '../../../../../shared/models/transcript-export.ts';
import { call } from '../../../bridge/bridge.ts';
import { failureOf } from '../../../bridge/failure.ts';
import { Button } from '../../../components/button.tsx';
import { Dialog, DialogButtons } from '../../../components/dialog.tsx';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { Select } from '../../../components/fields.tsx';
import type { ConversationParts } from '../parts.ts';
import { PdfExport } from './pdf-export.tsx';

const FORMATS = [...EXPORT_FORMATS, 'pdf'] as const;

interface ExportDialogProps {
  readonly tenant: string;
  readonly query: ArchiveQuery;
  /** Only these; undefined for the whole search. */
  readonly ids: readonly string[] | undefined;
  readonly count: number | undefined;
  readonly maskIsDecided: boolean;
  readonly parts: ConversationParts;
  readonly timeZone: string;
  readonly onClose: () => void;
}

/** Asks how an export is to be written, then begins it; its progress is under the list. */
export function ExportDialog({
  tenant,
  query,
  ids,
  count,
  maskIsDecided,
  parts,
  timeZone,
  onClose,
}: ExportDialogProps): ReactNode {
  const { t } = useTranslation(['conversations', 'common']);
  const [format, setFormat] = useState<ExportFormat | 'pdf'>('conversations-csv');
  /** `printing`: closing the dialog would take the paper away from under the print. */
  const [pdf, setPdf] = useState<'reading' | 'printing'>();
  const [masked, setMasked] = useState(true);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const hides = masked || maskIsDecided;
  const all = ids?.length ?? count ?? 0;
  const tooMany =
    ids !== undefined && ids.length > MOST_NAMED
      ? t('mostExported', { count: MOST_NAMED })
      : format === 'pdf' && all > MOST_IN_PDF
        ? t('pdfMost', { count: MOST_IN_PDF })
        : undefined;
  const begin = async () => {
    if (format === 'pdf') {
      setPdf('reading');
      return;
    }
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
    <Dialog title={t('export')} {...(pdf === 'printing' ? {} : { onClose })}>
      <div className="flex flex-col gap-3">
        <p className="text-fg-2">
          {ids === undefined ? t('exportAll', { count: count ?? 0 }) : t('exportChosen', { count: ids.length })}
        </p>
        <Select
          label={t('format')}
          value={format}
          onChange={setFormat}
          options={FORMATS.map((value) => ({ value, label: t(`formats.${value}`) }))}
        />
        <label className="flex items-center gap-2">
          <input
            type="checkbox"
            checked={hides}
            disabled={maskIsDecided}
            onChange={(event) => setMasked(event.target.checked)}
          />
          {t('masked')}
          {maskIsDecided ? <span className="text-sm text-fg-3">{t('maskDecided')}</span> : null}
        </label>
        {tooMany === undefined ? null : (
          <p role="status" className="text-sm text-warn">
            {tooMany}
          </p>
        )}
        <p className="text-sm text-fg-3">{t('exportNote')}</p>
        {failure === undefined ? null : <ErrorPanel failure={failure} />}
        {pdf === undefined ? null : (
          <PdfExport
            tenant={tenant}
            query={query}
            ids={ids}
            masked={hides}
            parts={parts}
            timeZone={timeZone}
            onPrinting={(is) => setPdf((now) => (now === undefined ? undefined : is ? 'printing' : 'reading'))}
            onEnd={(saved) => {
              setPdf(undefined);
              if (saved) onClose();
            }}
          />
        )}
        <DialogButtons>
          <Button disabledReason={pdf === 'printing' ? t('pdfPrinting') : undefined} onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button look="primary" busy={busy || pdf !== undefined} disabledReason={tooMany} onClick={() => void begin()}>
            {t('chooseFile')}
          </Button>
        </DialogButtons>
      </div>
    </Dialog>
  );
}
