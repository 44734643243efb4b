import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceiptView } from '../../../../../shared/models/manifest-receipt.ts';
import type { WorkbenchView } from '../../../../../shared/models/manifest-workbench.ts';
import { call } from '../../../bridge/bridge.ts';
import { Button } from '../../../components/button.tsx';
import { ConfirmDialog } from '../../../components/dialog.tsx';
import { exactTime } from '../../../components/time.tsx';
import { useNow } from '../../../components/use-now.ts';
import { StepFoot } from '../step-foot.tsx';
import { useFigures } from '../use-words.ts';
import type { Workbench } from '../use-workbench.ts';
import { EarlierImports } from './earlier-imports.tsx';
import { ReceiptFacts } from './receipt-facts.tsx';
import { RefusedTable } from './refused-table.tsx';

interface ReceiptStepProps {
  readonly bench: Workbench;
  readonly view: WorkbenchView;
  readonly onNext: () => void;
}

/** What became of an upload, to be kept, and taken back while that is possible. */
export function ReceiptStep({ bench, view, onNext }: ReceiptStepProps): ReactNode {
  const { t } = useTranslation('manifest');
  const { language } = useFigures();
  const now = useNow();
  const [chosen, setChosen] = useState<string>();
  const [asking, setAsking] = useState(false);
  const { receipts } = view;
  const receipt = receipts.find(({ id }) => id === chosen) ?? receipts[0];
  if (receipt === undefined) return null;
  const until = receipt.reversibleUntil;
  const exportIt = () =>
    bench.act(async (api, which) => {
      const made = await api.exportReceipt({ ...which, receipt: receipt.id });
      if (made.ok) await call((all) => all.app.saveText(made.value));
      return made;
    });
  return (
    <>
      <div className="min-h-0 flex-1 overflow-auto px-6 pb-4">
        <div className="flex flex-col gap-4">
          <Outcome receipt={receipt} />
          <ReceiptFacts receipt={receipt} />
          {receipt.refused > 0 ? <RefusedTable key={receipt.id} bench={bench} receipt={receipt} /> : null}
          <EarlierImports receipts={receipts} current={receipt.id} onShow={setChosen} />
        </div>
      </div>
      <StepFoot
        left={<Button onClick={() => void exportIt()}>{t('receipt.export')}</Button>}
        note={until === undefined ? undefined : t('receipt.until', { until: exactTime(until, language) })}
      >
        {until !== undefined && until > now ? (
          <Button look="danger" onClick={() => setAsking(true)}>
            {t('receipt.reverse')}
          </Button>
        ) : null}
        <Button look="primary" onClick={onNext}>
          {t('receipt.next')}
        </Button>
      </StepFoot>
      {asking && until !== undefined ? (
        <ConfirmDialog
          title={t('receipt.reverseTitle')}
          action={t('receipt.reverseButton')}
          look="danger"
          onConfirm={() => call((api) => api.manifests.reverse({ ...bench.which, receipt: receipt.id }))}
          onClose={() => setAsking(false)}
        >
          {t('receipt.reverseWhat', {
            campaign: view.campaign?.name ?? t('title'),
            until: exactTime(until, language),
          })}
        </ConfirmDialog>
      ) : null}
    </>
  );
}

/** The result in a sentence or two. */
function Outcome({ receipt }: { readonly receipt: ReceiptView }): ReactNode {
  const { t } = useTranslation('manifest');
  const { number } = useFigures();
  const { theirs, rows, rejection, unexplained, state, refused } = receipt;
  const accepted = theirs?.accepted ?? rows - refused;
  const barred = theirs?.doNotCall ?? 0;
  const main =
    state === 'reversed'
      ? t('receipt.reversedAll')
      : rejection !== undefined
        ? t('receipt.refusedAll', { why: rejection.message ?? rejection.code })
        : refused === 0 && unexplained === 0
          ? t('receipt.allThere', { count: rows, n: number(rows) })
          : t('receipt.someRefused', { accepted: number(accepted), sent: number(rows) });
  return (
    <div role="status" className="flex flex-col gap-1">
      <p className={`text-lg font-semibold ${rejection === undefined ? '' : 'text-danger'}`}>{main}</p>
      {barred > 0 ? <p className="text-fg-2">{t('receipt.barred', { count: barred, n: number(barred) })}</p> : null}
      {unexplained > 0 ? (
        <p className="text-warn">{t('receipt.unexplained', { count: unexplained, n: number(unexplained) })}</p>
      ) : null}
    </div>
  );
}
