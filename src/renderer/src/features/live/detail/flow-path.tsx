import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PathStep } from './path.ts';

const DOTS = {
  taken: 'bg-fg-3 border-fg-3',
  current: 'bg-accent border-accent',
  ahead: 'border-fg-3',
} as const;
const WORDS = { taken: 'text-fg-2', current: 'font-semibold text-fg', ahead: 'text-fg-3' } as const;

/** The states of the flow: a full dot was taken, the accent is now, a hollow one has not been visited. */
export function FlowPath({ steps }: { readonly steps: readonly PathStep[] }): ReactNode {
  const { t } = useTranslation('live');
  if (steps.length === 0) return null;
  return (
    <ol
      aria-label={t('detail.path')}
      className="flex max-h-28 flex-wrap gap-x-3 gap-y-0.5 overflow-auto px-4 pt-1 pb-2 text-sm"
    >
      {steps.map(({ key, state, place }) => (
        <li
          key={key}
          aria-current={place === 'current' ? 'step' : undefined}
          className={`inline-flex items-center gap-1.5 ${WORDS[place]}`}
        >
          <span aria-hidden className={`size-1.5 flex-none rounded-full border ${DOTS[place]}`} />
          {state}
          {place === 'ahead' ? <span className="sr-only">{t('detail.notVisited')}</span> : null}
        </li>
      ))}
    </ol>
  );
}
