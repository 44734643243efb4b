import type { SameKeys } from '../../../i18n/define-texts.ts';
import type { en } from './texts-en.ts';

/** Canned replies in French. */
export const fr = {
  open: 'Réponses types…',
  title: 'Réponses types',
  find: 'Chercher une réponse',
  list: 'Réponses',
  hint: '↑ ↓ choisit, Entrée insère au curseur',
  none: 'Il n’y a pas encore de réponse type.',
  noMatch: 'Aucune réponse ne correspond.',
  tooLong: 'Rien n’a été inséré : le texte serait trop long.',
  unfilled: 'Écrivez d’abord quelque chose à la place de {{names}} : sa valeur n’est pas connue ici.',
  language: { en: 'Anglais', fr: 'Français' },
  edit: 'Modifier les réponses…',
  editTitle: 'Modifier les réponses types',
  means:
    'Elles sont gardées sur cet appareil, pour cet espace. {contact}, {agent} et {tenant} sont remplis quand une réponse est insérée.',
  add: 'Ajouter une réponse',
  full: 'Il y en a autant qu’on peut en garder.',
  untitled: 'Sans titre',
  name: 'Titre',
  delete: 'Supprimer',
  deleted: '« {{name}} » est supprimée.',
  undo: 'Annuler la suppression',
  unknown: '{{names}} n’est pas rempli : seuls {contact}, {agent} et {tenant} le sont.',
  save: 'Enregistrer les réponses',
  nothingChanged: 'Rien n’a été modifié.',
  incomplete: '« {{name}} » doit avoir un titre et un texte dans une langue au moins.',
} as const satisfies SameKeys<typeof en>;
