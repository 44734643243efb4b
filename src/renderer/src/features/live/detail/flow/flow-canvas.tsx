import {
  BaseEdge,
  type Edge,
  type EdgeProps,
  Handle,
  MarkerType,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  type ReactFlowInstance,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import './flow.css';
import { memo, type ReactNode, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlowArrow, FlowGraph, FlowState } from './flow-graph.ts';
import { arrowKey, arrowLabel, type Direction, type FlowLayout, type Line } from './flow-layout.ts';
import { LEAST_ZOOM, MOST_ZOOM, type View } from './flow-view.ts';
import { linePath } from './line-path.ts';

type StateNode = Node<{ readonly state: FlowState; readonly down: boolean }, 'state'>;
type ArrowEdge = Edge<{ readonly arrow: FlowArrow; readonly line: Line | undefined }, 'arrow'>;

interface FlowCanvasProps {
  readonly graph: FlowGraph;
  readonly layout: FlowLayout;
  readonly direction: Direction;
  readonly view: View;
  /** How long the graph takes to move, in milliseconds; 0 for those who want no motion. */
  readonly glideMs: number;
  /** The operator moved it. */
  readonly onMoved: (view: View) => void;
}

const NODE_TYPES = { state: memo(StateBox) };
const EDGE_TYPES = { arrow: memo(ArrowLine) };
const COLORS = { taken: 'var(--fg-2)', next: 'var(--accent)', possible: 'var(--line-strong)' } as const;

/** Draws states and arrows with the graph library; it moves and zooms, nothing in it can be changed. */
export function FlowCanvas({ graph, layout, direction, view, glideMs, onMoved }: FlowCanvasProps): ReactNode {
  const [library, setLibrary] = useState<ReactFlowInstance<StateNode, ArrowEdge>>();
  const [first] = useState(view);
  const down = direction === 'down';
  const nodes = useMemo(() => graph.states.flatMap((state) => nodeOf(state, layout, down)), [graph, layout, down]);
  const edges = useMemo(() => graph.arrows.filter(isDrawn).map((arrow) => edgeOf(arrow, layout)), [graph, layout]);
  const { x, y, zoom } = view;
  useEffect(() => {
    // The library answers when it has arrived there; nobody waits for it.
    void library?.setViewport({ x, y, zoom }, { duration: glideMs });
  }, [library, x, y, zoom, glideMs]);
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={NODE_TYPES}
      edgeTypes={EDGE_TYPES}
      defaultViewport={first}
      onInit={setLibrary}
      onMoveEnd={(event, moved) => {
        if (event !== null) onMoved(moved);
      }}
      minZoom={LEAST_ZOOM}
      maxZoom={MOST_ZOOM}
      nodesDraggable={false}
      nodesConnectable={false}
      nodesFocusable={false}
      edgesFocusable={false}
      elementsSelectable={false}
      disableKeyboardA11y
      zoomOnDoubleClick={false}
      // The console opens no pages of others by itself; the library's licence asks for no mark.
      proOptions={{ hideAttribution: true }}
    />
  );
}

/** Arrows to where everything leads are drawn only when they were taken or may be taken next. */
function isDrawn({ common, place }: FlowArrow): boolean {
  return !common || place !== 'possible';
}

function nodeOf(state: FlowState, layout: FlowLayout, down: boolean): readonly StateNode[] {
  const box = layout.boxes.get(state.name);
  if (box === undefined) return [];
  const { x, y, width, height } = box;
  return [{ id: state.name, type: 'state', position: { x, y }, width, height, data: { state, down } }];
}

function edgeOf(arrow: FlowArrow, layout: FlowLayout): ArrowEdge {
  const key = arrowKey(arrow);
  return {
    id: key,
    type: 'arrow',
    source: arrow.from,
    target: arrow.to,
    data: { arrow, line: layout.lines.get(key) },
    markerEnd: { type: MarkerType.ArrowClosed, width: 14, height: 14, color: COLORS[arrow.place] },
  };
}

const GLYPHS = { taken: '✓', current: '●', ahead: '○' } as const;

function StateBox({ data: { state, down } }: NodeProps<StateNode>): ReactNode {
  const { t } = useTranslation('live');
  const { name, place, visits } = state;
  return (
    <div className="flow-state" data-place={place} title={`${name} · ${t(`flow.${place}`, { count: visits })}`}>
      <Handle type="target" position={down ? Position.Top : Position.Left} isConnectable={false} />
      <span className="flow-glyph">{GLYPHS[place]}</span>
      <span className="truncate">{name}</span>
      {visits > 1 ? <span className="flow-visits">×{visits}</span> : null}
      <Handle type="source" position={down ? Position.Bottom : Position.Right} isConnectable={false} />
    </div>
  );
}

function ArrowLine(props: EdgeProps<ArrowEdge>): ReactNode {
  const { id, data, markerEnd } = props;
  if (data === undefined) return null;
  const { arrow, line } = data;
  const ends = {
    from: { x: props.sourceX, y: props.sourceY },
    to: { x: props.targetX, y: props.targetY },
    down: props.sourcePosition === Position.Bottom,
  };
  const label = line?.label;
  return (
    <g className="flow-arrow" data-place={arrow.place}>
      <title>{`${arrow.from} → ${arrow.to}: ${arrow.events.join(', ')}`}</title>
      <BaseEdge id={id} path={linePath(line?.points, ends)} {...(markerEnd === undefined ? {} : { markerEnd })} />
      {label === undefined || !ends.down ? null : (
        <text x={label.x} y={label.y} dy="0.32em" textAnchor="middle" className="flow-label">
          {arrowLabel(arrow)}
        </text>
      )}
    </g>
  );
}
