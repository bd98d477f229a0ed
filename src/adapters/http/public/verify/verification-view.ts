import type { FamilyCode } from '../../../../domain/engagement/mission.ts';
import type { TimelineYear } from '../../../../drawings/timeline-svg.ts';
import type { StepName, StepResult, Verdict } from '../../../../openbadges/report.ts';
import type { AlignmentView, Link, Picture } from '../../shell/view-models.ts';

/** One step of a report, already in words (`verificationTexts`). */
export interface StepView {
  readonly step: StepName;
  readonly name: string;
  readonly result: StepResult;
  /** In a word or two that agree with the name (`verificationTexts.result`). */
  readonly resultWord: string;
  readonly sentence: string;
  /** A name or an address that no language changes: the suite, the issuer's id, the status list. */
  readonly technical?: string;
}

/** A badge or an endorsement that stands inside the verified document. */
export interface InnerView {
  /** What it is, by its name or its id (`verificationTexts.innerLabel`). */
  readonly label: string;
  readonly verdict: Verdict;
  /** The verdict in few words (`verificationTexts.innerVerdict`). */
  readonly word: string;
  /** Why, where the verdict leaves a question open. */
  readonly reason?: string;
}

export interface ReportView {
  readonly verdict: Verdict;
  /** The one plain sentence (`verificationTexts.verdict`). */
  readonly sentence: string;
  /** Two or three words (`verificationTexts.shortVerdict`). */
  readonly word: string;
  /** Where the signature is not established, its step alone. */
  readonly steps: readonly StepView[];
  /** What stands inside, each with a verdict of its own. */
  readonly inner?: readonly InnerView[];
  /** When it was checked. */
  readonly checkedAt: string;
}

export interface CriterionView {
  readonly requirement: string;
  /** How it is met, as the credential says. */
  readonly explanation?: string;
  /** Absent where the badge was granted by decision: nothing is said of the criteria but what they are. */
  readonly met?: boolean;
}

/** A school year as drawn, and the sentences of its evidence for the table. */
export interface RecognisedYear extends TimelineYear {
  readonly statement?: string;
}

/** What the credential recognises; nothing that the served document does not hold. */
export interface RecognisedView {
  /** Sum of the year values: 3, 2.5. */
  readonly years?: number;
  /** First and last calendar year of the engagement: 2023 → 2026. */
  readonly from?: number;
  readonly to?: number;
  readonly families?: readonly { readonly code: FamilyCode; readonly label: string }[];
  readonly trainingHours?: number;
  readonly timeline?: readonly RecognisedYear[];
  /** Sentences of the evidence that are not about one year, the most telling last: trainings, contributions, who
   *  confirmed, granted by decision. Paper has room for the last four. */
  readonly statements: readonly string[];
}

/** `/credentials/{id}`: the verification page of one of our badges. */
export interface CredentialView {
  readonly name: string;
  readonly description: string;
  readonly image: Picture;
  /** As the holder chose; absent where no name is shown. */
  readonly recipient?: string;
  readonly recipientKind: 'person' | 'establishment';
  readonly awardedOn: string;
  readonly validUntil?: string;
  readonly report: ReportView;
  /** The verdict's sentence holds the date and the public reason. */
  readonly revoked: boolean;
  readonly recognised: RecognisedView;
  readonly criteria: readonly CriterionView[];
  readonly criteriaVersion: number;
  /** `/badges/{code}/v{n}`. */
  readonly badgeHref: string;
  /** Missions of our own framework, then competences of others. */
  readonly missions: readonly AlignmentView[];
  readonly alignments: readonly AlignmentView[];
  /** Absolute: the credential's own id. */
  readonly pageUrl: string;
  /** `…/qr.svg`. */
  readonly qrHref: string;
  readonly downloads: readonly (Link & { readonly note?: string })[];
  /** Links by which anyone passes on a badge that stands. Empty where it is revoked. */
  readonly share: readonly Link[];
  /** Adds the badge to a LinkedIn profile: for its holder alone, and never for a school. */
  readonly profile?: Link;
  /** The image with a link, and the card, to paste into a page. */
  readonly embedHtml?: string;
  readonly embedFrameHtml?: string;
  readonly verifyElsewhere: readonly Link[];
}

/** What a stranger's document says of itself. Nothing of it is vouched for, and nothing of it is loaded. */
export interface StrangerView {
  readonly name?: string;
  readonly description?: string;
  readonly issuerName?: string;
  readonly issuerUrl?: string;
  /** True where the service vouches for the issuer: its own badges. */
  readonly issuerKnown: boolean;
  readonly recipient?: string;
  readonly awardedOn?: string;
  readonly validFrom?: string;
  readonly validUntil?: string;
  /** Markdown: paragraphs and lists are laid out, the rest stays text. */
  readonly criteria?: string;
  readonly criteriaUrl?: string;
  /** Named, never loaded. */
  readonly imageUrl?: string;
  readonly results: readonly { readonly name?: string; readonly value: string }[];
  readonly evidence: readonly {
    readonly name?: string;
    readonly narrative?: string;
    readonly url?: string;
  }[];
  readonly alignments: readonly AlignmentView[];
  /** Our own page of it, where it is ours. */
  readonly ownHref?: string;
}

/** The three ways to give a badge, by the names of their fields. */
export type VerifyField = 'file' | 'url' | 'credential';

/** `/verify`: the form, and under it the answer where something was sent. */
export interface VerifyView {
  /** Where the form is sent. */
  readonly action: string;
  /** What the address of a badge of this service looks like. */
  readonly addressForm: string;
  /** What was typed, shown again. */
  readonly values?: { readonly url?: string; readonly credential?: string };
  /** One sentence: what is wrong with what was sent, and what to do. */
  readonly error?: string;
  /** The fields it is about. */
  readonly faulty?: readonly VerifyField[];
  readonly result?: { readonly report: ReportView; readonly document?: StrangerView };
}
