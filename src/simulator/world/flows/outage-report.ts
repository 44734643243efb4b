import type { FlowScript } from './flow-script.ts';

export const outageReport: FlowScript = {
  id: 'outage-report',
  name: 'Outage Report',
  version: 14,
  skills: ['Outages'],
  callReason: 'Power outage',
  feel: { anxiety: 0.35, frustration: 0.25, risk: 0.4 },
  states: [
    {
      name: 'Initial',
      answer: {
        en: [
          "Hi, our power's been out since about six this morning on {street}.",
          'The whole block is dark. Is there an outage in {town}?',
          'We lost power {minutes} minutes ago and my freezer is full.',
          'Lights flickered and then everything went off at {address}.',
          "Half the house has power and the other half doesn't. What's going on?",
          'There was a loud bang on the pole outside and now nothing works.',
          'Third outage this month on {street}. Seriously?',
        ],
        fr: [
          "Bonjour, on n'a plus de courant depuis six heures ce matin sur {street}.",
          "Tout le quartier est dans le noir. Est-ce qu'il y a une panne à {town}?",
          "On a perdu l'électricité il y a {minutes} minutes et mon congélateur est plein.",
          "Les lumières ont vacillé, puis tout s'est éteint au {address}.",
          "La moitié de la maison a du courant, l'autre non. Qu'est-ce qui se passe?",
          'Il y a eu un gros bruit sur le poteau dehors et plus rien ne marche.',
          'Troisième panne ce mois-ci sur {street}. Sérieusement?',
        ],
      },
      arrows: [{ event: 'OutageReported', to: 'Verify Account' }],
    },
    {
      name: 'Verify Account',
      say: {
        en: [
          'Can you give me the service address or the phone number on the account?',
          'To find your meter, I need the address where the power is out.',
          "What's the address, and the phone number on file?",
        ],
        fr: [
          "Pouvez-vous me donner l'adresse de service ou le numéro de téléphone au compte?",
          "Pour trouver votre compteur, il me faut l'adresse où il n'y a plus de courant.",
          "Quelle est l'adresse, et le numéro de téléphone au dossier?",
        ],
      },
      answer: {
        en: [
          "It's {address}.",
          '{address}, and the number is {phoneSaid}.',
          'Under {name}, {address}.',
          'My number is {phoneSaid}.',
        ],
        fr: [
          "C'est le {address}.",
          '{address}, et le numéro est le {phoneSaid}.',
          'Au nom de {name}, {address}.',
          'Mon numéro est le {phoneSaid}.',
        ],
      },
      call: 'lookupAccount',
      arrows: [
        { event: 'AccountFound', to: 'Outage Lookup' },
        { event: 'NoAccountMatch', to: 'Confirm Address' },
      ],
    },
    {
      name: 'Confirm Address',
      say: {
        en: [
          "I couldn't find that one. Could you spell the street and give me the postal code?",
          'Nothing came up. Is there an account number on a bill nearby? It starts with an eight.',
        ],
        fr: [
          'Je ne trouve pas. Pourriez-vous épeler la rue et me donner le code postal?',
          'Rien ne sort. Avez-vous un numéro de compte sur une facture? Il commence par un huit.',
        ],
      },
      answer: {
        en: [
          'The postal code is {postal}.',
          '{account}, if I read it right in the dark.',
          '{street}, {town}, {postal}.',
        ],
        fr: ['Le code postal est {postal}.', '{account}, si je lis bien dans le noir.', '{street}, {town}, {postal}.'],
      },
      call: 'lookupAccount',
      arrows: [
        { event: 'AccountFound', to: 'Outage Lookup' },
        { event: 'NoAccountMatch', to: 'Handoff' },
      ],
    },
    {
      name: 'Outage Lookup',
      say: {
        en: [
          "I've got your account. Checking the outage map for feeder {feeder} now.",
          'Found you. One moment while I look at what the crews have reported near {street}.',
        ],
        fr: [
          "J'ai votre compte. Je vérifie la carte des pannes pour la ligne {feeder}.",
          'Je vous ai trouvé. Un instant, je regarde ce que les équipes ont signalé près de {street}.',
        ],
      },
      call: 'lookupOutage',
      arrows: [
        { event: 'OutageKnown', to: 'Give Estimate' },
        { event: 'OutageUnknown', to: 'Safety Check' },
      ],
    },
    {
      name: 'Safety Check',
      say: {
        en: [
          'Nobody has reported this yet. Do you see any wires down, or smell anything burning?',
          'Yours is the first report there. Before I send a crew: any sparks, smoke or fallen lines?',
        ],
        fr: [
          "Personne ne l'a encore signalée. Voyez-vous des fils au sol, ou sentez-vous une odeur de brûlé?",
          "Vous êtes la première personne à nous l'indiquer. Avant d'envoyer une équipe : des étincelles, de la fumée, des fils tombés?",
        ],
      },
      arrows: [
        {
          event: 'SafeToWait',
          to: 'Medical Priority',
          weight: 85,
          answer: {
            en: ['No, nothing like that.', 'Not that I can see from the window.', 'No wires down, just dark.'],
            fr: ['Non, rien de ça.', 'Pas que je voie par la fenêtre.', 'Aucun fil au sol, juste le noir.'],
          },
        },
        {
          event: 'HazardReported',
          to: 'Handoff',
          weight: 15,
          destination: 'Emergency Dispatch',
          feel: { anxiety: 0.5, risk: 1.2 },
          answer: {
            en: [
              'Yes! There is a wire on the sidewalk and kids walking by.',
              'The transformer is smoking, I can see it from here.',
            ],
            fr: [
              'Oui! Il y a un fil sur le trottoir et des enfants qui passent.',
              "Le transformateur fume, je le vois d'ici.",
            ],
          },
        },
      ],
    },
    {
      name: 'Medical Priority',
      say: {
        en: [
          'Does anyone at home rely on medical equipment, such as oxygen or a ventilator?',
          'Is there anybody at the address who depends on powered medical equipment?',
        ],
        fr: [
          "Quelqu'un à la maison dépend-il d'un appareil médical, comme l'oxygène ou un respirateur?",
          "Y a-t-il à cette adresse une personne qui dépend d'un appareil médical électrique?",
        ],
      },
      answer: {
        en: [
          'No, we are fine.',
          "My dad has an oxygen machine, there's maybe three hours of battery.",
          'No, just two very bored kids.',
          'My wife has a CPAP, but only at night.',
        ],
        fr: [
          'Non, ça va.',
          "Mon père a un concentrateur d'oxygène, il reste peut-être trois heures de batterie.",
          "Non, juste deux enfants qui s'ennuient.",
          'Ma femme a un CPAP, mais seulement la nuit.',
        ],
      },
      call: 'checkMedicalPriority',
      arrows: [
        { event: 'PriorityFlagged', to: 'Create Ticket' },
        { event: 'NoMedicalFlag', to: 'Create Ticket' },
      ],
    },
    {
      name: 'Create Ticket',
      say: {
        en: [
          "Thank you. I'm opening a ticket and sending it to the crew on duty.",
          'Noted. Let me get a crew assigned to {street}.',
        ],
        fr: [
          "Merci. J'ouvre un billet et je l'envoie à l'équipe de garde.",
          "C'est noté. Je fais assigner une équipe pour {street}.",
        ],
      },
      call: 'createOutageTicket',
      arrows: [{ event: 'TicketCreated', to: 'Give Estimate' }],
    },
    {
      name: 'Give Estimate',
      say: {
        en: [
          'Crew {crew} is on it and expects power back around {time}. Shall I text you when that changes?',
          'There are {customersOut} homes out on that line. The estimate is {time}. Would you like updates at {phoneSaid}?',
        ],
        fr: [
          "L'équipe {crew} y travaille et prévoit rétablir le courant vers {time}. Voulez-vous un texto si ça change?",
          'Il y a {customersOut} foyers touchés sur cette ligne. On prévoit {time}. Voulez-vous des nouvelles au {phoneSaid}?',
        ],
      },
      arrows: [
        {
          event: 'UpdatesAccepted',
          to: 'Subscribe',
          weight: 78,
          feel: { relief: 0.35, anxiety: -0.3, risk: -0.3 },
          answer: {
            en: ['Yes please, text me.', "That'd be great, thanks.", "Okay, {time} isn't bad. Yes, updates please."],
            fr: [
              "Oui, un texto, s'il vous plaît.",
              'Ce serait bien, merci.',
              "OK, {time}, ce n'est pas si pire. Oui pour les nouvelles.",
            ],
          },
        },
        {
          event: 'EstimateRejected',
          to: 'Handoff',
          weight: 22,
          feel: { anger: 0.5, frustration: 0.4, risk: 0.8 },
          answer: {
            en: ["{time}? You can't be serious. I have a business to run.", 'That is what they said yesterday too.'],
            fr: [
              "{time}? Vous n'êtes pas sérieux. J'ai un commerce à faire rouler.",
              "C'est ce qu'on m'a dit hier aussi.",
            ],
          },
        },
      ],
    },
    {
      name: 'Subscribe',
      call: 'subscribeToUpdates',
      arrows: [{ event: 'UpdatesOn', to: 'Wrap Up' }],
    },
  ],
  csr: {
    en: [
      'I called the control room: crew {crew} is two streets over and {street} is next.',
      "I've moved your ticket up. The new estimate is {time}, and I'll stay on it.",
      'There is a broken crossarm near {street}; they had to wait for the bucket truck.',
      "I've opened {ticket} with your number so the crew lead can ring you directly.",
    ],
    fr: [
      "J'ai appelé la salle de contrôle : l'équipe {crew} est à deux rues, {street} est la prochaine.",
      "J'ai fait monter votre billet. La nouvelle prévision est {time}, et je garde un œil dessus.",
      'Une traverse est brisée près de {street}; ils ont dû attendre la nacelle.',
      "J'ai ouvert le {ticket} avec votre numéro pour que le chef d'équipe vous appelle directement.",
    ],
  },
};
