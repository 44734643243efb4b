import { useLocation } from '@tanstack/react-router';
import { Link2, PictureInPicture2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { conversationLink } from '../../../shared/models/deep-link.ts';
import { useActions } from '../actions/offered.ts';
import { useKeysOf } from '../actions/use-action-keys.ts';
import { call } from '../bridge/bridge.ts';
import { failureOf } from '../bridge/failure.ts';
import { announce, say } from '../components/announcer.tsx';
import { IconButton } from '../components/button.tsx';
import { useConversationPlace } from './conversation-place.tsx';
import { RevealButton } from './reveal-button.tsx';

const tell = (thrown: unknown) => announce(failureOf(thrown).message, 'assertive');

/** Copies the link to the conversation shown, and opens it in a window of its own. */
export function ConversationLinks(): ReactNode {
  const { t } = useTranslation('tornOff');
  const place = useConversationPlace();
  const keys = useKeysOf('conversation.copyLink');
  const copyLink = () => {
    if (place !== undefined) copy(conversationLink({ tenant: place.tenant, id: place.id }), t('linkCopied'));
  };
  useActions(() =>
    place === undefined ? [] : [{ id: 'conversation.copyLink', group: 'conversation', run: copyLink }],
  );
  if (place === undefined) return null;
  const { tenant, id } = place;
  return (
    <>
      <IconButton label={t('copyLink')} shortcut={keys} onClick={copyLink}>
        <Link2 className="icon" aria-hidden />
      </IconButton>
      <TearOff tenant={tenant} id={id} />
    </>
  );
}

function TearOff({ tenant, id }: { readonly tenant: string; readonly id: string }): ReactNode {
  const { t } = useTranslation('tornOff');
  const isTorn = useLocation({ select: ({ pathname }) => pathname }).startsWith('/torn/');
  const keys = useKeysOf('conversation.tearOff');
  const tearOff = () => void call((api) => api.windows.tearOff({ tenant, id })).catch(tell);
  useActions(() => (isTorn ? [] : [{ id: 'conversation.tearOff', group: 'conversation', run: tearOff }]));
  // A window of its own has no top bar to hold the eye.
  if (isTorn) return <RevealButton />;
  return (
    <IconButton label={t('tearOff')} shortcut={keys} onClick={tearOff}>
      <PictureInPicture2 className="icon" aria-hidden />
    </IconButton>
  );
}

/** Copies the link to one message of the conversation shown; it appears with the pointer or the keyboard's focus. */
export function MessageLink({ message }: { readonly message: string }): ReactNode {
  const { t } = useTranslation('tornOff');
  const place = useConversationPlace();
  if (place === undefined) return null;
  const { tenant, id } = place;
  return (
    <button
      type="button"
      aria-label={t('copyMessageLink')}
      title={t('copyMessageLink')}
      onClick={() => copy(conversationLink({ tenant, id, message }), t('linkCopied'))}
      className="ms-1 inline-flex size-4 items-center justify-center rounded-sm align-text-bottom opacity-0 group-hover:opacity-100 hover:bg-hover focus-visible:opacity-100"
    >
      <Link2 className="size-3" aria-hidden />
    </button>
  );
}

function copy(text: string, done: string): void {
  call((api) => api.app.copyText({ text })).then(() => say(done), tell);
}
