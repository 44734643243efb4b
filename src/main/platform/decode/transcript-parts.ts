import type { FunctionCall, Message, Transition } from '../../../shared/models/transcript.ts';
import { isRecord } from '../json.ts';
import { createFieldTable } from './field-table.ts';
import { instantOf } from './instant.ts';
import type { Mutable } from './mutable.ts';
import { decodeMood } from './sentiments.ts';
import { countOf, plainText, textOf } from './values.ts';
import { createVocabulary, roleOf } from './vocabulary.ts';

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
  clientMessageId: [
    'clientmessageid',
    'clientid',
    'clientreference',
    'clientref',
    'idempotencykey',
    'correlationid',
    'externalid',
    'localid',
    'clienttoken',
  ],
  sentiment: ['sentiment', 'sentimentscore', 'overallsentiment', 'mood', 'moodscore', 'valence'],
});
const AUTHOR = createFieldTable({
  name: ['name', 'displayname', 'fullname', 'username'],
  role: ['role', 'kind', 'type'],
  id: ['id', 'userid'],
});

/** One message. Needed are an id (or a place) and a text field; never throws. */
export function decodeMessage(raw: unknown): Message | undefined {
  if (!isRecord(raw)) return undefined;
  const { values, other } = MESSAGE.read(raw);
  const index = countOf(values.index);
  const id = textOf(values.id) ?? (index === undefined ? undefined : `#${index}`);
  if (id === undefined || values.text === undefined) return undefined;
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
  const message: Mutable<Message> = { id, role: role ?? 'unknown', text: plainText(values.text) };
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

function callStatus(value: unknown): FunctionCall['status'] {
  const word = callWord(textOf(value) ?? '');
  return word === 'running' || word === 'succeeded' || word === 'failed' ? word : 'unknown';
}

/** One function call with inputs and outputs as they came. Needed are an id (or a place) and a name; never throws. */
export function decodeFunctionCall(raw: unknown): FunctionCall | undefined {
  if (!isRecord(raw)) return undefined;
  const { values } = CALL.read(raw);
  const index = countOf(values.index);
  const id = textOf(values.id) ?? (index === undefined ? undefined : `#${index}`);
  const name = textOf(values.name);
  if (id === undefined || name === undefined) return undefined;
  const startedAt = instantOf(values.startedAt);
  const finishedAt = instantOf(values.finishedAt);
  const event = textOf(values.event);
  const error = values.error === null || values.error === undefined ? undefined : plainText(values.error);
  const call: Mutable<FunctionCall> = {
    id,
    name,
    status: callStatus(values.status),
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

/** One step along the flow. Needed is only where it led; never throws. */
export function decodeTransition(raw: unknown): Transition | undefined {
  if (!isRecord(raw)) return undefined;
  const { values } = TRANSITION.read(raw);
  const to = textOf(values.to);
  if (to === undefined) return undefined;
  const index = countOf(values.index);
  const at = instantOf(values.at);
  const transition: Mutable<Transition> = { from: textOf(values.from) ?? '', event: textOf(values.event) ?? '', to };
  if (index !== undefined) transition.index = index;
  if (at !== undefined) transition.at = at;
  return transition;
}
