import { defineTexts } from './define-texts.ts';

/**
 * Words for the finer reasons of a failure: what happened, what it means, what to do next. A reason that is not here
 * is worded by its code (failure-texts.ts). `{{host}}` is the host of the failure.
 */
export const texts = defineTexts({
  en: {
    'not-watched': {
      what: 'This tenant is not watched',
      means: 'Alerts watch the tenant on screen and those whose rules you wrote; nothing was recorded of this one.',
      next: 'Switch to the tenant and let a few minutes of traffic pass.',
    },
    'too-many-windows': {
      what: 'Too many windows are open',
      means: 'Each window takes a share of this computer, so the console opens no more of them.',
      next: 'Close a window that you no longer watch, then try again.',
    },
    managed: {
      what: 'This is managed by your organization',
      means: 'Whoever manages this computer has decided it for everybody; it was left as it is.',
      next: 'Ask your administrator if it should be different for you.',
    },
    'no-display': {
      what: 'This screen is no longer connected',
      means: 'The wall was meant for a screen that this computer does not see now.',
      next: 'Connect the screen, or choose another one.',
    },
    'host-not-found': {
      what: '{{host}} was not found',
      means: 'No computer answers to this name: the instance name may be misspelt, or this network does not know it.',
      next: 'Check the instance name. Inside a company network, check that the VPN is on.',
    },
    'no-connection': {
      what: 'No connection to {{host}}',
      means: 'The name exists, but nothing answered there.',
      next: 'Check the network and the proxy, then try again.',
    },
    'not-dialai': {
      what: '{{host}} is not a Dialai sign-in service',
      means: 'Something answered, but not as the sign-in service of an instance does.',
      next: 'Check the instance name. If it is right, ask the administrator for the issuer address and enter it under Advanced.',
    },
    tls: {
      what: 'No secure connection to {{host}}',
      means: 'Its certificate is not trusted by this computer, so nothing was sent.',
      next: 'If your company inspects traffic, have its certificate installed on this computer. Otherwise tell the administrator of the instance.',
    },
    'discovery-without-pkce': {
      what: 'The sign-in service lacks a protection the console needs',
      means:
        'It does not offer PKCE with S256, without which an answer could be stolen on the way. The console does not go on without it.',
      next: 'Ask the administrator of the instance to switch on PKCE (S256) for this client.',
    },
    'issuer-mismatch': {
      what: 'The answer came from another sign-in service',
      means: 'The issuer it names is not the one of this connection, so the answer was thrown away.',
      next: 'Check the issuer under Advanced, letter by letter. If it is right, tell the administrator.',
    },
    'clock-skew': {
      what: 'The clocks do not agree',
      means:
        'This computer’s clock and that of {{host}} differ so much that tokens seem not yet valid, or already expired.',
      next: 'Set this computer’s clock to the right time and zone, then try again.',
    },
    denied: {
      what: 'The sign-in was refused in the browser',
      means: 'You, or the sign-in service, did not allow the console to use your account.',
      next: 'Try again and accept, or ask the administrator whether your account may use the console.',
    },
    'timed-out': {
      what: 'The sign-in took too long',
      means: 'The browser gave no answer in time, perhaps because its page was closed.',
      next: 'Start again, and finish in the browser before the time runs out.',
    },
    cancelled: {
      what: 'The sign-in was cancelled',
      means: 'Nothing was changed.',
      next: 'Start again when you are ready.',
    },
    'state-mismatch': {
      what: 'The answer does not belong to this sign-in',
      means: 'It may come from an older attempt, or from somebody else. It was thrown away.',
      next: 'Close old sign-in pages in the browser, then start again.',
    },
    'exchange-refused': {
      what: 'No access to this tenant',
      means:
        'You are signed in, but the sign-in service gave no token for this tenant. Other tenants are not affected.',
      next: 'Ask the administrator of the tenant to make you a member, then ask again.',
    },
    'no-tenants': {
      what: 'No tenant for this account',
      means: 'You are signed in, but the instance lists no tenant for you.',
      next: 'Ask the administrator to make you a member of a tenant, or add one by its name.',
    },
    'tenant-not-listed': {
      what: 'This tenant is not listed',
      means: 'It is not among the tenants of your account.',
      next: 'Choose another tenant, or add this one by its name.',
    },
    'tenant-name': {
      what: 'This is not the name of a tenant',
      means: 'A tenant’s name is the short one in your team’s addresses.',
      next: 'Use letters, digits and dashes, without spaces.',
    },
    'settings-corrupt': {
      what: 'The stored settings could not be read',
      means: 'The file was set aside and the usual values are in force.',
      next: 'Check the connection and your preferences.',
    },
    'managed-invalid': {
      what: 'The managed configuration could not be read',
      means: 'It was left out, so nothing is locked.',
      next: 'Tell whoever looks after this computer.',
    },
    'vault-corrupt': {
      what: 'The stored sign-in could not be read',
      means: 'It was set aside; nothing else is affected.',
      next: 'Sign in again.',
    },
    'vault-backend-changed': {
      what: 'This computer’s keyring has changed',
      means: 'The stored sign-in was locked with the former one and cannot be opened.',
      next: 'Sign in again to store it anew.',
    },
    'vault-write-failed': {
      what: 'The sign-in could not be stored',
      means: 'You stay signed in until the console is closed.',
      next: 'Check that the disk has room and that you may write to it.',
    },
    'port-in-use': {
      what: 'The port for the answer is taken',
      means: 'Another program uses the port that is set for the answer of the sign-in.',
      next: 'Close that program, or set the port to 0 under Advanced if your sign-in service allows it.',
    },
    'port-failed': {
      what: 'No port could be opened',
      means: 'This computer does not let the console wait for the answer of the sign-in.',
      next: 'Check the firewall or security software, or paste a token instead.',
    },
    'browser-failed': {
      what: 'The browser did not open',
      means: 'This computer could not open the sign-in page.',
      next: 'Check that a default browser is set, then try again, or paste a token instead.',
    },
    'token-expired': {
      what: 'The token has expired',
      means: 'Its time is over, so the instance no longer takes it.',
      next: 'Sign in again, or paste a newer token.',
    },
    'token-malformed': {
      what: 'This is not a token',
      means: 'A token (JWT) has three parts separated by dots. It may have been cut when it was copied.',
      next: 'Copy the whole token and paste it again.',
    },
    'token-rejected': {
      what: 'The instance does not take this token',
      means: 'It was revoked, or it was made for something else.',
      next: 'Sign in again, or paste another token.',
    },
    'token-of-other-tenant': {
      what: 'The pasted token serves another tenant',
      means: 'A pasted token is good for the tenant it was made for only.',
      next: 'Choose that tenant, or paste a token for this one.',
    },
    'invalid-grant': {
      what: 'Your sign-in is no longer valid',
      means: 'It was ended on the instance, used elsewhere, or left unused too long. Your drafts are kept.',
      next: 'Sign in again to go on where you were.',
    },
    'client-refused': {
      what: 'The sign-in service does not know this console',
      means: 'It refused the client ID of this connection.',
      next: 'Ask the administrator which client ID to use, and enter it under Advanced.',
    },
    'identity-refused': {
      what: 'The sign-in service refused the request',
      means: 'Something it asks for is set differently here: the scopes, the audience or the port.',
      next: 'Compare the values under Advanced with those the administrator gave you.',
    },
    'identity-answer': {
      what: 'The sign-in service answered in a way that does not hold',
      means: 'Its answer did not pass the checks, so it was thrown away.',
      next: 'Try again. If it happens again, copy the detail and send it to the administrator.',
    },
    'already-signed-in': {
      what: 'Somebody is signed in already',
      means: 'The console holds one session at a time.',
      next: 'Sign out first.',
    },
    'instance-name': {
      what: 'This is neither an instance name nor an address',
      means: 'A name has letters, digits and dashes, such as “acme”; an address begins with https://.',
      next: 'Correct it and try again.',
    },
    'not-https': {
      what: 'Only secure addresses are used',
      means: 'The address does not begin with https://, so what is sent there could be read on the way.',
      next: 'Use an address that begins with https://.',
    },
    'credentials-in-url': {
      what: 'The address holds a user name or password',
      means: 'Addresses are stored in the clear, so they must not carry secrets.',
      next: 'Take it out of the address.',
    },
    'audience-template': {
      what: 'The audience lacks {tenant}',
      means: 'Without it one token would be good for every tenant.',
      next: 'Put {tenant} where the tenant’s name belongs.',
    },
    'not-takeable': {
      what: 'This conversation cannot be taken over now',
      means: 'Only a conversation that the AI agent runs can be taken over.',
      next: 'Look at who has it now.',
    },
    undone: {
      what: 'Undone: nothing was sent',
      means: 'The command was taken back before its countdown ended.',
      next: 'Nothing needs to be done.',
    },
    'not-sent': {
      what: 'It was not sent',
      means: 'The session or the console ended, or the machine slept, before the countdown did.',
      next: 'Decide again in the list of held commands.',
    },
    'console-ended': {
      what: 'It is not known whether this took effect',
      means: 'The console ended while the command was on its way.',
      next: 'Look at the conversation before you do it again.',
    },
    'journal-read-failed': {
      what: 'The operator journal cannot be read',
      means: 'Its files could not be opened. Nothing in them was changed.',
      next: 'Check that you may read the console’s folder, then try again.',
    },
    'journal-write-failed': {
      what: 'The command could not be recorded',
      means: 'The console does nothing that it cannot record, so nothing was sent.',
      next: 'Check that the disk has room and that you may write to it, then try again.',
    },
    slow: {
      what: '{{host}} did not answer in time',
      means: 'It may be busy, or the network is slow.',
      next: 'Wait a moment and try again.',
    },
    'time-out': {
      what: 'The instance did not answer in time',
      means: 'It may be busy, or the network is slow.',
      next: 'Wait a moment and look again.',
    },
    'server-busy': {
      what: '{{host}} is busy',
      means: 'It asked to be called less often.',
      next: 'Wait a moment and try again.',
    },
    'embedded-failed': {
      what: 'The demo instance did not start',
      means: 'The pretended Dialai on this computer could not be started.',
      next: 'Start the console again. If it happens again, copy the detail and report it.',
    },
    'file-write-failed': {
      what: 'The file could not be written',
      means: 'The disk may be full, or you may not write to this folder.',
      next: 'Choose another place and save again.',
    },
    'print-failed': {
      what: 'The page could not be printed',
      means: 'The window may have closed meanwhile.',
      next: 'Try again.',
    },
    'unsafe-link': {
      what: 'This link is not opened',
      means: 'The console opens only secure web addresses.',
      next: 'If you trust it, copy the address into your browser.',
    },
    'openapi-too-large': {
      what: 'The API description is too large',
      means: 'The instance’s OpenAPI document exceeds what the console reads.',
      next: 'Tell the administrator of the instance. The console goes on with the last good copy.',
    },
    'openapi-too-deep': {
      what: 'The API description is nested too deeply',
      means: 'The instance’s OpenAPI document cannot be read safely.',
      next: 'Tell the administrator of the instance. The console goes on with the last good copy.',
    },
    'openapi-not-json': {
      what: 'The API description is not JSON',
      means: 'A page or something else came where the OpenAPI document should be.',
      next: 'Check the API address under Connection, Advanced.',
    },
    'openapi-version': {
      what: 'The API description has an unknown version',
      means: 'The console reads OpenAPI 3.0, 3.1 and 3.2.',
      next: 'Check the API address, or update the console.',
    },
    'openapi-malformed': {
      what: 'The API description is malformed',
      means: 'The OpenAPI document breaks its own rules, so the console does not trust it.',
      next: 'Tell the administrator of the instance. The console goes on with the last good copy.',
    },
    'board-not-json': {
      what: 'This file is not a board',
      means: 'It is not JSON, or it was cut short on its way.',
      next: 'Export the board again where it came from, and choose that file.',
    },
    'board-malformed': {
      what: 'This file is not a board',
      means:
        'It is JSON, but not of the shape that boards are exported in; the detail names the first part that is wrong.',
      next: 'Choose a file that Mission Control exported. Your board stays as it is.',
    },
    'override-malformed': {
      what: 'This place cannot be used',
      means: 'A place is a verb and a path that begins with one slash.',
      next: 'Choose a place from the document.',
    },
    'override-taken': {
      what: 'This place is taken',
      means: 'Another operation is bound to it by hand, and two cannot share one.',
      next: 'Free it there first, or choose another place.',
    },
    'wrong-content-type': {
      what: 'The instance answered with something else',
      means: 'A web page or another format came where data should be; a proxy may stand in between.',
      next: 'Check the API address and the network, then try again.',
    },
    'malformed-json': {
      what: 'The answer came broken',
      means: 'What came is no whole JSON: it was cut off on the way, or the instance has a fault.',
      next: 'Try again. If it stays so, send the detail to the administrator of the instance.',
    },
    'response-too-large': {
      what: 'The answer was too large',
      means: 'The instance answered with more than the console takes in at once.',
      next: 'Narrow what you ask for, or send the detail to the administrator of the instance.',
    },
    'unreadable-answer': {
      what: 'The answer could not be understood',
      means: 'The instance answered in a form that the console does not know.',
      next: 'Copy the detail and send it to the administrator of the instance.',
    },
    'not-connected': {
      what: 'No instance is connected',
      means: 'The console is not signed in yet, or the connection is being made.',
      next: 'Wait a moment, or sign in.',
    },
    silent: {
      what: 'The live stream fell silent',
      means: 'Nothing came for too long, not even a sign of life. The console connects again.',
      next: 'Wait a moment. If it stays so, check the network.',
    },
    ended: {
      what: 'The instance ended the live stream',
      means: 'It closed the connection. The console connects again and catches up.',
      next: 'Wait a moment.',
    },
  },
  fr: {
    'not-watched': {
      what: 'Ce locataire n’est pas surveillé',
      means:
        'Les alertes surveillent le locataire affiché et ceux dont vous avez écrit les règles ; rien n’a été enregistré de celui-ci.',
      next: 'Passez à ce locataire et laissez quelques minutes de trafic s’écouler.',
    },
    'too-many-windows': {
      what: 'Trop de fenêtres sont ouvertes',
      means: 'Chaque fenêtre prend une part de cet ordinateur ; la console n’en ouvre donc pas davantage.',
      next: 'Fermez une fenêtre que vous ne regardez plus, puis réessayez.',
    },
    managed: {
      what: 'Ceci est géré par votre organisation',
      means: 'La personne qui gère cet ordinateur l’a décidé pour tout le monde ; rien n’a été changé.',
      next: 'Demandez à votre administrateur si cela doit être différent pour vous.',
    },
    'no-display': {
      what: 'Cet écran n’est plus branché',
      means: 'Le mur était prévu pour un écran que cet ordinateur ne voit pas en ce moment.',
      next: 'Branchez l’écran, ou choisissez-en un autre.',
    },
    'host-not-found': {
      what: '{{host}} est introuvable',
      means:
        'Aucun ordinateur ne répond à ce nom : le nom de l’instance est peut-être mal écrit, ou ce réseau ne le connaît pas.',
      next: 'Vérifiez le nom de l’instance. Dans un réseau d’entreprise, vérifiez que le RPV est actif.',
    },
    'no-connection': {
      what: 'Pas de connexion à {{host}}',
      means: 'Le nom existe, mais rien n’y a répondu.',
      next: 'Vérifiez le réseau et le serveur mandataire, puis réessayez.',
    },
    'not-dialai': {
      what: '{{host}} n’est pas un service d’identification Dialai',
      means: 'Quelque chose a répondu, mais pas comme le fait le service d’identification d’une instance.',
      next: 'Vérifiez le nom de l’instance. S’il est juste, demandez l’adresse de l’émetteur à l’administrateur et saisissez-la dans les réglages avancés.',
    },
    tls: {
      what: 'Pas de connexion sûre à {{host}}',
      means: 'Cet ordinateur ne fait pas confiance à son certificat ; rien n’a donc été envoyé.',
      next: 'Si votre entreprise inspecte le trafic, faites installer son certificat sur cet ordinateur. Sinon, prévenez l’administrateur de l’instance.',
    },
    'discovery-without-pkce': {
      what: 'Il manque au service d’identification une protection nécessaire',
      means:
        'Il n’offre pas PKCE avec S256, sans quoi une réponse pourrait être volée en chemin. La console ne continue pas sans cela.',
      next: 'Demandez à l’administrateur de l’instance d’activer PKCE (S256) pour ce client.',
    },
    'issuer-mismatch': {
      what: 'La réponse vient d’un autre service d’identification',
      means: 'L’émetteur qu’elle nomme n’est pas celui de cette connexion ; elle a donc été écartée.',
      next: 'Vérifiez l’émetteur dans les réglages avancés, lettre par lettre. S’il est juste, prévenez l’administrateur.',
    },
    'clock-skew': {
      what: 'Les horloges ne concordent pas',
      means:
        'L’horloge de cet ordinateur et celle de {{host}} s’écartent tant que les jetons semblent pas encore valides, ou déjà expirés.',
      next: 'Mettez l’horloge de cet ordinateur à l’heure et au bon fuseau, puis réessayez.',
    },
    denied: {
      what: 'La connexion a été refusée dans le navigateur',
      means: 'Vous-même, ou le service d’identification, n’avez pas permis à la console d’utiliser votre compte.',
      next: 'Réessayez et acceptez, ou demandez à l’administrateur si votre compte peut utiliser la console.',
    },
    'timed-out': {
      what: 'La connexion a pris trop de temps',
      means: 'Le navigateur n’a pas répondu à temps, peut-être parce que sa page a été fermée.',
      next: 'Recommencez et terminez dans le navigateur avant la fin du délai.',
    },
    cancelled: {
      what: 'La connexion a été annulée',
      means: 'Rien n’a changé.',
      next: 'Recommencez quand vous serez prêt.',
    },
    'state-mismatch': {
      what: 'La réponse n’appartient pas à cette connexion',
      means: 'Elle peut venir d’un essai plus ancien, ou de quelqu’un d’autre. Elle a été écartée.',
      next: 'Fermez les anciennes pages d’identification du navigateur, puis recommencez.',
    },
    'exchange-refused': {
      what: 'Pas d’accès à ce locataire',
      means:
        'Vous êtes connecté, mais le service d’identification n’a pas donné de jeton pour ce locataire. Les autres locataires ne sont pas touchés.',
      next: 'Demandez à l’administrateur du locataire de vous en faire membre, puis redemandez.',
    },
    'no-tenants': {
      what: 'Aucun locataire pour ce compte',
      means: 'Vous êtes connecté, mais l’instance n’énumère aucun locataire pour vous.',
      next: 'Demandez à l’administrateur de vous faire membre d’un locataire, ou ajoutez-en un par son nom.',
    },
    'tenant-not-listed': {
      what: 'Ce locataire n’est pas dans la liste',
      means: 'Il ne figure pas parmi les locataires de votre compte.',
      next: 'Choisissez un autre locataire, ou ajoutez celui-ci par son nom.',
    },
    'tenant-name': {
      what: 'Ce n’est pas le nom d’un locataire',
      means: 'Le nom d’un locataire est le nom court des adresses de votre équipe.',
      next: 'Employez des lettres, des chiffres et des tirets, sans espace.',
    },
    'settings-corrupt': {
      what: 'Les réglages enregistrés étaient illisibles',
      means: 'Le fichier a été mis de côté et les valeurs habituelles sont en vigueur.',
      next: 'Vérifiez la connexion et vos préférences.',
    },
    'managed-invalid': {
      what: 'La configuration gérée était illisible',
      means: 'Elle a été laissée de côté ; rien n’est donc verrouillé.',
      next: 'Prévenez la personne qui s’occupe de cet ordinateur.',
    },
    'vault-corrupt': {
      what: 'La session enregistrée était illisible',
      means: 'Elle a été mise de côté ; rien d’autre n’est touché.',
      next: 'Reconnectez-vous.',
    },
    'vault-backend-changed': {
      what: 'Le trousseau de cet ordinateur a changé',
      means: 'La session enregistrée avait été verrouillée avec l’ancien et ne peut pas être ouverte.',
      next: 'Reconnectez-vous pour l’enregistrer de nouveau.',
    },
    'vault-write-failed': {
      what: 'La session n’a pas pu être enregistrée',
      means: 'Vous restez connecté jusqu’à la fermeture de la console.',
      next: 'Vérifiez que le disque a de la place et que vous pouvez y écrire.',
    },
    'port-in-use': {
      what: 'Le port de la réponse est pris',
      means: 'Un autre programme utilise le port prévu pour la réponse de l’identification.',
      next: 'Fermez ce programme, ou mettez le port à 0 dans les réglages avancés si votre service d’identification le permet.',
    },
    'port-failed': {
      what: 'Aucun port n’a pu être ouvert',
      means: 'Cet ordinateur ne laisse pas la console attendre la réponse de l’identification.',
      next: 'Vérifiez le pare-feu ou le logiciel de sécurité, ou collez plutôt un jeton.',
    },
    'browser-failed': {
      what: 'Le navigateur ne s’est pas ouvert',
      means: 'Cet ordinateur n’a pas pu ouvrir la page d’identification.',
      next: 'Vérifiez qu’un navigateur par défaut est choisi, puis réessayez, ou collez plutôt un jeton.',
    },
    'token-expired': {
      what: 'Le jeton a expiré',
      means: 'Sa durée est écoulée ; l’instance ne l’accepte plus.',
      next: 'Reconnectez-vous, ou collez un jeton plus récent.',
    },
    'token-malformed': {
      what: 'Ce n’est pas un jeton',
      means: 'Un jeton (JWT) a trois parties séparées par des points. Il a peut-être été coupé à la copie.',
      next: 'Copiez le jeton en entier et collez-le de nouveau.',
    },
    'token-rejected': {
      what: 'L’instance n’accepte pas ce jeton',
      means: 'Il a été révoqué, ou il a été fait pour autre chose.',
      next: 'Reconnectez-vous, ou collez un autre jeton.',
    },
    'token-of-other-tenant': {
      what: 'Le jeton collé sert à un autre locataire',
      means: 'Un jeton collé ne vaut que pour le locataire pour lequel il a été fait.',
      next: 'Choisissez ce locataire-là, ou collez un jeton pour celui-ci.',
    },
    'invalid-grant': {
      what: 'Votre connexion n’est plus valide',
      means:
        'Elle a été close sur l’instance, utilisée ailleurs, ou laissée trop longtemps sans emploi. Vos brouillons sont gardés.',
      next: 'Reconnectez-vous pour reprendre où vous étiez.',
    },
    'client-refused': {
      what: 'Le service d’identification ne connaît pas cette console',
      means: 'Il a refusé l’identifiant du client de cette connexion.',
      next: 'Demandez à l’administrateur quel identifiant employer et saisissez-le dans les réglages avancés.',
    },
    'identity-refused': {
      what: 'Le service d’identification a refusé la demande',
      means: 'Un réglage diffère de ce qu’il attend : les portées, le destinataire ou le port.',
      next: 'Comparez les réglages avancés avec ceux que l’administrateur vous a donnés.',
    },
    'identity-answer': {
      what: 'La réponse du service d’identification ne tient pas',
      means: 'Elle n’a pas passé les vérifications ; elle a donc été écartée.',
      next: 'Réessayez. Si cela se répète, copiez le détail et envoyez-le à l’administrateur.',
    },
    'already-signed-in': {
      what: 'Quelqu’un est déjà connecté',
      means: 'La console tient une session à la fois.',
      next: 'Déconnectez-vous d’abord.',
    },
    'instance-name': {
      what: 'Ce n’est ni un nom d’instance ni une adresse',
      means: 'Un nom a des lettres, des chiffres et des tirets, comme « acme » ; une adresse commence par https://.',
      next: 'Corrigez et réessayez.',
    },
    'not-https': {
      what: 'Seules les adresses sûres sont employées',
      means: 'L’adresse ne commence pas par https:// ; ce qui y est envoyé pourrait être lu en chemin.',
      next: 'Prenez une adresse qui commence par https://.',
    },
    'credentials-in-url': {
      what: 'L’adresse contient un nom d’utilisateur ou un mot de passe',
      means: 'Les adresses sont enregistrées en clair ; elles ne doivent porter aucun secret.',
      next: 'Retirez-le de l’adresse.',
    },
    'audience-template': {
      what: 'Il manque {tenant} au destinataire',
      means: 'Sans cela, un même jeton vaudrait pour tous les locataires.',
      next: 'Mettez {tenant} à la place du nom du locataire.',
    },
    'not-takeable': {
      what: 'On ne peut pas prendre la main maintenant',
      means: 'On ne prend la main que sur une conversation menée par l’agent IA.',
      next: 'Regardez qui l’a maintenant.',
    },
    undone: {
      what: 'Annulé : rien n’a été envoyé',
      means: 'La commande a été reprise avant la fin du compte à rebours.',
      next: 'Il n’y a rien à faire.',
    },
    'not-sent': {
      what: 'La commande n’a pas été envoyée',
      means: 'La session ou la console a pris fin, ou l’ordinateur était en veille, avant la fin du compte à rebours.',
      next: 'Décidez de nouveau dans la liste des commandes en attente.',
    },
    'console-ended': {
      what: 'On ne sait pas si la commande a pris effet',
      means: 'La console a pris fin pendant l’envoi.',
      next: 'Regardez la conversation avant de recommencer.',
    },
    'journal-read-failed': {
      what: 'Le journal de l’opérateur ne peut pas être lu',
      means: 'Ses fichiers n’ont pas pu être ouverts. Rien n’y a été modifié.',
      next: 'Vérifiez que vous pouvez lire le dossier de la console, puis réessayez.',
    },
    'journal-write-failed': {
      what: 'La commande n’a pas pu être consignée',
      means: 'La console ne fait rien qu’elle ne puisse consigner ; rien n’a donc été envoyé.',
      next: 'Vérifiez que le disque a de la place et que vous pouvez y écrire, puis réessayez.',
    },
    slow: {
      what: '{{host}} n’a pas répondu à temps',
      means: 'Il est peut-être débordé, ou le réseau est lent.',
      next: 'Patientez un moment et réessayez.',
    },
    'time-out': {
      what: 'L’instance n’a pas répondu à temps',
      means: 'Elle est peut-être débordée, ou le réseau est lent.',
      next: 'Patientez un moment et regardez de nouveau.',
    },
    'server-busy': {
      what: '{{host}} est débordé',
      means: 'Il demande moins d’appels.',
      next: 'Patientez un moment et réessayez.',
    },
    'embedded-failed': {
      what: 'L’instance de démonstration n’a pas démarré',
      means: 'Le Dialai simulé de cet ordinateur n’a pas pu être lancé.',
      next: 'Redémarrez la console. Si cela se répète, copiez le détail et signalez-le.',
    },
    'file-write-failed': {
      what: 'Le fichier n’a pas pu être écrit',
      means: 'Le disque est peut-être plein, ou ce dossier vous est fermé.',
      next: 'Choisissez un autre endroit et enregistrez de nouveau.',
    },
    'print-failed': {
      what: 'La page n’a pas pu être imprimée',
      means: 'La fenêtre s’est peut-être fermée entre-temps.',
      next: 'Réessayez.',
    },
    'unsafe-link': {
      what: 'Ce lien n’est pas ouvert',
      means: 'La console n’ouvre que des adresses Web sûres.',
      next: 'Si vous lui faites confiance, copiez l’adresse dans votre navigateur.',
    },
    'openapi-too-large': {
      what: 'La description de l’API est trop grande',
      means: 'Le document OpenAPI de l’instance dépasse ce que la console lit.',
      next: 'Prévenez l’administrateur de l’instance. La console continue avec la dernière bonne copie.',
    },
    'openapi-too-deep': {
      what: 'La description de l’API est trop imbriquée',
      means: 'Le document OpenAPI de l’instance ne peut pas être lu sans risque.',
      next: 'Prévenez l’administrateur de l’instance. La console continue avec la dernière bonne copie.',
    },
    'openapi-not-json': {
      what: 'La description de l’API n’est pas du JSON',
      means: 'Une page ou autre chose est venue à la place du document OpenAPI.',
      next: 'Vérifiez l’adresse de l’API dans Connexion, réglages avancés.',
    },
    'openapi-version': {
      what: 'La description de l’API a une version inconnue',
      means: 'La console lit OpenAPI 3.0, 3.1 et 3.2.',
      next: 'Vérifiez l’adresse de l’API, ou mettez la console à jour.',
    },
    'openapi-malformed': {
      what: 'La description de l’API est mal formée',
      means: 'Le document OpenAPI enfreint ses propres règles ; la console ne s’y fie pas.',
      next: 'Prévenez l’administrateur de l’instance. La console continue avec la dernière bonne copie.',
    },
    'board-not-json': {
      what: 'Ce fichier n’est pas un tableau',
      means: 'Ce n’est pas du JSON, ou il a été coupé en chemin.',
      next: 'Exportez de nouveau le tableau d’où il vient, et choisissez ce fichier.',
    },
    'board-malformed': {
      what: 'Ce fichier n’est pas un tableau',
      means:
        'C’est du JSON, mais pas de la forme dans laquelle les tableaux sont exportés ; le détail nomme la première partie fautive.',
      next: 'Choisissez un fichier exporté par le centre de contrôle. Votre tableau reste tel quel.',
    },
    'override-malformed': {
      what: 'Cet endroit ne peut pas servir',
      means: 'Un endroit est un verbe et un chemin qui commence par une seule barre oblique.',
      next: 'Choisissez un endroit du document.',
    },
    'override-taken': {
      what: 'Cet endroit est pris',
      means: 'Une autre opération y est liée à la main, et deux ne peuvent le partager.',
      next: 'Libérez-le là-bas d’abord, ou choisissez un autre endroit.',
    },
    'wrong-content-type': {
      what: 'L’instance a répondu autre chose',
      means:
        'Une page Web ou un autre format est venu à la place des données ; un serveur mandataire s’interpose peut-être.',
      next: 'Vérifiez l’adresse de l’API et le réseau, puis réessayez.',
    },
    'malformed-json': {
      what: 'La réponse est arrivée abîmée',
      means: 'Ce qui est venu n’est pas du JSON entier : la réponse a été coupée en route, ou l’instance a un défaut.',
      next: 'Réessayez. Si cela persiste, envoyez le détail à l’administrateur de l’instance.',
    },
    'response-too-large': {
      what: 'La réponse était trop grande',
      means: 'L’instance a répondu plus que la console n’en prend à la fois.',
      next: 'Demandez moins à la fois, ou envoyez le détail à l’administrateur de l’instance.',
    },
    'unreadable-answer': {
      what: 'La réponse n’a pas pu être comprise',
      means: 'L’instance a répondu sous une forme que la console ne connaît pas.',
      next: 'Copiez le détail et envoyez-le à l’administrateur de l’instance.',
    },
    'not-connected': {
      what: 'Aucune instance n’est connectée',
      means: 'La console n’est pas encore connectée, ou la connexion s’établit.',
      next: 'Patientez un moment, ou connectez-vous.',
    },
    silent: {
      what: 'Le flux en direct s’est tu',
      means: 'Rien n’est venu depuis trop longtemps, pas même un signe de vie. La console se reconnecte.',
      next: 'Patientez un moment. Si cela dure, vérifiez le réseau.',
    },
    ended: {
      what: 'L’instance a clos le flux en direct',
      means: 'Elle a fermé la connexion. La console se reconnecte et rattrape le retard.',
      next: 'Patientez un moment.',
    },
  },
});
