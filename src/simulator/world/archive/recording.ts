import type { Message, Transcript } from '../world-port.ts';

const rate = 8_000;
/** Longest recording, seconds: a call that lasted longer is cut, as a real one is by a retention rule. */
const longest = 600;
/** Pitch of each speaker, hertz. */
const pitch: Readonly<Record<Message['role'], number>> = { customer: 220, ai: 330, csr: 262, system: 440 };
/** Speaking time of one character, seconds. */
const perCharacter = 0.055;

/**
 * A WAV file (PCM, 8 bit, mono, 8 kHz; RIFF as in the Multimedia Programming Interface 1.0) of a voice call: nobody's
 * voice, but each speaker's tone sounds where the transcript has their words, in syllables.
 */
export function recordingOf(transcript: Transcript): Uint8Array<ArrayBuffer> {
  const start = Date.parse(transcript.startedAt);
  const last = Date.parse(transcript.endedAt ?? transcript.lastMessageAt ?? transcript.startedAt);
  const seconds = Math.min(longest, Math.max(1, (last - start) / 1000));
  const samples = new Uint8Array(Math.ceil(seconds * rate)).fill(128);
  const spoken = transcript.messages;
  for (const [index, { role, text, at }] of spoken.entries()) {
    const from = Math.max(0, (Date.parse(at) - start) / 1000);
    const next = spoken[index + 1];
    const until = next === undefined ? seconds : (Date.parse(next.at) - start) / 1000;
    speak(samples, from, Math.min(until, from + text.length * perCharacter), pitch[role]);
  }
  return wav(samples);
}

/** Writes a tone that swells about five times a second, as speech does. */
function speak(samples: Uint8Array, from: number, until: number, hertz: number): void {
  const end = Math.min(samples.length, Math.floor(until * rate));
  for (let at = Math.floor(from * rate); at < end; at += 1) {
    const seconds = at / rate;
    const loudness = 28 * Math.abs(Math.sin(Math.PI * 2.5 * seconds));
    samples[at] = 128 + Math.round(loudness * Math.sin(2 * Math.PI * hertz * seconds));
  }
}

function wav(samples: Uint8Array): Uint8Array<ArrayBuffer> {
  const file = new Uint8Array(44 + samples.length);
  const view = new DataView(file.buffer);
  const name = (at: number, text: string): void => {
    for (let i = 0; i < text.length; i += 1) view.setUint8(at + i, text.charCodeAt(i));
  };
  name(0, 'RIFF');
  view.setUint32(4, 36 + samples.length, true);
  name(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  name(36, 'data');
  view.setUint32(40, samples.length, true);
  file.set(samples, 44);
  return file;
}
