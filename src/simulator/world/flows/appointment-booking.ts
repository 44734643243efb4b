import type { FlowScript } from './flow-script.ts';

export const appointmentBooking: FlowScript = {
  id: 'appointment-booking',
  name: 'Appointment Booking',
  version: 12,
  skills: ['Front Desk'],
  callReason: 'Appointment',
  feel: { curiosity: 0.2, anxiety: 0.2 },
  states: [
    {
      name: 'Initial',
      answer: {
        en: [
          "I'd like to see {doctor} about {reason}.",
          'Can I get an appointment this week?',
          'I need to move my appointment on {date}.',
          "My son has {reason} and I'd like somebody to look at him.",
          "I'm due for my annual check-up with {doctor}.",
          'Do you have anything earlier than {altDate}?',
        ],
        fr: [
          "J'aimerais voir {doctor} pour {reason}.",
          "Est-ce possible d'avoir un rendez-vous cette semaine?",
          'Je dois déplacer mon rendez-vous du {date}.',
          "Mon fils a {reason} et j'aimerais que quelqu'un l'examine.",
          "C'est le temps de mon examen annuel avec {doctor}.",
          'Avez-vous quelque chose avant le {altDate}?',
        ],
      },
      arrows: [{ event: 'VisitRequested', to: 'Verify Patient' }],
    },
    {
      name: 'Verify Patient',
      say: {
        en: [
          'Of course. May I have your full name and the phone number in your file?',
          "I can help with that. What's the name and phone number on the chart?",
        ],
        fr: [
          'Bien sûr. Puis-je avoir votre nom complet et le numéro de téléphone au dossier?',
          'Je peux vous aider. Quel est le nom et le téléphone au dossier?',
        ],
      },
      answer: {
        en: [
          '{name}, {phoneSaid}.',
          "It's {name}. My number is {phoneSaid}.",
          '{name}. I may have changed numbers since; now {phoneSaid}.',
        ],
        fr: [
          '{name}, {phoneSaid}.',
          "C'est {name}. Mon numéro est le {phoneSaid}.",
          "{name}. J'ai peut-être changé de numéro; c'est le {phoneSaid}.",
        ],
      },
      call: 'verifyPatient',
      arrows: [
        { event: 'PatientVerified', to: 'Urgency' },
        { event: 'NoPatientMatch', to: 'Handoff' },
      ],
    },
    {
      name: 'Urgency',
      say: {
        en: [
          'Thank you. Is there chest pain, trouble breathing or a high fever right now?',
          'Before I look at times: any severe pain, bleeding or trouble breathing today?',
        ],
        fr: [
          'Merci. Y a-t-il une douleur à la poitrine, de la difficulté à respirer ou une forte fièvre en ce moment?',
          "Avant de regarder les heures : douleur intense, saignement ou difficulté à respirer aujourd'hui?",
        ],
      },
      arrows: [
        {
          event: 'Routine',
          to: 'Find Time',
          weight: 88,
          answer: {
            en: [
              'No, nothing like that.',
              'No, it can wait a few days.',
              "Just {reason}, it's more annoying than anything.",
            ],
            fr: [
              'Non, rien de tel.',
              'Non, ça peut attendre quelques jours.',
              "Juste {reason}, c'est plus fatigant qu'autre chose.",
            ],
          },
        },
        {
          event: 'UrgentSymptoms',
          to: 'Handoff',
          weight: 12,
          destination: 'Nurse Line',
          feel: { anxiety: 0.6, risk: 1.4 },
          answer: {
            en: ['My chest feels tight, actually. Since this morning.', "He's at 39.8 and won't drink."],
            fr: ["J'ai la poitrine serrée, en fait. Depuis ce matin.", 'Il est à 39,8 et ne veut pas boire.'],
          },
        },
      ],
    },
    {
      name: 'Find Time',
      say: {
        en: ["Let me look at {doctor}'s calendar.", 'Good. Checking open times from {date} on.'],
        fr: ["Je regarde l'horaire de {doctor}.", 'Bien. Je vérifie les heures libres à partir du {date}.'],
      },
      call: 'searchAvailability',
      arrows: [
        { event: 'SlotsFound', to: 'Offer Time' },
        { event: 'NoSlots', to: 'Waiting List' },
      ],
    },
    {
      name: 'Offer Time',
      say: {
        en: [
          '{doctor} has {date} at {time}. Does that suit you?',
          'I can offer {date}, {time}, with {doctor}. Shall I take it?',
        ],
        fr: [
          '{doctor} a le {date} à {time}. Est-ce que ça vous convient?',
          'Je peux vous offrir le {date}, {time}, avec {doctor}. Je le prends?',
        ],
      },
      answer: {
        en: [
          'That works, thank you.',
          "{time} is tight with school, but I'll manage.",
          'Yes, book it please.',
          'Perfect, {date}.',
        ],
        fr: [
          'Ça marche, merci.',
          "{time}, c'est serré avec l'école, mais je vais m'arranger.",
          "Oui, réservez-le, s'il vous plaît.",
          'Parfait, le {date}.',
        ],
      },
      call: 'bookAppointment',
      arrows: [
        { event: 'AppointmentBooked', to: 'Wrap Up' },
        { event: 'SlotTaken', to: 'Find Time' },
      ],
    },
    {
      name: 'Waiting List',
      say: {
        en: [
          "There's nothing open before {altDate}. I can put you on the waiting list, or ask the front desk. What do you prefer?",
        ],
        fr: [
          "Il n'y a rien avant le {altDate}. Je peux vous mettre sur la liste d'attente, ou demander à la réception. Que préférez-vous?",
        ],
      },
      arrows: [
        {
          event: 'ListAccepted',
          to: 'Wrap Up',
          weight: 60,
          answer: {
            en: ['The list is okay.', 'Put me on it, I can come on short notice.'],
            fr: ["La liste, c'est correct.", 'Mettez-moi dessus, je peux venir à la dernière minute.'],
          },
        },
        {
          event: 'DeskRequested',
          to: 'Handoff',
          weight: 40,
          feel: { frustration: 0.3, risk: 0.4 },
          answer: {
            en: ["I can't wait that long. Ask the desk please.", 'Somebody must be able to fit me in.'],
            fr: [
              'Je ne peux pas attendre si longtemps. Demandez à la réception.',
              "Quelqu'un doit bien pouvoir me prendre.",
            ],
          },
        },
      ],
    },
  ],
  csr: {
    en: [
      "I spoke with {doctor}'s nurse. We can squeeze you in on {date} at {time}.",
      'Somebody just cancelled, so {date} at {time} is yours if you want it.',
      "I've updated your phone number on the chart, that's why it did not match.",
    ],
    fr: [
      "J'ai parlé à l'infirmière de {doctor}. On peut vous glisser le {date} à {time}.",
      "Quelqu'un vient d'annuler, donc le {date} à {time} est à vous si vous voulez.",
      "J'ai mis à jour votre numéro au dossier, c'est pour ça qu'il ne concordait pas.",
    ],
  },
};
