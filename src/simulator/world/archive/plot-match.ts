import type { TranscriptFilter } from '../world-port.ts';
import type { Prototype } from './prototype.ts';
import { isProved, passesPlot, type Query } from './query.ts';
import { render, slot } from './template.ts';

/** What the plot alone says of a query: no, yes whoever the customer is, or it hangs on the customer. */
export type PlotMatch = 'no' | 'yes' | 'ask';

function searched({ said, about }: Prototype, { speaker }: Query): string {
  return speaker === undefined ? `${about}\n${said.customer}\n${said.ai}\n${said.csr}\n${said.system}` : said[speaker];
}

/**
 * Judges a query and a filter by the plot of a conversation, as far as it can be without knowing its customer. A term
 * that the plot does not have may still be of the customer, alone or together with words around a slot.
 */
export function matchPlot(prototype: Prototype, filter: TranscriptFilter, query: Query): PlotMatch {
  const { parameter, parameterProved = false, ...plain } = filter;
  if (!passesPlot(prototype.shown, plain)) return 'no';
  let match: PlotMatch = 'yes';
  if (parameter !== undefined) {
    const [name] = parameter.split(':');
    const named = prototype.parameters.filter((each) => each.name === name && (!parameterProved || isProved(each)));
    if (named.length === 0) return 'no';
    if (
      parameter !== name &&
      !named.some(({ value }) => value.keys.length === 0 && `${name}:${render(value, {})}` === parameter)
    ) {
      if (named.every(({ value }) => value.keys.length === 0)) return 'no';
      match = 'ask';
    }
  }
  const text = query.terms.length === 0 ? '' : searched(prototype, query);
  for (const term of query.terms) {
    if (text.includes(term)) continue;
    if (query.speaker !== undefined && !text.includes(slot)) return 'no';
    match = 'ask';
  }
  return match;
}
