import { ChevronLeft, ChevronRight, Pause, Play } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WallLayout } from '../../../../../shared/models/wall.ts';
import { useScreenReady } from '../../../bridge/screen-ready.ts';
import { IconButton } from '../../../components/button.tsx';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { useLateTexts } from '../../../i18n/late-texts.ts';
import { useMission, useMissionState } from '../model/use-mission.ts';
import { texts } from '../texts.ts';
import { ZoneContext } from '../zone.ts';
import { useNight } from './use-night.ts';
import { type Turn, usePages, useTurn } from './use-pages.ts';
import { WallTile } from './wall-tile.tsx';
import { WallTrouble } from './wall-trouble.tsx';
import './wallboard.css';

export interface WallboardProps {
  readonly tenant: { readonly slug: string; readonly name: string; readonly timeZone?: string };
  readonly layout: Pick<WallLayout, 'boards' | 'turnSeconds' | 'night'>;
  /** The time, where the system's own is not in sight. */
  readonly Clock?: () => ReactNode;
}

/** Several boards in turn, large enough for a room. */
export function Wallboard(props: WallboardProps): ReactNode {
  useLateTexts('missionControl', texts);
  useNight(props.layout.night);
  return (
    <ZoneContext value={props.tenant.timeZone}>
      <Pages {...props} />
    </ZoneContext>
  );
}

function Pages({ tenant, layout, Clock }: WallboardProps): ReactNode {
  const { t } = useTranslation('missionControl');
  const pages = usePages(tenant.slug, layout.boards);
  const turn = useTurn(pages?.length ?? 0, layout.turnSeconds);
  const page = pages?.[turn.place];
  const { view, failure, lines, span, reading } = useMissionState(useMission(tenant.slug, page?.board, undefined));
  useScreenReady('wallboard', reading > 0 && view !== undefined);
  if (pages !== undefined && page === undefined) {
    return <EmptyState title={t('wall.empty')}>{t('wall.emptyText')}</EmptyState>;
  }
  if (view === undefined && failure !== undefined) return <ErrorPanel shape="panel" failure={failure} />;
  const count = page?.board.tiles.length ?? 0;
  const columns = count <= 2 ? Math.max(1, count) : Math.ceil(count / 2);
  const rows = Math.ceil(count / Math.max(1, columns));
  return (
    <div className="wallboard" data-testid="wallboard">
      {view === undefined ? null : <WallTrouble view={view} />}
      <ul
        aria-label={t('tiles')}
        style={{
          gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
          gridTemplateRows: `repeat(${rows}, minmax(0, 1fr))`,
        }}
      >
        {page?.board.tiles.map((tile, place) => (
          <WallTile
            key={`${page.key}:${tile.id}`}
            tile={tile}
            place={place}
            view={view}
            lines={lines.get(tile.id)}
            span={span}
            compare={page.board.compare}
          />
        ))}
      </ul>
      <footer>
        <span className="min-w-0 flex-1 truncate font-semibold">
          {tenant.name}
          {page === undefined ? null : ` · ${t(`role.${page.role}`)} · ${t(`range.${page.board.range}`)}`}
        </span>
        {pages === undefined || pages.length < 2 ? null : <Turns turn={turn} count={pages.length} />}
        {Clock === undefined ? null : <Clock />}
      </footer>
    </div>
  );
}

function Turns({ turn, count }: { readonly turn: Turn; readonly count: number }): ReactNode {
  const { t } = useTranslation('missionControl');
  return (
    <>
      <IconButton label={t('wall.previous')} onClick={() => turn.step(-1)}>
        <ChevronLeft aria-hidden />
      </IconButton>
      <span className="tabular-nums">{t('wall.place', { place: turn.place + 1, count })}</span>
      <IconButton label={t('wall.next')} onClick={() => turn.step(1)}>
        <ChevronRight aria-hidden />
      </IconButton>
      <IconButton label={t(turn.held ? 'wall.goOn' : 'wall.hold')} onClick={() => turn.hold(!turn.held)}>
        {turn.held ? <Play aria-hidden /> : <Pause aria-hidden />}
      </IconButton>
    </>
  );
}
