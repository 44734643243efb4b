import type { ConversationRow, Handler, RiskLevel } from '../../shared/models/conversation.ts';
import type { FunctionCall, Message, Transcript, Transition } from '../../shared/models/transcript.ts';

/** A small deterministic generator (mulberry32), so that pictures and tests repeat. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const PLATFORMS = ['voice', 'sms', 'webchat', 'email', 'slack'];
const FLOWS: readonly (readonly [string, readonly string[]])[] = [
  ['Outage report', ['Greeting', 'Identify account', 'Look up outage', 'Medical priority', 'Escalate']],
  ['Billing inquiry', ['Greeting', 'Identify account', 'Explain bill', 'Offer plan', 'Confirm']],
  ['Move-in', ['Greeting', 'Gather details', 'Check address', 'Confirm']],
  ['Payment plan', ['Greeting', 'Identify account', 'Offer plan', 'Confirm']],
  ['Meter reading', ['Greeting', 'Gather details', 'Confirm']],
];
const EMOTIONS = ['anger', 'anxiety', 'frustration', 'confusion', 'gratitude', 'curiosity', 'relief'];
const RISK_LABELS = ['Low', 'Guarded', 'Elevated', 'High', 'Critical'];
const RISKS: readonly RiskLevel[] = [0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 4];
const CSRS = ['Dana Fox', 'Ravi Menon', 'Claire Gagnon'];

const pick = <T>(random: () => number, from: readonly T[], otherwise: T): T =>
  from[Math.floor(random() * from.length)] ?? otherwise;
const round2 = (value: number) => Math.round(value * 100) / 100;

function handlerFor(random: () => number, now: number): Handler {
  const draw = random();
  if (draw < 0.06) return { kind: 'queue', since: now - Math.floor(random() * 200_000) };
  if (draw < 0.14)
    return { kind: 'human', userId: 'csr-14', name: pick(random, CSRS, 'Dana Fox'), since: now - 60_000 };
  return { kind: 'ai' };
}

/** One live conversation as main would send it. */
export function fakeRow(random: () => number, number: number, now: number): ConversationRow {
  const [flow, states] = pick(random, FLOWS, ['Move-in', ['Greeting']]);
  const risk = pick(random, RISKS, 0);
  const handler = handlerFor(random, now);
  const digits = String(Math.floor(random() * 100)).padStart(2, '0');
  return {
    id: `c-${String(10_000 + number * 37)}`,
    revision: 1,
    platform: pick(random, PLATFORMS, 'sms'),
    direction: random() < 0.85 ? 'inbound' : 'outbound',
    contact: { display: `+1 416 555 01${digits}` },
    status: handler.kind === 'queue' ? 'queued' : 'in_progress',
    ended: false,
    handler,
    aiState: handler.kind === 'ai' ? 'running' : 'paused',
    ...(handler.kind === 'queue' ? { queue: { skills: ['Billing'], since: now - 45_000 } } : {}),
    flow: { id: `flow-${flow}`, name: flow },
    state: pick(random, states, 'Greeting'),
    startedAt: now - Math.floor(random() * 900_000) - 5000,
    sessions24h: 1 + Math.floor(random() * 5),
    risk: { level: risk, label: RISK_LABELS[risk] ?? 'Low' },
    sentiments: [pick(random, EMOTIONS, 'relief'), 'neutral'].map((name, index) => ({
      name,
      score: round2(index === 0 ? 0.2 + random() * 0.75 : 0.05),
    })),
    sentimentTrend: Array.from({ length: 8 }, () => round2(Math.max(-1, random() * 2 - 1 - risk * 0.1))),
    functionsCalled: ['lookupAccount', 'lookupOutage', 'createTicket'].slice(0, Math.floor(random() * 4)),
    functionCallCount: Math.floor(random() * 7),
    parameters: [
      { name: 'account', value: `88-${1000 + number}`, source: 'verified' },
      { name: 'page', value: '/outages', source: 'asserted' },
    ],
    tags: random() < 0.3 ? [{ name: 'priority' }] : [],
    flagged: risk === 4,
    language: random() < 0.8 ? 'en' : 'fr',
    environment: 'production',
    other: number % 9 === 0 ? { region: 'east', queuePosition: 3 } : {},
    seenAt: now,
  };
}

