import { defineTexts } from '../../i18n/define-texts.ts';

/** Words for links to conversations and for conversations in windows of their own. */
export const texts = defineTexts({
  en: {
    copyLink: 'Copy a link to this conversation',
    copyMessageLink: 'Copy a link to this message',
    linkCopied: 'Link copied',
    tearOff: 'Open in its own window',
    noTenantTitle: 'This link leads to another tenant',
    noTenant: '“{{tenant}}” is not among the tenants of your account on this instance.',
    openLive: 'Open Live View',
    messageMissing: 'The message of the link is not in this conversation.',
    windowTitle: 'Conversation {{id}}',
  },
  fr: {
    copyLink: 'Copier un lien vers cette conversation',
    copyMessageLink: 'Copier un lien vers ce message',
    linkCopied: 'Lien copié',
    tearOff: 'Ouvrir dans sa propre fenêtre',
    noTenantTitle: 'Ce lien mène à un autre locataire',
    noTenant: '« {{tenant}} » n’est pas parmi les locataires de votre compte sur cette instance.',
    openLive: 'Ouvrir la vue en direct',
    messageMissing: 'Le message visé par le lien n’est pas dans cette conversation.',
    windowTitle: 'Conversation {{id}}',
  },
});
