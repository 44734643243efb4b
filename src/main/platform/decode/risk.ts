import type { Conversation, RiskLevel } from '../../../shared/models/conversation.ts';
import { isRecord } from '../json.ts';
import { squash } from '../words.ts';
import { createFieldTable } from './field-table.ts';
import { numberOf, textOf } from './values.ts';
import { createVocabulary } from './vocabulary.ts';

type Risk = NonNullable<Conversation['risk']>;

const LABELS = ['low', 'guarded', 'elevated', 'high', 'critical'] as const;

const labelWord = createVocabulary(Object.fromEntries(LABELS.map((label) => [label, []])));

const LEVEL_OF_WORD = new Map<string, RiskLevel>([
  ...(['low', 'none', 'calm', 'minimal', 'green', 'normal'] as const).map((word) => [word, 0] as const),
  ...(['guarded', 'minor', 'mild', 'blue'] as const).map((word) => [word, 1] as const),
  ...(['elevated', 'medium', 'moderate', 'yellow'] as const).map((word) => [word, 2] as const),
  ...(['high', 'major', 'orange', 'serious'] as const).map((word) => [word, 3] as const),
  ...(['critical', 'severe', 'veryhigh', 'extreme', 'red'] as const).map((word) => [word, 4] as const),
]);

const TABLE = createFieldTable({
  level: ['level', 'rank', 'risklevel'],
  score: ['score', 'value', 'percent', 'riskscore', 'probability'],
  label: ['label', 'name', 'band', 'category', 'severity', 'risklabel', 'grade', 'text'],
});

function asLevel(number: number): RiskLevel {
  return number >= 4 ? 4 : number >= 3 ? 3 : number >= 2 ? 2 : number >= 1 ? 1 : 0;
}

/** A score as one of five equal bands. Without a stated maximum, up to 1 is a share and more is a percentage. */
function bandOf(score: number, maximum: number | undefined): RiskLevel {
  const top = maximum ?? (score <= 1 ? 1 : 100);
  return asLevel(Math.min(Math.floor((score / top) * 5), 4));
}

function build(level: RiskLevel, label: string | undefined): Risk {
  return { level, label: label === undefined ? LABELS[level] : labelWord(label) };
}

export interface RiskFields {
  readonly risk: unknown;
  readonly level: unknown;
  readonly score: unknown;
  readonly label: unknown;
  /** What the schema says is the largest bare risk or score. */
  readonly maximum: number | undefined;
}

/**
 * The risk estimate from whatever an instance sends: a level 0-4, a label, a share 0-1, a percentage, or an object of
 * these. Unknown words without a number give undefined: a calm level is never made up.
 */
export function decodeRisk(fields: RiskFields): Risk | undefined {
  const inner = isRecord(fields.risk) ? TABLE.read(fields.risk).values : undefined;
  const bare = inner === undefined ? fields.risk : undefined;
  const bareNumber = numberOf(bare);
  const label = textOf(inner?.label) ?? textOf(fields.label) ?? (bareNumber === undefined ? textOf(bare) : undefined);
  const stated = inner?.level ?? fields.level;
  const level = numberOf(stated);
  const levelWord = level === undefined ? textOf(stated) : undefined;
  const score = numberOf(inner?.score) ?? numberOf(fields.score);
  if (level !== undefined && level >= 0 && level <= 4) return build(asLevel(level), label);
  const said = label ?? levelWord;
  const word = said === undefined ? undefined : LEVEL_OF_WORD.get(squash(said));
  if (word !== undefined) return build(word, label ?? levelWord);
  if (score !== undefined && score >= 0) return build(bandOf(score, fields.maximum), label ?? levelWord);
  if (bareNumber === undefined || bareNumber < 0) return undefined;
  const isLevel = fields.maximum === undefined ? Number.isInteger(bareNumber) && bareNumber <= 4 : fields.maximum === 4;
  return build(isLevel ? asLevel(bareNumber) : bandOf(bareNumber, fields.maximum), label);
}
