import { LineChart as LineIcon, Table2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../../components/button.tsx';
import { MoodChart } from './mood-chart.tsx';
import type { MoodSeries } from './mood-series.ts';
import { MoodTable } from './mood-table.tsx';

export interface MoodPaneProps {
  readonly series: MoodSeries | undefined;
  readonly timeZone: string | undefined;
  /** Brings a message into view. */
  readonly onShow: (message: string) => void;
}

/** The sentiment over time, drawn or as a table. */
export function MoodPane({ series, timeZone, onShow }: MoodPaneProps): ReactNode {
  const { t } = useTranslation('live');
  const [asTable, setAsTable] = useState(false);
  if (series === undefined) {
    return <p className="grid h-full place-items-center px-4 text-center text-sm text-fg-3">{t('mood.tooLittle')}</p>;
  }
  const Shown = asTable ? MoodTable : MoodChart;
  return (
    <div className="relative h-full min-h-0" data-testid="mood">
      <Shown series={series} timeZone={timeZone} onShow={onShow} />
      <IconButton
        label={t(asTable ? 'mood.asChart' : 'mood.asTable')}
        className="absolute! end-1 top-0.5 size-6! bg-surface/90!"
        onClick={() => setAsTable(!asTable)}
      >
        {asTable ? <LineIcon className="size-3.5" aria-hidden /> : <Table2 className="size-3.5" aria-hidden />}
      </IconButton>
    </div>
  );
}
