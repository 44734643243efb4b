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
import { PresenceLine } from './presence-line.tsx';
import { QueueList } from './queue-list.tsx';
import { SkillLines } from './skill-lines.tsx';
import { texts } from './texts.ts';

/** Without one of these the inbox can only be looked at, in part. */
const LEAVING = ['inbox.setAvailability', 'inbox.end', 'inbox.wrapUp', 'inbox.requeue'] as const;

const openWebApp = () =>
  void call((api) => api.app.openWebApp()).catch((thrown: unknown) => announce(failureOf(thrown).message, 'assertive'));

interface InboxPageProps {
  readonly tenant: string;
  /** Words and icons of channels, from Live View. */
  readonly parts: InboxParts;
  readonly onOpen: (id: string) => void;
  /** Where the API page says what this instance lacks. */
  readonly onShowReport: () => void;
}

/** The queue for people: what waits, who is there, and what this operator has in hand. */
export function InboxPage({ tenant, parts, onOpen, onShowReport }: InboxPageProps): ReactNode {
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
              <Button look="primary" onClick={openWebApp}>
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
          <AvailabilityPicker
            inbox={inbox}
            busy={change.isPending}
            missing={parts.isMissing('inbox.setAvailability')}
            onChange={(next) => change.mutate(next)}
          />
          <Button
            disabledReason={parts.isMissing('inbox.configuration') ? t('missing') : undefined}
            onClick={() => setConfiguring(true)}
          >
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
      {inbox === undefined || view === undefined ? null : (
        <Read view={view} inbox={inbox} tenant={tenant} parts={parts} onOpen={onOpen} />
      )}
      {configuring ? (
        <ConfigurationDialog
          tenant={tenant}
          known={inbox?.skills.map(({ name }) => name) ?? []}
          canSave={!parts.isMissing('inbox.configure')}
          onClose={() => setConfiguring(false)}
        />
      ) : null}
    </Page>
  );
}

interface ReadProps extends Pick<InboxPageProps, 'tenant' | 'parts' | 'onOpen'> {
  readonly view: InboxView;
  readonly inbox: Inbox;
}

function Read({ view, inbox, tenant, parts, onOpen }: ReadProps): ReactNode {
  const { t } = useTranslation('inbox');
  const { skewMs } = view;
  return (
    <>
      <PresenceLine presence={view.presence} me={inbox.me} onOpenWebApp={openWebApp} />
      {LEAVING.some(parts.isMissing) ? (
        <p className="text-sm text-warn">
          {t('partly')}{' '}
          <Button look="quiet" className="text-accent!" onClick={openWebApp}>
            {t('openWebApp')}
          </Button>
        </p>
      ) : null}
      <div className="grid grid-cols-1 gap-5 xl:grid-cols-[minmax(0,5fr)_minmax(0,4fr)]">
        <div className="flex min-w-0 flex-col gap-5">
          <AssignedList
            assigned={inbox.assigned}
            skills={inbox.skills.map(({ name }) => name)}
            skewMs={skewMs}
            tenant={tenant}
            parts={parts}
            onOpen={onOpen}
          />
          <QueueList queue={inbox.queue} mine={inbox.me?.skills} skewMs={skewMs} parts={parts} onOpen={onOpen} />
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <SkillLines skills={inbox.skills} skewMs={skewMs} parts={parts} />
          <AgentList agents={inbox.agents} me={inbox.me?.userId} />
        </div>
      </div>
    </>
  );
}
