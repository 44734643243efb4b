import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../shared/models/failure.ts';
import type { Assignment } from '../../../../shared/models/inbox.ts';
import { call } from '../../bridge/bridge.ts';
import { BridgeFailure } from '../../bridge/failure.ts';
import { Button } from '../../components/button.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { Section } from '../../components/page.tsx';
import type { InboxParts } from './parts.ts';
import { RequeueDialog } from './requeue-dialog.tsx';
import { Since } from './since.tsx';
import { useInboxAct } from './use-inbox-act.ts';
import { WrapUpDialog } from './wrap-up-dialog.tsx';

interface AssignedListProps {
  readonly tenant: string;
  readonly assigned: readonly Assignment[];
  /** Skills of the tenant. */
  readonly skills: readonly string[];
  readonly skewMs: number | undefined;
  readonly parts: InboxParts;
  readonly onOpen: (id: string) => void;
}

/** What this operator has in hand: open chats and emails, calls that ring elsewhere, what is to be wrapped up. */
export function AssignedList({ tenant, assigned, skills, skewMs, parts, onOpen }: AssignedListProps): ReactNode {
  const { t } = useTranslation('inbox');
  const { busy, act } = useInboxAct();
  const [failure, setFailure] = useState<Failure>();
  const [wrapping, setWrapping] = useState<string>();
  const [giving, setGiving] = useState<string>();
  const lacks = (operation: 'inbox.end' | 'inbox.wrapUp' | 'inbox.requeue') =>
    parts.isMissing(operation) ? t('missing') : undefined;
  const end = async (id: string) => {
    setFailure(undefined);
    setFailure(await act(id, () => call((api) => api.inbox.end({ tenant, id })), t('ended')));
  };
  return (
    <Section title={t('assigned')}>
      {failure === undefined ? null : <ErrorPanel failure={failure} />}
      {assigned.length === 0 ? <p className="text-fg-2">{t('noneAssigned')}</p> : null}
      <ul aria-label={t('assigned')} className="flex flex-col">
        {assigned.map(({ id, platform, contact, state, routedBy, since }) => (
          <li
            key={id}
            className="flex flex-wrap items-center gap-3 border-b border-line py-1.5 last:border-b-0"
            data-assignment={state}
          >
            <parts.PlatformIcon platform={platform} />
            <span className="sr-only">{parts.platform(platform)}</span>
            <span className="min-w-32 flex-1 truncate">{parts.contact(contact.display)}</span>
            <span className={state === 'wrap-up' ? 'text-warn' : 'text-fg-2'}>
              {state === 'ringing' || state === 'open' || state === 'wrap-up' ? t(`assignment.${state}`) : state}
              {routedBy === 'agent' ? ` · ${t('own')}` : ''}
            </span>
            <Since at={since} skewMs={skewMs} duration={parts.duration} />
            {state === 'ringing' ? <span className="w-full text-sm text-fg-2">{t('voiceElsewhere')}</span> : null}
            {state === 'open' ? (
              <span className="ms-auto flex gap-2">
                <Button look="primary" onClick={() => onOpen(id)}>
                  {t('open')}
                </Button>
                <Button disabledReason={lacks('inbox.requeue')} busy={busy === id} onClick={() => setGiving(id)}>
                  {t('requeueAsk')}
                </Button>
                <Button disabledReason={lacks('inbox.end')} busy={busy === id} onClick={() => void end(id)}>
                  {t('end')}
                </Button>
              </span>
            ) : null}
            {state === 'wrap-up' ? (
              <Button
                look="primary"
                disabledReason={lacks('inbox.wrapUp')}
                busy={busy === id}
                onClick={() => setWrapping(id)}
              >
                {t('wrapUpAsk')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {wrapping === undefined ? null : (
        <WrapUpDialog
          tenant={tenant}
          id={wrapping}
          onWrapUp={(notes) =>
            act(wrapping, () => call((api) => api.inbox.wrapUp({ tenant, id: wrapping, ...notes })), t('wrappedUp'))
          }
          onClose={() => setWrapping(undefined)}
        />
      )}
      {giving === undefined ? null : (
        <RequeueDialog
          known={skills}
          onRequeue={async (wanted) => {
            const given = { tenant, id: giving, ...(wanted === undefined ? {} : { skills: [...wanted] }) };
            const refused = await act(giving, () => call((api) => api.inbox.requeue(given)), t('requeued'));
            if (refused !== undefined) throw new BridgeFailure(refused);
          }}
          onClose={() => setGiving(undefined)}
        />
      )}
    </Section>
  );
}
