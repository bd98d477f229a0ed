/** Why a document is refused as an endorsement of one of our achievements. `texts` has a sentence for each
 *  code. */
export type EndorsementError =
  /** Its link did not answer. */
  | 'unreachable'
  /** Neither JSON nor a JWS, or not within the limits of a document. */
  | 'unreadable'
  | 'too-large'
  /** It is a JSON envelope around a JWS instead of the JWS itself. */
  | 'enveloped'
  | 'not-an-endorsement'
  /** It contains other credentials. */
  | 'nested'
  /** Its issuer publishes a newer version of it. */
  | 'newer-elsewhere'
  | 'not-verified'
  /** It shows only a part of the signed document, so that an end or a status may be hidden. */
  | 'selected'
  /** This service signed it. */
  | 'own'
  /** Its issuer is on no trusted list, but uses the name of an issuer that is. */
  | 'borrowed-name'
  | 'other-contexts'
  | 'not-our-achievement'
  /** It is about another badge than the expected one. */
  | 'another-badge'
  | 'numen'
  | 'too-long'
  /** The same endorsement already stands. */
  | 'kept-already'
  | 'full';
