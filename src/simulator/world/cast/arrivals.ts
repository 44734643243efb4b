import { flowScripts } from '../flows/all-flows.ts';
import type { FlowScript } from '../flows/flow-script.ts';
import { isoTime } from '../iso-time.ts';
import type { LiveConversation, OutboundCall } from '../live-conversation.ts';
import { Mood } from '../mood.ts';
import { mixSeed, Rng } from '../random.ts';
import type { Contact, Conversation, Language, Parameter, Platform } from '../world-port.ts';
import { type Facts, inventFacts } from './facts.ts';
import type { PointOfContact, TenantProfile } from './tenant-profiles.ts';

/** What is already settled about a conversation that is about to begin. */
export interface Arrival {
  readonly number: number;
  /** Start, epoch milliseconds. */
  readonly at: number;
  readonly pointOfContact?: PointOfContact;
  readonly language?: Language;
  readonly facts?: Facts;
  readonly sessions24h?: number;
  /** It is a call of a campaign. */
  readonly call?: OutboundCall;
  readonly visitor?: {
    readonly name?: string;
    readonly parameters: readonly { readonly name: string; readonly value: string }[];
  };
}

/** "Étienne LeBlanc" signs up as etienne.leblanc. */
export function handleOf(name: string): string {
  const plain = name.normalize('NFD').replace(/[^a-zA-Z ]/g, '');
  return plain.trim().replace(/ +/g, '.').toLowerCase();
}

/** How the channel shows whoever these facts describe; a visitor is known by no more than they said. */
export function contactOf(platform: Platform, facts: Facts, number: number, visitor: Arrival['visitor']): Contact {
  const id = `p-${mixSeed(facts['phone'] ?? '', facts['name'] ?? '').toString(36)}`;
  const name = facts['name'] ?? '';
  if (visitor !== undefined) {
    const own = visitor.name;
    return own === undefined
      ? { id: `p-v${number}`, display: `Visitor ${number}` }
      : { id: `p-v${number}`, display: own, name: own };
  }
  if (platform === 'email') return { id, display: `${handleOf(name)}@mail.example`, name };
  if (platform === 'slack') return { id, display: `@${handleOf(name)}`, name };
  return { id, display: platform === 'webchat' ? name : (facts['phone'] ?? ''), name };
}

/** What the channel tells about the contact: claimed by the sender, hence asserted and not verified. */
function claims(platform: Platform, facts: Facts): readonly Parameter[] {
  if (platform === 'webchat') return [{ name: 'pageUrl', value: '/support', source: 'asserted' }];
  if (platform === 'voice' || platform === 'sms')
    return [{ name: 'phoneNumber', value: facts['phone'] ?? '', source: 'asserted' }];
  return [];
}

function sessionCount(rng: Rng): number {
  return rng.weighted([1, 2, 3, 4, 6], (count) => [0, 72, 17, 7, 3, 0, 1][count] ?? 0);
}

/** A new conversation, complete but for what will happen in it. Its own stream of chance hangs on its number alone. */
export function arrive(seed: number, profile: TenantProfile, arrival: Arrival): LiveConversation {
  const { number, at } = arrival;
  const rng = new Rng(mixSeed(seed, profile.info.slug, 'conversation', number));
  const point = arrival.pointOfContact ?? rng.weighted(profile.pointsOfContact, ({ weight }) => weight);
  const language = arrival.language ?? (rng.chance(profile.french) ? 'fr' : 'en');
  const facts = arrival.facts ?? inventFacts(rng, profile, language, at);
  if (arrival.visitor?.name !== undefined) {
    facts['name'] = arrival.visitor.name;
    facts['first'] = arrival.visitor.name.split(' ')[0] ?? arrival.visitor.name;
  }
  const script: FlowScript = flowScripts[point.flow];
  const mood = new Mood(rng.between(0.65, 1.35));
  mood.feel(script.feel);
  // Some were angry before they came: it is seldom the first time they call about it.
  if (rng.chance(0.18)) mood.feel({ anger: rng.between(0.2, 0.75), frustration: 0.25, risk: 0.6 });
  const [initial] = script.states;
  if (initial === undefined) throw new Error(`Flow ${script.id} has no state`);
  const asserted: readonly Parameter[] =
    arrival.visitor?.parameters.map(({ name, value }) => ({ name, value, source: 'asserted' as const })) ??
    claims(point.platform, facts);
  const { call } = arrival;
  const ofCampaign: readonly Parameter[] = call
    ? [
        { name: 'campaignId', value: call.campaign.id, source: 'asserted' },
        { name: 'campaignContactId', value: call.contactId, source: 'asserted' },
      ]
    : [];
  const startedAt = isoTime(at);
  const shown: Conversation = {
    transcriptId: `c-${number}`,
    revision: 1,
    platform: point.platform,
    direction: point.direction,
    contact: contactOf(point.platform, facts, number, arrival.visitor),
    pointOfContact: { id: point.id, name: point.name },
    status: 'in-progress',
    handledBy: { kind: 'ai', since: startedAt },
    aiState: 'running',
    queue: null,
    flow: { id: script.id, name: script.name, version: script.version },
    state: initial.name,
    startedAt,
    endedAt: null,
    lastMessageAt: null,
    sessions24h: arrival.sessions24h ?? sessionCount(rng),
    risk: mood.riskShown(),
    sentiments: mood.sentiments(),
    sentimentTrend: [],
    functionsCalled: [],
    functionCallCount: 0,
    parameters: [...asserted, ...ofCampaign],
    tags: call ? [{ name: 'Campaign', value: call.campaign.name }] : [],
    flagged: false,
    language,
    environment: point.environment,
  };
  return {
    number,
    rng,
    script,
    facts,
    mood,
    patience: rng.between(0.1, 1),
    visitor: arrival.visitor !== undefined,
    call,
    shown,
    messages: [],
    calls: [],
    transitions: [],
    stage: 'open',
    token: 0,
    tempo: arrival.visitor === undefined ? 'story' : 'clock',
    state: initial,
    arrow: undefined,
    line: undefined,
    afterLine: 'answer',
    departure: undefined,
    composing: false,
    askedModelAt: undefined,
    attempts: 0,
    waits: 0,
    turns: 0,
    colleague: undefined,
    csrTurnsLeft: 0,
    offered: false,
    recentLines: [],
  };
}
