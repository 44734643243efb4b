import { findEntry } from '../../shared/ipc/contract.ts';
import type { Envelope } from '../../shared/ipc/envelope.ts';
import { JsonText } from '../../shared/ipc/json-text.ts';

/**
 * How the answer to a call crosses: as it is, or as JSON text where the contract says so (`asText` in define.ts). What is
 * text already goes on as it is.
 */
export function writeAnswer(group: unknown, name: unknown, answer: Envelope<unknown>): Envelope<unknown> | string {
  if (findEntry(group, name)?.asText !== true) return answer;
  if (answer.ok && answer.value instanceof JsonText) return `{"ok":true,"value":${answer.value.text}}`;
  return JSON.stringify(answer);
}
