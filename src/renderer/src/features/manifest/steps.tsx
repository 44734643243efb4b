import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export const STEPS = ['file', 'check', 'approve', 'upload', 'receipt'] as const;
export type Step = (typeof STEPS)[number];

interface StepsProps {
  readonly current: Step;
  /** Steps that can be gone to now. */
  readonly open: readonly Step[];
  readonly onGo: (step: Step) => void;
}

/** The way of a manifest, and where one is on it. */
export function Steps({ current, open, onGo }: StepsProps): ReactNode {
  const { t } = useTranslation('manifest');
  return (
    <nav aria-label={t('steps.label')}>
      <ol className="flex flex-wrap gap-2">
        {STEPS.map((step, at) => (
          <li key={step}>
            <button
              type="button"
              aria-current={step === current ? 'step' : undefined}
              aria-disabled={open.includes(step) ? undefined : true}
              onClick={() => {
                if (open.includes(step)) onGo(step);
              }}
              className={`inline-flex h-6 items-center gap-1.5 rounded-full border px-2.5 text-sm whitespace-nowrap ${
                step === current
                  ? 'border-accent bg-selected font-semibold text-fg'
                  : open.includes(step)
                    ? 'border-line-strong text-fg hover:bg-hover'
                    : 'border-line text-fg-3'
              }`}
            >
              <span aria-hidden>{at + 1}</span>
              {t(`steps.${step}`)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
