import {
  type Average,
  type Criterion,
  type Mark,
  type Marks,
  type Review,
  type Scorecard,
  TOP_MARK,
} from './quality.ts';

/** How much of a criterion was reached, 0 to 1; undefined where it does not apply. */
function share({ kind }: Criterion, mark: Mark): number | undefined {
  if (mark === 'not-applicable') return undefined;
  return Math.min(1, Math.max(0, kind === 'scale' ? mark / TOP_MARK : mark));
}

export interface Score {
  /** 0 to 100 with one decimal; undefined while nothing that counts is marked. */
  readonly score: number | undefined;
  readonly failed: boolean;
  /** Ids of criteria that have no mark yet. */
  readonly missing: readonly string[];
}

/** The score of marks: the shares by their weights, over what applies; 0 as soon as one that fails all is failed. */
export function scoreOf(criteria: readonly Criterion[], marks: Marks): Score {
  const missing: string[] = [];
  let failed = false;
  let reached = 0;
  let weights = 0;
  for (const criterion of criteria) {
    const mark = marks[criterion.id];
    if (mark === undefined) {
      missing.push(criterion.id);
      continue;
    }
    const part = share(criterion, mark);
    if (part === undefined) continue;
    failed ||= criterion.autoFail && part === 0;
    reached += part * criterion.weight;
    weights += criterion.weight;
  }
  if (failed) return { score: 0, failed, missing };
  return { score: weights === 0 ? undefined : Math.round((reached / weights) * 1000) / 10, failed, missing };
}

interface Sum {
  points: number;
  reviews: number;
  failed: number;
}
const emptySum = (): Sum => ({ points: 0, reviews: 0, failed: 0 });
const averageOf = ({ points, reviews, failed }: Sum): Average => ({
  average: Math.round((points / reviews) * 10) / 10,
  reviews,
  failed,
});

function add<K>(sums: Map<K, Sum>, key: K, points: number, failed: boolean): void {
  const sum = sums.get(key) ?? emptySum();
  sum.points += points;
  sum.reviews += 1;
  if (failed) sum.failed += 1;
  sums.set(key, sum);
}

/**
 * Averages of finished reviews: of all, of each CSR and of each criterion.
 * @param cards every version that a review was judged by; a criterion is known by its id across versions.
 */
export function resultsOf(reviews: readonly Review[], cards: readonly Scorecard[]) {
  const byVersion = new Map(cards.map((card) => [card.version, card]));
  const whole = new Map<'all', Sum>();
  const byCsr = new Map<string | undefined, Sum>();
  const byCriterion = new Map<string, Sum>();
  for (const { state, version, marks, about } of reviews) {
    const criteria = byVersion.get(version)?.criteria;
    if (state !== 'finished' || criteria === undefined) continue;
    const { score, failed } = scoreOf(criteria, marks);
    if (score === undefined) continue;
    add(whole, 'all', score, failed);
    add(byCsr, about.csr, score, failed);
    for (const criterion of criteria) {
      const mark = marks[criterion.id];
      const part = mark === undefined ? undefined : share(criterion, mark);
      if (part !== undefined) add(byCriterion, criterion.id, part * 100, part === 0);
    }
  }
  const newestFirst = cards.toSorted((a, b) => b.version - a.version);
  const names = new Map<string, string>();
  for (const { criteria } of newestFirst) {
    for (const { id, name } of criteria) if (!names.has(id)) names.set(id, name);
  }
  const all = whole.get('all');
  return {
    ...(all !== undefined && { whole: averageOf(all) }),
    byCsr: [...byCsr]
      .map(([csr, sum]) => ({ ...(csr !== undefined && { csr }), ...averageOf(sum) }))
      .sort((a, b) => b.reviews - a.reviews || (a.csr ?? '').localeCompare(b.csr ?? '')),
    byCriterion: [...names].flatMap(([id, name]) => {
      const sum = byCriterion.get(id);
      return sum === undefined ? [] : [{ id, name, ...averageOf(sum) }];
    }),
  };
}
