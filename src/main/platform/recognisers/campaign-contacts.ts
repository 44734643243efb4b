import type { Concept } from '../binding/vocabulary.ts';
import { ACTS, READS, type Recogniser } from './recogniser.ts';

const NOT_A_CONTACT: readonly Concept[] = ['stream', 'manifest', 'dispatcher', 'doNotCall', 'chunk', 'rowError'];

/** The people a campaign calls. */
export const CAMPAIGN_CONTACTS: readonly Recogniser[] = [
  {
    operation: 'contacts.list',
    methods: READS,
    stream: false,
    items: 1,
    needs: ['list', 'callee'],
    about: ['campaign'],
    not: [...NOT_A_CONTACT, 'one'],
    tail: { needs: ['callee'], endsInItem: false },
  },
  {
    operation: 'contacts.get',
    methods: READS,
    stream: false,
    items: [1, 2],
    needs: ['one', 'callee'],
    about: ['campaign'],
    not: [...NOT_A_CONTACT, 'list'],
    tail: { needs: ['callee'], endsInItem: true },
  },
  {
    operation: 'contacts.add',
    methods: ['post'],
    items: 1,
    needs: ['create', 'callee'],
    about: ['campaign'],
    not: [...NOT_A_CONTACT, 'import'],
    tail: { needs: ['callee'], endsInItem: false },
  },
  {
    operation: 'contacts.remove',
    methods: ['delete'],
    items: [1, 2],
    needs: ['remove', 'callee'],
    about: ['campaign'],
    not: NOT_A_CONTACT,
    tail: { needs: ['callee'], endsInItem: true },
  },
  {
    operation: 'contacts.skip',
    methods: ACTS,
    items: [1, 2],
    needs: ['skip'],
    about: ['campaign', 'callee'],
    not: [...NOT_A_CONTACT, 'retry', 'reschedule'],
    tail: { needs: ['skip'], endsInItem: false },
  },
  {
    operation: 'contacts.retry',
    methods: ACTS,
    items: [1, 2],
    needs: ['retry'],
    about: ['campaign', 'callee'],
    not: [...NOT_A_CONTACT, 'skip', 'reschedule'],
    tail: { needs: ['retry'], endsInItem: false },
  },
  {
    operation: 'contacts.reschedule',
    methods: ACTS,
    items: [1, 2],
    needs: ['reschedule'],
    about: ['campaign', 'callee'],
    not: [...NOT_A_CONTACT, 'skip', 'retry'],
    tail: { needs: ['reschedule'], endsInItem: false },
  },
];
