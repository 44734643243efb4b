import type { Concept } from '../binding/vocabulary.ts';
import { ACTS, READS, type Recogniser } from './recogniser.ts';

const PARTS: readonly Concept[] = [
  'availability',
  'presence',
  'personalConfiguration',
  'assignment',
  'wrapUp',
  'requeue',
];
const ELSEWHERE: readonly Concept[] = ['stream', 'search', 'flow', 'campaign'];
const about: readonly Concept[] = ['inbox', 'assignment'];
const one = { items: 1, about, methods: ['post', 'put'] } as const;

/** The queue for people, and what one of them has in hand. */
export const INBOX: readonly Recogniser[] = [
  {
    operation: 'inbox.get',
    methods: READS,
    stream: false,
    items: 0,
    needs: ['inbox'],
    about,
    not: [...ELSEWHERE, ...PARTS, 'skill'],
    tail: { needs: ['inbox'], endsInItem: false },
  },
  {
    operation: 'inbox.setAvailability',
    methods: ACTS,
    items: 0,
    needs: ['availability'],
    about: ['inbox', 'availability'],
    not: [...ELSEWHERE, 'presence', 'personalConfiguration', 'assignment'],
    tail: { needs: ['availability'], endsInItem: false },
  },
  {
    operation: 'inbox.announce',
    methods: ['put', 'post'],
    items: 0,
    needs: ['presence'],
    about: ['inbox', 'presence'],
    not: [...ELSEWHERE, 'availability', 'personalConfiguration', 'assignment', 'conversation'],
    tail: { needs: ['presence'], endsInItem: false },
  },
  {
    operation: 'inbox.configuration',
    methods: READS,
    stream: false,
    items: 0,
    needs: ['personalConfiguration'],
    about: ['inbox', 'personalConfiguration'],
    not: [...ELSEWHERE, 'availability', 'assignment'],
    tail: { needs: ['personalConfiguration'], endsInItem: false },
  },
  {
    operation: 'inbox.configure',
    methods: ['put', 'patch', 'post'],
    items: 0,
    needs: ['personalConfiguration'],
    about: ['inbox', 'personalConfiguration'],
    not: [...ELSEWHERE, 'availability', 'assignment'],
    tail: { needs: ['personalConfiguration'], endsInItem: false },
  },
  {
    operation: 'inbox.end',
    ...one,
    needs: ['end', 'assignment'],
    not: [...ELSEWHERE, 'wrapUp', 'requeue'],
    tail: { needs: ['end'], endsInItem: false },
  },
  {
    operation: 'inbox.wrapUp',
    ...one,
    needs: ['wrapUp'],
    not: [...ELSEWHERE, 'requeue'],
    tail: { needs: ['wrapUp'], endsInItem: false },
  },
  {
    operation: 'inbox.requeue',
    ...one,
    needs: ['requeue'],
    not: [...ELSEWHERE, 'wrapUp'],
    tail: { needs: ['requeue'], endsInItem: false },
  },
  {
    operation: 'skills.list',
    methods: READS,
    stream: false,
    items: 0,
    needs: ['skill'],
    about: ['skill'],
    not: [...ELSEWHERE, 'inbox', 'personalConfiguration', 'one'],
    tail: { needs: ['skill'], endsInItem: false },
  },
];
