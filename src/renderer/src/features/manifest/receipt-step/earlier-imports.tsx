import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceiptView } from '../../../../../shared/models/manifest-receipt.ts';
import { Button } from '../../../components/button.tsx';
import { Section } from '../../../components/page.tsx';
import { exactTime } from '../../../components/time.tsx';
import { useFigures } from '../use-words.ts';
import { stateWord } from './state-word.ts';

interface EarlierImportsProps {
  readonly receipts: readonly ReceiptView[];
  readonly current: string;
  readonly onShow: (id: string) => void;
}

/** Other imports of this campaign from this computer. */
export function EarlierImports({ receipts, current, onShow }: EarlierImportsProps): ReactNode {
  const { t } = useTranslation('manifest');
  const { number, language } = useFigures();
  if (receipts.length < 2) return null;
  return (
    <Section title={t('receipt.earlier')}>
      <ul className="flex flex-col">
        {receipts
          .filter(({ id }) => id !== current)
          .map((receipt) => (
            <li key={receipt.id} className="flex items-center gap-3 border-t border-line/60 py-1 first:border-t-0">
              <span className="min-w-0 flex-1 truncate">{receipt.fileName}</span>
              <span className="text-fg-2">{stateWord(receipt.state, t)}</span>
              <span>{t('contacts', { count: receipt.rows, n: number(receipt.rows) })}</span>
              <span className="text-fg-2">{exactTime(receipt.finishedAt, language)}</span>
              <Button className="h-6! px-2! text-sm" onClick={() => onShow(receipt.id)}>
                {t('receipt.show')}
              </Button>
            </li>
          ))}
      </ul>
    </Section>
  );
}
