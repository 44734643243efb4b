import { types } from 'node:util';
import { createContext, Script } from 'node:vm';
import { LONGEST_PATTERN } from '../../../shared/query/parse-query.ts';

/** A regular expression that cannot be read (`bad-pattern`) or takes too long (`slow-pattern`). */
export class PatternError extends Error {
  readonly reason: 'bad-pattern' | 'slow-pattern';

  constructor(reason: PatternError['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

/** Messages given to the expression at once; between batches the time is looked at. */
const BATCH = 500;

const script = new Script(`
  texts.map((text) => {
    expression.lastIndex = 0;
    const found = expression.exec(text);
    return found === null || found[0] === '' ? undefined : [found.index, found.index + found[0].length];
  })
`);

/**
 * Looks for a regular expression (JavaScript's, Unicode, case-insensitive) in texts, one by one, until enough are found.
 * One that explodes is stopped: V8 looks at the time limit of a script also while an expression goes back and forth.
 * @param mostMs for all of the texts together.
 * @throws PatternError
 */
export function scanPattern<R extends { readonly text: string }>(
  rows: Iterable<R>,
  pattern: string,
  limit: number,
  mostMs: number,
): readonly { readonly row: R; readonly marks: readonly { readonly from: number; readonly to: number }[] }[] {
  const expression = readPattern(pattern);
  const until = Date.now() + mostMs;
  const found: { row: R; marks: { from: number; to: number }[] }[] = [];
  const take = (batch: readonly R[]): void => {
    const places = matchAll(
      expression,
      batch.map(({ text }) => text),
      until - Date.now(),
    );
    for (const [at, place] of places.entries()) {
      const row = batch[at];
      if (place !== undefined && row !== undefined) found.push({ row, marks: [{ from: place[0], to: place[1] }] });
    }
  };
  let batch: R[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    take(batch);
    batch = [];
    if (found.length >= limit) break;
  }
  if (batch.length > 0) take(batch);
  return found.slice(0, limit);
}

function readPattern(pattern: string): RegExp {
  if (pattern.length > LONGEST_PATTERN) throw new PatternError('bad-pattern', 'The expression is too long');
  try {
    return new RegExp(pattern, 'iu');
  } catch (thrown) {
    throw new PatternError('bad-pattern', thrown instanceof Error ? thrown.message : String(thrown));
  }
}

function matchAll(
  expression: RegExp,
  texts: readonly string[],
  timeout: number,
): readonly (readonly [number, number] | undefined)[] {
  if (timeout <= 0) throw new PatternError('slow-pattern', 'The expression takes too long');
  try {
    return script.runInContext(createContext({ texts, expression }), { timeout });
  } catch (thrown) {
    if (types.isNativeError(thrown) && 'code' in thrown && thrown.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
      throw new PatternError('slow-pattern', 'The expression takes too long');
    throw thrown;
  }
}
