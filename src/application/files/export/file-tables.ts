import type { FileTable } from './file-table.ts';
import { attendanceTable } from './tables/attendances.ts';
import { authorisationTable } from './tables/authorisations.ts';
import { contributionTable } from './tables/contributions.ts';
import { engagementTable } from './tables/engagements.ts';
import { establishmentTable } from './tables/establishments.ts';
import { eventTable } from './tables/events.ts';
import { personTable } from './tables/people.ts';
import { reviewTable } from './tables/reviews.ts';

/** The columns of every file. */
export const FILE_TABLES: readonly Pick<FileTable<never>, 'name' | 'columns'>[] = [
  establishmentTable,
  personTable,
  eventTable,
  authorisationTable,
  engagementTable,
  attendanceTable,
  reviewTable,
  contributionTable,
];
