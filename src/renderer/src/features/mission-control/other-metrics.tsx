import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board } from '../../../../shared/models/board.ts';
import type { Labels } from '../../../../shared/models/metric.ts';
import type { MetricState } from '../../../../shared/models/telemetry.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/fields.tsx';
import { formatAge } from '../../lib/format.ts';
import { useMetricWords } from '../../lib/metric-words.ts';
import { Ticking } from '../../lib/ticking.tsx';
import { added } from './model/change-board.ts';
import type { MissionState, MissionStore } from './model/mission-store.ts';
import { useMissionPart } from './model/use-mission.ts';

interface OtherMetricsProps {
  readonly store: MissionStore;
  readonly board: Board;
  readonly onOpen: (metric: string, labels: Labels) => void;
  readonly change: (change: (board: Board) => Board) => void;
}

/** Rows drawn at once; the rest is found by name. */
const MOST_ROWS = 60;

const countOf = ({ view }: MissionState) => view?.metrics.filter(isOther).length ?? 0;
const isOther = ({ id }: MetricState) => id.startsWith('x:');
const NONE: readonly MetricState[] = [];

/** What the instance tells and the console does not know: name, value, unit, age; history and tile on request. */
export function OtherMetrics({ store, board, onOpen, change }: OtherMetricsProps): ReactNode {
  const { t } = useTranslation('missionControl');
  const count = useMissionPart(store, countOf);
  const leftOut = useMissionPart(store, ({ view }) => view?.leftOut ?? 0);
  const [open, setOpen] = useState(false);
  if (count === 0) return null;
  return (
    <details
      className="isolate rounded-lg border bg-surface"
      data-testid="other-metrics"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="cursor-default px-3 py-2">
        <span className="font-semibold">{t('others')}</span>{' '}
        <span className="text-fg-2">{t('othersCount', { count })}</span>
        {leftOut === 0 ? null : <span className="text-warn"> {t('othersLeftOut', { count: leftOut })}</span>}
      </summary>
      {open ? <Rows store={store} board={board} onOpen={onOpen} change={change} /> : null}
    </details>
  );
}

function Rows({ store, board, onOpen, change }: OtherMetricsProps): ReactNode {
  const { t } = useTranslation('missionControl');
  const told = useMissionPart(store, ({ view }) => view?.metrics) ?? NONE;
  const [text, setText] = useState('');
  const metrics = useMemo(() => told.filter(isOther), [told]);
  const found = useMemo(() => {
    const wanted = text.trim().toLowerCase();
    return metrics.filter(({ name, label }) => `${name} ${label ?? ''}`.toLowerCase().includes(wanted));
  }, [metrics, text]);
  return (
    <div className="flex flex-col gap-2 border-t p-3">
      {metrics.length > 10 ? (
        <div className="max-w-80">
          <TextField
            label={t('findMetric')}
            labelHidden
            placeholder={t('findMetric')}
            value={text}
            onChange={setText}
          />
        </div>
      ) : null}
      <ul className="flex flex-col">
        {found.slice(0, MOST_ROWS).map((metric) => (
          <Row
            key={metric.id}
            metric={metric}
            onBoard={board.tiles.some((tile) => tile.metric === metric.id)}
            onOpen={onOpen}
            change={change}
          />
        ))}
      </ul>
      {found.length > MOST_ROWS ? <p className="text-fg-3">{t('more', { count: found.length - MOST_ROWS })}</p> : null}
    </div>
  );
}

function Row(props: {
  readonly metric: MetricState;
  readonly onBoard: boolean;
  readonly onOpen: OtherMetricsProps['onOpen'];
  readonly change: OtherMetricsProps['change'];
}): ReactNode {
  const { metric, onBoard, onOpen, change } = props;
  const { t } = useTranslation('missionControl');
  const words = useMetricWords();
  const { id, name, label, value, quantity, unit, at, problem } = metric;
  const age = useCallback(
    (now: number) => (at === undefined ? '' : formatAge(now - at, words.language)),
    [at, words.language],
  );
  return (
    <li className="flex min-h-row items-center gap-3 border-b py-1 last:border-b-0" data-metric={id}>
      <button
        type="button"
        className="min-w-0 flex-1 truncate text-left hover:underline"
        onClick={() => onOpen(id, {})}
      >
        {label ?? name} {label === undefined ? null : <span className="font-mono text-sm text-fg-3">{name}</span>}
      </button>
      {problem === undefined ? null : <span className="text-sm text-warn">{t(`problem.${problem}`)}</span>}
      <span className="tabular-nums">{value === undefined ? t('noValue') : words.value(value, quantity, unit)}</span>
      <span className="w-14 text-right text-xs text-fg-3">
        <Ticking at={age} />
      </span>
      <Button
        look="quiet"
        {...(onBoard ? { disabledReason: t('addTile') } : {})}
        onClick={() => change((board) => added(board, { metric: id, labels: {} }, crypto.randomUUID()))}
      >
        {t('addTile')}
      </Button>
    </li>
  );
}
