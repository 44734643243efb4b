import { parseArgs } from 'node:util';
import { z } from 'zod';
import { parseFault } from './faults/fault-rule.ts';
import { parseIncident } from './faults/incident-rule.ts';
import { createIdentityState, openIdentityStateFile } from './identity/identity-state.ts';
import { defaultOptions, type SimulatorOptions } from './simulator-options.ts';
import type { CampaignOptions } from './world/world-port.ts';

const flags = {
  port: { type: 'string', default: '0' },
  seed: { type: 'string', default: '1' },
  conversations: { type: 'string', default: '60' },
  transcripts: { type: 'string', default: '100000' },
  'events-per-second': { type: 'string' },
  speed: { type: 'string', default: '1' },
  clock: { type: 'string', default: 'real' },
  'event-buffer': { type: 'string' },
  campaigns: { type: 'string', default: 'demo' },
  'dialer-pace': { type: 'string', default: '1' },
  'unreported-share': { type: 'string', default: '0' },
  'voice-lines': { type: 'string' },
  'bulk-contacts': { type: 'string' },
  dialect: { type: 'string', default: 'primary' },
  'token-lifetime': { type: 'string', default: String(defaultOptions.lifetimes.access) },
  'tenant-token-lifetime': { type: 'string', default: String(defaultOptions.lifetimes.tenant) },
  'refresh-lifetime': { type: 'string', default: String(defaultOptions.lifetimes.refresh) },
  heartbeat: { type: 'string', default: '5' },
  fault: { type: 'string', multiple: true, default: [] as string[] },
  incident: { type: 'string', multiple: true, default: [] as string[] },
  'admin-key': { type: 'string' },
  'identity-seed': { type: 'string' },
  'identity-state': { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const whole = z.coerce.number<string>().int();
const positive = z.coerce.number<string>().positive();
const schema = z.object({
  port: whole.min(0).max(65_535),
  seed: whole,
  conversations: whole.min(0).max(100_000),
  transcripts: whole.min(0).max(1_000_000),
  'events-per-second': positive.optional(),
  speed: positive,
  clock: z.enum(['real', 'driven']),
  'event-buffer': whole.min(1).optional(),
  campaigns: z.enum(['demo', 'none']),
  'dialer-pace': positive,
  'unreported-share': z.coerce.number<string>().min(0).max(1),
  'voice-lines': whole.min(1).max(10_000).optional(),
  'bulk-contacts': whole.min(1).max(1_000_000).optional(),
  dialect: z.enum(['primary', 'harbour']),
  'token-lifetime': whole.min(1),
  'tenant-token-lifetime': whole.min(1),
  'refresh-lifetime': whole.min(1),
  heartbeat: positive,
  fault: z.array(z.string()),
  incident: z.array(z.string()),
  'admin-key': z.string().min(8).optional(),
  'identity-seed': z.string().min(1).optional(),
  'identity-state': z.string().min(1).optional(),
});

/** What the command line asked for. */
export type CommandLine =
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly reason: string }
  | { readonly kind: 'run'; readonly options: SimulatorOptions; readonly json: boolean };

/**
 * Reads the flags of `npm run simulator`.
 *
 * @param argv without the program's own name
 * @returns what to do; a wrong flag is told by name and never thrown
 */
export function readCommandLine(argv: readonly string[]): CommandLine {
  try {
    const { values } = parseArgs({ args: [...argv], options: flags, strict: true });
    if (values.help) return { kind: 'help' };
    const parsed = schema.safeParse(values);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return { kind: 'wrong', reason: `--${issue?.path.join('.')}: ${issue?.message}` };
    }
    return { kind: 'run', options: toOptions(parsed.data), json: values.json };
  } catch (cause) {
    return { kind: 'wrong', reason: cause instanceof Error ? cause.message : String(cause) };
  }
}

function toOptions(values: z.infer<typeof schema>): SimulatorOptions {
  const rate = values['events-per-second'];
  const eventBuffer = values['event-buffer'];
  const seed = values['identity-seed'];
  const file = values['identity-state'];
  const identity = file === undefined ? seed && createIdentityState(seed) : openIdentityStateFile(file, seed);
  return {
    port: values.port,
    dialect: values.dialect,
    world: {
      seed: values.seed,
      conversations: values.conversations,
      transcripts: values.transcripts,
      speed: values.speed,
      clock: values.clock,
      ...(rate === undefined ? {} : { eventsPerSecond: rate }),
      ...(eventBuffer === undefined ? {} : { eventBuffer }),
      campaigns: campaignOptions(values),
    },
    lifetimes: {
      access: values['token-lifetime'],
      tenant: values['tenant-token-lifetime'],
      refresh: values['refresh-lifetime'],
    },
    heartbeatMs: Math.round(values.heartbeat * 1000),
    faults: values.fault.map(parseFault),
    incidents: values.incident.map(parseIncident),
    identity: identity || undefined,
    adminKey: values['admin-key'],
  };
}

function campaignOptions(values: z.infer<typeof schema>): CampaignOptions {
  const lines = values['voice-lines'];
  const bulkContacts = values['bulk-contacts'];
  return {
    start: values.campaigns,
    pace: values['dialer-pace'],
    unreportedShare: values['unreported-share'],
    ...(lines === undefined ? {} : { lines }),
    ...(bulkContacts === undefined ? {} : { bulkContacts }),
  };
}

export const helpText = `A whole Dialai instance on 127.0.0.1, with made-up people and conversations.

  --port N                   fixed port; 0 (default) takes any free one
  --seed N                   same seed, same world (default 1)
  --conversations N          in progress over all tenants (default 60)
  --transcripts N            finished ones of the past three months, up to 1000000 (default 100000)
  --events-per-second N      target rate; by default the world keeps its natural pace
  --speed N                  world seconds per second (default 1)
  --clock real|driven        driven moves on only through the admin endpoint
  --event-buffer N           events each tenant keeps for replay (default 5000)
  --campaigns demo|none      what outbound campaigns the tenants start out with (default demo)
  --dialer-pace X            how fast dialers place calls (default 1: one a second and tenant)
  --unreported-share P       share of calls that never report back, 0 to 1 (default 0)
  --voice-lines N            outbound calls a tenant may have at once (default 24, 14, 8)
  --bulk-contacts N          a further campaign of so many contacts, paused, in the first tenant
  --dialect primary|harbour  which API it speaks
  --token-lifetime S         user access token, seconds (default 300)
  --tenant-token-lifetime S  tenant token, seconds (default 120)
  --refresh-lifetime S       refresh token, seconds (default 43200)
  --heartbeat S              seconds between heartbeats of a stream (default 5)
  --fault KIND[:name=value,...]   may be given several times; see docs/simulator.md
  --incident KIND[:name=value,...]  something goes wrong from the start; may be given several times
  --admin-key KEY            key of the admin endpoint; a random one by default
  --identity-seed TEXT       same signing key at every start
  --identity-state FILE      keep sessions over a restart (holds tokens of the demo)
  --json                     print one JSON line instead of text
  --help
`;
