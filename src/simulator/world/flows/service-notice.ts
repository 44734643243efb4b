import type { FlowScript } from './flow-script.ts';

export const serviceNotice: FlowScript = {
  id: 'service-notice',
  name: 'Service Notice',
  version: 4,
  skills: ['Customer Assistance'],
  callReason: 'Planned work',
  feel: { curiosity: 0.2 },
  states: [
    {
      name: 'Initial',
      say: {
        en: [
          'Hello {first}, this is {agent} from {company}. We will be working on {street} on {date}, {window}, and service will be interrupted. Is that a problem for you?',
          'Hi {first}, {company} here about planned work near {address} on {date}, {window}. Do you need service during that time?',
        ],
        fr: [
          'Bonjour {first}, ici {agent} de {company}. Nous ferons des travaux sur {street} le {date}, {window}, et le service sera interrompu. Est-ce un problème pour vous?',
          'Bonjour {first}, {company} au sujet de travaux prévus près du {address} le {date}, {window}. Avez-vous besoin du service à ce moment-là?',
        ],
      },
      arrows: [
        {
          event: 'Acknowledged',
          to: 'Wrap Up',
          weight: 60,
          feel: { satisfaction: 0.15 },
          answer: {
            en: ["That's fine, thanks for the heads-up.", "I'll be at work anyway.", 'Good to know.'],
            fr: ["C'est correct, merci de l'avis.", 'Je serai au travail de toute façon.', 'Bon à savoir.'],
          },
        },
        {
          event: 'NeedsService',
          to: 'Medical Check',
          weight: 40,
          feel: { anxiety: 0.35, frustration: 0.2, risk: 0.5 },
          answer: {
            en: [
              'I have medical equipment running here.',
              'I work nights and need it in the day.',
              "You did this last week as well. I can't have it off again.",
            ],
            fr: [
              "J'ai de l'équipement médical qui fonctionne ici.",
              "Je travaille de nuit et j'en ai besoin le jour.",
              "Vous l'avez fait la semaine passée aussi. Je ne peux pas être coupée encore.",
            ],
          },
        },
      ],
    },
    {
      name: 'Medical Check',
      say: {
        en: ['Thank you for telling me. Let me see what is noted on the account.'],
        fr: ["Merci de me l'indiquer. Je regarde ce qui est noté au compte."],
      },
      call: 'checkMedicalPriority',
      arrows: [
        { event: 'PriorityFlagged', to: 'Handoff' },
        { event: 'NoMedicalFlag', to: 'Offer Updates' },
      ],
    },
    {
      name: 'Offer Updates',
      say: {
        en: ["We expect it to be less than two hours. I'll text {phoneSaid} when it's back. Okay?"],
        fr: ['On prévoit moins de deux heures. Je vous envoie un texto au {phoneSaid} au retour. Ça va?'],
      },
      answer: {
        en: ['Fine.', 'If it is really two hours, okay.', 'Yes, please do.'],
        fr: ["C'est bon.", "Si c'est vraiment deux heures, OK.", "Oui, s'il vous plaît."],
      },
      call: 'subscribeToUpdates',
      arrows: [{ event: 'UpdatesOn', to: 'Wrap Up' }],
    },
  ],
  csr: {
    en: [
      'I asked the crew to start at your end, so you should be back within the hour.',
      "I've arranged a battery unit for {date}. Somebody will bring it in the morning.",
    ],
    fr: [
      "J'ai demandé à l'équipe de commencer par chez vous, ce devrait être moins d'une heure.",
      "J'ai fait réserver une batterie pour le {date}. Quelqu'un l'apportera le matin.",
    ],
  },
};
