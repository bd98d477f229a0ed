import type { StatusList } from '../../../application/store/status-list-reader.ts';
import type { KeptFor } from '../../../domain/award/status-list.ts';
import type { Instant } from '../../../domain/time/time.ts';
import { withoutNulls } from './columns.ts';

export interface StatusListTable {
  id: string;
  size: number;
  revision: number;
  opened_at: Instant;
  published_revision: number | null;
  document: string | null;
  valid_until: Instant | null;
  suspension_document: string | null;
  /** Number of the list, from 1. */
  ordinal: number;
  kept_for: KeptFor;
}

export function fromStatusListRow(row: StatusListTable): StatusList {
  const { id, published_revision: publishedRevision, document, valid_until: validUntil } = row;
  const isPublished = publishedRevision !== null && document !== null && validUntil !== null;
  return {
    id,
    size: row.size,
    revision: row.revision,
    openedAt: row.opened_at,
    ...(isPublished && {
      published: withoutNulls({
        id,
        publishedRevision,
        document,
        validUntil,
        suspensionDocument: row.suspension_document,
      }),
    }),
  };
}
