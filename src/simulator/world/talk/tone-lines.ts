import type { Lines } from '../flows/flow-script.ts';
import type { Tone } from '../mood.ts';

/** What customers put before the point they are making, by the tone they have come to. */
export const customerOpeners: Readonly<Record<Tone, Lines>> = {
  calm: {
    en: ['Sure.', 'Okay.', 'Yes, no problem.', 'All right.', 'Of course.', 'Right, one second.', 'Yep.'],
    fr: ['Oui, bien sûr.', "D'accord.", 'Pas de problème.', 'Parfait.', 'Un petit instant.', 'OK.', 'Oui.'],
  },
  annoyed: {
    en: [
      'I already told the last person this.',
      'Honestly, this is getting ridiculous.',
      "This is the third time I've had to go through it.",
      "I've been at this for {minutes} minutes now.",
      "Look, I don't have all day.",
      'Why does it always have to be so complicated?',
      'You people had this on file last week.',
      "I'm losing my patience here.",
    ],
    fr: [
      "J'ai déjà expliqué ça à votre collègue.",
      'Franchement, ça commence à faire.',
      "C'est la troisième fois que je répète la même chose.",
      'Ça fait {minutes} minutes que je suis là-dessus.',
      "Écoutez, je n'ai pas toute la journée.",
      "Pourquoi c'est toujours aussi compliqué avec vous?",
      'Vous aviez ça au dossier la semaine passée.',
      'Là, je perds patience.',
    ],
  },
  worried: {
    en: [
      "I'm a bit worried, to be honest.",
      'My mother is here with me and she is not doing great.',
      "Please, I really can't leave it like this.",
      "I don't want it to end up on my record.",
      'I was up half the night over this.',
      "I'm just nervous it won't be sorted in time.",
    ],
    fr: [
      'Je suis un peu inquiète, pour être honnête avec vous.',
      'Ma mère est ici avec moi et elle ne va pas fort.',
      "S'il vous plaît, je ne peux vraiment pas laisser ça comme ça.",
      'Je ne veux pas que ça paraisse à mon dossier.',
      "J'en ai mal dormi la nuit passée.",
      "J'ai peur que ce ne soit pas réglé à temps.",
    ],
  },
  confused: {
    en: [
      "Sorry, I'm not sure I follow.",
      'Wait, which number do you mean?',
      "I don't really understand, but here goes.",
      'Hang on, you lost me there.',
      "The letter says something different, so I'm mixed up.",
      'Hm, is that the one on the back?',
    ],
    fr: [
      'Excusez, je ne suis pas certaine de vous suivre.',
      'Attendez, quel numéro voulez-vous dire?',
      'Je ne comprends pas trop, mais bon.',
      "Un instant, là vous m'avez perdu.",
      'La lettre dit autre chose, alors je suis mêlé.',
      "Hum, c'est celui qui est à l'endos?",
    ],
  },
  pleased: {
    en: [
      'Oh, perfect.',
      'Great, thank you.',
      "That's a relief.",
      'Wonderful.',
      "You've been a big help.",
      'Phew, okay.',
    ],
    fr: ['Ah, parfait.', 'Super, merci.', 'Ça me soulage.', 'Merveilleux.', "Vous m'aidez beaucoup.", 'Fiou, OK.'],
  },
};

/** What the AI puts before its point when the customer's tone calls for it. */
export const aiOpeners: Readonly<Record<Tone, Lines>> = {
  calm: {
    en: ['Thanks, {first}.', 'Thank you.', 'Got it.', 'Okay, thanks.', 'I see.', 'Understood.'],
    fr: ['Merci, {first}.', 'Merci bien.', "C'est noté.", 'Je vois.', "D'accord, merci.", 'Je comprends.'],
  },
  annoyed: {
    en: [
      "I'm sorry you've had to repeat yourself.",
      "I hear you, {first}, and I'd be frustrated too.",
      "You're right, this should have been easier.",
      'I apologise for the back and forth.',
      "That's fair. Let me get this moving for you.",
    ],
    fr: [
      'Je suis désolée que vous ayez dû vous répéter.',
      'Je vous entends, {first}, et je serais frustrée aussi.',
      'Vous avez raison, ça aurait dû être plus simple.',
      'Je vous présente mes excuses pour ces va-et-vient.',
      "C'est légitime. Je fais avancer votre dossier tout de suite.",
    ],
  },
  worried: {
    en: [
      "I understand why that's worrying, {first}.",
      'You did the right thing by getting in touch.',
      "Let's take it one step at a time.",
      "I'm here, and we'll go through it together.",
    ],
    fr: [
      'Je comprends que ce soit inquiétant, {first}.',
      'Vous avez bien fait de communiquer avec nous.',
      'On va y aller une étape à la fois.',
      'Je suis là, on va regarder ça ensemble.',
    ],
  },
  confused: {
    en: [
      'No worries, let me put it another way.',
      'Good question.',
      "Sorry, that wasn't clear of me.",
      'Let me explain.',
    ],
    fr: [
      'Pas de souci, je vais le dire autrement.',
      'Bonne question.',
      "Pardon, je n'ai pas été claire.",
      'Je vous explique.',
    ],
  },
  pleased: {
    en: ["I'm glad to hear that.", 'Happy to help, {first}.', 'Wonderful.', 'Good, nearly there.'],
    fr: ["Je suis contente de l'entendre.", 'Ça me fait plaisir, {first}.', 'Merveilleux.', 'Bon, on y est presque.'],
  },
};

/** A few words that people on the phone put first. */
export const voiceFillers: Lines = {
  en: ['Um, ', 'Uh, ', 'Well, ', 'So, ', 'Yeah, ', 'Okay so, '],
  fr: ['Euh, ', 'Bien, ', 'Ben, ', 'Alors, ', 'Oui, euh, ', 'Bon, '],
};

/** The openers that fit a tone. */
export function openersFor(role: 'customer' | 'ai', tone: Tone): Lines {
  return (role === 'ai' ? aiOpeners : customerOpeners)[tone];
}
