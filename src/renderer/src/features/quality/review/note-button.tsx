import { StickyNote } from 'lucide-react';
import { createContext, type ReactNode, use } from 'react';
import { useTranslation } from 'react-i18next';

interface NotedMessages {
  readonly noted: ReadonlySet<string>;
  readonly add: (message: string) => void;
}

/** The messages of the conversation under review that have notes, and how to write one; undefined where none can be. */
export const NotedMessagesContext = createContext<NotedMessages | undefined>(undefined);

/** Writes a note about one message; it appears with the pointer or the keyboard's focus, and stays where there is one. */
export function NoteButton({ message }: { readonly message: string }): ReactNode {
  const { t } = useTranslation('quality');
  const messages = use(NotedMessagesContext);
  if (messages === undefined) return null;
  const isNoted = messages.noted.has(message);
  return (
    <button
      type="button"
      aria-label={t('addNote')}
      title={t('addNote')}
      onClick={() => messages.add(message)}
      className={`absolute end-0 top-1.5 inline-flex size-6 items-center justify-center rounded-md hover:bg-hover focus-visible:opacity-100 ${isNoted ? 'text-accent' : 'text-fg-2 opacity-0 group-hover/noted:opacity-100'}`}
    >
      <StickyNote className="icon" aria-hidden />
    </button>
  );
}
