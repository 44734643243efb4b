import type { Mask } from '../../shared/models/mask.ts';
import type { Criterion, Review, Scorecard } from '../../shared/models/quality.ts';
import { scoreOf } from '../../shared/models/quality-score.ts';
import { csvLine } from '../storage/csv-cell.ts';

const instant = (at: number | undefined): string => (at === undefined ? '' : new Date(at).toISOString());

/**
 * Finished reviews as CSV, one row a review and one column a criterion, whatever version it is of; times in UTC. A mark of
 * UTF-8, so that spreadsheets read accents.
 * @param mask what was noted may hold numbers and addresses.
 */
export function reviewLines(reviews: readonly Review[], cards: readonly Scorecard[], mask: Mask): string {
  const byVersion = new Map(cards.map((card) => [card.version, card.criteria]));
  const criteria = new Map<string, Criterion>();
  for (const card of cards.toSorted((a, b) => b.version - a.version)) {
    for (const one of card.criteria) if (!criteria.has(one.id)) criteria.set(one.id, one);
  }
  const columns = [...criteria.values()];
  const head = csvLine([
    'conversation',
    'startedAt',
    'platform',
    'csr',
    'flow',
    'risk',
    'reviewedAt',
    'reviewer',
    'scorecard',
    'score',
    'failed',
    ...columns.map(({ name }) => name),
    'note',
    'messageNotes',
    'timesReopened',
  ]);
  const lines = reviews.map(({ about, marks, note, notes, version, at, by, history }) => {
    const { score, failed } = scoreOf(byVersion.get(version) ?? [], marks);
    return csvLine([
      about.id,
      instant(about.startedAt),
      about.platform,
      about.csr,
      about.flow,
      about.risk,
      instant(at),
      by,
      version,
      score,
      failed,
      ...columns.map(({ id }) => marks[id]),
      mask.text(note),
      notes.map(({ message, text }) => `${message}: ${mask.text(text)}`).join(' | '),
      history.filter(({ what }) => what === 'reopened').length,
    ]);
  });
  return `\uFEFF${head}${lines.join('')}`;
}
