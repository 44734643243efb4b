import { useLocation } from '@tanstack/react-router';
import { Link2, PictureInPicture2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { conversationLink } from '../../../shared/models/deep-link.ts';
import { call } from '../bridge/bridge.ts';
import { failureOf } from '../bridge/failure.ts';
import { announce, say } from '../components/announcer.tsx';
import { IconButton } from '../components/button.tsx';
import { useConversationPlace } from './conversation-place.tsx';

const tell = (thrown: unknown) => announce(failureOf(thrown).message, 'assertive');

/** Copies the link to the conversation shown, and opens it in a window of its own. */
export function ConversationLinks(): ReactNode {
  const { t } = useTranslation('tornOff');
  const place = useConversationPlace();
  if (place === undefined) return null;
  const { tenant, id } = place;
  return (
    <>
      <IconButton label={t('copyLink')} onClick={() => copy(conversationLink({ tenant, id }), t('linkCopied'))}>
        <Link2 className="icon" aria-hidden />
      </IconButton>
      <TearOff tenant={tenant} id={id} />
    </>
  );
}

function TearOff({ tenant, id }: { readonly tenant: string; readonly id: string }): ReactNode {
  const { t } = useTranslation('tornOff');
  const path = useLocation({ select: ({ pathname }) => pathname });
  if (path.startsWith('/torn/')) return null;
  return (
    <IconButton
      label={t('tearOff')}
      onClick={() => void call((api) => api.windows.tearOff({ tenant, id })).catch(tell)}
    >
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
