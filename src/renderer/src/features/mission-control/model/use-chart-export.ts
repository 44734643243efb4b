import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../bridge/bridge.ts';
import { barsToCsv, type NamedLine, toCanvas, toCsv, toPng } from '../../../charts/export-chart.ts';
import { exactTime } from '../../../components/time.tsx';
import { useTellProblem } from '../problem.ts';

export interface ChartExport {
  readonly csv: (name: string, lines: readonly NamedLine[]) => void;
  /** Does nothing where nothing was drawn. */
  readonly png: (name: string, canvas: HTMLCanvasElement | undefined) => void;
  /** Bars, as CSV. */
  readonly bars: (
    name: string,
    label: string,
    items: readonly { readonly name: string; readonly value: number }[],
  ) => void;
  /** Bars, as PNG; does nothing where nothing was drawn. */
  readonly drawing: (name: string, drawing: SVGSVGElement | undefined) => void;
}

const fileName = (name: string) => name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').toLowerCase();

/** Saves charts where the operator wants them. */
export function useChartExport(): ChartExport {
  const { i18n } = useTranslation('missionControl');
  const tell = useTellProblem();
  return useMemo(() => {
    const saveText = (name: string, text: string) =>
      call((api) => api.app.saveText({ suggestedName: `${fileName(name)}.csv`, text })).catch(tell);
    const savePng = (name: string, canvas: HTMLCanvasElement) => {
      const base64 = toPng(canvas, name, [exactTime(Date.now(), i18n.language)]);
      return call((api) => api.app.saveImage({ suggestedName: `${fileName(name)}.png`, base64 })).catch(tell);
    };
    return {
      csv: (name, lines) => void saveText(name, toCsv(lines)),
      png: (name, canvas) => void (canvas === undefined ? undefined : savePng(name, canvas)),
      bars: (name, label, items) => void saveText(name, barsToCsv(label, items)),
      drawing: (name, drawing) => {
        if (drawing === undefined) return;
        toCanvas(drawing)
          .then((canvas) => savePng(name, canvas))
          .catch(tell);
      },
    };
  }, [i18n.language, tell]);
}
