import type { KeyAnswer } from './authorised-key.ts';
import type { KeySearch } from './controller.ts';
import { findByHeader, type NamedByHeader } from './find-by-header.ts';
import { findByMethod, type NamedMethod } from './find-by-method.ts';
import { findOlderKey, type OlderSigned } from './find-older-key.ts';

/** The ways in which a document names the key that signed it: an embedded proof by a verification method, a
 *  VC-JWT by its header, a badge of an older version by its assertion. */
export type KeyQuestion =
  | ({ readonly kind: 'method' } & NamedMethod)
  | ({ readonly kind: 'header' } & NamedByHeader)
  | ({ readonly kind: 'older' } & OlderSigned);

/** The key that signed a document, if it speaks for this issuer, for this purpose, now (docs/adr/0035). This
 *  question is asked here for every credential, list, newer version and presentation, in every form. Only what
 *  the issuer's own address serves can answer it: a document never vouches for itself. */
export function findSigningKey(question: KeyQuestion, needs: KeySearch): Promise<KeyAnswer> {
  switch (question.kind) {
    case 'method':
      return findByMethod(question, needs);
    case 'header':
      return findByHeader(question, needs);
    case 'older':
      return findOlderKey(question, needs);
  }
}
