import type { OperationId } from '../../shared/models/operation.ts';
import type { Concept } from './binding/vocabulary.ts';

/** How to recognise one logical operation in an OpenAPI document. */
export interface Recogniser {
  readonly operation: OperationId;
  readonly methods: readonly string[];
  /** A path the platform documents publicly (docs.dialai.ca/api-integration), spelled exactly; `{}` is any parameter. */
  readonly documented?: string;
  /** Whether the answer is an event stream. */
  readonly stream?: boolean;
  /** Path parameters besides the tenant. */
  readonly items: number;
  /** Concepts that its name must have. */
  readonly needs: readonly Concept[];
  /** Concepts of which its name, path or tag must have at least one: what it is about. */
  readonly about: readonly Concept[];
  /** Concepts that neither name nor path may have. */
  readonly not: readonly Concept[];
  /** For the path alone: concepts of the last literal segment, and whether the path ends in a parameter. */
  readonly tail: { readonly needs: readonly Concept[]; readonly endsInItem?: boolean };
}

const READS: readonly string[] = ['get'];
const ACTS: readonly string[] = ['post', 'put', 'patch'];
/** Acts on one conversation that must not be taken for each other. */
const OTHER_ACTS: readonly Concept[] = ['stream', 'search', 'tag', 'remove', 'elsewhere', 'flow'];

const NOT_A_LIST: readonly Concept[] = [
  'stream',
  'search',
  'readable',
  'tag',
  'takeOver',
  'handBack',
  'transfer',
  'message',
  'elsewhere',
];

