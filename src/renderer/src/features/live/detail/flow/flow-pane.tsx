import { Focus, Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../../components/button.tsx';
import { useElementSize } from '../../../../lib/use-measured.ts';
import { useReducedMotion } from '../../../../lib/use-reduced-motion.ts';
import { FlowCanvas } from './flow-canvas.tsx';
import type { FlowGraph } from './flow-graph.ts';
import { layoutFlow } from './flow-layout.ts';
import { followingView, moved, type View, wholeView, zoomed } from './flow-view.ts';

const GLIDE_MS = 140;
const ZOOM_STEP = 1.25;
const PAN_STEP = 48;
/** Wider than high by so much, the graph runs to the right. */
const FLAT = 1.2;

export interface FlowPaneProps {
  readonly graph: FlowGraph;
  readonly flowName: string | undefined;
  /** Where its buttons go, outside of the frame so that they hide nothing of it. */
  readonly buttons: HTMLElement | null;
}

/**
 * The flow graph in its frame. It follows the current state until the operator moves it; a button, or 0, lets it follow
 * again. The list of the path says the same in words.
 */
export function FlowPane({ graph, flowName, buttons }: FlowPaneProps): ReactNode {
  const { t } = useTranslation('live');
  const frame = useRef<HTMLDivElement>(null);
  const size = useElementSize(frame);
  const still = useReducedMotion();
  const [own, setOwn] = useState<View>();
  const direction = size.width > size.height * FLAT ? 'right' : 'down';
  const layout = useStableLayout(graph, direction);
  const current = graph.current === undefined ? undefined : layout.boxes.get(graph.current);
  const view = own ?? followingView(layout, size, current);
  const zoom = (by: number) => setOwn(zoomed(view, size, by));
  const follow = () => setOwn(undefined);
  const whole = () => setOwn(wholeView(layout, size));

  const keys: Readonly<Record<string, () => void>> = {
    '+': () => zoom(ZOOM_STEP),
    '=': () => zoom(ZOOM_STEP),
    '-': () => zoom(1 / ZOOM_STEP),
    '0': follow,
    ArrowLeft: () => setOwn(moved(view, PAN_STEP, 0)),
    ArrowRight: () => setOwn(moved(view, -PAN_STEP, 0)),
    ArrowUp: () => setOwn(moved(view, 0, PAN_STEP)),
    ArrowDown: () => setOwn(moved(view, 0, -PAN_STEP)),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const visited = graph.states.filter(({ visits }) => visits > 0).length;
  return (
    <div className="flow-graph h-full min-h-0">
      <div
        ref={frame}
        role="img"
        aria-label={t('flow.summary', {
          flow: flowName ?? t('flow.unnamed'),
          states: graph.states.length,
          visited,
          current: graph.current ?? t('flow.nowhere'),
        })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move what is shown of it
        tabIndex={0}
        onKeyDown={onKeyDown}
        className="h-full w-full overflow-hidden -outline-offset-2"
        data-testid="flow-graph"
      >
        {size.width === 0 || size.height === 0 ? null : (
          <FlowCanvas
            graph={graph}
            layout={layout}
            direction={direction}
            view={view}
            glideMs={still ? 0 : GLIDE_MS}
            onMoved={setOwn}
          />
        )}
      </div>
      {buttons === null
        ? null
        : createPortal(
            <Buttons following={own === undefined} onZoom={zoom} onWhole={whole} onFollow={follow} />,
            buttons,
          )}
    </div>
  );
}

interface ButtonsProps {
  readonly following: boolean;
  readonly onZoom: (by: number) => void;
  readonly onWhole: () => void;
  readonly onFollow: () => void;
}

function Buttons({ following, onZoom, onWhole, onFollow }: ButtonsProps): ReactNode {
  const { t } = useTranslation('live');
  return (
    <div role="toolbar" aria-label={t('flow.controls')} className="flex">
      <IconButton label={t('flow.zoomOut')} shortcut="-" className="size-6!" onClick={() => onZoom(1 / ZOOM_STEP)}>
        <ZoomOut className="size-3.5" aria-hidden />
      </IconButton>
      <IconButton label={t('flow.zoomIn')} shortcut="+" className="size-6!" onClick={() => onZoom(ZOOM_STEP)}>
        <ZoomIn className="size-3.5" aria-hidden />
      </IconButton>
      <IconButton label={t('flow.fit')} className="size-6!" onClick={onWhole}>
        <Maximize className="size-3.5" aria-hidden />
      </IconButton>
      <IconButton
        label={t('flow.follow')}
        shortcut="0"
        aria-pressed={following}
        className={`size-6! ${following ? 'text-accent!' : ''}`}
        onClick={onFollow}
      >
        <Focus className="size-3.5" aria-hidden />
      </IconButton>
    </div>
  );
}

/** The layout, made anew only when the flow itself differs: each event of a conversation brings a new graph object. */
function useStableLayout(graph: FlowGraph, direction: 'down' | 'right') {
  const shape = JSON.stringify([
    graph.states.map(({ name }) => name),
    graph.arrows.map(({ from, to, common, events }) => [from, to, common, events.toSorted()]),
  ]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shape is all of the graph that the layout looks at
  return useMemo(() => layoutFlow(graph, direction), [shape, direction]);
}
