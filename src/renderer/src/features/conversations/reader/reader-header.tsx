import { Flag, FlagOff, Pin, Siren, Tags } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Conversation, topSentiments } from '../../../../../shared/models/conversation.ts';
import { call } from '../../../bridge/bridge.ts';
import { failureOf } from '../../../bridge/failure.ts';
import { announce } from '../../../components/announcer.tsx';
import { Button, IconButton } from '../../../components/button.tsx';
import { Chip } from '../../../components/chip.tsx';
import { Clocks } from '../../../components/clocks.tsx';
import { exactTime } from '../../../components/time.tsx';
import { Tooltip } from '../../../components/tooltip.tsx';
import { formatDuration } from '../../../lib/format.ts';
import { durationOf } from '../list/columns.tsx';
import type { ConversationParts } from '../parts.ts';
import { ReportDialog } from './report-dialog.tsx';
import { TagDialog } from './tag-editor.tsx';
import type { Review } from './use-review.ts';

interface ReaderHeaderProps {
  readonly tenant: string;
  readonly conversation: Conversation;
  readonly parts: ConversationParts;
  /** Zones that its times are told in, besides the operator's. */
  readonly clocks: { readonly contactZone: string | undefined; readonly tenantZone: string | undefined };
  readonly review: Review;
  /** Why nothing can be done with it any more. */
  readonly disabledReason: string | undefined;
  /** Stand behind the other buttons. */
  readonly buttons: ReactNode;
}

/** Who, when, how it ended, and what can be done with it. */
export function ReaderHeader(props: ReaderHeaderProps): ReactNode {
  const { tenant, conversation, parts, clocks, review, disabledReason, buttons } = props;
  const { t, i18n } = useTranslation('conversations');
  const [dialog, setDialog] = useState<'tags' | 'report'>();
  const { words, PlatformIcon, RiskGlyph, riskTone } = parts;
  const { id, platform, contact, status, flow, risk, startedAt, flagged, revision, tags } = conversation;
  const duration = durationOf(conversation);
  const facts = [
    words.platform(platform),
    words.direction(conversation.direction),
    words.status(status),
    flow?.name,
    duration === undefined ? undefined : formatDuration(duration),
  ];
  const tell = (doing: Promise<unknown>, done: string) =>
    void doing.then(() => announce(done)).catch((thrown: unknown) => announce(failureOf(thrown).message, 'assertive'));
  return (
    <header className="flex flex-col gap-1.5 border-b border-line px-4 pb-2.5">
      <div className="flex items-center gap-2">
        <PlatformIcon platform={platform} />
        <h2 className="min-w-0 truncate text-lg font-semibold select-text">{parts.contact(contact.display)}</h2>
        {risk === undefined ? null : (
          <span className={`flex items-center gap-1 font-semibold ${riskTone(risk.level)}`}>
            <RiskGlyph level={risk.level} />
            {words.riskLevel(risk.level)}
          </span>
        )}
        {flagged ? <Flag className="icon text-warn" aria-label={t('flagged')} /> : null}
      </div>
      <p className="text-sm text-fg-2">
        {facts.filter((part) => part !== undefined && part !== '').join(' · ')}
        {startedAt === undefined ? null : (
          <>
            {' · '}
            <Tooltip text={<Clocks at={startedAt} {...clocks} />}>
              <time dateTime={new Date(startedAt).toISOString()}>
                {exactTime(startedAt, i18n.language, clocks.tenantZone)}
              </time>
            </Tooltip>
          </>
        )}
      </p>
      <ul className="flex flex-wrap gap-1.5" aria-label={t('sentiments')}>
        {topSentiments(conversation.sentiments).map(({ name, score }) => (
          <li key={name}>
            <Chip>
              {words.sentiment(name)} {score.toFixed(2)}
            </Chip>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-1 pt-1">
        <Button disabledReason={disabledReason} onClick={() => setDialog('tags')}>
          <Tags className="icon" aria-hidden />
          {t('tags')}
        </Button>
        <Button busy={review.busy} disabledReason={disabledReason} onClick={() => review.flag(id, !flagged)}>
          {flagged ? <FlagOff className="icon" aria-hidden /> : <Flag className="icon" aria-hidden />}
          {t(flagged ? 'unflag' : 'flag')}
        </Button>
        <Button busy={review.busy} disabledReason={disabledReason} onClick={() => setDialog('report')}>
          <Siren className="icon" aria-hidden />
          {t('report')}
        </Button>
        <span className="flex">
          <IconButton
            label={t('pin')}
            disabledReason={disabledReason}
            onClick={() =>
              tell(
                call((api) => api.desk.pin({ tenant, id, pinned: true })),
                t('pinned'),
              )
            }
          >
            <Pin className="icon" aria-hidden />
          </IconButton>
          {buttons}
        </span>
      </div>
      {dialog === 'tags' ? (
        <TagDialog
          tags={tags}
          count={1}
          onChange={(change) => review.editTags([{ id, status, revision }], change)}
          onClose={() => setDialog(undefined)}
        />
      ) : null}
      {dialog === 'report' ? (
        <ReportDialog
          onReport={(reason, note) => review.report(id, reason, note)}
          onClose={() => setDialog(undefined)}
        />
      ) : null}
    </header>
  );
}
