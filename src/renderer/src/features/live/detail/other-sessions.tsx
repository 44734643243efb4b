import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationRow } from '../../../../../shared/models/conversation.ts';
import type { RowStore } from '../../../lib/row-store.ts';
import { RiskMark } from '../list/risk-mark.tsx';
import { sessionsOfContact } from '../model/sessions-of-contact.ts';
import { useLiveWords } from '../model/use-live-words.ts';

interface OtherSessionsProps {
  readonly row: ConversationRow;
  readonly rows: Pick<RowStore<ConversationRow>, 'values'>;
  readonly onOpen: (id: string) => void;
}

/** The same contact's other conversations of the last 24 hours that the list knows; a press opens one. */
export function OtherSessions({ row, rows, onOpen }: OtherSessionsProps): ReactNode {
  const { t } = useTranslation('live');
  const words = useLiveWords();
  const { id, display } = row.contact;
  // Looked for when the conversation is opened, not with each event: it costs a pass over all rows.
  const found = useMemo(
    () => sessionsOfContact(rows.values(), row.id, { display, ...(id === undefined ? {} : { id }) }, Date.now()),
    [rows, row.id, id, display],
  );
  if (found.length === 0) return null;
  return (
    <nav
      aria-label={t('others')}
      className="flex max-h-24 flex-wrap items-center gap-1.5 overflow-auto border-t border-line px-4 py-1.5 text-sm"
    >
      <span className="text-fg-2">{t('others')}</span>
      {found.map((other) => (
        <button
          key={other.id}
          type="button"
          onClick={() => onOpen(other.id)}
          className="inline-flex h-6 items-center gap-1.5 rounded-full border border-line-strong px-2.5 hover:bg-hover"
        >
          <RiskMark row={other} words={words} />
          <span className="font-mono">{other.id}</span>
          <span className="text-fg-2">{words.status(other.status)}</span>
        </button>
      ))}
    </nav>
  );
}
