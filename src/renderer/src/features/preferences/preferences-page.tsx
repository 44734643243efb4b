import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../shared/models/failure.ts';
import type { PreferencesPatch } from '../../../../shared/models/preferences.ts';
import { usePreferences } from '../../app/session-context.tsx';
import { failureOf } from '../../bridge/failure.ts';
import { appInfoQuery } from '../../bridge/queries.ts';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { Facts, Page, Section } from '../../components/page.tsx';
import { useLateTexts } from '../../i18n/late-texts.ts';
import { AccessFields } from './access-fields.tsx';
import { LookFields } from './look-fields.tsx';
import { PrivacyFields } from './privacy-fields.tsx';
import { texts } from './texts.ts';
import { WritingFields } from './writing-fields.tsx';

/** What one operator likes. */
export function PreferencesPage(): ReactNode {
  useLateTexts('preferences', texts);
  const { t } = useTranslation('preferences');
  const { preferences, locked, change } = usePreferences();
  const [failure, setFailure] = useState<Failure>();
  const set = (patch: PreferencesPatch) => {
    setFailure(undefined);
    change(patch).catch((thrown: unknown) => setFailure(failureOf(thrown)));
  };
  const fields = { preferences, locked, set };
  return (
    <Page title={t('title')} summary={t('intro')}>
      {failure === undefined ? null : <ErrorPanel failure={failure} />}
      <Section title={t('look')}>
        <LookFields {...fields} />
      </Section>
      <Section title={t('privacy')}>
        <PrivacyFields {...fields} />
      </Section>
      <Section title={t('writing')}>
        <WritingFields {...fields} />
      </Section>
      <Section title={t('access')}>
        <AccessFields {...fields} />
        <p>
          <Link to="/keys" className="text-accent underline underline-offset-2">
            {t('keys')}
          </Link>
        </p>
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
