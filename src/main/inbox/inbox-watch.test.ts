import { expect, it } from 'vitest';
import { FailureError } from '../../shared/models/failure.ts';
import type { Assignment, Inbox } from '../../shared/models/inbox.ts';
import type { InboxApi } from '../platform/inbox/inbox-api.ts';
import { ManualClock } from '../storage/testing/manual-clock.ts';
import { InboxWatch } from './inbox-watch.ts';

const assignment = (id: string, more: Partial<Assignment> = {}): Assignment => ({
  id,
  platform: 'webchat',
  contact: { display: 'Kim' },
  routedBy: 'skill',
  state: 'open',
  ...more,
});

/** A watch over an inbox whose answers the test sets. */
function watched({ canAnnounce = true } = {}) {
  const clock = new ManualClock(1_000_000);
  const instance: {
    assigned: readonly Assignment[];
    at?: number;
    announced: number;
    takes: boolean;
    answers: boolean;
  } = {
    assigned: [],
    announced: 0,
    takes: true,
    answers: true,
  };
  const given: string[] = [];
  const offline = () => new FailureError('offline', 'The instance is not reached');
  const inbox = (): Inbox => ({
    queue: [],
    skills: [],
    agents: [],
    assigned: instance.assigned,
    ...(instance.at !== undefined && { at: instance.at }),
  });
  const api: Pick<InboxApi, 'get' | 'can' | 'announce' | 'clockSkew'> = {
    can: (operation) => operation !== 'inbox.announce' || canAnnounce,
    clockSkew: () => 5_000,
    get: async () => {
      if (!instance.answers) throw offline();
      return inbox();
    },
    announce: async () => {
      instance.announced += 1;
      if (!instance.takes) throw offline();
    },
  };
  const watch = new InboxWatch({ ...unasked, ...api }, clock, ({ id }) => given.push(id));
  const view = () => {
    const source = watch.open(() => undefined);
    const now = source.take();
    source.close();
    return now;
  };
  return { watch, clock, instance, given, view };
}
const never = (): never => {
  throw new Error('not asked');
};
const unasked: InboxApi = {
  tenant: 'north',
  can: never,
  clockSkew: never,
  get: never,
  setAvailability: never,
  announce: never,
  configuration: never,
  configure: never,
  end: never,
  wrapUp: never,
  requeue: never,
  skills: never,
};
/** Lets promises that wait for nothing but each other go on. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

it('claims presence only as far as the router took it', async () => {
  const { watch, clock, instance, view } = watched();
  expect(view()?.presence).toEqual({ kind: 'none' });
  watch.setPresent(true);
  expect(view()?.presence).toEqual({ kind: 'telling' });
  await settled();
  expect(view()?.presence).toEqual({ kind: 'told', at: 1_000_000 });
  instance.takes = false;
  clock.advance(20_000);
  await settled();
  expect(view()?.presence).toEqual({ kind: 'failing', at: 1_000_000 });
  instance.takes = true;
  clock.advance(20_000);
  await settled();
  expect(view()?.presence).toEqual({ kind: 'told', at: 1_040_000 });
  watch.setPresent(false);
  expect(view()?.presence).toEqual({ kind: 'none' });
  clock.advance(60_000);
  await settled();
  expect(instance.announced).toBe(3);
});

it('claims none where the instance has no operation for it', () => {
  const { watch, clock, instance, view } = watched({ canAnnounce: false });
  watch.setPresent(true);
  clock.advance(60_000);
  expect(view()?.presence).toEqual({ kind: 'cannot' });
  expect(instance.announced).toBe(0);
});

it('goes on reading while the operator is there, and tells once what they are given behind other screens', async () => {
  const { watch, clock, instance, given } = watched();
  instance.assigned = [assignment('c-before')];
  watch.setPresent(true);
  await watch.refresh();
  instance.assigned = [assignment('c-before'), assignment('c-1'), assignment('c-own', { routedBy: 'agent' })];
  for (let times = 0; times < 3; times += 1) {
    clock.advance(3_000);
    await settled();
  }
  expect(given).toEqual(['c-1']);
  const looking = watch.open(() => undefined);
  instance.assigned = [assignment('c-2')];
  await watch.refresh();
  expect(given).toEqual(['c-1']);
  looking.close();
  watch.stop();
});

it('keeps what it read when a reading fails, says why, and how the clocks differ', async () => {
  const { watch, instance, view } = watched();
  instance.assigned = [assignment('c-1')];
  await watch.refresh();
  instance.answers = false;
  await watch.refresh();
  expect(view()).toMatchObject({
    inbox: { assigned: [{ id: 'c-1' }] },
    readAt: 1_000_000,
    skewMs: 5_000,
    problem: { code: 'offline' },
  });
  await settled();
  instance.answers = true;
  await watch.refresh();
  expect(view()?.problem).toBeUndefined();
});

it('goes by the instant that the instance states in the inbox before the date of its answers', async () => {
  const { watch, instance, view } = watched();
  await watch.refresh();
  expect(view()?.skewMs).toBe(5_000);
  await settled();
  // A world whose clock is driven: what waits there waits by that clock, whatever the date of the answer is.
  instance.at = 1_000_000 - 3_600_000;
  await watch.refresh();
  expect(view()?.skewMs).toBe(-3_600_000);
});
