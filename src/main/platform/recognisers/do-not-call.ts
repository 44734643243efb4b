import { READS, type Recogniser } from './recogniser.ts';

/** The numbers that no campaign may call. */
export const DO_NOT_CALL: readonly Recogniser[] = [
  {
    operation: 'doNotCall.list',
    methods: READS,
    stream: false,
    items: 0,
    needs: ['doNotCall'],
    about: ['doNotCall'],
    not: ['stream', 'search', 'import', 'one'],
    tail: { needs: ['doNotCall'], endsInItem: false },
  },
  {
    operation: 'doNotCall.add',
    methods: ['post'],
    items: 0,
    needs: ['doNotCall'],
    about: ['doNotCall'],
    not: ['stream', 'search', 'import', 'remove'],
    tail: { needs: ['doNotCall'], endsInItem: false },
  },
  {
    operation: 'doNotCall.remove',
    methods: ['delete'],
    items: 1,
    needs: ['doNotCall'],
    about: ['doNotCall'],
    not: ['stream', 'import'],
    tail: { needs: ['doNotCall'], endsInItem: true },
  },
  {
    operation: 'doNotCall.import',
    methods: ['post', 'put'],
    items: 0,
    needs: ['doNotCall', 'import'],
    about: ['doNotCall'],
    not: ['stream', 'search', 'remove'],
    tail: { needs: ['import'], endsInItem: false },
  },
];
