import type { AuthorisedKey } from '../keys/authorised.ts';
import type { JsonObject } from '../parsing/json-value.ts';

/** Why a document cannot be read as JSON-LD in safe mode, so that no signature can be computed over it. */
export type TermError =
  | { readonly kind: 'undefined-term'; readonly term: string }
  | { readonly kind: 'unknown-context'; readonly url: string }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** The cryptography of a verification. Who may sign was decided before: only a key that speaks for the issuer
 *  is accepted. Never throws. */
export interface ProofChecker {
  /** JSON-LD safe mode over a document without its proof (Open Badges 3.0, "every term is defined"). */
  checkTerms(secured: JsonObject): Promise<TermError | undefined>;
  /** Verifies one embedded proof, of a suite of cryptosuites.ts, over the document without its proofs. If
   *  the suite signs a graph, a document with a fault
   *  in `checkTerms` has no valid proof. */
  verifyDataIntegrity(signed: {
    readonly secured: JsonObject;
    readonly proof: JsonObject;
    readonly key: AuthorisedKey;
  }): Promise<boolean>;
  /** Verifies the signature of a compact JWS; RS256, ES256 and EdDSA only. */
  verifyJws(signed: { readonly jws: string; readonly key: AuthorisedKey }): Promise<boolean>;
}
