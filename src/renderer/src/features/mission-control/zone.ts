import { createContext, use, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { minuteAndZone, minuteOfDay } from '../../components/time.tsx';

/** The tenant's time zone: all times of its Mission Control are on that clock, as the frame's is. */
export const ZoneContext = createContext<string | undefined>(undefined);

export interface ZonedTimes {
  readonly timeZone: string | undefined;
  /** `14:02`; where a heading nearby names the zone. */
  readonly minute: (at: number) => string;
  /** `14:02 EST` */
  readonly zoned: (at: number) => string;
}

/** Times in words, on the tenant's clock. */
export function useZonedTimes(): ZonedTimes {
  const { i18n } = useTranslation();
  const timeZone = use(ZoneContext);
  return useMemo(
    () => ({
      timeZone,
      minute: (at) => minuteOfDay(at, i18n.language, timeZone),
      zoned: (at) => minuteAndZone(at, i18n.language, timeZone),
    }),
    [timeZone, i18n.language],
  );
}
