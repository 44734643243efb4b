import type { FlowScript } from './flow-script.ts';

export const billingInquiry: FlowScript = {
  id: 'billing-inquiry',
  name: 'Billing Inquiry',
  version: 22,
  skills: ['Billing'],
  callReason: 'Billing',
  feel: { frustration: 0.25, confusion: 0.25, risk: 0.2 },
  states: [
    {
      name: 'Initial',
      answer: {
        en: [
          'My bill is {amount} this month. It is normally around {lastAmount}.',
          "There's a charge on my {period} statement I don't recognise.",
          'I paid on time and I still got a late fee.',
          'Can you explain why my bill went up?',
          'I was charged twice for {period}.',
          'I switched to e-billing and never received the last invoice.',
          'Why do I owe {amount} when I was away most of {period}?',
        ],
        fr: [
          "Ma facture est de {amount} ce mois-ci. D'habitude c'est autour de {lastAmount}.",
          'Il y a des frais sur mon relevé {ofPeriod} que je ne reconnais pas.',
          "J'ai payé à temps et on m'a quand même facturé un retard.",
          "Pouvez-vous m'expliquer pourquoi ma facture a augmenté?",
          "On m'a facturé deux fois pour {period}.",
          "Je suis passé à la facture en ligne et je n'ai jamais reçu la dernière.",
          "Pourquoi est-ce que je dois {amount} alors que j'étais absente presque tout {period}?",
        ],
      },
      arrows: [{ event: 'BillingQuestion', to: 'Verify Account' }],
    },
    {
      name: 'Verify Account',
      say: {
        en: [
          "I can look into that. What's the phone number or account number on the bill?",
          'May I have your account number, or the phone number on file?',
          "Let's pull up your account first. Which number is it under?",
        ],
        fr: [
          'Je peux regarder ça. Quel est le numéro de téléphone ou de compte sur la facture?',
          'Puis-je avoir votre numéro de compte, ou le numéro de téléphone au dossier?',
          "Ouvrons d'abord votre compte. Sous quel numéro est-il?",
        ],
      },
      answer: {
        en: [
          "It's {account}.",
          'The phone number is {phoneSaid}.',
          '{phoneSaid}, under {name}.',
          'Account {account}, it is right here on the paper.',
        ],
        fr: [
          "C'est le {account}.",
          "Le téléphone, c'est le {phoneSaid}.",
          '{phoneSaid}, au nom de {name}.',
          "Compte {account}, je l'ai ici sur le papier.",
        ],
      },
      call: 'lookupAccount',
      arrows: [
        { event: 'AccountFound', to: 'Find Invoice' },
        { event: 'NoAccountMatch', to: 'Confirm Identity' },
      ],
    },
    {
      name: 'Confirm Identity',
      say: {
        en: [
          "I don't see an account with that. Could it be under another name, or an older phone number?",
          'No match, unfortunately. What is the service address and postal code?',
        ],
        fr: [
          'Je ne vois pas de compte à ce numéro. Serait-ce sous un autre nom, ou un ancien numéro?',
          "Aucun résultat, malheureusement. Quelle est l'adresse de service et le code postal?",
        ],
      },
      answer: {
        en: [
          'Try {address}, {postal}.',
          "It might be under my partner's name. The address is {address}.",
          'Old number was {phoneSaid}.',
        ],
        fr: [
          'Essayez {address}, {postal}.',
          "C'est peut-être au nom de mon conjoint. L'adresse est {address}.",
          "L'ancien numéro était le {phoneSaid}.",
        ],
      },
      call: 'lookupAccount',
      arrows: [
        { event: 'AccountFound', to: 'Find Invoice' },
        { event: 'NoAccountMatch', to: 'Handoff' },
      ],
    },
    {
      name: 'Find Invoice',
      say: {
        en: [
          'I have your account ending in {tail}. Opening the {period} invoice.',
          'Thanks, one moment while I read the {period} bill line by line.',
        ],
        fr: [
          "J'ai votre compte qui se termine par {tail}. J'ouvre la facture {ofPeriod}.",
          'Un instant, je lis la facture {ofPeriod} ligne par ligne.',
        ],
      },
      call: 'getInvoice',
      arrows: [
        { event: 'InvoiceFound', to: 'Explain Charges' },
        { event: 'NoInvoiceMatch', to: 'Handoff' },
      ],
    },
    {
      name: 'Explain Charges',
      say: {
        en: [
          'Invoice {invoice} is {amount}, due {due}. The period was 34 days instead of 30, and the rate changed on the first. Does that explain it?',
          'The difference from {lastAmount} comes from a one-time adjustment for an estimated reading. Would you like me to walk through it?',
          'I see {amount} with a late fee of $12.50, because the payment arrived two days after {due}. Does that match what you have?',
        ],
        fr: [
          'La facture {invoice} est de {amount}, payable le {due}. La période était de 34 jours au lieu de 30, et le tarif a changé le premier. Est-ce que ça répond à la question?',
          "L'écart avec {lastAmount} vient d'un rajustement unique pour une lecture estimée. Voulez-vous que je le détaille?",
          'Je vois {amount}, dont 12,50 $ de frais de retard, car le paiement est arrivé deux jours après le {due}. Est-ce que ça concorde?',
        ],
      },
      arrows: [
        {
          event: 'ExplanationAccepted',
          to: 'Wrap Up',
          weight: 55,
          feel: { relief: 0.3, gratitude: 0.2, confusion: -0.5, risk: -0.4 },
          answer: {
            en: [
              'Oh, I see. The longer period, that makes sense.',
              "Okay, I didn't notice that line. Thanks.",
              'Fair enough.',
            ],
            fr: [
              "Ah, je vois. La période plus longue, c'est logique.",
              "OK, je n'avais pas remarqué cette ligne. Merci.",
              'Bon, ça va.',
            ],
          },
        },
        {
          event: 'ChargeDisputed',
          to: 'Open Review',
          weight: 30,
          feel: { anger: 0.3, frustration: 0.3, risk: 0.5 },
          answer: {
            en: [
              'No, I paid before {due}. I have the bank confirmation.',
              "I don't agree with that. My usage didn't change.",
              'That reading cannot be right.',
            ],
            fr: [
              "Non, j'ai payé avant le {due}. J'ai la confirmation de la banque.",
              "Je ne suis pas d'accord. Ma consommation n'a pas changé.",
              'Cette lecture-là ne peut pas être bonne.',
            ],
          },
        },
        {
          event: 'CannotPay',
          to: 'Handoff',
          weight: 15,
          feel: { anxiety: 0.45, risk: 0.5 },
          answer: {
            en: [
              "I get it, but I can't pay {amount} all at once.",
              "I'm off work right now, {amount} is just not possible.",
            ],
            fr: [
              "Je comprends, mais je ne peux pas payer {amount} d'un coup.",
              "Je suis en arrêt de travail, {amount}, c'est impossible.",
            ],
          },
        },
      ],
    },
    {
      name: 'Open Review',
      say: {
        en: [
          "Then let's have it checked. I'm opening a review, and the amount stays on hold meanwhile.",
          "Fair. I'll ask the billing team to verify it; you don't have to pay that part for now.",
        ],
        fr: [
          "Faisons-le vérifier. J'ouvre une révision, et le montant reste en suspens d'ici là.",
          "C'est juste. Je demande à la facturation de vérifier; vous n'avez pas à payer cette partie pour l'instant.",
        ],
      },
      call: 'openBillingReview',
      arrows: [{ event: 'ReviewOpened', to: 'Wrap Up' }],
    },
  ],
  csr: {
    en: [
      "I see the double charge for {period}. I've reversed it; it'll show in three to five days.",
      'I removed the late fee and put a note on {invoice}.',
      "Your reading was estimated twice. I've ordered a real one and put {amount} on hold.",
      'Could you send me a photo of the meter? Then I can correct {invoice} today.',
    ],
    fr: [
      "Je vois la double facturation {ofPeriod}. Je l'ai annulée; ça paraîtra d'ici trois à cinq jours.",
      "J'ai enlevé les frais de retard et mis une note à la facture {invoice}.",
      "Votre lecture a été estimée deux fois. J'en ai commandé une vraie et {amount} est en suspens.",
      "Pouvez-vous m'envoyer une photo du compteur? Je pourrais corriger la {invoice} aujourd'hui.",
    ],
  },
};
