import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PanicEntry } from '../../../../shared/models/panic.ts';
import { FAILURE_TEXTS, failureWords } from '../../i18n/failure-words.ts';

const TONES = {
  waiting: 'text-fg-2',
  paused: 'text-ok',
  'already-paused': 'text-fg-2',
  refused: 'text-danger',
  unknown: 'text-danger',
} as const;
const CELL = 'border-t px-2 py-1 text-start align-top';

/** What came of each dispatcher: paused, refused and why, and whether it was resumed since. */
export function PanicEntries({ entries }: { readonly entries: readonly PanicEntry[] }): ReactNode {
  const { t } = useTranslation('safety');
  const { t: failureT } = useTranslation(FAILURE_TEXTS);
  const titles = ['tenant', 'campaign', 'outcome', 'since'] as const;
  return (
    <table aria-label={t('panic.entries')} className="w-full border-collapse">
      <thead className="text-sm text-fg-2">
        <tr>
          {titles.map((title) => (
            <th key={title} scope="col" className="px-2 py-1 text-start font-medium">
              {t(`panic.column.${title}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={`${entry.tenant} ${entry.campaignId}`}>
            <td className={`${CELL} whitespace-nowrap`}>{entry.tenant}</td>
            <td className={CELL}>{entry.name}</td>
            <td className={`${CELL} ${TONES[entry.outcome]}`}>
              {t(`panic.outcome.${entry.outcome}`)}
              {entry.failure === undefined ? null : (
                <span className="block text-sm text-fg-2">{failureWords(entry.failure, failureT).what}</span>
              )}
            </td>
            <td className={CELL}>
              {entry.restored === undefined ? null : t(`panic.restored.${entry.restored}`)}
              {entry.restoreFailure === undefined ? null : (
                <span className="block text-sm text-fg-2">{failureWords(entry.restoreFailure, failureT).what}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
