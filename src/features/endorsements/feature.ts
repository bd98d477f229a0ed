import { DomainError } from '../../domain/errors.ts';
import { declare } from '../../domain/features/declaration.ts';
import type { CredentialId, PersonId } from '../../domain/ids.ts';
import { refuseNumen } from '../../domain/person/numen.ts';
import type { RowOf } from '../../domain/tables/row-types.ts';
import { OWN, WITH_PERSON } from '../../domain/tables/treatments.ts';
import type { Instant } from '../../domain/time/calendar.ts';
import type { Uai } from '../../domain/uai.ts';
import { plainTerms } from './feature-disclosed-in-text.ts';
import { endorsementErrors } from './feature-errors.ts';

/** Most characters of a principal's comment. */
export const LONGEST_COMMENT = 300;

/** A principal's comment on a person's engagement at the school. It is offered to the person, who may add it
 *  to one of their badges (docs/rules.md, Endorsements). */
export interface Endorsement {
  /** A UUID. */
  readonly id: string;
  readonly personId: PersonId;
  readonly uai: Uai;
  readonly comment: string;
  readonly offeredAt: Instant;
  readonly declined: boolean;
  /** The badge that contains it; absent until the person has added it to one. */
  readonly credentialId?: CredentialId;
}

/** A public key of a school. Its private half is derived from the issuer's key, and is compromised or retired
 *  with it. */
export interface SchoolKey {
  readonly kid: string;
  readonly uai: Uai;
  readonly publicKeyMultibase: string;
  readonly issuerKid: string;
}

/** Changes to endorsements. */
export type EndorsementChange =
  /** Replaces the endorsement offered before. Refused where that one is in a badge. */
  | { readonly kind: 'endorsement-offered'; readonly endorsement: Endorsement }
  /** Refused where the endorsement is no longer as it was read. */
  | {
      readonly kind: 'endorsement-answered';
      readonly asRead: Endorsement;
      readonly declined: boolean;
      readonly credentialId?: CredentialId;
    }
  /** Refused where the endorsement is no longer as it was read. */
  | { readonly kind: 'endorsement-removed'; readonly asRead: Endorsement }
  | { readonly kind: 'school-key-kept'; readonly key: SchoolKey };

/** The comment in the form that is kept. Throws `invalid-request` for an empty or a long text,
 *  `numen-refused` where it holds a NUMEN, and `colleague-named` where it names another person of the school:
 *  words signed for one person must not be about another. */
export function parseComment(text: string, colleagues: readonly { readonly familyName: string }[]): string {
  const comment = text.replace(/\s+/gu, ' ').trim();
  if (comment === '' || comment.length > LONGEST_COMMENT) throw new DomainError('invalid-request');
  refuseNumen(comment);
  const texts = ` ${plainTerms(comment).join(' ')} `;
  const named = colleagues.some(({ familyName }) => {
    const name = plainTerms(familyName).join(' ');
    return name.length > 2 && texts.includes(` ${name} `);
  });
  if (named) throw new DomainError('colleague-named');
  return comment;
}

/** Reads principals' endorsements and the keys of schools. */
export interface EndorsementReader {
  readEndorsementsOf(personId: PersonId): Promise<readonly Endorsement[]>;
  /** The endorsements in a badge, in the order in which they were offered. */
  readEndorsementsIn(credentialId: CredentialId): Promise<readonly Endorsement[]>;
  /** The keys of a school, or of all schools. */
  readSchoolKeys(uai?: Uai): Promise<readonly SchoolKey[]>;
}

/** The rows of its tables, exactly as the migrations make them. */
export interface EndorsementsTables {
  endorsement: RowOf<Endorsement>;
  school_key: RowOf<SchoolKey>;
}

/** What the other layers read of this feature. */
export const feature = declare<EndorsementsTables, EndorsementChange, EndorsementReader>()({
  group: 'badges',
  history: [
    'endorsement-offered',
    'endorsement-added',
    'endorsement-declined',
    'endorsement-taken-back',
    'endorsement-removed',
  ],
  errors: endorsementErrors,
  people: {
    endorsement: {
      ...OWN,
      exportedAfter: 'held_badge',
      refersTo: ['credential'],
      merge: { unless: ['uai'] },
      register: 'nothing',
      school: 'apart',
      ends: WITH_PERSON,
    },
  },
});
