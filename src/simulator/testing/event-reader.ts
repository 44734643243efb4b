import { createParser, type EventSourceMessage } from 'eventsource-parser';

/** Reads a stream event by event. */
export interface EventReader {
  readonly response: Response;
  /** @returns the next event, or undefined once the stream has ended */
  next(): Promise<EventSourceMessage | undefined>;
  /** @returns so many events */
  take(count: number): Promise<EventSourceMessage[]>;
  /** All that is left until the stream ends. */
  rest(): Promise<EventSourceMessage[]>;
  close(): void;
}

/** Opens an event stream as a client does. */
export async function openEvents(url: string, token: string, lastEventId?: string): Promise<EventReader> {
  const aborter = new AbortController();
  const headers = {
    authorization: `Bearer ${token}`,
    ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
  };
  const response = await fetch(url, { headers, signal: aborter.signal });
  const waiting: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (event) => waiting.push(event) });
  const chunks = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const reader: EventReader = {
    response,
    async next() {
      while (waiting.length === 0) {
        const chunk = await chunks?.read();
        if (!chunk || chunk.done) return undefined;
        parser.feed(chunk.value);
      }
      return waiting.shift();
    },
    async take(count) {
      const events: EventSourceMessage[] = [];
      while (events.length < count) {
        const event = await reader.next();
        if (!event) throw new Error(`the stream ended after ${events.length} of ${count} events`);
        events.push(event);
      }
      return events;
    },
    async rest() {
      const events: EventSourceMessage[] = [];
      for (let event = await reader.next(); event; event = await reader.next()) events.push(event);
      return events;
    },
    close: () => aborter.abort(),
  };
  return reader;
}
