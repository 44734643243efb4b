import type { CampaignContact, ContactAttempt, ContactDetail } from '../../../shared/models/campaign-contact.ts';
import type { DoNotCallEntry, DoNotCallImport } from '../../../shared/models/do-not-call.ts';
import { unwrapped } from '../decode/envelope.ts';
import { createFieldTable } from '../decode/field-table.ts';
import { instantOf } from '../decode/instant.ts';
import { decodeParameters } from '../decode/named-values.ts';
import { present } from '../decode/present.ts';
import { personOf, textMapOf, wordOf } from '../decode/read-fields.ts';
import { countOf, listOf, numberOf, textOf, truthOf } from '../decode/values.ts';
import { isRecord, type JsonRecord } from '../json.ts';
import { words } from '../words.ts';
import { contactStateWord, dispositionWord, notCalledWord, sourceWord } from './campaign-words.ts';

const CONTACT = createFieldTable({
  id: ['contactid', 'leadid', 'recipientid', 'targetid', 'calleeid', 'id', 'key', 'uuid', 'recipientref'],
  campaignId: ['campaignid', 'outreachid', 'campaign', 'campaignref'],
  row: ['row', 'rownumber', 'line', 'manifestrow', 'datarow'],
  uploadId: ['uploadid', 'manifestid', 'importid', 'fileref'],
  phone: ['phone', 'phonenumber', 'number', 'address', 'msisdn', 'dialnumber', 'e164', 'telephone', 'tel'],
  externalId: ['externalid', 'externalreference', 'reference', 'externalref', 'customerid', 'crmid'],
  firstName: ['firstname', 'givenname', 'forename'],
  lastName: ['lastname', 'familyname', 'surname'],
  language: ['language', 'lang', 'locale', 'languagecode'],
  timeZone: ['timezone', 'zone', 'tz', 'timezoneid'],
  variables: ['variables', 'parameters', 'attributes', 'fields', 'custom', 'data'],
  state: ['state', 'status', 'contactstate', 'contactstatus', 'phase', 'stage', 'recipientstate'],
  attempts: ['attempts', 'attemptcount', 'attemptscount', 'tries', 'calls', 'callcount', 'attemptsmade'],
  history: ['history', 'attempthistory', 'attemptlist', 'calllog', 'callattempts', 'attemptlog'],
  lastAttemptAt: ['lastattemptat', 'lastattempt', 'lastcalledat', 'calledat', 'lastcallat'],
  nextAttemptAt: ['nextattemptat', 'nextattempt', 'nextcallat', 'scheduledfor', 'scheduledat', 'retryat', 'duenextat'],
  disposition: ['disposition', 'outcome', 'result', 'lastoutcome', 'lastdisposition'],
  transcriptId: ['transcriptid', 'conversationid', 'lasttranscriptid', 'lastconversationid', 'callid'],
  notCalledBecause: [
    'notcalledbecause',
    'whynotcalled',
    'blockedby',
    'notcalledreason',
    'holdreason',
    'reason',
    'withheld',
  ],
});
const ATTEMPT = createFieldTable({
  attempt: ['attempt', 'number', 'attemptnumber', 'nth', 'index', 'sequence'],
  at: ['at', 'startedat', 'dialedat', 'calledat', 'start', 'time', 'beganat', 'placedat'],
  endedAt: ['endedat', 'finishedat', 'end', 'completedat'],
  disposition: ['disposition', 'outcome', 'result', 'status'],
  transcriptId: ['transcriptid', 'conversationid', 'callid'],
  durationSeconds: ['durationseconds', 'duration', 'seconds', 'lengthseconds', 'talkseconds'],
  unreported: ['unreported', 'neverreported', 'lost', 'silent', 'noreport'],
});
const BECAUSE = createFieldTable({
  code: ['code', 'reason', 'cause', 'kind'],
  until: ['until', 'at', 'opensat', 'nextat', 'retryat'],
});

function decodeAttempt(raw: unknown, nth: number): readonly ContactAttempt[] {
  if (!isRecord(raw)) return [];
  const { values } = ATTEMPT.read(raw);
  return [
    present({
      attempt: countOf(values.attempt) ?? nth + 1,
      at: instantOf(values.at),
      endedAt: instantOf(values.endedAt),
      disposition: wordOf(values.disposition, dispositionWord),
      transcriptId: textOf(values.transcriptId),
      durationSeconds: numberOf(values.durationSeconds),
      unreported: truthOf(values.unreported),
    }),
  ];
}

function decodeBecause(raw: unknown): ContactDetail['notCalledBecause'] {
  const values = isRecord(raw) ? BECAUSE.read(raw).values : { code: raw, until: undefined };
  const code = textOf(values.code);
  return code === undefined ? undefined : present({ code: notCalledWord(code), until: instantOf(values.until) });
}

/** Variables from a map, or from a list of named values. */
function variablesOf(raw: unknown): Readonly<Record<string, string>> {
  if (!Array.isArray(raw)) return textMapOf(raw);
  return Object.fromEntries(decodeParameters(raw).map(({ name, value }) => [name, value]));
}

