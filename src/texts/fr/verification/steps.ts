import { fetchError } from '../errors/fetch.ts';
import { toDay } from '../grammar/day.ts';
import { placeOf } from '../papers/document-parts.ts';
import { serviceStepTexts } from './service-steps.ts';
import { after, quoted, type Sentences, type Values } from './step-phrases.ts';

/** « le 12 juillet 2026 », or empty. */
const on = (instant: string | number | undefined) => after(' le ', toDay(instant));

/** The sentence for a document that exceeds a limit of a verification. */
const beyond = (what: string, values: Values) =>
  `Ce document dépasse ce qui est lu ici : ${values?.['limit'] ?? ''} ${what} au plus.`;

/** The sentence of each step code: the result, then the remedy where there is one. */
const sentences: Sentences = {
  ...serviceStepTexts,
  ok: () => 'Rien à signaler.',
  skipped: () => 'Pas vérifié : une étape précédente l’empêche.',
  refreshed: () => 'L’émetteur a publié une version plus récente de ce badge : c’est elle qui est vérifiée.',
  'not-json': () =>
    'Ce n’est pas un badge numérique, ou il n’est pas entier. Un badge est un lien, une image PNG ou SVG, un certificat PDF, ou un fichier .json ou .jwt.',
  'not-a-credential': () => 'Ce document n’est pas un badge numérique vérifiable.',
  'no-credential-in-image': () =>
    'Cette image ne contient ni badge, ni code QR lisible qui mène à un badge. Une image perd parfois son badge quand elle est copiée : demandez le fichier d’origine. Un code se photographie de près, bien à plat.',
  'no-credential-in-pdf': () =>
    'Ce PDF ne contient pas de badge. S’il montre un code QR, photographiez le code, ou donnez l’adresse écrite à côté.',
  'several-credentials-in-pdf': () =>
    'Plusieurs badges sont joints à ce PDF. Donnez-les un par un, en fichiers JSON.',
  'damaged-pdf': () => 'Ce PDF est abîmé ou incomplet. Demandez le fichier d’origine, ou le fichier JSON.',
  'pdf-encrypted': () =>
    'Ce PDF est protégé par un mot de passe : il n’est pas lu. Donnez-en une copie sans protection, ou le fichier JSON.',
  'pdf-too-complex': () =>
    'Ce PDF dépasse ce qui est lu ici. Donnez le fichier JSON, ou photographiez le code QR.',
  'several-credentials-in-image': () =>
    'Cette image contient plusieurs badges ; elle ne doit en contenir qu’un.',
  'damaged-image': () =>
    'Cette image est abîmée ou incomplète. Demandez le fichier d’origine, ou le fichier JSON.',
  'image-with-definitions': () =>
    'Ce dessin SVG contient des définitions qui pourraient cacher autre chose : il n’est pas lu. Enregistrez-le en « SVG simple », ou donnez le fichier JSON.',
  'not-a-drawing': () => 'Ce fichier ressemble à une image, mais ce n’est pas un dessin SVG.',
  'web-page': () =>
    'Ceci est une page web, pas un badge. Ouvrez la page du badge, téléchargez-y l’image ou le fichier JSON, et donnez-le ici.',
  'own-vocabulary': () =>
    'Ce document définit lui-même le sens de ses mots. Ce service ne lit que les vocabulaires publiés ; d’autres vérificateurs peuvent le lire.',
  'not-plain-form': () =>
    'Ce document est écrit d’une façon qui permet de cacher une partie de ce qui a été signé ; il n’est pas lu.',
  'duplicate-member': (values) =>
    `Ce document dit deux fois la même chose, peut-être différemment${after(' : ', values?.['member'])} ; il n’est pas lu.`,
  'too-large': () => 'Ce document est trop volumineux pour être vérifié.',
  'too-deep': (values) => beyond('niveaux imbriqués', values),
  'too-many-members': (values) => beyond('éléments', values),
  'too-many-contexts': (values) => beyond('vocabulaires', values),
  'too-many-proofs': (values) => beyond('signatures', values),
  'too-many-endorsements': (values) => beyond('soutiens', values),
  'too-many-badges': (values) => beyond('badges joints', values),
  'too-slow': (values) =>
    `La vérification a été arrêtée au bout de ${values?.['seconds'] ?? ''} secondes. Recommencez plus tard.`,
  unreachable: (values) => fetchError(values, `L’adresse ne répond pas${after(' : ', values?.['url'])}.`),
  'not-found': (values) => `Il n’y a rien à cette adresse${after(' : ', values?.['url'])}.`,
  gone: () => 'Ce badge a été retiré de cette adresse, définitivement.',
  'schema-mismatch': (values) => {
    const { pointer, missing } = values ?? {};
    const place = placeOf(pointer);
    if (place === undefined) return 'Le document n’est pas écrit comme la norme le demande.';
    return missing === undefined
      ? `Une partie du document n’est pas écrite comme la norme le demande : ${place}.`
      : `Il manque au document ce que la norme demande : ${place}.`;
  },
  departs: (values) => {
    const { pointer, missing, others } = values ?? {};
    const place = placeOf(pointer) ?? 'sa forme';
    const more =
      Number(others) > 0 ? `, et ${others === 1 ? 'un autre écart' : `${others} autres écarts`}` : '';
    return `Le badge s’écarte de la norme : ${missing === undefined ? place : `il manque ${place}`}${more}.`;
  },
  'undefined-term': (values) =>
    `Le document contient ce dont le sens n’est défini nulle part${quoted(' : ', values?.['term'])}. Cela n’a pas pu être signé.`,
  'unknown-context': () =>
    'Le document emploie un vocabulaire que ce service ne connaît pas : nous ne pouvons pas le lire en entier.',
  'no-recipient': () => 'Le badge ne dit pas à qui il est délivré.',
  'no-criteria': () => 'Le badge ne dit pas selon quels critères il est délivré.',
  'no-proof': () => 'Ce document n’est pas signé : ne vous y fiez pas.',
  'unsupported-proof': () =>
    'Ce type de signature n’est pas pris en charge ici : ce badge peut être authentique ou non, nous ne pouvons pas le dire.',
  'bad-signature': () =>
    'La signature ne correspond pas au contenu : ce badge a été modifié ou n’a pas été délivré par l’émetteur annoncé.',
  'bad-claims': (values) =>
    `Ce badge se contredit : son enveloppe signée et son contenu ne disent pas la même chose${CLAIMS[String(values?.['claim'])] ?? ''}.`,
  'bad-header': () =>
    'La signature n’est pas présentée comme la norme le demande : nous ne pouvons pas nous y fier.',
  'key-unreachable': (values) =>
    `Nous n’avons pas pu obtenir la clé de l’émetteur : la signature n’a pas pu être vérifiée. ${fetchError(values, '')}`.trim(),
  'key-compromised': (values) =>
    `La clé qui a signé ce badge a été déclarée compromise${on(values?.['at'])}${after(' : ', values?.['reason'])}. Le badge doit être signé de nouveau.`,
  'key-not-authorised': () =>
    'L’émetteur annoncé ne reconnaît pas la signature de ce badge : elle n’est pas faite avec une de ses clés en vigueur.',
  'issuer-mismatch': () => 'L’émetteur annoncé n’est pas celui qui a signé.',
  'issuer-unreachable': () =>
    'L’adresse de l’émetteur annoncé ne répond pas : nous ne pouvons rien dire de lui.',
  'issuer-ours': () => 'L’émetteur est ce service.',
  'issuer-unknown': () => 'L’émetteur annoncé a bien signé ; nous ne garantissons pas son identité.',
  'bad-dates': () => 'Une date du document est illisible : il y faut le jour, l’heure et le fuseau horaire.',
  'dates-contradict': () => 'Les dates du badge se contredisent : sa validité finit avant de commencer.',
  'no-beginning': () => 'Le badge ne dit pas à partir de quand il est valable.',
  'not-yet-valid': (values) =>
    `La validité n’a pas commencé${after(' : elle commence le ', toDay(values?.['validFrom']))}.`,
  expired: (values) => `La validité a pris fin${on(values?.['validUntil'])}.`,
  'no-status': () => 'L’émetteur n’annonce aucune liste de révocation.',
  'status-message': (values) => `L’émetteur dit de ce badge : « ${values?.['message'] ?? ''} ».`,
  'status-unreachable': (values) =>
    `La liste de révocation de l’émetteur ne répond pas. ${fetchError(values, 'Recommencez plus tard.')}`,
  'status-list-invalid': (values) =>
    LISTS[String(values?.['fault'])] ?? 'La liste de révocation est illisible, ou ne concerne pas ce badge.',
  'status-unsupported': () =>
    'L’émetteur annonce les révocations d’une façon que ce service ne sait pas lire.',
  revoked: (values) => `L’émetteur a révoqué ce badge${after(' : ', values?.['reason'])}.`,
  suspended: () => 'L’émetteur a suspendu ce badge.',
  'no-endorsement': () => 'Aucun soutien n’est joint.',
  'endorsement-invalid': (values) =>
    `Un soutien joint n’est pas authentique ou ne vaut plus${quoted(' : ', values?.['name'])}. Il ne compte pas.`,
  'endorsement-unchecked': (values) =>
    `Un soutien joint n’a pas pu être vérifié${quoted(' : ', values?.['name'])}. Il ne compte pas.`,
  'not-an-endorsement': () => 'Ce qui est joint comme soutien n’en est pas un.',
  'endorsement-of-another': () =>
    'Ce soutien ne parle ni de ce badge, ni de son émetteur, ni de ce qu’il reconnaît.',
  'inner-not-verified': (values) => {
    const { count = 1, unverified = 1, name } = values ?? {};
    if (count === 1) return `Le badge contenu n’est pas vérifié${quoted(' : ', name)}.`;
    return unverified === 1
      ? `Un des ${count} badges contenus n’est pas vérifié${quoted(' : ', name)}.`
      : `${unverified} des ${count} badges contenus ne sont pas vérifiés${quoted(', dont ', name)}.`;
  },
  'too-deeply-embedded': () =>
    'Ce document en contient d’autres, qui en contiennent à leur tour : nous ne vérifions pas aussi loin.',
};

