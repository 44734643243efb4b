import { handleOf } from '../cast/arrivals.ts';
import type { Facts } from '../cast/facts.ts';
import { foldText } from '../fold-text.ts';
import type { TranscriptFilter } from '../world-port.ts';
import type { Query } from './query.ts';

interface Verdict {
  /** May be whom the filter names. */
  readonly wanted: boolean;
  /** May have what the plot lacks of the terms. */
  readonly completes: boolean;
}

/**
 * Rules out customers who can have no part in a match, cheaply, each looked at once. Whoever is left has to be looked at
 * exactly. `completing` asks for one who adds what the plot lacks.
 */
export function customerTest(filter: TranscriptFilter, { terms }: Query, identity: (contact: number) => Facts) {
  const contact = filter.contact === undefined ? undefined : foldText(filter.contact);
  const parameter = filter.parameter === undefined ? undefined : foldText(filter.parameter.replace(/^[^:]*:?/, ''));
  const words = terms.flatMap((term) => term.split(/[^\p{L}\p{N}+]+/u)).filter((word) => word !== '');
  const ids = terms.filter((term) => /^(c-?)?\d*$/.test(term));
  const known = new Map<number, Verdict>();

  function look(number: number): Verdict {
    const facts = identity(number);
    const handle = handleOf(facts['name'] ?? '');
    const own = foldText([...Object.values(facts), `@${handle}`, `${handle}@mail.example`].join('\n'));
    return {
      // Ids of contacts are made of more than is known here.
      wanted: contact === undefined || contact.startsWith('p-') || own.includes(contact),
      completes:
        (parameter === undefined || own.includes(parameter)) &&
        (words.length === 0 || words.some((word) => own.includes(word))),
    };
  }

  return (customer: number, conversation: number, completing: boolean): boolean => {
    const verdict = known.get(customer) ?? look(customer);
    known.set(customer, verdict);
    if (!verdict.wanted) return false;
    return !completing || verdict.completes || ids.some((id) => `c-${conversation}`.includes(id));
  };
}
