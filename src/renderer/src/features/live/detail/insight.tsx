import { ChevronDown, ChevronUp } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationRow } from '../../../../../shared/models/conversation.ts';
import type { Preferences } from '../../../../../shared/models/preferences.ts';
import { usePreferences } from '../../../app/session-context.tsx';
import { IconButton } from '../../../components/button.tsx';
import { Loading, Skeleton } from '../../../components/states.tsx';
import type { OpenTranscript } from '../../../lib/transcript-store.ts';
import { flowGraphOf } from './flow/flow-graph.ts';
import { FlowPath } from './flow-path.tsx';
import { moodSeriesOf } from './mood/mood-series.ts';
import { pathOf } from './path.ts';

// The graph and chart libraries are fetched when the first conversation is opened, not with the list.
const FlowPane = lazy(async () => ({ default: (await import('./flow/flow-pane.tsx')).FlowPane }));
const MoodPane = lazy(async () => ({ default: (await import('./mood/mood-pane.tsx')).MoodPane }));

type Pane = Preferences['detailPane'];
const FLOW_PANES = ['graph', 'path'] as const;
const ALL_PANES = ['graph', 'path', 'mood'] as const;
const HEADER = 'h-8 flex-none';
const PANE = 'h-[clamp(116px,22vh,220px)]';
const PANE_BESIDE = 'min-h-40 flex-1';

interface InsightProps {
  readonly row: ConversationRow;
  readonly transcript: OpenTranscript;
  /** The transcript is on its way: nothing is drawn of a path that is not known yet. */
  readonly loading: boolean;
  /** Beside the transcript there is room for flow and sentiment at once; above it for one of them. */
  readonly beside: boolean;
  readonly timeZone: string | undefined;
  /** Brings a message into view. */
  readonly onShow: (message: string) => void;
}

/** Where the conversation is in its flow and how its sentiment went: a graph, a list or a chart, as the operator likes. */
export function Insight({ row, transcript, loading, beside, timeZone, onShow }: InsightProps): ReactNode {
  const { t } = useTranslation('live');
  const { preferences, change } = usePreferences();
  const [pane, setPane] = useState<Pane>(preferences.detailPane);
  const [buttons, setButtons] = useState<HTMLElement | null>(null);
  const choose = (next: Pane) => {
    setPane(next);
    // A choice that cannot be remembered still holds for this conversation.
    change({ detailPane: next }).catch(() => undefined);
  };
  const shown = beside && pane !== 'path' ? 'graph' : pane;
  const { messages } = transcript;
  const series = useMemo(() => moodSeriesOf(messages, row.sentimentTrend), [messages, row.sentimentTrend]);
  const mood = (
    <Waiting until={!loading}>
      <MoodPane series={series} timeZone={timeZone} onShow={onShow} />
    </Waiting>
  );
  return (
    <section aria-label={t('insight.label')} className={beside ? 'flex min-h-0 flex-1 flex-col' : 'flex flex-col'}>
      <header className={`flex items-center gap-1 ps-3 pe-2 ${HEADER}`}>
        <div role="toolbar" aria-label={t('insight.choose')} className="flex gap-0.5">
          {(beside ? FLOW_PANES : ALL_PANES).map((one) => (
            <PaneButton key={one} pressed={one === shown} onPress={() => choose(one)}>
              {t(`insight.${one}`)}
            </PaneButton>
          ))}
        </div>
        <span className="flex-1" />
        <div ref={setButtons} />
        {beside ? null : (
          <IconButton
            label={t(shown === 'none' ? 'insight.unfold' : 'insight.fold')}
            aria-expanded={shown !== 'none'}
            className="size-6!"
            onClick={() => choose(shown === 'none' ? 'graph' : 'none')}
          >
            {shown === 'none' ? (
              <ChevronDown className="icon" aria-hidden />
            ) : (
              <ChevronUp className="icon" aria-hidden />
            )}
          </IconButton>
        )}
      </header>
      {shown === 'none' ? null : (
        <div className={beside ? PANE_BESIDE : shown === 'path' ? '' : PANE}>
          {shown === 'mood' ? (
            mood
          ) : (
            <Waiting until={!loading}>
              <FlowShown row={row} transcript={transcript} as={shown} buttons={buttons} />
            </Waiting>
          )}
        </div>
      )}
      {beside ? (
        <>
          <h3 className="flex-none border-t border-line px-4 pt-2 text-xs font-semibold text-fg-2">
            {t('insight.mood')}
          </h3>
          <div className="h-40 flex-none">{mood}</div>
        </>
      ) : null}
    </section>
  );
}

/** As high as all of this, until it is drawn. A path is as long as it is: it gets the place of a few steps. */
export function InsightPlace({ beside }: { readonly beside: boolean }): ReactNode {
  const folded = usePreferences().preferences.detailPane === 'none';
  if (beside) return <div aria-hidden className={PANE_BESIDE} />;
  return (
    <div aria-hidden>
      <div className={HEADER} />
      {folded ? null : <div className={PANE} />}
    </div>
  );
}

function FlowShown(props: {
  readonly row: ConversationRow;
  readonly transcript: OpenTranscript;
  readonly as: 'graph' | 'path';
  readonly buttons: HTMLElement | null;
}): ReactNode {
  const { row, transcript } = props;
  const { transitions, flow } = transcript;
  const { t } = useTranslation('live');
  const steps = useMemo(() => pathOf(transitions, row.state, flow), [transitions, flow, row.state]);
  const graph = useMemo(() => flowGraphOf(flow, transitions, row.state), [transitions, flow, row.state]);
  if (steps.length === 0) return <p className="px-4 py-3 text-sm text-fg-3">{t('flow.none')}</p>;
  if (props.as === 'path') return <FlowPath steps={steps} />;
  return <FlowPane graph={graph} flowName={flow?.name ?? row.flow?.name} buttons={props.buttons} />;
}

function PaneButton(props: {
  readonly pressed: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <button
      type="button"
      aria-pressed={props.pressed}
      onClick={props.onPress}
      className={`h-6 rounded-md px-2 text-sm ${props.pressed ? 'bg-selected font-semibold text-fg' : 'text-fg-2 hover:bg-hover'}`}
    >
      {props.children}
    </button>
  );
}

function Waiting({ until, children }: { readonly until: boolean; readonly children: ReactNode }): ReactNode {
  const skeleton = (
    <Loading>
      <div className="h-full p-3">
        <Skeleton className="h-full w-full" />
      </div>
    </Loading>
  );
  return until ? <Suspense fallback={skeleton}>{children}</Suspense> : skeleton;
}
