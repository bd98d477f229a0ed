import type { NewsLink } from '../../../application/settings/live.ts';
import type { FamilyCode, ReferenceSection } from '../../../domain/engagement/mission.ts';
import type { BadgeSentences } from '../../../domain/settings/office.ts';
import type { EndorsementView } from '../public/badge/endorsement-view.ts';

/** View models of the public pages. Every date is an RFC 3339 instant or `YYYY-MM-DD`; the page writes it in
 *  words. Every text from a badge or a request is escaped. */

export interface Link {
  readonly label: string;
  readonly href: string;
  /** The file name, where the link saves a file. */
  readonly download?: string;
}

/** The address of an image in this service, and its alternative text. */
export interface Picture {
  readonly src: string;
  readonly alt: string;
}

export interface AlignmentView {
  readonly name: string;
  readonly url?: string;
  readonly framework?: string;
  readonly code?: string;
}

export interface HomeView {
  /** Absolute origin of the service, for the explanation of the demonstration. */
  readonly origin: string;
  /** Some badges of the catalogue, shown at the foot of the page. */
  readonly badges: readonly BadgeCardView[];
  /** A sentence that the office wrote. */
  readonly welcome?: string | undefined;
}

export interface BadgeCardView {
  readonly code: string;
  /** The language of the name and the description, if it is not that of the page. */
  readonly lang?: 'fr';
  /** `/badges/{code}`. */
  readonly href: string;
  readonly name: string;
  readonly description: string;
  /** Decorative next to the name, so without alternative text. */
  readonly imageSrc: string;
  readonly recipient: 'person' | 'establishment';
  readonly validityYears?: number;
  /** The main requirements in words (`criteriaTexts.requirement`). */
  readonly rules: readonly string[];
}

export interface CatalogueView {
  readonly badges: readonly BadgeCardView[];
  /** The criteria version in force, and its first day. */
  readonly version: number;
  readonly inForceFrom: string;
}

/** What a badge takes, and how to get it. `lang` is set if the sentence is not in the language of the page. */
export type SentencesView = readonly {
  readonly name: keyof BadgeSentences;
  readonly text: string;
  readonly lang?: 'fr';
}[];

export interface BadgeView {
  readonly code: string;
  /** The language of the name and the description, if it is not that of the page. */
  readonly lang?: 'fr';
  readonly name: string;
  readonly description: string;
  /** Its first clause, which a shared link shows. */
  readonly summary: string;
  readonly image: Picture;
  readonly recipient: 'person' | 'establishment';
  readonly validityYears?: number;
  /** The version of the criteria on this page, and its first day. */
  readonly version: number;
  readonly inForceFrom: string;
  /** Present on the page of an older version: a link to the version in force. */
  readonly supersededBy?: Link;
  /** The first day on which the badge was not awarded any more. */
  readonly retiredSince?: string;
  /** Whether the version is adopted and not yet in force. */
  readonly isToCome?: boolean;
  /** Link to the version in force, on the page of a future one. */
  readonly inForceNow?: Link;
  /** Endorsements by other bodies. */
  readonly endorsements: readonly EndorsementView[];
  /** Empty on the page of a version that is not in force. */
  readonly sentences: SentencesView;
  /** Every requirement in words. */
  readonly requirements: readonly string[];
  /** How days and years are counted, in words, from the thresholds; may be empty. */
  readonly countingRules?: readonly string[];
  /** The results that a badge of this kind states, at the anchors `#duration`, `#families` and `#hours` of
   *  the standard's ids. */
  readonly results: readonly { readonly name: 'duration' | 'families' | 'hours'; readonly label: string }[];
  /** Missions of our own framework, then competences of others. */
  readonly missions: readonly AlignmentView[];
  readonly alignments: readonly AlignmentView[];
  /** Every version, each with its link. */
  readonly versions: readonly (Link & { readonly current: boolean })[];
  /** The image as SVG and PNG. */
  readonly downloads: readonly Link[];
  /** The achievement as JSON-LD. */
  readonly documentHref: string;
}

export interface MissionRowView {
  readonly code: string;
  readonly href: string;
  readonly label: string;
  /** Whether it needs an authorisation of the local authority. */
  readonly conditional: boolean;
  /** False if it can be recorded, but does not count. */
  readonly counted: boolean;
  /** How a school may share it out; empty if the reference text proposes nothing. */
  readonly organisation: readonly string[];
  /** Its ranks among the tools to look after. */
  readonly priorities: readonly number[];
  /** The family in which the priorities count. */
  readonly familyLabel: string;
}

/** An address where the office gives its news. */
export interface NewsView {
  readonly name: NewsLink;
  readonly url: string;
}

export interface FrameworkView {
  readonly version: number;
  readonly families: readonly {
    readonly code: FamilyCode;
    readonly label: string;
    readonly missions: readonly MissionRowView[];
  }[];
  readonly text: Readonly<
    Record<ReferenceSection, readonly { readonly code: string; readonly words: string }[]>
  >;
  readonly news: readonly NewsView[];
  readonly email: string;
  readonly documentHref: string;
}

export interface MissionView extends MissionRowView {
  readonly family: { readonly code: FamilyCode; readonly label: string };
  /** The missions of its family, itself among them. */
  readonly siblings: readonly MissionRowView[];
  readonly frameworkHref: string;
  readonly frameworkVersion: number;
  readonly alignments: readonly AlignmentView[];
  readonly documentHref: string;
}

export interface IssuerView {
  readonly name: string;
  /** The issuer in a few words, to stand after its name and a comma. */
  readonly about: string;
  /** A sentence that explains what a RUPN is. */
  readonly mission: string;
  /** The badges issued so far, and when they were counted. */
  readonly issued: { readonly total: number; readonly countedAt: string };
  readonly code: string;
  readonly url: string;
  readonly email: string;
  readonly did: string;
  readonly keys: readonly {
    readonly kid: string;
    readonly href: string;
    readonly algorithm: string;
    readonly state: 'active' | 'retired' | 'compromised';
    readonly createdAt: string;
    readonly retiredAt?: string;
    readonly compromised?: { readonly at: string; readonly reason: string };
  }[];
  /** Links to the profile, the DID document and the key set. */
  readonly documents: readonly Link[];
}

export type ErrorKind =
  | 'bad-request'
  | 'signed-out'
  | 'other-account'
  | 'not-allowed'
  | 'not-found'
  | 'refused'
  | 'method-not-allowed'
  | 'gone'
  | 'record-gone'
  | 'paper-not-found'
  | 'key-gone'
  | 'too-large'
  | 'too-many'
  | 'unexpected'
  | 'unavailable';

export interface ErrorView {
  readonly kind: ErrorKind;
  readonly status: number;
  /** The exact fault, in place of the general sentence. */
  readonly sentence?: string;
  /** A compromised key's date and public reason, or the content of a faulty request. */
  readonly facts?: readonly { readonly label: string; readonly value: string }[];
  /** The number to quote when asking for help. */
  readonly requestId?: string;
  /** Address of the sign-in. */
  readonly signInHref?: string;
}

/** What is said when a page is shared. */
export interface ShareTexts {
  /** The subject of a mail. */
  readonly title: string;
  /** One or two sentences, which the browser's own sheet sends with the address. */
  readonly text: string;
  /** The same with the address, for a mail or a messenger. */
  readonly phrase: string;
}

/** A page that can be shared. */
export interface Shared extends ShareTexts {
  readonly pageUrl: string;
  /** The name of the address, where the page is not that of a badge. */
  readonly address?: string;
  /** Networks and mail. */
  readonly links: readonly Link[];
}
