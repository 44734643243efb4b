import type { ReactNode } from 'react';
import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';

export interface TimeLine {
  readonly name: string;
  /** A colour of CSS. */
  readonly colour: string;
  /** Null where nothing is known: nothing is drawn across it. */
  readonly values: readonly (number | null)[];
}

export interface TimeLinesProps {
  /** Epoch ms, ascending; one for each value of every line. */
  readonly at: readonly number[];
  readonly lines: readonly TimeLine[];
  readonly height: number;
  /** A time in words, for the axis and under the cross-hair. */
  readonly timeWords: (at: number) => string;
  readonly valueWords: (value: number) => string;
}

const TICK = { fill: 'var(--fg-2)', fontSize: 11 };

/**
 * Few lines over some hours. The table beside it says the same to assistive technology; loaded with its library when first
 * shown. What changes many times a second is for `Plot`.
 */
export function TimeLines({ at, lines, height, timeWords, valueWords }: TimeLinesProps): ReactNode {
  const data = at.map((time, nth) => ({
    at: time,
    ...Object.fromEntries(lines.map(({ values }, line) => [line, values[nth] ?? null])),
  }));
  return (
    <div aria-hidden style={{ height }}>
      <ResponsiveContainer width="100%" height="100%">
        <LineChart data={data} margin={{ top: 4, right: 8, bottom: 0, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="at"
            type="number"
            domain={['dataMin', 'dataMax']}
            tickFormatter={timeWords}
            tick={TICK}
            tickLine={false}
            axisLine={false}
            minTickGap={40}
          />
          <YAxis
            width={36}
            interval={0}
            tickCount={4}
            domain={[0, 'auto']}
            allowDecimals={false}
            tickFormatter={valueWords}
            tick={TICK}
            tickLine={false}
            axisLine={false}
          />
          <Tooltip
            isAnimationActive={false}
            position={{ x: 44, y: 0 }}
            content={({ active, payload, label }) =>
              active === true && typeof label === 'number' ? (
                <p className="rounded-md border border-line-strong bg-raised px-2 py-1 text-sm text-fg tabular-nums">
                  {timeWords(label)}
                  {payload.map(({ name, value, color }) =>
                    typeof value === 'number' ? (
                      <span key={String(name)} className="block">
                        <span style={{ color }}>●</span> {valueWords(value)} {name}
                      </span>
                    ) : null,
                  )}
                </p>
              ) : null
            }
          />
          {lines.map(({ name, colour }, nth) => (
            <Line
              key={name}
              name={name}
              dataKey={String(nth)}
              type="linear"
              stroke={colour}
              strokeWidth={1.5}
              dot={false}
              connectNulls={false}
              isAnimationActive={false}
            />
          ))}
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}
