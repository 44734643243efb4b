/** Messages of the conversation whose opening is timed. */
const LONG = 7_000;

/** What its last message begins with. */
export const lastOfLong = `Message ${LONG - 1}:`;

/** Made once: what an instance needs to make its answer is not the console's time. */
const PARTS = makeParts();

/**
 * A conversation with LONG messages, and a function call and a step of the flow for every twentieth.
 * @param conversation its JSON
 */
export function longTranscript(conversation: string, sequence: number): string {
  return `${conversation.slice(0, -1)},"sequence":${sequence},${PARTS}}`;
}

function makeParts(): string {
  const start = Date.now() - LONG * 1000;
  const at = (index: number) => new Date(start + index * 1000).toISOString();
  const messages = Array.from({ length: LONG }, (_, index) => ({
    messageId: `m-${index}`,
    index,
    role: index % 2 === 0 ? 'customer' : 'ai',
    text: `Message ${index}: ${'and then the technician said that it would be looked at again '.repeat(1 + (index % 3))}`,
    at: at(index),
  }));
  const every = Array.from({ length: LONG / 20 }, (_, index) => index);
  const functionCalls = every.map((index) => ({
    callId: `f-${index}`,
    index,
    name: 'lookupAccount',
    startedAt: at(index * 20),
    finishedAt: at(index * 20 + 1),
    status: 'succeeded',
    inputs: { accountNumber: '83155638' },
    outputs: { found: true },
    event: 'accountFound',
    error: null,
  }));
  const transitions = every.map((index) => ({
    index,
    at: at(index * 20 + 2),
    from: 'Identify',
    event: 'accountFound',
    to: 'Explain',
  }));
  return `"messages":${JSON.stringify(messages)},"functionCalls":${JSON.stringify(functionCalls)},"transitions":${JSON.stringify(transitions)}`;
}
