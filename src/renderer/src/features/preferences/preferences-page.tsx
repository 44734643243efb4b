import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../shared/models/failure.ts';
import type { PreferencesPatch } from '../../../../shared/models/preferences.ts';
import { usePreferences } from '../../app/session-context.tsx';
import { failureOf } from '../../bridge/failure.ts';
import { appInfoQuery } from '../../bridge/queries.ts';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { Select } from '../../components/fields.tsx';
import { keyWords } from '../../components/key-hint.tsx';
import { Facts, Page, Section } from '../../components/page.tsx';

/** What one operator likes. */
export function PreferencesPage(): ReactNode {
  const { t } = useTranslation('preferences');
  const { preferences, change } = usePreferences();
  const [failure, setFailure] = useState<Failure>();
  const set = (patch: PreferencesPatch) => {
    setFailure(undefined);
    change(patch).catch((thrown: unknown) => setFailure(failureOf(thrown)));
  };
  return (
    <Page title={t('title')} summary={t('intro')}>
      {failure === undefined ? null : <ErrorPanel failure={failure} />}
      <Section title={t('look')}>
        <div className="grid max-w-xl grid-cols-2 gap-4">
          <Select
            label={t('theme')}
            help={t('themeHelp')}
            value={preferences.theme}
            onChange={(theme) => set({ theme })}
            options={[
              { value: 'system', label: t('themeSystem') },
              { value: 'dark', label: t('themeDark') },
              { value: 'light', label: t('themeLight') },
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
            label={t('density')}
            value={preferences.density}
            onChange={(density) => set({ density })}
            options={[
              { value: 'compact', label: t('densityCompact') },
              { value: 'normal', label: t('densityNormal') },
              { value: 'comfortable', label: t('densityComfortable') },
            ]}
          />
        </div>
      </Section>
      <Section title={t('writing')}>
        <div className="max-w-xl">
          <Select
            label={t('sendWith')}
            value={preferences.sendWith}
            onChange={(sendWith) => set({ sendWith })}
            options={[
              { value: 'enter', label: t('sendEnter', { newline: keyWords('Shift+Enter') }) },
              { value: 'mod-enter', label: t('sendModEnter', { send: keyWords('Mod+Enter') }) },
            ]}
          />
        </div>
      </Section>
      <About />
    </Page>
  );
}

function About(): ReactNode {
  const { t } = useTranslation('preferences');
  const info = useQuery(appInfoQuery).data;
  if (info === undefined) return null;
  return (
    <Section title={t('about')}>
      <Facts
        facts={[
          [t('version'), info.version],
          [t('runtime'), t(info.runtime === 'electron' ? 'runtimeElectron' : 'runtimeChromium')],
          [t('timeZone'), info.timeZone],
        ]}
      />
    </Section>
  );
}
