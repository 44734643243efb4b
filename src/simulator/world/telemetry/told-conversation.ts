import type { LifeLine, Turn } from './life-line.ts';
import { type Member, type Tally, traitsOf } from './tally.ts';

/** A conversation of the past that is being told, and how far it has come. */
export interface ToldConversation {
  readonly line: LifeLine;
  readonly member: Member;
  /** When it began. */
  readonly at: number;
  next: number;
  human: boolean;
}

/** Begins to tell one. @param weight how many it stands for */
export function tellBegin(tally: Tally, line: LifeLine, at: number, weight: number): ToldConversation {
  const { flow, channel, direction, point, skills } = line;
  const traits = traitsOf({ flow, channel, direction, point });
  const member = { traits, weight, skills, status: 'in-progress', waitingSince: undefined, handedOff: false };
  tally.enter(member);
  return { line, member, at, next: 0, human: false };
}

/** Tells its next turn. Returns the composing that ends with it, ms, over all it stands for. */
export function tellTurn(tally: Tally, told: ToldConversation, turn: Turn): number {
  const { member, at } = told;
  told.next += 1;
  if (turn.kind === 'answered') {
    tally.answered(turn.ms);
    return turn.ms * member.weight;
  }
  if (turn.kind === 'called') tally.called(member, turn);
  else {
    const time = at + turn.at;
    if (turn.waits || turn.human) tally.handOff(member);
    tally.move(member, turn.status, turn.waits ? time : undefined, time);
    hold(tally, told, turn.human);
  }
  return 0;
}

export function tellEnd(tally: Tally, told: ToldConversation): void {
  hold(tally, told, false);
  tally.leave(told.member, told.line.end, told.at + told.line.lastsMs);
}

/** A person has it, or has it no more. */
function hold(tally: Tally, told: ToldConversation, human: boolean): void {
  if (human === told.human) return;
  told.human = human;
  tally.inHand += human ? told.member.weight : -told.member.weight;
}
