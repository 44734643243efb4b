import type {
  Assignment,
  AvailabilityChange,
  Inbox,
  InboxAgent,
  Load,
  PersonalConfiguration,
  QueuedConversation,
  SkillLine,
} from '../../../shared/models/inbox.ts';
import { unwrapped } from '../decode/envelope.ts';
import { createFieldTable } from '../decode/field-table.ts';
import { instantOf } from '../decode/instant.ts';
import { decodeNames } from '../decode/named-values.ts';
import { present } from '../decode/present.ts';
import { wordOf } from '../decode/read-fields.ts';
import { countOf, listOf, textOf, truthOf } from '../decode/values.ts';
import { createVocabulary, platformWord } from '../decode/vocabulary.ts';
import { isRecord } from '../json.ts';

const INBOX = createFieldTable({
  queue: ['queue', 'waiting', 'queued', 'waitingconversations', 'items'],
  skills: ['skills', 'skilllines', 'queues', 'lines'],
  agents: ['agents', 'staff', 'team', 'operators'],
  me: ['me', 'myself', 'self', 'agent'],
  assigned: ['assigned', 'assignments', 'myitems', 'mine', 'myconversations'],
  at: ['at', 'asof', 'now', 'servertime', 'readat', 'generatedat', 'computedat'],
});
const ITEM = createFieldTable({
  id: ['transcriptid', 'conversationid', 'interactionid', 'id'],
  platform: ['platform', 'channel', 'medium'],
  contact: ['contact', 'customer', 'party', 'caller'],
  skills: ['skills', 'requiredskills', 'skill'],
  since: ['since', 'waitingsince', 'queuedat', 'statesince', 'assignedat', 'at'],
  routedBy: ['routedby', 'routing', 'assignedby', 'route'],
  state: ['state', 'itemstate', 'status', 'assignmentstate'],
});
const CONTACT = createFieldTable({
  id: ['id', 'contactid', 'customerid'],
  display: ['display', 'address', 'phonenumber', 'phone', 'email', 'handle', 'number'],
  name: ['name', 'fullname', 'contactname'],
});
const SKILL = createFieldTable({
  name: ['name', 'skill', 'skillname', 'label'],
  waiting: ['waiting', 'waitingcount', 'queued', 'count'],
  oldestSince: ['oldestsince', 'longestwaitsince', 'oldest', 'waitingsince'],
  available: ['available', 'availableagents', 'agentsavailable', 'free'],
});
const AGENT = createFieldTable({
  userId: ['userid', 'id', 'agentid'],
  name: ['name', 'displayname', 'fullname', 'username'],
  availability: ['availability', 'agentstatus', 'status', 'presence', 'state'],
  since: ['since', 'statussince', 'statesince'],
  skills: ['skills', 'skillnames'],
  load: ['load', 'currentload', 'active', 'current'],
  caps: ['caps', 'limits', 'maximum', 'capacity'],
  leg: ['agentleg', 'voiceleg', 'leg', 'audioleg'],
});
const LOAD = createFieldTable({
  chats: ['chats', 'chat', 'maxchats'],
  emails: ['emails', 'email', 'maxemails'],
  voice: ['voice', 'calls', 'call'],
});
const CONFIGURATION = createFieldTable({
  skills: ['skills', 'skillnames'],
  voiceCalls: ['voicecalls', 'takescalls', 'voice', 'voiceenabled'],
  maxChats: ['maxchats', 'chatlimit', 'maxconcurrentchats'],
  maxEmails: ['maxemails', 'emaillimit', 'maxconcurrentemails'],
  mobilePhoneNumber: ['mobilephonenumber', 'mobilephone', 'mobile'],
  sipTrunk: ['siptrunk', 'sip', 'sipaddress'],
});
const CHANGE = createFieldTable({
  me: ['me', 'myself', 'agent'],
  requeued: ['requeued', 'returnedtoqueue', 'returned'],
  kept: ['kept', 'staying', 'remaining'],
});

const availabilityWord = createVocabulary({
  available: ['ready', 'online'],
  busy: ['notready', 'occupied'],
  offline: ['unavailable', 'away'],
  disconnected: ['lost', 'connectionlost'],
});
const legWord = createVocabulary({
  connected: ['ready', 'up'],
  disconnected: ['down', 'none'],
  ringing: ['alerting', 'offered'],
});
const stateWord = createVocabulary({
  ringing: ['offered', 'alerting'],
  open: ['active', 'assigned', 'connected', 'inprogress'],
  'wrap-up': ['wrapup', 'aftercallwork', 'acw'],
});
const routeWord = createVocabulary({
  skill: ['skills', 'acd', 'queue', 'router'],
  agent: ['direct', 'manual', 'personal'],
});

const all = <T>(raw: unknown, decode: (one: unknown) => T | undefined): readonly T[] =>
  listOf(raw).flatMap((one) => decode(one) ?? []);

