import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { dataAge, OLD_AFTER_MS } from '../../../../../shared/models/age.ts';
import type { ConversationRow } from '../../../../../shared/models/conversation.ts';
import { useHubStatus } from '../../../app/session-context.tsx';
import { Ticking } from '../../../lib/ticking.tsx';
import { isMine } from '../model/availability.ts';
import { useLiveWords } from '../model/use-live-words.ts';

interface RunningLineProps {
  readonly row: ConversationRow;
  readonly me: string;
  /** Why it cannot be taken over, visible without hovering. */
  readonly blocked: string | undefined;
}

/** Who runs the conversation right now and how fresh that is; why it cannot be taken, if so. */
export function RunningLine({ row, me, blocked }: RunningLineProps): ReactNode {
  const { t } = useTranslation('live');
  const words = useLiveWords();
  const { seenAt } = row;
  const hub = useHubStatus().value;
  const age = useCallback((now: number) => dataAge(seenAt, hub, now), [seenAt, hub]);
  const heard = useCallback((now: number) => t('running.heard', { age: words.age(age(now)) }), [t, words, age]);
  const late = useCallback((now: number) => age(now) > OLD_AFTER_MS, [age]);
  const { kind, since } = row.handler;
  const skew = hub?.clockSkew ?? 0;
  const held = useCallback(
    // By the instance's clock.
    (now: number) => (since === undefined ? '' : t('running.since', { age: words.age(now + skew - since) })),
    [t, words, skew, since],
  );
  return (
    <p className="text-sm text-fg-2" data-testid="running-line">
      {blocked ?? t(`running.${runner(row, me)}`)}{' '}
      {kind === 'human' && since !== undefined && !row.ended ? (
        <Ticking at={held} className="whitespace-nowrap" />
      ) : null}{' '}
      <Ticking at={heard} late={late} lateOn=".detail-panel" className="whitespace-nowrap text-fg-3" />
    </p>
  );
}

function runner(row: ConversationRow, me: string): 'ended' | 'composing' | 'running' | 'paused' | 'you' | 'other' {
  if (row.ended) return 'ended';
  if (isMine(row, me)) return row.aiState === 'composing' ? 'composing' : 'you';
  if (row.aiState === 'composing') return 'composing';
  if (row.aiState === 'running') return 'running';
  return row.aiState === 'paused' ? 'paused' : 'other';
}
