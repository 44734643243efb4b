import { useQuery, useQueryClient } from '@tanstack/react-query';
import { FileText, RefreshCw } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptHandOver } from '../../../../shared/models/hand-over.ts';
import { call } from '../../bridge/bridge.ts';
import { failureOf } from '../../bridge/failure.ts';
import { useScreenReady } from '../../bridge/screen-ready.ts';
import { announce } from '../../components/announcer.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { Page, Section } from '../../components/page.tsx';
import { useLateTexts } from '../../i18n/late-texts.ts';
import { Lines } from './lines.tsx';
import type { HandOverParts } from './parts.ts';
import { Sign, Signature } from './sign.tsx';
import { texts } from './texts.ts';

interface HandOverPageProps {
  readonly tenant: { readonly slug: string; readonly name: string };
  readonly parts: HandOverParts;
}

/** What one supervisor leaves to the next: gathered, signed, kept, on paper where wanted. */
export function HandOverPage({ tenant, parts }: HandOverPageProps): ReactNode {
  useLateTexts('handOver', texts);
  const { t } = useTranslation('handOver');
  const queries = useQueryClient();
  const [opened, setOpened] = useState<KeptHandOver>();
  const { slug } = tenant;
  const draft = useQuery({
    queryKey: ['hand-over', slug],
    queryFn: () => call((api) => api.handOver.draft({ tenant: slug })),
    // What is signed is what is on the screen: it changes when asked to, never by itself.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const signed = useQuery({
    queryKey: ['hand-overs', slug],
    queryFn: () => call((api) => api.handOver.signed({ tenant: slug })),
  });
  const shown = opened ?? draft.data;
  useScreenReady('hand-over', shown !== undefined);
  const gather = () => {
    setOpened(undefined);
    void draft.refetch();
  };
  const savePdf = () => {
    const suggestedName = `hand-over-${slug}-${new Date(shown?.at ?? Date.now()).toISOString().slice(0, 16).replace(':', '')}.pdf`;
    call((api) => api.app.savePdf({ suggestedName, landscape: false })).catch((thrown: unknown) =>
      announce(failureOf(thrown).message, 'assertive'),
    );
  };
  const actions = (
    <>
      <Button busy={draft.isFetching} onClick={gather}>
        <RefreshCw className="icon" aria-hidden />
        {t(opened === undefined ? 'gather' : 'back')}
      </Button>
      <Button busy={shown === undefined} onClick={savePdf}>
        <FileText className="icon" aria-hidden />
        {t('savePdf')}
      </Button>
    </>
  );
  return (
    <Page
      title={t('title')}
      summary={shown === undefined ? tenant.name : t('gatheredAt', { tenant: tenant.name, time: parts.time(shown.at) })}
      actions={actions}
    >
      {draft.error === null ? null : <ErrorPanel failure={failureOf(draft.error)} />}
      {shown === undefined ? null : <Lines of={shown} parts={parts} />}
      {opened === undefined ? null : <Signature of={opened} time={parts.time} />}
      {opened !== undefined || draft.data === undefined ? null : (
        <Sign
          key={draft.data.id}
          draft={draft.data}
          onSigned={(one) => {
            setOpened(one);
            void queries.invalidateQueries({ queryKey: ['hand-overs', slug] });
          }}
        />
      )}
      <div className="print:hidden">
        <Section title={t('before')}>
          {signed.error === null ? null : <ErrorPanel failure={failureOf(signed.error)} />}
          {signed.data?.length === 0 ? <p className="text-fg-2">{t('beforeNone')}</p> : null}
          <ul className="flex flex-col items-start gap-1">
            {signed.data?.map((one) => {
              const facts = { name: one.signedBy, time: parts.time(one.signedAt) };
              return (
                <li key={one.id}>
                  <Button look="quiet" aria-label={t('openSigned', facts)} onClick={() => setOpened(one)}>
                    {facts.time} · {facts.name}
                  </Button>
                </li>
              );
            })}
          </ul>
        </Section>
      </div>
    </Page>
  );
}
