import type { Page } from '../../../shared/models/campaign.ts';
import { FailureError } from '../../../shared/models/failure.ts';
import type { OperationId } from '../../../shared/models/operation.ts';
import type { CallerDeps } from '../client/api-caller.ts';
import { fetchList } from '../client/fetch-list.ts';
import { fetchPage } from '../client/fetch-page.ts';
import type { Inputs } from '../client/inputs.ts';
import { type OperationCaller, type Operations, operationCaller } from '../client/operation-caller.ts';
import { present } from '../decode/present.ts';
import type { JsonRecord } from '../json.ts';
import type { PageAsked } from './campaign-api.ts';
import { campaignStateWord, contactStateWord, verbWord } from './campaign-words.ts';

export interface CampaignClientDeps {
  readonly tenant: string;
  readonly caller: CallerDeps;
  readonly operations: () => Operations;
}

/** Calls of one tenant's campaign operations and reads their answers. */
export interface CampaignCaller {
  readonly can: OperationCaller['can'];
  call(operation: OperationId, inputs: Inputs, signal?: AbortSignal): Promise<unknown>;
  /** What the answer means, or FailureError `unavailable`, `unreadable-answer`. */
  read<T>(
    operation: OperationId,
    inputs: Inputs,
    decode: (answer: unknown) => T | undefined,
    signal?: AbortSignal,
  ): Promise<T>;
  /** The whole list; entries that cannot be read are left out, but not all of them. */
  list<T>(operation: OperationId, asked: ListAsked<T>, signal?: AbortSignal): Promise<readonly T[]>;
  page<T>(operation: OperationId, asked: PagesAsked<T>, page?: PageAsked): Promise<Page<T>>;
}

interface ListAsked<T> {
  readonly inputs: Inputs;
  /** Squashed names that the list may have in the answer. */
  readonly names: readonly string[];
  readonly decode: (one: unknown) => T | undefined;
}

interface PagesAsked<T> extends ListAsked<T> {
  /** Where entries may vanish while the list is read: what one is known by, so that none is skipped. */
  readonly idOf?: (one: T) => string;
}

/** A conflict tells a state and verbs in the instance's spelling; screens know ours. */
function inOurWords(thrown: unknown, operation: OperationId): unknown {
  if (!(thrown instanceof FailureError) || thrown.failure.detail?.state === undefined) return thrown;
  const { code, message, detail } = thrown.failure;
  const word = operation.startsWith('contacts.') ? contactStateWord : campaignStateWord;
  const verbs = detail.legalVerbs?.map(verbWord);
  return new FailureError(
    code,
    message,
    {
      ...detail,
      ...(detail.state !== undefined && { state: word(detail.state) }),
      ...(verbs && { legalVerbs: verbs }),
    },
    { cause: thrown },
  );
}

/** Makes the caller of one tenant's campaign operations over whatever is bound. */
export function createCampaignCaller({ tenant, caller, operations }: CampaignClientDeps): CampaignCaller {
  const api = operationCaller(caller, operations);
  const call = (operation: OperationId, inputs: Inputs, signal?: AbortSignal) =>
    api.json(operation, { tenant, ...inputs }, signal).catch((thrown: unknown) => {
      throw inOurWords(thrown, operation);
    });
  const unreadable = (operation: OperationId) =>
    new FailureError('unavailable', `${operation}: the answer is not understood`, {
      reason: 'unreadable-answer',
      operation,
    });

  function decoded<T>(operation: OperationId, raw: readonly unknown[], decode: (one: unknown) => T | undefined) {
    const items = raw.flatMap((one) => decode(one) ?? []);
    if (items.length === 0 && raw.length > 0) throw unreadable(operation);
    return items;
  }
  const ask =
    (operation: OperationId, inputs: Inputs, signal?: AbortSignal) => (query: Readonly<Record<string, string>>) =>
      call(operation, { ...inputs, query }, signal);

  return {
    can: (operation) => api.can(operation),
    call,
    async read(operation, inputs, decode, signal) {
      const found = decode(await call(operation, inputs, signal));
      if (found === undefined) throw unreadable(operation);
      return found;
    },
    async list(operation, { inputs, names, decode }, signal) {
      const fetched = await fetchList(api.bound(operation), names, ask(operation, inputs, signal));
      if (fetched === undefined) throw unreadable(operation);
      return decoded(operation, fetched.items, decode);
    },
    async page(operation, { inputs, names, decode, idOf }, { next, limit, signal } = {}) {
      const decodeOnce = remembering(decode);
      const rawIdOf = (raw: unknown): string | undefined => {
        const one = decodeOnce(raw);
        return one === undefined ? undefined : idOf?.(one);
      };
      const fetched = await fetchPage(api.bound(operation), {
        names,
        ask: ask(operation, inputs, signal),
        mark: next,
        limit,
        ...(idOf !== undefined && { idOf: rawIdOf }),
      });
      if (fetched === undefined) throw unreadable(operation);
      return { ...fetched, items: decoded(operation, fetched.items, decodeOnce) };
    },
  };
}

/** Reads each entry once, however often it is asked for. */
function remembering<T>(decode: (one: unknown) => T | undefined): (one: unknown) => T | undefined {
  const known = new Map<unknown, T | undefined>();
  return (one) => {
    if (!known.has(one)) known.set(one, decode(one));
    return known.get(one);
  };
}

/** A body of `values` in the given shape; undefined values are left out. */
export function body(shape: NonNullable<Inputs['fields']>['shape'], values: object): Pick<Inputs, 'fields'> {
  const given: JsonRecord = { ...present(values) };
  return { fields: { shape, values: given } };
}
