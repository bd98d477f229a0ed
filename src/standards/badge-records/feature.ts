import type { IssuedCredential, NameChoice } from '../../domain/award/types.ts';
import type { SignedDigests } from '../../domain/badge-log/entries.ts';
import { declare } from '../../domain/features/declaration.ts';
import type { PersonId, RecordId } from '../../domain/ids.ts';
import type { Row } from '../../domain/tables/column-names.ts';
import type { Slice } from '../../domain/tables/keyset-page.ts';
import type { Flag } from '../../domain/tables/row-types.ts';
import { OWN, WITH_PERSON } from '../../domain/tables/treatments.ts';
import type { Instant } from '../../domain/time/calendar.ts';
import { mayBeListed } from '../../features/public-profiles/feature.ts';
import { badgeRecordErrors } from './feature-errors.ts';

/** A person's badges in one signed document, which the person chose to make (CLR 2.0, ClrCredential;
 *  docs/rules.md, Record of badges). */
export interface BadgeRecord {
  readonly id: RecordId;
  readonly personId: PersonId;
  readonly name: NameChoice;
  /** Goes up by one each time the record is made again under the same id. */
  readonly revision: number;
  /** The instant at which this revision was made. */
  readonly validFrom: Instant;
  /** JSON text with the embedded proof, exactly as signed. */
  readonly document: string;
  /** Compact JWS over the same body without `proof`. */
  readonly jws: string;
  readonly keyIds: readonly string[];
  /** `urn:uuid:…` of the subject. All revisions have the same. */
  readonly subjectId: string;
  /** The badges in it with their revisions (`contentOf`). */
  readonly madeOf: string;
  readonly statusListId: string;
  readonly statusIndex: number;
}

/** Changes to records of badges. */
export type BadgeRecordChange =
  | { readonly kind: 'badge-record-made'; readonly record: BadgeRecord; readonly digests: SignedDigests }
  /** The whole commit is refused where the record has been made again or withdrawn in the meantime. */
  | {
      readonly kind: 'badge-record-made-again';
      readonly record: BadgeRecord;
      readonly digests: SignedDigests;
    }
  /** The record's address then answers that it was withdrawn, and its bit in the status list is set. The whole
   *  commit is refused where it is withdrawn already. */
  | { readonly kind: 'badge-record-withdrawn'; readonly personId: PersonId; readonly id: RecordId };

type Listed = Pick<IssuedCredential, 'id' | 'revision' | 'choice' | 'revocation' | 'erasedAt'>;

/** The badges for a record with this form of the name: all that the holder has accepted, does not hide, and
 *  shows with the name in the same form. Next to a named badge, a nameless one would be named too. */
export function recordedOf<Issued extends { readonly credential: Listed }>(
  issued: readonly Issued[],
  name: NameChoice,
): readonly Issued[] {
  return issued.filter(({ credential }) => mayBeListed(credential, name));
}

/** The content of a record as one text. A record whose content has changed must be made again. */
export function contentOf(recorded: readonly { readonly credential: Listed }[]): string {
  return recorded
    .map(({ credential: { id, revision } }) => `${id} ${revision}`)
    .toSorted()
    .join('\n');
}

/** Reads records of badges. */
export interface BadgeRecordReader {
  /** The record; `withdrawn` where it existed and was withdrawn. */
  readBadgeRecord(id: RecordId): Promise<BadgeRecord | 'withdrawn' | undefined>;
  readBadgeRecordOf(personId: PersonId): Promise<BadgeRecord | undefined>;
  /** The ids of all standing records, in their order. */
  readBadgeRecordIds(slice: Slice<RecordId>): Promise<readonly RecordId[]>;
}

/** The rows of its tables, exactly as the migrations make them. */
export interface BadgeRecordsTables {
  badge_record: Row<'badge_record', Omit<BadgeRecord, 'statusListId' | 'statusIndex'>>;
  badge_record_entry: {
    record_id: RecordId;
    status_list_id: string;
    status_index: number;
    withdrawn: Flag;
  };
}

/** What the other layers read of this feature. */
export const feature = declare<BadgeRecordsTables, BadgeRecordChange, BadgeRecordReader>()({
  group: 'badges',
  history: ['badge-record-made', 'badge-record-withdrawn'],
  errors: badgeRecordErrors,
  menu: {
    my: { record: { under: 'badges', after: 'profile', path: '/my/record' } },
  },
  people: {
    // The badge record of the remaining person is kept; the other one is withdrawn.
    badge_record: {
      ...OWN,
      exportedAfter: 'endorsement',
      merge: 'apart',
      register: 'nothing',
      ends: WITH_PERSON,
    },
  },
});
