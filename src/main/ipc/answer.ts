import { findEntry, type Handlers } from '../../shared/ipc/contract.ts';
import type { Envelope } from '../../shared/ipc/envelope.ts';
import { type Failure, failureOf } from '../../shared/models/failure.ts';
import { isTrustedSender, type SenderEvent } from './sender.ts';

export interface AnswerOptions {
  readonly handlers: Handlers;
  readonly origins: readonly string[];
  /** Told of every failure that is a defect (`internal`), with the call's name and never its input. */
  readonly onDefect: (call: string, thrown: unknown) => void;
}

const REFUSED: Failure = {
  code: 'forbidden',
  message: 'Not a page of the console',
  detail: { reason: 'foreign-sender' },
};
const fail = (failure: Failure): Envelope<never> => ({ ok: false, failure });

/** Checks a message as far as its input; what may be called, with what. */
export function admit(
  event: SenderEvent,
  group: unknown,
  name: unknown,
  input: unknown,
  kinds: readonly string[],
  origins: readonly string[],
): { ok: true; input: unknown } | { ok: false; failure: Failure } {
  if (!isTrustedSender(event, origins)) return { ok: false, failure: REFUSED };
  const entry = findEntry(group, name);
  if (entry === undefined || !kinds.includes(entry.kind)) {
    return { ok: false, failure: { code: 'invalid', message: 'No such call', detail: { reason: 'unknown-call' } } };
  }
  const parsed = entry.input.safeParse(input);
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') ?? '';
    return {
      ok: false,
      failure: {
        code: 'invalid',
        message: `${String(group)}.${String(name)}: input refused`,
        detail: { reason: 'bad-input', field },
      },
    };
  }
  return { ok: true, input: parsed.data };
}

/**
 * Answers one invoke or command from a window: sender check, input check, handler, envelope. Never throws.
 * @param event Electron's event, of which only the sender frame is looked at.
 */
export async function answer(
  event: SenderEvent,
  group: unknown,
  name: unknown,
  input: unknown,
  { handlers, origins, onDefect }: AnswerOptions,
): Promise<Envelope<unknown>> {
  const admitted = admit(event, group, name, input, ['invoke', 'command'], origins);
  if (!admitted.ok) return fail(admitted.failure);
  try {
    // The entry exists and its input was parsed by its own schema, so the handler's parameter type holds.
    const calls = handlers[group as keyof Handlers] as Record<string, (input: unknown) => unknown>;
    return { ok: true, value: await calls[String(name)]?.(admitted.input) };
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure.code === 'internal') onDefect(`${String(group)}.${String(name)}`, thrown);
    return fail(failure);
  }
}
