import type { Change } from '../../../domain/change/change.ts';
import type { Database } from '../database.ts';
import { accounts } from './accounts.ts';
import { achievementEndorsements } from './achievement-endorsements.ts';
import { audit } from './audit.ts';
import { authorisations } from './authorisations.ts';
import { awards } from './awards.ts';
import { badgeLog } from './badge-log.ts';
import { badgeRecords } from './badge-records.ts';
import { campaigns } from './campaigns.ts';
import { classProjects } from './class-projects.ts';
import { columnMatches } from './column-matches.ts';
import { confirmationRequests } from './confirmation-requests.ts';
import { contests } from './contests.ts';
import { contributions } from './contributions.ts';
import { coverage } from './coverage.ts';
import { credentials } from './credentials.ts';
import { criteriaVersions } from './criteria.ts';
import { dataRequests } from './data-requests.ts';
import { endorsements } from './endorsements.ts';
import { engagementProposals } from './engagement-proposals.ts';
import { engagements } from './engagements.ts';
import { establishments } from './establishments.ts';
import { events } from './events.ts';
import { heldBadges } from './held-badges.ts';
import { host } from './host.ts';
import { importLog } from './import-log.ts';
import { invitations } from './invitations.ts';
import { jobs } from './jobs.ts';
import { mail } from './mail.ts';
import { means } from './means.ts';
import { missionProposals } from './mission-proposals.ts';
import { outbox } from './outbox.ts';
import { papers } from './papers.ts';
import { people } from './people.ts';
import { procedureSheets } from './procedure-sheets.ts';
import { programCredentials } from './program-credentials.ts';
import { proposals } from './proposals.ts';
import { publicKeys } from './public-keys.ts';
import { publicProfiles } from './public-profiles.ts';
import { retention } from './retention.ts';
import { reviews } from './reviews.ts';
import { schoolMeetings } from './school-meetings.ts';
import { schoolProjects } from './school-projects.ts';
import { settings } from './settings.ts';
import { statusLists } from './status-lists.ts';
import { supportRequests } from './support-requests.ts';
import { tokens } from './tokens.ts';
import { trustedLists } from './trusted-lists.ts';
import { uploads } from './uploads.ts';
import { wallets } from './wallets.ts';
import { wishedTrainings } from './wished-trainings.ts';
import type { Queries, RunWriterOf, WriterOf, Writers } from './writer.ts';

/** The writer of each kind of change. */
const WRITERS: Writers<Change> = {
  ...establishments,
  ...people,
  ...dataRequests,
  ...accounts,
  ...tokens,
  ...engagements,
  ...engagementProposals,
  ...missionProposals,
  ...supportRequests,
  ...classProjects,
  ...authorisations,
  ...procedureSheets,
  ...contests,
  ...campaigns,
  ...confirmationRequests,
  ...coverage,
  ...reviews,
  ...wishedTrainings,
  ...retention,
  ...means,
  ...schoolProjects,
  ...events,
  ...invitations,
  ...schoolMeetings,
  ...contributions,
  ...papers,
  ...criteriaVersions,
  ...proposals,
  ...awards,
  ...credentials,
  ...publicProfiles,
  ...host,
  ...heldBadges,
  ...wallets,
  ...badgeRecords,
  ...programCredentials,
  ...endorsements,
  ...achievementEndorsements,
  ...statusLists,
  ...badgeLog,
  ...publicKeys,
  ...jobs,
  ...columnMatches,
  ...uploads,
  ...importLog,
  ...mail,
  ...outbox,
  ...settings,
  ...trustedLists,
  ...audit,
};

/** Turns changes into the statements that make them, in order. The statements read nothing back, so that D1
 *  can take them as a batch. A premise of a change is a statement too, which fails and undoes the whole
 *  commit (table `premise`). */
export function makeWriter(database: Database): (changes: readonly Change[]) => Queries {
  return (changes) => inRuns(changes).flatMap((run) => writeRun(database, run));
}

/** Consecutive changes of one kind. */
interface Run {
  readonly kind: Change['kind'];
  readonly changes: Change[];
  readonly keys: Set<string | undefined>;
}

function inRuns(changes: readonly Change[]): readonly Run[] {
  const runs: Run[] = [];
  for (const change of changes) {
    const key = keyOf(change);
    const run = runs.at(-1);
    if (run?.kind === change.kind && (key === undefined || !run.keys.has(key))) {
      run.changes.push(change);
      run.keys.add(key);
    } else runs.push({ kind: change.kind, changes: [change], keys: new Set([key]) });
  }
  return runs;
}

function writeRun(database: Database, { kind, changes }: Run): Queries {
  const writer = writerOf(kind);
  return typeof writer === 'function'
    ? changes.flatMap((change) => writer(database, change))
    : writer.writeRun(database, changes);
}

function keyOf(change: Change): string | undefined {
  const writer = writerOf(change.kind);
  return typeof writer === 'function' ? undefined : writer.keyOf?.(change);
}

/** The table pairs each kind with its own writer; the compiler cannot follow that pairing through the
 *  union. */
function writerOf(kind: Change['kind']): WriterOf<Change> | RunWriterOf<Change> {
  return WRITERS[kind] as WriterOf<Change> | RunWriterOf<Change>;
}
