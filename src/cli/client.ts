import type { ListedToken } from '../application/accounts/tokens.ts';
import type { EvaluationLine } from '../application/awards/evaluation-line.ts';
import type { Labelled } from '../application/awards/recipient.ts';
import type { Adopted, BadgeTrial } from '../application/criteria/badge-drafts.ts';
import type { AdoptedOffice, OfficeTrial } from '../application/criteria/office.ts';
import type { DecisionAct, DecisionLine } from '../application/decisions/read-lines.ts';
import type { RefusedLine } from '../application/files/import/entry.ts';
import type { ImportEntry, ImportSummary } from '../application/files/import/run.ts';
import type { ListedImport, UndoChunkCommand, UndoneChunk } from '../application/files/undo/by-program.ts';
import type { PendingAcceptanceLine } from '../application/holder/pending-acceptances.ts';
import type { AcceptLine, CorrectionLine, GrantLine, IssueLine } from '../application/output-lines.ts';
import type { PackDocument } from '../catalogue/office-pack.ts';
import type { ApiToken } from '../domain/access/api-token.ts';
import type { FormChoice, NameChoice, SuspensionCause, Visibility } from '../domain/award/types.ts';
import type { AmendedBadge } from '../domain/criteria/badge-change.ts';
import type { AchievementDefinition } from '../domain/criteria/definition.ts';
import type { CredentialId } from '../domain/ids.ts';
import type { Depth, InvariantAnswer, InvariantName } from '../domain/integrity/invariant.ts';
import type { LocalDate } from '../domain/time/calendar.ts';
import type { Uai } from '../domain/uai.ts';
import type { FileCounts, LineVerdict, UnreadTable } from '../domain/upload/types.ts';
import type { DirectoryFormat, DirectoryLine } from '../features/directory/actions.ts';
import type { DirectoryFilter } from '../features/directory/feature.ts';

export interface GrantRequest {
  readonly allMet?: true;
  readonly person?: string;
  readonly establishment?: Uai;
  readonly badge?: string;
  readonly on?: LocalDate;
  readonly reason?: string;
  /** With `allMet`, grants also what a person should look at first. */
  readonly alsoToLookAt?: true;
  /** Seconds in which the decision can be taken back; by default it is carried out at once. */
  readonly waitSeconds?: number;
  /** With `allMet`, the hour in Paris at which the decision is carried out, `YYYY-MM-DDTHH:MM`. */
  readonly at?: string;
  readonly dryRun?: true;
  /** Ends the run after the badges in progress. */
  readonly stop?: AbortSignal;
}

export interface AskRequest {
  readonly depth: Depth;
  readonly onLook: (looked: number, invariant: InvariantName) => void;
}

export interface ChoiceRequest {
  readonly visibility?: Visibility;
  readonly name?: NameChoice;
  readonly form?: FormChoice;
  readonly schools?: boolean;
  readonly schoolsConfirmed?: boolean;
  readonly email?: boolean;
  readonly words?: 'fitting' | 'all' | 'none';
}

export interface RevokedLine extends Labelled {
  readonly kind: 'revoked';
  readonly credential: string;
  readonly badge: string;
  readonly at: string;
  readonly reason: string;
  /** False if the status list with this revocation is not published yet. */
  readonly published: boolean;
  /** Present if it is not because signing failed. */
  readonly signingFailed?: true;
}

export interface RemindedLine {
  readonly kind: 'reminded';
  readonly credential: string;
  readonly at: string;
}

export interface SuspendRequest {
  readonly cause: SuspensionCause;
  readonly reason: string;
  readonly note?: string;
}

export interface SuspendedLine extends Omit<RevokedLine, 'kind' | 'badge'> {
  readonly kind: 'suspended';
  readonly cause: SuspensionCause;
}

export type ResumedLine = Omit<RevokedLine, 'kind' | 'badge' | 'reason'> & { readonly kind: 'resumed' };

export interface ImportRequest {
  readonly paths: readonly string[];
  readonly dryRun: boolean;
  /** Code of the event that a list of Moodle is about. */
  readonly event?: string | undefined;
  readonly locale: 'fr' | 'en';
  readonly onEntry: (entry: ImportEntry) => void;
  /** Called for each file and sheet: first for those that are not read, then for each one that was. */
  readonly onFile: (file: FileCounts | UnreadTable) => void;
  /** Called for each refused line with its cells; only on the local database. */
  readonly onRefused: (line: RefusedLine) => void;
  /** Called with the outcome of each line in a dry run; only on the local database. */
  readonly onVerdict: (verdict: LineVerdict) => void;
  readonly onProgress: (done: number, total: number | undefined, file: string) => void;
}

