import type { StepName, StepResult, Verdict } from '#open-badges/verification';
import type { FamilySign } from '../../../../domain/engagement/mission.ts';
import type { AwardedWhen } from '../../../../domain/holder/awarded-date.ts';
import type { Instant, LocalDate } from '../../../../domain/time/calendar.ts';
import type { SchoolYear } from '../../../../domain/time/school-year.ts';
import type { CardFigure } from '../../../../drawings/card-texts.ts';
import type { LineYear } from '../../../../drawings/year-line-svg.ts';
import type { EndorsementSource } from '../../../../issuing/endorsement.ts';
import type { AboutTexts } from '../../view-models/about-service.ts';
import type { AlignmentView, Link, Picture, ShareTexts } from '../../view-models/public-pages.ts';
import type { EndorsementView } from '../badge/endorsement-view.ts';

/** One step of a report, already in words (`verificationTexts`). */
export interface StepView {
  readonly step: StepName;
  readonly name: string;
  readonly result: StepResult;
  /** The result in a word or two that agree with the name (`verificationTexts.result`). */
  readonly resultWord: string;
  readonly sentence: string;
  /** A name or an address that is the same in every language: the suite, the issuer's id, the status list. */
  readonly technical?: string;
}

/** A badge or an endorsement inside the verified document. */
export interface InnerView {
  /** Its name or id, in words (`verificationTexts.innerLabel`). */
  readonly label: string;
  readonly verdict: Verdict;
  /** The verdict in a few words (`verificationTexts.innerVerdict`). */
  readonly word: string;
  /** The reason, where the verdict leaves a question open. */
  readonly reason?: string;
}

export interface ReportView {
  readonly verdict: Verdict;
  /** Whether the document has no signature: it looks as one that is not valid does. */
  readonly isUnsigned: boolean;
  /** The verdict in one plain sentence (`verificationTexts.verdict`). */
  readonly sentence: string;
  /** The verdict in two or three words (`verificationTexts.shortVerdict`). */
  readonly word: string;
  /** Every step; where the signature is not established, only its own step. */
  readonly steps: readonly StepView[];
  /** The badges and endorsements inside, each with its own verdict. */
  readonly inner?: readonly InnerView[];
  /** Knowledge about the issuer from outside the badge (`verificationTexts.trust`); absent for our own. */
  readonly trust?: { readonly sentence: string; readonly isWarning: boolean };
  /** Whether the badge was issued to the address that was typed (`verificationTexts.recipient`). */
  readonly recipient?: { readonly result: StepResult; readonly sentence: string };
  /** Instant of the check. */
  readonly checkedAt: Instant;
}

export interface CriterionView {
  readonly requirement: string;
  /** How the criterion is met, in the words of the credential. */
  readonly explanation?: string;
  /** Absent if the badge was granted by decision: then the criteria are only listed. */
  readonly met?: boolean;
}

/** A school year as drawn, with the sentences of its evidence for the table. */
export interface PortraitYear extends LineYear {
  readonly label: string;
  /** Whether the engagement went on when the badge was judged. */
  readonly isOpen: boolean;
  readonly statement: string;
}

/** The claims of the served document about its holder, and nothing more. */
export interface PortraitView {
  /** In years of engagement: 2.5; 0 where the document states none. */
  readonly duration: number;
  /** At most three, none of them zero. */
  readonly figures: readonly CardFigure[];
  /** The holder's work: one phrase for each mission that the document names, or for its family. */
  readonly deeds: readonly { readonly sign: FamilySign; readonly words: string }[];
  /** The first and the last school year: 2023 → 2026. */
  readonly period?: {
    readonly first: SchoolYear;
    readonly last: SchoolYear;
    /** The judged day, or its school year, if the engagement went on then. */
    readonly ongoingOn?: LocalDate | SchoolYear;
    /** The last day of an engagement that had ended, if the badge shows days. */
    readonly lastDay?: string;
  };
  /** Names of the schools that the document shows. Empty for a team's badge, which names its school. */
  readonly schools: readonly string[];
  /** Who confirmed the engagement, and a grant by decision. */
  readonly attested: readonly string[];
  readonly years: readonly PortraitYear[];
  /** Every other statement: trainings, contributions, a team. */
  readonly statements: readonly string[];
}

export interface RenewalLink {
  readonly href: string;
  readonly awarded: AwardedWhen;
  readonly validUntil?: string;
}

