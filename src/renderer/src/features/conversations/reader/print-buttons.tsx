import { FileDown, Printer } from 'lucide-react';
import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../bridge/bridge.ts';
import { failureOf } from '../../../bridge/failure.ts';
import { say } from '../../../components/announcer.tsx';
import { IconButton } from '../../../components/button.tsx';
import { PrintSheet, type PrintSheetProps } from './print-sheet.tsx';

/** Prints the transcript, or saves it as PDF; what is put on paper is made for the moment that it takes. */
export function PrintButtons(props: Omit<PrintSheetProps, 'onReady'>): ReactNode {
  const { t } = useTranslation('conversations');
  const [wish, setWish] = useState<'paper' | 'pdf'>();
  const { id } = props.transcript.conversation;
  const onReady = useCallback(() => {
    const done = () => setWish(undefined);
    if (wish === 'paper') {
      // Returns when the system's dialog is closed.
      window.print();
      done();
      return;
    }
    call((api) => api.app.savePdf({ suggestedName: `${id}.pdf`, landscape: false }))
      .then((saved) => {
        if (saved) say(t('pdfSaved'));
      })
      .catch((thrown: unknown) => say(failureOf(thrown).message, 'assertive'))
      .finally(done);
  }, [wish, id, t]);
  return (
    <>
      <IconButton label={t('print')} onClick={() => setWish((running) => running ?? 'paper')}>
        <Printer className="icon" aria-hidden />
      </IconButton>
      <IconButton label={t('savePdf')} onClick={() => setWish((running) => running ?? 'pdf')}>
        <FileDown className="icon" aria-hidden />
      </IconButton>
      {wish === undefined ? null : <PrintSheet {...props} onReady={onReady} />}
    </>
  );
}
