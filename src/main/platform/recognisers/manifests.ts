import type { Concept } from '../binding/vocabulary.ts';
import { ACTS, READS, type Recogniser } from './recogniser.ts';

/** Parts of an upload with operations of their own. */
const NOT_THE_FILE: readonly Concept[] = ['chunk', 'rowError', 'stream', 'doNotCall'];

/** Manifests: uploaded in chunks, worked through by the instance, reversible for a while. */
export const MANIFESTS: readonly Recogniser[] = [
  {
    operation: 'manifests.create',
    methods: ['post'],
    items: 1,
    needs: ['create', 'manifest'],
    about: ['manifest'],
    not: [...NOT_THE_FILE, 'finish', 'cancel'],
    tail: { needs: ['manifest'], endsInItem: false },
  },
  {
    operation: 'manifests.putChunk',
    methods: ['put', 'post', 'patch'],
    items: [1, 2],
    needs: ['chunk'],
    about: ['manifest'],
    not: ['rowError', 'finish', 'cancel'],
    tail: { needs: ['chunk'] },
  },
  {
    operation: 'manifests.get',
    methods: READS,
    stream: false,
    items: [1, 2],
    needs: ['one', 'manifest'],
    about: ['manifest'],
    not: [...NOT_THE_FILE, 'list'],
    tail: { needs: ['manifest'], endsInItem: true },
  },
  {
    operation: 'manifests.complete',
    methods: ACTS,
    items: [1, 2],
    needs: ['finish'],
    about: ['manifest'],
    not: [...NOT_THE_FILE, 'cancel'],
    tail: { needs: ['finish'], endsInItem: false },
  },
  {
    operation: 'manifests.cancel',
    methods: ['delete', 'post'],
    items: [1, 2],
    needs: ['cancel'],
    about: ['manifest'],
    not: [...NOT_THE_FILE, 'finish'],
    tail: { needs: ['manifest'], endsInItem: true },
  },
  {
    operation: 'manifests.list',
    methods: READS,
    stream: false,
    items: 1,
    needs: ['list', 'manifest'],
    about: ['manifest'],
    not: [...NOT_THE_FILE, 'one'],
    tail: { needs: ['manifest'], endsInItem: false },
  },
  {
    operation: 'manifests.errors',
    methods: READS,
    stream: false,
    items: [1, 2],
    needs: ['rowError'],
    about: ['manifest'],
    not: ['chunk', 'stream'],
    tail: { needs: ['rowError'], endsInItem: false },
  },
];
