import { isDeepStrictEqual } from 'node:util';
import type { CampaignDesk, CampaignDraft, Dispatcher } from '../campaign-port.ts';
import type { TenantProfile } from '../cast/tenant-profiles.ts';
import { foldText } from '../fold-text.ts';
import { isoTime } from '../iso-time.ts';
import type { Actor, Failure, Result } from '../outcome.ts';
import { mixSeed, Rng } from '../random.ts';
import type { Engine } from '../tenant/engine.ts';
import type { CampaignOptions, WorldClock } from '../world-port.ts';
import { type Calls, createCalls } from './calls.ts';
import { createCampaignNews } from './campaign-news.ts';
import { advance, type CampaignRecord, createRecord, touch } from './campaign-record.ts';
import { campaignOf, dispatcherOf, forecastOf, summaryOf, type ViewParts } from './campaign-view.ts';
import { lockedField, patched } from './change-settings.ts';
import { checkDraft } from './check-draft.ts';
import { createContactDesk } from './contact-desk.ts';
import { pageOfList } from './cursor-page.ts';
import { createDialer } from './dialer.ts';
import { fateOfCalls, isFinal, legalVerbs } from './dispatcher-machine.ts';
import { createDoNotCallList, type DoNotCallList } from './do-not-call-list.ts';
import { createManifestDesk } from './manifest-desk.ts';
import { createMisfortunes } from './misfortunes.ts';
import { refuse } from './refuse.ts';

export interface CampaignDeskParts {
  readonly seed: number;
  readonly profile: TenantProfile;
  readonly clock: WorldClock;
  readonly engine: Engine;
  readonly speed: number;
  readonly options: CampaignOptions;
  /** Of the stream of changes; another at each start. */
  readonly streamId: string;
}

/** The desk, and what the world itself needs of it. */
export interface CampaignWorks extends CampaignDesk {
  tick(): void;
  readonly doNotCall: DoNotCallList;
  readonly calls: Calls;
  /** Opens a campaign as it stood before the world began. */
  preset(draft: CampaignDraft, by: Actor, createdAt: number): CampaignRecord;
}

