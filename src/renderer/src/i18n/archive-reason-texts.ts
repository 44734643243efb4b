import { defineTexts } from './define-texts.ts';

/** Words for the reasons that the archive, the offline desk and the inbox give; part of `reason-texts.ts`. */
export const archiveReasons = defineTexts({
  en: {
    'bad-pattern': {
      what: 'This regular expression cannot be read',
      means: 'It is not written as JavaScript’s expressions are, so nothing was searched.',
      next: 'Check brackets and backslashes, or search for words instead.',
    },
    'slow-pattern': {
      what: 'This regular expression takes too long',
      means: 'It was stopped after two seconds; repetitions inside repetitions are the usual cause.',
      next: 'Make it simpler, or narrow the search by words first.',
    },
    'pattern-needs-desk': {
      what: 'Regular expressions are looked for on this machine alone',
      means: 'The instance has no place for them, and the offline desk, which does, is not open.',
      next: 'Turn on the offline desk to search what you opened or pinned, or search for words.',
    },
    'review-finished': {
      what: 'This review is finished',
      means: 'It was finished in another window meanwhile, so the change was not kept.',
      next: 'Re-open the review, then change it.',
    },
    'review-incomplete': {
      what: 'The review is not complete',
      means: 'At least one criterion has neither a mark nor “does not apply”.',
      next: 'Mark every criterion, then finish.',
    },
    'desk-closed': {
      what: 'The offline desk is not open',
      means: 'It is off, still opening, or this computer has no vault that protects its key.',
      next: 'Turn it on, or wait a moment and try again.',
    },
    'not-assigned': {
      what: 'This conversation is not yours any more',
      means: 'It ended, went back to the queue, or somebody else has it. Nothing was done.',
      next: 'Look at the inbox as it is now.',
    },
    'cursor-expired': {
      what: 'The instance no longer knows where the list ended',
      means: 'It was restarted, or it was too long ago. What was read before is still here.',
      next: 'Go on from here: the console finds the place again. Or read the list from its beginning.',
    },
  },
  fr: {
    'bad-pattern': {
      what: 'Cette expression régulière est illisible',
      means: 'Elle n’est pas écrite comme celles de JavaScript; rien n’a été cherché.',
      next: 'Vérifiez les parenthèses et les barres obliques inverses, ou cherchez des mots.',
    },
    'slow-pattern': {
      what: 'Cette expression régulière prend trop de temps',
      means:
        'Elle a été arrêtée après deux secondes; des répétitions dans des répétitions en sont la cause habituelle.',
      next: 'Simplifiez-la, ou précisez d’abord la recherche par des mots.',
    },
    'pattern-needs-desk': {
      what: 'Les expressions régulières ne se cherchent que sur cet ordinateur',
      means: 'L’instance n’a pas de place pour elles, et le bureau hors ligne, qui en a une, n’est pas ouvert.',
      next: 'Activez le bureau hors ligne pour chercher dans ce qui a été ouvert ou épinglé, ou cherchez des mots.',
    },
    'review-finished': {
      what: 'Cette évaluation est terminée',
      means: 'Elle a été terminée entre-temps dans une autre fenêtre; le changement n’a pas été gardé.',
      next: 'Rouvrez l’évaluation, puis changez-la.',
    },
    'review-incomplete': {
      what: 'L’évaluation est incomplète',
      means: 'Au moins un critère n’a ni note ni « sans objet ».',
      next: 'Notez chaque critère, puis terminez.',
    },
    'desk-closed': {
      what: 'Le bureau hors ligne n’est pas ouvert',
      means: 'Il est désactivé, en cours d’ouverture, ou cet ordinateur n’a pas de coffre qui protège sa clé.',
      next: 'Activez-le, ou attendez un instant et recommencez.',
    },
    'not-assigned': {
      what: 'Cette conversation n’est plus à vous',
      means: 'Elle est terminée, retournée en file, ou quelqu’un d’autre l’a. Rien n’a été fait.',
      next: 'Regardez la boîte telle qu’elle est maintenant.',
    },
    'cursor-expired': {
      what: 'L’instance ne sait plus où la liste finissait',
      means: 'Elle a redémarré, ou c’était il y a trop longtemps. Ce qui a été lu est encore ici.',
      next: 'Continuez d’ici : la console retrouve l’endroit. Ou relisez la liste depuis le début.',
    },
  },
});
