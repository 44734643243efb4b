import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../bridge/bridge.ts';
import { type NamedLine, toCsv, toPng } from '../../../charts/export-chart.ts';
import { exactTime } from '../../../components/time.tsx';
import { useTellProblem } from '../problem.ts';

export interface ChartExport {
  readonly csv: (name: string, lines: readonly NamedLine[]) => void;
  /** Does nothing where nothing was drawn. */
  readonly png: (name: string, canvas: HTMLCanvasElement | undefined) => void;
}

const fileName = (name: string) => name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').toLowerCase();

/** Saves charts where the operator wants them. */
export function useChartExport(): ChartExport {
  const { i18n } = useTranslation('missionControl');
  const tell = useTellProblem();
  return useMemo(
    () => ({
      csv: (name, lines) => {
        call((api) => api.app.saveText({ suggestedName: `${fileName(name)}.csv`, text: toCsv(lines) })).catch(tell);
      },
      png: (name, canvas) => {
        if (canvas === undefined) return;
        const base64 = toPng(canvas, name, [exactTime(Date.now(), i18n.language)]);
        call((api) => api.app.saveImage({ suggestedName: `${fileName(name)}.png`, base64 })).catch(tell);
      },
    }),
    [i18n.language, tell],
  );
}
