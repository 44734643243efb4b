import { useQuery } from '@tanstack/react-query';
import { Copy } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchivedTranscript } from '../../../../../shared/models/archive.ts';
import { call } from '../../../bridge/bridge.ts';
import { failureOf } from '../../../bridge/failure.ts';
import { announce } from '../../../components/announcer.tsx';
import { Button } from '../../../components/button.tsx';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { Loading, Skeleton } from '../../../components/states.tsx';
import type { ConversationParts } from '../parts.ts';

/** The transcript as the instance writes it for reading. */
export function ReadableTab({
  tenant,
  id,
  parts,
}: {
  readonly tenant: string;
  readonly id: string;
  readonly parts: Pick<ConversationParts, 'text'>;
}): ReactNode {
  const readable = useQuery({
    queryKey: ['readable', tenant, id],
    queryFn: () => call((api) => api.archive.readable({ tenant, id })),
    retry: false,
  });
  if (readable.error !== null) return <ErrorPanel failure={failureOf(readable.error)} />;
  if (readable.data === undefined)
    return (
      <Loading>
        <Skeleton className="h-40 w-full" />
      </Loading>
    );
  return <PlainText text={parts.text(readable.data)} />;
}

/** The transcript as the console read it, field by field. */
export function RawTab({
  transcript,
  parts,
}: {
  readonly transcript: ArchivedTranscript;
  readonly parts: Pick<ConversationParts, 'text' | 'contact'>;
}): ReactNode {
  const { display, name } = transcript.conversation.contact;
  const contact = { display: parts.contact(display), ...(name !== undefined && { name: parts.contact(name) }) };
  const shown = { ...transcript, conversation: { ...transcript.conversation, contact } };
  return (
    <PlainText
      text={JSON.stringify(shown, (_key, value) => (typeof value === 'string' ? parts.text(value) : value), 2)}
    />
  );
}

function PlainText({ text }: { readonly text: string }): ReactNode {
  const { t } = useTranslation('conversations');
  const copy = () =>
    call((api) => api.app.copyText({ text }))
      .then(() => announce(t('copied')))
      .catch((thrown: unknown) => announce(failureOf(thrown).message, 'assertive'));
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-2 px-4 py-2">
      <div>
        <Button onClick={() => void copy()}>
          <Copy className="icon" aria-hidden />
          {t('copy')}
        </Button>
      </div>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
        tabIndex={0}
        className="min-h-0 flex-1 overflow-auto rounded-md border border-line bg-bg p-3 font-mono text-xs whitespace-pre-wrap select-text"
      >
        {text}
      </pre>
    </div>
  );
}
