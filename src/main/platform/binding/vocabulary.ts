import { words } from '../words.ts';

/**
 * Concepts of contact-centre APIs and the words that name them. General vocabulary: no deployment's spellings are
 * listed, and two or three words in a row (`take over`, `do not call`) are read as one.
 */
const CONCEPTS = {
  conversation: [
    'conversation',
    'conversations',
    'transcript',
    'transcripts',
    'chat',
    'chats',
    'webchat',
    'webchats',
    'interaction',
    'interactions',
    'thread',
    'threads',
    'dialog',
    'dialogue',
  ],
  web: ['webchat', 'web'],
  takeOver: ['takeover', 'claim', 'assume', 'seize', 'grab', 'pickup', 'intervene'],
  handBack: [
    'handback',
    'release',
    'resume',
    'giveback',
    'unclaim',
    'relinquish',
    'returntoai',
    'resumeai',
    'unassign',
    'handover',
  ],
  transfer: ['transfer', 'transfers', 'forward', 'reroute', 'escalate'],
  complete: [
    'complete',
    'completed',
    'completion',
    'close',
    'closed',
    'closure',
    'finish',
    'end',
    'resolve',
    'status',
    'terminate',
  ],
  message: ['message', 'messages', 'reply', 'replies', 'respond', 'utterance', 'say', 'speak', 'send', 'post'],
  csr: ['csr', 'agent', 'operator', 'human', 'staff', 'reply', 'replies', 'respond', 'say', 'speak', 'csrmessage'],
  customer: ['customer', 'visitor', 'user', 'caller', 'inbound', 'enduser', 'guest', 'webchat'],
  stream: [
    'stream',
    'streams',
    'events',
    'event',
    'sse',
    'subscribe',
    'subscription',
    'feed',
    'watch',
    'changes',
    'updates',
    'push',
  ],
  live: ['live', 'active', 'inflight', 'inprogress', 'ongoing', 'current', 'open', 'snapshot', 'running', 'board'],
  archive: ['archive', 'archived', 'history', 'historical', 'past'],
  search: ['search', 'query', 'find', 'lookup'],
  readable: ['readable', 'text', 'plain', 'plaintext', 'printable', 'markdown', 'rendered', 'human-readable', 'txt'],
  presence: ['presence', 'watcher', 'watchers', 'watching', 'viewer', 'viewers', 'viewing', 'observer', 'observers'],
  tag: ['tag', 'tags', 'label', 'labels'],
  flag: ['flag', 'flagged', 'unflag', 'reviewflag', 'bookmark', 'mark'],
  report: ['report', 'reports', 'reporting', 'complaint', 'complaints'],
  recording: ['recording', 'recordings', 'audio', 'media', 'playback'],
  view: ['view', 'views', 'accesslog', 'accesslogs', 'accesses', 'readreceipt', 'readreceipts', 'openedby'],
  contactHistory: [
    'contacthistory',
    'customerhistory',
    'callerhistory',
    'related',
    'relatedconversations',
    'thread',
    'othersessions',
  ],
  journeyParameter: ['journeyparameter', 'journeyparameters', 'journeyparams', 'historyparams', 'contacthistoryparams'],
  inbox: ['inbox', 'workqueue', 'acd', 'agentdesk', 'agentqueue', 'workbasket'],
  availability: ['availability', 'agentstatus', 'mystatus', 'agentstate', 'routingstatus'],
  personalConfiguration: [
    'personalconfiguration',
    'personalconfigurations',
    'myconfiguration',
    'configuration',
    'routingprofile',
    'personalsettings',
    'agentsettings',
  ],
  assignment: ['assignment', 'assignments', 'workitem', 'workitems', 'assigned'],
  wrapUp: ['wrapup', 'aftercallwork', 'aftercall', 'acw'],
  requeue: ['requeue', 'returntoqueue', 'putback', 'backtoqueue'],
  end: ['end', 'finish', 'close', 'hangup'],
  skill: ['skill', 'skills'],
  tenant: [
    'tenant',
    'tenants',
    'organization',
    'organizations',
    'organisation',
    'organisations',
    'org',
    'orgs',
    'account',
    'accounts',
    'workspace',
    'workspaces',
  ],
  caller: ['me', 'caller', 'whoami', 'self', 'profile', 'currentuser', 'userinfo', 'identity', 'myself'],
  contact: [
    'internalcontact',
    'internalcontacts',
    'directory',
    'transfertarget',
    'transfertargets',
    'transferdestination',
    'transferdestinations',
    'phonebook',
    'addressbook',
  ],
  flow: ['flow', 'flows', 'journey', 'journeys', 'callflow', 'callflows', 'dialogflow', 'dialogflows'],
  telemetry: ['telemetry', 'monitoring', 'observability', 'missioncontrol', 'operations'],
  health: ['health', 'systemhealth', 'systemstatus', 'vitals', 'healthcheck', 'servicestatus'],
  metric: ['metric', 'metrics', 'gauge', 'gauges', 'kpi', 'kpis', 'measurement', 'measurements', 'counters'],
  series: ['history', 'series', 'timeseries', 'trend', 'trends', 'historical'],
  incident: ['incident', 'incidents', 'disruption', 'disruptions', 'outages'],
  list: ['list', 'all', 'index', 'browse', 'page'],
  one: ['get', 'fetch', 'read', 'show', 'retrieve', 'one', 'detail', 'details', 'single'],
  create: ['create', 'start', 'open', 'begin', 'new', 'initiate', 'add'],
  change: ['update', 'set', 'edit', 'replace', 'put', 'patch', 'change', 'modify'],
  remove: ['delete', 'remove', 'destroy', 'purge'],
  campaign: ['campaign', 'campaigns', 'outreach', 'outreaches', 'outboundcampaign', 'outboundcampaigns'],
  dispatcher: ['dispatcher', 'dispatch', 'dispatching', 'dialer', 'dialler', 'pacer'],
  manifest: [
    'manifest',
    'manifests',
    'upload',
    'uploads',
    'contactlist',
    'contactlists',
    'contactfile',
    'contactfiles',
  ],
  callee: ['contact', 'contacts', 'lead', 'leads', 'recipient', 'recipients', 'callee', 'callees', 'target', 'targets'],
  doNotCall: [
    'donotcall',
    'dnc',
    'suppression',
    'suppressions',
    'suppressionlist',
    'suppressed',
    'blocklist',
    'optout',
    'optouts',
  ],
  launch: ['start', 'launch', 'begin', 'run', 'activate'],
  pause: ['pause', 'suspend', 'hold'],
  resume: ['resume', 'unpause', 'continue'],
  stop: ['stop', 'halt', 'abort', 'terminate'],
  forecast: ['forecast', 'forecasts', 'estimate', 'projection', 'blastradius', 'outlook'],
  duplicate: ['duplicate', 'clone', 'copy', 'copies', 'duplicates'],
  retire: ['archive', 'delete', 'remove', 'destroy', 'retire', 'purge'],
  chunk: ['chunk', 'chunks', 'part', 'parts', 'piece', 'pieces', 'bytes'],
  finish: ['complete', 'completion', 'finish', 'finalize', 'finalise', 'commit'],
  cancel: ['cancel', 'delete', 'remove', 'discard', 'undo', 'reverse', 'revert', 'withdraw', 'abort'],
  rowError: ['error', 'errors', 'rowerror', 'rowerrors', 'reject', 'rejects', 'rejection', 'rejections', 'rejected'],
  skip: ['skip', 'exclude', 'omit'],
  retry: ['retry', 'redial', 'requeue', 'retrial'],
  reschedule: ['reschedule', 'rescheduling', 'postpone', 'defer'],
  import: ['import', 'imports', 'bulk', 'batch'],
  /** Domains with operations of similar names that are none of ours. */
  elsewhere: [
    'campaign',
    'campaigns',
    'dispatcher',
    'manifest',
    'document',
    'documents',
    'faq',
    'faqs',
    'knowledge',
    'embedding',
    'embeddings',
    'handler',
    'handlers',
    'snapshots',
    'export',
    'import',
    'publish',
    'telemetry',
    'metrics',
    'health',
    'admin',
    'branding',
    'secret',
    'secrets',
    'skill',
    'skills',
    'recording',
    'audio',
    'attachment',
    'attachments',
    'report',
    'note',
    'notes',
    'environment',
    'invitation',
    'members',
    'test',
    'tests',
  ],
} as const;

