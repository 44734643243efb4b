import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BoardRole, boardRoleOf } from '../../../../shared/models/board.ts';
import type { Labels } from '../../../../shared/models/metric.ts';
import { useScreenReady } from '../../bridge/screen-ready.ts';
import { useCrossHair, useSelection } from '../../charts/cross-hair.ts';
import type { Span } from '../../charts/line.ts';
import { Loading } from '../../components/states.tsx';
import { useLateTexts } from '../../i18n/late-texts.ts';
import { Behind } from './behind.tsx';
import { EditTiles } from './board/edit-tiles.tsx';
import { Header } from './header.tsx';
import { HealthStrip } from './health-strip.tsx';
import { MetricDialog } from './metric-dialog.tsx';
import { useBoard } from './model/use-board.ts';
import { useMission } from './model/use-mission.ts';
import './mission-control.css';
import type { MissionControlProps } from './mission-props.ts';
import { OtherMetrics } from './other-metrics.tsx';
import { PressureList } from './pressure-list.tsx';
import { ProblemPanel } from './problem-panel.tsx';
import { SourceBanner } from './source-banner.tsx';
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
        className="h-full min-w-0 overflow-auto print:h-auto print:overflow-visible"
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
  const { tenant, named = false, onDrill, onAlert, hasCampaigns } = props;
  const { t } = useTranslation('missionControl');
  const [role, setRole] = useState<BoardRole>(() => boardRoleOf(tenant.scopes));
  const [zoom, setZoom] = useState<Span>();
  const [opened, setOpened] = useState<{ readonly metric: string; readonly labels: Labels }>();
  const [editing, setEditing] = useState(false);
  const control = useBoard(tenant.slug, role);
  const { board, change } = control;
  const { state, store } = useMission(tenant.slug, board, zoom);
  const { view, failure } = state;
  const selection = useSelection();
  const hair = useCrossHair();
  const shownSpan = selection ?? state.span;
  const follows = selection === undefined && zoom === undefined && state.paused === undefined;
  useScreenReady('mission-control', state.loaded && view !== undefined);
  useClearSelection();

  const open = useCallback((metric: string, labels: Labels) => setOpened({ metric, labels }), []);
  const zoomIn = useCallback(() => {
    setZoom(hair.selection());
    hair.select(undefined);
  }, [hair]);
  const title = named ? t('titleOf', { tenant: tenant.name }) : t('title');
  const parts = useMemo(() => view?.metrics.filter(({ id }) => id.startsWith('x:')) ?? [], [view]);
  return (
    <>
      <Header
        {...props}
        title={title}
        role={role}
        onRole={setRole}
        control={control}
        paused={state.paused}
        onPause={store.setPaused}
        zoom={zoom}
        onZoomOut={() => setZoom(undefined)}
        onEdit={() => setEditing(true)}
      />
      <SourceBanner view={view} failure={failure} tenant={tenant.slug} onShowReport={props.onShowReport} />
      {view === undefined || board === undefined ? (
        failure === undefined ? (
          <Loading>
            <TilesSkeleton />
          </Loading>
        ) : null
      ) : (
        <>
          <PressureList view={view} hasCampaigns={hasCampaigns} onDrill={onDrill} />
          <HealthStrip components={view.components} onDrill={onDrill} />
          <TileGrid
            board={board}
            state={state}
            onOpen={open}
            onDrill={onDrill}
            onAlert={onAlert}
            hasCampaigns={hasCampaigns}
            change={change}
          />
          {view.sources.history === 'missing' ? <p className="text-sm text-fg-3">{t('historyMissing')}</p> : null}
          <Behind
            tenant={tenant.slug}
            span={shownSpan}
            selected={selection !== undefined}
            follows={follows}
            serial={view.pastSerial}
            onZoomIn={zoomIn}
            onClear={() => hair.select(undefined)}
            onDrill={onDrill}
          />
          <OtherMetrics metrics={parts} leftOut={view.leftOut} onOpen={open} board={board} change={change} />
        </>
      )}
      {opened === undefined || view === undefined ? null : (
        <MetricDialog
          {...opened}
          tenant={tenant.slug}
          view={view}
          span={state.span}
          annotations={state.annotations}
          compare={board?.compare ?? 'none'}
          onDrill={onDrill}
          onClose={() => setOpened(undefined)}
        />
      )}
      {editing && board !== undefined ? (
        <EditTiles board={board} metrics={view?.metrics ?? []} change={change} onClose={() => setEditing(false)} />
      ) : null}
    </>
  );
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
