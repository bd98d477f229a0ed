/** The parameters of a sentence: those of the remark, with its column and its value. */
export type RemarkParams = Readonly<Record<string, string | number>>;

export interface Remark {
  readonly reason: (params: RemarkParams) => string;
  readonly fix: (params: RemarkParams) => string;
}

/** What is said of lines that were imported all the same. */
export const importNotices = (office: string) =>
  ({
    'unknown-columns': {
      reason: ({ columns }) => `Ces colonnes sont inconnues et n’ont pas été lues : ${columns}.`,
      fix: () => 'Rien à faire si elles ne servent pas ici ; sinon, corrigez leur nom.',
    },
    'close-column': {
      reason: ({ column, known }) =>
        `La colonne « ${column} » n’a pas été lue. Son nom est proche de « ${known} » : est-ce elle ?`,
      fix: ({ known }) => `Si c’est elle, renommez-la « ${known} ».`,
    },
    'unknown-sheet': {
      reason: () => 'La feuille n’est aucun des fichiers connus : elle n’a pas été lue.',
      fix: () =>
        'Rien à faire si elle ne contient que des notes ; sinon, écrivez le nom des colonnes dans ses vingt premières lignes.',
    },
    'not-completed': {
      reason: () => 'La personne n’a pas achevé le parcours : aucune présence n’est notée.',
      fix: () => 'Rien à faire.',
    },
    'not-a-table': {
      reason: () => 'Le nom de ce fichier n’est pas celui d’un tableau : il n’a pas été ouvert.',
      fix: () => 'S’il contient un tableau, donnez le fichier lui-même à la commande ; sinon, rien à faire.',
    },
    'inner-folder': {
      reason: () => 'C’est un dossier dans le dossier : ce qu’il contient n’a pas été lu.',
      fix: () => 'Donnez-le lui-même à la commande s’il doit être lu ; sinon, rien à faire.',
    },
    'note-line': {
      reason: () => 'La ligne est un total, une note ou un titre : elle est ignorée.',
      fix: () => 'Rien à faire.',
    },
    superseded: {
      reason: ({ last, file }) =>
        `La ligne ${last} ${file === undefined ? 'du même fichier' : `de « ${file} »`} porte sur la même chose : c’est elle qui compte.`,
      fix: () => 'Gardez une seule des deux lignes.',
    },
    'hours-above': {
      reason: ({ value, most }) =>
        `${value} : c’est plus que les heures de l’événement (${String(most).replace('.', ',')}). La présence est enregistrée ainsi.`,
      fix: () => 'Vérifiez les heures, ou celles de l’événement.',
    },
    'probable-double': {
      reason: ({ other, near }) =>
        `Une personne de ce nom est déjà connue à l’adresse ${other}${near ? ', qui ressemble à celle-ci' : ''} : est-ce la même ?`,
      fix: () => 'Si c’est la même, fusionnez les deux fiches à la page des personnes ; sinon, rien à faire.',
    },
    'distant-school': {
      reason: ({ uai, reference }) =>
        `La personne est engagée les mêmes jours dans un autre département, à l’établissement ${uai} (engagement ${reference}).`,
      fix: () => 'Vérifiez l’adresse, l’UAI et les dates ; si c’est vrai, rien à faire.',
    },
    'other-department': {
      reason: ({ value, code, name }) =>
        `Le département « ${value} » n’est pas celui que dit l’UAI : ${name} (${code}). Celui du fichier est enregistré.`,
      fix: () => 'Vérifiez l’UAI et le département.',
    },
    clash: {
      reason: ({ role, holder }) =>
        `Le rôle « ${role} » est déjà tenu ces jours-là dans cet établissement (engagement ${holder}). L’engagement est enregistré comme demandé.`,
      fix: () => 'Mettez fin à l’un des deux engagements ou retirez-lui ce rôle, puis confirmez.',
    },
    'hidden-sheet': {
      reason: () => 'La feuille est masquée : elle n’a pas été lue.',
      fix: () => 'Affichez-la dans le tableur si elle doit être importée.',
    },
    'decision-kept': {
      reason: ({ date, author }) =>
        `L’engagement a été décidé dans le service le ${date} par ${author} : le fichier en est à l’état d’avant, la décision reste.`,
      fix: () => 'Rien à faire ; un nouvel export donne l’état décidé.',
    },
    'validation-kept': {
      reason: ({ date }) =>
        `La validation de cette contribution a été décidée dans le service le ${date} : le fichier dit autre chose, la décision reste.`,
      fix: () => 'Rien à faire ; un nouvel export donne l’état décidé.',
    },
    'not-a-link': {
      reason: ({ value }) => `« ${value} » n’est pas un lien : il n’a pas été enregistré.`,
      fix: () => 'Écrivez l’adresse en entier, par exemple https://exemple.fr/page.',
    },
    'all-changed': {
      reason: ({ former }) =>
        `L’adresse ${former} était celle d’une personne qui portait un autre prénom et un autre nom : sa fiche, ses engagements et ses badges sont désormais à ce nom.`,
      fix: () => 'Si ce n’est pas la même personne, videz « ancien_email » et rétablissez l’ancien nom.',
    },
    'self-confirmed': {
      reason: () => 'Nul ne confirme son propre engagement : il est enregistré comme demandé.',
      fix: () => `Faites-le confirmer par le chef d’établissement ou par la ${office}.`,
    },
    'former-address': {
      reason: ({ now }) =>
        `Cette personne a maintenant l’adresse ${now}. La ligne, plus ancienne, n’a rien changé.`,
      fix: () => 'Mettez l’adresse à jour dans le fichier.',
    },
    'address-of-another': {
      reason: ({ value }) =>
        `L’adresse « ${value} » est celle d’une autre personne : elle n’a pas été déplacée.`,
      fix: () => 'Vérifiez si ces deux fiches sont celles d’une même personne.',
    },
    'head-without-profile': {
      reason: () => 'L’établissement n’est retenu que pour un chef d’établissement.',
      fix: () => 'Ajoutez « chef » au profil, ou videz la colonne « uai ».',
    },
  }) satisfies Readonly<Record<string, Remark>>;
