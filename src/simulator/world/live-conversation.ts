import type { AnsweringMachine } from './campaign-port.ts';
import type { Colleague } from './cast/colleagues.ts';
import type { Facts } from './cast/facts.ts';
import type { Arrow, FlowScript, Lines, StateScript } from './flows/flow-script.ts';
import type { Mood } from './mood.ts';
import type { Rng } from './random.ts';
import type {
  Conversation,
  ConversationStatus,
  FunctionCall,
  Message,
  NamedRef,
  Tag,
  Transition,
} from './world-port.ts';

/** What happens next in a conversation; each stage has a step in `steps/`. */
export type Stage =
  | 'open'
  | 'dial'
  | 'lost'
  | 'voicemail'
  | 'enter'
  | 'compose'
  | 'say'
  | 'answer'
  | 'act'
  | 'result'
  | 'goodbye'
  | 'depart'
  | 'enqueue'
  | 'wait'
  | 'csr'
  | 'react'
  | 'csr-end'
  | 'react-to-operator'
  | 'nudge'
  | 'idle';

/** What is due: the stage to step into, after how many milliseconds. Nothing = ended, or waiting to be acted upon. */
export interface Next {
  readonly stage: Stage;
  readonly after: number;
}

/** A campaign's side of a call that a dialer placed. */
export interface OutboundCall {
  readonly campaign: NamedRef;
  readonly contactId: string;
  readonly answeringMachine: AnsweringMachine;
  /** The carrier will never report what becomes of it. */
  readonly lost: boolean;
  /** Somebody has picked up. */
  answered(): void;
  /** The conversation has ended. */
  ended(status: ConversationStatus): void;
}

/** How a conversation ends once the AI has said its last line. */
export interface Departure {
  readonly status: ConversationStatus;
  readonly flagged?: boolean;
  readonly tag?: Tag;
}

/** What others may see of a conversation, live or archived. */
export interface ConversationRecord {
  /** The public picture, replaced as a whole on each change. */
  shown: Conversation;
  readonly messages: Message[];
  readonly calls: FunctionCall[];
  readonly transitions: Transition[];
}

/** A conversation in progress, with all that moves it. */
export interface LiveConversation extends ConversationRecord {
  readonly number: number;
  readonly rng: Rng;
  readonly script: FlowScript;
  readonly facts: Facts;
  readonly mood: Mood;
  /** 0 leaves at the first wait .. 1 waits for ever. */
  readonly patience: number;
  /** Somebody outside the world writes the customer's part (a web chat made through the API). */
  readonly visitor: boolean;
  /** Set for a call of a campaign. */
  readonly call: OutboundCall | undefined;
  stage: Stage;
  /** Grows when a plan is dropped: what was due under an older token never happens. */
  token: number;
  /** Story time keeps the world's target rate; what an operator or visitor is waiting for goes by the clock. */
  tempo: 'story' | 'clock';
  /** Where the flow stands; undefined in Handoff and Wrap Up, which every flow shares. */
  state: StateScript | undefined;
  /** Chosen by the customer's answer, followed once the AI acts upon it. */
  arrow: Arrow | undefined;
  /** What the AI is about to say, and what comes after. */
  line: Lines | undefined;
  afterLine: Stage;
  departure: Departure | undefined;
  /** Holds one place of the model pool while the AI composes. */
  composing: boolean;
  /** When the AI's present turn began, world time; undefined while it is not its turn. */
  askedModelAt: number | undefined;
  attempts: number;
  waits: number;
  turns: number;
  colleague: Colleague | undefined;
  csrTurnsLeft: number;
  /** It rings at an operator: nobody else is offered it meanwhile. */
  offered: boolean;
  readonly recentLines: string[];
}

/** Whether the conversation has come to its end. */
export function hasEnded(record: ConversationRecord): boolean {
  return record.shown.endedAt !== null;
}
