export const verifyPageTexts = {
  title: 'Vérifier un badge',
  description:
    'Vérifiez un badge numérique Open Badges 3.0, 2.0 ou plus ancien, d’ici ou d’ailleurs : un lien, un fichier, la photo d’un code QR.',
  lede: 'Donnez le badge comme vous l’avez : un lien, un fichier, la photo de son code QR. Il peut venir d’ici ou d’ailleurs. Rien n’est conservé.',
  file: 'Ou un fichier, ou une photo',
  fileHelp: 'Certificat PDF, image du badge, fichier JSON ; ou la photo d’un code QR, en PNG ou en JPEG.',
  credential: 'Un lien, ou le texte du badge',
  credentialHelp: 'L’adresse du badge, son code de 22 signes, ou son texte JSON ou JWT en entier.',
  recipientField: 'L’adresse de la personne (facultatif)',
  recipientHelp:
    'Pour vérifier que ce badge a été remis à cette adresse électronique. Elle n’est ni conservée, ni transmise.',
  recipientWrong: 'L’adresse de la personne n’est pas une adresse électronique. Corrigez-la, ou effacez-la.',
  notByName:
    'Nous ne cherchons pas par nom, ni par adresse électronique. Donnez le lien du badge, son image, son certificat PDF, son fichier ou la photo de son code QR.',
  dropHint: 'Vous pouvez le déposer ici, ou coller une image.',
  /** Said while a dropped or pasted file is sent. */
  sending: 'Vérification en cours…',
  codeAddress: (address: string) => `Adresse lue dans le code : ${address}`,
  pictureOf: (name: string) => `L’image du badge « ${name} »`,
  unsignedImage: 'Cette image est celle de votre fichier. Elle n’est pas signée.',
  submit: 'Vérifier',
  askOriginal: 'Demandez l’original à la personne qui vous l’a donné.',
  another: 'Vérifier un autre badge',
  errorTitle: 'Rien n’a été vérifié',
  titleOfError: (title: string) => `Erreur : ${title}`,
  onlyOne: (fields: readonly string[]) =>
    `Vous avez donné un badge de plusieurs façons (${fields.map((field) => `« ${field} »`).join(', ')}). Gardez-en une seule.`,
  result: 'Le résultat',
  checkedAt: (moment: string) => `Vérifié le ${moment}`,
  inner: 'Ce que contient ce document',
  document: 'Ce que dit le document',
  documentText: 'Ces textes viennent du document lui-même. Nous ne les garantissons pas.',
  badge: 'Badge',
  issuer: 'Émetteur annoncé',
  issuerKnown: 'émetteur de ce service',
  issuerListed: 'émetteur connu d’ici',
  issuerUnknown: 'identité non vérifiée',
  recipient: 'Titulaire',
  awardedOn: 'Délivré le',
  validFrom: 'Valable à partir du',
  validUntil: 'Valable jusqu’au',
  results: 'Résultats',
  evidence: 'Preuves annoncées',
  criteria: 'Critères',
  criteriaAddress: 'Adresse des critères',
  alignments: 'Correspondances',
  image: 'Image',
  imageNotLoaded:
    'Nous ne chargeons pas les images d’autres sites : leur hébergeur saurait que vous regardez ce badge.',
  blankTitle: 'Image non chargée',
  ownPage: 'Ouvrir la page de ce badge',
  noName: 'Badge sans nom',
  cut: 'La suite n’est pas montrée : ce texte est trop long.',
  notShown: (count: number) =>
    count === 1
      ? 'Une autre n’est pas montrée.'
      : `${count.toLocaleString('fr-FR')} autres ne sont pas montrées.`,
};
