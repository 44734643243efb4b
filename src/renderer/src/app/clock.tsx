import { type ReactNode, useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { exactTime, timeOfDay } from '../components/time.tsx';
import { Tooltip } from '../components/tooltip.tsx';
import { useNow } from '../components/use-now.ts';
import { Ticking } from '../lib/ticking.tsx';
import { useActiveTenant } from './session-context.tsx';

/** The time where the tenant is (or here, when the tenant names no zone), with its zone. */
export function Clock(): ReactNode {
  const { i18n } = useTranslation('common');
  const tenant = useActiveTenant();
  const zone = useMemo(() => knownZone(tenant?.timeZone), [tenant?.timeZone]);
  const time = useCallback((now: number) => timeOfDay(now, i18n.language, zone), [i18n.language, zone]);
  return (
    <Tooltip text={<ExactNow zone={zone} />}>
      <time className="shrink-0 whitespace-nowrap text-fg-3 max-[1100px]:text-sm">
        <Ticking at={time} />
      </time>
    </Tooltip>
  );
}

/** Follows the clock only while it is read. */
function ExactNow({ zone }: { readonly zone: string | undefined }): ReactNode {
  const { t, i18n } = useTranslation('common');
  const here = zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return `${exactTime(useNow(), i18n.language, zone)} · ${here} · ${t('clockHere')}`;
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
