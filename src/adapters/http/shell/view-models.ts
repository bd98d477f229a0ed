import type { FamilyCode } from '../../../domain/engagement/mission.ts';

/** View models of the public pages. Every date is an RFC 3339 instant or `YYYY-MM-DD`; the page writes it in words.
 *  Every text that comes from a badge or a request is shown escaped, whatever it holds. */

export interface Link {
  readonly label: string;
  readonly href: string;
  /** The file's name where the link saves one. */
  readonly download?: string;
}

/** An address inside this service that answers an image, and what the image says. */
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
  /** Absolute origin of the service, shown in the demonstration's explanation. */
  readonly origin: string;
  /** Some badges shown at the foot of the page, as in the catalogue. */
  readonly badges: readonly BadgeCardView[];
  /** A sentence of the office's own. */
  readonly welcome?: string | undefined;
}

export interface BadgeCardView {
  readonly code: string;
  /** `/badges/{code}`. */
  readonly href: string;
  readonly name: string;
  readonly description: string;
  /** Decorative beside the name: no alternative text. */
  readonly imageSrc: string;
  readonly recipient: 'person' | 'establishment';
  readonly validityYears?: number;
  /** The main requirements in words: `criteriaTexts.requirement`. */
  readonly rules: readonly string[];
}

export interface CatalogueView {
  readonly badges: readonly BadgeCardView[];
  /** Criteria version in force, and since when. */
  readonly version: number;
  readonly inForceFrom: string;
}

export interface BadgeView {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  /** Its first clause: what a shared link shows. */
  readonly summary: string;
  readonly image: Picture;
  readonly recipient: 'person' | 'establishment';
  readonly validityYears?: number;
  /** Version of the criteria this page states, and since when it is in force. */
  readonly version: number;
  readonly inForceFrom: string;
  /** True on the page of an older version: a notice links to the one in force. */
  readonly supersededBy?: Link;
  /** Adopted, and not in force yet. */
  readonly isToCome?: boolean;
  /** The version in force, beside one to come. */
  readonly inForceNow?: Link;
  /** Every requirement in words. */
  readonly requirements: readonly string[];
  /** How days and years are counted, in words, from the thresholds: may be empty. */
  readonly countingRules?: readonly string[];
  /** What a badge of this kind states: the anchors `#duration`, `#families`, `#hours` of the standard's ids. */
  readonly results: readonly { readonly name: 'duration' | 'families' | 'hours'; readonly label: string }[];
  /** Missions of our own framework, then competences of others. */
  readonly missions: readonly AlignmentView[];
  readonly alignments: readonly AlignmentView[];
  /** Every version, each with its address. */
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
  /** Needs an authorisation of the local authority. */
  readonly conditional: boolean;
  /** False: recordable, but belongs to no count. */
  readonly counted: boolean;
}

export interface FrameworkView {
  readonly version: number;
  readonly families: readonly {
    readonly code: FamilyCode;
    readonly label: string;
    readonly missions: readonly MissionRowView[];
  }[];
  readonly documentHref: string;
}

export interface MissionView extends MissionRowView {
  readonly family: { readonly code: FamilyCode; readonly label: string };
  readonly frameworkHref: string;
  readonly frameworkVersion: number;
  readonly alignments: readonly AlignmentView[];
  readonly documentHref: string;
}

export interface IssuerView {
  readonly name: string;
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
  /** Profile, DID document, key set. */
  readonly documents: readonly Link[];
}

export type ErrorKind =
  | 'bad-request'
  | 'signed-out'
  | 'not-allowed'
  | 'not-found'
  | 'refused'
  | 'method-not-allowed'
  | 'gone'
  | 'key-gone'
  | 'too-large'
  | 'too-many'
  | 'unexpected'
  | 'unavailable';

export interface ErrorView {
  readonly kind: ErrorKind;
  readonly status: number;
  /** What was wrong exactly, in place of the kind's own sentence. */
  readonly sentence?: string;
  /** A compromised key's date and public reason, or what a faulty request holds. */
  readonly facts?: readonly { readonly label: string; readonly value: string }[];
  /** What to quote when asking for help. */
  readonly requestId?: string;
  /** Where to sign in again. */
  readonly signInHref?: string;
}
