import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type RowReason, verdictOfReason } from '../../../../../shared/models/manifest-reasons.ts';

const TONES = { accepted: 'text-ok', duplicate: 'text-warn', invalid: 'text-danger', empty: 'text-fg-2' } as const;

/** The verdict on a row. Numbers that must not be called have a word of their own. */
export function VerdictWord({ reason }: { readonly reason: RowReason }): ReactNode {
  const { t } = useTranslation('manifest');
  if (reason === 'do-not-call') return <span className="text-human">{t('reasons.do-not-call')}</span>;
  const verdict = verdictOfReason(reason);
  return <span className={TONES[verdict]}>{t(`verdict.${verdict}`)}</span>;
}
