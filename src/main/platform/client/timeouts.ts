import type { OperationId } from '../../../shared/models/operation.ts';

/** How long each kind of request may take, ms. */
export interface Timeouts {
  readonly read: number;
  readonly write: number;
  /** Operations that wait for the language model: the platform answers late under load instead of refusing. */
  readonly model: number;
  /** Requests that carry megabytes. */
  readonly transfer: number;
}

export const TIMEOUTS: Timeouts = { read: 15_000, write: 15_000, model: 120_000, transfer: 120_000 };

const READS: ReadonlySet<OperationId> = new Set<OperationId>([
  'caller.get',
  'tenants.list',
  'conversations.live',
  'conversations.stream',
  'conversations.streamOne',
  'internalContacts.list',
  'transcripts.list',
  'transcripts.search',
  'transcripts.get',
  'transcripts.readable',
  'transcripts.recording',
  'transcripts.views',
  'transcripts.history',
  'journey.parameters',
  'inbox.get',
  'inbox.configuration',
  'skills.list',
  'flows.list',
  'campaigns.list',
  'campaigns.get',
  'dispatcher.get',
  'dispatcher.forecast',
  'manifests.get',
  'manifests.list',
  'manifests.errors',
  'contacts.list',
  'contacts.get',
  'doNotCall.list',
  'telemetry.health',
  'telemetry.metrics',
  'telemetry.history',
  'telemetry.incidents',
]);
const WAITS_FOR_MODEL: ReadonlySet<OperationId> = new Set<OperationId>([
  'conversations.create',
  'conversations.sendMessage',
]);

const CARRIES_MUCH: ReadonlySet<OperationId> = new Set<OperationId>([
  'manifests.putChunk',
  'doNotCall.import',
  'transcripts.recording',
]);

/** Whether the operation changes anything, whatever its verb (a search may be a POST). */
export function isWrite(operation: OperationId): boolean {
  return !READS.has(operation);
}

/** The time limit of an operation. */
export function timeoutFor(operation: OperationId, timeouts: Timeouts): number {
  if (WAITS_FOR_MODEL.has(operation)) return timeouts.model;
  if (CARRIES_MUCH.has(operation)) return timeouts.transfer;
  return isWrite(operation) ? timeouts.write : timeouts.read;
}
