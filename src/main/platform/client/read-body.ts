import { FailureError } from '../../../shared/models/failure.ts';

/** Largest ordinary answer: ten thousand conversations are about 15 MB. */
export const MAX_ANSWER_BYTES = 64 * 1024 * 1024;

/**
 * Reads a whole answer as UTF-8.
 * @throws FailureError with the given code and reason `response-too-large` past `limit` bytes; network errors as they come.
 */
export async function readBody(response: Response, limit: number, reason = 'response-too-large'): Promise<string> {
  const tooLarge = () => new FailureError('invalid', 'The answer is larger than the console accepts', { reason });
  if (Number(response.headers.get('content-length') ?? 0) > limit) {
    await response.body?.cancel();
    throw tooLarge();
  }
  if (response.body === null) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.byteLength;
    if (bytes > limit) {
      await reader.cancel();
      throw tooLarge();
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}
