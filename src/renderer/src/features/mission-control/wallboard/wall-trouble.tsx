import { OctagonAlert, TriangleAlert } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TelemetryView } from '../../../../../shared/models/telemetry.ts';
import { pressuresOf } from '../model/back-pressure.ts';
import { usePressureWords } from '../model/pressure-words.ts';
import { useZonedTimes } from '../zone.ts';

/** That the numbers are not of now, else the worst of what queues, slows or fails, in one sentence; nothing while all is calm. */
export function WallTrouble({ view }: { readonly view: TelemetryView }): ReactNode {
  const { t } = useTranslation('missionControl');
  const times = useZonedTimes();
  const words = usePressureWords();
  const [worst] = useMemo(() => pressuresOf(view), [view]);
  const { state, okAt } = view.sources.metrics;
  // Numbers of the past come first: what follows from them may be over.
  if (state === 'missing') return <Line severity="warn">{t('missing')}</Line>;
  if (state === 'failing') {
    const words = okAt === undefined ? t('wall.noAnswer') : t('wall.noAnswerSince', { time: times.zoned(okAt) });
    return <Line severity="alarm">{words}</Line>;
  }
  return worst === undefined ? null : <Line severity={worst.severity}>{words(worst)}</Line>;
}

function Line({ severity, children }: { readonly severity: 'warn' | 'alarm'; readonly children: string }): ReactNode {
  const Icon = severity === 'alarm' ? OctagonAlert : TriangleAlert;
  return (
    <p className="wall-trouble" data-severity={severity}>
      <Icon aria-hidden className={severity === 'alarm' ? 'text-danger' : 'text-warn'} />
      <span className="line-clamp-2">{children}</span>
    </p>
  );
}
