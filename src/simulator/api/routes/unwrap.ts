import type { Result } from '../../world/world-port.ts';
import { apiErrorOf } from '../api-error.ts';

/**
 * The value of what the world did.
 *
 * @throws ApiError that tells why it refused
 */
export function unwrap<T>(result: Result<T>, saturatedAs?: 429 | 503): T {
  if (result.ok) return result.value;
  throw apiErrorOf(result, saturatedAs);
}
