import { count } from '../../texts/fr/grammar/page-phrases.ts';
import { LONGEST_NAME, MAX_TEXT_LENGTH, MOST_STANDING } from './feature.ts';
import type { EndorsementError } from './feature-fault.ts';

/** Why a document is not taken as an endorsement of a badge. */
export const endorsementFaults: Readonly<Record<EndorsementError, string>> = {
  unreachable: 'Ce lien ne répond pas. Apportez plutôt le fichier.',
  unreadable: 'Ce n’est pas un soutien signé : ni un document JSON, ni un JWS.',
  'too-large': 'Ce document dépasse 64 Ko.',
  'not-an-endorsement': 'Ce document signé n’est pas un soutien (EndorsementCredential).',
  enveloped: 'Ce document en enveloppe un autre. Apportez le JWS lui-même.',
  nested: 'Ce soutien contient d’autres documents signés. Chaque soutien s’apporte seul.',
  'newer-elsewhere': 'L’organisme publie une version plus récente de ce soutien. Apportez celle-là.',
  'not-verified': 'Ce soutien n’est pas entièrement vérifié.',
  selected:
    'Ce document ne montre qu’une partie de ce qui a été signé : une fin ou une révocation peut y manquer.',
  own: 'Ce document est signé par ce service. Un soutien vient d’un autre organisme.',
  'borrowed-name':
    'Ce document porte le nom d’un organisme que ce service connaît, mais il ne vient pas de lui.',
  'other-contexts':
    'Ce document s’appuie sur d’autres contextes que ceux d’Open Badges 3.0, et ne peut pas être publié avec le badge. Demandez-le sous cette forme, ou en JWS.',
  'not-our-achievement':
    'Ce soutien ne porte sur aucun de nos badges. Il doit nommer l’adresse exacte du badge, version comprise.',
  'another-badge': 'Ce soutien porte sur un autre de nos badges. Apportez-le sur la page de celui-ci.',
  numen: 'Ce document contient un NUMEN : il ne doit être enregistré nulle part.',
  'too-long': `Les mots dépassent ${MAX_TEXT_LENGTH} caractères, ou un nom ${LONGEST_NAME}.`,
  'kept-already':
    'Ce soutien est déjà repris. Pour en reprendre une autre version, retirez d’abord celle-ci.',
  full: `${MOST_STANDING} soutiens sont déjà repris pour ce badge. Retirez-en un d’abord.`,
};

