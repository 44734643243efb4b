import { type ReactNode, useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { ArchivedTranscript } from '../../../../../shared/models/archive.ts';
import { exactTime, secondOfDay } from '../../../components/time.tsx';
import type { ConversationParts, TimelineItem } from '../parts.ts';
import './print.css';

export interface PrintSheetProps {
  readonly transcript: ArchivedTranscript;
  readonly items: readonly TimelineItem[];
  readonly parts: ConversationParts;
  readonly timeZone: string | undefined;
  /** Which it is of how many on the same paper. */
  readonly place?: { readonly nth: number; readonly of: number };
  /** All of it is in the page: it can be printed. */
  readonly onReady: () => void;
}

/**
 * A transcript as it is put on paper, whole: what is on the screen holds only what is looked at. It stands beside the
 * console's own page, which stays off the paper meanwhile.
 */
export function PrintSheet({ transcript, items, parts, timeZone, place, onReady }: PrintSheetProps): ReactNode {
  const { t, i18n } = useTranslation('conversations');
  const { conversation } = transcript;
  const { id, contact, startedAt, endedAt, tags } = conversation;
  useEffect(onReady, [onReady]);
  const when = (at: number | undefined) => (at === undefined ? '–' : exactTime(at, i18n.language, timeZone));
  const facts: readonly (readonly [string, string])[] = [
    [t('columns.contact'), parts.contact(contact.display)],
    [
      t('columns.platform'),
      `${parts.words.platform(conversation.platform)} · ${parts.words.direction(conversation.direction)}`,
    ],
    [t('columns.status'), parts.words.status(conversation.status)],
    [t('columns.flow'), conversation.flow?.name ?? '–'],
    [t('columns.date'), when(startedAt)],
    [t('ended'), when(endedAt)],
    [
      t('columns.tags'),
      tags.map(({ name, value }) => (value === undefined ? name : `${name}:${value}`)).join(', ') || '–',
    ],
  ];
  return createPortal(
    <article className="print-sheet" lang={i18n.language}>
      <h1>
        {t('printTitle', { id })}
        {place === undefined ? null : <small>{t('printPlace', place)}</small>}
      </h1>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ol>
        {items.map((item) => (
          <PrintedLine
            key={item.key}
            item={item}
            parts={parts}
            time={(at) => (at === undefined ? '' : secondOfDay(at, i18n.language, timeZone))}
          />
        ))}
      </ol>
      <footer>{t('printed', { time: exactTime(Date.now(), i18n.language, timeZone) })}</footer>
    </article>,
    document.body,
  );
}

function PrintedLine(props: {
  readonly item: TimelineItem;
  readonly parts: ConversationParts;
  readonly time: (at: number | undefined) => string;
}): ReactNode {
  const { item, parts, time } = props;
  const { t } = useTranslation('conversations');
  switch (item.kind) {
    case 'message': {
      const { role, roleLabel, author, text, notText, at } = item.message;
      const who = roleLabel ?? t(`speakers.${role}`);
      return (
        <li data-role={role}>
          <time>{time(at)}</time>
          <strong>{author === undefined || role !== 'csr' ? who : `${who} · ${author}`}</strong>
          <p dir="auto">
            {notText === undefined ? null : `${t('printedNotText', { kind: notText })} `}
            {parts.text(text)}
          </p>
        </li>
      );
    }
    case 'call':
      return (
        <li data-role="call">
          <time>{time(item.call.startedAt)}</time>
          <strong>{t('printedCall')}</strong>
          <p>
            {item.call.name} ·{' '}
            {item.call.error === undefined
              ? (item.call.statusLabel ?? t(`printedStates.${item.call.status}`))
              : parts.text(item.call.error)}
          </p>
        </li>
      );
    case 'transition':
      return (
        <li data-role="transition">
          <time>{time(item.transition.at)}</time>
          <strong>{t('printedStep')}</strong>
          <p>{item.transition.to === '' ? item.transition.event : `${item.transition.from} → ${item.transition.to}`}</p>
        </li>
      );
  }
}