/** `count` live conversations. */
export function fakeRows(count: number, seed: number, now: number): readonly ConversationRow[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, number) => fakeRow(random, number, now));
}

const TALK: readonly (readonly ['customer' | 'ai', string])[] = [
  ['customer', 'Hi, the power is out at my place again.'],
  ['ai', 'I am sorry to hear that. Can you give me the account number or the address?'],
  ['customer', 'Account 88-1204, on Maple Street.'],
  ['ai', 'Thanks. I see the outage on Maple Street since 1:10 pm. Crews expect power back by 4 pm.'],
  ['customer', 'This is the third time this week. I have insulin in the fridge.'],
  ['ai', 'I understand how serious that is. I can flag the address as medical priority and have someone call you.'],
  ['customer', 'I want a person. Now.'],
];

/** How the customer felt, falling as the talk goes. */
const MOODS = [0.1, 0, -0.25, 0, -0.55, 0, -0.8];

/** The transcript behind a row, consistent with its flow and state. */
export function fakeTranscript(row: ConversationRow): Transcript {
  const startedAt = row.startedAt ?? row.seenAt - 300_000;
  const states = FLOWS.find(([name]) => name === row.flow?.name)?.[1] ?? ['Greeting'];
  const reached = Math.max(0, states.indexOf(row.state ?? 'Greeting'));
  const messages: Message[] = TALK.map(([role, text], index) => ({
    id: `${row.id}-m${index}`,
    index,
    role,
    text,
    at: startedAt + index * 19_000,
    ...(role === 'customer' ? { sentiment: MOODS[index % MOODS.length] ?? 0 } : {}),
  }));
  const transitions: Transition[] = states.slice(0, reached).map((from, index) => ({
    index,
    at: startedAt + 12_000 + index * 40_000,
    from,
    event: 'next',
    to: states[index + 1] ?? from,
  }));
  const calls: FunctionCall[] = [
    {
      id: `${row.id}-f0`,
      index: 0,
      name: 'lookupMedicalPriority',
      status: 'succeeded',
      startedAt: startedAt + 80_000,
      finishedAt: startedAt + 80_400,
      inputs: { account: '88-1204' },
      outputs: { priority: true },
      event: 'priority_found',
    },
  ];
  return {
    conversation: row,
    messages,
    functionCalls: calls,
    transitions,
    flow: {
      id: `flow-${row.flow?.name ?? ''}`,
      name: row.flow?.name ?? 'Flow',
      initialState: states[0] ?? 'Greeting',
      states,
      transitions: states.slice(0, -1).map((from, index) => ({ from, event: 'next', to: states[index + 1] ?? from })),
    },
    seenAt: row.seenAt,
  };
}

/** Changes some rows as traffic would: mood, risk, state, handler. Returns the changed rows. */
export function stir(
  rows: readonly ConversationRow[],
  random: () => number,
  count: number,
  now: number,
): readonly ConversationRow[] {
  const changed = new Map<string, ConversationRow>();
  for (let turn = 0; turn < count; turn += 1) {
    const row = rows[Math.floor(random() * rows.length)];
    if (row === undefined) continue;
    const drift = Math.max(-1, Math.min(1, (row.sentimentTrend.at(-1) ?? 0) + random() * 0.8 - 0.4));
    changed.set(row.id, {
      ...row,
      revision: (row.revision ?? 0) + 1,
      sentimentTrend: [...row.sentimentTrend.slice(1), round2(drift)],
      sentiments: row.sentiments.map((sentiment, index) =>
        index === 0
          ? { ...sentiment, score: round2(Math.max(0.15, Math.min(0.97, sentiment.score + random() * 0.2 - 0.1))) }
          : sentiment,
      ),
      seenAt: now,
    });
  }
  return [...changed.values()];
}
