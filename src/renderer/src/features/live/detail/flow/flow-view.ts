import type { Box, FlowLayout } from './flow-layout.ts';

/** Where the graph stands in its frame: it is drawn at `zoom`, moved by `x` and `y` pixels. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Below this the words cannot be read any more. */
const LEGIBLE = 0.72;
/** Zoom at which a graph too large for its frame is shown around the current state. */
const CLOSE = 0.9;
export const LEAST_ZOOM = 0.2;
export const MOST_ZOOM = 2;
const PADDING = 6;

/** The whole graph in the frame, never larger than life. */
export function wholeView(layout: FlowLayout, frame: Size): View {
  const fit = Math.min((frame.width - 2 * PADDING) / layout.width, (frame.height - 2 * PADDING) / layout.height, 1);
  const zoom = Math.max(LEAST_ZOOM, fit);
  return {
    x: (frame.width - layout.width * zoom) / 2,
    y: (frame.height - layout.height * zoom) / 2,
    zoom,
  };
}

/**
 * What is shown while nobody moves the graph: all of it where its words can be read, else what is around the current
 * state, without empty room at the graph's edges.
 */
export function followingView(layout: FlowLayout, frame: Size, current: Box | undefined): View {
  const whole = wholeView(layout, frame);
  if (whole.zoom >= LEGIBLE || current === undefined) return whole;
  const middle = { x: current.x + current.width / 2, y: current.y + current.height / 2 };
  return {
    x: along(middle.x, layout.width, frame.width),
    y: along(middle.y, layout.height, frame.height),
    zoom: CLOSE,
  };
}

/** Puts `middle` into the middle of the frame, as far as the graph reaches; a graph that fits stands in the middle itself. */
function along(middle: number, graph: number, frame: number): number {
  const drawn = graph * CLOSE;
  if (drawn <= frame - 2 * PADDING) return (frame - drawn) / 2;
  const wanted = frame / 2 - middle * CLOSE;
  return Math.min(PADDING, Math.max(frame - drawn - PADDING, wanted));
}

/** The same graph zoomed around the middle of its frame. */
export function zoomed({ x, y, zoom }: View, frame: Size, by: number): View {
  const next = Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, zoom * by));
  const scale = next / zoom;
  const middle = { x: frame.width / 2, y: frame.height / 2 };
  return { x: middle.x - (middle.x - x) * scale, y: middle.y - (middle.y - y) * scale, zoom: next };
}

export function moved({ x, y, zoom }: View, byX: number, byY: number): View {
  return { x: x + byX, y: y + byY, zoom };
}
