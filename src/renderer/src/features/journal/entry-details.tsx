import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { JournalEntry, JournalPicture } from '../../../../shared/models/journal.ts';
import { exactTime } from '../../components/time.tsx';

/** All that the journal knows of an entry: each step with its time, the pictures before and after, what differed, the answer. */
export function EntryDetails({ entry }: { readonly entry: JournalEntry }): ReactNode {
  const { t, i18n } = useTranslation('journal');
  const { phases, expected, before, after, differences, answer } = entry;
  const picture = ({ status, handlerKind, handlerName, revision }: JournalPicture) =>
    [status, handlerName ?? handlerKind, revision === undefined ? undefined : t('revision', { revision })]
      .filter((part) => part !== undefined)
      .join(' · ');
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('seen'), expected === undefined ? undefined : picture(expected)],
    [t('before'), before === undefined ? undefined : picture(before)],
    [t('after'), after === undefined ? undefined : picture(after)],
    [t('differed'), differences.map((one) => `${one.field}: ${one.before} → ${one.now}`).join('; ')],
    [t('text'), entry.textLength === undefined ? undefined : t('characters', { count: entry.textLength })],
    [t('note'), entry.noteLength === undefined ? undefined : t('characters', { count: entry.noteLength })],
    [t('contact'), entry.internalContactId],
    [t('particulars'), particulars(entry.facts)],
    [t('request'), answer?.requestId],
    [t('all'), entry.conversations.length > 1 ? entry.conversations.join(', ') : undefined],
    [t('hold'), entry.hold],
    [t('entry'), entry.id],
  ];
  return (
    <details>
      <summary className="w-fit cursor-pointer text-sm text-fg-2">{t('details')}</summary>
      <ol className="text-sm">
        {phases.map(({ seq, phase, at }) => (
          <li key={seq}>
            <span className="text-fg-3">{t('number', { seq })}</span> {t(`phases.${phase}`)}{' '}
            <span className="text-fg-3">{exactTime(at, i18n.language)}</span>
          </li>
        ))}
      </ol>
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3 text-sm">
        {facts.map(([name, value]) =>
          value === undefined || value === '' ? null : (
            <div key={name} className="contents">
              <dt className="text-fg-3">{name}</dt>
              <dd className="break-words">{value}</dd>
            </div>
          ),
        )}
      </dl>
    </details>
  );
}

/** By the names that they have in an export of the journal, so that the two can be compared. */
function particulars(facts: JournalEntry['facts'] = {}): string {
  return Object.entries(facts)
    .map(([name, value]) => `${name}: ${value}`)
    .join(' · ');
}
