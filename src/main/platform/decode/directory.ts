import type { Tenant } from '../../../shared/models/session.ts';
import type { Flow, InternalContact } from '../../../shared/models/transcript.ts';
import { isRecord } from '../json.ts';
import { createFieldTable } from './field-table.ts';
import { decodeTransition } from './transcript-parts.ts';
import { listOf, textOf } from './values.ts';
import { environmentOf } from './vocabulary.ts';

const CONTACT = createFieldTable({
  id: ['internalcontactid', 'contactid', 'destinationid', 'targetid', 'entryid', 'id', 'key', 'uuid'],
  name: ['name', 'displayname', 'fullname', 'label', 'title'],
  phoneNumber: ['phonenumber', 'phone', 'number', 'dialnumber', 'tel', 'telephone', 'e164'],
});

/** One internal contact (a transfer destination). Needed is an id. */
export function decodeInternalContact(raw: unknown): InternalContact | undefined {
  if (!isRecord(raw)) return undefined;
  const { values } = CONTACT.read(raw);
  const id = textOf(values.id);
  if (id === undefined) return undefined;
  const phoneNumber = textOf(values.phoneNumber);
  return { id, name: textOf(values.name) ?? id, ...(phoneNumber !== undefined && { phoneNumber }) };
}

const FLOW = createFieldTable({
  id: ['flowid', 'id', 'key', 'uuid'],
  name: ['name', 'flowname', 'publicname', 'title', 'label'],
  initialState: ['initialstate', 'initial', 'start', 'startstate', 'firststate', 'entrystate'],
  states: ['states', 'statenames', 'nodes', 'steps'],
  transitions: ['transitions', 'edges', 'arcs', 'links'],
});
const STATE = createFieldTable({ name: ['name', 'statename', 'id', 'label', 'title', 'key'] });

/** One flow with its graph. Needed is an id. */
export function decodeFlow(raw: unknown): Flow | undefined {
  if (!isRecord(raw)) return undefined;
  const { values } = FLOW.read(raw);
  const id = textOf(values.id);
  if (id === undefined) return undefined;
  const initialState = textOf(values.initialState);
  return {
    id,
    name: textOf(values.name) ?? id,
    ...(initialState !== undefined && { initialState }),
    states: listOf(values.states)
      .map((state) => textOf(isRecord(state) ? STATE.read(state).values.name : state))
      .filter((name) => name !== undefined),
    transitions: listOf(values.transitions)
      .map(decodeTransition)
      .filter((transition) => transition !== undefined)
      .map(({ from, event, to }) => ({ from, event, to })),
  };
}

const TENANT = createFieldTable({
  slug: ['slug', 'tenantslug', 'tenant', 'orgslug', 'org', 'key', 'code', 'tenantid', 'orgid', 'id'],
  name: ['name', 'displayname', 'tenantname', 'orgname', 'title', 'label'],
  timeZone: ['timezone', 'timezoneid', 'tz', 'zone', 'ianatimezone'],
  environment: ['environment', 'env', 'stage'],
});

/** One tenant. Needed is a slug (or an id, or the bare text): it is what a token's audience is made of. */
export function decodeTenant(raw: unknown): Tenant | undefined {
  if (typeof raw === 'string' && raw !== '') return { slug: raw, name: raw };
  if (!isRecord(raw)) return undefined;
  const { values } = TENANT.read(raw);
  const slug = textOf(values.slug);
  if (slug === undefined) return undefined;
  const timeZone = textOf(values.timeZone);
  const environment = environmentOf(values.environment);
  return {
    slug,
    name: textOf(values.name) ?? slug,
    ...(timeZone !== undefined && { timeZone }),
    ...(environment !== undefined && { environment }),
  };
}

const CALLER = createFieldTable({
  id: ['id', 'userid', 'sub', 'uid'],
  name: ['name', 'displayname', 'fullname', 'username', 'preferredusername'],
  email: ['email', 'mail', 'emailaddress'],
  roles: ['roles', 'rolenames', 'groups'],
  scopes: ['scopes', 'scope', 'permissions', 'grants'],
  tenants: ['tenants', 'organizations', 'organisations', 'orgs', 'memberships', 'workspaces', 'accounts'],
});

/** Who the instance says the caller is. */
export interface Caller {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
  readonly tenants: readonly Tenant[];
}

/** The caller from an answer's innermost fitting level. Needed is an id. */
export function decodeCaller(raw: unknown): Caller | undefined {
  if (!isRecord(raw)) return undefined;
  const { values } = CALLER.read(raw);
  const id = textOf(values.id);
  if (id === undefined) return undefined;
  const email = textOf(values.email);
  const texts = (value: unknown) =>
    (typeof value === 'string' ? value.split(/[\s,]+/) : listOf(value))
      .map(textOf)
      .filter((text) => text !== undefined);
  return {
    id,
    name: textOf(values.name) ?? id,
    ...(email !== undefined && { email }),
    roles: texts(values.roles),
    scopes: texts(values.scopes),
    tenants: listOf(values.tenants)
      .map(decodeTenant)
      .filter((tenant) => tenant !== undefined),
  };
}
