/** Why a document is not taken as an endorsement of one of our achievements. `texts` has a sentence for each. */
export type EndorsementFault =
  /** Its link did not answer. */
  | 'unreachable'
  /** Neither JSON nor a JWS, or not within the limits of a document. */
  | 'unreadable'
  | 'too-large'
  /** It is the envelope of a JWS, and not the JWS. */
  | 'enveloped'
  | 'not-an-endorsement'
  /** It contains other credentials. */
  | 'nested'
  /** Its issuer publishes a newer version of it. */
  | 'newer-elsewhere'
  | 'not-verified'
  /** It shows a part of what was signed, so that an end or a status may be left out. */
  | 'selected'
  /** This service signed it. */
  | 'own'
  /** An issuer whom no list knows gives itself the name of one that is known. */
  | 'borrowed-name'
  | 'other-contexts'
  | 'not-our-achievement'
  /** It is about another badge than the one asked for. */
  | 'another-badge'
  | 'numen'
  | 'too-long'
  /** The same one stands already. */
  | 'kept-already'
  | 'full';
