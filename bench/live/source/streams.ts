import type { ServerResponse } from 'node:http';

/** The event streams that are open. */
export class Streams {
  readonly #open = new Set<ServerResponse>();

  open(response: ServerResponse, first: string): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(first);
    this.#open.add(response);
    response.on('close', () => this.#open.delete(response));
  }

  /** Writes without asking whether anybody keeps up: what does not is buffered here. */
  write(chunk: Buffer): void {
    for (const response of this.#open) response.write(chunk);
  }

  /** Writes and waits until every reader has room again. */
  async writeAll(chunk: Buffer): Promise<void> {
    for (const response of this.#open) {
      if (response.write(chunk)) continue;
      await roomIn(response);
    }
  }

  cut(): void {
    for (const response of this.#open) response.destroy();
    this.#open.clear();
  }
}

/** Resolves when a reader has room again, or has gone. */
function roomIn(response: ServerResponse): Promise<void> {
  return new Promise((done) => {
    const end = () => {
      response.off('drain', end).off('close', end);
      done();
    };
    response.on('drain', end).on('close', end);
  });
}
