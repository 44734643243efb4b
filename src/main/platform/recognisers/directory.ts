import { READS, type Recogniser } from './recogniser.ts';

/** Who calls, and what a tenant has to choose from. */
export const DIRECTORY: readonly Recogniser[] = [
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
];