/** Names of the claims of a JWT that repeat the content of the badge. */
const CLAIMS: Readonly<Record<string, string>> = {
  iss: ' de son émetteur',
  sub: ' de son titulaire',
  jti: ' de son identifiant',
  nbf: ' du début de sa validité',
  exp: ' de la fin de sa validité',
};

/** Reasons why a revocation list is not trusted. */
const LISTS: Readonly<Record<string, string>> = {
  index:
    'Le badge donne sa place dans la liste de révocation comme un nombre, là où la norme veut un texte : elle n’est pas lue.',
  signature: 'La signature de la liste de révocation n’est pas valable.',
  unsigned: 'La liste de révocation n’est pas signée.',
  issuer: 'La liste de révocation est celle d’un autre émetteur.',
  address: 'La liste de révocation dit être celle d’une autre adresse : elle n’établit rien pour ce badge.',
  withdrawn: 'La liste de révocation a été retirée par son émetteur : elle n’établit plus rien.',
  dates: 'La liste de révocation est périmée : son émetteur ne l’a pas renouvelée.',
};

/** Sentences of codes that have another meaning in one step. */
const sentencesOfStep: Sentences = {
  'proof:expired': (values) =>
    `La signature elle-même n’était valable que jusqu’au ${toDay(values?.['validUntil']) ?? 'terme fixé'}.`,
  'proof:unknown-context': () =>
    'Le document emploie un vocabulaire que ce service ne connaît pas : la signature n’a pas pu être vérifiée.',
};

