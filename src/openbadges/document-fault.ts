/** Why a text or a document is not read at all. */
export type DocumentFaultCode =
  | 'not-plain-form'
  | 'duplicate-member'
  | 'too-large'
  | 'too-deep'
  | 'too-many-members'
  | 'too-many-contexts'
  | 'too-many-proofs'
  | 'too-many-endorsements'
  | 'too-many-badges';

/** What keeps it from being read. */
export interface DocumentFault {
  readonly code: DocumentFaultCode;
  /** What was seen and where, in English, for developers. */
  readonly reason: string;
  readonly params: Readonly<Record<string, string | number>>;
}
