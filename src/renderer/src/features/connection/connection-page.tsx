import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../../app/session-context.tsx';
import { Page, Section } from '../../components/page.tsx';
import { ConnectionForm } from './connection-form.tsx';
import { LiveFacts } from './live-facts.tsx';
import { SessionFacts } from './session-facts.tsx';
import { TenantList } from './tenant-list.tsx';

/** The instance, the session, the tenants and the live connection, in one place. */
export function ConnectionPage(): ReactNode {
  const { t } = useTranslation('connection');
  const session = useSignedIn();
  const [saved, setSaved] = useState(false);
  return (
    <Page title={t('title')} summary={t('intro')} width="full">
      <div className="max-w-6xl columns-[30rem] gap-5 [&>section]:mb-5 [&>section]:break-inside-avoid">
        <Section title={t('sessionSection')}>
          <SessionFacts session={session} />
        </Section>
        <Section title={t('liveSection')}>
          <LiveFacts />
        </Section>
        <Section title={t('tenantsSection')}>
          <TenantList session={session} />
        </Section>
        <Section title={t('instanceSection')}>
          <ConnectionForm action={t('save')} onSaved={() => setSaved(true)}>
            {saved ? (
              <span role="status" className="text-fg-2">
                {t('saved')}
              </span>
            ) : null}
          </ConnectionForm>
        </Section>
      </div>
    </Page>
  );
}
