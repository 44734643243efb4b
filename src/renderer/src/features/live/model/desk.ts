import type { BridgeApi } from '../../../../../shared/ipc/contract.ts';
import type { Envelope } from '../../../../../shared/ipc/envelope.ts';
import type { CommandResult, Expected } from '../../../../../shared/models/command.ts';
import type { Conversation, ConversationRow } from '../../../../../shared/models/conversation.ts';
import type { Message } from '../../../../../shared/models/transcript.ts';
import { type CommandState, IDLE, stateAfter, tookEffect } from './outcomes.ts';

/** What the operator has under way in one conversation. */
export interface DeskEntry {
  readonly command: CommandState;
  readonly text: string;
  /** False until the draft on this machine was read; typing before that wins over it. */
  readonly loaded: boolean;
}

export type Order =
  | { readonly action: 'takeOver' | 'complete' }
  | { readonly action: 'reply' }
  | { readonly action: 'handBack'; readonly note: string }
  | { readonly action: 'transfer'; readonly internalContactId: string; readonly note: string };

/** Drafts and commands of a tenant's conversations. They outlive the panel, so that nothing typed or sent is lost sight of. */
export interface Desk {
  readonly get: (id: string) => DeskEntry;
  readonly subscribe: (id: string, changed: () => void) => () => void;
  /** Reads the draft of a conversation, once. */
  readonly open: (id: string) => void;
  readonly edit: (id: string, text: string) => void;
  /** Saves now what was typed and not saved yet. */
  readonly save: (id: string) => void;
  /** Acts on what is on screen; the answer is in the entry and in the promise. */
  readonly act: (row: ConversationRow, order: Order) => Promise<CommandResult['outcome'] | 'busy'>;
  /** Reads the tenant anew, to learn what became of an unknown outcome. */
  readonly check: (id: string) => Promise<void>;
  /** Takes the newest of the conversation: it may prove that an unknown command took effect. */
  readonly observe: (row: ConversationRow, messages: readonly Message[]) => void;
  readonly dismiss: (id: string) => void;
  /** Hears each conversation as an answer shows it, ahead of the stream. */
  readonly onAnswer: (heard: (conversation: Conversation) => void) => () => void;
  /** Stops hearing of other windows. */
  readonly close: () => void;
}

interface DeskOptions {
  readonly api: BridgeApi;
  readonly tenant: string;
  readonly me: string;
  readonly newId?: () => string;
  readonly later?: (task: () => void) => () => void;
}

const EMPTY: DeskEntry = { command: IDLE, text: '', loaded: false };
/** From the first key on, not put off by more keys; with main's own delay text is on the disk within 250 ms. */
const SAVE_AFTER_MS = 100;

function soon(task: () => void): () => void {
  const timer = setTimeout(task, SAVE_AFTER_MS);
  return () => clearTimeout(timer);
}

/** What the operator saw when they acted. */
export function expectedOf(row: Conversation): Expected {
  return {
    revision: row.revision,
    status: row.status,
    handlerKind: row.handler.kind,
    handlerName: row.handler.name,
  };
}

