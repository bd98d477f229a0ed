import type { CompiledQuery } from 'kysely';
import { type CampaignChange, isCampaignChange } from '../../../domain/change/campaign-change.ts';
import type { Change } from '../../../domain/change/change.ts';
import { type DaneDataChange, isDaneDataChange } from '../../../domain/change/dane-data-change.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { isMailChange, type MailChange } from '../../../domain/mail/mail.ts';
import type { Person } from '../../../domain/records.ts';
import type { Database } from '../database.ts';
import { importEngagements } from './import-engagements.ts';
import { makeAccountWriter } from './write-accounts.ts';
import { makeAdministrationWriter } from './write-administration.ts';
import { makeAwardWriter } from './write-awards.ts';
import { makeCampaignWriter } from './write-campaigns.ts';
import { writeDaneData } from './write-dane-data.ts';
import { makeDecisionWriter } from './write-decisions.ts';
import { makeErasureWriter } from './write-erasure.ts';
import { writeMail } from './write-mail.ts';
import { makeMergeWriter } from './write-merge.ts';
import { isMyChange, makeMyWriter } from './write-my.ts';
import { makeOutboxWriter } from './write-outbox.ts';
import { savePeople } from './write-people.ts';
import { makeRecordWriter } from './write-records.ts';
import { isSchoolChange, makeSchoolWriter } from './write-school.ts';

/** Changes → the statements that make them, in order. They read nothing back, so that D1 can take them as a batch: what
 *  a change rests on is a statement too, which fails and undoes the whole commit (table `premise`). */
export function makeWriter(database: Database): (changes: readonly Change[]) => readonly CompiledQuery[] {
  const writers = makeWriters(database);
  return (changes) =>
    inRuns(changes).flatMap((run) => {
      if (run.kind === 'people-saved') return savePeople(database, run.people);
      if (run.kind === 'engagements-imported') return importEngagements(database, run.lines);
      return isCampaignChange(run) ? writers.campaigns(run) : toQueries(writers, run);
    });
}

function makeWriters(database: Database) {
  return {
    savePerson: (person: Person) => savePeople(database, [person]),
    records: makeRecordWriter(database),
    awards: makeAwardWriter(database),
    administration: makeAdministrationWriter(database),
    accounts: makeAccountWriter(database),
    campaigns: makeCampaignWriter(database),
    decisions: makeDecisionWriter(database),
    daneData: (change: DaneDataChange) => writeDaneData(database, change),
    mail: (change: MailChange) => writeMail(database, change),
    school: makeSchoolWriter(database),
    my: makeMyWriter(database),
    outbox: makeOutboxWriter(database),
    erase: makeErasureWriter(database),
    merge: makeMergeWriter(database),
  };
}

type Writers = ReturnType<typeof makeWriters>;

function toQueries(
  writers: Writers,
  change: Exclude<Change, CampaignChange | EngagementImported>,
): readonly CompiledQuery[] {
  const { records, awards } = writers;
  if (isMailChange(change)) return writers.mail(change);
  if (isDaneDataChange(change)) return writers.daneData(change);
  switch (change.kind) {
    case 'establishment-saved':
      return records.saveEstablishment(change.establishment);
    case 'person-saved':
      return writers.savePerson(change.person);
    case 'engagement-saved':
      return records.saveEngagement(change.engagement);
    case 'authorisation-saved':
      return records.saveAuthorisation(change.authorisation);
    case 'event-saved':
      return records.saveEvent(change.event);
    case 'attendance-saved':
      return records.saveAttendance(change.attendance);
    case 'progress-review-saved':
      return records.saveReview(change.review);
    case 'contribution-saved':
      return records.saveContribution(change.contribution);
    case 'award-granted':
      return awards.saveAward(change.award);
    case 'credential-issued':
      return awards.issue(change.credential);
    case 'credential-reissued':
      return awards.reissue(change.credential, change.choiceAsRead);
    case 'holder-chose':
      return awards.choose(change.credentialId, change.choice, change.asRead);
    case 'credential-revoked':
      return awards.revoke(change.credentialId, change.statusListId, change.revocation);
    case 'award-claims-released':
      return awards.releaseClaims(change.by);
    default:
      return toServiceQueries(writers, change);
  }
}

type RecordKind =
  | `${'establishment' | 'person' | 'engagement' | 'authorisation' | 'event' | 'attendance'}-saved`
  | `${'progress-review' | 'contribution'}-saved`
  | 'award-granted'
  | `credential-${'issued' | 'reissued' | 'revoked'}`
  | 'holder-chose'
  | 'award-claims-released';

/** What the service itself keeps beside records and awards. */
function toServiceQueries(
  writers: Writers,
  change: Exclude<
    Change,
    CampaignChange | DaneDataChange | MailChange | EngagementImported | { readonly kind: RecordKind }
  >,
): readonly CompiledQuery[] {
  const { administration, outbox } = writers;
  switch (change.kind) {
    case 'status-list-opened':
      return administration.openStatusList(change);
    case 'status-list-published':
      return administration.publishStatusList(change.list);
    case 'token-created':
      return administration.createToken(change.token);
    case 'token-revoked':
      return administration.revokeToken(change.tokenId, change.at);
    case 'token-used':
      return administration.useToken(change.tokenId, change.on);
    case 'public-key-kept':
      return administration.keepPublicKey(change.key);
    case 'person-erased':
      return writers.erase(change.personId, change.at);
    case 'people-merged':
      return writers.merge(change.from, change.into);
    case 'outbox-added':
      return outbox.add(change);
    case 'outbox-done':
      return outbox.finish(change.id, change.at);
    case 'outbox-postponed':
      return outbox.postpone(change.id, change.dueAt);
    case 'outbox-forgotten':
      return outbox.forget(change.doneBefore);
    case 'audited':
      return administration.audit(change.entry);
    case 'criteria-adopted':
    case 'criteria-withdrawn':
    case 'dane-agent-leaves':
    case 'refusal-reopened':
    case 'proposals-replaced':
    case 'proposal-settled':
    case 'proposal-refused':
    case 'job-begun':
    case 'job-started':
    case 'job-taken-back':
    case 'job-advanced':
      return writers.decisions(change);
    default:
      if (isSchoolChange(change)) return writers.school(change);
      return isMyChange(change) ? writers.my(change) : writers.accounts(change);
  }
}

interface PeopleSaved {
  readonly kind: 'people-saved';
  readonly people: Person[];
}

type EngagementImported = Extract<Change, { readonly kind: 'engagement-imported' }>;

interface EngagementsImported {
  readonly kind: 'engagements-imported';
  readonly lines: EngagementImported[];
}

type Run = Exclude<Change, EngagementImported> | PeopleSaved | EngagementsImported;

/** People that follow each other are saved together, in a handful of statements whatever their number; the second save
 *  of one person begins a new run. So are the lines of a file of engagements, which rest on one premise. */
function inRuns(changes: readonly Change[]): readonly Run[] {
  const runs: Run[] = [];
  const seen = new Set<PersonId>();
  for (const change of changes) {
    const run = runs.at(-1);
    if (change.kind === 'engagement-imported') {
      if (run?.kind === 'engagements-imported') run.lines.push(change);
      else runs.push({ kind: 'engagements-imported', lines: [change] });
    } else if (change.kind !== 'person-saved') runs.push(change);
    else if (run?.kind === 'people-saved' && !seen.has(change.person.id)) run.people.push(change.person);
    else {
      seen.clear();
      runs.push({ kind: 'people-saved', people: [change.person] });
    }
    if (change.kind === 'person-saved') seen.add(change.person.id);
  }
  return runs;
}
