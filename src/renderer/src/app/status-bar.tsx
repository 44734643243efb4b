import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePaintStats } from '../bridge/paint-stats.ts';
import { IconButton } from '../components/button.tsx';
import { Tooltip } from '../components/tooltip.tsx';
import { useExportFigures } from './export-figures.ts';
import { useActiveTenant, useHubStatus } from './session-context.tsx';

/** Measured facts about the stream, in one quiet line. */
export function StatusBar(): ReactNode {
  const { t, i18n } = useTranslation('shell');
  const counters = useHubStatus().value?.counters;
  const paint = usePaintStats();
  const exportFigures = useExportFigures(useActiveTenant()?.slug);
  const number = (value: number, digits = 0) =>
    new Intl.NumberFormat(i18n.language, { maximumFractionDigits: digits }).format(value);
  return (
    <footer className="isolate col-span-2 flex print:hidden min-w-0 items-center gap-5 overflow-hidden border-t bg-surface px-3 text-xs whitespace-nowrap text-fg-2">
      {counters === undefined ? null : (
        <Fact long={t('eventsPerSecondLong')}>
          {t('eventsPerSecond', { value: number(counters.eventsPerSecond, counters.eventsPerSecond < 100 ? 1 : 0) })}
        </Fact>
      )}
      <Fact long={t('paintLong', { count: paint?.samples ?? 0 })}>
        {paint === undefined ? t('paintNone') : t('paint', { p50: number(paint.p50), p95: number(paint.p95) })}
      </Fact>
      {counters === undefined ? null : (
        <>
          <Fact long={t('gapsLong')}>{t('gaps', { value: number(counters.gaps) })}</Fact>
          <Fact long={t('resyncsLong')}>{t('resyncs', { value: number(counters.resyncs) })}</Fact>
          <Fact long={t('droppedLong')}>{t('dropped', { value: number(counters.dropped) })}</Fact>
          {counters.malformed === 0 ? null : (
            <Fact long={t('malformedLong')}>{t('malformed', { value: number(counters.malformed) })}</Fact>
          )}
        </>
      )}
      {counters === undefined || exportFigures === undefined ? null : (
        <IconButton label={t('exportFigures')} className="size-5! text-fg-2!" onClick={exportFigures}>
          <Download className="size-3.5" aria-hidden />
        </IconButton>
      )}
    </footer>
  );
}

function Fact({ long, children }: { readonly long: string; readonly children: ReactNode }): ReactNode {
  return (
    <Tooltip text={long}>
      <span>{children}</span>
    </Tooltip>
  );
}
