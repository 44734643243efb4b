import type { Message, Transcript } from '../../world/world-port.ts';

const speakers: Readonly<Record<Message['role'], string>> = {
  customer: 'Customer',
  ai: 'AI',
  csr: 'CSR',
  system: 'System',
};

/** A transcript for people: a head line, then one line a message with its time (UTC) and who speaks. */
export function readableText(transcript: Transcript): string {
  const { transcriptId, platform, contact, flow, status, startedAt } = transcript;
  const head = `${transcriptId} · ${platform} · ${contact.name ?? contact.display} · ${flow.name} · ${status} · ${startedAt}`;
  const lines = transcript.messages.map((message) => {
    const author = message.author ? ` (${message.author.name})` : '';
    return `[${message.at.slice(11, 19)}] ${speakers[message.role]}${author}: ${message.text}`;
  });
  return `${[head, ...lines].join('\n')}\n`;
}