export function createDesk(options: DeskOptions): Desk {
  const { api, tenant, me, newId = () => crypto.randomUUID(), later = soon } = options;
  /** What this window calls itself, to know its own drafts when they come back. */
  const origin = crypto.randomUUID();
  const entries = new Map<string, DeskEntry>();
  const listeners = new Map<string, Set<() => void>>();
  const answerListeners = new Set<(conversation: Conversation) => void>();
  const saves = new Map<string, () => void>();
  /** The id of each text to send, made once a text: a text that is sent again goes under the same id. */
  const messageIds = new Map<string, { readonly text: string; readonly clientMessageId: string }>();

  const get = (id: string) => entries.get(id) ?? EMPTY;
  const set = (id: string, change: Partial<DeskEntry>) => {
    entries.set(id, { ...get(id), ...change });
    for (const listener of listeners.get(id) ?? []) listener();
  };
  const save = (id: string) => {
    const cancel = saves.get(id);
    if (cancel === undefined) return;
    cancel();
    saves.delete(id);
    // A draft that cannot be saved stays on screen; main tells of a full disk by its own banner.
    api.drafts.set({ tenant, id, text: get(id).text, origin }).catch(() => undefined);
  };
  const edit = (id: string, text: string) => {
    set(id, { text, loaded: true });
    if (!saves.has(id))
      saves.set(
        id,
        later(() => save(id)),
      );
  };
  const clientMessageIdFor = (id: string, text: string) => {
    const known = messageIds.get(id);
    if (known?.text === text) return known.clientMessageId;
    const clientMessageId = newId();
    messageIds.set(id, { text, clientMessageId });
    return clientMessageId;
  };
  const sent = (id: string, text: string) => {
    messageIds.delete(id);
    // What was typed since the text was sent stays.
    if (get(id).text !== text) return;
    edit(id, '');
    save(id);
  };
  const send = (row: ConversationRow, order: Order, text: string, clientMessageId: string) => {
    const target = { tenant, id: row.id, expected: expectedOf(row) };
    const note = 'note' in order && order.note.trim() !== '' ? { note: order.note } : {};
    switch (order.action) {
      case 'takeOver':
        return api.conversations.takeOver(target);
      case 'complete':
        // Held first: the countdown and its Undo are in the bar of held commands, in every window.
        return api.conversations.complete({ ...target, hold: true });
      case 'reply':
        return api.conversations.reply({ ...target, text, clientMessageId });
      case 'handBack':
        return api.conversations.handBack({ ...target, ...note });
      case 'transfer':
        return api.conversations.transfer({
          ...target,
          hold: true,
          internalContactId: order.internalContactId,
          ...note,
        });
    }
  };

  const endDrafts = api.drafts.changes(undefined, (batch) => {
    if (!batch.ok) return;
    for (const change of batch.value) {
      if (change.tenant !== tenant || change.origin === origin) continue;
      // What is being typed here, and a draft that was not asked for yet, are not touched.
      if (!get(change.id).loaded || saves.has(change.id) || get(change.id).text === change.text) continue;
      set(change.id, { text: change.text });
    }
  });
  const endTold = api.conversations.told(undefined, (batch) => {
    if (!batch.ok) return;
    for (const { tenant: of, id, action, result } of batch.value) {
      if (of !== tenant || get(id).command.phase !== 'idle') continue;
      set(id, { command: stateAfter(action, result) });
    }
  });

  return {
    close: () => {
      endDrafts();
      endTold();
    },
    get,
    subscribe: (id, changed) => {
      const set = listeners.get(id) ?? new Set();
      listeners.set(id, set.add(changed));
      return () => set.delete(changed);
    },
    open: (id) => {
      if (get(id).loaded) return;
      api.drafts
        .get({ tenant, id })
        .then((answer) => {
          if (!get(id).loaded) set(id, { text: answer.ok ? answer.value : '', loaded: true });
        })
        .catch(() => set(id, { loaded: true }));
    },
    edit,
    save,
    act: async (row, order) => {
      const { id } = row;
      if (get(id).command.phase === 'running') return 'busy';
      const { text } = get(id);
      const { action } = order;
      const clientMessageId = action === 'reply' ? clientMessageIdFor(id, text) : '';
      set(id, { command: { phase: 'running', action } });
      const answer = await send(row, order, text, clientMessageId).catch(lost);
      const result = resultOf(answer);
      const { conversation } = result;
      if (conversation !== undefined) for (const heard of answerListeners) heard(conversation);
      if (result.outcome === 'done' && action === 'reply') sent(id, text);
      set(id, { command: stateAfter(action, result, action === 'reply' ? clientMessageId : undefined) });
      return result.outcome;
    },
    check: async (id) => {
      await api.live.refresh({ tenant }).catch(() => undefined);
      const { command } = get(id);
      if (command.phase === 'unknown') set(id, { command: { ...command, checked: true } });
    },
    observe: (row, messages) => {
      const { command } = get(row.id);
      if (command.phase !== 'unknown' || !tookEffect(command, row, messages, me)) return;
      const held = messageIds.get(row.id);
      if (command.action === 'reply' && held !== undefined) sent(row.id, held.text);
      set(row.id, { command: IDLE });
    },
    dismiss: (id) => {
      if (get(id).command.phase !== 'running') set(id, { command: IDLE });
    },
    onAnswer: (heard) => {
      answerListeners.add(heard);
      return () => answerListeners.delete(heard);
    },
  };
}

/** The bridge itself broke: nothing tells whether main acted. */
function lost(): Envelope<CommandResult> {
  const failure = { code: 'unknown-outcome' as const, message: 'The answer of the console was lost.' };
  return { ok: true, value: { outcome: 'unknown', failure } };
}

/** A failure of the call itself comes before anything was sent, unless its code says otherwise. */
function resultOf(answer: Envelope<CommandResult>): CommandResult {
  if (answer.ok) return answer.value;
  const { failure } = answer;
  return failure.code === 'unknown-outcome'
    ? { outcome: 'unknown', failure }
    : { outcome: 'refused', failure, differences: [] };
}
