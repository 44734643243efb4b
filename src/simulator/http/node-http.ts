import type { IncomingMessage, ServerResponse } from 'node:http';

const formLimit = 64 * 1024;

/**
 * Reads an `application/x-www-form-urlencoded` body.
 *
 * @throws RangeError when it is larger than 64 KiB
 */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > formLimit) throw new RangeError('form is too large');
    chunks.push(bytes);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

/** Sends a small web `Response` through Node's HTTP server. */
export async function sendResponse(response: ServerResponse, answer: Response): Promise<void> {
  const body = Buffer.from(await answer.arrayBuffer());
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  response.setHeader('content-length', body.length);
  response.end(body);
}
