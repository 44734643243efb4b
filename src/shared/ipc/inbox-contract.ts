import { z } from 'zod';
import type { ActResult } from '../models/act.ts';
import { AVAILABILITIES, type AvailabilityChange, type PersonalConfiguration } from '../models/inbox.ts';
import type { InboxView } from '../models/inbox-view.ts';
import { command, invoke, stream } from './define.ts';

const tenant = z.string().min(1).max(200);
const one = { tenant, id: z.string().min(1).max(300) };
const skills = z.array(z.string().min(1).max(200)).max(200);
const cap = z.number().int().min(0).max(10);

/** The queue for people. */
export const inboxContract = {
  inbox: {
    /** Each batch is the whole inbox; while a window looks it is read every few seconds. */
    state: stream<InboxView>()(z.object({ tenant })),
    refresh: command<void>()(z.object({ tenant })),
    setAvailability: command<AvailabilityChange>()(z.object({ tenant, availability: z.enum(AVAILABILITIES) })),
    configuration: invoke<PersonalConfiguration>()(z.object({ tenant })),
    configure: command<PersonalConfiguration>()(
      z.object({
        tenant,
        configuration: z.object({
          skills,
          voiceCalls: z.boolean(),
          maxChats: cap,
          maxEmails: cap,
          /** E.164. */
          mobilePhoneNumber: z
            .string()
            .regex(/^\+[1-9]\d{6,14}$/)
            .optional(),
          sipTrunk: z.string().max(200).optional(),
        }),
      }),
    ),
    end: command<ActResult<{ readonly id: string }>>()(z.object(one)),
    wrapUp: command<ActResult<{ readonly id: string }>>()(
      z.object({ ...one, notes: z.string().max(5000), disposition: z.string().max(80).optional() }),
    ),
    requeue: command<ActResult<{ readonly id: string }>>()(z.object({ ...one, skills: skills.optional() })),
  },
};
