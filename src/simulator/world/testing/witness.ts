import { flowGraph, flowScripts } from '../flows/all-flows.ts';
import type { Conversation, TenantWorld, WorldEvent } from '../world-port.ts';

const liveStatuses = ['in-progress', 'queued', 'human-handoff'];
const legalMoves = new Map(
  Object.values(flowScripts).map((script) => [
    script.id,
    new Set(flowGraph(script).transitions.map(({ from, event, to }) => `${from}|${event}|${to}`)),
  ]),
);

/** Watches a tenant's stream from a snapshot on and checks each event against all it knows. For tests. */
export interface Witness {
  readonly events: readonly WorldEvent[];
  /** Everything that broke a rule, in words. */
  readonly faults: readonly string[];
  /** The live conversations as the events tell them. */
  pictures(): ReadonlyMap<string, Conversation>;
}

function checkPicture(before: Conversation | undefined, event: WorldEvent, now: Conversation): string[] {
  const faults: string[] = [];
  const id = now.transcriptId;
  if (!Object.isFrozen(now)) faults.push(`${id}: an event's picture can be changed`);
  if (now.revision !== event.revision) faults.push(`${id}: event and picture disagree on the revision`);
  if (event.type === 'conversation.started' ? before !== undefined : now.revision !== (before?.revision ?? -1) + 1) {
    faults.push(`${id}: revision ${now.revision} after ${before?.revision}`);
  }
  const ended = event.type === 'conversation.ended';
  if (ended !== (now.endedAt !== null)) faults.push(`${id}: ${event.type} with endedAt ${now.endedAt}`);
  if (!ended && !liveStatuses.includes(now.status)) faults.push(`${id}: live with status ${now.status}`);
  if (ended && ['in-progress', 'queued'].includes(now.status)) faults.push(`${id}: ended with status ${now.status}`);
  if ((now.status === 'queued') !== (now.queue !== null)) faults.push(`${id}: status and queue disagree`);
  if (now.aiState === 'composing' && now.handledBy.kind !== 'ai')
    faults.push(`${id}: composing for ${now.handledBy.kind}`);
  if (now.functionsCalled.length > now.functionCallCount) faults.push(`${id}: more functions than calls`);
  return faults;
}

/** Starts to watch. */
export function watch(tenant: TenantWorld): Witness {
  const pictures = new Map(tenant.conversations().map((c) => [c.transcriptId, c]));
  const messages = new Map<string, number>();
  for (const id of pictures.keys()) messages.set(id, tenant.get(id)?.messages.length ?? 0);
  const ended = new Set<string>();
  const events: WorldEvent[] = [];
  const faults: string[] = [];
  let sequence = tenant.sequence;

  tenant.events.subscribe((event) => {
    events.push(event);
    sequence += 1;
    if (event.sequence !== sequence) faults.push(`sequence ${event.sequence} where ${sequence} was due`);
    const id = event.transcriptId;
    if (ended.has(id)) faults.push(`${id}: ${event.type} after its end`);
    const before = pictures.get(id);
    if ('conversation' in event) {
      faults.push(...checkPicture(before, event, event.conversation));
      if (event.type === 'conversation.ended') {
        pictures.delete(id);
        ended.add(id);
      } else pictures.set(id, event.conversation);
      return;
    }
    if (before === undefined) faults.push(`${id}: ${event.type} before its start`);
    else if (event.revision !== before.revision + 1) faults.push(`${id}: ${event.type} of revision ${event.revision}`);
    if ('message' in event) {
      const index = messages.get(id) ?? 0;
      messages.set(id, index + 1);
      if (event.message.index !== index) faults.push(`${id}: message ${event.message.index} where ${index} was due`);
      if (event.message.role === 'ai' && before?.handledBy.kind !== 'ai')
        faults.push(`${id}: the AI spoke for a human`);
      if (/[{}]/.test(event.message.text)) faults.push(`${id}: a slot was left in "${event.message.text}"`);
    }
    if ('transition' in event && before !== undefined) {
      const { from, event: name, to } = event.transition;
      if (from !== before.state) faults.push(`${id}: left ${from} but was in ${before.state}`);
      if (legalMoves.get(before.flow.id)?.has(`${from}|${name}|${to}`) !== true) {
        faults.push(`${id}: ${from} -${name}-> ${to} is not in its flow`);
      }
    }
  });
  return { events, faults, pictures: () => pictures };
}
