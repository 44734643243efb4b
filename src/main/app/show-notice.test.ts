import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeEach, expect, it, vi } from 'vitest';
import { Inbox } from '../alerts/inbox.ts';
import { row, rule } from '../alerts/testing/make.ts';
import { alertWords } from '../alerts/words.ts';
import { Notification } from '../testing/electron-fake.ts';
import { tellGiven } from './inbox-notice.ts';
import { showNotification } from './notifications.ts';

vi.mock('electron', () => import('../testing/electron-fake.ts'));

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

const given = { id: 'c-1', platform: 'webchat', contact: { display: 'Kim' }, routedBy: 'skill', state: 'open' };

beforeEach(() => {
  Notification.shown.length = 0;
});

/** What is left of the notifications after a collection, once nothing runs that may hold them. */
async function leftOf(title: string): Promise<readonly (Notification | undefined)[]> {
  await new Promise((resolve) => setImmediate(resolve));
  collect();
  return Notification.shown.filter((one) => one.title === title).map(({ notification }) => notification.deref());
}

it('keeps what the inbox told until it is clicked, however late', async () => {
  const open = vi.fn();
  tellGiven(given, 'en', open);
  const [notification] = await leftOf('Inbox');
  notification?.emit('click');
  expect(open).toHaveBeenCalledOnce();
});

it('keeps what an alert told until it is clicked, acted on or taken back', async () => {
  const inbox = new Inbox();
  const alert = inbox.take('acme', { kind: 'fired', rule: rule([]), row: row('a'), because: [] }, 0);
  if (alert === undefined) throw new Error('no alert was taken');
  const deeds = { open: vi.fn(), takeOver: vi.fn(), snooze: vi.fn() };
  const takeBack = showNotification({ alerts: [alert] }, alertWords('en'), deeds);
  const [notification] = await leftOf(alert.rule.name);
  notification?.emit('action', {}, 2);
  expect(deeds.snooze).toHaveBeenCalledExactlyOnceWith([alert]);
  takeBack();
});

it('holds no more of them than can still be listed', async () => {
  for (let nth = 0; nth < 120; nth += 1) tellGiven(given, 'en', () => undefined);
  const left = await leftOf('Inbox');
  expect(left.filter((one) => one !== undefined)).toHaveLength(100);
  expect(left.slice(0, 20).every((one) => one === undefined)).toBe(true);
});