/** What other bodies say of a badge: on its page, and where the DANE brings it. */
export const achievementEndorsementTexts = (office: string) => ({
  title: 'Qui soutient ce badge',
  /** Before the name of the body. */
  by: 'Soutenu par',
  /** After the name, where words follow. */
  colon: ' :',
  bodies: (total: number) => count(total, 'organisme', 'organismes'),
  quoted: (texts: string) => `« ${texts} »`,
  verified: (day: string) => `Signature vérifiée le ${day}.`,
  listed: (list: string) => `Cet organisme figure sur la liste « ${list} ».`,
  unknown: `L’organisme se donne ce nom : aucune liste de ce service ne le connaît. La ${office} a repris ses mots.`,
  /** Where it has no name but its identifier. */
  unnamed: `Cet organisme ne se nomme pas, et aucune liste de ce service ne le connaît. La ${office} a repris ses mots.`,
  document: 'Le document signé',
  /** Why a document is not taken. */
  faults: endorsementFaults,
  dane: {
    title: (badge: string) => `Les soutiens de « ${badge} »`,
    lede: 'Un recteur, une collectivité ou un opérateur peut signer ce qu’il dit de ce badge. Vous apportez le document ; il est vérifié, puis montré sur la page du badge.',
    unchanged: 'Les badges délivrés ne changent pas : le soutien se lit à côté d’eux.',
    address:
      'Donnez l’une de ces adresses à l’organisme : son soutien (EndorsementCredential, Open Badges 3.0) doit porter exactement sur elle.',
    languages: { fr: 'en français', en: 'en anglais' },
    mine: 'Les soutiens repris',
    none: 'Aucun soutien n’est repris pour ce badge.',
    add: 'Apporter un soutien',
    credential: 'Document signé, ou son lien',
    credentialHelp: 'Du JSON avec sa signature, un JWS, ou une adresse https.',
    file: 'Fichier',
    fileHelp: 'Fichier .json, .jws ou .jwt, de 64 Ko au plus.',
    submit: 'Vérifier ce document',
    refused: (reason: string) => `Ce document n’est pas repris. ${reason}`,
    version: (version: number) => `Version ${version} des critères`,
    standings: {
      shown: 'Montré',
      ended: 'N’est plus montré : sa validité a pris fin.',
      bad: 'N’est plus montré.',
      unverified: 'N’est plus montré : il n’a pas pu être vérifié depuis trois jours.',
      withdrawn: 'Retiré.',
    },
    open: 'La dernière vérification n’a pas abouti. Elle est tentée de nouveau toutes les heures.',
    /** After the sentence on the standing, by the code of what stands against it. */
    faults: {
      'key-not-authorised': 'L’organisme ne publie plus la clé qui l’a signé.',
      'key-unreachable': 'L’organisme ne publie plus ses clés.',
      'key-compromised': 'La clé qui l’a signé est déclarée compromise.',
      revoked: 'L’organisme l’a révoqué.',
      suspended: 'L’organisme l’a suspendu.',
      expired: 'Il a expiré.',
    } as Readonly<Record<string, string>>,
    looked: (moment: string) => `Vérifié le ${moment}.`,
    kept: (day: string) => `Repris le ${day}.`,
    withdrawn: (day: string, reason: string) => `Retiré le ${day} : ${reason}`,
    check: 'Vérifier maintenant',
    checkOf: (name: string) => `Vérifier maintenant le soutien de ${name}`,
    withdraw: 'Retirer',
    withdrawOf: (name: string) => `Retirer le soutien de ${name}`,
    toCriteria: 'Les critères',
    preview: {
      title: 'Relire avant de reprendre',
      lede: 'Rien n’est enregistré. Voici ce qui serait montré sur la page du badge.',
      who: 'Qui signe',
      identifier: 'Identifiant',
      key: 'Clé',
      known: 'Organisme connu',
      knownBy: (list: string) => `oui, par la liste « ${list} »`,
      unknown: 'non : aucune liste de ce service ne le connaît, il se donne ce nom lui-même',
      about: 'Sur quoi',
      signed: 'Valable depuis',
      ends: 'Jusqu’au',
      noWords: 'Aucun mot : le badge serait seulement dit soutenu.',
      verdict: 'Vérification',
      keep: 'Reprendre ce soutien',
    },
    withdrawal: {
      title: (name: string) => `Retirer le soutien de ${name} ?`,
      lede: 'Il ne sera plus montré nulle part. Le motif reste au journal.',
      reason: 'Motif',
      reasonHelp: (most: number) => `De 1 à ${most} caractères, pour la ${office} seule.`,
      button: 'Retirer ce soutien',
    },
    /** On the list of criteria. */
    listTitle: 'Les soutiens d’autres organismes',
    listText: 'Ce que d’autres organismes ont signé sur chaque badge en vigueur.',
    standing: (shown: number) => (shown === 0 ? 'aucun' : count(shown, 'montré', 'montrés')),
    lapsed: (total: number) => count(total, 'n’est plus montré', 'ne sont plus montrés'),
  },
});

/** Said on the page that follows an act. */
export const achievementEndorsementDoneTexts = {
  'achievement-endorsement-kept': 'Ce soutien est repris : il est montré sur la page du badge.',
  'achievement-endorsement-withdrawn': 'Ce soutien est retiré : il n’est plus montré.',
  'achievement-endorsement-checked': 'Ce soutien vient d’être vérifié.',
};
