import type { Dispatcher, Forecast, Lease, Overlap, ZoneForecast } from '../../../shared/models/dispatcher.ts';
import { unwrapped } from '../decode/envelope.ts';
import { createFieldTable } from '../decode/field-table.ts';
import { instantOf } from '../decode/instant.ts';
import { present } from '../decode/present.ts';
import { personOf, wordOf, wordsOf } from '../decode/read-fields.ts';
import { countOf, listOf, textOf } from '../decode/values.ts';
import { isRecord, type JsonRecord } from '../json.ts';
import { campaignStateWord, leaseStateWord, verbWord } from './campaign-words.ts';

const DISPATCHER = createFieldTable({
  campaignId: ['campaignid', 'outreachid', 'campaign', 'id', 'campaignref'],
  state: [
    'state',
    'status',
    'dispatcherstate',
    'dispatcherstatus',
    'dialerstate',
    'dialerstatus',
    'phase',
    'stage',
    'lifecycle',
  ],
  revision: ['revision', 'version', 'rev'],
  legalVerbs: ['legalverbs', 'allowedverbs', 'allowedactions', 'legalactions', 'availableactions', 'allowedcommands'],
  concurrency: ['concurrency', 'maxconcurrency', 'concurrentcalls', 'maxconcurrentcalls', 'parallelcalls', 'lines'],
  callsInProgress: ['callsinprogress', 'activecalls', 'inprogress', 'callsactive', 'currentcalls', 'ongoingcalls'],
  queued: ['queued', 'queuelength', 'inqueue', 'waiting', 'queuesize', 'waitingforline'],
  leased: ['leased', 'leases', 'claimed', 'held', 'leasedcontacts', 'inflight', 'heldlines'],
  unreported: ['unreported', 'unreportedcalls', 'unknowncalls', 'lostcalls', 'silentcalls', 'neverreported'],
  lastMovementAt: ['lastmovementat', 'lastmovement', 'lastactivityat', 'lastprogressat', 'movedat', 'lastdialedat'],
  pausedBy: ['pausedby', 'suspendedby', 'heldby'],
  tenantCap: [
    'tenantcap',
    'tenantlimit',
    'cap',
    'tenantconcurrencycap',
    'orgcap',
    'accountcap',
    'linelimit',
    'linecap',
  ],
  tenantInUse: ['tenantinuse', 'inuse', 'tenantusage', 'tenantcalls', 'orginuse', 'linesinuse', 'accountinuse'],
});
const LEASE = createFieldTable({
  contactId: ['contactid', 'leadid', 'recipientid', 'targetid', 'calleeid', 'contact', 'id', 'recipientref'],
  since: ['since', 'leasedat', 'startedat', 'at', 'heldsince', 'claimedat'],
  state: ['state', 'status', 'phase', 'leasestate', 'linestate'],
});

function decodeLease(raw: unknown): readonly Lease[] {
  if (!isRecord(raw)) return [];
  const { values } = LEASE.read(raw);
  const contactId = textOf(values.contactId);
  if (contactId === undefined) return [];
  return [present({ contactId, since: instantOf(values.since), state: wordOf(values.state, leaseStateWord) ?? '' })];
}

function dispatcherOf(raw: JsonRecord): Dispatcher | undefined {
  const { values } = DISPATCHER.read(raw);
  const state = wordOf(values.state, campaignStateWord);
  if (state === undefined) return undefined;
  return present({
    campaignId: textOf(values.campaignId) ?? '',
    state,
    revision: countOf(values.revision),
    legalVerbs: wordsOf(values.legalVerbs, verbWord),
    concurrency: countOf(values.concurrency),
    callsInProgress: countOf(values.callsInProgress),
    queued: countOf(values.queued),
    leased: listOf(values.leased).flatMap(decodeLease),
    unreported: countOf(values.unreported),
    lastMovementAt: instantOf(values.lastMovementAt),
    pausedBy: personOf(values.pausedBy),
    tenantCap: countOf(values.tenantCap),
    tenantInUse: countOf(values.tenantInUse),
  });
}

/** The dispatcher in an answer. Needed is its state. */
export function decodeDispatcher(answer: unknown): Dispatcher | undefined {
  return unwrapped(answer, ['dispatcher', 'dialer'])
    .map(dispatcherOf)
    .findLast((one) => one !== undefined);
}

const FORECAST = createFieldTable({
  dialableNow: ['dialablenow', 'dialable', 'callablenow', 'callable', 'readynow', 'eligiblenow'],
  byZone: ['byzone', 'zones', 'bytimezone', 'timezones', 'perzone'],
  doNotCallHits: ['donotcallhits', 'dnchits', 'suppressedhits', 'suppressed', 'donotcall', 'suppressionhits'],
  overlaps: ['overlaps', 'overlapping', 'alsoin', 'sharedcontacts', 'conflicts', 'overlappingcampaigns'],
  estimatedEndAt: ['estimatedendat', 'estimatedend', 'expectedendat', 'eta', 'estimatedfinishat', 'expectedfinishat'],
  at: ['at', 'computedat', 'asof', 'generatedat', 'time'],
});
const ZONE = createFieldTable({
  timeZone: ['timezone', 'zone', 'tz', 'timezoneid'],
  contacts: ['contacts', 'contactcount', 'count', 'total', 'remaining', 'recipients'],
  dialableNow: ['dialablenow', 'dialable', 'callablenow', 'callable', 'readynow', 'eligiblenow'],
  opensAt: ['opensat', 'opens', 'windowopensat', 'nextopensat'],
  closesAt: ['closesat', 'closes', 'windowclosesat', 'nextclosesat'],
});
const OVERLAP = createFieldTable({
  campaignId: ['campaignid', 'outreachid', 'id', 'campaignref'],
  name: ['name', 'campaignname', 'title', 'label'],
  contacts: ['contacts', 'contactcount', 'count', 'shared', 'recipients'],
});

function decodeZone(raw: unknown): readonly ZoneForecast[] {
  if (!isRecord(raw)) return [];
  const { values } = ZONE.read(raw);
  const timeZone = textOf(values.timeZone);
  if (timeZone === undefined) return [];
  return [
    present({
      timeZone,
      contacts: countOf(values.contacts) ?? 0,
      dialableNow: countOf(values.dialableNow) ?? 0,
      opensAt: instantOf(values.opensAt),
      closesAt: instantOf(values.closesAt),
    }),
  ];
}

function decodeOverlap(raw: unknown): readonly Overlap[] {
  if (!isRecord(raw)) return [];
  const { values } = OVERLAP.read(raw);
  const campaignId = textOf(values.campaignId);
  if (campaignId === undefined) return [];
  return [{ campaignId, name: textOf(values.name) ?? campaignId, contacts: countOf(values.contacts) ?? 0 }];
}

/** The forecast in an answer: the level that says how many may be called. */
export function decodeForecast(answer: unknown): Forecast | undefined {
  return unwrapped(answer, ['forecast'])
    .map((raw) => {
      const { values } = FORECAST.read(raw);
      if (values.dialableNow === undefined && values.byZone === undefined) return undefined;
      return present({
        dialableNow: countOf(values.dialableNow),
        byZone: listOf(values.byZone).flatMap(decodeZone),
        doNotCallHits: countOf(values.doNotCallHits),
        overlaps: listOf(values.overlaps).flatMap(decodeOverlap),
        estimatedEndAt: instantOf(values.estimatedEndAt),
        at: instantOf(values.at),
      });
    })
    .findLast((one) => one !== undefined);
}
