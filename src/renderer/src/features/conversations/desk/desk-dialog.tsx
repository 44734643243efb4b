import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskHit, DeskState, DeskStatus } from '../../../../../shared/models/desk.ts';
import { call } from '../../../bridge/bridge.ts';
import { failureOf } from '../../../bridge/failure.ts';
import { type OpenStream, useLatest } from '../../../bridge/stream.ts';
import { Button } from '../../../components/button.tsx';
import { ConfirmDialog, Dialog } from '../../../components/dialog.tsx';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { Select, TextField } from '../../../components/fields.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { exactTime } from '../../../components/time.tsx';
import { MarkedText } from '../list/snippet-text.tsx';
import type { ConversationParts } from '../parts.ts';

const openStatus: OpenStream<DeskStatus> = (api, on) => api.desk.status(undefined, on);
const ORDERS = ['newest', 'best'] as const;
const MOST = 100;
/** Where turning it on is what can be tried. */
const CLOSED: ReadonlySet<DeskState> = new Set(['off', 'no-vault', 'foreign']);

interface DeskDialogProps {
  readonly tenant: string;
  readonly timeZone: string | undefined;
  /** Contacts and what was said, as the operator may see them. */
  readonly mask: Pick<ConversationParts, 'contact' | 'text'>;
  readonly onOpen: (id: string, message: string) => void;
  readonly onClose: () => void;
}

/** The offline desk: what was opened or pinned, searchable without network. */
export function DeskDialog({ tenant, timeZone, mask, onOpen, onClose }: DeskDialogProps): ReactNode {
  const { t } = useTranslation('conversations');
  const status = useLatest(openStatus).value;
  const [wiping, setWiping] = useState(false);
  const wipe = useMutation({
    mutationFn: (wipeAtSignOut: boolean) => call((api) => api.desk.setWipe({ wipeAtSignOut })),
  });
  const turn = useMutation({ mutationFn: (on: boolean) => call((api) => api.desk.setOn({ on })) });
  return (
    <Dialog title={t('desk.title')} width="wide" onClose={onClose}>
      <div className="flex min-h-40 flex-col gap-3">
        <p className="text-fg-2">{t('desk.intro')}</p>
        <div className="flex flex-wrap items-center gap-2">
          <span role="status">{t(`desk.states.${status?.state ?? 'off'}`)}</span>
          {status?.state === 'open' ? (
            <span className="text-fg-2 tabular-nums">
              {t('desk.figures', { transcripts: status.transcripts, messages: status.messages, pinned: status.pinned })}
            </span>
          ) : null}
          <span className="ms-auto flex gap-2">
            {status?.state === 'forbidden' ? null : status?.state === undefined || CLOSED.has(status.state) ? (
              <Button look="primary" busy={turn.isPending} onClick={() => turn.mutate(true)}>
                {t('desk.turnOn')}
              </Button>
            ) : (
              <Button busy={turn.isPending} onClick={() => turn.mutate(false)}>
                {t('desk.turnOff')}
              </Button>
            )}
            <Button look="danger" onClick={() => setWiping(true)}>
              {t('desk.wipe')}
            </Button>
          </span>
        </div>
        {status?.hasSetAside === true ? (
          <p role="alert" className="text-warn">
            {t('desk.setAside')}
          </p>
        ) : null}
        {status === undefined || status.state === 'forbidden' ? null : (
          <label className="flex items-center gap-2">
            <input
              type="checkbox"
              checked={status.wipesAtSignOut}
              disabled={status.isManaged || wipe.isPending}
              onChange={(event) => wipe.mutate(event.target.checked)}
            />
            {t('desk.wipesAtSignOut')}
            {status.isManaged ? <span className="text-sm text-fg-3">{t('desk.managed')}</span> : null}
          </label>
        )}
        {wipe.error === null ? null : <ErrorPanel failure={failureOf(wipe.error)} />}
        {status === undefined ? null : (
          <p className="text-sm text-fg-3">
            {t('desk.bounds', { megabytes: Math.round(status.limitBytes / 1024 / 1024), days: status.limitDays })}
          </p>
        )}
        {turn.error === null ? null : <ErrorPanel failure={failureOf(turn.error)} />}
        {status?.state === 'open' ? (
          <DeskSearch tenant={tenant} timeZone={timeZone} mask={mask} onOpen={onOpen} />
        ) : null}
      </div>
      {wiping ? (
        <ConfirmDialog
          title={t('desk.wipe')}
          action={t('desk.wipe')}
          look="danger"
          onConfirm={() => call((api) => api.desk.wipe())}
          onClose={() => setWiping(false)}
        >
          {t('desk.wipeAsk', { count: status?.transcripts ?? 0 })}
        </ConfirmDialog>
      ) : null}
    </Dialog>
  );
}

