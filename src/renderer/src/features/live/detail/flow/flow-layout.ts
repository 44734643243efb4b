import { Graph, layout } from '@dagrejs/dagre';
import type { FlowArrow, FlowGraph } from './flow-graph.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A state's box by its upper left corner, in pixels at zoom 1. */
export interface Box extends Point {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

/** The line of an arrow, and where its label has room. */
export interface Line {
  readonly points: readonly Point[];
  readonly label: Point | undefined;
}

export interface FlowLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: ReadonlyMap<string, Box>;
  /** By `arrowKey`; arrows that are drawn only now and then have no line of their own. */
  readonly lines: ReadonlyMap<string, Line>;
}

/** `down` for a high place, `right` for a flat one. */
export type Direction = 'down' | 'right';

const BOX_HEIGHT = 28;
const MARGIN = 4;
const BOX_PADDING = 40;
const LEAST_BOX = 76;
const MOST_BOX = 190;
/** Mean width of a character of the face at 12 and at 11 pixels. */
const CHARACTER = 6.7;
const SMALL_CHARACTER = 5.9;
const LABEL_HEIGHT = 14;

/** What tells an arrow from the others. */
export function arrowKey({ from, to }: Pick<FlowArrow, 'from' | 'to'>): string {
  return JSON.stringify([from, to]);
}

/** The events of an arrow as its label: the first, and how many more there are. */
export function arrowLabel({ events }: Pick<FlowArrow, 'events'>): string {
  const [first = '', ...others] = events;
  return others.length === 0 ? first : `${first} +${others.length}`;
}

/**
 * Places states and arrows. The same flow is placed the same whatever the conversation does in it, so that nothing moves
 * while one watches: where the conversation stands is not looked at.
 */
export function layoutFlow(graph: FlowGraph, direction: Direction): FlowLayout {
  const plain = graph.arrows.filter(({ common }) => !common);
  const holding = holdersOf(graph, plain, place(graph, plain, direction).boxes, direction);
  return holding.length === 0 ? place(graph, plain, direction) : place(graph, [...plain, ...holding], direction);
}

/** Lets the library place all states, and the lines of these arrows. */
function place(graph: FlowGraph, arrows: readonly FlowArrow[], direction: Direction): FlowLayout {
  const drawing = new Graph({ multigraph: false });
  drawing.setGraph({
    rankdir: direction === 'down' ? 'TB' : 'LR',
    nodesep: direction === 'down' ? 18 : 12,
    ranksep: direction === 'down' ? 30 : 34,
    edgesep: 12,
    marginx: MARGIN,
    marginy: MARGIN,
  });
  drawing.setDefaultEdgeLabel(() => ({}));
  // Under ids of our own: the library keeps its nodes in a plain object, where a state could be called `__proto__`.
  const ids = new Map(graph.states.map(({ name }, at) => [name, `s${at}`]));
  const idOf = (name: string) => ids.get(name) ?? '';
  for (const [name, id] of ids) drawing.setNode(id, { width: boxWidth(name), height: BOX_HEIGHT });
  for (const arrow of arrows) drawing.setEdge(idOf(arrow.from), idOf(arrow.to), room(arrow, direction));
  layout(drawing);
  const boxes = new Map<string, Box>();
  for (const [name, id] of ids) {
    const { x, y, width, height } = sized(drawing.node(id));
    boxes.set(name, { name, x: x - width / 2, y: y - height / 2, width, height });
  }
  const lines = new Map<string, Line>();
  for (const arrow of arrows) {
    const { points = [], x, y } = lined(drawing.edge(idOf(arrow.from), idOf(arrow.to)));
    lines.set(arrowKey(arrow), { points, label: x === undefined || y === undefined ? undefined : { x, y } });
  }
  const { width, height } = sized(drawing.graph());
  return { width, height, boxes, lines };
}

/**
 * Nearly every state leads to a handoff or a wrap-up: with all these arrows a layout is a tangle, without any the end
 * stands beside the beginning. So of the arrows to such a state only the one from the farthest state counts.
 */
function holdersOf(
  { arrows }: FlowGraph,
  plain: readonly FlowArrow[],
  boxes: ReadonlyMap<string, Box>,
  direction: Direction,
): readonly FlowArrow[] {
  const common = arrows.filter((arrow) => arrow.common && arrow.from !== arrow.to);
  const targets = new Set(common.map(({ to }) => to));
  const depth = (name: string) => (direction === 'down' ? boxes.get(name)?.y : boxes.get(name)?.x) ?? 0;
  return [...targets].flatMap((target) => {
    const after = reachedFrom(target, plain);
    const before = common.filter(({ from, to }) => to === target && !targets.has(from) && !after.has(from));
    const [farthest] = before.toSorted((a, b) => depth(b.from) - depth(a.from));
    return farthest === undefined ? [] : [farthest];
  });
}

function reachedFrom(start: string, arrows: readonly FlowArrow[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [start];
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    for (const { from, to } of arrows) {
      if (from !== state || reached.has(to)) continue;
      reached.add(to);
      waiting.push(to);
    }
  }
  return reached;
}

function room(arrow: FlowArrow, direction: Direction) {
  if (direction === 'right' || arrow.common) return { width: 0, height: 0 };
  return {
    width: arrowLabel(arrow).length * SMALL_CHARACTER + 8,
    height: LABEL_HEIGHT,
    labelpos: 'c' as const,
  };
}

function boxWidth(name: string): number {
  return Math.round(Math.min(MOST_BOX, Math.max(LEAST_BOX, name.length * CHARACTER + BOX_PADDING)));
}

interface Sized {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The library's labels are open records; after a layout they carry numbers. */
function sized(label: unknown): Sized {
  const of = (key: string) => {
    const value: unknown = typeof label === 'object' && label !== null ? Reflect.get(label, key) : undefined;
    return typeof value === 'number' && Number.isFinite(value) ? value : 0;
  };
  return { x: of('x'), y: of('y'), width: of('width'), height: of('height') };
}

function lined(label: unknown): { points?: readonly Point[]; x?: number; y?: number } {
  return typeof label === 'object' && label !== null ? label : {};
}
