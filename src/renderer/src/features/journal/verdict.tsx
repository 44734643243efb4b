import { ShieldAlert, ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { JournalVerdict } from '../../../../shared/models/journal.ts';

/** What verifying found: every line, link and number, and where something was edited, deleted or moved. */
export function Verdict({ verdict }: { readonly verdict: JournalVerdict }): ReactNode {
  const { t } = useTranslation('journal');
  const { intact, lines, torn, problems } = verdict;
  const Icon = intact ? ShieldCheck : ShieldAlert;
  return (
    <section
      role="status"
      className={`flex gap-2 rounded-md border bg-surface px-3 py-2 ${intact ? 'border-line-strong' : 'border-danger'}`}
      data-testid="verdict"
    >
      <Icon className={`icon mt-0.5 ${intact ? 'text-ok' : 'text-danger'}`} aria-hidden />
      <div>
        <strong className="font-semibold">
          {intact ? t('intact', { count: lines }) : t('broken', { count: problems.length })}
        </strong>
        {torn === 0 ? null : <p className="text-fg-2">{t('torn', { count: torn })}</p>}
        <ul className="select-text">
          {problems.map(({ kind, file, line, seq }) => (
            <li key={`${kind}:${file ?? ''}:${line ?? ''}:${seq ?? ''}`}>
              {[file, line === undefined ? undefined : t('line', { line }), t(`problems.${kind}`)]
                .filter((part) => part !== undefined)
                .join(' · ')}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
