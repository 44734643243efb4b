import type { Risk, RiskLevel, Sentiment } from './world-port.ts';

export type Emotion =
  | 'anger'
  | 'frustration'
  | 'anxiety'
  | 'confusion'
  | 'relief'
  | 'gratitude'
  | 'curiosity'
  | 'satisfaction';
export type Feelings = Readonly<Partial<Record<Emotion, number>>> & { readonly risk?: number };
/** The tone a customer's words take; chosen from the strongest feeling. */
export type Tone = 'calm' | 'annoyed' | 'worried' | 'confused' | 'pleased';

const emotions: readonly Emotion[] = [
  'anger',
  'frustration',
  'anxiety',
  'confusion',
  'relief',
  'gratitude',
  'curiosity',
  'satisfaction',
];
/** Above these the risk estimate counts as level 1, 2, 3, 4. */
const levelFloors: readonly [RiskLevel, number][] = [
  [4, 3.2],
  [3, 2.4],
  [2, 1.5],
  [1, 0.7],
];
const trendLength = 12;

/** How one customer feels now, and how the conversation is going (0 well .. 4 lost). */
export class Mood {
  readonly scores: Record<Emotion, number> = {
    anger: 0,
    frustration: 0,
    anxiety: 0,
    confusion: 0,
    relief: 0,
    gratitude: 0,
    curiosity: 0,
    satisfaction: 0,
  };
  risk = 0.3;
  /** How strongly this customer feels things; 1 is usual. */
  readonly #intensity: number;
  readonly #trend: number[] = [];

  constructor(intensity = 1) {
    this.#intensity = intensity;
  }

  /** Takes in what just happened: positive pushes move a score towards 1, negative ones shrink it. */
  feel(feelings: Feelings): void {
    for (const emotion of emotions) {
      const push = feelings[emotion];
      if (push === undefined) continue;
      const score = this.scores[emotion];
      this.scores[emotion] = Math.min(
        1,
        Math.max(0, push > 0 ? score + push * this.#intensity * (1 - score) : score * (1 + push)),
      );
    }
    if (feelings.risk !== undefined) this.risk = Math.min(4, Math.max(0, this.risk + feelings.risk));
  }

  /** One turn passes: feelings fade a little, and risk follows what is left of them. */
  settle(): void {
    for (const emotion of emotions) this.scores[emotion] *= 0.93;
    const { anger, frustration, anxiety } = this.scores;
    this.feel({ risk: 0.75 * anger + 0.4 * frustration + 0.25 * anxiety - 0.14 });
    this.#trend.push(this.overallShown);
    if (this.#trend.length > trendLength) this.#trend.shift();
  }

  /** From -1 (lost) to 1 (delighted). */
  get overall(): number {
    const s = this.scores;
    const sum =
      s.relief + s.gratitude + s.satisfaction + 0.3 * s.curiosity - s.anger - 0.8 * s.frustration - 0.6 * s.anxiety;
    return Math.min(1, Math.max(-1, sum - 0.4 * s.confusion));
  }

  /** The overall sentiment as the API tells it. */
  get overallShown(): number {
    return round(this.overall);
  }

  get tone(): Tone {
    const s = this.scores;
    const annoyed = Math.max(s.anger * 1.1, s.frustration);
    const pleased = Math.max(s.relief, s.gratitude, s.satisfaction);
    const strongest = Math.max(annoyed, s.anxiety, s.confusion, pleased);
    if (strongest < 0.28) return 'calm';
    if (strongest === annoyed) return 'annoyed';
    if (strongest === s.anxiety) return 'worried';
    return strongest === s.confusion ? 'confused' : 'pleased';
  }

  /** All feelings that can be told from nothing, strongest first. */
  sentiments(): readonly Sentiment[] {
    const told: Sentiment[] = [];
    for (const name of emotions) if (this.scores[name] >= 0.03) told.push({ name, score: round(this.scores[name]) });
    return told.sort((a, b) => b.score - a.score);
  }

  trend(): readonly number[] {
    return [...this.#trend];
  }

  /** The risk estimate as the API shows it. */
  riskShown(): Risk {
    const level = levelFloors.find(([, floor]) => this.risk >= floor)?.[0] ?? 0;
    return risks[level];
  }
}

// One object a level: a conversation's risk is replaced, never changed, so they can be shared.
const risks: Readonly<Record<RiskLevel, Risk>> = {
  0: { level: 0, label: 'low' },
  1: { level: 1, label: 'guarded' },
  2: { level: 2, label: 'elevated' },
  3: { level: 3, label: 'high' },
  4: { level: 4, label: 'critical' },
};

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
