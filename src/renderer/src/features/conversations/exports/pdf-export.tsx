import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchiveQuery } from '../../../../../shared/models/archive.ts';
import type { Failure } from '../../../../../shared/models/failure.ts';
import { maskOf } from '../../../../../shared/models/mask.ts';
import { call } from '../../../bridge/bridge.ts';
import { failureOf } from '../../../bridge/failure.ts';
import { say } from '../../../components/announcer.tsx';
import { Button } from '../../../components/button.tsx';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import type { ConversationParts } from '../parts.ts';
import { PrintSheet } from '../reader/print-sheet.tsx';
import { type ReadForPdf, readForPdf } from './read-for-pdf.ts';

interface PdfExportProps {
  readonly tenant: string;
  readonly query: ArchiveQuery;
  /** Only these; undefined for the whole search. */
  readonly ids: readonly string[] | undefined;
  readonly masked: boolean;
  readonly parts: ConversationParts;
  readonly timeZone: string;
  /** It is being put on paper: it must stay in the page until that ends. */
  readonly onPrinting: (is: boolean) => void;
  /** @param saved false when the operator chose no file. */
  readonly onEnd: (saved: boolean) => void;
}

const ignore = (): void => undefined;

/** Reads conversations one after the other, puts them on paper and saves that as one PDF; says how far it is. */
export function PdfExport(props: PdfExportProps): ReactNode {
  const { tenant, query, ids, masked, timeZone, onPrinting, onEnd } = props;
  const { t } = useTranslation(['conversations', 'common']);
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number }>();
  const [read, setRead] = useState<ReadForPdf>();
  const [failure, setFailure] = useState<Failure>();
  const [turn, setTurn] = useState(0);
  const tell = useRef({ printing: onPrinting, end: onEnd });
  const order = useRef({ tenant, query, ids, masked });
  const parts = useMemo(() => {
    // What leaves masked leaves without names too, whatever is hidden on the screen.
    const { contact, text } = maskOf(masked ? 'all' : 'none');
    return { ...props.parts, contact, text };
  }, [props.parts, masked]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn begins anew
  useEffect(() => {
    const abort = new AbortController();
    setFailure(undefined);
    readForPdf(order.current, abort.signal, (done, total) => setProgress({ done, total })).then(
      (all) => {
        if (!abort.signal.aborted) setRead(all);
      },
      (thrown: unknown) => {
        if (!abort.signal.aborted) setFailure(failureOf(thrown));
      },
    );
    return () => abort.abort();
  }, [turn]);
  // The sheets are in the page once this runs: effects come after what they belong to is drawn.
  useEffect(() => {
    if (read === undefined || read.transcripts.length === 0) return;
    const { tenant: whose, masked: hidden } = order.current;
    const { missing, transcripts } = read;
    tell.current.printing(true);
    call((api) => api.archive.exportPdf({ tenant: whose, conversations: transcripts.length, missing, masked: hidden }))
      .then((saved) => {
        if (saved) say([t('pdfSaved'), ...(missing === 0 ? [] : [t('missing', { count: missing })])].join(' · '));
        tell.current.end(saved);
      })
      .catch((thrown: unknown) => {
        setRead(undefined);
        setFailure(failureOf(thrown));
      })
      .finally(() => tell.current.printing(false));
  }, [read, t]);

  if (failure !== undefined)
    return (
      <ErrorPanel
        failure={failure}
        actions={<Button onClick={() => setTurn(turn + 1)}>{t('common:tryAgain')}</Button>}
      />
    );
  return (
    <div role="status" className="flex items-center gap-3">
      <progress aria-label={t('export')} max={progress?.total ?? 1} value={progress?.done ?? 0} className="w-40" />
      <span className="flex-1 text-fg-2 tabular-nums">
        {read?.transcripts.length === 0
          ? t('pdfNothing')
          : read !== undefined
            ? t('pdfPrinting')
            : t('pdfReading', { done: progress?.done ?? 0, total: progress?.total ?? 0 })}
      </span>
      {read?.transcripts.map((transcript, at) => (
        <PrintSheet
          key={transcript.conversation.id}
          transcript={transcript}
          place={{ nth: at + 1, of: read.transcripts.length }}
          items={parts.timelineOf(transcript)}
          parts={parts}
          timeZone={timeZone}
          onReady={ignore}
        />
      ))}
    </div>
  );
}
