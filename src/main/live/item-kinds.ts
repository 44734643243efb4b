import type { FunctionCall, Message, Transition } from '../../shared/models/transcript.ts';
import type { ItemKind } from './item-list.ts';

export const messageKind: ItemKind<Message> = {
  key: (message) => message.id,
  index: (message) => message.index,
  at: (message) => message.at,
  mayReplace: () => true,
};

export const functionCallKind: ItemKind<FunctionCall> = {
  key: (call) => call.id,
  index: (call) => call.index,
  at: (call) => call.startedAt,
  // A call that finished never runs again: a late "called" must not undo its "finished".
  mayReplace: (known, next) => known.status === 'running' || next.status !== 'running',
};

export const transitionKind: ItemKind<Transition> = {
  // Transitions have no id of their own: their place, or else everything that is known of them.
  key: (step) => (step.index === undefined ? `${step.at}|${step.from}|${step.event}|${step.to}` : `#${step.index}`),
  index: (step) => step.index,
  at: (step) => step.at,
  mayReplace: () => true,
};
