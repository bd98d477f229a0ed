import { toDay } from '../grammar/day.ts';
import { importNotices, type Remark, type RemarkParams } from './import-notices.ts';

/** Words of the second sheet of a template. */
export const templateTexts = {
  column: 'Colonne',
  required: 'Obligatoire',
  example: 'Exemple',
  yes: 'oui',
  no: 'non',
};

/** Names of the DANE's files, by content. */
const FILES: Readonly<Record<string, string>> = {
  establishments: 'd’établissements',
  people: 'de personnes',
  events: 'd’événements',
  authorisations: 'd’autorisations',
  engagements: 'd’engagements',
  attendances: 'de présences',
  reviews: 'de points d’étape',
  contributions: 'de contributions',
};

const UNREADABLE: Readonly<Record<string, string>> = {
  empty: 'Le fichier est vide.',
  missing: 'Le fichier n’existe pas.',
  xls: 'Le fichier est un classeur de l’ancien format Excel (.xls), qui n’est pas lu.',
  'too-slow': 'Le fichier est trop long ou trop compliqué à lire.',
  incomplete: 'Le fichier n’a pas été gardé en entier.',
  encrypted: 'Le classeur est protégé par un mot de passe.',
  'broken-workbook': 'Le fichier n’est pas un classeur Excel (.xlsx) ou LibreOffice (.ods), ou il est abîmé.',
};

const UNREADABLE_FIXES: Readonly<Record<string, string>> = {
  missing: 'Vérifiez le chemin du fichier.',
  incomplete: 'Envoyez de nouveau le fichier.',
  encrypted: 'Retirez le mot de passe dans le tableur, puis importez de nouveau le classeur.',
};

function tooLarge({ limitMegabytes, limitUnpackedMegabytes, limitRows }: RemarkParams): string {
  const rows = Number(limitRows).toLocaleString('fr');
  return `Le classeur est trop grand : il peut peser ${limitMegabytes} Mo (${limitUnpackedMegabytes} Mo une fois décompressé) et compter ${rows} lignes.`;
}

/** Where a decision can be changed, and by whom. */
const ON_SCREEN =
  'la personne déclare dans son espace un engagement avec ces dates ou ces missions, et son chef d’établissement le confirme ; il peut aussi revoir sa décision à la page des confirmations.';

