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
      <div className="grid max-w-400 grid-cols-[repeat(auto-fit,minmax(min(28rem,100%),1fr))] items-start gap-5">
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