export interface EvaluateRequest {
  readonly person?: string;
  readonly establishment?: Uai;
  readonly badge?: string;
  readonly on?: LocalDate;
}

export interface DirectoryRequest {
  readonly filter: DirectoryFilter;
  /** The file that is made of it. */
  readonly format?: DirectoryFormat;
}

export interface TokenRequest {
  readonly role: ApiToken['role'];
  readonly name: string;
  readonly days?: number;
}

export interface MadeToken extends TokenRequest {
  readonly id: string;
  readonly expiresAt: string;
  readonly token: string;
}

/** The badges of the newest version of the criteria. */
export interface BadgesLine {
  readonly version: number;
  readonly inForceFrom: string;
  readonly badges: readonly { readonly code: string; readonly badge: AchievementDefinition }[];
}

export interface OfficeLine {
  readonly version: number;
  readonly document: PackDocument;
}

/** The verbs that work on records, on the local database or, with `--remote`, through the API. Both give the
 *  same lines. */
export interface Client {
  importFiles(request: ImportRequest): Promise<ImportSummary>;
  listImports(): Promise<readonly ListedImport[]>;
  /** One part of the look at an import, of its undoing, or of a stop; `after` is the `next` of the previous
   *  part. */
  undoImport(id: string, act: UndoChunkCommand['act'], after?: string): Promise<UndoneChunk>;
  evaluate(request: EvaluateRequest): AsyncIterable<EvaluationLine>;
  /** Where the decision waits, it is the last line. */
  grant(request: GrantRequest): AsyncIterable<GrantLine | DecisionLine>;
  listDecisions(): Promise<readonly DecisionLine[]>;
  decide(id: string, act: DecisionAct['act']): Promise<DecisionLine>;
  /** After a stop, the badges in progress are still signed. */
  issue(request?: { readonly stop?: AbortSignal }): AsyncIterable<IssueLine>;
  countUnsigned(): Promise<number>;
  /** Asks the invariants of this depth, and writes nothing. */
  checkInvariants(request: AskRequest): AsyncIterable<InvariantAnswer>;
  /** Lists the signed badges that are misstated and, unless it is a dry run, signs them again. */
  reSign(request: { readonly dryRun: boolean }): AsyncIterable<CorrectionLine>;
  accept(id: CredentialId, choice: ChoiceRequest): Promise<AcceptLine>;
  acceptAll(choice: ChoiceRequest): AsyncIterable<AcceptLine>;
  revoke(id: CredentialId, reason: string): Promise<RevokedLine>;
  suspend(id: CredentialId, request: SuspendRequest): Promise<SuspendedLine>;
  /** The badges that wait for their holders, the oldest first. */
  listPendingAcceptances(): AsyncIterable<PendingAcceptanceLine>;
  remind(id: CredentialId): Promise<RemindedLine>;
  /** The people of the directory, by name. */
  listDirectory(request: DirectoryRequest): AsyncIterable<DirectoryLine>;
  resume(id: CredentialId, reason: string | undefined): Promise<ResumedLine>;
  createToken(request: TokenRequest): Promise<MadeToken>;
  listTokens(): Promise<readonly ListedToken[]>;
  revokeToken(id: string): Promise<ListedToken>;
  exportPerson(email: string): Promise<Readonly<Record<string, unknown>>>;
  erasePerson(email: string): Promise<{ readonly erasedAwards: number; readonly revokedCredentials: number }>;
  /** The office's pack, with its number. */
  listBadges(): Promise<BadgesLine>;
  tryBadge(badge: AmendedBadge, after?: string): Promise<BadgeTrial>;
  adoptBadge(badge: AmendedBadge, from: LocalDate): Promise<Adopted>;
  retireBadge(code: string, from: LocalDate): Promise<Adopted>;
  readOffice(): Promise<OfficeLine>;
  /** One part of the trial of a pack; `after` is the `next` of the previous part. */
  tryOffice(document: PackDocument, after?: string): Promise<OfficeTrial>;
  adoptOffice(document: PackDocument, from?: LocalDate): Promise<AdoptedOffice>;
  close(): Promise<void>;
}
