import type { HealthComponent, HealthStatus, Incident } from '../../../shared/models/telemetry.ts';
import { listIn, unwrapped } from '../decode/envelope.ts';
import { createFieldTable } from '../decode/field-table.ts';
import { instantOf } from '../decode/instant.ts';
import { textOf } from '../decode/values.ts';
import { createVocabulary } from '../decode/vocabulary.ts';
import { isRecord, type JsonRecord, own, safeKeys } from '../json.ts';

const MOST = 200;

const COMPONENT = createFieldTable({
  id: ['id', 'key', 'componentid', 'servicekey', 'serviceid', 'slug', 'service', 'component'],
  name: ['name', 'title', 'displayname', 'label', 'component', 'service'],
  kind: ['kind', 'type', 'class', 'category'],
  status: ['status', 'state', 'condition', 'health'],
  since: ['since', 'changedat', 'statussince', 'lastchangedat', 'updatedat'],
  message: ['message', 'remark', 'note', 'detail', 'description', 'reason', 'output'],
});

const STATUS = createVocabulary({
  operational: ['up', 'ok', 'healthy', 'pass', 'passing', 'green', 'available', 'running', 'normal'],
  degraded: ['impaired', 'warn', 'warning', 'yellow', 'amber', 'partial', 'partialoutage', 'slow', 'limited'],
  down: ['outage', 'fail', 'failing', 'failed', 'red', 'unavailable', 'critical', 'error', 'majoroutage', 'unhealthy'],
  maintenance: ['undermaintenance', 'planned'],
});
const STATUSES: ReadonlySet<string> = new Set(['operational', 'degraded', 'down', 'maintenance']);
const isStatus = (word: string): word is HealthStatus => STATUSES.has(word);

function component(fields: JsonRecord, key: string | undefined, dependency: boolean): HealthComponent | undefined {
  const { values } = COMPONENT.read(fields);
  const id = textOf(values.id) ?? key ?? textOf(values.name);
  const word = textOf(values.status);
  if (id === undefined || word === undefined) return undefined;
  const status = STATUS(word);
  const since = instantOf(values.since);
  const message = textOf(values.message);
  const outside = /external|depend|third|upstream|integration/i.test(textOf(values.kind) ?? '');
  return {
    id: id.slice(0, 200),
    name: (textOf(values.name) ?? id).slice(0, 200),
    kind: dependency || outside ? 'dependency' : 'component',
    ...(isStatus(status) ? { status } : { status: 'unknown', statusWord: word.slice(0, 60) }),
    ...(since !== undefined && { since }),
    ...(message !== undefined && { message: message.slice(0, 500) }),
  };
}

function listed(list: readonly unknown[], dependency: boolean): readonly HealthComponent[] {
  return list.slice(0, MOST).flatMap((one) => (isRecord(one) ? (component(one, undefined, dependency) ?? []) : []));
}

function mapped(level: JsonRecord, dependency: boolean): readonly HealthComponent[] {
  return safeKeys(level)
    .slice(0, MOST)
    .flatMap((key) => {
      const value = own(level, key);
      if (isRecord(value)) return component(value, key, dependency) ?? [];
      // `{ "voice": "up" }`, told from other texts by being a status word.
      return typeof value === 'string' && isStatus(STATUS(value))
        ? (component({ status: value }, key, dependency) ?? [])
        : [];
    });
}

/**
 * The components of a health answer: a list or a map of them, and one of dependencies where it stands apart. An answer that only says
 * how the whole is becomes one component. Undefined when it says neither.
 */
export function decodeHealth(answer: unknown): readonly HealthComponent[] | undefined {
  const levels = unwrapped(answer, []);
  for (const level of levels) {
    const found = ['components', 'services', 'checks', 'items', 'subsystems', 'details', 'dependencies'].flatMap(
      (name) => {
        const inner = own(level, name);
        const dependency = name === 'dependencies';
        if (Array.isArray(inner)) return listed(inner, dependency);
        return isRecord(inner) ? mapped(inner, dependency) : [];
      },
    );
    if (found.length > 0) return found;
  }
  if (Array.isArray(answer)) return listed(answer, false);
  const inner = levels.at(-1);
  if (inner === undefined) return undefined;
  const map = mapped(inner, false).filter(({ id }) => COMPONENT.placeOf(id) === undefined);
  if (map.length > 0) return map;
  const whole = levels.map((level) => component(level, 'system', false)).find((one) => one !== undefined);
  return whole === undefined ? undefined : [whole];
}

const INCIDENT = createFieldTable({
  id: ['incidentid', 'disruptionid', 'id', 'key', 'uuid', 'number'],
  title: ['title', 'name', 'summary', 'message', 'description'],
  component: ['component', 'servicekey', 'service', 'componentid', 'affected'],
  startedAt: ['startedat', 'beganat', 'start', 'createdat', 'openedat', 'begin', 'from'],
  endedAt: ['endedat', 'resolvedat', 'end', 'closedat', 'finishedat', 'to'],
});

/** Incidents of an answer. Needed are an id and a start. Undefined when there is no list of them. */
export function decodeIncidents(answer: unknown): readonly Incident[] | undefined {
  return listIn(answer, ['incidents', 'disruptions', 'outages'])
    ?.slice(0, MOST)
    .flatMap((one): readonly Incident[] => {
      if (!isRecord(one)) return [];
      const { values } = INCIDENT.read(one);
      const id = textOf(values.id);
      const startedAt = instantOf(values.startedAt);
      if (id === undefined || startedAt === undefined) return [];
      const endedAt = instantOf(values.endedAt);
      const about = textOf(values.component);
      return [
        {
          id: id.slice(0, 200),
          title: (textOf(values.title) ?? id).slice(0, 300),
          startedAt,
          ...(endedAt !== undefined && { endedAt }),
          ...(about !== undefined && { component: about.slice(0, 200) }),
        },
      ];
    });
}
