import { count } from '../../texts/en/grammar/page-phrases.ts';
import { LONGEST_NAME, MAX_TEXT_LENGTH, MOST_STANDING } from './feature.ts';
import type {
  achievementEndorsementDoneTexts as doneTexts,
  achievementEndorsementTexts as french,
  endorsementFaults as frenchFaults,
} from './texts-fr.ts';

/** Why a document is not taken as an endorsement of a badge. */
export const endorsementFaults: typeof frenchFaults = {
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
export const achievementEndorsementTexts = (office: string) =>
  ({
    title: 'Who endorses this badge',
    by: 'Endorsed by',
    colon: ':',
    bodies: (total) => count(total, 'organisation', 'organisations'),
    quoted: (texts) => `“${texts}”`,
    verified: (day) => `Signature verified on ${day}.`,
    listed: (list) => `This organisation is on the list “${list}”.`,
    unknown: `The organisation gives itself this name: no list of this service knows it. The ${office} keeps its words here.`,
    unnamed: `This organisation does not name itself, and no list of this service knows it. The ${office} keeps its words here.`,
    document: 'The signed document',
    /** Why a document is not taken. */
    faults: endorsementFaults,
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
  }) satisfies ReturnType<typeof french>;

/** Said on the page that follows an act. */
export const achievementEndorsementDoneTexts: typeof doneTexts = {
  'achievement-endorsement-kept': 'This endorsement is kept: it is shown on the page of the badge.',
  'achievement-endorsement-withdrawn': 'This endorsement is withdrawn: it is no longer shown.',
  'achievement-endorsement-checked': 'This endorsement was just verified.',
};
