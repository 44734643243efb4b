import type { Sentiment } from '../../../shared/models/conversation.ts';
import { isRecord, type JsonRecord, safeKeys } from '../json.ts';
import { createFieldTable } from './field-table.ts';
import { numberOf, textOf } from './values.ts';

const TABLE = createFieldTable({
  name: ['name', 'emotion', 'label', 'sentiment', 'type', 'mood', 'key', 'kind'],
  score: ['score', 'value', 'weight', 'confidence', 'probability', 'share', 'strength', 'intensity', 'percent'],
});

/** More emotions than any model names; a guard. */
const MAX_SENTIMENTS = 100;

function pairsOf(raw: unknown): readonly Sentiment[] {
  const pairs: Sentiment[] = [];
  const add = (name: string | undefined, score: number | undefined) => {
    if (name !== undefined && score !== undefined && score >= 0 && pairs.length < MAX_SENTIMENTS)
      pairs.push({ name, score });
  };
  if (Array.isArray(raw)) {
    for (const one of raw) {
      if (!isRecord(one)) continue;
      const { values } = TABLE.read(one);
      add(textOf(values.name), numberOf(values.score));
    }
  } else if (isRecord(raw)) {
    const { values } = TABLE.read(raw);
    if (textOf(values.name) !== undefined && numberOf(values.score) !== undefined) {
      add(textOf(values.name), numberOf(values.score));
    } else addMap(raw, add);
  }
  return pairs;
}

function addMap(raw: JsonRecord, add: (name: string, score: number | undefined) => void): void {
  for (const name of safeKeys(raw)) add(name, numberOf(raw[name]));
}

/**
 * Sentiments with scores 0..1, from a list of named scores or a map of name to score.
 * @param maximum the largest score by the schema of the list; without it a score above 1 means percentages.
 */
export function decodeSentiments(raw: unknown, maximum?: number): readonly Sentiment[] {
  const pairs = pairsOf(raw);
  let top = maximum ?? 1;
  if (maximum === undefined) for (const { score } of pairs) if (score > 1) top = 100;
  return top === 1 ? pairs : pairs.map(({ name, score }) => ({ name, score: Math.min(score / top, 1) }));
}

const POINT = createFieldTable({
  value: ['value', 'score', 'overall', 'sentiment', 'valence', 'mood'],
  at: ['at', 'time', 'index', 'turn'],
});
/** One overall mood, -1..1; a percentage (-100..100) is scaled. Undefined for a word such as "negative": it is no number. */
export function decodeMood(raw: unknown): number | undefined {
  const mood = numberOf(isRecord(raw) ? POINT.read(raw).values.value : raw);
  if (mood === undefined) return undefined;
  return Math.max(-1, Math.min(1, Math.abs(mood) > 1 ? mood / 100 : mood));
}

const LONGEST_TREND = 200;

/** Overall mood of the last turns, each -1..1; percentages (-100..100) are scaled. What is no number is left out. */
export function decodeTrend(raw: unknown): readonly number[] {
  if (!Array.isArray(raw)) return [];
  const points: number[] = [];
  let top = 1;
  for (const one of raw.slice(-LONGEST_TREND)) {
    const point = numberOf(isRecord(one) ? POINT.read(one).values.value : one);
    if (point === undefined) continue;
    if (Math.abs(point) > 1) top = 100;
    points.push(point);
  }
  return top === 1 ? points : points.map((point) => Math.max(-1, Math.min(1, point / top)));
}
