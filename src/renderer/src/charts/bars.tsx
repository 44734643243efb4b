import type { ReactNode } from 'react';
import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts';

export interface BarItem {
  readonly name: string;
  readonly value: number;
  /** The value in words. */
  readonly text: string;
}

export interface BarsProps {
  readonly items: readonly BarItem[];
  /** A colour of CSS. */
  readonly colour?: string;
}

const ROW = 26;

/**
 * Amounts of a few parts, side by side. The table or list beside it says the same to assistive technology; loaded with
 * its library when first shown.
 */
export function Bars({ items, colour = 'var(--series-1)' }: BarsProps): ReactNode {
  return (
    <div aria-hidden style={{ height: items.length * ROW + 8 }}>
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          data={[...items]}
          layout="vertical"
          margin={{ top: 4, right: 56, bottom: 4, left: 0 }}
          accessibilityLayer={false}
        >
          <XAxis type="number" hide domain={[0, 'dataMax']} />
          <YAxis
            type="category"
            dataKey="name"
            width={150}
            axisLine={false}
            tickLine={false}
            tick={{ fill: 'var(--fg-2)', fontSize: 12 }}
          />
          <Bar dataKey="value" fill={colour} radius={3} barSize={14} isAnimationActive={false}>
            <LabelList dataKey="text" position="right" fill="var(--fg)" fontSize={12} />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
