import { Maximize2, PictureInPicture2, Pin, PinOff } from 'lucide-react';
import {
  memo,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useTranslation } from 'react-i18next';
import { dataAge, OLD_AFTER_MS } from '../../../../shared/models/age.ts';
import type { ConversationRow } from '../../../../shared/models/conversation.ts';
import type { Message } from '../../../../shared/models/transcript.ts';
import { useHubStatus } from '../../app/session-context.tsx';
import { useMask } from '../../app/use-mask.ts';
import { bridge, call } from '../../bridge/bridge.ts';
import { failureOf } from '../../bridge/failure.ts';
import { announce } from '../../components/announcer.tsx';
import { IconButton } from '../../components/button.tsx';
import type { RowStore } from '../../lib/row-store.ts';
import { Ticking } from '../../lib/ticking.tsx';
import { createTranscriptStore } from '../../lib/transcript-store.ts';
import type { WallParts } from './wall-parts.ts';

/** Messages a tile draws: more than fit, few enough that sixteen tiles cost little. */
const SHOWN = 30;
const STRIPES = ['border-t-risk-0', 'border-t-risk-1', 'border-t-risk-2', 'border-t-risk-3', 'border-t-risk-4'];

const TONES = ['text-risk-0', 'text-risk-1', 'text-risk-2', 'text-risk-3', 'text-risk-4'];

interface TileProps {
  readonly tenant: string;
  readonly id: string;
  readonly rows: RowStore<ConversationRow>;
  readonly pinned: boolean;
  readonly onPin: (id: string) => void;
  readonly parts: WallParts;
}

const tell = (thrown: unknown) => announce(failureOf(thrown).message, 'assertive');

/** One transcript of the wall: who, how risky, how old, how the mood went, and the last that was said. */
export const Tile = memo(function Tile({ tenant, id, rows, pinned, onPin, parts }: TileProps): ReactNode {
  const { t } = useTranslation('wall');
  const subscribe = useCallback((changed: () => void) => rows.subscribeRow(id, changed), [rows, id]);
  const row = useSyncExternalStore(subscribe, () => rows.get(id));
  const { Spark, words } = parts;
  const mask = useMask();
  const stripe = row?.risk === undefined ? 'border-t-line-strong' : (STRIPES[row.risk.level] ?? '');
  const tone = row?.risk === undefined ? 'text-fg-3' : (TONES[row.risk.level] ?? '');
  return (
    <article
      data-tile={id}
      aria-label={row === undefined ? id : `${words.risk(row.risk)} · ${mask.contact(row.contact.display)}`}
      className={`flex min-h-0 min-w-0 flex-col overflow-hidden rounded-md border border-t-4 bg-surface data-late:opacity-60 ${stripe}`}
    >
      <header className="flex-none border-b px-2 py-1">
        <div className="flex items-center gap-2 text-sm">
          <span className={`flex-none font-semibold ${tone}`}>{row === undefined ? '' : words.risk(row.risk)}</span>
          <span className="min-w-0 flex-1 truncate font-semibold">
            {row === undefined ? id : mask.contact(row.contact.display)}
          </span>
          <span className="-me-1 flex flex-none">
            <IconButton
              label={t(pinned ? 'unpin' : 'pin')}
              className="size-6!"
              aria-pressed={pinned}
              onClick={() => onPin(id)}
            >
              {pinned ? <PinOff className="size-3.5" aria-hidden /> : <Pin className="size-3.5" aria-hidden />}
            </IconButton>
            <IconButton
              label={t('open')}
              className="size-6!"
              onClick={() => void call((api) => api.windows.goTo({ tenant, id })).catch(tell)}
            >
              <Maximize2 className="size-3.5" aria-hidden />
            </IconButton>
            <IconButton
              label={t('tearOff')}
              className="size-6!"
              onClick={() => void call((api) => api.windows.tearOff({ tenant, id })).catch(tell)}
            >
              <PictureInPicture2 className="size-3.5" aria-hidden />
            </IconButton>
          </span>
        </div>
        <div className="flex items-center gap-2 text-xs">
          <p className="min-w-0 flex-1 truncate text-fg-2">
            {row === undefined
              ? t('gone')
              : [
                  words.platform(row.platform),
                  words.handler(row, parts.me),
                  row.ended ? t('ended') : words.status(row.status),
                ].join(' · ')}
          </p>
          {row === undefined ? null : <Spark trend={row.sentimentTrend} className={tone} />}
          {row === undefined ? null : <Age row={row} words={words} />}
        </div>
      </header>
      <LastWords tenant={tenant} id={id} />
    </article>
  );
});

function Age({ row, words }: { readonly row: ConversationRow; readonly words: WallParts['words'] }): ReactNode {
  const { t } = useTranslation('wall');
  const hub = useHubStatus().value;
  const { seenAt } = row;
  const age = useCallback((now: number) => dataAge(seenAt, hub, now), [seenAt, hub]);
  const at = useCallback((now: number) => t('age', { age: words.age(age(now)) }), [t, words, age]);
  const late = useCallback((now: number) => age(now) > OLD_AFTER_MS, [age]);
  return <Ticking at={at} late={late} lateOn="article" className="flex-none text-xs text-fg-3" />;
}

/** The end of the transcript, which follows itself. */
function LastWords({ tenant, id }: { readonly tenant: string; readonly id: string }): ReactNode {
  const { t } = useTranslation('wall');
  const mask = useMask();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a store belongs to one conversation of one tenant
  const store = useMemo(() => createTranscriptStore(), [tenant, id]);
  const [failed, setFailed] = useState(false);
  const transcript = useSyncExternalStore(store.subscribe, store.get);
  const box = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      bridge().live.transcript({ tenant, id }, (batch) => {
        setFailed(!batch.ok);
        if (batch.ok) store.apply(batch.value);
      }),
    [store, tenant, id],
  );
  const last = transcript.messages.slice(-SHOWN);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new message moves the end
  useLayoutEffect(() => {
    if (box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  }, [transcript.messages]);
  return (
    <div ref={box} className="min-h-0 flex-1 overflow-hidden px-2 py-1 text-sm">
      {failed ? <p className="text-warn">{t('failed')}</p> : null}
      {transcript.state === 'open' && last.length === 0 ? <p className="text-fg-3">{t('nothingSaid')}</p> : null}
      {last.map((message) => (
        <p key={message.id} className="py-0.5 break-words">
          <span className={message.role === 'csr' ? 'text-human' : 'text-fg-3'}>{t(WHO[message.role])} </span>
          <bdi>{mask.text(message.text)}</bdi>
        </p>
      ))}
    </div>
  );
}

const WHO: Readonly<Record<Message['role'], 'you' | 'ai' | 'csr' | 'system' | 'unknown'>> = {
  customer: 'you',
  ai: 'ai',
  csr: 'csr',
  system: 'system',
  unknown: 'unknown',
};
