import { z } from '@hono/zod-openapi';
import { epoch } from './schemas.ts';

const split = z.record(z.string(), z.string()).openapi({ description: 'Which part, by dimension.' });
const reading = z.number().nullable();
const measure = z.string().openapi({ description: 'Unit: count, per_minute, ratio (0 to 1), ms.' });

export const gauges = z
  .object({
    as_of: epoch,
    gauges: z.record(
      z.string(),
      z.object({
        title: z.string(),
        reading,
        measure,
        sample_size: z.number().optional(),
        splits: z.array(z.object({ split, reading })),
      }),
    ),
  })
  .openapi('GaugeReadings', { description: 'Every metric by its name.' });

export const gaugeSeries = z
  .object({
    gauge: z.string(),
    measure,
    bucket_seconds: z.int(),
    lines: z.array(
      z.object({
        split,
        values: z
          .array(z.array(z.number().nullable()).length(2))
          .openapi({ description: 'Pairs of epoch milliseconds and mean.' }),
      }),
    ),
  })
  .openapi('GaugeSeries', { description: 'History of one metric.' });

const condition = z.enum(['UP', 'IMPAIRED', 'DOWN']);
export const systemStatus = z
  .object({
    as_of: epoch,
    overall: condition,
    services: z.array(
      z.object({
        service_key: z.string(),
        title: z.string(),
        class: z.enum(['INTERNAL', 'EXTERNAL']),
        condition,
        changed_at: epoch,
        remark: z.string(),
      }),
    ),
  })
  .openapi('SystemStatus', { description: 'Health of the services and of what they depend on.' });

export const disruption = z
  .object({
    disruption_id: z.string(),
    title: z.string(),
    service_key: z.string(),
    began_at: epoch,
    resolved_at: z.int().nullable().openapi({ format: 'int64', description: 'epoch milliseconds' }),
  })
  .openapi('Disruption', { description: 'An incident.' });
