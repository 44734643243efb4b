import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { MANIFEST_LIMITS } from '../../../../../shared/models/manifest-limits.ts';
import type { ManifestRow } from '../../../../../shared/models/manifest-rows.ts';
import { useFigures } from '../use-words.ts';

/** Says in words why a row is not accepted. @param columns names of the file's columns */
export function useWhy(columns: readonly string[]): (row: ManifestRow) => string {
  const { t } = useTranslation('manifest');
  const { number, language } = useFigures();
  return useCallback(
    (row) => {
      const { reason, suggestion, twin, campaign, barred, limit, column } = row;
      if (reason === 'zone-unknown' && suggestion !== undefined) return t('why.zone-unknown-guess', { suggestion });
      if (reason === 'duplicate-in-file' && twin !== undefined) {
        return t('why.duplicate-in-file-row', { row: number(twin) });
      }
      if (reason === 'duplicate-elsewhere' && campaign !== undefined) {
        return t('why.duplicate-elsewhere-name', { name: campaign });
      }
      if (reason === 'do-not-call' && barred !== undefined) {
        const day = new Intl.DateTimeFormat(`${language}-CA`, { dateStyle: 'medium' });
        return [
          t('why.do-not-call'),
          ...(barred.addedAt === undefined ? [] : [t('why.barredSince', { date: day.format(barred.addedAt) })]),
          ...(barred.addedBy === undefined ? [] : [t('why.barredBy', { name: barred.addedBy })]),
          ...(barred.reason === undefined ? [] : [barred.reason]),
        ].join(' · ');
      }
      return t(`why.${reason}`, {
        suggestion: suggestion ?? '',
        limit: number(limit ?? MANIFEST_LIMITS.rows),
        column: (column === undefined ? undefined : columns[column]) ?? '',
      });
    },
    [t, number, language, columns],
  );
}
