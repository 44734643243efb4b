// The instance that the bench measures against: the simulator's identity and API, with the live routes answered from
// events made here. A process of its own, so that making events costs the console nothing.
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { startSimulator } from '../../../src/simulator/server.ts';
import { type Command, messageSchema } from './commands.ts';
import { modelSchema, subjectJson, WATCHED } from './conversations.ts';
import { longTranscript } from './long-transcript.ts';
import { Streams } from './streams.ts';
import { Traffic } from './traffic.ts';

let peerScript = '';
const lifetimes = { access: 3600, tenant: 3600, refresh: 3600 };
const simulator = await startSimulator({ world: { seed: 1, conversations: 300, speed: 1, clock: 'real' }, lifetimes });
const world = simulator.world();
world.stop();
const models = world.tenants.flatMap(({ slug }) => z.array(modelSchema).parse(world.tenant(slug)?.conversations()));
const streams = new Streams();
let generation = 0;
let traffic = populate(1);
let prepared: Buffer[] = [];
let preparedEvents = 0;
let stopRate: () => void = () => undefined;

const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
  if (path.endsWith('/live/events') || path === '/peer/events') streams.open(response, traffic.heartbeat());
  else if (path.endsWith('/live/conversations') || path === '/peer/snapshot') json(response, traffic.snapshot());
  else if (/^\/api\/v1\/transcripts\/c-1\d{5}$/.test(path)) json(response, transcriptOf(path.split('/').at(-1) ?? ''));
  else if (path === '/peer/') page(response);
  else pass(request, response);
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const address = server.address();
if (address === null || typeof address === 'string') throw new Error('the source has no port');
setInterval(() => {
  // What is prepared counts as sent in the sequence: a heartbeat now would tell of a gap.
  if (prepared.length === 0) streams.write(Buffer.from(traffic.heartbeat()));
}, 2_000).unref();

process.on('message', (message) => {
  const { id, command } = messageSchema.parse(message);
  void run(command).then((value) => process.send?.({ id, value }));
});
process.on('disconnect', () => process.exit(0));
process.send?.({ url: `http://127.0.0.1:${address.port}`, simulator: simulator.url, issuer: simulator.issuer });

async function run(command: Command): Promise<unknown> {
  switch (command.do) {
    case 'peer':
      peerScript = command.script;
      return null;
    case 'populate':
      stopRate();
      traffic = populate(command.count);
      streams.cut();
      return null;
    case 'rate':
      return rate(command.perSecond);
    case 'prepare':
      return prepare(command.events);
    case 'send':
      return send();
    case 'shake': {
      const at = Date.now();
      streams.write(Buffer.from(traffic.shake(at)));
      return { at, stamp: at, events: traffic.subjects.length };
    }
    case 'watched': {
      const updates = traffic.watched;
      traffic.watched = [];
      return { ids: traffic.subjects.slice(0, WATCHED).map(({ id }) => id), updates };
    }
    case 'state':
      return {
        sequence: traffic.sequence,
        revisions: Object.fromEntries(traffic.subjects.map(({ id, revision }) => [id, revision])),
      };
    case 'stop':
      setImmediate(() => process.exit(0));
      return null;
  }
}

function populate(count: number): Traffic {
  generation += 1;
  return new Traffic(models, count, `bench-${process.pid}-${generation}`);
}

/** Writes once every 4 ms what is due by then: what a busy instance's stream looks like. */
function rate(perSecond: number): null {
  stopRate();
  if (perSecond === 0) return null;
  const since = performance.now();
  let made = 0;
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - since) / 1000) * perSecond);
    const frames: string[] = [];
    const at = Date.now();
    for (; made < due; made += 1) frames.push(traffic.next(at));
    if (frames.length > 0) streams.write(Buffer.from(frames.join('')));
  }, 4);
  stopRate = () => {
    clearInterval(timer);
    stopRate = () => undefined;
  };
  return null;
}

function prepare(events: number): null {
  prepared = [];
  preparedEvents = events;
  const at = Date.now();
  for (let made = 0; made < events; made += 100) {
    const frames: string[] = [];
    for (let index = 0; index < Math.min(100, events - made); index += 1) frames.push(traffic.next(at));
    prepared.push(Buffer.from(frames.join('')));
  }
  return null;
}

async function send(): Promise<unknown> {
  const at = Date.now();
  for (const chunk of prepared) await streams.writeAll(chunk);
  const stamp = Date.now();
  await streams.writeAll(Buffer.from(traffic.last(stamp)));
  prepared = [];
  return { at, stamp, events: preparedEvents + 1 };
}

function transcriptOf(id: string): string {
  const subject = traffic.subjects.find((one) => one.id === id);
  return longTranscript(subject === undefined ? '{' : subjectJson(subject), traffic.sequence);
}

function json(response: ServerResponse, body: string): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(body);
}

function page(response: ServerResponse): void {
  response
    .writeHead(200, { 'content-type': 'text/html' })
    .end(`<!doctype html><meta charset="utf-8"><div id="root"></div><script>${peerScript}</script>`);
}

/** Everything else is the simulator's to answer. */
function pass(request: IncomingMessage, response: ServerResponse): void {
  const { host: _host, ...headers } = request.headers;
  const onward = forward(`${simulator.url}${request.url ?? '/'}`, { method: request.method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}
