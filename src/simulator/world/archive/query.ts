import { foldText } from '../fold-text.ts';
import type { Conversation, Message, Parameter, TranscriptFilter } from '../world-port.ts';

/** What is looked for: terms that must all occur, in what one speaker said or anywhere. */
export interface Query {
  /** Folded words and phrases. */
  readonly terms: readonly string[];
  readonly speaker?: Message['role'];
}

/** Reads a query: words, and phrases in double quotes. A quote that is never closed runs to the end. */
export function readQuery(text: string, speaker?: Message['role']): Query {
  const terms = [...text.matchAll(/"([^"]*)"?|([^\s"]+)/g)]
    .map(([, phrase, word]) =>
      foldText(phrase ?? word ?? '')
        .trim()
        .replace(/\s+/g, ' '),
    )
    .filter((term) => term !== '');
  return { terms, ...(speaker !== undefined && { speaker }) };
}

function has(list: readonly { readonly name: string; readonly value: string }[], wanted: string): boolean {
  return list.some(({ name, value }) => wanted === name || wanted === `${name}:${value}`);
}

/** Set by a function, not merely claimed by whoever got in touch. */
export const isProved = ({ source }: Pick<Parameter, 'source'>): boolean => source === 'verified';

/** Seconds from start to end; undefined while it goes on. */
function durationOf({ startedAt, endedAt }: Conversation): number | undefined {
  return endedAt === null ? undefined : (Date.parse(endedAt) - Date.parse(startedAt)) / 1000;
}

/** Whether a conversation passes everything that is asked, apart from its time and its contact. */
export function passesPlot(shown: Conversation, filter: TranscriptFilter): boolean {
  const { status, platform, direction, flow, flagged, tag, risk, sentiment, parameter, parameterProved } = filter;
  if (status !== undefined && !status.includes(shown.status)) return false;
  if (platform !== undefined && !platform.includes(shown.platform)) return false;
  if (direction !== undefined && direction !== shown.direction) return false;
  if (flow !== undefined && flow !== shown.flow.id && flow !== shown.flow.name) return false;
  if (flagged !== undefined && flagged !== shown.flagged) return false;
  if (risk !== undefined && !risk.includes(shown.risk.label)) return false;
  if (sentiment !== undefined && !shown.sentiments.some(({ name, score }) => name === sentiment && score > 0.1))
    return false;
  if (tag !== undefined && !has(shown.tags, tag)) return false;
  const counted = parameterProved === true ? shown.parameters.filter(isProved) : shown.parameters;
  if (parameter !== undefined && !has(counted, parameter)) return false;
  return passesRest(shown, filter);
}

function passesRest(shown: Conversation, filter: TranscriptFilter): boolean {
  const { pointOfContact, function: called, language, environment, minDuration, maxDuration } = filter;
  if (
    pointOfContact !== undefined &&
    pointOfContact !== shown.pointOfContact.id &&
    pointOfContact !== shown.pointOfContact.name
  )
    return false;
  if (called !== undefined && !shown.functionsCalled.includes(called)) return false;
  if (language !== undefined && language !== shown.language) return false;
  if (environment !== undefined && environment !== shown.environment) return false;
  if (minDuration === undefined && maxDuration === undefined) return true;
  const duration = durationOf(shown);
  return (
    duration !== undefined && duration >= (minDuration ?? 0) && duration <= (maxDuration ?? Number.POSITIVE_INFINITY)
  );
}

/** Whether its contact is the one asked for: part of the name or of what the channel shows, in any case. */
export function passesContact({ contact }: Conversation, wanted: string): boolean {
  return foldText(`${contact.display}\n${contact.name ?? ''}\n${contact.id}`).includes(foldText(wanted));
}

/** Whether a conversation passes the filter. */
export function passes(shown: Conversation, filter: TranscriptFilter): boolean {
  if (!passesPlot(shown, filter)) return false;
  if (filter.contact !== undefined && !passesContact(shown, filter.contact)) return false;
  const startedAt = Date.parse(shown.startedAt);
  return startedAt >= (filter.from ?? Number.NEGATIVE_INFINITY) && startedAt < (filter.to ?? Number.POSITIVE_INFINITY);
}
