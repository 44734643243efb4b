import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { VERDICTS } from '../../../../../shared/models/manifest-reasons.ts';
import type { ReceiptView } from '../../../../../shared/models/manifest-receipt.ts';
import { useActiveTenant } from '../../../app/session-context.tsx';
import { Clocks } from '../../../components/clocks.tsx';
import { Facts, Section } from '../../../components/page.tsx';
import { useFigures } from '../use-words.ts';
import { stateWord } from './state-word.ts';

/** Facts of an import, and the console's counts beside the platform's. */
export function ReceiptFacts({ receipt }: { readonly receipt: ReceiptView }): ReactNode {
  const { t } = useTranslation('manifest');
  const { number, bytes } = useFigures();
  const tenantZone = useActiveTenant()?.timeZone;
  const { ours, theirs } = receipt;
  return (
    <div className="grid grid-cols-1 gap-4 xl:grid-cols-2">
      <Section title={t('receipt.title')}>
        <Facts
          facts={[
            [t('receipt.file'), receipt.fileName],
            [t('receipt.upload'), <Identifier key="upload" text={receipt.uploadId} />],
            ...(receipt.by === undefined ? [] : [[t('receipt.by'), receipt.by] as const]),
            [t('receipt.at'), <Clocks key="at" at={receipt.finishedAt} tenantZone={tenantZone} />],
            [t('receipt.mode'), t(`receipt.modes.${receipt.mode}`)],
            [t('receipt.size'), bytes(receipt.bytes)],
            [t('receipt.digest'), <Identifier key="digest" text={receipt.sha256} />],
          ]}
        />
      </Section>
      <Section title={stateWord(receipt.state, t)}>
        <table className="w-full">
          <thead className="text-left text-xs text-fg-2">
            <tr>
              <td />
              <th scope="col" className="py-1 text-right font-semibold">
                {t('receipt.ours')}
              </th>
              <th scope="col" className="py-1 text-right font-semibold">
                {t('receipt.theirs')}
              </th>
            </tr>
          </thead>
          <tbody>
            <tr className="border-t border-line/60">
              <th scope="row" className="py-1 text-left font-normal">
                {t('receipt.total')}
              </th>
              <td className="py-1 text-right">{number(VERDICTS.reduce((sum, verdict) => sum + ours[verdict], 0))}</td>
              <td className="py-1 text-right">{theirs === undefined ? '–' : number(theirs.rows)}</td>
            </tr>
            {VERDICTS.map((verdict) => (
              <tr key={verdict} className="border-t border-line/60">
                <th scope="row" className="py-1 text-left font-normal">
                  {t(`verdicts.${verdict}`)}
                </th>
                <td className="py-1 text-right">{number(ours[verdict])}</td>
                <td className="py-1 text-right">{theirs === undefined ? '–' : number(theirs[verdict])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
    </div>
  );
}

function Identifier({ text }: { readonly text: string }): ReactNode {
  return <span className="font-mono text-sm break-all">{text}</span>;
}
