import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { JournalEntry } from '../../../../shared/models/journal.ts';
import { Time } from '../../components/time.tsx';
import { EntryDetails } from './entry-details.tsx';
import { ACTIONS, outcomeOf } from './entry-words.ts';

const TONES = {
  done: 'text-ok',
  refused: 'text-warn',
  unknown: 'text-danger',
  undone: 'text-fg-2',
  'not-sent': 'text-fg-2',
  open: 'text-warn',
} as const;

const CELL = 'border-b border-line px-2 py-1.5 text-start align-top';

/** The entries, newest first: who did what to which conversation, what was on screen, what came of it. */
export function EntryTable({ entries }: { readonly entries: readonly JournalEntry[] }): ReactNode {
  const { t } = useTranslation('journal');
  const titles = [t('when'), t('who'), t('action'), t('conversation'), t('seen'), t('outcome'), t('answer')];
  return (
    <table aria-label={t('title')} className="w-full border-collapse select-text">
      <thead>
        <tr>
          {titles.map((title) => (
            <th key={title} scope="col" className={`${CELL} text-xs text-fg-2`}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </tbody>
    </table>
  );
}

function Entry({ entry }: { readonly entry: JournalEntry }): ReactNode {
  const { t } = useTranslation('journal');
  const outcome = outcomeOf(entry);
  const { expected, answer, conversations } = entry;
  return (
    <tr data-entry={entry.id}>
      <td className={`${CELL} whitespace-nowrap`}>
        <Time at={entry.at} />
      </td>
      <td className={CELL}>{entry.actor?.name ?? entry.actor?.id}</td>
      <td className={CELL}>
        <Action entry={entry} />
        <EntryDetails entry={entry} />
      </td>
      <td className={`${CELL} font-mono text-sm`}>
        {conversations.length > 1 ? t('conversations', { count: conversations.length }) : conversations[0]}
      </td>
      <td className={`${CELL} text-fg-2`}>
        {entry.sealed
          ? t('sealed')
          : [expected?.status, expected?.handlerName ?? expected?.handlerKind]
              .filter((part) => part !== undefined)
              .join(' · ')}
      </td>
      <td className={`${CELL} whitespace-nowrap ${outcome === undefined ? '' : TONES[outcome]}`}>
        {outcome === undefined ? null : t(`outcomes.${outcome}`)}
        {entry.tookMs === undefined ? null : (
          <span className="text-sm text-fg-3"> {t('took', { value: Math.round(entry.tookMs) })}</span>
        )}
      </td>
      <td className={`${CELL} text-sm text-fg-2`}>
        {[answer?.status, answer?.code, answer?.reason, answer?.takenBy?.name]
          .filter((part) => part !== undefined)
          .join(' · ')}
      </td>
    </tr>
  );
}

function Action({ entry }: { readonly entry: JournalEntry }): ReactNode {
  const { t } = useTranslation('journal');
  if (entry.kind === 'mark') {
    return (
      <>
        {t('mark')} <span className="font-mono text-sm text-fg-2">{entry.action}</span>
      </>
    );
  }
  const known = ACTIONS.find((action) => action === entry.action);
  return (
    <>
      {known === undefined ? entry.action : t(`actions.${known}`)}
      {entry.kind === 'hold' ? <span className="text-fg-3"> · {t('held')}</span> : null}
    </>
  );
}
