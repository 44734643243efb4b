import type { FlowScript } from './flow-script.ts';

export const paymentPlan: FlowScript = {
  id: 'payment-plan',
  name: 'Payment Plan',
  version: 17,
  skills: ['Billing', 'Collections'],
  callReason: 'Payment arrangement',
  feel: { anxiety: 0.4, risk: 0.5 },
  states: [
    {
      name: 'Initial',
      answer: {
        en: [
          "I got a disconnection notice and I can't pay the whole {balance} right now.",
          'Can I split my balance into a few payments?',
          "I've been laid off and I'm behind on my account.",
          "I owe {balance}. What can we do so I'm not cut off?",
          'The notice says {due}. I get paid the week after that.',
          "My hours were cut and I'd like to set something up before it goes to collections.",
        ],
        fr: [
          "J'ai reçu un avis de débranchement et je ne peux pas payer les {balance} tout de suite.",
          'Est-ce que je peux étaler mon solde en plusieurs versements?',
          "J'ai perdu mon emploi et je suis en retard sur mon compte.",
          "Je dois {balance}. Qu'est-ce qu'on peut faire pour ne pas être coupé?",
          "L'avis dit le {due}. Ma paie arrive la semaine d'après.",
          "On a coupé mes heures et j'aimerais m'entendre avec vous avant le recouvrement.",
        ],
      },
      arrows: [{ event: 'ArrangementRequested', to: 'Verify Account' }],
    },
    {
      name: 'Verify Account',
      say: {
        en: [
          "We can usually find something. What's your account number or phone number?",
          'Thank you for reaching out before the due date. Which account is it?',
        ],
        fr: [
          'On trouve habituellement une solution. Quel est votre numéro de compte ou de téléphone?',
          "Merci de nous joindre avant l'échéance. De quel compte s'agit-il?",
        ],
      },
      answer: {
        en: [
          '{account}.',
          "It's under {phoneSaid}.",
          '{name}, {address}.',
          'I have the notice here, it says {account}.',
        ],
        fr: [
          '{account}.',
          "C'est sous le {phoneSaid}.",
          '{name}, {address}.',
          "J'ai l'avis ici, c'est écrit {account}.",
        ],
      },
      call: 'lookupAccount',
      arrows: [
        { event: 'AccountFound', to: 'Find Options' },
        { event: 'NoAccountMatch', to: 'Handoff' },
      ],
    },
    {
      name: 'Find Options',
      say: {
        en: [
          'Your balance is {balance}. Let me see which arrangements are open to you.',
          'I see {balance} outstanding, due {due}. Checking what we can do.',
        ],
        fr: [
          'Votre solde est de {balance}. Je regarde quelles ententes sont possibles.',
          "Je vois {balance} à payer, pour le {due}. Je vérifie ce qu'on peut faire.",
        ],
      },
      call: 'getPaymentOptions',
      arrows: [
        { event: 'OptionsFound', to: 'Offer Plan' },
        { event: 'NotEligible', to: 'Handoff' },
      ],
    },
    {
      name: 'Offer Plan',
      say: {
        en: [
          'I can offer {installments} payments of {each}, the first on {date}. No interest. Would that work?',
          'How about {each} on {date}, and then every month, {installments} payments in all?',
        ],
        fr: [
          'Je peux vous offrir {installments} versements de {each}, le premier le {date}, sans intérêt. Est-ce que ça irait?',
          'Que diriez-vous de {each} le {date}, puis chaque mois, {installments} versements en tout?',
        ],
      },
      arrows: [
        {
          event: 'OfferAccepted',
          to: 'Create Plan',
          weight: 66,
          feel: { relief: 0.45, gratitude: 0.3, anxiety: -0.4, risk: -0.5 },
          answer: {
            en: ['{each} a month I can do.', "Oh, that's a weight off my mind. Yes.", "Yes, let's go with that."],
            fr: ['{each} par mois, je suis capable.', "Oh, ça m'enlève un poids. Oui.", 'Oui, allons-y avec ça.'],
          },
        },
        {
          event: 'OfferDeclined',
          to: 'Second Offer',
          weight: 34,
          feel: { anxiety: 0.3, frustration: 0.2, risk: 0.4 },
          answer: {
            en: [
              '{each} is still too much with rent.',
              'Can it be after {date}? I get paid {altDate}.',
              "I don't think I can keep that up.",
            ],
            fr: [
              "{each}, c'est encore trop avec le loyer.",
              'Est-ce que ça peut être après le {date}? Ma paie est le {altDate}.',
              'Je ne pense pas pouvoir tenir ça.',
            ],
          },
        },
      ],
    },
    {
      name: 'Second Offer',
      say: {
        en: [
          'I can move the first payment to {altDate}. The rest stays the same. Does that help?',
          'I understand. The latest I can start it is {altDate}; shall we try that?',
        ],
        fr: [
          'Je peux repousser le premier versement au {altDate}. Le reste ne change pas. Est-ce que ça aide?',
          'Je comprends. Au plus tard, on commence le {altDate}; on essaie ça?',
        ],
      },
      arrows: [
        {
          event: 'OfferAccepted',
          to: 'Create Plan',
          weight: 70,
          feel: { relief: 0.4, gratitude: 0.25, risk: -0.4 },
          answer: {
            en: ['Yes, {altDate} works.', 'That helps a lot, okay.'],
            fr: ['Oui, le {altDate}, ça marche.', "Ça aide beaucoup, d'accord."],
          },
        },
        {
          event: 'OfferDeclined',
          to: 'Handoff',
          weight: 30,
          destination: 'Hardship Programme',
          feel: { anxiety: 0.4, risk: 0.6 },
          answer: {
            en: ["I just don't have it. There are three of us on one cheque.", "No. I don't know what to do."],
            fr: ["Je ne l'ai tout simplement pas. On est trois sur une paie.", 'Non. Je ne sais plus quoi faire.'],
          },
        },
      ],
    },
    {
      name: 'Create Plan',
      say: {
        en: ["Good. I'm setting it up, and that stops the notice.", 'Done deal. Writing the plan now.'],
        fr: ["Bien. Je l'inscris, et ça suspend l'avis.", "Entendu. J'inscris l'entente maintenant."],
      },
      call: 'createPaymentPlan',
      arrows: [{ event: 'PlanCreated', to: 'Wrap Up' }],
    },
  ],
  csr: {
    en: [
      "I've stopped the disconnection for fourteen days so we have time.",
      'I can do {installments} payments of {each} and start on {altDate}. I approved it myself.',
      'There is also a provincial relief fund. I can send you the form right now.',
    ],
    fr: [
      "J'ai suspendu le débranchement pour quatorze jours, le temps de s'organiser.",
      "Je peux faire {installments} versements de {each} à partir du {altDate}. Je l'ai approuvé moi-même.",
      "Il existe aussi un fonds d'aide provincial. Je peux vous envoyer le formulaire maintenant.",
    ],
  },
};
