import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationRow } from '../../../../../shared/models/conversation.ts';
import { Button } from '../../../components/button.tsx';
import { exactTime, timeOfDay } from '../../../components/time.tsx';
import type { RowStore } from '../../../lib/row-store.ts';
import { PlatformIcon } from '../list/platform-label.tsx';
import type { ServerClock } from '../model/server-clock.ts';
import { useLiveWords } from '../model/use-live-words.ts';
import { useContactSessions } from './use-contact-sessions.ts';

interface OtherSessionsProps {
  readonly tenant: string;
  readonly row: ConversationRow;
  readonly rows: Pick<RowStore<ConversationRow>, 'values'> | undefined;
  readonly clock: ServerClock;
  readonly timeZone: string | undefined;
  readonly onOpen: (id: string) => void;
}

/** The same contact's other conversations of the last 24 hours; a press opens one. */
export function OtherSessions({ tenant, row, rows, clock, timeZone, onOpen }: OtherSessionsProps): ReactNode {
  const { t, i18n } = useTranslation('live');
  const words = useLiveWords();
  const { found, failed, retry } = useContactSessions(tenant, row, rows, () => clock.from(Date.now()));
  if (found.length === 0 && !failed) return null;
  return (
    <nav aria-label={t('others')} className="flex-none border-t border-line px-4 py-1.5 text-sm">
      <h3 className="text-xs font-semibold text-fg-2">{t('others')}</h3>
      <ul className="max-h-24 overflow-auto">
        {found.map((other) => (
          <li key={other.id}>
            <button
              type="button"
              onClick={() => onOpen(other.id)}
              className="-mx-1.5 flex w-[calc(100%+0.75rem)] items-center gap-2 rounded-md px-1.5 py-0.5 text-start hover:bg-hover"
            >
              <PlatformIcon platform={other.platform} />
              <span className="font-mono">{other.id}</span>
              <span className="min-w-0 flex-1 truncate text-fg-2">
                {[words.status(other.status), other.flow?.name].filter((part) => part !== undefined).join(' · ')}
              </span>
              {other.startedAt === undefined ? null : (
                <time
                  dateTime={new Date(other.startedAt).toISOString()}
                  title={t('detail.serverTime', { time: exactTime(other.startedAt, i18n.language, timeZone) })}
                  className="text-fg-3"
                >
                  {timeOfDay(other.startedAt, i18n.language, timeZone)}
                </time>
              )}
            </button>
          </li>
        ))}
      </ul>
      {failed ? (
        <p className="flex items-center gap-2 text-fg-2">
          {t('othersFailed')}
          <Button look="quiet" className="h-6!" onClick={retry}>
            {t('tryAgain')}
          </Button>
        </p>
      ) : null}
    </nav>
  );
}
