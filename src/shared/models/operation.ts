/** The logical operations the console needs. What an instance lacks is disabled with its reason, never guessed. */
export const OPERATION_IDS = [
  'caller.get',
  'tenants.list',
  'conversations.live',
  'conversations.stream',
  'conversations.streamOne',
  'conversations.takeOver',
  'conversations.reply',
  'conversations.handBack',
  'conversations.transfer',
  'conversations.complete',
  'conversations.watch',
  'conversations.create',
  'conversations.sendMessage',
  'internalContacts.list',
  'transcripts.list',
  'transcripts.search',
  'transcripts.get',
  'transcripts.readable',
  'transcripts.setTags',
  'transcripts.flag',
  'transcripts.report',
  'transcripts.recording',
  'transcripts.recordView',
  'transcripts.views',
  'transcripts.history',
  'journey.parameters',
  'flows.list',
  'inbox.get',
  'inbox.setAvailability',
  'inbox.announce',
  'inbox.configuration',
  'inbox.configure',
  'inbox.end',
  'inbox.wrapUp',
  'inbox.requeue',
  'skills.list',
  'campaigns.list',
  'campaigns.create',
  'campaigns.get',
  'campaigns.update',
  'campaigns.duplicate',
  'campaigns.archive',
  'dispatcher.get',
  'dispatcher.start',
  'dispatcher.pause',
  'dispatcher.resume',
  'dispatcher.stop',
  'dispatcher.forecast',
  'manifests.create',
  'manifests.putChunk',
  'manifests.get',
  'manifests.complete',
  'manifests.cancel',
  'manifests.list',
  'manifests.errors',
  'contacts.list',
  'contacts.get',
  'contacts.add',
  'contacts.remove',
  'contacts.skip',
  'contacts.retry',
  'contacts.reschedule',
  'doNotCall.list',
  'doNotCall.add',
  'doNotCall.remove',
  'doNotCall.import',
  'telemetry.health',
  'telemetry.metrics',
  'telemetry.history',
  'telemetry.incidents',
] as const;
export type OperationId = (typeof OPERATION_IDS)[number];

/** Why an operation was bound to a place in the document, most confident first. */
export type BindingRule = 'override' | 'documented-path' | 'operation-id' | 'path-shape' | 'tag-and-verb' | 'built-in';

export interface OperationBinding {
  readonly operation: OperationId;
  readonly bound: boolean;
  readonly rule?: BindingRule;
  /** Lower-case verb and the path template as the document spells it. */
  readonly method?: string;
  readonly path?: string;
  readonly operationIdInDocument?: string;
  readonly tag?: string;
  /** Other places that matched too, for the override menu. */
  readonly candidates: readonly { readonly method: string; readonly path: string; readonly operationId?: string }[];
}

export interface BindingReport {
  readonly source: 'fetched' | 'cached' | 'built-in';
  readonly fetchedAt?: number;
  readonly openapi?: string;
  readonly title?: string;
  readonly version?: string;
  readonly url?: string;
  readonly problem?: { readonly code: string; readonly message: string };
  readonly operations: readonly OperationBinding[];
  /** Operations of the document that the console does not use, so nothing of the API is hidden. */
  readonly unused: readonly {
    readonly method: string;
    readonly path: string;
    readonly operationId?: string;
    readonly tag?: string;
  }[];
}
