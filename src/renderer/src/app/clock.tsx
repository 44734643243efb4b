import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { exactTime, timeOfDay } from '../components/time.tsx';
import { Tooltip } from '../components/tooltip.tsx';
import { useNow } from '../components/use-now.ts';
import { useActiveTenant } from './session-context.tsx';

/** The time where the tenant is (or here, when the tenant names no zone), with its zone. */
export function Clock(): ReactNode {
  const { t, i18n } = useTranslation('common');
  const now = useNow();
  const tenant = useActiveTenant();
  const zone = useMemo(() => knownZone(tenant?.timeZone), [tenant?.timeZone]);
  const tip = `${exactTime(now, i18n.language, zone)} · ${zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone} · ${t('clockHere')}`;
  return (
    <Tooltip text={tip}>
      <time className="shrink-0 whitespace-nowrap text-fg-3 max-[1100px]:text-sm">
        {timeOfDay(now, i18n.language, zone)}
      </time>
    </Tooltip>
  );
}

/** The zone if this computer knows it: an instance may name one that it does not. */
export function knownZone(timeZone: string | undefined): string | undefined {
  if (timeZone === undefined) return undefined;
  try {
    return Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
