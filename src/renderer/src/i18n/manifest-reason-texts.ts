import { defineTexts } from './define-texts.ts';

/** Words for why a manifest is not read, checked or uploaded. */
export const manifestReasons = defineTexts({
  en: {
    'manifest-unreadable': {
      what: 'The file cannot be read',
      means: 'It is gone, it is a folder, or this account may not read it.',
      next: 'Check where the file is, then choose it again.',
    },
    'manifest-empty': {
      what: 'The file is empty',
      means: 'There is not a single character in it.',
      next: 'Export the contacts again, then choose the new file.',
    },
    'manifest-too-large': {
      what: 'The file is too large',
      means: 'The console reads manifests of at most 2 GB.',
      next: 'Split the file and import its parts one after another.',
    },
    'manifest-binary': {
      what: 'The file is no text',
      means: 'It holds bytes that no text file has, or an encoding that spreadsheets do not write.',
      next: 'Save the contacts as CSV in UTF-8 or as XLSX.',
    },
    'manifest-old-excel': {
      what: 'The file is an old or a protected Excel workbook',
      means: 'Workbooks of before 2007 and those with a password cannot be read.',
      next: 'Save it as XLSX without a password, or as CSV.',
    },
    'manifest-not-a-table': {
      what: 'The file is no table',
      means: 'It is a page or a data format of programs, whatever its name says.',
      next: 'Export the contacts as CSV or XLSX.',
    },
    'manifest-too-many-columns': {
      what: 'The file has too many columns',
      means: 'A manifest has at most 500. With a wrong delimiter every word may become a column.',
      next: 'Delete columns that are not needed, or check the delimiter.',
    },
    'manifest-row-too-long': {
      what: 'A row of the file never ends',
      means:
        'More than 64 MB without the end of a row: the delimiter or the encoding is wrong, or the file is no table.',
      next: 'Check how the file is read, or export it again.',
    },
    'manifest-workbook-broken': {
      what: 'The workbook is damaged',
      means: 'Its parts contradict each other or are cut off.',
      next: 'Open it in a spreadsheet, save it anew, then choose it again.',
    },
    'manifest-workbook-too-large': {
      what: 'The workbook is too large',
      means: 'It unpacks to more than can be read here.',
      next: 'Save the sheet as CSV and choose that.',
    },
    'manifest-not-a-workbook': {
      what: 'The archive is no workbook',
      means: 'It is a zip file, but there is no sheet in it.',
      next: 'Choose an XLSX file, or unpack the archive first.',
    },
    'manifest-zip-bomb': {
      what: 'The workbook unpacks to far more than it should',
      means: 'Files like this are made to fill up computers. It was not unpacked.',
      next: 'Ask whoever sent it, and do not open it elsewhere.',
    },
    'manifest-mapping': {
      what: 'The columns are not assigned yet',
      means: 'One column must be the number to dial, and what the campaign needs must come from a column.',
      next: 'Assign the columns, then check the file again.',
    },
    'manifest-busy': {
      what: 'Something else is under way',
      means: 'The manifest is being read, checked or sent just now.',
      next: 'Wait until it is done, or cancel it.',
    },
    'manifest-nothing-to-fix': {
      what: 'There was no row to fix',
      means: 'The rows are right by now, or they were put aside already.',
      next: 'Look at the counts; nothing was changed.',
    },
    'manifest-nothing-accepted': {
      what: 'There is nothing to upload',
      means: 'No row of the file is accepted.',
      next: 'Put rows right, or choose another file.',
    },
    'manifest-no-file': {
      what: 'No file is open',
      means: 'It was put away, in this window or another one.',
      next: 'Choose the file again.',
    },
    'manifest-check-ended': {
      what: 'The check ended by itself',
      means: 'Its process stopped, most likely for want of memory. Nothing was uploaded, and the file is as it was.',
      next: 'Choose the file again.',
    },
    'manifest-drop-unavailable': {
      what: 'The dropped file cannot be opened here',
      means: 'It came from a place that tells no file, such as a browser, or this system does not hand it over.',
      next: 'Choose the file with the button.',
    },
    'manifest-upload-gone': {
      what: 'The upload was given up elsewhere',
      means: 'Somebody cancelled it, or the instance let it expire. No contact of it came into the campaign.',
      next: 'Cancel it here, then begin again with the file.',
    },
  },
  fr: {
    'manifest-unreadable': {
      what: 'Le fichier ne peut pas être lu',
      means: 'Il a disparu, c’est un dossier, ou ce compte n’a pas le droit de le lire.',
      next: 'Vérifiez où est le fichier, puis choisissez-le de nouveau.',
    },
    'manifest-empty': {
      what: 'Le fichier est vide',
      means: 'Il ne contient pas un seul caractère.',
      next: 'Exportez les contacts de nouveau, puis choisissez le nouveau fichier.',
    },
    'manifest-too-large': {
      what: 'Le fichier est trop gros',
      means: 'La console lit des manifestes d’au plus 2 Go.',
      next: 'Divisez le fichier et importez ses parties l’une après l’autre.',
    },
    'manifest-binary': {
      what: 'Le fichier n’est pas du texte',
      means: 'Il contient des octets qu’aucun texte n’a, ou un codage que les tableurs n’écrivent pas.',
      next: 'Enregistrez les contacts en CSV (UTF-8) ou en XLSX.',
    },
    'manifest-old-excel': {
      what: 'Le fichier est un classeur Excel ancien ou protégé',
      means: 'Les classeurs d’avant 2007 et ceux à mot de passe ne peuvent pas être lus.',
      next: 'Enregistrez-le en XLSX sans mot de passe, ou en CSV.',
    },
    'manifest-not-a-table': {
      what: 'Le fichier n’est pas un tableau',
      means: 'C’est une page ou un format de données de programmes, quoi que dise son nom.',
      next: 'Exportez les contacts en CSV ou en XLSX.',
    },
    'manifest-too-many-columns': {
      what: 'Le fichier a trop de colonnes',
      means: 'Un manifeste en a au plus 500. Avec un mauvais séparateur, chaque mot peut devenir une colonne.',
      next: 'Supprimez les colonnes inutiles, ou vérifiez le séparateur.',
    },
    'manifest-row-too-long': {
      what: 'Une ligne du fichier ne finit jamais',
      means:
        'Plus de 64 Mo sans fin de ligne : le séparateur ou le codage est faux, ou le fichier n’est pas un tableau.',
      next: 'Vérifiez comment le fichier est lu, ou exportez-le de nouveau.',
    },
    'manifest-workbook-broken': {
      what: 'Le classeur est abîmé',
      means: 'Ses parties se contredisent ou sont coupées.',
      next: 'Ouvrez-le dans un tableur, enregistrez-le de nouveau, puis choisissez-le.',
    },
    'manifest-workbook-too-large': {
      what: 'Le classeur est trop gros',
      means: 'Décompressé, il dépasse ce qui peut être lu ici.',
      next: 'Enregistrez la feuille en CSV et choisissez celle-ci.',
    },
    'manifest-not-a-workbook': {
      what: 'L’archive n’est pas un classeur',
      means: 'C’est un fichier zip, mais il ne contient aucune feuille.',
      next: 'Choisissez un fichier XLSX, ou décompressez d’abord l’archive.',
    },
    'manifest-zip-bomb': {
      what: 'Le classeur se décompresse en bien plus qu’il ne devrait',
      means: 'De tels fichiers sont faits pour remplir les ordinateurs. Il n’a pas été décompressé.',
      next: 'Demandez à qui l’a envoyé, et ne l’ouvrez pas ailleurs.',
    },
    'manifest-mapping': {
      what: 'Les colonnes ne sont pas encore attribuées',
      means: 'Une colonne doit être le numéro à composer, et ce dont la campagne a besoin doit venir d’une colonne.',
      next: 'Attribuez les colonnes, puis vérifiez le fichier de nouveau.',
    },
    'manifest-busy': {
      what: 'Autre chose est en cours',
      means: 'Le manifeste est justement lu, vérifié ou envoyé.',
      next: 'Attendez la fin, ou annulez.',
    },
    'manifest-nothing-to-fix': {
      what: 'Il n’y avait aucune ligne à corriger',
      means: 'Les lignes sont justes maintenant, ou elles étaient déjà mises de côté.',
      next: 'Regardez les comptes ; rien n’a changé.',
    },
    'manifest-nothing-accepted': {
      what: 'Il n’y a rien à envoyer',
      means: 'Aucune ligne du fichier n’est acceptée.',
      next: 'Corrigez des lignes, ou choisissez un autre fichier.',
    },
    'manifest-no-file': {
      what: 'Aucun fichier n’est ouvert',
      means: 'Il a été rangé, dans cette fenêtre ou dans une autre.',
      next: 'Choisissez le fichier de nouveau.',
    },
    'manifest-check-ended': {
      what: 'La vérification s’est arrêtée d’elle-même',
      means:
        'Son processus a cessé, sans doute par manque de mémoire. Rien n’a été envoyé, et le fichier est tel qu’il était.',
      next: 'Choisissez le fichier de nouveau.',
    },
    'manifest-drop-unavailable': {
      what: 'Le fichier déposé ne peut pas être ouvert ici',
      means: 'Il vient d’un endroit qui ne donne pas de fichier, comme un navigateur, ou ce système ne le remet pas.',
      next: 'Choisissez le fichier avec le bouton.',
    },
    'manifest-upload-gone': {
      what: 'L’envoi a été abandonné ailleurs',
      means: 'Quelqu’un l’a annulé, ou l’instance l’a laissé expirer. Aucun de ses contacts n’est dans la campagne.',
      next: 'Annulez-le ici, puis recommencez avec le fichier.',
    },
  },
});
