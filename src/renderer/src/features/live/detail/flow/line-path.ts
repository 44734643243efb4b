import type { Point } from './flow-layout.ts';

interface Ends {
  readonly from: Point;
  readonly to: Point;
  /** The graph runs downwards; else to the right. */
  readonly down: boolean;
}

/**
 * The line of an arrow as SVG: smooth through the points of the layout; between the states' edges where the layout
 * gave it none.
 */
export function linePath(points: readonly Point[] | undefined, ends: Ends): string {
  if (points === undefined || points.length < 2) return bow(ends);
  const [first, ...rest] = points;
  if (first === undefined) return bow(ends);
  let path = `M${at(first)}`;
  rest.forEach((point, index) => {
    const next = rest[index + 1];
    // Through the middles between the points, each point pulling the line towards itself.
    path += next === undefined ? `L${at(point)}` : `Q${at(point)} ${at(middle(point, next))}`;
  });
  return path;
}

/** An S between two states that leaves and arrives along the graph's direction. */
function bow({ from, to, down }: Ends): string {
  const reach = Math.max(24, Math.abs(down ? to.y - from.y : to.x - from.x) / 2);
  const out = down ? { x: from.x, y: from.y + reach } : { x: from.x + reach, y: from.y };
  const into = down ? { x: to.x, y: to.y - reach } : { x: to.x - reach, y: to.y };
  return `M${at(from)}C${at(out)} ${at(into)} ${at(to)}`;
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function at({ x, y }: Point): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`;
}
