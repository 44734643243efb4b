import { findEntry } from '../../shared/ipc/contract.ts';
import type { Envelope } from '../../shared/ipc/envelope.ts';

/** How the answer to a call crosses: as it is, or as JSON text where the contract says so (`asText` in define.ts). */
export function writeAnswer(group: unknown, name: unknown, answer: Envelope<unknown>): Envelope<unknown> | string {
  return findEntry(group, name)?.asText === true ? JSON.stringify(answer) : answer;
}
