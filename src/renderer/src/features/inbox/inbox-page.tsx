import { useMutation } from '@tanstack/react-query';
import { Settings2 } from 'lucide-react';
import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BridgeApi } from '../../../../shared/ipc/contract.ts';
import type { Envelope } from '../../../../shared/ipc/envelope.ts';
import type { Availability, Inbox } from '../../../../shared/models/inbox.ts';
import type { InboxView } from '../../../../shared/models/inbox-view.ts';
import { call } from '../../bridge/bridge.ts';
import { failureOf } from '../../bridge/failure.ts';
import { useLatest } from '../../bridge/stream.ts';
import { announce } from '../../components/announcer.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { Page } from '../../components/page.tsx';
import { EmptyState, Loading, Skeleton } from '../../components/states.tsx';
import { Time } from '../../components/time.tsx';
import { useLateTexts } from '../../i18n/late-texts.ts';
import { AgentList } from './agent-list.tsx';
import { AssignedList } from './assigned-list.tsx';
import { AvailabilityPicker } from './availability-picker.tsx';
import { ConfigurationDialog } from './configuration-dialog.tsx';
import type { InboxParts } from './parts.ts';
import { QueueList } from './queue-list.tsx';
import { SkillLines } from './skill-lines.tsx';
import { texts } from './texts.ts';

interface InboxPageProps {
  readonly tenant: string;
  /** Words and icons of channels, from Live View. */
  readonly parts: InboxParts;
  readonly onOpen: (id: string) => void;
  /** Where the API page says what this instance lacks. */
  readonly onShowReport: () => void;
  readonly onOpenWebApp: () => void;
}

/** The queue for people: what waits, who is there, and what this operator has in hand. */
export function InboxPage({ tenant, parts, onOpen, onShowReport, onOpenWebApp }: InboxPageProps): ReactNode {
  useLateTexts('inbox', texts);
  const { t } = useTranslation('inbox');
  const open = useCallback(
    (api: BridgeApi, on: (batch: Envelope<InboxView>) => void) => api.inbox.state({ tenant }, on),
    [tenant],
  );
  const view = useLatest(open).value;
  const [configuring, setConfiguring] = useState(false);
  const change = useMutation({
    mutationFn: (availability: Availability) => call((api) => api.inbox.setAvailability({ tenant, availability })),
    onSuccess: ({ requeued, kept }) => {
      if (requeued.length + kept.length > 0) announce(t('left', { requeued: requeued.length, kept: kept.length }));
    },
  });
  const inbox = view?.inbox;
  const problem = view?.problem;
  if (inbox === undefined && problem?.detail?.reason === 'not-bound')
    return (
      <Page title={t('title')}>
        <EmptyState
          title={t('unavailable')}
          action={
            <span className="flex gap-2">
              <Button look="primary" onClick={onOpenWebApp}>
                {t('openWebApp')}
              </Button>
              <Button onClick={onShowReport}>{t('showReport')}</Button>
            </span>
          }
        >
          {t('unavailableHelp')}
        </EmptyState>
      </Page>
    );
  return (
    <Page
      title={t('title')}
      width="full"
      summary={
        view?.readAt === undefined ? undefined : (
          <span className={problem === undefined ? '' : 'text-warn'}>
            {t('read')} <Time at={view.readAt} />
          </span>
        )
      }
      actions={
        <>
          <AvailabilityPicker inbox={inbox} busy={change.isPending} onChange={(next) => change.mutate(next)} />
          <Button onClick={() => setConfiguring(true)}>
            <Settings2 className="icon" aria-hidden />
            {t('configure')}
          </Button>
        </>
      }
    >
      {change.error === null ? null : <ErrorPanel failure={failureOf(change.error)} />}
      {problem === undefined ? null : <ErrorPanel failure={problem} />}
      {inbox === undefined && problem === undefined ? (
        <Loading>
          <Skeleton className="h-40 w-full" />
        </Loading>
      ) : null}
      {inbox === undefined ? null : <Read inbox={inbox} tenant={tenant} parts={parts} onOpen={onOpen} />}
      {configuring ? (
        <ConfigurationDialog
          tenant={tenant}
          known={inbox?.skills.map(({ name }) => name) ?? []}
          onClose={() => setConfiguring(false)}
        />
      ) : null}
    </Page>
  );
}

function Read(props: Pick<InboxPageProps, 'tenant' | 'parts' | 'onOpen'> & { readonly inbox: Inbox }): ReactNode {
  const { inbox, tenant, parts, onOpen } = props;
  return (
    <div className="grid grid-cols-1 gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="flex min-w-0 flex-col gap-5">
        <AssignedList assigned={inbox.assigned} tenant={tenant} parts={parts} onOpen={onOpen} />
        <QueueList queue={inbox.queue} parts={parts} onOpen={onOpen} />
      </div>
      <div className="flex min-w-0 flex-col gap-5">
        <SkillLines skills={inbox.skills} parts={parts} />
        <AgentList agents={inbox.agents} me={inbox.me?.userId} />
      </div>
    </div>
  );
}
