import type { JournalEntry } from '../../shared/models/journal.ts';
import type { Annotation, Incident } from '../../shared/models/telemetry.ts';
import type { Span } from './past-store.ts';
import type { Outage } from './tenant-telemetry.ts';

/** Operators' actions closer together than this are one mark. */
const TOGETHER_MS = 60_000;
const MOST = 300;

const overlaps = (from: number, to: number, span: Span): boolean => from < span.to && to >= span.from;

function ofIncidents(incidents: readonly Incident[], span: Span): readonly Annotation[] {
  return incidents
    .filter(({ startedAt, endedAt }) => overlaps(startedAt, endedAt ?? span.to, span))
    .map(({ id, title, startedAt, endedAt }) => ({
      id: `incident:${id}`,
      kind: 'incident',
      at: startedAt,
      text: title,
      ...(endedAt === undefined ? { open: true } : { until: endedAt }),
    }));
}

function ofOutages(outages: readonly Outage[], span: Span): readonly Annotation[] {
  return outages
    .filter(({ from, to }) => overlaps(from, to, span))
    .map(({ from, to, open }) => ({
      id: `outage:${from}`,
      kind: 'outage',
      at: from,
      until: to,
      text: '',
      ...(open && { open }),
    }));
}

/** What operators did at this console, several of a kind within a minute as one mark. */
function ofJournal(entries: readonly JournalEntry[], tenant: string, span: Span): readonly Annotation[] {
  const marks: (Annotation & { count: number })[] = [];
  const done = entries
    .filter(({ kind, outcome }) => kind === 'command' && outcome === 'done')
    .filter((entry) => entry.tenant === tenant && overlaps(entry.at, entry.at, span))
    .sort((a, b) => a.at - b.at);
  for (const { id, at, action = '' } of done) {
    const last = marks.findLast(({ text }) => text === action);
    if (last !== undefined && at - last.at < TOGETHER_MS) last.count += 1;
    else marks.push({ id: `operator:${id}`, kind: 'operator', at, text: action, count: 1 });
  }
  return marks;
}

/** What happened within a span: incidents, silence of the instance, alerts on metrics, what operators did. Oldest first. */
export function annotationsOf(
  from: {
    readonly incidents: readonly Incident[];
    readonly outages: readonly Outage[];
    readonly alerts: readonly Annotation[];
    readonly journal: readonly JournalEntry[];
  },
  tenant: string,
  span: Span,
): readonly Annotation[] {
  return [
    ...ofIncidents(from.incidents, span),
    ...ofOutages(from.outages, span),
    ...from.alerts.filter(({ at, until }) => overlaps(at, until ?? at, span)),
    ...ofJournal(from.journal, tenant, span),
  ]
    .sort((a, b) => a.at - b.at)
    .slice(-MOST);
}
