import { describe, expect, it } from 'vitest';
import { type AlertPreferences, type AlertRule, alertPreferencesSchema } from '../../shared/models/alert.ts';
import type { ConversationRow } from '../../shared/models/conversation.ts';
import { DrivenClock } from '../live/testing/driven-clock.ts';
import { Inbox } from './inbox.ts';
import { NoticeBoard } from './notice-board.ts';
import { isQuiet } from './quiet-hours.ts';
import { risk, row, rule } from './testing/make.ts';

function desk(change: Partial<AlertPreferences> = {}) {
  const clock = new DrivenClock();
  const inbox = new Inbox();
  const preferences = { ...alertPreferencesSchema.parse({}), repeatSeconds: 0, ...change };
  const shown: string[] = [];
  const sounds: string[] = [];
  const board = new NoticeBoard({
    clock,
    inbox,
    preferences: () => preferences,
    show: ({ alerts }) => {
      const words = alerts.map((alert) => ('conversation' in alert ? alert.conversation : alert.rule.id)).join('+');
      shown.push(words);
      return () => shown.push(`-${words}`);
    },
    play: ({ severity, tune }) => sounds.push(`${severity} ${tune}`),
  });
  const fire = (which: ConversationRow, by: AlertRule) => {
    const alert = inbox.take('acme', { kind: 'fired', rule: by, row: which, because: [] }, clock.now());
    if (alert !== undefined) board.add(alert.id);
    return alert?.id ?? '';
  };
  const clear = (which: ConversationRow, by: AlertRule) => {
    inbox.take('acme', { kind: 'cleared', rule: by, row: which, because: [] }, clock.now());
    board.tick();
  };
  return { clock, inbox, board, shown, sounds, fire, clear, preferences };
}
const mild = rule([{ kind: 'risk', atLeast: 1 }], { id: 'mild', severity: 'info' });
const bad = rule([{ kind: 'risk', atLeast: 4 }], { id: 'bad', severity: 'critical' });

