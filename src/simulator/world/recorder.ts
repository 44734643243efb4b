import type { EventLog } from './event-log.ts';
import { isoTime } from './iso-time.ts';
import type { ConversationRecord, LiveConversation } from './live-conversation.ts';
import type { Conversation, FunctionCall, Message, NamedRef, Transition } from './world-port.ts';

export interface NewMessage {
  readonly role: Message['role'];
  readonly text: string;
  readonly author?: NamedRef;
  readonly clientMessageId?: string;
}

/** One change of a conversation: all of it happens at once and raises the revision by one. */
export interface Change {
  readonly message?: NewMessage;
  readonly called?: FunctionCall;
  readonly finished?: FunctionCall;
  readonly transition?: { readonly from: string; readonly event: string; readonly to: string };
  readonly patch?: Partial<Conversation>;
  /** The change is the conversation's end. */
  readonly end?: boolean;
}

/** Writes what happens into the conversations and tells the stream. The only place that makes revisions and events. */
export interface Recorder {
  /** World time of what is being recorded, epoch milliseconds. */
  at: number;
  /** While the past is being made up (initial conversations, archive) nothing is told. */
  quiet: boolean;
  begin(live: LiveConversation): void;
  /** Records a change of a live conversation, with its present mood. Returns the message, if there was one. */
  change(live: LiveConversation, change: Change): Message | undefined;
  /** Finishes the picture of a conversation whose past has been made up. */
  seal(live: LiveConversation): void;
  /** Changes what is shown of a conversation that may have ended (tags). */
  amend(record: ConversationRecord, patch: Partial<Conversation>): void;
}

type Draft = { -readonly [K in keyof Conversation]: Conversation[K] };

/** Makes the recorder that tells this log. */
export function createRecorder(log: EventLog): Recorder {
  function addMessage(live: LiveConversation, added: NewMessage, at: string): Message {
    const index = live.messages.length;
    const felt = added.role === 'customer' ? { sentiment: live.mood.overallShown } : {};
    const message: Message = Object.freeze({ messageId: `m-${live.number}-${index}`, index, at, ...added, ...felt });
    live.messages.push(message);
    return message;
  }

  function addTransition(live: LiveConversation, added: NonNullable<Change['transition']>, at: string): Transition {
    const transition: Transition = Object.freeze({ index: live.transitions.length, at, ...added });
    live.transitions.push(transition);
    return transition;
  }

  /** Takes the change into the lists of the record. */
  function take(live: LiveConversation, change: Change, at: string) {
    if (change.called !== undefined) live.calls.push(change.called);
    if (change.finished !== undefined) live.calls[change.finished.index] = change.finished;
    return {
      message: change.message && addMessage(live, change.message, at),
      transition: change.transition && addTransition(live, change.transition, at),
    };
  }

  /**
   * The same while the past is made up. Nobody has seen the picture yet, so it is drawn over in place, and gets its
   * mood when it is sealed: ten thousand conversations begin this way.
   */
  function drawOver(live: LiveConversation, change: Change): Message | undefined {
    const seen = change.message !== undefined || change.transition !== undefined || change.end === true;
    const at = seen ? isoTime(recorder.at) : '';
    const { message, transition } = take(live, change, at);
    const draft: Draft = Object.assign(live.shown, change.patch);
    draft.revision += 1;
    if (message !== undefined) draft.lastMessageAt = at;
    if (transition !== undefined) draft.state = transition.to;
    if (change.end === true) draft.endedAt = at;
    return message;
  }

  function moodShown({ mood }: LiveConversation): Pick<Conversation, 'risk' | 'sentiments' | 'sentimentTrend'> {
    return { risk: mood.riskShown(), sentiments: mood.sentiments(), sentimentTrend: mood.trend() };
  }

  const recorder: Recorder = {
    at: 0,
    quiet: false,
    begin(live) {
      if (recorder.quiet) return;
      const { shown } = live;
      log.append({
        type: 'conversation.started',
        at: isoTime(recorder.at),
        transcriptId: shown.transcriptId,
        revision: shown.revision,
        conversation: shown,
      });
    },
    change(live, change) {
      if (recorder.quiet) return drawOver(live, change);
      const at = isoTime(recorder.at);
      const { message, transition } = take(live, change, at);
      const fixed = {
        revision: live.shown.revision + 1,
        lastMessageAt: message === undefined ? live.shown.lastMessageAt : at,
        state: transition?.to ?? live.shown.state,
        endedAt: change.end === true ? at : null,
      };
      live.shown = Object.freeze({ ...live.shown, ...change.patch, ...fixed, ...moodShown(live) });
      const { transcriptId, revision } = live.shown;
      const base = { at, transcriptId, revision };
      if (message !== undefined) log.append({ type: 'message.added', ...base, message });
      if (change.called !== undefined) log.append({ type: 'function.called', ...base, functionCall: change.called });
      if (change.finished !== undefined) {
        log.append({ type: 'function.finished', ...base, functionCall: change.finished });
      }
      if (transition !== undefined) log.append({ type: 'state.changed', ...base, transition });
      const type = change.end === true ? 'conversation.ended' : 'conversation.updated';
      log.append({ type, ...base, conversation: live.shown });
      return message;
    },
    seal(live) {
      live.shown = Object.freeze({ ...live.shown, ...moodShown(live) });
    },
    amend(record, patch) {
      record.shown = Object.freeze({ ...record.shown, ...patch, revision: record.shown.revision + 1 });
      const { transcriptId, revision } = record.shown;
      const at = isoTime(recorder.at);
      log.append({ type: 'conversation.updated', at, transcriptId, revision, conversation: record.shown });
    },
  };
  return recorder;
}
