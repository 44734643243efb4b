import type { Lines } from '../flows/flow-script.ts';

/** How the AI answers an incoming call. */
export const voiceGreetings: Lines = {
  en: [
    "Thank you for calling {company}. I'm {agent}, the virtual assistant. How can I help you today?",
    "Hello, you've reached {company}. This is {agent}, an automated agent. What can I do for you?",
    "Hi, {agent} here, {company}'s virtual agent. This call may be recorded. How can I help?",
  ],
  fr: [
    "Merci d'appeler {company}. Je suis {agent}, l'assistante virtuelle. Comment puis-je vous aider aujourd'hui?",
    "Bonjour, vous avez joint {company}. Ici {agent}, l'agente virtuelle. Que puis-je faire pour vous?",
    "Bonjour, {agent} à l'appareil, agente virtuelle de {company}. Cet appel peut être enregistré. Je vous écoute.",
  ],
};

/** How the AI meets a visitor of the web chat who has not yet written. */
export const chatGreetings: Lines = {
  en: ["Hi! I'm {agent}, {company}'s virtual assistant. What can I help you with?"],
  fr: ["Bonjour! Je suis {agent}, l'assistante virtuelle de {company}. Comment puis-je vous aider?"],
};

/** After a function failed and is tried again. */
export const retryLines: Lines = {
  en: [
    "Our system is a little slow right now. I'm trying again.",
    "That didn't go through on my side. One more try, please stay with me.",
    'Sorry {first}, I got no answer from our records. Let me ask once more.',
  ],
  fr: [
    "Notre système est un peu lent en ce moment. J'essaie de nouveau.",
    "Ça n'a pas fonctionné de mon côté. Un autre essai, restez avec moi.",
    "Désolée, {first}, je n'ai pas eu de réponse de nos dossiers. Je redemande.",
  ],
};

/** When a person is needed. */
export const handoffLines: Lines = {
  en: [
    "I'd like one of my colleagues to look at this with you. I'm passing you over now, with everything you've told me.",
    "Let me bring in a person from our team, {first}. You won't need to repeat yourself.",
    "I'm putting you in line for a representative. They can see our whole conversation.",
  ],
  fr: [
    "J'aimerais qu'une collègue regarde ça avec vous. Je vous transfère, avec tout ce que vous m'avez dit.",
    "Je fais venir une personne de notre équipe, {first}. Vous n'aurez pas à vous répéter.",
    'Je vous place en file pour parler à un représentant. Il verra toute notre conversation.',
  ],
};

/** When the case goes to a destination outside the AI's and the inbox's hands. */
export const destinationLines: Lines = {
  en: [
    "I'm connecting you with {destination} right away. Please stay where you are.",
    'This belongs with {destination}. I am handing it over now, and they will carry on from here.',
  ],
  fr: [
    'Je vous mets en contact avec {destination} tout de suite. Restez en ligne.',
    "C'est du ressort de {destination}. Je leur confie le dossier, et ils poursuivent d'ici.",
  ],
};

/** When the AI gets the conversation back from a person. */
export const resumeLines: Lines = {
  en: [
    "Hi again {first}, it's {agent}. I've read what {csr} wrote, so we can pick up from there.",
    "Thanks for your patience, {first}. {csr} has filled me in and I'll finish up with you.",
    "I'm back with you. I have {csr}'s notes in front of me.",
  ],
  fr: [
    "Rebonjour {first}, c'est {agent}. J'ai lu ce que {csr} a écrit, on reprend à partir de là.",
    "Merci de votre patience, {first}. {csr} m'a mise au courant et je termine avec vous.",
    "Me revoici. J'ai les notes de {csr} sous les yeux.",
  ],
};

/** The last thing the AI says. */
export const closingLines: Lines = {
  en: [
    'Is everything clear? Your reference is {ticket}. Have a good day, {first}.',
    "You're all set. I've noted it under {ticket}. Thanks for choosing {company}.",
    "That's everything on my side. You'll get a confirmation shortly. Take care, {first}!",
    'Glad we could sort that out. If anything changes, just quote {ticket}.',
  ],
  fr: [
    'Est-ce que tout est clair? Votre référence est le {ticket}. Bonne journée, {first}.',
    "Tout est en règle. C'est noté sous le {ticket}. Merci d'avoir choisi {company}.",
    "C'est tout de mon côté. Vous recevrez une confirmation sous peu. Prenez soin de vous, {first}!",
    "Contente qu'on ait pu régler ça. Si quelque chose change, mentionnez le {ticket}.",
  ],
};

/** Left on an answering machine. */
export const voicemailLines: Lines = {
  en: [
    'Hello, this is {agent} calling from {company} with a message for {name}. Please call us back at your convenience and quote reference {ticket}. Thank you.',
    "Hi, it's {agent}, {company}'s virtual agent. I'm sorry I missed you. There is nothing urgent; we will try again, or you can call us with reference {ticket}.",
  ],
  fr: [
    'Bonjour, ici {agent} de {company}, un message pour {name}. Veuillez nous rappeler au moment qui vous convient en mentionnant la référence {ticket}. Merci.',
    "Bonjour, c'est {agent}, l'agente virtuelle de {company}. Désolée de vous avoir manqué. Rien d'urgent; nous réessaierons, ou rappelez-nous avec la référence {ticket}.",
  ],
};

export const unsubscribedLines: Lines = {
  en: ['You have been unsubscribed and will receive no more messages from {company}.'],
  fr: ['Votre désabonnement est fait. Vous ne recevrez plus de messages de {company}.'],
};

export const reportedLines: Lines = {
  en: [
    "I've recorded your complaint under {ticket} and flagged this conversation for review. A manager will follow up within two business days.",
  ],
  fr: [
    "J'ai consigné votre plainte sous le {ticket} et signalé la conversation pour révision. Un gestionnaire fera un suivi d'ici deux jours ouvrables.",
  ],
};

export const restartedLines: Lines = {
  en: ["No problem, let's start over from the beginning."],
  fr: ['Pas de problème, on recommence du début.'],
};

/** When the caller wanders off before the AI is done. */
export const stillThereLines: Lines = {
  en: ['Are you still there, {first}?', "I'm still here whenever you're ready, {first}."],
  fr: ['Êtes-vous toujours là, {first}?', 'Je suis toujours là quand vous serez prêt, {first}.'],
};
