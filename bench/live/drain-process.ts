// The limit of ingest, in a process of its own: reads the stream with eventsource-parser and JSON.parse and nothing else.
import { get } from 'node:http';
import { createParser } from 'eventsource-parser';

const [url = ''] = process.argv.slice(2);
let last = -1;
let wanted = Number.POSITIVE_INFINITY;
const parser = createParser({
  onEvent: ({ data }) => {
    const { sequence } = JSON.parse(data) as { sequence: number };
    if (sequence > last) last = sequence;
    tell();
  },
});
process.on('message', (message) => {
  wanted = Number(message);
  tell();
});
process.on('disconnect', () => process.exit(0));
get(url, (response) => {
  response.setEncoding('utf8');
  response.on('data', (text: string) => parser.feed(text));
});

function tell(): void {
  if (last < wanted) return;
  wanted = Number.POSITIVE_INFINITY;
  const { user, system } = process.cpuUsage();
  process.send?.({ at: Date.now(), cpu: (user + system) / 1e6 });
}
