import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../lib/format.ts';
import { useMetricWords } from '../../../lib/metric-words.ts';
import { useZonedTimes } from '../zone.ts';
import type { Pressure } from './back-pressure.ts';

/** One sentence a pressure: what queues, slows or fails, what that means, what to do. */
export function usePressureWords(): (pressure: Pressure) => string {
  const { t } = useTranslation('missionControl');
  const times = useZonedTimes();
  const words = useMetricWords();
  return useMemo(() => {
    const minutes = (amount: number) => formatNumber(Math.max(1, Math.round(amount)), words.language);
    return ({ kind, name, seconds, amount, since, ...pressure }) => {
      // Some instances tell means: there is no half of a call.
      const count = Math.round(pressure.count);
      const time = words.value(seconds, 'seconds');
      switch (kind) {
        case 'voiceAtCap':
          return amount === undefined
            ? t('pressures.voiceAtCap', { count })
            : t('pressures.voiceAtCapDrain', { count, minutes: minutes(amount) });
        case 'modelFull':
          return t('pressures.modelFull', { count, time });
        case 'functionFails':
          return t('pressures.functionFails', { name, share: words.value(amount, 'percent') });
        case 'peopleShort': {
          const free = amount === undefined ? t('freeUnknown') : t('free', { count: Math.round(amount) });
          return t('pressures.peopleShort', { count, time, free });
        }
        case 'integrationDown':
          return since === undefined
            ? t('pressures.integrationDown', { name })
            : t('pressures.integrationDownSince', { name, time: times.zoned(since) });
        case 'indexingBehind':
          return amount === undefined
            ? t('pressures.indexingBehind', { number: formatNumber(count, words.language) })
            : t('pressures.indexingBehindDrain', {
                number: formatNumber(count, words.language),
                minutes: minutes(amount),
              });
      }
    };
  }, [t, words, times]);
}
