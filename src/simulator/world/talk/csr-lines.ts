import type { Lines } from '../flows/flow-script.ts';

/** A colleague's first words. */
export const csrGreetings: Lines = {
  en: [
    "Hi {first}, this is {csr}. I've read through everything, give me a second and I'll get this sorted.",
    "Hello {first}, {csr} here from the {company} team. I'm taking over from the assistant.",
    'Hi {first}, {csr} speaking. Sorry for the wait, I have your file open.',
  ],
  fr: [
    "Bonjour {first}, ici {csr}. J'ai tout lu, donnez-moi un instant et je règle ça.",
    "Bonjour {first}, {csr} de l'équipe de {company}. Je prends la relève de l'assistante.",
    "Bonjour {first}, {csr} à l'appareil. Désolé de l'attente, j'ai votre dossier devant moi.",
  ],
};

export const csrClosings: Lines = {
  en: [
    "It's done on my end, {first}. Reference {ticket} if you ever need it.",
    'All sorted. Sorry again for the trouble, and thanks for bearing with us.',
    "I've left a note on your file so the next person knows. Take care!",
  ],
  fr: [
    "C'est fait de mon côté, {first}. Gardez la référence {ticket} au besoin.",
    'Tout est réglé. Encore désolé pour les ennuis, et merci de votre patience.',
    "J'ai laissé une note à votre dossier pour la prochaine personne. Prenez soin de vous!",
  ],
};

export const csrHandsBack: Lines = {
  en: [
    "That part is fixed. I'll let {agent} finish the rest with you.",
    "You're good, {first}. The assistant will confirm the details now.",
  ],
  fr: [
    'Cette partie est réglée. Je laisse {agent} terminer avec vous.',
    "C'est beau, {first}. L'assistante va confirmer les détails.",
  ],
};

export const csrTransfers: Lines = {
  en: ["The right people for this are {destination}. I'm transferring you, they have my notes."],
  fr: ["Les bonnes personnes pour ça, c'est {destination}. Je vous transfère, elles ont mes notes."],
};

/** What the record says about who came and went; the platform writes these. */
export const systemNotes = {
  joined: { en: ['{csr} took over the conversation.'], fr: ['{csr} a pris la conversation en charge.'] },
  handedBack: {
    en: ['{csr} handed the conversation back to the assistant.'],
    fr: ["{csr} a remis la conversation à l'assistante."],
  },
  note: { en: ['Note from {csr}: {note}'], fr: ['Note de {csr} : {note}'] },
  transferred: {
    en: ['{csr} transferred the conversation to {destination}.'],
    fr: ['{csr} a transféré la conversation à {destination}.'],
  },
  queued: { en: ['Queued for: {skills}.'], fr: ['En file pour : {skills}.'] },
  completed: { en: ['{csr} completed the conversation.'], fr: ['{csr} a terminé la conversation.'] },
  left: { en: ['The customer left the conversation.'], fr: ['Le client a quitté la conversation.'] },
  dropped: {
    en: ['The connection was lost.', 'No audio from the carrier for 20 s; call ended.'],
    fr: ['La connexion a été perdue.', "Aucun audio de l'opérateur depuis 20 s; appel terminé."],
  },
  unavailable: {
    en: ['Records system unavailable; the conversation could not go on.'],
    fr: ["Système de dossiers indisponible; la conversation n'a pas pu continuer."],
  },
  noAnswer: { en: ['No answer after 6 rings.'], fr: ['Pas de réponse après 6 sonneries.'] },
  machine: { en: ['Answering machine detected.'], fr: ['Répondeur détecté.'] },
  busy: { en: ['The line is busy.'], fr: ['La ligne est occupée.'] },
  unconnected: { en: ['The number could not be reached.'], fr: ["Le numéro n'a pas pu être joint."] },
  unreported: {
    en: ['The carrier did not report what became of the call.'],
    fr: ["Le réseau n'a pas indiqué ce que l'appel est devenu."],
  },
  hungUp: {
    en: ['The call was ended because its campaign was stopped.'],
    fr: ["L'appel a été terminé parce que sa campagne a été arrêtée."],
  },
} as const satisfies Record<string, Lines>;
