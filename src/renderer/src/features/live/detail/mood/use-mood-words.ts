import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { secondOfDay } from '../../../../components/time.tsx';
import type { MoodSeries } from './mood-series.ts';

/** A mood and its place in the series in words: `−0.42`, `14:31:12`, or `3 turns ago`. */
export function useMoodWords(over: MoodSeries['over'], timeZone: string | undefined) {
  const { t, i18n } = useTranslation('live');
  return useMemo(() => {
    const number = new Intl.NumberFormat(i18n.language, { signDisplay: 'exceptZero', maximumFractionDigits: 2 });
    return {
      // A true minus sign is as wide as the plus.
      mood: (mood: number | null) => (mood === null ? t('mood.untold') : number.format(mood).replace('-', '−')),
      place: (x: number) =>
        over === 'time'
          ? secondOfDay(x, i18n.language, timeZone)
          : x === 0
            ? t('mood.lastTurn')
            : t('mood.turnsAgo', { count: -x }),
    };
  }, [t, i18n.language, over, timeZone]);
}
