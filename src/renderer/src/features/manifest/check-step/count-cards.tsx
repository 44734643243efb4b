import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  countsOf,
  ROW_REASONS,
  type RowReason,
  VERDICTS,
  type Verdict,
  verdictOfReason,
} from '../../../../../shared/models/manifest-reasons.ts';
import { useFigures } from '../use-words.ts';

type Reasons = Readonly<Partial<Record<RowReason, number>>>;

const TONES: Readonly<Record<Verdict, string>> = {
  accepted: 'text-ok',
  duplicate: 'text-warn',
  invalid: 'text-danger',
  empty: 'text-fg-2',
};
/** Reasons that a card names; the others are behind the filter. */
const NAMED = 3;

/** The four counts and what they add up to. */
export function CountCards({ reasons, rows }: { readonly reasons: Reasons; readonly rows: number }): ReactNode {
  const { t } = useTranslation('manifest');
  const { number } = useFigures();
  const counts = countsOf(reasons);
  return (
    <dl className="@container grid grid-cols-5 gap-3">
      {VERDICTS.map((verdict) => (
        <Card
          key={verdict}
          title={t(`verdicts.${verdict}`)}
          figure={number(counts[verdict])}
          tone={counts[verdict] === 0 ? 'text-fg-3' : TONES[verdict]}
        >
          <Detail verdict={verdict} reasons={reasons} />
        </Card>
      ))}
      <Card title={t('cards.total')} figure={number(rows)} tone="text-fg">
        {t('cards.addUp')}
      </Card>
    </dl>
  );
}

interface CardProps {
  readonly title: string;
  readonly figure: string;
  readonly tone: string;
  readonly children: ReactNode;
}

function Card({ title, figure, tone, children }: CardProps): ReactNode {
  return (
    <div className="flex min-w-0 flex-col rounded-lg border bg-surface px-3.5 py-2">
      <dt className="text-sm text-fg-2">{title}</dt>
      <dd className="min-w-0">
        <span className={`block truncate text-2xl font-semibold @max-3xl:text-lg ${tone}`} title={figure}>
          {figure}
        </span>
        <span className="line-clamp-2 min-h-9 text-sm text-fg-2">{children}</span>
      </dd>
    </div>
  );
}

function Detail({ verdict, reasons }: { readonly verdict: Verdict; readonly reasons: Reasons }): ReactNode {
  const { t } = useTranslation('manifest');
  const { number } = useFigures();
  if (verdict === 'accepted') return t('cards.ready');
  const found = ROW_REASONS.filter((reason) => verdictOfReason(reason) === verdict && (reasons[reason] ?? 0) > 0);
  if (found.length === 0) return t('cards.none');
  return found
    .sort((a, b) => (reasons[b] ?? 0) - (reasons[a] ?? 0))
    .slice(0, NAMED)
    .map((reason) => `${number(reasons[reason] ?? 0)}\u00a0${t(`reasons.${reason}`).toLocaleLowerCase()}`)
    .join(' · ');
}
