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
      {/* A table for its head alone: paper repeats it on each page that the conversation goes on to. */}
      <table>
        <colgroup>
          <col />
          <col />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th colSpan={3}>
              <h1>
                <span>{t('printTitle', { id })}</span>
                {place === undefined ? null : <small>{t('printPlace', place)}</small>}
              </h1>
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td colSpan={3}>
              <dl>
                {facts.map(([name, value]) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
            </td>
          </tr>
          {items.map((item) => (
            <PrintedItem
              key={item.key}
              item={item}
              parts={parts}
              time={(at) => (at === undefined ? '' : secondOfDay(at, i18n.language, timeZone))}
            />
          ))}
        </tbody>
      </table>
      <footer>{t('printed', { time: exactTime(Date.now(), i18n.language, timeZone) })}</footer>
    </article>,
    document.body,
  );
}

function PrintedItem(props: {
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
        <PrintedLine
          kind={role}
          time={time(at)}
          who={author === undefined || role !== 'csr' ? who : `${who} · ${author}`}
        >
          {notText === undefined ? null : `${t('printedNotText', { kind: notText })} `}
          {parts.text(text)}
        </PrintedLine>
      );
    }
    case 'call': {
      const { name, startedAt, error, status, statusLabel } = item.call;
      return (
        <PrintedLine kind="call" time={time(startedAt)} who={t('printedCall')}>
          {name} · {error === undefined ? (statusLabel ?? t(`printedStates.${status}`)) : parts.text(error)}
        </PrintedLine>
      );
    }
    case 'transition': {
      const { at, from, to, event } = item.transition;
      return (
        <PrintedLine kind="transition" time={time(at)} who={t('printedStep')}>
          {to === '' ? event : `${from} → ${to}`}
        </PrintedLine>
      );
    }
  }
}

function PrintedLine(props: {
  readonly kind: string;
  readonly time: string;
  readonly who: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <tr data-role={props.kind}>
      <td>
        <time>{props.time}</time>
      </td>
      <th scope="row">{props.who}</th>
      <td>
        <p dir="auto">{props.children}</p>
      </td>
    </tr>
  );
}
