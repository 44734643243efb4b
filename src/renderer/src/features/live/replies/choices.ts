import type { CannedReply } from '../../../../../shared/models/views.ts';

export type ReplyLanguage = 'en' | 'fr';

/** One text that can be inserted: a reply in one of its languages. */
export interface Choice {
  readonly key: string;
  readonly title: string;
  readonly language: ReplyLanguage;
  readonly text: string;
}

/** The language to reply in: the conversation's where it is one of ours (`fr`, `fr-CA`, `FR_ca`), else the console's. */
export function replyLanguage(conversation: string | undefined, console: ReplyLanguage): ReplyLanguage {
  const first = conversation?.trim().toLowerCase().split(/[-_]/)[0];
  return first === 'fr' || first === 'en' ? first : console;
}

/** The replies in `first`, then those in the other language; of both what has every word of `find` in title or text. */
export function choicesOf(replies: readonly CannedReply[], first: ReplyLanguage, find: string): readonly Choice[] {
  const words = plain(find).split(/\s+/).filter(Boolean);
  const languages: readonly ReplyLanguage[] = first === 'fr' ? ['fr', 'en'] : ['en', 'fr'];
  return languages.flatMap((language) =>
    replies.flatMap(({ id, title, [language]: text }) => {
      const searched = plain(`${title} ${text}`);
      const fits = text.trim() !== '' && words.every((word) => searched.includes(word));
      return fits ? [{ key: `${id}-${language}`, title, language, text }] : [];
    }),
  );
}

/** Without case and accents: who looks for "desole" means "désolé". */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
