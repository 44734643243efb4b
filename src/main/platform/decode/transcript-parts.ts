import type { FunctionCall, Message, Transition } from '../../../shared/models/transcript.ts';
import { isRecord } from '../json.ts';
import { createFieldTable } from './field-table.ts';
import { instantOf } from './instant.ts';
import type { Mutable } from './mutable.ts';
import { decodeMood } from './sentiments.ts';
import { countOf, plainText, textOf } from './values.ts';
import { CLIENT_MESSAGE_ID, createVocabulary, roleOf } from './vocabulary.ts';

const AT = [
  'at',
  'sentat',
  'timestamp',
  'time',
  'createdat',
  'occurredat',
  'date',
  'ts',
  'createdon',
  'sentms',
  'atms',
];
const INDEX = ['index', 'position', 'ordinal', 'number', 'seq', 'idx', 'order', 'no'];

const MESSAGE = createFieldTable({
  id: ['messageid', 'id', 'utteranceid', 'turnid', 'entryid', 'uuid'],
  index: INDEX,
  role: [
    'role',
    'sender',
    'senderrole',
    'sendertype',
    'author',
    'authorrole',
    'authortype',
    'speaker',
    'from',
    'by',
    'source',
    'type',
  ],
  author: ['authorname', 'sendername', 'agentname', 'speakername', 'displayname', 'username'],
  text: ['text', 'body', 'content', 'message', 'utterance', 'value'],
  at: AT,
  clientMessageId: CLIENT_MESSAGE_ID,
  sentiment: ['sentiment', 'sentimentscore', 'overallsentiment', 'mood', 'moodscore', 'valence'],
});
const KIND = createFieldTable({ kind: ['type', 'kind', 'messagetype', 'contenttype', 'mediatype'] });
const AUTHOR = createFieldTable({
  name: ['name', 'displayname', 'fullname', 'username'],
  role: ['role', 'kind', 'type'],
  id: ['id', 'userid'],
});

/** What a thing in a list is known by: its id, else its place. @param place where it stands; undefined when it stands alone */
function idOf(id: unknown, index: number | undefined, place: number | undefined): string | undefined {
  const at = index ?? place;
  return textOf(id) ?? (at === undefined ? undefined : `#${at}`);
}

/**
 * One message; never throws. Needed are an id (or a place) and a text. In a list, whose things are messages whatever they
 * hold, one without a text is kept with its fields as they came.
 * @param place its place in the list; undefined when it came alone
 */
export function decodeMessage(raw: unknown, place?: number): Message | undefined {
  if (!isRecord(raw)) return undefined;
  const { values, other } = MESSAGE.read(raw);
  const index = countOf(values.index);
  const id = idOf(values.id, index, place);
  const isText = values.text !== undefined;
  // Without a text, something else must tell that it is a message.
  const isOther = place !== undefined && other !== undefined && (values.id ?? index ?? values.role) !== undefined;
  if (id === undefined || !(isText || isOther)) return undefined;
  // `author` may be a role, a name or an object; where another field gives the role, it is set aside as `other`.
  const holder = isRecord(values.role) ? values.role : isRecord(other?.['author']) ? other['author'] : undefined;
  const person = holder === undefined ? undefined : AUTHOR.read(holder).values;
  const label = textOf(isRecord(values.role) ? person?.role : values.role);
  const role = label === undefined ? undefined : roleOf(label);
  const author = textOf(values.author) ?? textOf(person?.name) ?? textOf(other?.['author']);
  const at = instantOf(values.at);
  const clientMessageId = textOf(values.clientMessageId);
  const sentiment = decodeMood(values.sentiment);
  // Filled in one by one: a transcript has thousands, and spreading objects costs several times as much.
  const text = isText ? plainText(values.text) : JSON.stringify(other);
  const message: Mutable<Message> = { id, role: role ?? 'unknown', text };
  if (!isText) message.notText = textOf(KIND.read(other ?? {}).values.kind) ?? '';
  if (index !== undefined) message.index = index;
  if (role === undefined && label !== undefined) message.roleLabel = label;
  if (author !== undefined) message.author = author;
  if (at !== undefined) message.at = at;
  if (clientMessageId !== undefined) message.clientMessageId = clientMessageId;
  if (sentiment !== undefined) message.sentiment = sentiment;
  return message;
}

