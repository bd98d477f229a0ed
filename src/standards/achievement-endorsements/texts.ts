import { textsOf } from '../../domain/features/declaration.ts';
import { count as countEn } from '../../texts/en/grammar/page-phrases.ts';
import { count } from '../../texts/fr/grammar/page-phrases.ts';
import type { feature } from './feature.ts';
import { LONGEST_NAME, MAX_TEXT_LENGTH, MOST_STANDING } from './feature.ts';
import type { EndorsementError } from './feature-fault.ts';

/** Why a document is not taken as an endorsement of a badge. */
const endorsementFaults: Readonly<Record<EndorsementError, string>> = {
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
const achievementEndorsementTexts = (office: string) => ({
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
const achievementEndorsementDoneTexts = {
  'achievement-endorsement-kept': 'Ce soutien est repris : il est montré sur la page du badge.',
  'achievement-endorsement-withdrawn': 'Ce soutien est retiré : il n’est plus montré.',
  'achievement-endorsement-checked': 'Ce soutien vient d’être vérifié.',
};

/** Why a document is not taken as an endorsement of a badge. */
const endorsementFaultsEn: typeof endorsementFaults = {
  unreachable: 'This link does not answer. Bring the file instead.',
  unreadable: 'This is no signed endorsement: neither a JSON document nor a JWS.',
  'too-large': 'This document is larger than 64 KB.',
  'not-an-endorsement': 'This signed document is no endorsement (EndorsementCredential).',
  enveloped: 'This document is the envelope of another. Bring the JWS itself.',
  nested: 'This endorsement contains other signed documents. Each endorsement is brought alone.',
  'newer-elsewhere': 'The organisation publishes a newer version of this endorsement. Bring that one.',
  'not-verified': 'This endorsement is not verified in full.',
  selected: 'This document shows a part of what was signed only: an end or a revocation may be missing.',
  own: 'This document is signed by this service. An endorsement comes from another organisation.',
  'borrowed-name':
    'This document bears the name of an organisation that this service knows, but does not come from it.',
  'other-contexts':
    'This document rests on other contexts than those of Open Badges 3.0, and cannot be published with the badge. Ask for it in that form, or as a JWS.',
  'not-our-achievement':
    'This endorsement is about none of our badges. It must name the exact address of the badge, with its version.',
  'another-badge': 'This endorsement is about another of our badges. Bring it on the page of that one.',
  numen: 'This document contains a NUMEN, which must be recorded nowhere.',
  'too-long': `The words are longer than ${MAX_TEXT_LENGTH} characters, or a name than ${LONGEST_NAME}.`,
  'kept-already': 'This endorsement is kept already. To keep another version of it, withdraw this one first.',
  full: `${MOST_STANDING} endorsements of this badge are kept already. Withdraw one first.`,
};

/** What other bodies say of a badge. */
const achievementEndorsementTextsEn = (office: string) =>
  ({
    title: 'Who endorses this badge',
    by: 'Endorsed by',
    colon: ':',
    bodies: (total) => countEn(total, 'organisation', 'organisations'),
    quoted: (texts) => `“${texts}”`,
    verified: (day) => `Signature verified on ${day}.`,
    listed: (list) => `This organisation is on the list “${list}”.`,
    unknown: `The organisation gives itself this name: no list of this service knows it. The ${office} keeps its words here.`,
    unnamed: `This organisation does not name itself, and no list of this service knows it. The ${office} keeps its words here.`,
    document: 'The signed document',
    /** Why a document is not taken. */
    faults: endorsementFaultsEn,
    dane: {
      title: (badge) => `Endorsements of “${badge}”`,
      lede: 'A recteur, a local authority or an agency may sign what it says of this badge. You bring the document; it is verified, then shown on the page of the badge.',
      unchanged: 'Issued badges do not change: the endorsement is read beside them.',
      address:
        'Give one of these addresses to the organisation: its endorsement (EndorsementCredential, Open Badges 3.0) must be about exactly it.',
      languages: { fr: 'in French', en: 'in English' },
      mine: 'Endorsements that are kept',
      none: 'No endorsement of this badge is kept.',
      add: 'Bring an endorsement',
      credential: 'Signed document, or its link',
      credentialHelp: 'JSON with its signature, a JWS, or an https address.',
      file: 'File',
      fileHelp: 'A .json, .jws or .jwt file of 64 KB at most.',
      submit: 'Verify this document',
      refused: (reason) => `This document is not kept. ${reason}`,
      version: (version) => `Version ${version} of the criteria`,
      standings: {
        shown: 'Shown',
        ended: 'No longer shown: its validity has ended.',
        bad: 'No longer shown.',
        unverified: 'No longer shown: it could not be verified for three days.',
        withdrawn: 'Withdrawn.',
      },
      open: 'The last verification did not come to an end. It is tried again every hour.',
      faults: {
        'key-not-authorised': 'The organisation no longer publishes the key that signed it.',
        'key-unreachable': 'The organisation no longer publishes its keys.',
        'key-compromised': 'The key that signed it was declared compromised.',
        revoked: 'The organisation revoked it.',
        suspended: 'The organisation suspended it.',
        expired: 'It has expired.',
      } as Readonly<Record<string, string>>,
      looked: (moment) => `Verified on ${moment}.`,
      kept: (day) => `Kept since ${day}.`,
      withdrawn: (day, reason) => `Withdrawn on ${day}: ${reason}`,
      check: 'Verify now',
      checkOf: (name) => `Verify now: the endorsement of ${name}`,
      withdraw: 'Withdraw',
      withdrawOf: (name) => `Withdraw the endorsement of ${name}`,
      toCriteria: 'The criteria',
      preview: {
        title: 'Read again before keeping',
        lede: 'Nothing is recorded. This is what would be shown on the page of the badge.',
        who: 'Who signs',
        identifier: 'Identifier',
        key: 'Key',
        known: 'Known organisation',
        knownBy: (list) => `yes, by the list “${list}”`,
        unknown: 'no: no list of this service knows it, it gives itself this name',
        about: 'About',
        signed: 'Valid from',
        ends: 'Until',
        noWords: 'No words: the badge would only be said to be endorsed.',
        verdict: 'Verification',
        keep: 'Keep this endorsement',
      },
      withdrawal: {
        title: (name) => `Withdraw the endorsement of ${name}?`,
        lede: 'It will be shown nowhere any more. The reason stays in the audit.',
        reason: 'Reason',
        reasonHelp: (most) => `From 1 to ${most} characters, for the ${office} alone.`,
        button: 'Withdraw this endorsement',
      },
      listTitle: 'Endorsements by other organisations',
      listText: 'What other organisations have signed about each badge in force.',
      standing: (shown) => (shown === 0 ? 'none' : `${shown} shown`),
      lapsed: (total) => `${total} no longer shown`,
    },
  }) satisfies ReturnType<typeof achievementEndorsementTexts>;

/** Said on the page that follows an act. */
const achievementEndorsementDoneTextsEn: typeof achievementEndorsementDoneTexts = {
  'achievement-endorsement-kept': 'This endorsement is kept: it is shown on the page of the badge.',
  'achievement-endorsement-withdrawn': 'This endorsement is withdrawn: it is no longer shown.',
  'achievement-endorsement-checked': 'This endorsement was just verified.',
};

/** The texts of this feature, in French and English. */
export const texts = textsOf<typeof feature>()({
  fr: (office) => ({
    page: achievementEndorsementTexts(office),
    done: achievementEndorsementDoneTexts,
    audit: {
      'achievement-endorsement-kept': 'Soutien d’un badge enregistré',
      'achievement-endorsement-lapsed': 'Soutien d’un badge qui n’est plus montré',
      'achievement-endorsement-withdrawn': 'Soutien d’un badge retiré',
    },
    errors: {
      'endorsement-refused': ({ because }) =>
        `Ce document n’est pas repris. ${endorsementFaults[because as EndorsementError] ?? ''}`.trim(),
    },
  }),
  en: (office) => ({
    page: achievementEndorsementTextsEn(office),
    done: achievementEndorsementDoneTextsEn,
    audit: {
      'achievement-endorsement-kept': 'Endorsement of a badge recorded',
      'achievement-endorsement-lapsed': 'Endorsement of a badge not shown any more',
      'achievement-endorsement-withdrawn': 'Endorsement of a badge withdrawn',
    },
    errors: {
      'endorsement-refused': ({ because }) =>
        `This document is not kept. ${endorsementFaultsEn[because as EndorsementError] ?? ''}`.trim(),
    },
  }),
});
