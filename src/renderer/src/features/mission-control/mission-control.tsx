import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BoardRole, boardRoleOf } from '../../../../shared/models/board.ts';
import { type Labels, labelsKey } from '../../../../shared/models/metric.ts';
import { useScreenReady } from '../../bridge/screen-ready.ts';
import { useCrossHair } from '../../charts/cross-hair.ts';
import type { Span } from '../../charts/line.ts';
import { Loading } from '../../components/states.tsx';
import { useLateTexts } from '../../i18n/late-texts.ts';
import { Behind } from './behind.tsx';
import { EditTiles } from './board/edit-tiles.tsx';
import { Header } from './header.tsx';
import { HealthStrip } from './health-strip.tsx';
import { MetricDialog } from './metric-dialog.tsx';
import { type DrillTarget, withSpan } from './model/drill.ts';
import type { MissionState, MissionStore } from './model/mission-store.ts';
import { alike } from './model/shared-view.ts';
import { useBoard } from './model/use-board.ts';
import { useMission, useMissionPart } from './model/use-mission.ts';
import './mission-control.css';
import type { MissionControlProps } from './mission-props.ts';
import { OtherMetrics } from './other-metrics.tsx';
import { PressureList } from './pressure-list.tsx';
import { ProblemPanel } from './problem-panel.tsx';
import { SourceState } from './source-banner.tsx';
import { texts } from './texts.ts';
import { TileGrid } from './tiles/tile-grid.tsx';
import { TilesSkeleton } from './tiles/tiles-skeleton.tsx';
import { ZoneContext } from './zone.ts';

/** The first screen of the shift: is the platform healthy, where is the pressure, what needs a person. */
export function MissionControl(props: MissionControlProps): ReactNode {
  useLateTexts('missionControl', texts);
  const { t } = useTranslation('missionControl');
  return (
    <ZoneContext value={props.tenant.timeZone}>
      <section
        aria-label={props.named === true ? t('titleOf', { tenant: props.tenant.name }) : t('title')}
        // A layer of its own: a second that passes in the frame does not paint fifty charts anew.
        className="h-full min-w-0 overflow-auto bg-bg will-change-transform print:h-auto print:overflow-visible"
      >
        <div className="flex flex-col gap-3 px-4 pt-4 pb-8">
          <ProblemPanel>
            <Board {...props} />
          </ProblemPanel>
        </div>
      </section>
    </ZoneContext>
  );
}

function Board(props: MissionControlProps): ReactNode {
  const { tenant, named = false, onAlert, hasCampaigns } = props;
  const { t } = useTranslation('missionControl');
  const [role, setRole] = useState<BoardRole>(() => boardRoleOf(tenant.scopes));
  const [zoom, setZoom] = useState<Span>();
  const [opened, setOpened] = useState<{ readonly metric: string; readonly labels: Labels }>();
  const [editing, setEditing] = useState(false);
  const control = useBoard(tenant.slug, role);
  const { board, change } = control;
  const store = useMission(tenant.slug, board, zoom);
  const paused = useMissionPart(store, pausedOf);
  const [known, failure] = useMissionPart(store, standOf, alike);
  const ready = useMissionPart(store, ({ reading, view }) => reading > 0 && view !== undefined);
  const hair = useCrossHair();
  useScreenReady('mission-control', ready);
  useClearSelection();

  const open = useCallback((metric: string, labels: Labels) => setOpened({ metric, labels }), []);
  const zoomIn = useCallback(() => {
    setZoom(hair.selection());
    hair.select(undefined);
  }, [hair]);
  const { onDrill: go } = props;
  const onDrill = useCallback(
    (target: DrillTarget) => go(withSpan(target, hair.selection() ?? store.state().span)),
    [go, hair, store],
  );
  return (
    <>
      <Header
        {...props}
        title={named ? t('titleOf', { tenant: tenant.name }) : t('title')}
        role={role}
        onRole={setRole}
        control={control}
        paused={paused}
        onPause={store.setPaused}
        zoom={zoom}
        onZoomOut={() => setZoom(undefined)}
        onEdit={() => setEditing(true)}
      />
      <SourceState store={store} tenant={tenant.slug} onShowReport={props.onShowReport} />
      {!known || board === undefined ? (
        failure === undefined ? (
          <Loading>
            <TilesSkeleton />
          </Loading>
        ) : null
      ) : (
        <>
          <PressureList store={store} hasCampaigns={hasCampaigns} onDrill={onDrill} />
          <HealthStrip store={store} onDrill={onDrill} />
          <TileGrid
            board={board}
            store={store}
            onOpen={open}
            onDrill={onDrill}
            onAlert={onAlert}
            hasCampaigns={hasCampaigns}
            change={change}
          />
          <HistoryMissing store={store} />
          <Behind
            tenant={tenant.slug}
            store={store}
            follows={zoom === undefined && paused === undefined}
            onZoomIn={zoomIn}
            onDrill={onDrill}
          />
          <OtherMetrics store={store} onOpen={open} board={board} change={change} />
        </>
      )}
      {opened === undefined || !known ? null : (
        <MetricDialog
          {...opened}
          tile={board?.tiles.find(
            ({ metric, labels }) => metric === opened.metric && labelsKey(labels) === labelsKey(opened.labels),
          )}
          tenant={tenant.slug}
          store={store}
          compare={board?.compare ?? 'none'}
          onDrill={onDrill}
          onClose={() => setOpened(undefined)}
        />
      )}
      {editing && board !== undefined ? (
        <EditTiles
          board={board}
          metrics={store.state().view?.metrics ?? []}
          change={change}
          onClose={() => setEditing(false)}
        />
      ) : null}
    </>
  );
}

const pausedOf = ({ paused }: MissionState) => paused;
/** Whether anything is known, and why nothing is. */
const standOf = ({ view, failure }: MissionState) => [view !== undefined, failure] as const;

function HistoryMissing({ store }: { readonly store: MissionStore }): ReactNode {
  const { t } = useTranslation('missionControl');
  const missing = useMissionPart(store, ({ view }) => view?.sources.history === 'missing');
  return missing ? <p className="text-sm text-fg-3">{t('historyMissing')}</p> : null;
}

/** Esc takes the selection away, where nothing nearer wants the key. */
function useClearSelection(): void {
  const hair = useCrossHair();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || hair.selection() === undefined) return;
      hair.select(undefined);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [hair]);
}
