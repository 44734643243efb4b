import { defineTexts } from './define-texts.ts';

/** Words for the reasons that campaigns, contacts and the do-not-call list give; part of `reason-texts.ts`. */
export const campaignReasons = defineTexts({
  en: {
    'unfillable-parameter': {
      what: 'The instance cannot be asked for this',
      means: 'Its API has no parameter for what you chose, and an answer that ignores it would mislead.',
      next: 'Take this filter away. An administrator can see on the API page what the instance offers.',
    },
    'illegal-state': {
      what: 'Its state does not allow this',
      means: 'The state changed since you saw it, or this verb is not legal in it. Nothing was carried out.',
      next: 'Look at the state as it is now; only what is legal in it is offered.',
    },
    'stale-revision': {
      what: 'Someone else changed it meanwhile',
      means: 'What you saw is no longer what the instance has. Nothing of yours was saved.',
      next: 'Look at the differences, then save again.',
    },
    'not-editable': {
      what: 'This field may not be changed in this state',
      means: 'The instance keeps some settings as they are once calls have begun. Nothing was saved.',
      next: 'Pause the campaign first, or duplicate it and change the copy.',
    },
    'in-call': {
      what: 'This contact is in a call',
      means: 'The instance does not change a contact while it is being called.',
      next: 'Wait until the call has ended, then try again.',
    },
    'not-reversible': {
      what: 'This import can no longer be reversed',
      means: 'The time in which the instance takes contacts out again is over.',
      next: 'Skip the contacts that should not be called.',
    },
    'offset-mismatch': {
      what: 'The instance has another part of the file than expected',
      means: 'The upload was continued elsewhere, or a part was lost on the way.',
      next: 'Resume the upload: it goes on from what the instance has.',
    },
  },
  fr: {
    'unfillable-parameter': {
      what: 'On ne peut pas demander cela à l’instance',
      means: 'Son API n’a pas de paramètre pour ce que vous avez choisi, et une réponse qui l’ignore tromperait.',
      next: 'Retirez ce filtre. Un administrateur voit sur la page API ce que l’instance offre.',
    },
    'illegal-state': {
      what: 'Son état ne le permet pas',
      means: 'L’état a changé depuis que vous l’avez vu, ou cette action n’y est pas permise. Rien n’a été fait.',
      next: 'Regardez l’état actuel ; seul ce qui y est permis est proposé.',
    },
    'stale-revision': {
      what: 'Quelqu’un d’autre l’a modifié entre-temps',
      means: 'Ce que vous avez vu n’est plus ce que l’instance a. Rien de votre part n’a été enregistré.',
      next: 'Regardez les différences, puis enregistrez de nouveau.',
    },
    'not-editable': {
      what: 'Ce champ ne peut pas être modifié dans cet état',
      means: 'L’instance garde certains réglages tels quels une fois les appels commencés. Rien n’a été enregistré.',
      next: 'Suspendez d’abord la campagne, ou dupliquez-la et modifiez la copie.',
    },
    'in-call': {
      what: 'Ce contact est en appel',
      means: 'L’instance ne modifie pas un contact pendant qu’on l’appelle.',
      next: 'Attendez la fin de l’appel, puis réessayez.',
    },
    'not-reversible': {
      what: 'Cette importation ne peut plus être annulée',
      means: 'Le délai pendant lequel l’instance retire les contacts est passé.',
      next: 'Ignorez les contacts qui ne devraient pas être appelés.',
    },
    'offset-mismatch': {
      what: 'L’instance a une autre partie du fichier que prévu',
      means: 'L’envoi a été continué ailleurs, ou une partie s’est perdue en chemin.',
      next: 'Reprenez l’envoi : il continue à partir de ce que l’instance a.',
    },
  },
});
