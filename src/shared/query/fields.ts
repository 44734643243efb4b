import { SORT_FIELDS, SPEAKERS } from '../models/archive.ts';

/** Fields of the query language: the name that is written, and others that are understood. */
export const FIELDS = {
  speaker: ['from', 'said'],
  tag: ['tags', 'label'],
  risk: [],
  status: ['state'],
  platform: ['channel'],
  direction: [],
  flow: [],
  contact: ['customer', 'caller'],
  parameter: ['param'],
  function: ['fn'],
  poc: ['point'],
  sentiment: ['mood'],
  language: ['lang'],
  environment: ['env'],
  flagged: [],
  duration: ['length'],
  after: ['since'],
  before: ['until'],
  on: ['day'],
  sort: ['order'],
} as const satisfies Record<string, readonly string[]>;
export type FieldName = keyof typeof FIELDS;
export const FIELD_NAMES = Object.keys(FIELDS) as readonly FieldName[];

/** Values that complete a field, where they are few and known. Others are open: any text is taken. */
export const FIELD_VALUES: Readonly<Partial<Record<FieldName, readonly string[]>>> = {
  speaker: SPEAKERS,
  risk: ['low', 'guarded', 'elevated', 'high', 'critical'],
  status: [
    'completed',
    'abandoned',
    'failed',
    'human-handoff',
    'in-progress',
    'queued',
    'reported',
    'restarted',
    'unsubscribed',
    'no-answer',
    'answering-machine-message-left',
    'answering-machine-no-message',
  ],
  platform: ['voice', 'sms', 'webchat', 'email', 'slack'],
  direction: ['inbound', 'outbound'],
  language: ['en', 'fr'],
  environment: ['production', 'internal-testing'],
  flagged: ['yes', 'no'],
  after: ['today', 'yesterday', '7d', '30d'],
  before: ['today', 'yesterday'],
  on: ['today', 'yesterday'],
  sort: SORT_FIELDS.flatMap((field) => [`-${field}`, field]),
};

/** Fields of which one of a fixed set of values must be given; an instance cannot know others. */
export const CLOSED_FIELDS: ReadonlySet<FieldName> = new Set(['speaker', 'risk', 'direction', 'flagged', 'sort']);

/** The field that a key stands for, in any case. */
export function fieldNamed(key: string): FieldName | undefined {
  const plain = key.toLowerCase();
  return FIELD_NAMES.find((name) => name === plain || FIELDS[name].some((other) => other === plain));
}
