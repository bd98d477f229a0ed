import type { ListedToken } from '../application/accounts/tokens.ts';
import type { EvaluationLine } from '../application/awards/evaluation-line.ts';
import type { RefusedLine } from '../application/files/import/entry.ts';
import type { ImportEntry, ImportSummary } from '../application/files/import/import-files.ts';
import type { AcceptLine, CorrectionLine, GrantLine, IssueLine } from '../application/lines.ts';
import type { ApiToken } from '../domain/access/api-token.ts';
import type { NameChoice, Visibility } from '../domain/award/award-types.ts';
import type { CredentialId } from '../domain/ids.ts';
import type { LocalDate } from '../domain/time/time.ts';
import type { Uai } from '../domain/uai.ts';
import type { FileCounts, LineVerdict, UnreadTable } from '../domain/work/upload.ts';

export interface GrantRequest {
  readonly allMet?: true;
  readonly person?: string;
  readonly establishment?: Uai;
  readonly badge?: string;
  readonly on?: LocalDate;
  readonly reason?: string;
}

export interface ChoiceRequest {
  readonly visibility?: Visibility;
  readonly name?: NameChoice;
  readonly schools?: boolean;
  readonly email?: boolean;
}

export interface RevokedLine {
  readonly kind: 'revoked';
  readonly credential: string;
  readonly at: string;
  readonly reason: string;
  /** False: the status list that says so is still to be published. */
  readonly published: boolean;
}

export interface ImportRequest {
  readonly paths: readonly string[];
  readonly dryRun: boolean;
  readonly locale: 'fr' | 'en';
  readonly onEntry: (entry: ImportEntry) => void;
  /** Each file and each sheet: first those that are not read, then each one that was. */
  readonly onFile: (file: FileCounts | UnreadTable) => void;
  /** Each refused line with its cells; only the database at hand can say them. */
  readonly onRefused: (line: RefusedLine) => void;
  /** What a dry run would do with each line; on the database at hand alone. */
  readonly onVerdict: (verdict: LineVerdict) => void;
  readonly onProgress: (done: number, total: number | undefined, file: string) => void;
}

export interface EvaluateRequest {
  readonly person?: string;
  readonly establishment?: Uai;
  readonly badge?: string;
  readonly on?: LocalDate;
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

/** The verbs that work on what is recorded, on the database at hand or, with `--remote`, through the API: the same lines come back. */
export interface Client {
  importFiles(request: ImportRequest): Promise<ImportSummary>;
  evaluate(request: EvaluateRequest): AsyncIterable<EvaluationLine>;
  grant(request: GrantRequest): AsyncIterable<GrantLine>;
  issue(): AsyncIterable<IssueLine>;
  countUnsigned(): Promise<number>;
  /** Says which signed badges are misstated and, unless it is a trial, signs them again. */
  reSign(request: { readonly dryRun: boolean }): AsyncIterable<CorrectionLine>;
  accept(id: CredentialId, choice: ChoiceRequest): Promise<AcceptLine>;
  acceptAll(choice: ChoiceRequest): AsyncIterable<AcceptLine>;
  revoke(id: CredentialId, reason: string): Promise<RevokedLine>;
  createToken(request: TokenRequest): Promise<MadeToken>;
  listTokens(): Promise<readonly ListedToken[]>;
  revokeToken(id: string): Promise<ListedToken>;
  exportPerson(email: string): Promise<Readonly<Record<string, unknown>>>;
  erasePerson(email: string): Promise<{ readonly erasedAwards: number; readonly revokedCredentials: number }>;
  close(): Promise<void>;
}
