import { contactOf } from '../cast/arrivals.ts';
import type { Facts } from '../cast/facts.ts';
import { isoTime } from '../iso-time.ts';
import type { ConversationRecord } from '../live-conversation.ts';
import type { JsonObject, JsonValue } from '../world-port.ts';
import type { Prototype } from './prototype.ts';
import { type JsonTemplate, render, renderJson } from './template.ts';

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function renderObject(template: JsonTemplate, facts: Facts): JsonObject {
  const value = renderJson(template, facts);
  return isObject(value) ? value : {};
}

/**
 * Tells a played conversation as that of another customer.
 *
 * @param number of the conversation that is made
 * @param at its start, epoch milliseconds
 */
export function retell(prototype: Prototype, identity: Facts, number: number, at: number): ConversationRecord {
  const { shown } = prototype;
  const facts = { ...prototype.facts, ...identity };
  return {
    shown: Object.freeze({
      ...shown,
      transcriptId: `c-${number}`,
      contact: contactOf(shown.platform, facts, number, undefined),
      handledBy:
        shown.handledBy.since === undefined
          ? shown.handledBy
          : {
              ...shown.handledBy,
              since: isoTime(at + Date.parse(shown.handledBy.since) - Date.parse(shown.startedAt)),
            },
      queue: null,
      startedAt: isoTime(at),
      endedAt: isoTime(at + prototype.durationMs),
      lastMessageAt: shown.lastMessageAt === null ? null : isoTime(at + prototype.lastMessageMs),
      parameters: prototype.parameters.map(({ name, value, source }) => ({
        name,
        value: render(value, facts),
        source,
      })),
      tags: prototype.tags.map(({ name, value }) => ({ name, value: render(value, facts) })),
    }),
    messages: prototype.messages.map(({ message, text, after }) => ({
      ...message,
      messageId: `m-${number}-${message.index}`,
      text: render(text, facts),
      at: isoTime(at + after),
    })),
    calls: prototype.calls.map(({ call, startedAfter, finishedAfter, inputs, outputs }) => ({
      ...call,
      callId: `f-${number}-${call.index}`,
      startedAt: isoTime(at + startedAfter),
      finishedAt: finishedAfter === null ? null : isoTime(at + finishedAfter),
      inputs: renderObject(inputs, facts),
      outputs: outputs === null ? null : renderObject(outputs, facts),
    })),
    transitions: prototype.transitions.map(({ transition, after }) => ({ ...transition, at: isoTime(at + after) })),
  };
}
