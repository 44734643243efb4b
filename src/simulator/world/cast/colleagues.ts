import type { Rng } from '../random.ts';
import { firstNames, lastNames } from './names.ts';

/** A CSR who acts in the world by the same rules as the operators who use the console. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly skills: readonly string[];
  /** Conversations in hand; a colleague takes no more than `colleagueLimit`. */
  inHand: number;
}

export const colleagueLimit = 4;

/**
 * Makes a team: each colleague has one skill of the tenant in turn plus about half of the others, so that every
 * combination of two skills is covered as soon as the team has some size.
 */
export function hireColleagues(rng: Rng, prefix: string, count: number, skills: readonly string[]): Colleague[] {
  const names = new Set<string>();
  const team: Colleague[] = [];
  for (let i = 0; i < count; i += 1) {
    const language = rng.chance(0.4) ? 'fr' : 'en';
    let name = `${rng.pick(firstNames[language])} ${rng.pick(lastNames[language])}`;
    if (names.has(name)) name = `${name} ${'BCDFGHJKLM'[i % 10] ?? 'B'}.`;
    names.add(name);
    const own = skills[i % skills.length];
    // The first of the team can do everything: no queue is ever without anybody who may take it.
    const held = skills.filter((skill) => i === 0 || skill === own || rng.chance(0.5));
    team.push({ id: `${prefix}-csr-${i + 1}`, name, skills: held, inHand: 0 });
  }
  return team;
}

/** A colleague with room who covers all the skills; among several the least busy. */
export function freeColleague(team: readonly Colleague[], skills: readonly string[]): Colleague | undefined {
  let best: Colleague | undefined;
  for (const colleague of team) {
    if (colleague.inHand >= colleagueLimit) continue;
    if (best !== undefined && colleague.inHand >= best.inHand) continue;
    if (skills.every((skill) => colleague.skills.includes(skill))) best = colleague;
  }
  return best;
}
