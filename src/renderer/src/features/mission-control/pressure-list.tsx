import { CircleCheck, OctagonAlert, TriangleAlert } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { pressuresOf } from './model/back-pressure.ts';
import type { DrillTarget } from './model/drill.ts';
import type { MissionState, MissionStore } from './model/mission-store.ts';
import { usePressureWords } from './model/pressure-words.ts';
import { alike } from './model/shared-view.ts';
import { useMissionPart } from './model/use-mission.ts';

interface PressureListProps {
  readonly store: MissionStore;
  readonly hasCampaigns: boolean;
  readonly onDrill: (target: DrillTarget) => void;
}

/** Told at first; the others on request. */
const FIRST = 2;

/** Undefined while nothing is known: that is not calm. */
const found = ({ view }: MissionState) => {
  if (view === undefined) return undefined;
  const pressures = pressuresOf(view);
  return view.sources.metrics.okAt === undefined && pressures.length === 0 ? undefined : pressures;
};

/** What queues, what slows, what fails, in sentences that say what to do. */
export function PressureList({ store, hasCampaigns, onDrill }: PressureListProps): ReactNode {
  const { t } = useTranslation('missionControl');
  const words = usePressureWords();
  const pressures = useMissionPart(store, found, alike);
  const [all, setAll] = useState(false);
  if (pressures === undefined) return null;
  if (pressures.length === 0) {
    return (
      <p className="flex items-center gap-2 text-fg-2" data-testid="calm">
        <CircleCheck className="icon text-ok" aria-hidden />
        {t('calm')}
      </p>
    );
  }
  const shown = all ? pressures : pressures.slice(0, FIRST);
  return (
    <ul aria-label={t('pressure')} className="flex flex-col gap-1">
      {shown.map((pressure, place) => {
        const alarm = pressure.severity === 'alarm';
        const Icon = alarm ? OctagonAlert : TriangleAlert;
        const { drill } = pressure;
        return (
          <li
            key={`${pressure.kind}:${pressure.name}`}
            className="flex flex-wrap items-start gap-2"
            data-pressure={pressure.kind}
          >
            <Icon className={`icon mt-0.5 ${alarm ? 'text-danger' : 'text-warn'}`} aria-hidden />
            <p className="min-w-0 flex-1 basis-80 text-fg-2">{words(pressure)}</p>
            {drill === undefined ? null : (
              <Button look="quiet" className="-my-1 print:hidden" onClick={() => onDrill(drill)}>
                {t(drill.kind === 'campaigns' && hasCampaigns ? 'showCampaigns' : 'showBehind')}
              </Button>
            )}
            {place === FIRST - 1 && pressures.length > FIRST ? (
              <Button look="quiet" className="-my-1 print:hidden" aria-expanded={all} onClick={() => setAll(!all)}>
                {t('more', { count: pressures.length - FIRST })}
              </Button>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
