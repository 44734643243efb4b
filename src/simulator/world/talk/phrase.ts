import type { Lines } from '../flows/flow-script.ts';
import type { LiveConversation } from '../live-conversation.ts';
import { fill } from './fill.ts';
import { openersFor, voiceFillers } from './tone-lines.ts';

const remembered = 8;
/** Lines that already begin by taking up what was said need no opener. */
const acknowledges =
  /^(?:Thank|Great|Good|Fair|Of course|Happy|No problem|Congrat|Noted|Done|I understand|Merci|Bien|Bonne|Très|Avec plaisir|Aucun|Pas de|Félicit|C'est|Entendu|Je comprends|Me rev|Reb|Hi again|Bonjour|Désol|Sorry)/;

/** One of the lines in the conversation's language, not one that was just used in it. */
function freshLine(live: LiveConversation, lines: Lines): string {
  const choices = lines[live.shown.language];
  let line = live.rng.pick(choices);
  for (let tries = 0; tries < 3 && live.recentLines.includes(line); tries += 1) line = live.rng.pick(choices);
  live.recentLines.push(line);
  if (live.recentLines.length > remembered) live.recentLines.shift();
  const text = fill(line, live.facts);
  // A line may begin with a slot: "{doctor} has...".
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lowerFirst(text: string): string {
  // "I'm", abbreviations and French elisions keep their capital only where it belongs to the word.
  return /^(?:I\b|[A-ZÀ-Ý]{2})/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

function asLetter(live: LiveConversation, role: 'customer' | 'ai' | 'csr', body: string): string {
  const french = live.shown.language === 'fr';
  const { first, name, company, agent, csr } = live.facts;
  if (role === 'customer')
    return `${french ? 'Bonjour,' : 'Hello,'}\n\n${body}\n\n${french ? 'Merci,' : 'Thanks,'}\n${name}`;
  const signed = role === 'ai' ? agent : csr;
  return `${french ? 'Bonjour' : 'Hi'} ${first},\n\n${body}\n\n${french ? 'Cordialement,' : 'Kind regards,'}\n${signed}, ${company}`;
}

/**
 * Words for one turn: a line of the script, opened in the customer's present tone, dressed for the channel (a filler
 * on the phone, a salutation and a name in an e-mail).
 */
export function phrase(
  live: LiveConversation,
  role: 'customer' | 'ai' | 'csr',
  lines: Lines,
  opening: 'opened' | 'bare' = 'opened',
): string {
  let text = freshLine(live, lines);
  const { tone } = live.mood;
  if (opening === 'opened' && role !== 'csr' && !(role === 'ai' && acknowledges.test(text))) {
    const { platform, language } = live.shown;
    const calm = tone === 'calm' || tone === 'pleased';
    // Nobody opens their very first words with "of course".
    const share = role === 'ai' ? 0.55 : live.turns <= 1 ? (calm ? 0 : 0.35) : tone === 'calm' ? 0.25 : 0.55;
    if (live.rng.chance(share)) text = `${freshLine(live, openersFor(role, tone))} ${text}`;
    else if (platform === 'voice' && role === 'customer' && live.rng.chance(0.3)) {
      text = live.rng.pick(voiceFillers[language]) + lowerFirst(text);
    }
  }
  return live.shown.platform === 'email' ? asLetter(live, role, text) : text;
}