describe('what is told aloud', () => {
  it('is grouped by cause, worst first', async () => {
    const { clock, fire, shown, sounds } = desk();
    fire(row('a', risk(1)), bad);
    fire(row('b', risk(4)), bad);
    fire(row('c'), mild);
    await clock.advance(2_000);
    expect(shown).toEqual(['b+a', 'c']);
    expect(sounds).toEqual(['critical alarm']);
  });

  it('keeps the worst within the budget of a minute and says what was held back', async () => {
    const { clock, fire, shown, inbox } = desk({ perMinute: 1 });
    const first = fire(row('a'), mild);
    await clock.advance(2_000);
    fire(row('b', risk(4)), bad);
    await clock.advance(2_000);
    const third = fire(row('c'), rule([], { id: 'other', severity: 'info' }));
    await clock.advance(2_000);
    expect(shown).toEqual(['a', '-a', 'b']);
    expect(inbox.get(first)?.silent).toBe('budget');
    expect(inbox.get(third)?.silent).toBe('budget');
    await clock.advance(60_000);
    fire(row('d'), mild);
    await clock.advance(2_000);
    expect(shown.at(-1)).toBe('d');
  });

  it('is taken back when somebody else takes the conversation, with their name in the inbox', async () => {
    const { clock, fire, clear, shown, inbox } = desk();
    const id = fire(row('a', risk(4)), bad);
    await clock.advance(2_000);
    clear(row('a', { ...risk(4), handler: { kind: 'human', name: 'Dana' } }), bad);
    expect(shown).toEqual(['a', '-a']);
    expect(inbox.get(id)).toMatchObject({ state: 'taken', takenBy: 'Dana' });
  });

  it('that quiet hours held back is told once they are over, unless it was seen or is over itself', async () => {
    const quiet = { on: true, from: '00:00', to: '23:59', butCritical: false };
    const { clock, fire, clear, board, shown, inbox, preferences } = desk({ quiet });
    const waits = fire(row('a', risk(4)), bad);
    const seen = fire(row('b'), mild);
    fire(row('c'), rule([], { id: 'other' }));
    await clock.advance(2_000);
    expect(shown).toEqual([]);
    expect(inbox.get(waits)?.silent).toBe('quiet');
    inbox.acknowledge([seen]);
    clear(row('c', { ended: true }), rule([], { id: 'other' }));
    preferences.quiet = { ...quiet, on: false };
    board.tick();
    await clock.advance(2_000);
    expect(shown).toEqual(['a']);
    expect(inbox.get(waits)?.silent).toBeUndefined();
  });

  it('is not told at all when it is over before it would be', async () => {
    const { clock, fire, clear, shown } = desk();
    fire(row('a'), mild);
    clear(row('a'), mild);
    await clock.advance(5_000);
    expect(shown).toEqual([]);
  });

  it('repeats until seen', async () => {
    const { clock, fire, board, shown, inbox } = desk({ repeatSeconds: 30 });
    const id = fire(row('a', risk(4)), bad);
    await clock.advance(2_000);
    await clock.advance(29_000);
    board.tick();
    expect(shown).toEqual(['a']);
    await clock.advance(2_000);
    board.tick();
    expect(shown).toEqual(['a', '-a', 'a']);
    inbox.acknowledge([id]);
    board.tick();
    await clock.advance(60_000);
    board.tick();
    expect(shown).toEqual(['a', '-a', 'a', '-a']);
  });

  it('waits while snoozed, and comes back', async () => {
    const { clock, fire, board, shown, inbox } = desk();
    const id = fire(row('a', risk(4)), bad);
    await clock.advance(2_000);
    inbox.snooze([id], clock.now() + 600_000);
    board.tick();
    expect(shown).toEqual(['a', '-a']);
    expect(inbox.wake(clock.now() + 599_000)).toEqual([]);
    expect(inbox.wake(clock.now() + 600_000).map((alert) => alert.id)).toEqual([id]);
    board.add(id);
    await clock.advance(2_000);
    expect(shown.at(-1)).toBe('a');
  });

  it('is only put into the inbox when notifications are off', async () => {
    const { clock, fire, shown, inbox } = desk({ notifications: false });
    const id = fire(row('a', risk(4)), bad);
    await clock.advance(2_000);
    expect(shown).toEqual([]);
    expect(inbox.get(id)?.silent).toBe('off');
  });
});

describe('quiet hours', () => {
  const at = (hour: number) => new Date(2026, 0, 5, hour, 30);
  const preferences = (from: string, to: string, butCritical = true) => ({
    ...alertPreferencesSchema.parse({}),
    quiet: { on: true, from, to, butCritical },
  });
  it('may go past midnight, and may let critical ones through', () => {
    expect([21, 22, 3, 6, 7].map((hour) => isQuiet(preferences('22:00', '07:00'), 'warning', at(hour)))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    expect(isQuiet(preferences('09:00', '17:00'), 'warning', at(12))).toBe(true);
    expect(isQuiet(preferences('22:00', '07:00'), 'critical', at(3))).toBe(false);
    expect(isQuiet(preferences('22:00', '07:00', false), 'critical', at(3))).toBe(true);
  });
});

describe('the inbox', () => {
  it('does not raise anew what flickers, and keeps to its bound', () => {
    const inbox = new Inbox();
    const fired = (id: string, now: number) =>
      inbox.take('acme', { kind: 'fired', rule: bad, row: row(id), because: [] }, now);
    expect(fired('a', 0)).toBeDefined();
    inbox.take('acme', { kind: 'cleared', rule: bad, row: row('a'), because: [] }, 1_000);
    expect(fired('a', 2_000)).toBeUndefined();
    expect(inbox.list()[0]?.state).toBe('active');
    inbox.take('acme', { kind: 'cleared', rule: bad, row: row('a'), because: [] }, 3_000);
    expect(fired('a', 100_000)).toBeDefined();
    for (let at = 0; at < 700; at++) fired(`x${at}`, 200_000);
    expect(inbox.list()).toHaveLength(500);
    expect(inbox.list('elsewhere')).toEqual([]);
  });
});
