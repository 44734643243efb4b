import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActResult } from '../../../../shared/models/act.ts';
import type { Failure } from '../../../../shared/models/failure.ts';
import type { Assignment } from '../../../../shared/models/inbox.ts';
import { call } from '../../bridge/bridge.ts';
import { failureOf } from '../../bridge/failure.ts';
import { announce } from '../../components/announcer.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { Section } from '../../components/page.tsx';
import type { InboxParts } from './parts.ts';
import { Since } from './since.tsx';
import { WrapUpDialog } from './wrap-up-dialog.tsx';

interface AssignedListProps {
  readonly tenant: string;
  readonly assigned: readonly Assignment[];
  readonly parts: InboxParts;
  readonly onOpen: (id: string) => void;
}

/** What this operator has in hand: open chats and emails, calls that ring elsewhere, what is to be wrapped up. */
export function AssignedList({ tenant, assigned, parts, onOpen }: AssignedListProps): ReactNode {
  const { t } = useTranslation('inbox');
  const [busy, setBusy] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const [wrapping, setWrapping] = useState<string>();
  const act = async (id: string, doing: () => Promise<ActResult<unknown>>, done: string) => {
    setBusy(id);
    setFailure(undefined);
    try {
      const result = await doing();
      if (result.outcome === 'done') announce(done);
      else setFailure(result.failure);
    } catch (thrown) {
      setFailure(failureOf(thrown));
    }
    setBusy(undefined);
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
            <span className="min-w-32 flex-1 truncate">{parts.contact(contact.display)}</span>
            <span className={state === 'wrap-up' ? 'text-warn' : 'text-fg-2'}>
              {state === 'ringing' || state === 'open' || state === 'wrap-up' ? t(`assignment.${state}`) : state}
              {routedBy === 'agent' ? ` · ${t('own')}` : ''}
            </span>
            <Since at={since} duration={parts.duration} />
            {state === 'ringing' ? <span className="text-sm text-fg-3">{t('voiceElsewhere')}</span> : null}
            {state === 'open' ? (
              <>
                <Button look="primary" onClick={() => onOpen(id)}>
                  {t('open')}
                </Button>
                <Button
                  busy={busy === id}
                  onClick={() => void act(id, () => call((api) => api.inbox.requeue({ tenant, id })), t('requeued'))}
                >
                  {t('requeue')}
                </Button>
                <Button
                  busy={busy === id}
                  onClick={() => void act(id, () => call((api) => api.inbox.end({ tenant, id })), t('ended'))}
                >
                  {t('end')}
                </Button>
              </>
            ) : null}
            {state === 'wrap-up' ? (
              <Button look="primary" busy={busy === id} onClick={() => setWrapping(id)}>
                {t('wrapUp')}
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
            void act(
              wrapping,
              () => call((api) => api.inbox.wrapUp({ tenant, id: wrapping, ...notes })),
              t('wrappedUp'),
            )
          }
          onClose={() => setWrapping(undefined)}
        />
      )}
    </Section>
  );
}
