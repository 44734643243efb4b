import { Dices } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SampleSummary } from '../../../../../shared/models/quality.ts';
import { Button } from '../../../components/button.tsx';
import { EmptyState } from '../../../components/states.tsx';

interface SampleListProps {
  readonly samples: readonly SampleSummary[];
  readonly time: (at: number) => string;
  readonly onOpen: (id: string) => void;
  readonly onDraw: () => void;
}

/** The samples that were drawn, the newest first, each with how far its review is. */
export function SampleList({ samples, time, onOpen, onDraw }: SampleListProps): ReactNode {
  const { t } = useTranslation('quality');
  if (samples.length === 0)
    return (
      <EmptyState
        icon={<Dices aria-hidden />}
        title={t('noSamples')}
        action={
          <Button look="primary" onClick={onDraw}>
            {t('drawVerb')}
          </Button>
        }
      >
        {t('noSamplesHelp')}
      </EmptyState>
    );
  return (
    <ul aria-label={t('samples')} className="flex max-w-3xl flex-col gap-1 px-6 pb-6">
      {samples.map((sample) => (
        <li key={sample.id}>
          <button
            type="button"
            onClick={() => onOpen(sample.id)}
            className="flex w-full flex-col gap-1 rounded-lg border border-line bg-surface px-4 py-2.5 text-start hover:bg-hover"
          >
            <span className="flex w-full items-baseline gap-3">
              <span className="min-w-0 flex-1 truncate font-semibold">
                {sample.search === '' ? t('everything') : sample.search}
              </span>
              <span className="text-sm text-fg-3">{time(sample.at)}</span>
            </span>
            <span className="flex w-full items-center gap-3">
              <SampleProgress sample={sample} />
              <span className="min-w-0 flex-1 truncate text-end text-sm text-fg-3">
                {t('sampleFacts', { size: sample.size, spread: t(`spreads.${sample.spread}`), seed: sample.seed })}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** How much of a sample is reviewed: a bar, and the same in words. */
export function SampleProgress({ sample }: { readonly sample: SampleSummary }): ReactNode {
  const { t } = useTranslation('quality');
  const words = t('progress', { done: sample.finished, total: sample.total });
  return (
    <span className="flex flex-none items-center gap-2 text-sm text-fg-2 tabular-nums">
      <progress aria-label={words} max={sample.total} value={sample.finished} className="h-1.5 w-24" />
      {words}
    </span>
  );
}
