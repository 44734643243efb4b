import { z } from 'zod';

/** What is rewritten at each change; all else of a conversation stays as its model had it. */
interface Changing {
  revision: number;
  state: string;
  mood: number;
  risk: number;
}

/** One made-up conversation in the API's words. */
export interface Subject extends Changing {
  readonly id: string;
  /** The JSON of what never changes, without its opening brace. */
  readonly rest: string;
}

/** These stand at the top in worst-first order, so that they are drawn, and what is drawn of them is timed. */
export const WATCHED = 20;

const RISKS = ['low', 'guarded', 'elevated', 'high', 'critical'];
const MOODS = [-0.82, -0.41, 0.05, 0.36];
export const modelSchema = z.looseObject({ transcriptId: z.string(), startedAt: z.string() });
export type Model = z.infer<typeof modelSchema>;

/** Makes `count` conversations after the models, which are real ones of the simulator; the first WATCHED are the worst. */
export function makeSubjects(models: readonly Model[], count: number): Subject[] {
  return Array.from({ length: count }, (_, index) => {
    const model = models[index % models.length];
    if (model === undefined) throw new Error('no conversation to copy');
    const id = `c-${100_000 + index}`;
    const {
      revision: _revision,
      state: _state,
      risk: _risk,
      sentimentTrend: _trend,
      transcriptId: _id,
      ...rest
    } = { revision: 0, state: '', risk: 0, sentimentTrend: 0, ...model, queue: null, endedAt: null };
    return {
      id,
      rest: JSON.stringify(rest).slice(1),
      // Not all at the same: they would change their mood and their risk in waves, and figures would depend on the moment.
      revision: 1 + ((index * 7) % 40),
      state: 'Start',
      mood: index % MOODS.length,
      risk: index < WATCHED ? 4 : index % 4,
    };
  });
}

/** The conversation as the API shows it now. */
export function subjectJson(subject: Subject): string {
  const { id, revision, state, mood, risk, rest } = subject;
  return `{"transcriptId":"${id}","revision":${revision},"state":"${state}","sentimentTrend":[-0.28,-0.26,${MOODS[mood]}],"risk":{"level":${risk},"label":"${RISKS[risk]}"},${rest}`;
}

/**
 * Changes a conversation as an update does. The state tells the moment, for whoever times its way to the screen; one in
 * eight updates moves the mood, and with it the row, and one in forty the risk of those that are not watched.
 */
export function change(subject: Subject, index: number, at: number): void {
  subject.revision += 1;
  subject.state = `E${at}`;
  if (subject.revision % 8 === 0) subject.mood = (subject.mood + 1) % MOODS.length;
  if (index >= WATCHED && subject.revision % 40 === 0) subject.risk = (subject.risk + 1) % 4;
}
