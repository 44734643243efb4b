import type { Handler } from '../../shared/models/conversation.ts';
import type { Failure, FailureCode } from '../../shared/models/failure.ts';

/** The failure that names who has the conversation. */
export function takenBy(handler: Handler): Failure {
  const { userId, name, since } = handler;
  return {
    code: 'conflict',
    message: 'Someone else has the conversation',
    detail: {
      reason: 'taken-over',
      takenBy: {
        ...(userId === undefined ? {} : { id: userId }),
        ...(name === undefined ? {} : { name }),
        ...(since === undefined ? {} : { at: since }),
      },
    },
  };
}

/** Failures of a write that prove that it was not carried out. Anything else leaves it open. */
const NOT_DONE: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'conflict',
  'forbidden',
  'not-found',
  'invalid',
  'saturated',
  'offline',
  'signed-out',
  'unavailable',
]);

/** True when the instance certainly did not do what it was asked. */
export function provesNotDone(failure: Failure): boolean {
  return NOT_DONE.has(failure.code);
}

/** The failure of a command of which nothing proves whether it took effect. */
export function unknownOutcome(failure: Failure | undefined, reason: string): Failure {
  if (failure?.code === 'unknown-outcome') return failure;
  return {
    code: 'unknown-outcome',
    message: 'It is not known whether this took effect',
    detail: { ...failure?.detail, reason },
  };
}
