import { FailureError } from '../../../shared/models/failure.ts';
import type { BoundOperation } from '../bind.ts';
import { CLIENT_MESSAGE_ID, statusWord } from '../decode/vocabulary.ts';
import { type FieldView, fieldsOf } from '../openapi/schema-view.ts';
import { squash } from '../words.ts';
import { encodeShape } from './body-shape.ts';
import type { Inputs } from './inputs.ts';

type BodyRole = 'text' | 'clientMessageId' | 'note' | 'internalContactId' | 'complete';

/** Squashed names that body fields go by, most telling first; the first is also our default where nothing is described. */
const NAMES: Readonly<Record<BodyRole, readonly string[]>> = {
  text: ['text', 'message', 'body', 'content', 'utterance', 'reply', 'messagetext', 'messagebody', 'say'],
  clientMessageId: CLIENT_MESSAGE_ID,
  note: ['note', 'comment', 'remark', 'reason', 'summary', 'message', 'text'],
  internalContactId: [
    'internalcontactid',
    'internalcontact',
    'contactid',
    'targetid',
    'destinationid',
    'transfertargetid',
    'directoryentryid',
    'directoryid',
    'entryid',
    'target',
    'destination',
    'contact',
    'to',
    'id',
  ],
  complete: ['status', 'newstatus', 'targetstatus', 'conversationstatus', 'transcriptstatus', 'state', 'outcome'],
};
const DEFAULT_NAMES: Readonly<Record<BodyRole, string>> = {
  text: 'text',
  clientMessageId: 'clientMessageId',
  note: 'note',
  internalContactId: 'internalContactId',
  complete: 'status',
};

/** Words that mean "completed" in a status enumeration, best first. */
const COMPLETED = ['completed', 'complete', 'closed', 'close', 'resolved', 'finished', 'ended', 'done'];

/** The document's own spelling of "completed"; ours when it lists none. */
function completedSpelling(field: FieldView | undefined): string {
  const spellings = field?.enumeration ?? [];
  const exact = spellings.find((spelling) => statusWord(spelling) === 'completed');
  return (
    exact ?? COMPLETED.flatMap((word) => spellings.filter((spelling) => squash(spelling) === word))[0] ?? 'completed'
  );
}

function valueFor(role: BodyRole, inputs: Inputs, field: FieldView | undefined): string | undefined {
  if (role === 'complete') return inputs.complete === true ? completedSpelling(field) : undefined;
  return inputs[role];
}

const ROLES = Object.keys(NAMES) as readonly BodyRole[];

function fieldFor(role: BodyRole, fields: readonly FieldView[], taken: ReadonlySet<string>): FieldView | undefined {
  for (const name of NAMES[role]) {
    const found = fields.find((field) => squash(field.name) === name && !taken.has(field.name));
    if (found !== undefined) return found;
  }
  return undefined;
}

export interface BuiltBody {
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly contentType?: string;
}

function unfillable(bound: BoundOperation, field: string): FailureError {
  return new FailureError('unavailable', `${bound.operation}: the console cannot fill the request`, {
    reason: 'unfillable-body',
    operation: bound.operation,
    field,
  });
}

/** Without a described body: what the platform's public documentation lets one expect, and nothing that may be refused. */
function undescribedBody(bound: BoundOperation, inputs: Inputs): string | undefined {
  const entries = ROLES.filter((role) => role !== 'clientMessageId').flatMap((role) => {
    const value = valueFor(role, inputs, undefined);
    return value === undefined ? [] : [[DEFAULT_NAMES[role], value] as const];
  });
  return bound.described !== undefined || entries.length === 0
    ? undefined
    : JSON.stringify(Object.fromEntries(entries));
}

/** Where nothing is described: our own names; a described operation without a body can only do without the rest. */
function undescribedFields(
  bound: BoundOperation,
  { shape, values }: NonNullable<Inputs['fields']>,
): string | undefined {
  if (bound.described === undefined) return JSON.stringify(encodeShape(bound, shape, values, undefined));
  const needed = Object.keys(values).find((name) => values[name] !== undefined && shape[name]?.optional !== true);
  if (needed !== undefined) throw unfillable(bound, needed);
  return undefined;
}

/** Bytes as they are, under the type that the document names for them. */
function bytesBody(bound: BoundOperation, bytes: Uint8Array): BuiltBody {
  const contents = bound.described?.body ?? [];
  const usable = contents.find(({ mediaType }) => /octet-stream|^\*\/\*$|binary|offset|^text\/csv$/.test(mediaType));
  if (usable === undefined && contents.length > 0) {
    throw new FailureError('unavailable', `${bound.operation}: the body's format is not supported`, {
      reason: 'unsupported-body',
      operation: bound.operation,
    });
  }
  const contentType =
    usable === undefined || usable.mediaType === '*/*' ? 'application/octet-stream' : usable.mediaType;
  return { body: Uint8Array.from(bytes), contentType };
}

/**
 * The JSON body of a request by its schema: each input under the name that the document gives it, required fields of a
 * fixed or default value filled in.
 * @returns nothing to add when the operation takes no body.
 * @throws FailureError `unavailable` with reason `unfillable-body` or `unsupported-body`.
 */
export function buildBody(bound: BoundOperation, inputs: Inputs): BuiltBody {
  const contents = bound.described?.body ?? [];
  if (inputs.bytes !== undefined) return bytesBody(bound, inputs.bytes);
  const json = contents.find(({ mediaType }) => /[/+]json$/.test(mediaType) || mediaType === '*/*');
  if (json?.schema === undefined) {
    if (json === undefined && contents.length > 0) {
      throw new FailureError('unavailable', `${bound.operation}: the body's format is not supported`, {
        reason: 'unsupported-body',
        operation: bound.operation,
      });
    }
    const body = inputs.fields === undefined ? undescribedBody(bound, inputs) : undescribedFields(bound, inputs.fields);
    return body === undefined ? {} : { body };
  }
  if (inputs.fields !== undefined) {
    return { body: JSON.stringify(encodeShape(bound, inputs.fields.shape, inputs.fields.values, json.schema)) };
  }
  const fields = fieldsOf(json.schema);
  const taken = new Set<string>();
  const entries: [string, unknown][] = [];
  for (const role of ROLES) {
    if (valueFor(role, inputs, undefined) === undefined) continue;
    const field = fieldFor(role, fields, taken);
    if (field !== undefined) {
      taken.add(field.name);
      entries.push([field.name, valueFor(role, inputs, field)]);
    } else if (role !== 'clientMessageId' && role !== 'complete') throw unfillable(bound, role);
  }
  for (const field of fields) {
    if (!field.required || taken.has(field.name)) continue;
    if (field.fixed === undefined) throw unfillable(bound, field.name);
    entries.push([field.name, field.fixed]);
  }
  return { body: JSON.stringify(Object.fromEntries(entries)) };
}