/** Every logical operation, in the order in which ties are settled. */
export const RECOGNISERS: readonly Recogniser[] = [
  {
    operation: 'conversations.takeOver',
    methods: ACTS,
    documented: 'post /api/org/{}/v2/webchat/{}/CsrTakeOver',
    items: 1,
    needs: ['takeOver'],
    about: ['conversation'],
    not: [...OTHER_ACTS, 'handBack'],
    tail: { needs: ['takeOver'] },
  },
  {
    operation: 'conversations.reply',
    methods: ACTS,
    documented: 'post /api/org/{}/v2/webchat/{}/addCsrMessage',
    items: 1,
    needs: ['csr', 'message'],
    about: ['conversation'],
    not: [...OTHER_ACTS, 'takeOver', 'handBack', 'transfer', 'complete'],
    tail: { needs: ['csr', 'message'] },
  },
  {
    operation: 'conversations.handBack',
    methods: ACTS,
    items: 1,
    needs: ['handBack'],
    about: ['conversation'],
    not: [...OTHER_ACTS, 'takeOver', 'message'],
    tail: { needs: ['handBack'] },
  },
  {
    operation: 'conversations.transfer',
    methods: ACTS,
    items: 1,
    needs: ['transfer'],
    about: ['conversation'],
    not: OTHER_ACTS,
    tail: { needs: ['transfer'] },
  },
  {
    operation: 'conversations.complete',
    methods: ['put', 'patch', 'post'],
    documented: 'put /api/org/{}/v2/webchat/{}/status',
    items: 1,
    needs: ['complete'],
    about: ['conversation'],
    not: [...OTHER_ACTS, 'takeOver', 'handBack', 'transfer', 'message'],
    tail: { needs: ['complete'] },
  },
  {
    operation: 'conversations.watch',
    methods: ['put', 'post'],
    items: 1,
    needs: ['presence'],
    about: ['conversation'],
    not: [...OTHER_ACTS, 'takeOver', 'handBack', 'transfer', 'complete', 'message', 'readable'],
    tail: { needs: ['presence'], endsInItem: false },
  },
  {
    operation: 'conversations.sendMessage',
    methods: ['post'],
    documented: 'post /api/org/{}/v2/webchat/{}',
    items: 1,
    needs: ['customer', 'message'],
    about: ['conversation'],
    not: [...OTHER_ACTS, 'takeOver', 'handBack', 'transfer', 'complete', 'csr'],
    tail: { needs: ['customer', 'message'] },
  },
  {
    operation: 'conversations.create',
    methods: ['post'],
    documented: 'post /api/org/{}/v2/webchat',
    items: 0,
    needs: ['create', 'conversation'],
    about: ['conversation'],
    not: [...OTHER_ACTS, 'csr', 'message'],
    tail: { needs: ['conversation'], endsInItem: false },
  },
  {
    operation: 'conversations.stream',
    methods: READS,
    stream: true,
    items: 0,
    needs: ['stream'],
    about: ['conversation', 'live'],
    not: ['elsewhere', 'flow', 'search'],
    tail: { needs: ['stream'] },
  },
  {
    operation: 'conversations.streamOne',
    methods: READS,
    stream: true,
    items: 1,
    needs: ['stream'],
    about: ['conversation', 'live'],
    not: ['elsewhere', 'flow', 'search'],
    tail: { needs: ['stream'] },
  },
  {
    operation: 'conversations.live',
    methods: READS,
    stream: false,
    items: 0,
    needs: ['live'],
    about: ['conversation'],
    not: [...NOT_A_LIST, 'archive', 'flow', 'contact'],
    tail: { needs: ['conversation', 'live'], endsInItem: false },
  },
  {
    operation: 'transcripts.search',
    methods: ['post', 'get', 'query'],
    stream: false,
    items: 0,
    needs: ['search'],
    about: ['conversation'],
    not: ['elsewhere', 'flow', 'contact', 'stream'],
    tail: { needs: ['search'] },
  },
  {
    operation: 'transcripts.readable',
    methods: READS,
    stream: false,
    items: 1,
    needs: ['readable'],
    about: ['conversation'],
    not: ['stream', 'elsewhere', 'search', 'tag'],
    tail: { needs: ['readable'] },
  },
  {
    operation: 'transcripts.setTags',
    methods: ['put', 'patch', 'post'],
    items: 1,
    needs: ['tag'],
    about: ['conversation'],
    not: ['stream', 'elsewhere', 'search', 'flow', 'remove'],
    tail: { needs: ['tag'] },
  },
  {
    operation: 'transcripts.get',
    methods: READS,
    stream: false,
    items: 1,
    needs: ['one', 'conversation'],
    about: ['conversation'],
    not: ['stream', 'readable', 'search', 'tag', 'message', 'elsewhere', 'flow', 'list'],
    tail: { needs: ['conversation'], endsInItem: true },
  },
  {
    operation: 'transcripts.list',
    methods: READS,
    stream: false,
    items: 0,
    needs: ['list', 'conversation'],
    about: ['conversation'],
    not: [...NOT_A_LIST, 'live', 'flow', 'contact'],
    tail: { needs: ['conversation'], endsInItem: false },
  },
  {
    operation: 'internalContacts.list',
    methods: READS,
    stream: false,
    items: 0,
    needs: ['contact'],
    about: ['contact'],
    not: ['elsewhere', 'stream', 'search', 'conversation', 'one'],
    tail: { needs: ['contact'], endsInItem: false },
  },
  {
    operation: 'flows.list',
    methods: READS,
    stream: false,
    items: 0,
    needs: ['flow'],
    about: ['flow'],
    not: ['elsewhere', 'stream', 'search', 'conversation', 'one'],
    tail: { needs: ['flow'], endsInItem: false },
  },
  {
    operation: 'tenants.list',
    methods: READS,
    stream: false,
    items: 0,
    needs: ['tenant'],
    about: ['tenant'],
    not: ['elsewhere', 'stream', 'search', 'conversation', 'flow', 'contact', 'caller', 'one'],
    tail: { needs: ['tenant'], endsInItem: false },
  },
  {
    operation: 'caller.get',
    methods: READS,
    stream: false,
    items: 0,
    needs: ['caller'],
    about: ['caller'],
    not: ['elsewhere', 'stream', 'conversation', 'flow', 'contact', 'search'],
    tail: { needs: ['caller'], endsInItem: false },
  },
  {
    operation: 'telemetry.health',
    methods: READS,
    stream: false,
    items: 0,
    needs: ['health'],
    about: ['health', 'telemetry'],
    not: ['metric', 'series', 'incident', 'conversation', 'flow'],
    tail: { needs: ['health'], endsInItem: false },
  },
  {
    operation: 'telemetry.history',
    methods: ['get', 'post', 'query'],
    stream: false,
    items: 0,
    needs: ['metric', 'series'],
    about: ['metric', 'telemetry'],
    not: ['health', 'incident', 'conversation', 'flow'],
    tail: { needs: ['metric', 'series'], endsInItem: false },
  },
  {
    operation: 'telemetry.metrics',
    methods: READS,
    stream: false,
    items: 0,
    needs: ['metric'],
    about: ['metric', 'telemetry'],
    not: ['health', 'series', 'incident', 'conversation', 'flow'],
    tail: { needs: ['metric'], endsInItem: false },
  },
  {
    operation: 'telemetry.incidents',
    methods: READS,
    stream: false,
    items: 0,
    needs: ['incident'],
    about: ['incident', 'telemetry'],
    not: ['health', 'metric', 'series', 'conversation', 'flow'],
    tail: { needs: ['incident'], endsInItem: false },
  },
];

/** Operations that work before the document is known: the five that are documented publicly. */
export const BUILT_IN = RECOGNISERS.flatMap(({ operation, documented }) => {
  const [method, path] = documented?.split(' ') ?? [];
  if (method === undefined || path === undefined) return [];
  let nth = 0;
  const names = ['{tenant}', '{transcriptId}'];
  return [{ operation, method, path: path.replaceAll('{}', () => names[nth++] ?? '{id}') }];
});