function contactOf(raw: JsonRecord): ContactDetail | undefined {
  const { values } = CONTACT.read(raw);
  const id = textOf(values.id);
  const phone = textOf(values.phone);
  if (id === undefined || phone === undefined) return undefined;
  // The count and the list of attempts go by the same name at some instances.
  const listed = Array.isArray(values.history) ? values.history : values.attempts;
  const history = Array.isArray(listed) ? listed.flatMap(decodeAttempt) : [];
  return present({
    id,
    phone,
    campaignId: textOf(values.campaignId),
    row: countOf(values.row),
    uploadId: textOf(values.uploadId),
    externalId: textOf(values.externalId),
    firstName: textOf(values.firstName),
    lastName: textOf(values.lastName),
    language: textOf(values.language),
    timeZone: textOf(values.timeZone),
    variables: variablesOf(values.variables),
    state: wordOf(values.state, contactStateWord) ?? '',
    attempts: countOf(values.attempts) ?? (Array.isArray(listed) ? history.length : undefined),
    lastAttemptAt: instantOf(values.lastAttemptAt),
    nextAttemptAt: instantOf(values.nextAttemptAt),
    disposition: wordOf(values.disposition, dispositionWord),
    transcriptId: textOf(values.transcriptId),
    history,
    notCalledBecause: decodeBecause(values.notCalledBecause),
  });
}

/** One contact as a list has it. Needed are an id and a number. */
export function decodeContact(raw: unknown): CampaignContact | undefined {
  const found = isRecord(raw) ? contactOf(raw) : undefined;
  if (found === undefined) return undefined;
  const { history: _, notCalledBecause: __, ...contact } = found;
  return contact;
}

/** The contact in an answer with all its attempts, whatever envelopes are around it. */
export function decodeContactAnswer(answer: unknown): ContactDetail | undefined {
  const levels = unwrapped(answer, ['contact', 'lead', 'recipient', 'target']);
  const found = levels.map(contactOf).findLast((one) => one !== undefined);
  if (found === undefined || found.history.length > 0) return found;
  // Attempts and reason may stand beside the contact instead of in it.
  const beside = levels.map((level) => CONTACT.read(level).values);
  const listed = beside.map(({ history, attempts }) => history ?? attempts).find((one) => Array.isArray(one));
  const because = beside.map((values) => decodeBecause(values.notCalledBecause)).find((one) => one !== undefined);
  return {
    ...found,
    history: listOf(listed).flatMap(decodeAttempt),
    ...(because !== undefined && { notCalledBecause: because }),
  };
}

const ENTRY = createFieldTable({
  id: ['entryid', 'suppressionid', 'dncid', 'id', 'key', 'uuid', 'suppressionref'],
  phone: ['phone', 'phonenumber', 'number', 'address', 'msisdn', 'e164', 'telephone'],
  reason: ['reason', 'note', 'comment', 'why', 'cause'],
  source: ['source', 'origin', 'addedvia', 'channel'],
  addedAt: ['addedat', 'createdat', 'added', 'since', 'at', 'listedat'],
  addedBy: ['addedby', 'createdby', 'author', 'by', 'user', 'listedby'],
  expiresAt: ['expiresat', 'expires', 'expiry', 'until', 'validuntil', 'lapsesat'],
});

/** One entry of the do-not-call list. Needed are an id and a number. */
export function decodeDoNotCall(raw: unknown): DoNotCallEntry | undefined {
  if (!isRecord(raw)) return undefined;
  const { values } = ENTRY.read(raw);
  const id = textOf(values.id);
  const phone = textOf(values.phone);
  if (id === undefined || phone === undefined) return undefined;
  return present({
    id,
    phone,
    reason: textOf(values.reason),
    source: wordOf(values.source, sourceWord),
    addedAt: instantOf(values.addedAt),
    addedBy: personOf(values.addedBy),
    expiresAt: instantOf(values.expiresAt),
  });
}

const IMPORT = createFieldTable({
  added: ['added', 'imported', 'created', 'accepted'],
  alreadyThere: ['alreadythere', 'alreadylisted', 'duplicates', 'existing', 'alreadypresent', 'unchanged'],
  invalid: ['invalid', 'rejected', 'errors', 'refused'],
});
const REFUSED = createFieldTable({
  index: ['index', 'row', 'position', 'nth'],
  code: ['code', 'reason', 'error', 'message'],
});

/** What an answer says of an import. */
export function decodeImport(answer: unknown): DoNotCallImport | undefined {
  return unwrapped(answer)
    .map((raw) => {
      const { values } = IMPORT.read(raw);
      const added = countOf(values.added);
      if (added === undefined) return undefined;
      const invalid = listOf(values.invalid).flatMap((one) => {
        if (!isRecord(one)) return [];
        const read = REFUSED.read(one).values;
        const index = countOf(read.index);
        return index === undefined ? [] : [{ index, code: words(textOf(read.code) ?? 'invalid').join('-') }];
      });
      return { added, alreadyThere: countOf(values.alreadyThere) ?? 0, invalid };
    })
    .findLast((one) => one !== undefined);
}

/** One entry from the answer to adding it. */
export function decodeDoNotCallAnswer(answer: unknown): DoNotCallEntry | undefined {
  return unwrapped(answer, ['entry', 'suppression'])
    .map(decodeDoNotCall)
    .findLast((one) => one !== undefined);
}
