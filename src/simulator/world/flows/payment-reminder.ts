import type { FlowScript } from './flow-script.ts';

export const paymentReminder: FlowScript = {
  id: 'payment-reminder',
  name: 'Payment Reminder',
  version: 8,
  skills: ['Billing'],
  callReason: 'Payment reminder',
  feel: { anxiety: 0.2, frustration: 0.12, risk: 0.2 },
  states: [
    {
      name: 'Initial',
      say: {
        en: [
          'Hello {first}, {agent} from {company} here. A payment of {balance} was due {due}. Can we help you with it?',
          "Hi {first}, it's {company}. Your account shows {balance} past due. Have you already paid, or would you like to spread it out?",
        ],
        fr: [
          'Bonjour {first}, ici {agent} de {company}. Un paiement de {balance} était dû le {due}. Pouvons-nous vous aider?',
          "Bonjour {first}, c'est {company}. Votre compte affiche un retard de {balance}. Avez-vous déjà payé, ou aimeriez-vous étaler le montant?",
        ],
      },
      arrows: [
        {
          event: 'AlreadyPaid',
          to: 'Check Payment',
          weight: 38,
          feel: { frustration: 0.25 },
          answer: {
            en: [
              'I paid that on Monday.',
              'It went out of my bank yesterday.',
              "That's paid. Please check before you write people.",
            ],
            fr: [
              "J'ai payé ça lundi.",
              "C'est sorti de mon compte hier.",
              "C'est payé. Vérifiez donc avant d'écrire au monde.",
            ],
          },
        },
        {
          event: 'WantsPlan',
          to: 'Offer Plan',
          weight: 37,
          feel: { anxiety: 0.25 },
          answer: {
            en: [
              "I can't do it all at once, no.",
              'Could I pay in two or three parts?',
              "It's been a rough month. What are the options?",
            ],
            fr: [
              "Je ne peux pas tout payer d'un coup, non.",
              'Est-ce que je peux payer en deux ou trois fois?',
              'Le mois a été difficile. Quelles sont les options?',
            ],
          },
        },
        {
          event: 'WillPay',
          to: 'Wrap Up',
          weight: 25,
          feel: { satisfaction: 0.1, risk: -0.2 },
          answer: {
            en: ["I'll pay it tonight, thanks for letting me know.", 'Forgot about it. Will do it on {date}.'],
            fr: ["Je paie ça ce soir, merci de m'avertir.", "J'avais oublié. Je le fais le {date}."],
          },
        },
      ],
    },
    {
      name: 'Check Payment',
      say: { en: ['Thank you, let me check that against our records.'], fr: ['Merci, je vérifie dans nos dossiers.'] },
      call: 'getInvoice',
      arrows: [
        { event: 'InvoiceFound', to: 'Wrap Up' },
        { event: 'NoInvoiceMatch', to: 'Handoff' },
      ],
    },
    {
      name: 'Offer Plan',
      say: {
        en: ['I can offer {installments} payments of {each}, starting {date}. Would that help?'],
        fr: ['Je peux offrir {installments} versements de {each} à partir du {date}. Est-ce que ça aiderait?'],
      },
      answer: {
        en: ['Yes, that helps.', '{each} is doable.', 'Okay, set it up please.'],
        fr: ['Oui, ça aide.', "{each}, c'est faisable.", "OK, inscrivez-le, s'il vous plaît."],
      },
      call: 'createPaymentPlan',
      arrows: [{ event: 'PlanCreated', to: 'Wrap Up' }],
    },
  ],
  csr: {
    en: [
      'Your payment sits in suspense, the account number was one digit off. I have moved it.',
      "I've set up {installments} payments of {each}; the reminders stop today.",
    ],
    fr: [
      "Votre paiement est en suspens, il y avait un chiffre de différence au compte. Je l'ai déplacé.",
      "J'ai inscrit {installments} versements de {each}; les rappels cessent aujourd'hui.",
    ],
  },
};
