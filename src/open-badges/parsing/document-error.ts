/** Why a text or document is refused before it is read. */
export type DocumentErrorCode =
  | 'not-plain-form'
  | 'own-vocabulary'
  | 'duplicate-member'
  | 'too-large'
  | 'too-deep'
  | 'too-many-members'
  | 'too-many-contexts'
  | 'too-many-proofs'
  | 'too-many-endorsements'
  | 'too-many-badges';

/** The fault for which a text or document is refused. */
export interface DocumentError {
  readonly code: DocumentErrorCode;
  /** The fault and its place, in English, for developers. */
  readonly reason: string;
  readonly params: Readonly<Record<string, string | number>>;
}