/** Outbound campaigns of one tenant: settings, dispatchers, manifests, contacts, do-not-call, and the dialer behind. */
export function createCampaignDesk(parts: CampaignDeskParts): CampaignWorks {
  const { clock, profile, speed, options, seed } = parts;
  const now = () => clock.now();
  const records = new Map<string, CampaignRecord>();
  const callsPerSecond = (options.pace ?? 1) * speed;
  const capacity = { lines: options.lines ?? profile.outboundLines, callsPerSecond };
  let given = 0;

  /** Campaigns that may still call somebody of this number. */
  function* withNumber(phone: number) {
    for (const record of records.values()) {
      const place = isFinal(record.position.state) ? undefined : record.contacts.byPhone.get(phone);
      if (place !== undefined) yield { record, place, state: record.contacts.state(place) };
    }
  }
  const doNotCall = createDoNotCallList(now, {
    added(phone) {
      for (const { record, place, state } of withNumber(phone)) {
        if (state === 'pending' || state === 'waiting-retry' || state === 'scheduled') {
          record.contacts.setState(place, 'do-not-call');
        }
      }
    },
    removed(phone) {
      for (const { record, place, state } of withNumber(phone)) {
        if (state !== 'do-not-call') continue;
        record.contacts.setState(place, 'pending');
        record.lanes.addAgain(place);
      }
    },
  });
  const calls = createCalls({ ...parts, doNotCall });
  const all = () => records.values();
  const rng = new Rng(mixSeed(seed, profile.info.slug, 'dialer'));
  const unreportedShare = options.unreportedShare ?? 0;
  const dialer = createDialer({ capacity, calls, doNotCall, rng, unreportedShare, records: all });
  const manifests = createManifestDesk({ find, records: all, now, doNotCall });
  const contacts = createContactDesk({ find, now, calls, doNotCall });

  function find(campaignId: string): Result<CampaignRecord> {
    const record = records.get(campaignId);
    return record ? { ok: true, value: record } : refuse('not-found', `There is no campaign ${campaignId}`);
  }

  function view(): ViewParts {
    return { now: now(), capacity, inUse: calls.inUse, minutePrice: profile.minutePrice };
  }

  function show(record: CampaignRecord) {
    return { ok: true, value: campaignOf(record, view()) } as const;
  }

  function showDispatcher(record: CampaignRecord): Result<Dispatcher> {
    return { ok: true, value: dispatcherOf(record, view()) };
  }

  function open(draft: CampaignDraft, by: Actor, createdAt: number): CampaignRecord {
    given += 1;
    const record = createRecord(given, draft, by, createdAt);
    records.set(record.id, record);
    return record;
  }

  function stale(record: CampaignRecord, expected: number | undefined): Failure | undefined {
    if (expected === undefined || expected === record.revision) return undefined;
    return refuse('stale-revision', `The campaign has changed: it is at revision ${record.revision}`, {
      revision: record.revision,
      state: record.position.state,
    });
  }

  function illegal({ position: { state }, revision }: CampaignRecord, what: string): Failure {
    const message = `A campaign that is ${state} cannot be ${what}`;
    return refuse('illegal-state', message, { state, revision, legalVerbs: legalVerbs(state) });
  }

  const news = createCampaignNews(parts.streamId);

  return {
    stream: news,
    manifests,
    contacts,
    doNotCall,
    calls,
    preset: open,
    get voice() {
      let queued = 0;
      for (const record of records.values()) queued += record.queue.length;
      return { cap: capacity.lines, inUse: calls.inUse, queued };
    },
    speeds() {
      return [...records.values()]
        .filter(({ position }) => !isFinal(position.state))
        .map((record) => {
          const { campaignId, state, callsInProgress, queued, unreported } = dispatcherOf(record, view());
          const callsPerMinute = record.speed.perMinute(now());
          return { campaignId, name: record.draft.name, state, callsPerMinute, callsInProgress, queued, unreported };
        });
    },
    list(filter, start, limit) {
      const words = foldText(filter.text ?? '')
        .split(/\s+/)
        .filter(Boolean);
      const found = [...records.values()].reverse().filter(({ archived, position, draft }) => {
        if (archived !== (filter.archived ?? false)) return false;
        if (filter.status !== undefined && !filter.status.includes(position.state)) return false;
        const told = foldText(`${draft.name} ${draft.description ?? ''}`);
        return words.every((word) => told.includes(word));
      });
      const page = pageOfList(found, start, limit);
      if (!page.ok) return page;
      const parts = view();
      return { ok: true, value: { ...page.value, items: page.value.items.map((record) => summaryOf(record, parts)) } };
    },
    get(campaignId) {
      const found = find(campaignId);
      return found.ok ? show(found.value) : found;
    },
    create(draft, actor) {
      return checkDraft(draft, profile) ?? show(open(draft, actor, now()));
    },
    update(campaignId, patch, expectedRevision) {
      const found = find(campaignId);
      if (!found.ok) return found;
      const record = found.value;
      const refusal = stale(record, expectedRevision) ?? lockedField(record, patch);
      if (refusal !== undefined) return refusal;
      const draft = patched(record.draft, patch);
      const wrong = checkDraft(draft, profile);
      if (wrong !== undefined) return wrong;
      if (isDeepStrictEqual(draft, record.draft)) return show(record);
      record.draft = draft;
      record.windows.length = 0;
      touch(record, now());
      return show(record);
    },
    duplicate(campaignId, name, actor) {
      const found = find(campaignId);
      if (!found.ok) return found;
      const { draft } = found.value;
      const { startsAt: _, endsAt: __, ...schedule } = draft.schedule;
      const copy = { ...draft, schedule, name: name ?? `${draft.name.slice(0, 110)} (copy)` };
      return show(open(copy, actor, now()));
    },
    archive(campaignId) {
      const found = find(campaignId);
      if (!found.ok) return found;
      const record = found.value;
      const { state } = record.position;
      if (state !== 'draft' && !isFinal(state)) return illegal(record, 'archived');
      if (!record.archived) {
        record.archived = true;
        touch(record, now());
      }
      return { ok: true, value: true };
    },
    dispatcher(campaignId) {
      const found = find(campaignId);
      return found.ok ? showDispatcher(found.value) : found;
    },
    drive(campaignId, verb, { expectedRevision, callsInProgress, reason }, actor) {
      const found = find(campaignId);
      if (!found.ok) return found;
      const record = found.value;
      const refusal = stale(record, expectedRevision);
      if (refusal !== undefined) return refusal;
      if (record.archived || !advance(record, verb, now())) return illegal(record, doneBy[verb]);
      if (verb === 'pause') {
        const at = isoTime(now());
        record.pausedBy = { id: actor.id, name: actor.name, at, ...(reason !== undefined && { reason }) };
      }
      if (fateOfCalls(verb, callsInProgress) === 'hang-up') calls.hangUp(record);
      if (record.leases.size === 0) advance(record, 'drained', now());
      return showDispatcher(record);
    },
    forecast(campaignId) {
      const found = find(campaignId);
      if (!found.ok) return found;
      const others = [...records.values()].filter((record) => record !== found.value);
      return { ok: true, value: forecastOf(found.value, others, view()) };
    },
    ...createMisfortunes({ find, now, calls, show: showDispatcher, illegal }),
    tick() {
      manifests.tick();
      dialer.tick(now());
      const shown = view();
      news.tick(records.values(), shown.now, (record) => summaryOf(record, shown));
    },
  };
}

const doneBy = { start: 'started', pause: 'paused', resume: 'resumed', stop: 'stopped' } as const;
