import { Circle, CircleDashed, Square, Triangle, Wrench } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HealthComponent, HealthStatus } from '../../../../shared/models/telemetry.ts';
import { type DrillTarget, drillOfComponent } from './model/drill.ts';
import type { MissionStore } from './model/mission-store.ts';
import { useMissionPart } from './model/use-mission.ts';
import { useZonedTimes } from './zone.ts';

interface HealthStripProps {
  readonly store: MissionStore;
  readonly onDrill: (target: DrillTarget) => void;
}

/** Shape and colour of a status; the word says it, too. */
const LOOKS = {
  operational: { Icon: Circle, tone: 'text-ok', border: 'border-line' },
  degraded: { Icon: Triangle, tone: 'text-warn', border: 'border-warn' },
  down: { Icon: Square, tone: 'text-danger', border: 'border-danger' },
  maintenance: { Icon: Wrench, tone: 'text-info', border: 'border-line' },
  unknown: { Icon: CircleDashed, tone: 'text-fg-3', border: 'border-line' },
} as const satisfies Readonly<Record<HealthStatus, unknown>>;

/** The parts of the platform, and what it depends on: those that are well share one card. */
export function HealthStrip({ store, onDrill }: HealthStripProps): ReactNode {
  const { t } = useTranslation('missionControl');
  const components = useMissionPart(store, ({ view }) => view?.components) ?? [];
  const [all, setAll] = useState(false);
  if (components.length === 0) return null;
  const well = components.filter(({ kind, status }) => kind === 'dependency' && status === 'operational');
  // What happens must not make cards jump: only dependencies that are well are folded away.
  const shown = all || well.length < 2 ? components : components.filter((each) => !well.includes(each));
  return (
    <div className="health isolate">
      <ul aria-label={t('health')}>
        {shown.map((component) => (
          <Card key={component.id} component={component} onDrill={onDrill} />
        ))}
        {well.length < 2 ? null : (
          <li>
            <button
              type="button"
              aria-expanded={all}
              onClick={() => setAll(!all)}
              className="flex h-full w-full items-center gap-2.5 rounded-lg border bg-surface px-3 py-2 text-left hover:bg-hover"
            >
              <Circle className="size-2.5 shrink-0 fill-current text-ok" aria-hidden />
              <span className="min-w-0 break-words">
                <span className="block font-semibold">{t('dependencies')}</span>
                <span className="block text-sm text-fg-2">{t('dependenciesWell', { count: well.length })}</span>
              </span>
            </button>
          </li>
        )}
      </ul>
    </div>
  );
}

function Card({
  component,
  onDrill,
}: {
  readonly component: HealthComponent;
  readonly onDrill: (target: DrillTarget) => void;
}): ReactNode {
  const { t } = useTranslation('missionControl');
  const times = useZonedTimes();
  const { id, name, status, statusWord, since, message } = component;
  const { Icon, tone, border } = LOOKS[status];
  const word = statusWord ?? t(`status.${status}`);
  const ill = status !== 'operational';
  const when = ill && since !== undefined ? t('statusSince', { time: times.zoned(since) }) : '';
  const drill = drillOfComponent(id);
  const content = (
    <>
      <Icon className={`size-2.5 shrink-0 fill-current ${tone}`} aria-hidden />
      <span className="min-w-0 break-words">
        <span className="block font-semibold">{name}</span>
        <span className="block text-sm text-fg-2">
          {message === undefined ? null : <span className="sr-only">{word}: </span>}
          {[message ?? word, when].filter(Boolean).join(' · ')}
        </span>
      </span>
    </>
  );
  const look = `flex h-full w-full items-center gap-2.5 rounded-lg border bg-surface px-3 py-2 text-left ${border}`;
  return (
    <li data-component={id} data-status={status}>
      {drill === undefined ? (
        <div className={look}>{content}</div>
      ) : (
        <button type="button" className={`${look} hover:bg-hover`} onClick={() => onDrill(drill)}>
          {content}
        </button>
      )}
    </li>
  );
}
