import { z } from '@hono/zod-openapi';
import { time } from './conversation.ts';

const labels = z.record(z.string(), z.string()).openapi({
  description: 'Which part this is, by name and value; empty for the whole.',
  examples: [{ flow: 'Move In' }],
});
const value = z.number().nullable().openapi({ description: 'Null where nothing can be told.' });

export const metricReading = z
  .object({
    name: z.string().openapi({ examples: ['queue.waiting'] }),
    label: z.string(),
    unit: z.string().openapi({ examples: ['conversations', '%', 's', 'calls/min'] }),
    value,
    samples: z.number().min(0).optional().openapi({ description: 'How many cases a share or percentile is made of.' }),
    parts: z.array(z.object({ labels, value })).readonly(),
  })
  .openapi('MetricReading');

export const metricReadings = z
  .object({ at: time, items: z.array(metricReading).readonly() })
  .openapi('MetricReadings', {
    description: 'Numbers of things as of now; what is counted per minute over the last 60 seconds.',
  });

export const metricHistory = z
  .object({
    metric: z.string(),
    unit: z.string(),
    stepSeconds: z.int().min(60),
    series: z.array(z.object({ labels, points: z.array(z.object({ at: time, value })).readonly() })).readonly(),
  })
  .openapi('MetricHistory', { description: 'Means of equal steps; `at` is the begin of a step.' });

export const health = z
  .object({
    at: time,
    status: z.enum(['operational', 'degraded', 'down']).openapi({ description: 'The worst of the components.' }),
    components: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          kind: z.enum(['component', 'dependency']),
          status: z.enum(['operational', 'degraded', 'down']),
          since: time,
          message: z.string(),
        }),
      )
      .readonly(),
  })
  .openapi('SystemHealth');

export const incidentList = z
  .object({
    items: z
      .array(
        z.object({
          incidentId: z.string(),
          title: z.string(),
          component: z.string().openapi({ description: 'Id of the health component that it concerns.' }),
          startedAt: time,
          endedAt: time.nullable(),
        }),
      )
      .readonly(),
  })
  .openapi('IncidentList');
