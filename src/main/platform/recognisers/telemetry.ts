import { READS, type Recogniser } from './recogniser.ts';

/** How the platform and the tenant's traffic are. */
export const TELEMETRY: readonly Recogniser[] = [
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
