import { drawingFaults } from '../dane/office-pack.ts';

/** Words common to all forms. */
export const formTexts = (office: string) => ({
  faultsTitle: (count: number) =>
    count === 1 ? 'Un champ est à corriger' : `${count} champs sont à corriger`,
  /** Over what stands next to the fields. */
  toKnow: 'À savoir',
  optional: 'facultatif',
  /** Next to each of two fields of which one is filled. */
  eitherOne: 'l’un des deux',
  dateHelp: 'Jour, mois, année : 28/02/2026.',
  copy: 'Copier le texte',
  copied: 'C’est copié.',
  save: 'Enregistrer',
  cancel: 'Annuler',
  search: 'Chercher',
  filter: 'Filtrer',
  /** On the line of a folded filter that leaves something out. */
  filteredBy: (texts: string) => `Filtre : ${texts}`,
  /** Next to a field, where someone else has saved in the meantime. */
  recordedNow: 'Enregistré maintenant :',
  nothingRecorded: 'rien',
  /** Where the form is no longer on the page. */
  typedBefore: 'Ce que vous aviez écrit',
  typedBeforeText: 'Ce texte n’est pas enregistré. Copiez-le s’il vous sert encore.',
  /** Under a field for a school, and for a person. */
  schoolHelp: 'Nom et commune, par exemple « collège dumas orval », ou UAI.',
  personHelp: 'Nom ou adresse électronique.',
  /** Above what a text may mean. */
  whichOne: 'Lequel ou laquelle ?',
  next: 'Page suivante',
  first: 'Revenir au début',
  nothing: 'Aucune ligne ne correspond.',
  faults: {
    ...drawingFaults,
    required: 'Ce champ est nécessaire.',
    'invalid-date': 'Ce n’est pas une date. Écrivez 28/02/2026.',
    'invalid-number': 'Ce n’est pas un nombre.',
    'nothing-chosen': 'Choisissez une réponse.',
    'none-chosen': 'Cochez au moins une case.',
    'not-ticked': 'Cochez cette case pour confirmer.',
    'wrong-word': 'Ce n’est pas le mot demandé. Recopiez-le tel quel, en majuscules.',
    'out-of-range': 'Ce nombre sort des limites indiquées.',
    'above-full-year': 'Une demi-année ne peut pas demander plus de jours qu’une année entière.',
    unchanged: 'Aucun chiffre n’a changé : il n’y a rien à adopter.',
    'too-early': 'Choisissez demain au plus tôt, et un jour après la version la plus récente.',
    'too-late': 'Choisissez un jour des deux prochaines années.',
    'before-criteria': 'Aucun critère n’était en vigueur ce jour-là. Choisissez un jour plus récent.',
    'same-person': 'C’est la même fiche : choisissez-en une autre.',
    'own-profiles': 'Personne ne change ses propres rôles.',
    'last-dane-agent': `C’est le dernier compte de la ${office}. Donnez d’abord ce rôle à quelqu’un d’autre.`,
    'invalid-choice': 'Choisissez une des réponses proposées.',
    'invalid-url': 'Ce n’est pas une adresse du web. Elle commence par https:// ou http://.',
    'invalid-email': 'Ce n’est pas une adresse électronique.',
    'invalid-uai': 'Ce n’est pas un UAI : sept chiffres et la bonne lettre.',
    'too-long': 'Il y en a trop.',
    'too-large': 'Ces fichiers sont trop lourds : 10 Mo au plus en tout.',
    'invalid-time': 'Ce n’est pas une heure. Écrivez 08:30.',
    'not-engaged-then':
      'Une personne cochée n’a pas d’engagement confirmé ici pendant ce projet. Décochez-la, ou changez les dates.',
    'link-or-file': 'Donnez une adresse ou un fichier : l’un des deux, pas les deux.',
    'not-pdf': 'Ce fichier n’est pas un PDF.',
    'pdf-too-large': 'Ce fichier est trop lourd : 1 Mo au plus.',
    'not-https': 'Cette adresse doit commencer par https://.',
    colleague:
      'Ce texte nomme une autre personne de l’établissement. Ce qui est signé pour une personne ne dit rien d’une autre : retirez ce nom.',
    numen: 'Ce texte contient un NUMEN, qui ne doit être enregistré nulle part. Retirez-le.',
    'end-before-start': 'La fin vient avant le début.',
    'unknown-establishment': 'Aucun établissement n’a cet UAI.',
    'unknown-person': 'Personne n’est connu sous cette adresse ou ce nom.',
    'no-such-school':
      'Aucun établissement n’a ces mots dans son nom ou sa commune. Essayez d’autres mots, ou son UAI.',
    'school-like-this': 'Aucun établissement n’a tous ces mots. Est-ce celui-ci ?',
    'several-schools': 'Plusieurs établissements ont ces mots. Choisissez ci-dessous, ou ajoutez un mot.',
    'several-people': 'Plusieurs personnes portent ce nom. Choisissez ci-dessous, ou écrivez l’adresse.',
    'unknown-event': 'Aucun évènement n’a ce code.',
    'no-mission': 'Cochez au moins une mission.',
    'no-school': 'Cherchez votre établissement, puis choisissez-le dans la liste.',
    'not-around-event': 'Ce jour est à plus d’une semaine de l’événement.',
    'no-word': 'Il n’y a rien à chercher : écrivez au moins une lettre ou un chiffre.',
    'under-decision':
      'Ces badges attendent la décision d’un collègue. Vous pouvez décider de l’un d’eux depuis sa page.',
    'all-decided': 'Ces badges n’attendent plus de décision.',
    'no-engagement-then': 'Aucun engagement de cette personne ne continue après ce jour.',
    taken: 'C’est déjà pris.',
  },
  limits: {
    longerThan: (letters: number) => `Ce texte est trop long : ${letters} caractères au plus.`,
    moreThan: (most: number) => `${most} au plus à la fois : resserrez le filtre.`,
    before: (day: string) => `Cette date est trop ancienne : pas avant le ${day}.`,
    after: (day: string) => `Cette date est trop lointaine : au plus tard le ${day}.`,
  },
});
