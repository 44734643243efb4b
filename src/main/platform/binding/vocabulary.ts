import { words } from '../words.ts';

/**
 * Concepts of contact-centre APIs and the words that name them. General vocabulary: no deployment's spellings are
 * listed, and two words in a row (`take over`) are read as one.
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
  readonly unknown: number;
}

/** Reads identifiers (operation ids, path segments, tags) as concepts. */
export function readConcepts(texts: readonly string[]): Reading {
  const concepts = new Set<Concept>();
  let unknown = 0;
  for (const text of texts) {
    const said = words(text);
    for (let i = 0; i < said.length; i++) {
      const word = said[i] ?? '';
      const pair = CONCEPTS_OF.get(word + (said[i + 1] ?? ''));
      if (pair !== undefined && said[i + 1] !== undefined) {
        for (const concept of pair) concepts.add(concept);
        i++;
        continue;
      }
      const single = CONCEPTS_OF.get(word);
      if (single === undefined)
        unknown += /^v?\d+$|^(api|rest|by|id|the|of|to|for|a|with|and|from)$/.test(word) ? 0 : 1;
      else for (const concept of single) concepts.add(concept);
    }
  }
  return { concepts, unknown };
}

const TENANT_NAMES =
  /^(tenant|org|organi[sz]ation|account|workspace|realm|company|customer_?account)(_?-?(id|slug|name|key|code))?$/i;

/** Whether a parameter of this name stands for the tenant. */
export function isTenantName(name: string): boolean {
  return TENANT_NAMES.test(name.replace(/(Id|Slug|Name|Key|Code)$/, '_$1'));
}