const CALL = createFieldTable({
  id: ['callid', 'functioncallid', 'toolcallid', 'invocationid', 'executionid', 'id'],
  index: INDEX,
  name: ['name', 'functionname', 'function', 'toolname', 'tool', 'title'],
  status: ['status', 'state', 'outcome'],
  startedAt: [
    'startedat',
    'start',
    'starttime',
    'calledat',
    'at',
    'createdat',
    'begunat',
    'beganat',
    'startedms',
    'invokedat',
  ],
  finishedAt: ['finishedat', 'end', 'endtime', 'endedat', 'completedat', 'returnedat', 'finishedms'],
  inputs: ['inputs', 'input', 'arguments', 'args', 'parameters', 'request'],
  outputs: ['outputs', 'output', 'response', 'returned', 'returnvalue', 'result', 'answer'],
  event: ['event', 'eventname', 'emitted', 'emittedevent', 'firedevent'],
  error: ['error', 'errormessage', 'failure', 'failuremessage', 'failurereason', 'reason'],
});
const callWord = createVocabulary({
  running: ['pending', 'started', 'inprogress', 'called', 'active'],
  succeeded: ['success', 'successful', 'completed', 'complete', 'finished', 'done', 'ok'],
  failed: ['failure', 'error', 'errored', 'timeout', 'timedout'],
});

function callStatus(value: unknown): Pick<FunctionCall, 'status' | 'statusLabel'> {
  const label = textOf(value) ?? '';
  const word = callWord(label);
  if (word === 'running' || word === 'succeeded' || word === 'failed') return { status: word };
  return label === '' ? { status: 'unknown' } : { status: 'unknown', statusLabel: label };
}

/**
 * One function call with inputs and outputs as they came. Needed are an id (or a place) and a name; never throws.
 * @param place its place in the list; undefined when it came alone
 */
export function decodeFunctionCall(raw: unknown, place?: number): FunctionCall | undefined {
  if (!isRecord(raw)) return undefined;
  const { values } = CALL.read(raw);
  const index = countOf(values.index);
  const id = idOf(values.id, index, place);
  const name = textOf(values.name);
  if (id === undefined || name === undefined) return undefined;
  const startedAt = instantOf(values.startedAt);
  const finishedAt = instantOf(values.finishedAt);
  const event = textOf(values.event);
  const error = values.error === null || values.error === undefined ? undefined : plainText(values.error);
  const call: Mutable<FunctionCall> = {
    id,
    name,
    ...callStatus(values.status),
    inputs: values.inputs ?? null,
    outputs: values.outputs ?? null,
  };
  if (index !== undefined) call.index = index;
  if (startedAt !== undefined) call.startedAt = startedAt;
  if (finishedAt !== undefined) call.finishedAt = finishedAt;
  if (event !== undefined) call.event = event;
  if (error !== undefined && error !== '') call.error = error;
  return call;
}

const TRANSITION = createFieldTable({
  index: INDEX,
  at: AT,
  from: ['from', 'fromstate', 'source', 'previous', 'previousstate', 'sourcestate'],
  event: ['event', 'eventname', 'trigger', 'on', 'cause'],
  to: ['to', 'tostate', 'target', 'next', 'nextstate', 'state', 'targetstate'],
});

/**
 * One step along the flow; never throws. Needed is where it led; in a list, an event that led nowhere is kept as well.
 * @param place its place in the list; undefined when it came alone
 */
export function decodeTransition(raw: unknown, place?: number): Transition | undefined {
  if (!isRecord(raw)) return undefined;
  const { values } = TRANSITION.read(raw);
  const event = textOf(values.event) ?? '';
  const to = textOf(values.to) ?? (place === undefined || event === '' ? undefined : '');
  if (to === undefined) return undefined;
  const index = countOf(values.index);
  const at = instantOf(values.at);
  const transition: Mutable<Transition> = { from: textOf(values.from) ?? '', event, to };
  if (index !== undefined) transition.index = index;
  if (at !== undefined) transition.at = at;
  return transition;
}
