import type { KeptTranscript } from '../../src/shared/models/desk.ts';

const WORDS = (
  'account bill payment internet outage modem restart invoice charge refund cancel plan upgrade speed number ' +
  'address phone email october technician appointment window signal router password reset support thanks please ' +
  'transfer balance due late fee credit card confirm moving service line power crew estimate callback queue wait'
).split(' ');

/** The same numbers each time: figures of two runs are of the same texts. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const EACH = 10;

/** Short messages in conversations of ten, a minute apart; texts of 6 to 14 words out of some fifty and a rare number. */
export function* transcriptsOf(messages: number, tenant: string, now: number): Generator<KeptTranscript> {
  const random = numbers(7);
  const text = (): string => {
    const words = Array.from(
      { length: 6 + Math.floor(random() * 8) },
      () => WORDS[Math.floor(random() ** 2 * WORDS.length)],
    );
    return `${words.join(' ')} ${Math.floor(random() * 100_000)}`;
  };
  for (let nth = 0; nth < messages / EACH; nth += 1) {
    const startedAt = now - nth * 60_000;
    yield {
      tenant,
      conversation: {
        id: `b-${nth}`,
        platform: 'webchat',
        direction: 'inbound',
        contact: { display: 'Kim' },
        status: 'completed',
        ended: true,
        handler: { kind: 'none' },
        aiState: 'unknown',
        startedAt,
        sentiments: [],
        sentimentTrend: [],
        functionsCalled: [],
        parameters: [],
        tags: [],
        flagged: false,
        other: {},
      },
      messages: Array.from({ length: EACH }, (_, index) => ({
        id: `b-${nth}-${index}`,
        index,
        role: index % 2 === 0 ? ('customer' as const) : ('ai' as const),
        text: text(),
        at: startedAt + index * 5_000,
      })),
      functionCalls: [],
      transitions: [],
      keptAt: now,
      pinned: false,
    };
  }
}

/** What is looked for: one word, two words, a phrase, a prefix; in turn. */
export const QUERIES: readonly string[] = [
  ...WORDS.slice(0, 20),
  ...WORDS.slice(0, 20).map((word, at) => `${word} ${WORDS[at + 20] ?? ''}`),
  '"account bill"',
  '"bill payment"',
  '"internet outage"',
  'acc*',
  'pay*',
  'te*',
];
