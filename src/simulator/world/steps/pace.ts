import type { LiveConversation } from '../live-conversation.ts';
import type { Platform } from '../world-port.ts';

type Range = readonly [number, number];
interface Pace {
  /** How long the AI composes, a customer takes to answer, a colleague takes to write; milliseconds. */
  readonly ai: Range;
  readonly customer: Range;
  readonly csr: Range;
}

const paces: Readonly<Record<Platform, Pace>> = {
  voice: { ai: [2_500, 6_000], customer: [4_000, 14_000], csr: [5_000, 14_000] },
  sms: { ai: [1_500, 5_000], customer: [8_000, 45_000], csr: [10_000, 40_000] },
  webchat: { ai: [2_000, 7_000], customer: [8_000, 40_000], csr: [8_000, 35_000] },
  slack: { ai: [1_500, 5_000], customer: [7_000, 40_000], csr: [8_000, 35_000] },
  email: { ai: [6_000, 25_000], customer: [45_000, 280_000], csr: [40_000, 200_000] },
};

/** How long this turn takes on this conversation's channel. */
export function turnTime(live: LiveConversation, who: keyof Pace): number {
  const [from, to] = paces[live.shown.platform][who];
  return live.rng.between(from, to);
}

/** A customer whom an operator has just answered does not make them wait: the same on every channel. */
export function promptAnswerTime(live: LiveConversation): number {
  return live.rng.between(3_000, 9_000);
}
