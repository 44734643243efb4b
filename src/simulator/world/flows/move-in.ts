import type { FlowScript } from './flow-script.ts';

export const moveIn: FlowScript = {
  id: 'move-in',
  name: 'Move In',
  version: 9,
  skills: ['Customer Assistance'],
  callReason: 'Moving',
  feel: { curiosity: 0.35, anxiety: 0.12 },
  states: [
    {
      name: 'Initial',
      answer: {
        en: [
          "I'm moving to {newAddress} on {date} and need service there.",
          'We just bought a house in {town}. How do I get everything in my name?',
          'I need to transfer my account to a new apartment.',
          'My lease starts {date}, what do you need from me?',
          "I'm moving out of {street} at the end of the month and want to take my plan along.",
          'New tenant here, the landlord said I have to call you.',
        ],
        fr: [
          'Je déménage au {newAddress} le {date} et il me faut le service là-bas.',
          "On vient d'acheter une maison à {town}. Comment mettre le tout à mon nom?",
          'Je dois transférer mon compte à un nouvel appartement.',
          'Mon bail commence le {date}, de quoi avez-vous besoin?',
          'Je quitte {street} à la fin du mois et je veux garder mon forfait.',
          "Je suis la nouvelle locataire, le propriétaire m'a dit de vous appeler.",
        ],
      },
      arrows: [{ event: 'MoveRequested', to: 'Verify Account' }],
    },
    {
      name: 'Verify Account',
      say: {
        en: [
          'Congratulations on the move! Do you already have an account with us, and under which phone number?',
          'Happy to set that up. Which phone number is on your current account?',
        ],
        fr: [
          'Félicitations pour le déménagement! Avez-vous déjà un compte chez nous, et sous quel numéro?',
          'Avec plaisir. Quel numéro de téléphone est à votre compte actuel?',
        ],
      },
      answer: {
        en: [
          'Yes, {phoneSaid}.',
          "I think so, it's {phoneSaid}.",
          'We had one years ago, same name, {name}.',
          'Account {account}.',
        ],
        fr: [
          'Oui, {phoneSaid}.',
          "Je pense que oui, c'est le {phoneSaid}.",
          'On en avait un il y a des années, même nom, {name}.',
          'Compte {account}.',
        ],
      },
      call: 'lookupAccount',
      arrows: [
        { event: 'AccountFound', to: 'New Address' },
        { event: 'NoAccountMatch', to: 'New Address' },
      ],
    },
    {
      name: 'New Address',
      say: {
        en: [
          "What's the full new address, with the postal code?",
          'And where are you moving to? Unit number included, please.',
        ],
        fr: [
          'Quelle est la nouvelle adresse complète, avec le code postal?',
          "Et où déménagez-vous? Avec le numéro d'appartement, s'il vous plaît.",
        ],
      },
      answer: {
        en: [
          '{newAddress}, {postal}.',
          "It's {newAddress}. Second floor.",
          '{newAddress}, {town}. Do you need the postal code? {postal}.',
        ],
        fr: [
          '{newAddress}, {postal}.',
          "C'est le {newAddress}. Deuxième étage.",
          "{newAddress}, {town}. Le code postal, c'est {postal}.",
        ],
      },
      call: 'checkServiceAddress',
      arrows: [
        { event: 'AddressServed', to: 'Confirm Date' },
        { event: 'AddressNotServed', to: 'Handoff' },
      ],
    },
    {
      name: 'Confirm Date',
      say: {
        en: [
          'We serve that address. Should service start on {date}?',
          'Good news, the meter there is ready. Is {date} the right start date?',
        ],
        fr: [
          'Nous desservons cette adresse. Le service doit-il commencer le {date}?',
          'Bonne nouvelle, le compteur est prêt. Est-ce que le {date} est la bonne date?',
        ],
      },
      arrows: [
        {
          event: 'DateConfirmed',
          to: 'Place Order',
          weight: 75,
          feel: { satisfaction: 0.25 },
          answer: {
            en: ['Yes, {date} is right.', "That's the day we get the keys, so yes.", 'Perfect, {date}.'],
            fr: ['Oui, le {date}.', "C'est le jour où on reçoit les clés, alors oui.", 'Parfait, le {date}.'],
          },
        },
        {
          event: 'DateChanged',
          to: 'Change Date',
          weight: 25,
          feel: { confusion: 0.2 },
          answer: {
            en: ['Could we make it {altDate} instead?', 'Actually no, the movers come {altDate}.'],
            fr: [
              'On pourrait faire ça le {altDate} à la place?',
              'En fait non, les déménageurs viennent le {altDate}.',
            ],
          },
        },
      ],
    },
    {
      name: 'Change Date',
      say: {
        en: ['{altDate} works too. The one-time connection fee is $25, on your first bill. Okay for you?'],
        fr: [
          'Le {altDate} convient aussi. Les frais de raccordement uniques sont de 25 $, sur la première facture. Ça vous va?',
        ],
      },
      answer: {
        en: ['Yes, go ahead.', "Okay, that's fine.", "I didn't know about the fee, but fine."],
        fr: ['Oui, allez-y.', "OK, c'est beau.", 'Je ne savais pas pour les frais, mais bon.'],
      },
      arrows: [{ event: 'DateConfirmed', to: 'Place Order' }],
    },
    {
      name: 'Place Order',
      say: {
        en: ["I'm placing the order now.", 'Great, let me lock that in.'],
        fr: ['Je passe la commande maintenant.', 'Très bien, je confirme le tout.'],
      },
      call: 'openMoveOrder',
      arrows: [{ event: 'MoveOrdered', to: 'Wrap Up' }],
    },
  ],
  csr: {
    en: [
      "I found {newAddress} under the old street name. It's served, I've corrected it.",
      'The previous tenant closes on {date}, so there will be no gap.',
      "I've waived the connection fee since you've been with us for a while.",
    ],
    fr: [
      "J'ai trouvé {newAddress} sous l'ancien nom de rue. C'est desservi, je l'ai corrigé.",
      "L'ancien locataire ferme le {date}, donc il n'y aura pas d'interruption.",
      "J'ai annulé les frais de raccordement, vu votre ancienneté chez nous.",
    ],
  },
};
