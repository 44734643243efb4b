import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CartesianGrid, Line, LineChart, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { useMask } from '../../../../app/use-mask.ts';
import { useElementSize } from '../../../../lib/use-measured.ts';
import type { MoodPoint, MoodSeries } from './mood-series.ts';
import { useMoodWords } from './use-mood-words.ts';

interface MoodChartProps {
  readonly series: MoodSeries;
  readonly timeZone: string | undefined;
  readonly onShow: (message: string) => void;
}

const SCALE = [-1, 0, 1] as const;
const AXIS = { stroke: 'var(--line-strong)', tick: { fill: 'var(--fg-3)', fontSize: 11 } } as const;

/** The course of the sentiment between good and bad; a press shows the message of that moment. */
export function MoodChart({ series, timeZone, onShow }: MoodChartProps): ReactNode {
  const { t } = useTranslation('live');
  const words = useMoodWords(series.over, timeZone);
  const { points } = series;
  const frame = useRef<HTMLElement>(null);
  const { width, height } = useElementSize(frame);
  const [pointed, setPointed] = useState<MoodPoint>();
  const last = points.findLast(({ mood }) => mood !== null);
  const summary = t('mood.summary', {
    count: points.length,
    from: words.mood(points.find(({ mood }) => mood !== null)?.mood ?? 0),
    to: words.mood(last?.mood ?? 0),
  });
  const data = useMemo(() => [...points], [points]);
  return (
    <figure ref={frame} className="relative m-0 h-full" aria-label={summary}>
      <Reading point={pointed ?? last} words={words} />
      {width === 0 || height === 0 ? null : (
        <LineChart
          width={width}
          height={height}
          data={data}
          margin={{ top: 28, right: 14, bottom: 2, left: 0 }}
          title={summary}
          onClick={({ activeTooltipIndex }) => {
            const message = points[Number(activeTooltipIndex)]?.message;
            if (message !== undefined) onShow(message.id);
          }}
        >
          <CartesianGrid stroke="var(--line)" vertical={false} />
          <XAxis
            {...AXIS}
            dataKey="x"
            type="number"
            scale={series.over === 'time' ? 'time' : 'linear'}
            domain={['dataMin', 'dataMax']}
            allowDecimals={false}
            tickFormatter={words.place}
            tickLine={false}
            minTickGap={28}
            padding={{ left: 8, right: 26 }}
            height={18}
          />
          <YAxis
            {...AXIS}
            domain={[-1, 1]}
            ticks={[...SCALE]}
            tickFormatter={words.mood}
            axisLine={false}
            tickLine={false}
            width={38}
          />
          <ReferenceLine y={0} stroke="var(--line-strong)" />
          <Tooltip
            content={({ active, payload }) => (
              <Pointed point={active === true ? pointIn(payload) : undefined} onPoint={setPointed} />
            )}
            isAnimationActive={false}
            cursor={{ stroke: 'var(--fg-3)' }}
          />
          <Line
            dataKey="mood"
            stroke="var(--series-1)"
            strokeWidth={1.75}
            dot={{ r: 2, fill: 'var(--series-1)', strokeWidth: 0 }}
            activeDot={{ r: 4, fill: 'var(--series-1)', stroke: 'var(--surface)' }}
            isAnimationActive={false}
            connectNulls={false}
          />
        </LineChart>
      )}
    </figure>
  );
}

/** Tells which point is under the cross-hair, by pointer or arrow keys; the library knows it only while it draws its tip. */
function Pointed(props: {
  readonly point: MoodPoint | undefined;
  readonly onPoint: (point: MoodPoint | undefined) => void;
}): ReactNode {
  const { point, onPoint } = props;
  useEffect(() => onPoint(point), [point, onPoint]);
  return null;
}

/** The value under the cross-hair, without one the newest: always in the same place. */
function Reading(props: {
  readonly point: MoodPoint | undefined;
  readonly words: ReturnType<typeof useMoodWords>;
}): ReactNode {
  const { point, words } = props;
  const mask = useMask();
  if (point === undefined) return null;
  return (
    <p className="absolute start-4 end-9 top-1 truncate text-xs text-fg-2">
      <strong className="font-semibold text-fg">{words.mood(point.mood)}</strong> · {words.place(point.x)}
      {point.message === undefined ? '' : ` · ${mask.text(point.message.text)}`}
    </p>
  );
}

/** The library hands the point back as an open record. */
function pointIn(payload: unknown): MoodPoint | undefined {
  if (!Array.isArray(payload)) return undefined;
  const [first]: readonly { readonly payload?: MoodPoint }[] = payload;
  return first?.payload;
}
