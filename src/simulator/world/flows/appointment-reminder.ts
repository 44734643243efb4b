import type { FlowScript } from './flow-script.ts';

export const appointmentReminder: FlowScript = {
  id: 'appointment-reminder',
  name: 'Appointment Reminder',
  version: 6,
  skills: ['Front Desk'],
  callReason: 'Appointment reminder',
  feel: { curiosity: 0.15 },
  states: [
    {
      name: 'Initial',
      say: {
        en: [
          'Hello {first}, this is {agent} from {company}. You have a visit with {doctor} on {date} at {time}. Can you make it?',
          'Hi {first}, a reminder from {company}: {doctor}, {date}, {time}. Will you be there?',
        ],
        fr: [
          'Bonjour {first}, ici {agent} de {company}. Vous avez rendez-vous avec {doctor} le {date} à {time}. Pourrez-vous y être?',
          'Bonjour {first}, un rappel de {company} : {doctor}, le {date}, {time}. Serez-vous présent?',
        ],
      },
      arrows: [
        {
          event: 'Confirmed',
          to: 'Wrap Up',
          weight: 62,
          feel: { satisfaction: 0.25, risk: -0.2 },
          answer: {
            en: ['Yes, I will be there.', "Yep, it's in my calendar.", 'Confirmed, thanks for the reminder.'],
            fr: ['Oui, je serai là.', "Oui, c'est à mon agenda.", 'Confirmé, merci du rappel.'],
          },
        },
        {
          event: 'RescheduleAsked',
          to: 'Find Time',
          weight: 30,
          feel: { frustration: 0.1 },
          answer: {
            en: ["I can't make it that day. Anything around {altDate}?", 'Something came up at work, could I move it?'],
            fr: [
              'Je ne pourrai pas ce jour-là. Quelque chose autour du {altDate}?',
              "J'ai un empêchement au travail, je peux le déplacer?",
            ],
          },
        },
        {
          event: 'WrongPerson',
          to: 'Handoff',
          weight: 8,
          feel: { confusion: 0.5, risk: 0.3 },
          answer: {
            en: ['I think you have the wrong number.', 'I never booked that.'],
            fr: ['Je pense que vous avez le mauvais numéro.', "Je n'ai jamais pris ce rendez-vous."],
          },
        },
      ],
    },
    {
      name: 'Find Time',
      say: {
        en: ['No problem, let me see what else {doctor} has.'],
        fr: ["Aucun problème, je regarde ce que {doctor} a d'autre."],
      },
      call: 'searchAvailability',
      arrows: [
        { event: 'SlotsFound', to: 'Offer Time' },
        { event: 'NoSlots', to: 'Handoff' },
      ],
    },
    {
      name: 'Offer Time',
      say: {
        en: ['{altDate} at {time} is open. Shall I move it there?'],
        fr: ['Le {altDate} à {time} est libre. Je le déplace là?'],
      },
      answer: {
        en: ['Yes, much better.', 'Okay, {altDate} works.', 'Please do.'],
        fr: ["Oui, c'est beaucoup mieux.", 'OK, le {altDate}, ça marche.', "Oui, s'il vous plaît."],
      },
      call: 'bookAppointment',
      arrows: [
        { event: 'AppointmentBooked', to: 'Wrap Up' },
        { event: 'SlotTaken', to: 'Find Time' },
      ],
    },
  ],
  csr: {
    en: [
      "I've moved it to {altDate} at {time} and cancelled the old one.",
      "I've taken this number off the reminder list, sorry about that.",
    ],
    fr: [
      "Je l'ai déplacé au {altDate} à {time} et j'ai annulé l'ancien.",
      "J'ai retiré ce numéro de la liste de rappels, désolé.",
    ],
  },
};
