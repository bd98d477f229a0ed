/** Words of the verification page. */
export const verifyPageTexts = {
  title: 'Vérifier un badge',
  description: 'Vérifiez un badge numérique Open Badges 3.0, d’ici ou d’ailleurs : image, fichier ou texte.',
  lede: 'Donnez un badge d’une seule de ces trois façons. Un fichier ou un texte peut venir d’ici ou d’ailleurs. Rien n’est conservé.',
  file: 'Un fichier',
  fileHelp: 'Image PNG ou SVG, JSON ou JWT.',
  url: 'Un lien',
  urlHelp: (address: string) =>
    `L’adresse d’un badge de ce service (${address}). Pour un badge d’ailleurs, donnez son fichier ou son texte.`,
  credential: 'Le texte du badge',
  credentialHelp: 'Collez le JSON ou le JWT en entier.',
  or: 'ou',
  submit: 'Vérifier',
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
