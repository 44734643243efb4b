import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Hold, HoldResult } from '../../../../../shared/models/hold.ts';
import { FAILURE_TEXTS, failureWords } from '../../../i18n/failure-words.ts';

/** Which conversations a bulk command did not work for, one by one, and why. */
export function HoldFailures({ hold }: { readonly hold: Hold }): ReactNode {
  const { t } = useTranslation('live');
  const failed = hold.results.filter(({ result }) => result.outcome !== 'done');
  if (failed.length === 0) return null;
  return (
    <details className="mt-1 ps-6 text-sm">
      <summary className="w-fit cursor-pointer text-fg-2">{t('holds.details')}</summary>
      <ul className="max-h-32 overflow-auto select-text">
        {failed.map(({ conversation, result }) => (
          <li key={conversation}>
            <span className="font-mono">{conversation}</span> <Why result={result} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Why({ result }: { readonly result: HoldResult['result'] }): ReactNode {
  const { t } = useTranslation('live');
  const { t: failures } = useTranslation(FAILURE_TEXTS);
  if (result.outcome === 'done') return null;
  const word = t(`holds.outcome.${result.outcome}`);
  if (result.outcome !== 'refused') return word;
  const { failure } = result;
  const name = failure.detail?.takenBy?.name;
  const why =
    failure.code === 'conflict' && name !== undefined
      ? t('holds.taken', { name })
      : failureWords(failure, failures).what;
  return `${word}: ${why}`;
}
