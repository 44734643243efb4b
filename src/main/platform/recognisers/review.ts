import type { Concept } from '../binding/vocabulary.ts';
import { ACTS, READS, type Recogniser } from './recogniser.ts';

const ELSEWHERE: readonly Concept[] = ['stream', 'search', 'flow', 'campaign', 'inbox', 'message', 'tag'];

/** Looking at a conversation afterwards. */
export const REVIEW: readonly Recogniser[] = [
  {
    operation: 'transcripts.flag',
    methods: ACTS,
    items: 1,
    needs: ['flag'],
    about: ['conversation'],
    not: [...ELSEWHERE, 'report', 'remove'],
    tail: { needs: ['flag'], endsInItem: false },
  },
  {
    operation: 'transcripts.report',
    methods: ['post', 'put'],
    items: 1,
    needs: ['report'],
    about: ['conversation'],
    not: [...ELSEWHERE, 'flag'],
    tail: { needs: ['report'], endsInItem: false },
  },
  {
    operation: 'transcripts.recording',
    methods: READS,
    stream: false,
    items: 1,
    needs: ['recording'],
    about: ['conversation'],
    not: ELSEWHERE,
    tail: { needs: ['recording'], endsInItem: false },
  },
  {
    operation: 'transcripts.recordView',
    methods: ['post', 'put'],
    items: 1,
    needs: ['view'],
    about: ['conversation'],
    not: [...ELSEWHERE, 'presence'],
    tail: { needs: ['view'], endsInItem: false },
  },
  {
    operation: 'transcripts.views',
    methods: READS,
    stream: false,
    items: 1,
    needs: ['view'],
    about: ['conversation'],
    not: [...ELSEWHERE, 'presence'],
    tail: { needs: ['view'], endsInItem: false },
  },
  {
    operation: 'transcripts.history',
    methods: READS,
    stream: false,
    items: 1,
    needs: ['contactHistory'],
    about: ['conversation', 'contactHistory'],
    not: ELSEWHERE,
    tail: { needs: ['contactHistory'], endsInItem: false },
  },
  {
    operation: 'journey.parameters',
    methods: READS,
    stream: false,
    items: 0,
    needs: ['journeyParameter'],
    about: ['journeyParameter'],
    not: ['stream', 'search', 'conversation', 'campaign'],
    tail: { needs: ['journeyParameter'], endsInItem: false },
  },
];