/** Sentences of steps that passed, more precise than « rien à signaler ». */
const whenOk: Sentences = {
  document: (values) =>
    values?.['presented']
      ? 'Le document a pu être lu. Seul le badge est vérifié, non qui le présente.'
      : 'Le document a pu être lu.',
  schema: () => 'Le document suit la norme.',
  proof: (values) =>
    [
      'La signature correspond au contenu : rien n’a été modifié.',
      values?.['selected'] && 'Le titulaire peut n’en montrer qu’une partie.',
      values?.['outsideGuide'] &&
        'Elle est d’un genre que le guide des Open Badges ne prévoit pas : d’autres services peuvent ne pas la lire.',
      values?.['unread'] && 'Une autre signature, d’un genre que nous ne lisons pas, n’a pas été vérifiée.',
    ]
      .filter(Boolean)
      .join(' '),
  validity: (values) =>
    values?.['validUntil']
      ? `La période de validité court jusqu’au ${toDay(values['validUntil'])}.`
      : 'La validité n’a pas de fin annoncée.',
  status: () => 'L’émetteur n’a rien révoqué.',
  endorsements: (values) =>
    values?.['badges']
      ? 'Tout ce que contient le document est authentique et valable.'
      : 'Les soutiens joints sont authentiques.',
};

export function stepSentence(step: string, code: string, values: Values): string {
  const say = code === 'ok' ? whenOk[step] : (sentencesOfStep[`${step}:${code}`] ?? sentences[code]);
  return say?.(values) ?? 'Résultat inconnu.';
}
