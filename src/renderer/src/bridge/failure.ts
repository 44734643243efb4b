import type { Failure } from '../../../shared/models/failure.ts';

/** A failure that came over the bridge, as an exception. Kept apart from main's class so that no schema library loads here. */
export class BridgeFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'BridgeFailure';
    this.failure = failure;
  }
}

/** The failure behind anything thrown in the window. What did not come over the bridge is `internal`. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof BridgeFailure) return thrown.failure;
  return {
    code: 'internal',
    message: thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : 'Unexpected failure',
  };
}
