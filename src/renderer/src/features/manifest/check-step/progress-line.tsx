import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkbenchView } from '../../../../../shared/models/manifest-workbench.ts';
import { announce } from '../../../components/announcer.tsx';
import { formatAge } from '../../../lib/format.ts';
import { ProgressBar } from '../progress-bar.tsx';
import { useFigures } from '../use-words.ts';

/** How far the check is, how fast, how long still; afterwards what it took. */
export function ProgressLine({ view }: { readonly view: WorkbenchView }): ReactNode {
  const { t } = useTranslation('manifest');
  const { check, busy } = view;
  const words = useProgressWords(view);
  const finished = check?.finished === true && busy === undefined;
  useEffect(() => {
    if (finished) announce(words);
  }, [finished, words]);
  return (
    <div className="flex flex-col gap-1">
      <ProgressBar
        label={t('progress.label')}
        share={busy === undefined || busy.what === 'checking' ? (check?.share ?? 0) : busy.share}
      />
      <p className="text-sm text-fg-2">{words}</p>
    </div>
  );
}

function useProgressWords({ check, busy, checkMs }: WorkbenchView): string {
  const { t } = useTranslation('manifest');
  const { number, language } = useFigures();
  const privacy = t('nothingHasLeft');
  const rows = check?.rows ?? 0;
  if (busy === undefined || (busy.what === 'checking' && check?.finished === true)) {
    const seconds = new Intl.NumberFormat(`${language}-CA`, { maximumFractionDigits: 1 }).format((checkMs ?? 0) / 1000);
    return t('progress.checked', { count: rows, n: number(rows), seconds, privacy });
  }
  if (busy.what === 'preparing') return t('progress.preparing', { share: Math.floor((busy.share ?? 0) * 100) });
  if (busy.what !== 'checking' && busy.what !== 'opening') return t(`progress.${busy.what}`);
  // Drawn anew with every report of the check.
  const elapsed = Math.max(1, Date.now() - busy.since);
  const share = check?.share ?? 0;
  const left = share > 0 ? (elapsed / share) * (1 - share) : 0;
  return t('progress.checking', {
    n: number(rows),
    rate: number(Math.round((rows * 1000) / elapsed)),
    left: formatAge(left, language),
    privacy,
  });
}
