import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertCondition, Evidence } from '../../../../shared/models/alert.ts';

const RISKS = ['0', '1', '2', '3', '4'] as const;

/** The limit of a condition, for words. */
function limitOf(condition: AlertCondition): number {
  switch (condition.kind) {
    case 'sentiment':
      return condition.below;
    case 'wait':
      return condition.seconds;
    case 'risk':
    case 'queue':
      return condition.atLeast;
    case 'keyword':
    case 'function-failed':
      return 0;
  }
}

/** Why a rule fired: one sentence a condition, with what was seen and what was asked for. */
export function Reasons({ because }: { readonly because: readonly Evidence[] }): ReactNode {
  const { t, i18n } = useTranslation('alerts');
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 });
  const word = (value: string | number, kind: string) => {
    if (typeof value === 'string') return value;
    const level = kind === 'risk' ? RISKS[value] : undefined;
    return level === undefined ? number.format(value) : t(`risk.${level}`);
  };
  return (
    <ul className="list-disc ps-5 text-sm text-fg-2">
      {because.map(({ condition, seen }) => (
        <li key={JSON.stringify(condition)}>
          {t(`seen.${condition.kind}`, {
            seen: word(seen, condition.kind),
            limit: word(limitOf(condition), condition.kind),
          })}
        </li>
      ))}
    </ul>
  );
}
