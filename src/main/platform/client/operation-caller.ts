import { FailureError } from '../../../shared/models/failure.ts';
import type { OperationId } from '../../../shared/models/operation.ts';
import type { Bindings, BoundOperation } from '../bind.ts';
import { type Bytes, type Call, type CallerDeps, callBytes, callJson, callText } from './api-caller.ts';
import { buildRequest } from './build-request.ts';
import type { Inputs } from './inputs.ts';
import { isWrite, type Timeouts, timeoutFor } from './timeouts.ts';

/** What is bound, and where the instance is. */
export interface Operations {
  readonly bindings: Bindings;
  /** Origin of the API, and the path that the document's paths are under. */
  readonly apiUrl: string;
  readonly basePath: string;
  readonly timeouts: Timeouts;
}

export interface OperationCaller {
  can(operation: OperationId): boolean;
  /** The binding, or FailureError `unavailable` with reason `not-bound`. */
  bound(operation: OperationId): BoundOperation;
  /** The request of an operation, without its token. */
  prepare(operation: OperationId, inputs: Inputs, signal?: AbortSignal): Call;
  /** Calls the operation and gives its JSON answer. */
  json(operation: OperationId, inputs: Inputs, signal?: AbortSignal): Promise<unknown>;
  text(operation: OperationId, inputs: Inputs, signal?: AbortSignal): Promise<string>;
  bytes(operation: OperationId, inputs: Inputs, signal?: AbortSignal): Promise<Bytes>;
}

/** Calls bound operations by name. Failures as `TenantApi` documents. */
export function operationCaller(deps: CallerDeps, current: () => Operations): OperationCaller {
  function bound(operation: OperationId): BoundOperation {
    const found = current().bindings.bound.get(operation);
    if (found !== undefined) return found;
    throw new FailureError('unavailable', `${operation}: the instance does not offer this`, {
      reason: 'not-bound',
      operation,
    });
  }

  function prepare(operation: OperationId, inputs: Inputs, signal?: AbortSignal): Call {
    const { apiUrl, basePath, timeouts } = current();
    const request = buildRequest(bound(operation), inputs);
    const base = new URL(apiUrl);
    const url = new URL(`${base.origin}${basePath}${request.target}`);
    // Paths come from a document: whatever they hold, the token goes to the configured origin only.
    if (url.origin !== base.origin || !request.target.startsWith('/')) {
      throw new FailureError('unavailable', `${operation}: its path leads elsewhere`, {
        reason: 'path-elsewhere',
        operation,
      });
    }
    return {
      method: request.method,
      url,
      headers: request.headers,
      ...(request.body !== undefined && { body: request.body }),
      write: isWrite(operation),
      label: operation,
      timeoutMs: timeoutFor(operation, timeouts),
      signal,
    };
  }

  return {
    can: (operation) => current().bindings.bound.has(operation),
    bound,
    prepare,
    json: async (operation, inputs, signal) => callJson(deps, prepare(operation, inputs, signal)),
    text: async (operation, inputs, signal) => callText(deps, prepare(operation, inputs, signal)),
    bytes: async (operation, inputs, signal) => callBytes(deps, prepare(operation, inputs, signal)),
  };
}
