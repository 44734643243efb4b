import { ChevronDown, ClipboardCheck, Pause, Play, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type BoardRole, COMPARISONS, RANGES } from '../../../../shared/models/board.ts';
import type { Span } from '../../charts/line.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { Chip, RemovableChip } from '../../components/chip.tsx';
import { MenuButton } from '../../components/menu.tsx';
import { BoardMenu } from './board/board-menu.tsx';
import type { MissionControlProps } from './mission-props.ts';
import type { MissionState } from './model/mission-store.ts';
import type { BoardControl } from './model/use-board.ts';
import { useZonedTimes } from './zone.ts';

interface HeaderProps extends MissionControlProps {
  readonly title: string;
  readonly role: BoardRole;
  readonly onRole: (role: BoardRole) => void;
  readonly control: BoardControl;
  readonly paused: MissionState['paused'];
  readonly onPause: (paused: boolean) => void;
  readonly zoom: Span | undefined;
  readonly onZoomOut: () => void;
  readonly onEdit: () => void;
}

/** Title, time range, comparison, pause, board. */
export function Header(props: HeaderProps): ReactNode {
  const { title, control, paused, onPause, zoom, onZoomOut, actions } = props;
  const { t } = useTranslation('missionControl');
  const times = useZonedTimes();
  const { board, change } = control;
  return (
    <header className="isolate flex flex-wrap items-center gap-x-3 gap-y-2">
      <h1 className="text-xl font-semibold">{title}</h1>
      {paused === undefined ? null : (
        <Chip tone="warn">
          <Pause className="size-3" aria-hidden />
          {t('pausedSince', { time: times.zoned(paused.since) })}
          {paused.waiting === 0 ? null : <> · {t('pausedWaiting', { count: paused.waiting })}</>}
        </Chip>
      )}
      {zoom === undefined ? null : (
        <RemovableChip onRemove={onZoomOut} removeLabel={t('zoomOut')}>
          {t('spanWords', {
            from: times.minute(zoom.from),
            to: times.zoned(zoom.to),
          })}
        </RemovableChip>
      )}
      <div className="ml-auto flex flex-wrap items-center gap-2 print:hidden">
        {board === undefined ? null : (
          <>
            <MenuButton
              label={t('rangeMenu')}
              entries={RANGES.map((range) => ({
                id: range,
                label: t(`range.${range}`),
                onAction: () => {
                  onZoomOut();
                  change((before) => ({ ...before, range }));
                },
              }))}
            >
              {t(`range.${board.range}`)}
              <ChevronDown className="size-3.5" aria-hidden />
            </MenuButton>
            <MenuButton
              label={t('compareMenu')}
              entries={COMPARISONS.map((compare) => ({
                id: compare,
                label: t(`compare.${compare}`),
                onAction: () => change((before) => ({ ...before, compare })),
              }))}
            >
              {t(`compare.${board.compare}`)}
              <ChevronDown className="size-3.5" aria-hidden />
            </MenuButton>
          </>
        )}
        <Button aria-pressed={paused !== undefined} onClick={() => onPause(paused === undefined)}>
          {paused === undefined ? <Pause className="icon" aria-hidden /> : <Play className="icon" aria-hidden />}
          {t(paused === undefined ? 'pause' : 'resume')}
        </Button>
        <BoardMenu {...props} />
        <Button onClick={props.onHandOver}>
          <ClipboardCheck className="icon" aria-hidden />
          {t('handOver')}
        </Button>
        {props.beside.shown === undefined || props.named !== true ? null : (
          <IconButton label={t('besideNone')} onClick={() => props.beside.show(undefined)}>
            <X className="icon" aria-hidden />
          </IconButton>
        )}
        {actions}
      </div>
    </header>
  );
}
