import type { Lines } from '../flows/flow-script.ts';

export const goodbyes: Lines = {
  en: [
    "No, that's all. Thanks a lot!",
    'Great, thank you. Bye now.',
    "That's everything, have a good one.",
    'Thanks for your help, {agent}.',
    "Okay, I'll wait for the confirmation. Thanks.",
    'Appreciate it. Bye.',
  ],
  fr: [
    "Non, c'est tout. Merci beaucoup!",
    'Super, merci. Au revoir.',
    "C'est beau, bonne journée à vous.",
    'Merci de votre aide, {agent}.',
    "OK, j'attends la confirmation. Merci.",
    "C'est bien apprécié. Bye.",
  ],
};

export const asksForHuman: Lines = {
  en: [
    'Can I just talk to a real person, please?',
    'I want to speak to somebody. Not a machine.',
    'Representative.',
    'No offence, but put a human on.',
    "I'd rather explain it to one of your staff.",
  ],
  fr: [
    "Est-ce que je peux parler à une vraie personne, s'il vous plaît?",
    "Je veux parler à quelqu'un. Pas à une machine.",
    'Un agent.',
    'Sans vouloir vous offenser, passez-moi un humain.',
    "J'aimerais mieux l'expliquer à quelqu'un de chez vous.",
  ],
};

export const leaves: Lines = {
  en: [
    "Forget it, I'll try again another day.",
    'I have to go, my bus is here.',
    "This isn't going anywhere. Bye.",
    'Never mind.',
  ],
  fr: [
    'Laissez faire, je rappellerai une autre fois.',
    'Je dois y aller, mon autobus arrive.',
    'Ça ne mène nulle part. Au revoir.',
    'Oubliez ça.',
  ],
};

export const startsOver: Lines = {
  en: [
    "I'm completely lost. Can we start again from the top?",
    'Wait, wrong account. Can we start over?',
    'Restart please, I gave you the wrong address.',
  ],
  fr: [
    'Je suis complètement perdu. On peut recommencer du début?',
    "Attendez, ce n'est pas le bon compte. On recommence?",
    "Recommencez, s'il vous plaît, je vous ai donné la mauvaise adresse.",
  ],
};

export const complains: Lines = {
  en: [
    "I'm filing a formal complaint about this. Put that in your notes.",
    'I want this reported to your manager, today.',
    "This is unacceptable and I'll be writing to the regulator.",
  ],
  fr: [
    'Je porte plainte officiellement. Mettez ça dans vos notes.',
    "Je veux que ce soit signalé à votre gestionnaire, aujourd'hui.",
    "C'est inacceptable et je vais écrire à la Régie.",
  ],
};

export const unsubscribes: Lines = {
  en: ['STOP', 'Please stop texting me.', 'Unsubscribe', 'Take me off this list.'],
  fr: ['ARRET', "Arrêtez de m'écrire, s'il vous plaît.", 'Désabonner', 'Enlevez-moi de cette liste.'],
};

export const waitsInQueue: Lines = {
  en: [
    'Is anyone there?',
    'How much longer?',
    "I've been waiting {minutes} minutes.",
    'Hello??',
    'Am I still in the line?',
    'I can hold a bit more, but not long.',
  ],
  fr: [
    "Y a-t-il quelqu'un?",
    'Ça va être encore long?',
    "Ça fait {minutes} minutes que j'attends.",
    'Allô??',
    'Est-ce que je suis toujours en file?',
    'Je peux attendre encore un peu, mais pas longtemps.',
  ],
};

/** After a person has answered them. */
export const answersCsr: Lines = {
  en: [
    'Oh good, a person. Thank you for picking this up.',
    'Okay, that makes more sense now.',
    'Right. And that will be done today?',
    'I appreciate you looking into it, really.',
    "Yes, that's the right one.",
    'Alright, I can work with that.',
    'Thanks. I was starting to think nobody would look at it.',
    'Could you send me that in writing?',
    'Okay. And nothing else is needed from me?',
  ],
  fr: [
    'Ah, enfin une personne. Merci de prendre ça en main.',
    "OK, là c'est plus clair.",
    "D'accord. Et ce sera fait aujourd'hui?",
    "J'apprécie vraiment que vous regardiez ça.",
    "Oui, c'est le bon.",
    'Bon, ça me convient.',
    'Merci. Je commençais à croire que personne ne regarderait ça.',
    'Pourriez-vous me mettre ça par écrit?',
    "OK. Et vous n'avez besoin de rien d'autre de ma part?",
  ],
};

/** When the person who has it does not write back. */
export const nudgesCsr: Lines = {
  en: ['Are you still there?', 'Hello? Did I lose you?', "I'm still here, just so you know.", 'Any news?'],
  fr: [
    'Êtes-vous toujours là?',
    'Allô? Est-ce que je vous ai perdu?',
    'Je suis toujours là, pour votre information.',
    'Du nouveau?',
  ],
};
