import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MoodSeries } from './mood-series.ts';

/** A mood and its place in the series in words: `−0.42`, `14:31:12`, or `3 turns ago`. */
export function useMoodWords(over: MoodSeries['over'], timeZone: string | undefined) {
  const { t, i18n } = useTranslation('live');
  return useMemo(() => {
    const number = new Intl.NumberFormat(i18n.language, { signDisplay: 'exceptZero', maximumFractionDigits: 2 });
    const time = new Intl.DateTimeFormat(i18n.language, {
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
      ...(timeZone === undefined ? {} : { timeZone }),
    });
    return {
      // A true minus sign is as wide as the plus.
      mood: (mood: number | null) => (mood === null ? t('mood.untold') : number.format(mood).replace('-', '−')),
      place: (x: number) =>
        over === 'time' ? time.format(x) : x === 0 ? t('mood.lastTurn') : t('mood.turnsAgo', { count: -x }),
    };
  }, [t, i18n.language, over, timeZone]);
}