function DeskSearch({ tenant, timeZone, mask, onOpen }: Omit<DeskDialogProps, 'onClose'>): ReactNode {
  const { t } = useTranslation('conversations');
  const [text, setText] = useState('');
  const [pattern, setPattern] = useState(false);
  const [order, setOrder] = useState<(typeof ORDERS)[number]>('newest');
  const search = useMutation({
    mutationFn: () =>
      call((api) =>
        api.desk.search({
          tenant,
          text: pattern ? '' : text,
          order,
          limit: MOST,
          ...(pattern ? { pattern: text } : {}),
        }),
      ),
  });
  return (
    <>
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') search.mutate();
        }}
      >
        <div className="flex-1">
          <TextField
            label={t(pattern ? 'desk.pattern' : 'desk.words')}
            value={text}
            onChange={setText}
            maxLength={500}
            autoFocus
          />
        </div>
        <div className="w-40">
          <Select
            label={t('desk.order')}
            value={order}
            onChange={setOrder}
            options={ORDERS.map((value) => ({ value, label: t(`desk.orders.${value}`) }))}
          />
        </div>
        <label className="flex h-7 items-center gap-2">
          <input type="checkbox" checked={pattern} onChange={(event) => setPattern(event.target.checked)} />
          {t('desk.asPattern')}
        </label>
        <Button look="primary" submit busy={search.isPending}>
          {t('desk.search')}
        </Button>
      </form>
      {search.error === null ? null : <ErrorPanel failure={failureOf(search.error)} />}
      {search.data?.hits.length === 0 ? <EmptyState title={t('desk.none')} /> : null}
      <ul aria-label={t('desk.results')} className="min-h-0 flex-1 overflow-auto">
        {(search.data?.hits ?? []).map((hit) => (
          <Hit
            key={`${hit.conversation.id} ${hit.messageId}`}
            hit={hit}
            timeZone={timeZone}
            mask={mask}
            onOpen={onOpen}
          />
        ))}
      </ul>
      {search.data?.more === true ? <p className="text-sm text-fg-2">{t('desk.more', { count: MOST })}</p> : null}
    </>
  );
}

function Hit(props: {
  readonly hit: DeskHit;
  readonly timeZone: string | undefined;
  readonly mask: DeskDialogProps['mask'];
  readonly onOpen: (id: string, message: string) => void;
}): ReactNode {
  const { t, i18n } = useTranslation('conversations');
  const { conversation, messageId, text, marks, at, keptAt } = props.hit;
  return (
    <li className="border-b border-line py-1.5">
      <button
        type="button"
        onClick={() => props.onOpen(conversation.id, messageId)}
        className="flex w-full flex-col rounded-md px-2 text-start hover:bg-hover"
      >
        <span className="line-clamp-2">
          <MarkedText text={props.mask.text(text)} marks={marks} />
        </span>
        <span className="text-sm text-fg-3">
          {props.mask.contact(conversation.contact.display)} ·{' '}
          {at === undefined ? '–' : exactTime(at, i18n.language, props.timeZone)} ·{' '}
          {t('desk.keptAt', { time: exactTime(keptAt, i18n.language) })}
        </span>
      </button>
    </li>
  );
}
