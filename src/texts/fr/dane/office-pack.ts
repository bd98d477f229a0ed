import type { VersionDifference } from '../../../domain/criteria/adoption.ts';
import type { FrenchFirst } from '../../../domain/engagement/mission.ts';
import type { PackError, PackErrorReason } from '../../../domain/settings/pack-error.ts';
import { sentencesExample } from '../../office.ts';
import { capitalised, count } from '../grammar/page-phrases.ts';

/** What is wrong, and how to fix it. `{v}` is the value. */
export const PACK_FAULTS: Readonly<Record<PackErrorReason, readonly [wrong: string, mend: string]>> = {
  'missing-value': ['il manque {v}', 'ajoutez-le'],
  'unknown-name': ['ce nom n’a pas de sens ici', 'ôtez-le, ou corrigez une faute de frappe'],
  'wrong-type': [
    'cette valeur n’est pas du genre attendu',
    'écrivez un texte, un nombre, une liste ou un objet, selon le schéma',
  ],
  'not-listed': ['cette valeur n’est pas de celles qui existent', 'choisissez une valeur du schéma'],
  'wrong-form': ['cette valeur n’a pas la forme attendue', 'suivez la forme que donne le schéma'],
  'too-small': ['ce nombre est trop petit', 'augmentez-le'],
  'too-great': ['ce nombre est trop grand', 'diminuez-le'],
  'too-short': ['c’est vide ou trop court', 'complétez'],
  'too-long': ['c’est trop long', 'raccourcissez'],
  repeated: ['cette liste dit deux fois la même chose', 'ôtez la répétition'],
  'wrong-shape': ['ceci ne correspond à aucune des formes possibles', 'comparez avec le schéma et l’exemple'],
  'invalid-date': ['ce jour n’existe pas', 'écrivez-le AAAA-MM-JJ'],
  'half-year-above-full-year': [
    'une demi-année demande plus de jours qu’une année entière',
    'abaissez halfYearDays',
  ],
  'duplicate-code': ['ce code est déjà pris', 'donnez un code à chacun'],
  'duplicate-name': ['cette exigence a le nom d’une autre', 'donnez un nom à chacune'],
  'cyclic-badge': ['ce badge dépend de lui-même', 'ôtez un « meets » du cercle'],
  'unknown-badge': ['aucun badge n’a ce code', 'nommez un badge qui existe, ou ajoutez-le'],
  'badge-of-another-recipient': [
    'le badge nommé est d’un autre genre de titulaire',
    'nommez un badge du même genre',
  ],
  'badge-by-decision': [
    'le badge nommé demande une décision, que rien n’enregistre',
    'demandez ici une décision, ou nommez un autre badge',
  ],
  'rule-of-another-recipient': [
    'cette règle regarde d’autres faits que ceux de ce titulaire',
    'choisissez une règle pour ce titulaire',
  ],
  'no-event-kinds': [
    'aucun événement ne compte comme formation, ou aucun comme rencontre de l’office',
    'donnez à un genre au moins « training », à un autre « office-event »',
  ],
  'unknown-family': [
    'aucune famille n’a ce code',
    'nommez une famille qui existe, ou ajoutez-la à framework.json',
  ],
  'unknown-mission': [
    'aucune mission n’a ce code',
    'nommez une mission qui existe, ou ajoutez-la à framework.json',
  ],
  'mission-of-no-count': ['cette mission n’entre dans aucun compte', 'nommez une mission qui compte'],
  'needs-a-year': [
    'la valeur d’une année (yearValue) demande une année',
    'mettez la règle dans une même année (someYear)',
  ],
  'year-inside-a-year': ['une année est choisie dans une année déjà choisie', 'ôtez la règle intérieure'],
  'decision-inside-a-year': [
    'une décision ne dépend pas d’une année',
    'demandez-la à côté de someYear ou de someWindow',
  ],
  'cannot-be-met': ['cette règle demande plus qu’il n’existe', 'diminuez son chiffre'],
  'missing-drawing': ['ce dessin n’est pas dans drawings', 'ajoutez le fichier, ou corrigez son nom'],
  'drawing-too-large': ['ce dessin dépasse 64 Ko', 'simplifiez-le'],
  'drawing-not-image': ['ceci n’est ni un SVG ni un PNG lisible', 'enregistrez-le en SVG ou en PNG'],
  'drawing-too-wide': ['cette image dépasse 1024 pixels', 'réduisez-la'],
  'drawing-script': ['ce dessin contient un programme', 'ôtez script et les attributs on…'],
  'drawing-link': [
    'ce dessin renvoie ailleurs, ou porte une feuille de style',
    'ôtez href, src, style et url(…)',
  ],
  'drawing-entity': [
    'ce dessin contient une entité, un commentaire, une instruction ou un en-tête DOCTYPE',
    'écrivez les signes eux-mêmes, et ôtez ce qui commence par <!, <? ou &',
  ],
  'drawing-element': [
    'ce dessin contient un élément qui n’est ni forme, ni groupe, ni dégradé',
    'ne gardez que des formes (path, circle, rect…)',
  ],
  'drawing-attribute': [
    'ce dessin contient un attribut qui n’est pas accepté',
    'ôtez-le, ou exportez le dessin en « SVG simple »',
  ],
  'drawing-encoding': ['ce dessin n’est pas en UTF-8', 'enregistrez-le en UTF-8'],
  'drawing-too-deep': ['ce dessin a plus de 50 éléments les uns dans les autres', 'ôtez des groupes'],
  'missing-file': ['ce fichier manque', 'ajoutez-le : « jalon office export » en donne un complet'],
  'unknown-file': ['ce fichier n’est pas d’un paquet', 'ôtez-le du dossier'],
  'not-json': ['ce fichier n’est pas du JSON en UTF-8', 'cherchez une virgule ou un guillemet de trop'],
  'too-large': ['le paquet est trop gros', 'allégez ses dessins ou ses textes'],
  'duplicate-sign': ['deux familles ont le même signe', 'donnez un signe à chacune'],
  'family-without-mission': [
    'cette famille n’a aucune mission qui compte',
    'ajoutez-en une, ou ôtez la famille',
  ],
  'unknown-competence': [
    'cette compétence n’est pas dans frameworks',
    'ajoutez-la, ou corrigez la référence',
  ],
  'duplicate-spelling': ['cette écriture est déjà celle d’une autre colonne', 'gardez-la à un seul endroit'],
  numen: ['un NUMEN est écrit ici', 'ôtez-le : il n’a sa place dans aucun texte'],
  'pale-colours': [
    'le contraste de cette couleur est inférieur à 3',
    'éclaircissez ou foncez l’une des deux',
  ],
  'unused-drawing': ['aucun badge n’emploie ce dessin', 'ôtez-le, ou nommez-le dans badges.json'],
  'family-removed': ['une famille en usage manque', 'remettez-la : des engagements la nomment'],
  'mission-removed': ['une mission en usage manque', 'remettez-la : des engagements la nomment'],
  'published-changed': ['ce qui est publié change', 'rétablissez-le : des badges signés y renvoient'],
};