/** `/credentials/{id}`: the verification page of one of our badges. */
export interface CredentialView {
  readonly name: string;
  readonly description: string;
  /** The language of the description, if it is not that of the page. */
  readonly descriptionLang?: 'fr';
  readonly image: Picture;
  /** The name that the holder chose to show; absent if none is shown. */
  readonly recipient?: string;
  readonly recipientKind: 'person' | 'establishment';
  readonly awarded: AwardedWhen;
  readonly validUntil?: string;
  readonly report: ReportView;
  /** Present for a revoked or suspended badge: the verdict's sentence then contains the date and the public
   *  reason. */
  readonly setAside?: 'revoked' | 'suspended';
  /** Badges of the same kind that came after and before, where their holder shows both. */
  /** The first day on which the badge was not awarded any more. */
  readonly retiredSince?: string;
  readonly renewal?:
    | { readonly newer: RenewalLink | undefined; readonly older: RenewalLink | undefined }
    | undefined;
  readonly portrait: PortraitView;
  /** Endorsements by schools in the served badge, each verified. */
  readonly endorsements: readonly EndorsementSource[];
  /** Endorsements of the badge in general by other bodies. */
  readonly bodies?: readonly EndorsementView[];
  /** The issuer's name in the served document. */
  readonly issuerName: string;
  /** Explanations for strangers: a sentence on the mission, and one on the issuer. */
  readonly about: AboutTexts;
  readonly criteria: readonly CriterionView[];
  readonly criteriaVersion: number;
  /** `/badges/{code}/v{n}`. */
  readonly badgeHref: string;
  /** Missions of our own framework, then competences of others. */
  readonly missions: readonly AlignmentView[];
  readonly alignments: readonly AlignmentView[];
  /** Absolute address, which is the credential's own id. */
  readonly pageUrl: string;
  /** The path of `…/qr.svg`. */
  readonly qrHref: string;
  readonly downloads: readonly (Link & { readonly note?: string })[];
  /** Links with which anyone shares a valid badge. Empty if it is revoked or suspended. */
  readonly share: readonly Link[];
  /** What a reader says who shares the page. */
  readonly shareWords: ShareTexts;
  /** Adds the badge to a LinkedIn profile: shown to its holder only, and never for a school's badge. */
  readonly profile?: Link;
  /** HTML to paste into a page: the image with a link, and the card. */
  readonly embedHtml?: string;
  readonly embedFrameHtml?: string;
  readonly verifyElsewhere: readonly Link[];
}

/** The claims of a stranger's document about itself. None of them is guaranteed, and none of its addresses is
 *  loaded. */
export interface UnknownDocumentView {
  readonly name?: string;
  readonly description?: string;
  readonly issuerName?: string;
  readonly issuerUrl?: string;
  /** True for our own badges, whose issuer the service knows. */
  readonly issuerKnown: boolean;
  /** True if a list of this service names the issuer. */
  readonly issuerListed?: boolean;
  readonly recipient?: string;
  readonly awardedOn?: string;
  readonly validFrom?: string;
  readonly validUntil?: string;
  /** Markdown: paragraphs and lists are laid out, the rest stays text. */
  readonly criteria?: string;
  readonly criteriaUrl?: string;
  /** Shown as a text; never loaded. */
  readonly imageUrl?: string;
  readonly results: readonly { readonly name?: string; readonly value: string }[];
  readonly evidence: readonly {
    readonly name?: string;
    readonly narrative?: string;
    readonly url?: string;
  }[];
  readonly alignments: readonly AlignmentView[];
}

/** The picture next to a verdict, and its source. */
export interface ShownImage {
  /** Absent if there is none to show. */
  readonly src?: string;
  readonly source: 'ours' | 'signed' | 'given' | 'none';
}

/** The names of the fields: two ways to give a badge, as a file or as a text or link; and the address that is
 *  compared with the recipient. */
export type VerifyField = 'file' | 'credential' | 'recipient';

/** Characters of an e-mail address (RFC 5321 §4.5.3.1). */
export const LONGEST_ADDRESS = 320;

/** `/verify`: the form and, once something was sent, the answer. */
export interface VerifyView {
  /** The typed values, shown again. */
  readonly values?: { readonly credential?: string; readonly recipient?: string };
  /** One sentence: what is wrong with the input, and what to do. */
  readonly error?: string;
  /** The fields that the error concerns. */
  readonly faulty?: readonly VerifyField[];
  readonly result?: {
    readonly report: ReportView;
    /** The badge's own page, where it is a public badge of ours. */
    readonly own?: CredentialView;
    /** What the document says; absent if it is the one that the badge's own page serves. */
    readonly document?: UnknownDocumentView;
    readonly image?: ShownImage;
    /** Stated of a document that names an address of ours, but that this service did not sign; with a link to the
     *  badge's page if it is public. */
    readonly named?: { readonly sentence: string; readonly link?: Link };
    /** The address that the service read in a photographed code. */
    readonly codeAddress?: string;
  };
}
