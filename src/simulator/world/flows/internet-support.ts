import type { FlowScript } from './flow-script.ts';

export const internetSupport: FlowScript = {
  id: 'internet-support',
  name: 'Internet Support',
  version: 31,
  skills: ['Technical Support'],
  callReason: 'Internet trouble',
  feel: { frustration: 0.4, risk: 0.3 },
  states: [
    {
      name: 'Initial',
      answer: {
        en: [
          'My internet has been dropping every ten minutes since yesterday.',
          'No internet at all at {address}. The light on the modem is orange.',
          "I pay for gigabit and I'm getting 6 megs.",
          'I work from home and I keep falling out of meetings.',
          'Wi-Fi is dead upstairs, it worked fine last week.',
          'TV and internet went out together around {time}.',
          "The technician was here on {date} and it's still not working.",
        ],
        fr: [
          'Mon internet tombe toutes les dix minutes depuis hier.',
          'Aucun internet au {address}. La lumière du modem est orange.',
          'Je paie pour un gigabit et je reçois 6 mégas.',
          'Je travaille de la maison et je tombe toujours hors de mes réunions.',
          'Le Wi-Fi est mort en haut, ça marchait la semaine passée.',
          'La télé et internet sont partis en même temps vers {time}.',
          'Le technicien est passé le {date} et ça ne marche toujours pas.',
        ],
      },
      arrows: [{ event: 'TroubleReported', to: 'Verify Account' }],
    },
    {
      name: 'Verify Account',
      say: {
        en: [
          "Let's get you back online. What's the phone number on the account?",
          "That's no way to work. Which phone number is the account under?",
        ],
        fr: [
          'On va vous rebrancher. Quel est le numéro de téléphone au compte?',
          "Ce n'est pas une façon de travailler. Sous quel numéro est le compte?",
        ],
      },
      answer: {
        en: ['{phoneSaid}.', "It's {phoneSaid}, {name}.", 'Account {account}.', '{phoneSaid}, at {address}.'],
        fr: ['{phoneSaid}.', "C'est le {phoneSaid}, {name}.", 'Compte {account}.', '{phoneSaid}, au {address}.'],
      },
      call: 'lookupAccount',
      arrows: [
        { event: 'AccountFound', to: 'Check Equipment' },
        { event: 'NoAccountMatch', to: 'Handoff' },
      ],
    },
    {
      name: 'Check Equipment',
      say: {
        en: [
          'I see a {modem} at {street}. Is it plugged straight into the wall, and what colour is the top light?',
          'Could you look at the {modem} and tell me which lights are on?',
        ],
        fr: [
          'Je vois un {modem} sur {street}. Est-il branché directement au mur, et de quelle couleur est la lumière du haut?',
          'Pouvez-vous regarder le {modem} et me dire quelles lumières sont allumées?',
        ],
      },
      answer: {
        en: [
          'Orange, blinking.',
          'Three green and one red.',
          'All green, but nothing loads.',
          "It's behind the couch, hold on... solid white.",
        ],
        fr: [
          'Orange, ça clignote.',
          'Trois vertes et une rouge.',
          'Toutes vertes, mais rien ne charge.',
          'Il est derrière le divan, attendez... blanche, fixe.',
        ],
      },
      call: 'runLineTest',
      arrows: [
        { event: 'LineHealthy', to: 'Restart Modem' },
        { event: 'LineFault', to: 'Offer Visit' },
      ],
    },
    {
      name: 'Restart Modem',
      say: {
        en: [
          'The line itself tests fine. May I restart the modem from here? You will be offline for two minutes.',
          "Your signal is good, so I'd like to restart the {modem} remotely. Okay?",
        ],
        fr: [
          'La ligne elle-même est bonne. Je peux redémarrer le modem à distance? Vous serez hors ligne deux minutes.',
          "Votre signal est bon, alors j'aimerais redémarrer le {modem} à distance. Ça va?",
        ],
      },
      answer: {
        en: [
          "Go ahead, I'm not getting anything done anyway.",
          'I already did that twice, but okay.',
          'Sure, wait till I save this... okay.',
        ],
        fr: [
          'Allez-y, je ne fais rien de toute façon.',
          "Je l'ai déjà fait deux fois, mais bon.",
          "Oui, le temps de sauvegarder... c'est bon.",
        ],
      },
      call: 'restartModem',
      arrows: [{ event: 'ModemOnline', to: 'Check Result' }],
    },
    {
      name: 'Check Result',
      say: {
        en: [
          "It's back up and I measure 412 megabits. How does it look on your side?",
          'The modem is online again. Does that page load now?',
        ],
        fr: [
          'Il est revenu et je mesure 412 mégabits. Et de votre côté?',
          'Le modem est en ligne. Est-ce que la page ouvre maintenant?',
        ],
      },
      arrows: [
        {
          event: 'Solved',
          to: 'Wrap Up',
          weight: 62,
          feel: { relief: 0.5, gratitude: 0.35, frustration: -0.5, risk: -0.6 },
          answer: {
            en: ["Oh wow, it's flying now.", 'It works! Finally.', 'Yes, everything is loading.'],
            fr: ['Oh wow, ça roule maintenant.', 'Ça marche! Enfin.', 'Oui, tout charge.'],
          },
        },
        {
          event: 'StillFailing',
          to: 'Offer Visit',
          weight: 38,
          feel: { anger: 0.3, frustration: 0.4, risk: 0.6 },
          answer: {
            en: [
              'Nope. Same as before.',
              'It came on for a second and dropped again.',
              "It's the exact same thing every time I call.",
            ],
            fr: [
              'Non. Pareil comme avant.',
              'Il est revenu une seconde et retombé.',
              "C'est exactement la même chose à chaque appel.",
            ],
          },
        },
      ],
    },
    {
      name: 'Offer Visit',
      say: {
        en: [
          "There is a fault I can't fix from here. I can send a technician on {date}, {window}. Will somebody be home?",
          'We need to look at the line itself. Would {date} between {window} suit you?',
        ],
        fr: [
          "Il y a un défaut que je ne peux pas régler à distance. Je peux envoyer un technicien le {date}, {window}. Y aura-t-il quelqu'un?",
          'Il faut examiner la ligne. Est-ce que le {date}, {window}, vous conviendrait?',
        ],
      },
      answer: {
        en: [
          "I'll be here.",
          '{date} is fine. Morning would be better, though.',
          'That long? Fine, {date} then.',
          'Yes, just have them call first.',
        ],
        fr: [
          'Je serai là.',
          'Le {date}, ça va. Le matin serait mieux, par contre.',
          "Si tard? Bon, le {date} d'abord.",
          "Oui, qu'ils appellent avant.",
        ],
      },
      call: 'scheduleTechnician',
      arrows: [
        { event: 'VisitBooked', to: 'Wrap Up' },
        { event: 'NoTechnician', to: 'Handoff', destination: 'Field Dispatch' },
      ],
    },
  ],
  csr: {
    en: [
      "I see errors on segment {feeder} going back a week. It's on us, not your modem.",
      "I've put a credit of $20 on the account for the days you lost.",
      'I found a technician nearby, {date} {window}. They will call before they come.',
      'Could you plug a laptop straight into the modem for me? I want to rule out the Wi-Fi.',
    ],
    fr: [
      "Je vois des erreurs sur le segment {feeder} depuis une semaine. C'est nous, pas votre modem.",
      "J'ai mis un crédit de 20 $ au compte pour les jours perdus.",
      "J'ai trouvé un technicien tout près, le {date}, {window}. Il appellera avant.",
      'Pouvez-vous brancher un portable directement au modem? Je veux éliminer le Wi-Fi.',
    ],
  },
};
