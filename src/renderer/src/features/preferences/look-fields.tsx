import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { START_VIEWS } from '../../../../shared/models/preferences.ts';
import { places } from '../../app/places.ts';
import { Select } from '../../components/fields.tsx';
import type { PreferenceFields } from './fields.ts';

/** Theme, contrast, motion, row height, language, and the view to start with. */
export function LookFields({ preferences, set }: PreferenceFields): ReactNode {
  const { t } = useTranslation('preferences');
  const { t: shell } = useTranslation('shell');
  return (
    <div className="grid max-w-xl grid-cols-2 gap-4">
      <Select
        label={t('theme')}
        value={preferences.theme}
        onChange={(theme) => set({ theme })}
        options={[
          { value: 'system', label: t('themeSystem') },
          { value: 'dark', label: t('themeDark') },
          { value: 'light', label: t('themeLight') },
        ]}
      />
      <Select
        label={t('contrast')}
        value={preferences.contrast}
        onChange={(contrast) => set({ contrast })}
        options={[
          { value: 'system', label: t('contrastSystem') },
          { value: 'more', label: t('contrastMore') },
        ]}
      />
      <Select
        label={t('language')}
        value={preferences.language}
        onChange={(language) => set({ language })}
        options={[
          { value: 'system', label: t('languageSystem') },
          { value: 'en', label: t('languageEn') },
          { value: 'fr', label: t('languageFr') },
        ]}
      />
      <Select
        label={t('motion')}
        value={preferences.motion}
        onChange={(motion) => set({ motion })}
        options={[
          { value: 'system', label: t('motionSystem') },
          { value: 'reduced', label: t('motionReduced') },
        ]}
      />
      <Select
        label={t('density')}
        value={preferences.density}
        onChange={(density) => set({ density })}
        options={[
          { value: 'compact', label: t('densityCompact') },
          { value: 'normal', label: t('densityNormal') },
          { value: 'comfortable', label: t('densityComfortable') },
        ]}
      />
      <Select
        label={t('startWith')}
        value={preferences.startWith}
        onChange={(startWith) => set({ startWith })}
        options={[
          { value: 'last', label: t('startLast') },
          ...places.flatMap(({ to, label }) => {
            const view = START_VIEWS.find((name) => to === `/${name}`);
            return view === undefined ? [] : [{ value: view, label: shell(label) }];
          }),
        ]}
      />
    </div>
  );
}
