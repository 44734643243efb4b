import type { Facts } from '../cast/facts.ts';
import { foldText } from '../fold-text.ts';
import type { LiveConversation } from '../live-conversation.ts';
import type { Conversation, FunctionCall, Message, Transition } from '../world-port.ts';
import { cutJson, type JsonTemplate, slot, type Template, templateMaker } from './template.ts';

type Cut<T, K extends keyof T> = Omit<T, K>;

/** A played conversation, cut so that it can be told again of another customer at another time. Offsets in milliseconds from its start. */
export interface Prototype {
  readonly shown: Conversation;
  readonly facts: Facts;
  readonly durationMs: number;
  readonly lastMessageMs: number;
  readonly messages: readonly {
    readonly message: Cut<Message, 'text' | 'at'>;
    readonly text: Template;
    readonly after: number;
  }[];
  readonly calls: readonly {
    readonly call: Cut<FunctionCall, 'startedAt' | 'finishedAt' | 'inputs' | 'outputs'>;
    readonly startedAfter: number;
    readonly finishedAfter: number | null;
    readonly inputs: JsonTemplate;
    readonly outputs: JsonTemplate | null;
  }[];
  readonly transitions: readonly { readonly transition: Cut<Transition, 'at'>; readonly after: number }[];
  readonly parameters: readonly {
    readonly name: string;
    readonly value: Template;
    readonly source: 'asserted' | 'verified';
  }[];
  readonly tags: readonly { readonly name: string; readonly value: Template }[];
  /** What may be searched, folded, with slots: of tags and parameters, and of each speaker. */
  readonly about: string;
  readonly said: Readonly<Record<Message['role'], string>>;
}

/** Text to search for in a template: the customer's own words are slots. */
function masked({ literals }: Template): string {
  return foldText(literals.join(slot));
}

/** Cuts a finished conversation. */
export function toPrototype(live: LiveConversation): Prototype {
  const { shown } = live;
  const start = Date.parse(shown.startedAt);
  const after = (at: string): number => Date.parse(at) - start;
  const cut = templateMaker(live.facts);
  const messages = live.messages.map(({ text, at, ...message }) => ({ message, text: cut(text), after: after(at) }));
  const parameters = shown.parameters.map(({ value, ...rest }) => ({ ...rest, value: cut(value) }));
  const tags = shown.tags.map(({ name, value }) => ({ name, value: cut(value) }));
  const said = (role: Message['role']): string =>
    messages
      .filter(({ message }) => message.role === role)
      .map(({ text }) => masked(text))
      .join('\n');
  return {
    shown,
    facts: live.facts,
    durationMs: shown.endedAt === null ? 0 : after(shown.endedAt),
    lastMessageMs: shown.lastMessageAt === null ? 0 : after(shown.lastMessageAt),
    messages,
    calls: live.calls.map(({ startedAt, finishedAt, inputs, outputs, ...call }) => ({
      call,
      startedAfter: after(startedAt),
      finishedAfter: finishedAt === null ? null : after(finishedAt),
      inputs: cutJson(inputs, cut),
      outputs: outputs === null ? null : cutJson(outputs, cut),
    })),
    transitions: live.transitions.map(({ at, ...transition }) => ({ transition, after: after(at) })),
    parameters,
    tags,
    about: [...tags, ...parameters].map(({ name, value }) => `${foldText(name)}\n${masked(value)}`).join('\n'),
    said: { customer: said('customer'), ai: said('ai'), csr: said('csr'), system: said('system') },
  };
}
