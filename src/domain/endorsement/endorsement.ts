import { DomainError } from '../errors.ts';
import type { CredentialId, PersonId } from '../ids.ts';
import { containsNumen } from '../numen.ts';
import type { Instant } from '../time/time.ts';
import type { Uai } from '../uai.ts';

/** Most characters of what a principal says. */
export const LONGEST_COMMENT = 300;

/** What the principal of a school says of a person's engagement there: offered to the person, who adds it to
 *  one of their badges or not (docs/rules.md, Endorsements). */
export interface Endorsement {
  /** A UUID. */
  readonly id: string;
  readonly personId: PersonId;
  readonly uai: Uai;
  readonly comment: string;
  readonly offeredAt: Instant;
  readonly declined: boolean;
  /** The badge that it stands in. */
  readonly credentialId?: CredentialId;
}

/** A public key of a school. Its private half follows from the issuer's key, and shares its fate. */
export interface SchoolKey {
  readonly kid: string;
  readonly uai: Uai;
  readonly publicKeyMultibase: string;
  readonly issuerKid: string;
}

/** Changes to endorsements. */
export type EndorsementChange =
  /** Replaces what was offered before. Does nothing where that stands in a badge. */
  | { readonly kind: 'endorsement-offered'; readonly endorsement: Endorsement }
  | {
      readonly kind: 'endorsement-answered';
      readonly id: string;
      readonly declined: boolean;
      readonly credentialId?: CredentialId;
    }
  | { readonly kind: 'endorsement-removed'; readonly id: string }
  | { readonly kind: 'school-key-kept'; readonly key: SchoolKey };

/** The comment as it is kept. Throws `invalid-request` for an empty or a long one, `numen-refused` where it
 *  holds a NUMEN, `colleague-named` where it names somebody else of the school: what is signed for one person
 *  says nothing of another. */
export function parseComment(text: string, colleagues: readonly { readonly familyName: string }[]): string {
  const comment = text.replace(/\s+/gu, ' ').trim();
  if (comment === '' || comment.length > LONGEST_COMMENT) throw new DomainError('invalid-request');
  if (containsNumen(comment)) throw new DomainError('numen-refused');
  const words = ` ${wordsOf(comment)} `;
  const named = colleagues.some(({ familyName }) => {
    const name = wordsOf(familyName);
    return name.length > 2 && words.includes(` ${name} `);
  });
  if (named) throw new DomainError('colleague-named');
  return comment;
}

/** Words in lower case without accents, one space between two. */
function wordsOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