function contactOf(raw: unknown): QueuedConversation['contact'] {
  if (!isRecord(raw)) return { display: textOf(raw) ?? '' };
  const { values } = CONTACT.read(raw);
  const name = textOf(values.name);
  return present({ id: textOf(values.id), display: textOf(values.display) ?? name ?? '', name });
}

function itemOf(raw: unknown) {
  if (!isRecord(raw)) return undefined;
  const { values } = ITEM.read(raw);
  const id = textOf(values.id);
  if (id === undefined) return undefined;
  const since = instantOf(values.since);
  const shared = { id, platform: platformWord(textOf(values.platform) ?? ''), contact: contactOf(values.contact) };
  return { values, shared: { ...shared, ...(since !== undefined && { since }) } };
}

function decodeQueued(raw: unknown): QueuedConversation | undefined {
  const item = itemOf(raw);
  return item && { ...item.shared, skills: decodeNames(item.values.skills) };
}

/** An assigned conversation, bare or in an envelope. */
export function decodeAssignment(raw: unknown): Assignment | undefined {
  return unwrapped(raw, ['assignment', 'item'])
    .map((level): Assignment | undefined => {
      const item = itemOf(level);
      if (item === undefined) return undefined;
      const { routedBy, state } = item.values;
      return { ...item.shared, routedBy: wordOf(routedBy, routeWord) ?? '', state: wordOf(state, stateWord) ?? '' };
    })
    .findLast((one) => one !== undefined);
}

function loadOf(raw: unknown): Load {
  if (!isRecord(raw)) return {};
  const { values } = LOAD.read(raw);
  return present({ chats: countOf(values.chats), emails: countOf(values.emails), voice: countOf(values.voice) });
}

function decodeAgent(raw: unknown): InboxAgent | undefined {
  if (!isRecord(raw)) return undefined;
  const { values } = AGENT.read(raw);
  const [userId, name] = [textOf(values.userId), textOf(values.name)];
  if (userId === undefined && name === undefined) return undefined;
  return present({
    userId,
    name: name ?? userId ?? '',
    availability: wordOf(values.availability, availabilityWord) ?? '',
    since: instantOf(values.since),
    skills: decodeNames(values.skills),
    load: loadOf(values.load),
    caps: loadOf(values.caps),
    leg: wordOf(values.leg, legWord),
  });
}

function decodeSkillLine(raw: unknown): SkillLine | undefined {
  if (!isRecord(raw)) return undefined;
  const { values } = SKILL.read(raw);
  const name = textOf(values.name);
  if (name === undefined) return undefined;
  return present({
    name,
    waiting: countOf(values.waiting),
    oldestSince: instantOf(values.oldestSince),
    available: countOf(values.available),
  });
}

/** The inbox; undefined when the answer has no queue. */
export function decodeInbox(answer: unknown): Inbox | undefined {
  for (const level of unwrapped(answer, ['inbox'])) {
    const { values } = INBOX.read(level);
    if (!Array.isArray(values.queue)) continue;
    return present({
      queue: all(values.queue, decodeQueued),
      skills: all(values.skills, decodeSkillLine),
      agents: all(values.agents, decodeAgent),
      me: decodeAgent(values.me),
      assigned: all(values.assigned, decodeAssignment),
      at: instantOf(values.at),
    });
  }
  return undefined;
}

/** What became of the operator's conversations. */
export function decodeChange(answer: unknown): AvailabilityChange | undefined {
  return unwrapped(answer)
    .map((level): AvailabilityChange => {
      const { values } = CHANGE.read(level);
      const ids = (raw: unknown) => listOf(raw).flatMap((one) => textOf(one) ?? []);
      return present({ me: decodeAgent(values.me), requeued: ids(values.requeued), kept: ids(values.kept) });
    })
    .findLast(({ me, requeued, kept }) => me !== undefined || requeued.length + kept.length > 0);
}

/** The operator's skills and caps; undefined when the answer names neither. */
export function decodeConfiguration(answer: unknown): PersonalConfiguration | undefined {
  for (const level of unwrapped(answer, ['configuration', 'profile'])) {
    const { values } = CONFIGURATION.read(level);
    if (values.skills === undefined && values.maxChats === undefined) continue;
    return present({
      skills: decodeNames(values.skills),
      voiceCalls: truthOf(values.voiceCalls),
      maxChats: countOf(values.maxChats) ?? 0,
      maxEmails: countOf(values.maxEmails) ?? 0,
      mobilePhoneNumber: textOf(values.mobilePhoneNumber),
      sipTrunk: textOf(values.sipTrunk),
    });
  }
  return undefined;
}

/** The name of a skill. */
export function decodeSkill(raw: unknown): string | undefined {
  return isRecord(raw) ? textOf(SKILL.read(raw).values.name) : textOf(raw);
}
