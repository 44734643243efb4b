import { FailureError } from '../../../shared/models/failure.ts';

/** Largest ordinary answer: ten thousand conversations are about 15 MB. */
export const MAX_ANSWER_BYTES = 64 * 1024 * 1024;

/** Hands each part of a body to `take`, and refuses to go past `limit` bytes. */
async function readParts(
  response: Response,
  limit: number,
  reason: string,
  take: (part: Uint8Array) => void,
): Promise<void> {
  const tooLarge = () => new FailureError('invalid', 'The answer is larger than the console accepts', { reason });
  if (Number(response.headers.get('content-length') ?? 0) > limit) {
    await response.body?.cancel();
    throw tooLarge();
  }
  if (response.body === null) return;
  const reader = response.body.getReader();
  let bytes = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.byteLength;
    if (bytes > limit) {
      await reader.cancel();
      throw tooLarge();
    }
    take(part.value);
  }
}

/**
 * Reads a whole answer as UTF-8.
 * @throws FailureError with the given code and reason `response-too-large` past `limit` bytes; network errors as they come.
 */
export async function readBody(response: Response, limit: number, reason = 'response-too-large'): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  await readParts(response, limit, reason, (part) => {
    text += decoder.decode(part, { stream: true });
  });
  return text + decoder.decode();
}

/** Reads a whole answer as it is. Throws as `readBody`. */
export async function readBodyBytes(response: Response, limit: number, reason = 'response-too-large') {
  const parts: Uint8Array[] = [];
  await readParts(response, limit, reason, (part) => parts.push(part));
  return new Uint8Array(Buffer.concat(parts));
}