const rejections = {
  'missing-value': {
    reason: ({ column }) => `La colonne « ${column} » est vide alors qu’elle est obligatoire.`,
    fix: ({ column }) => `Complétez la colonne « ${column} ».`,
  },
  'invalid-uai': {
    reason: ({ value }) =>
      `« ${value} » n’est pas un UAI : il faut sept chiffres et la lettre de contrôle qui leur correspond.`,
    fix: () => 'Recopiez l’UAI depuis l’annuaire de l’éducation, par exemple 0210001M.',
  },
  'invalid-date': {
    reason: ({ value }) => `La date « ${value} » n’existe pas ou n’est pas écrite comme attendu.`,
    fix: () => 'Écrivez la date sous la forme 2026-02-28 ou 28/02/2026.',
  },
  'invalid-number': {
    reason: ({ value }) => `« ${value} » n’est pas un nombre positif ou nul.`,
    fix: () => 'Écrivez un nombre d’heures, par exemple 6 ou 1,5.',
  },
  'invalid-value': {
    reason: ({ item, column }) => `« ${item} » n’est pas une valeur de la colonne « ${column} ».`,
    fix: ({ allowed, near }) =>
      near ? `Écrivez : ${near}. Toute la liste : ${allowed}.` : `Choisissez parmi : ${allowed}.`,
  },
  'too-long': {
    reason: ({ column, most }) => `La colonne « ${column} » a plus de ${most} signes.`,
    fix: () => 'Raccourcissez ce texte.',
  },
  'invalid-email': {
    reason: ({ value }) => `« ${value} » n’est pas une adresse électronique.`,
    fix: () => 'Écrivez une seule adresse, par exemple prenom.nom@ac-academie.fr.',
  },
  'ends-before-start': {
    reason: ({ start = '', end = '' }) =>
      `La fin (${toDay(end) ?? end}) précède le début (${toDay(start) ?? start}).`,
    fix: () => 'Corrigez l’une des deux dates, ou laissez la fin vide si la période est en cours.',
  },
  'unknown-email': {
    reason: ({ value }) =>
      `L’adresse « ${value} » n’est connue ni dans la base, ni dans les fichiers importés.`,
    fix: () => 'Corrigez l’adresse, ou ajoutez la personne au fichier des personnes.',
  },
  'unknown-establishment': {
    reason: ({ value }) =>
      `L’établissement « ${value} » n’est connu ni dans la base, ni dans les fichiers importés.`,
    fix: () => 'Corrigez l’UAI, ou ajoutez l’établissement au fichier des établissements.',
  },
  'closed-establishment': {
    reason: ({ value, on, successor }) =>
      `L’établissement « ${value} » a fermé : son dernier jour est le ${on}.${successor ? ` L’établissement ${successor} a repris ses fonctions.` : ''}`,
    fix: () => 'Corrigez l’UAI ou les dates, ou reprenez la fermeture de l’établissement.',
  },
  'unknown-event': {
    reason: ({ value }) =>
      `L’événement « ${value} » n’est connu ni dans la base, ni dans les fichiers importés.`,
    fix: () => 'Corrigez le code, ou ajoutez l’événement au fichier des événements.',
  },
  'numen-refused': {
    reason: () => 'La ligne contient un NUMEN. Elle n’a pas été lue.',
    fix: () => 'Supprimez le NUMEN du fichier : le service ne l’utilise pas et ne doit pas le recevoir.',
  },
  'already-decided': {
    reason: ({ date, author, column }) =>
      column === 'confirmation'
        ? `La confirmation a été décidée dans le service le ${date} par ${author}. Un import ne la change pas.`
        : `Cet engagement a été décidé dans le service le ${date} par ${author}. Un import peut en avancer la fin ; la colonne « ${column} » dit autre chose que la décision.`,
    fix: ({ column }) =>
      `Reprenez dans le fichier la valeur de l’export pour « ${column} ». Pour la changer, demandez-le à l’écran : ${ON_SCREEN}`,
  },
  'reference-of-another': {
    reason: ({ reference, column }) =>
      `La référence « ${reference} » est connue pour ${column === 'uai' ? 'un autre établissement' : 'une autre personne'}. Un import ne la déplace pas.`,
    fix: () => 'Donnez à cette ligne une référence à elle, ou corrigez la personne ou l’établissement.',
  },
  'date-out-of-reason': {
    reason: ({ kind, limit, value }) =>
      kind === 'before'
        ? `La date « ${value} » est antérieure au ${limit}, avant lequel la mission n’existait pas.`
        : `La date « ${value} » est postérieure au ${limit}, dernière date acceptée ici.`,
    fix: () => 'Vérifiez l’année de la date.',
  },
  'hidden-sheet': {
    reason: () => 'La feuille est masquée : elle n’a pas été lue.',
    fix: () => 'Affichez la feuille dans le tableur si elle doit être importée, puis déposez le classeur.',
  },
  'wrong-cell-count': {
    reason: ({ expected, found }) => `La ligne a ${found} cellules, l’en-tête en a ${expected}.`,
    fix: () =>
      'Vérifiez les séparateurs de la ligne ; mettez entre guillemets une cellule qui contient le séparateur.',
  },
  'unclosed-quote': {
    reason: () => 'Un guillemet ouvre une cellule et ne la ferme pas.',
    fix: () => 'Fermez le guillemet, ou supprimez-le.',
  },
  'stray-quote': {
    reason: () => 'Un guillemet ferme une cellule avant sa fin.',
    fix: () => 'Doublez les guillemets qui font partie du texte : "Projet ""Lire""".',
  },
  'unrecognised-file': {
    reason: ({ kind, missing }) =>
      kind
        ? `L’en-tête ressemble à celui d’un fichier ${FILES[kind]}, mais il y manque : ${missing}.`
        : 'L’en-tête n’est celui d’aucun fichier connu.',
    fix: ({ kind }) =>
      kind
        ? 'Ajoutez les colonnes qui manquent à la ligne des titres.'
        : 'Écrivez dans les vingt premières lignes le nom des colonnes, par exemple email;prenom;nom.',
  },
  'event-needed': {
    reason: () =>
      'La liste vient d’un parcours Moodle, qui ne dit pas de quel événement il s’agit : elle n’a pas été lue.',
    fix: () =>
      'Donnez le code de l’événement : à l’écran en déposant le fichier, ou avec --event CODE. Si c’est un fichier de personnes, nommez sa colonne « email ».',
  },
  'duplicate-column': {
    reason: ({ column }) => `La colonne « ${column} » figure deux fois dans l’en-tête.`,
    fix: () => 'Gardez une seule des deux colonnes.',
  },
  'unreadable-file': {
    reason: ({ reason = '', ...limits }) =>
      reason === 'workbook-too-large'
        ? tooLarge(limits)
        : (UNREADABLE[reason] ?? 'Le fichier n’est pas un fichier texte.'),
    fix: ({ reason = '' }) =>
      UNREADABLE_FIXES[reason] ??
      'Dans le tableur, enregistrez la feuille au format « CSV UTF-8 », puis importez ce fichier.',
  },
  'error-value': {
    reason: ({ column, value }) => `La colonne « ${column} » affiche l’erreur « ${value} ».`,
    fix: () => 'Corrigez la formule, ou remplacez-la par sa valeur.',
  },
} satisfies Readonly<Record<string, Remark>>;

const corrections = { line: 'Ligne', column: 'Colonne', reason: 'Motif', fix: 'Correction' };

/** The words of an import on lines and files, by code: the reason and the remedy. */
export const importTexts = (
  office: string,
): {
  readonly refusals: Readonly<Record<keyof typeof rejections, Remark>>;
  readonly notices: Readonly<Record<keyof ReturnType<typeof importNotices>, Remark>>;
  /** Titles of the columns added to a file of corrections. */
  readonly corrections: Readonly<Record<'line' | 'column' | 'reason' | 'fix', string>>;
} => ({ refusals: rejections, notices: importNotices(office), corrections });

export type ImportTexts = ReturnType<typeof importTexts>;
