import type { Criterion } from './quality.ts';

const WORDS = {
  en: {
    safe: [
      'Safety and privacy',
      'The customer was verified before anything personal was told; nothing unsafe was advised.',
    ],
    right: ['Right answer', 'What was said is true and solves what the customer came for.'],
    understood: ['Understood the customer', 'The reason for the contact was found without asking twice.'],
    tone: ['Tone', 'Polite, calm and in plain words, above all where the customer was unhappy.'],
    steps: ['Procedure followed', 'Required steps, functions and disclosures were done.'],
    closed: ['Closed well', 'What happens next is clear, and the customer was asked whether anything is left.'],
  },
  fr: {
    safe: [
      'Sécurité et vie privée',
      'L’identité a été vérifiée avant de dire quoi que ce soit de personnel; aucun conseil risqué.',
    ],
    right: ['Réponse juste', 'Ce qui a été dit est vrai et règle ce pour quoi la personne a pris contact.'],
    understood: ['Compréhension', 'Le motif du contact a été trouvé sans le faire répéter.'],
    tone: ['Ton', 'Poli, calme et en mots simples, surtout quand la personne était mécontente.'],
    steps: ['Procédure suivie', 'Les étapes, fonctions et mentions exigées y sont.'],
    closed: ['Bonne conclusion', 'La suite est claire, et on a demandé s’il restait quelque chose.'],
  },
} as const;

const SHAPES = [
  ['safe', 'pass-fail', 20, true],
  ['right', 'scale', 25, false],
  ['understood', 'scale', 15, false],
  ['tone', 'scale', 15, false],
  ['steps', 'pass-fail', 15, false],
  ['closed', 'pass-fail', 10, false],
] as const;

/** What a tenant's conversations are judged by until somebody edits it: few criteria, one of which fails all. */
export function defaultCriteria(language: 'en' | 'fr'): readonly Criterion[] {
  return SHAPES.map(([id, kind, weight, autoFail]) => {
    const [name, help] = WORDS[language][id];
    return { id, name, help, kind, weight, autoFail };
  });
}