export type Concept = keyof typeof CONCEPTS;

const CONCEPTS_OF = new Map<string, Concept[]>();
for (const [concept, names] of Object.entries(CONCEPTS) as [Concept, readonly string[]][]) {
  for (const name of names) CONCEPTS_OF.set(name, [...(CONCEPTS_OF.get(name) ?? []), concept]);
}

/** What a text is about, and how many of its words say nothing known. */
export interface Reading {
  readonly concepts: ReadonlySet<Concept>;
  /** What each known word may mean. */
  readonly known: readonly (readonly Concept[])[];
  readonly unknown: number;
}

/** Reads identifiers (operation ids, path segments, tags) as concepts. */
export function readConcepts(texts: readonly string[]): Reading {
  const known: (readonly Concept[])[] = [];
  let unknown = 0;
  for (const text of texts) {
    const said = words(text);
    for (let i = 0; i < said.length; i++) {
      const length = [3, 2, 1].find(
        (many) => i + many <= said.length && CONCEPTS_OF.has(said.slice(i, i + many).join('')),
      );
      if (length === undefined) {
        unknown += /^v?\d+$|^(api|rest|by|id|the|of|to|for|a|with|and|from)$/.test(said[i] ?? '') ? 0 : 1;
        continue;
      }
      known.push(CONCEPTS_OF.get(said.slice(i, i + length).join('')) ?? []);
      i += length - 1;
    }
  }
  return { concepts: new Set(known.flat()), known, unknown };
}

const TENANT_NAMES =
  /^(tenant|org|organi[sz]ation|account|workspace|realm|company|customer_?account)(_?-?(id|slug|name|key|code))?$/i;

/** Whether a parameter of this name stands for the tenant. */
export function isTenantName(name: string): boolean {
  return TENANT_NAMES.test(name.replace(/(Id|Slug|Name|Key|Code)$/, '_$1'));
}
