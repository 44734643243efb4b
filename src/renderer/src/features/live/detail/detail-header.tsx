import { Columns2, Flag, Pin, PinOff, X } from 'lucide-react';
import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type ConversationRow, topSentiments } from '../../../../../shared/models/conversation.ts';
import { ConversationLinks } from '../../../app/conversation-links.tsx';
import { useMask } from '../../../app/use-mask.ts';
import { IconButton } from '../../../components/button.tsx';
import { Chip } from '../../../components/chip.tsx';
import { exactTime, timeOfDay } from '../../../components/time.tsx';
import { formatDuration } from '../../../lib/format.ts';
import { Ticking } from '../../../lib/ticking.tsx';
import { PlatformIcon } from '../list/platform-label.tsx';
import { RiskMark } from '../list/risk-mark.tsx';
import type { ServerClock } from '../model/server-clock.ts';
import { useLiveWords } from '../model/use-live-words.ts';
import { Company } from './company.tsx';

interface DetailHeaderProps {
  readonly row: ConversationRow;
  readonly me: string;
  readonly clock: ServerClock;
  readonly timeZone: string | undefined;
  readonly headingId: string;
  /** Whether the flow stands beside the transcript now, and what changes that; undefined where the window decides. */
  readonly beside: boolean;
  readonly onWiden: (() => void) | undefined;
  readonly pinned: boolean | undefined;
  readonly onPin: (() => void) | undefined;
  readonly onClose: () => void;
}

/** Who, how risky, where it stands and since when. */
export function DetailHeader(props: DetailHeaderProps): ReactNode {
  const { row, me, clock, timeZone, headingId, beside, onWiden, pinned = false, onPin, onClose } = props;
  const { t } = useTranslation('live');
  const words = useLiveWords();
  const mask = useMask();
  const contact = mask.contact(row.contact.display);
  const place = [row.flow?.name, row.state].filter((part) => part !== undefined).join(' › ');
  return (
    <header className="flex flex-col gap-1 border-b border-line px-4 pt-3 pb-2.5">
      <div className="flex items-center gap-2">
        <PlatformIcon platform={row.platform} />
        <h2 id={headingId} className="min-w-0 truncate text-lg font-semibold select-text" title={contact}>
          {contact}
        </h2>
        <span className="flex-1" />
        <div className="-me-1.5 flex flex-none">
          {onPin === undefined ? null : (
            <IconButton
              label={t(pinned ? 'detail.unpin' : 'detail.pin')}
              shortcut="P"
              aria-pressed={pinned}
              onClick={onPin}
            >
              {pinned ? <PinOff className="icon" aria-hidden /> : <Pin className="icon" aria-hidden />}
            </IconButton>
          )}
          <ConversationLinks />
          {onWiden === undefined ? null : (
            <IconButton label={t(beside ? 'detail.narrow' : 'detail.widen')} aria-pressed={beside} onClick={onWiden}>
              <Columns2 className="icon" aria-hidden />
            </IconButton>
          )}
          <IconButton label={t('detail.close')} shortcut="Esc" onClick={onClose}>
            <X className="icon" aria-hidden />
          </IconButton>
        </div>
      </div>
      {row.contact.name === undefined || row.contact.name === row.contact.display ? null : (
        <p className="select-text">{mask.name(row.contact.name)}</p>
      )}
      <p className="text-fg-2 select-text">
        {[words.platform(row.platform), words.direction(row.direction), words.status(row.status), place]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      <p className="text-sm text-fg-2">
        <DetailDuration row={row} clock={clock} />
        <Started at={row.startedAt} timeZone={timeZone} />
        {row.sessions24h === undefined ? null : <> · {t('detail.sessions', { count: row.sessions24h })}</>}
      </p>
      <div className="mt-0.5 flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <RiskMark risk={row.risk} words={words} />
        {row.flagged ? (
          <Chip tone="warn">
            <Flag className="size-3" aria-hidden />
            {t('detail.flagged')}
          </Chip>
        ) : null}
        <Company row={row} me={me} />
        <Feelings row={row} />
      </div>
    </header>
  );
}

function DetailDuration({ row, clock }: { readonly row: ConversationRow; readonly clock: ServerClock }): ReactNode {
  const { startedAt, endedAt } = row;
  const at = useCallback(
    (now: number) => (startedAt === undefined ? '' : formatDuration((endedAt ?? clock.from(now)) - startedAt)),
    [startedAt, endedAt, clock],
  );
  return <Ticking at={at} className="text-fg" />;
}

function Started({
  at,
  timeZone,
}: {
  readonly at: number | undefined;
  readonly timeZone: string | undefined;
}): ReactNode {
  const { t, i18n } = useTranslation('live');
  if (at === undefined) return null;
  return (
    <>
      {' · '}
      <time
        dateTime={new Date(at).toISOString()}
        title={t('detail.serverTime', { time: exactTime(at, i18n.language, timeZone) })}
      >
        {t('detail.started', { time: timeOfDay(at, i18n.language, timeZone) })}
      </time>
    </>
  );
}

function Feelings({ row }: { readonly row: ConversationRow }): ReactNode {
  const { t } = useTranslation('live');
  const words = useLiveWords();
  const top = topSentiments(row.sentiments);
  if (top.length === 0) return null;
  return (
    <ul aria-label={t('detail.sentiments')} className="flex flex-wrap gap-1.5">
      {top.map(({ name, score }) => (
        <li key={name}>
          <Chip>
            {words.sentiment(name)} <span className="text-fg-2">{words.score(score)}</span>
          </Chip>
        </li>
      ))}
    </ul>
  );
}
