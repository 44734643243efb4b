import { NOT_A_LIST, READS, type Recogniser } from './recogniser.ts';

/** The archive. */
export const TRANSCRIPTS: readonly Recogniser[] = [
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
];
