import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../components/fields.tsx';
import type { PreferenceFields } from './fields.ts';

const PACES = [0, 10, 15, 30, 60, 300] as const;

/** How often a screen reader is told what happens in the live list. */
export function AccessFields({ preferences, set }: PreferenceFields): ReactNode {
  const { t } = useTranslation('preferences');
  const paces = [...new Set([...PACES, preferences.digestSeconds])].sort((a, b) => a - b);
  return (
    <div className="max-w-xl">
      <Select
        label={t('digest')}
        help={t('digestHelp')}
        value={String(preferences.digestSeconds)}
        onChange={(seconds) => set({ digestSeconds: Number(seconds) })}
        options={paces.map((seconds) => ({
          value: String(seconds),
          label: seconds === 0 ? t('digestOff') : t('digestEvery', { count: seconds }),
        }))}
      />
    </div>
  );
}