/** What is wrong with a value, and how to fix it, without its place. */
export function packErrorAsText(reason: PackErrorReason, value = ''): string {
  const [wrong, fix] = PACK_FAULTS[reason];
  const stated = wrong.replace('{v}', value);
  return `${capitalised(stated)}. Pour y remédier\u00a0: ${fix}.`;
}

/** The faults of a drawing, for the field that takes it. */
export const drawingFaults = {
  'missing-drawing': packErrorAsText('missing-drawing'),
  'drawing-too-large': packErrorAsText('drawing-too-large'),
  'drawing-not-image': packErrorAsText('drawing-not-image'),
  'drawing-too-wide': packErrorAsText('drawing-too-wide'),
  'drawing-script': packErrorAsText('drawing-script'),
  'drawing-link': packErrorAsText('drawing-link'),
  'drawing-entity': packErrorAsText('drawing-entity'),
  'drawing-element': packErrorAsText('drawing-element'),
  'drawing-attribute': packErrorAsText('drawing-attribute'),
  'drawing-encoding': packErrorAsText('drawing-encoding'),
  'drawing-too-deep': packErrorAsText('drawing-too-deep'),
};

/** A fault with its place, its value and the way to fix it. */
function packError({ file, path, reason, value }: PackError): string {
  const [wrong, fix] = PACK_FAULTS[reason];
  const stated = wrong.replace('{v}', `«\u00a0${value ?? ''}\u00a0»`);
  const shown = value && stated === wrong ? ` (${value})` : '';
  const place = [file, path].filter(Boolean).join(' ');
  return `${place || 'paquet'}\u00a0: ${stated}${shown}. Pour y remédier\u00a0: ${fix}.`;
}

const DIFFERENCES: Readonly<Record<VersionDifference, string>> = {
  none: 'Les badges ne changent pas.',
  adds: 'Des badges s’ajoutent\u00a0: ils peuvent commencer aujourd’hui.',
  changes: 'Ce que demande un badge publié change\u00a0: cela commence demain au plus tôt.',
};

export const officePackTexts = {
  packFault: packError,
  packFaults: (errors: number) => `${count(errors, 'défaut', 'défauts')}\u00a0: rien n’est adopté.`,
  officeJudging: 'Essai',
  officeMoves: (moves: {
    readonly badge: string;
    readonly before: number;
    readonly after: number;
    readonly gain: readonly string[];
    readonly lose: readonly string[];
  }) => [
    `${moves.badge}\u00a0: ${moves.before} aujourd’hui, ${moves.after} avec ce paquet`,
    ...moves.gain.map((id) => `+ ${id}`),
    ...moves.lose.map((id) => `− ${id}`),
  ],
  missingSentences: (badge: string) => [
    `office.json\u00a0: il manque ce que demande le badge ${badge} et comment l’obtenir. Exemple, sous « badges »\u00a0:`,
    sentencesExample(badge),
  ],
  officeSound: (difference: VersionDifference) => `Le paquet est sans défaut. ${DIFFERENCES[difference]}`,
  badgeLine: ({ code, badge }: { readonly code: string; readonly badge: { readonly name: FrenchFirst } }) =>
    `${code} · ${badge.name.fr}`,
  badgesVersion: ({ version, inForceFrom }: { readonly version: number; readonly inForceFrom: string }) =>
    `Version ${version}, en vigueur depuis le ${inForceFrom}.`,
  badgeAdopted: (code: string, from: string) => `Le badge ${code} vaut à partir du ${from}.`,
  badgeRetired: (code: string, from: string) => `Le badge ${code} ne s’attribue plus à partir du ${from}.`,
  badgeNotJson: 'Ce fichier n’est pas un badge en JSON. Pour en voir un\u00a0: « jalon badges show CODE ».',
  officeExported: (folder: string) => `Le paquet de l’office est dans ${folder}.`,
  officeUnchanged: 'Ce paquet est déjà en usage : rien ne change.',
  officeAdopted: ({
    version,
    criteria,
  }: {
    readonly version: number;
    readonly criteria?: { readonly version: number; readonly from: string };
  }) =>
    criteria
      ? `Paquet ${version} adopté. Ses badges (version ${criteria.version}) valent à partir du ${criteria.from}.`
      : `Paquet ${version} adopté. Les badges ne changent pas.`,
};
