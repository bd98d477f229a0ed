import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/application/ports.ts';
import { REGISTER_FILES } from '../../src/application/store/file-readers.ts';
import { SIGNED_TABLES } from '../../src/application/store/invariant-reader.ts';
import { NEW_YEAR_LISTS } from '../../src/application/store/new-year-readers.ts';
import type { Readers } from '../../src/application/store/readers.ts';
import type { Instant, LocalDate } from '../../src/domain/time/calendar.ts';
import { startFullFixture, type WorkspaceFixture } from '../support/fixtures/workspace.ts';
import { THIS_YEAR, todayInParis } from '../support/now.ts';
import { repeatRows, type Template } from '../support/repeated-rows.ts';

/** Whether a parameter has a cursor and a limit. */
type HasCursor<Given extends readonly unknown[]> = Given extends readonly [infer One, ...infer Rest]
  ? 'limit' | 'after' extends keyof NonNullable<One>
    ? true
    : 'limit' | 'before' extends keyof NonNullable<One>
      ? true
      : HasCursor<Rest>
  : false;
/** The readers of which a parameter has a cursor. Contradictions are counts, which the contract of invariants adds up. */
type PagedReader = Exclude<
  {
    [Name in keyof Readers]: Readers[Name] extends (...given: infer Given) => unknown
      ? HasCursor<Given> extends true
        ? Name
        : never
      : never;
  }[keyof Readers],
  'readContradictions'
>;

/** The readers whose cursor is a parameter of its own. */
const BY_PARAMETER = [
  'readLogCheckpoints',
  'readLogEntries',
  'readSealedEntries',
  'readUnsealedEntries',
] as const;
type PagedByParameter = (typeof BY_PARAMETER)[number];

interface Slice {
  readonly after?: never;
  readonly limit: number;
}
type Row = Readonly<Record<string, unknown>>;

/** One paged list with its filter, and the cursor after a row of it. */
interface Walk {
  readonly read: (store: Store, slice: Slice) => Promise<readonly unknown[]>;
  readonly after: (row: never) => unknown;
}
const walk = (read: Walk['read'], after: (row: never) => unknown): readonly Walk[] => [{ read, after }];
const same = (row: never) => row;
const id = ({ id }: { readonly id: unknown }) => id;
const reference = ({ reference }: { readonly reference: unknown }) => reference;
const uai = ({ uai }: { readonly uai: unknown }) => uai;
const position = ({ position }: { readonly position: unknown }) => position;
const nextPosition = ({ position }: { readonly position: number }) => position + 1;
const personId = ({ personId }: { readonly personId: unknown }) => personId;
const pick =
  (...names: readonly string[]) =>
  (row: Row) =>
    Object.fromEntries(names.map((name) => [name, row[name]]));

const TODAY = todayInParis();
const END = '9999-01-01T00:00:00Z' as Instant;
const LAST_DAY = '9999-01-01' as LocalDate;

/** How each paged list is read, with and without its filters. The compiler asks for every one. */
const WALKS: Readonly<Record<PagedReader | PagedByParameter, readonly Walk[]>> = {
  searchPeople: walk((s, slice) => s.searchPeople({ ...slice }), id),
  readRupnIds: walk((s, slice) => s.readRupnIds(slice), same),
  readSignInDoubts: walk((s, slice) => s.readSignInDoubts(slice), id),
  readEngagedUais: walk((s, slice) => s.readEngagedUais(slice), same),
  readWaitingEngagementProposals: walk(
    (s, slice) => s.readWaitingEngagementProposals(slice),
    pick('at', 'id'),
  ),
  searchContributions: [true, false].flatMap((validated) =>
    walk((s, slice) => s.searchContributions({ ...slice, validated }), pick('on', 'reference')),
  ),
  readSilentRequests: walk(
    (s, slice) => s.readSilentRequests({ ...slice, askedUntil: END }),
    ({ engagement }: { engagement: Row }) => engagement['reference'],
  ),
  readDocumentaryConfirmations: walk(
    (s, slice) => s.readDocumentaryConfirmations(slice),
    ({ engagement }: { engagement: Row }) => engagement['reference'],
  ),
  readUnreachableSchools: walk((s, slice) => s.readUnreachableSchools(slice), same),
  readSchoolsToRemind: walk(
    (s, slice) => s.readSchoolsToRemind({ ...slice, turn: 'first', since: END, year: THIS_YEAR }),
    same,
  ),
  searchSchoolCoverage: walk(
    (s, slice) => s.searchSchoolCoverage({ ...slice, scope: 'all', schoolYear: THIS_YEAR }),
    (row: Row) => pick('commune', 'uai')(row['establishment'] as Row),
  ),
  readNewYear: NEW_YEAR_LISTS.flatMap((list) =>
    walk(
      (s, slice) => s.readNewYear(list, { ...slice, scope: 'all', year: THIS_YEAR, on: TODAY }),
      ({ key }: Row) => key,
    ),
  ),
  searchEvents: walk((s, slice) => s.searchEvents(slice), pick('startsOn', 'code')),
  readEventAttendances: walk((s, slice) => s.readEventAttendances(ATTENDED, slice), personId),
  readAwardSlice: walk(
    (s, slice) => s.readAwardSlice(slice),
    ({ award }: { award: Row }) => award['id'],
  ),
  readStandingBadges: walk(
    (s, slice) => s.readStandingBadges({ ...slice, achievement: 'RUPN-EXP' }),
    ({ award }: { award: Row }) => award['id'],
  ),
  readAwardsAlike: walk(
    (s, slice) =>
      s.readAwardsAlike({ ...slice, achievement: 'RUPN-EXP', version: 1, schoolYear: THIS_YEAR, facts: [] }),
    id,
  ),
  readPendingAcceptances: walk(
    (s, slice) => s.readPendingAcceptances(slice),
    ({ credential }: { credential: Row }) => pick('id', 'validFrom')(credential),
  ),
  readCredentials: walk(
    (s, slice) => s.readCredentials(slice),
    ({ credential }: { credential: Row }) => credential['id'],
  ),
  readProposalsByName: walk((s, slice) => s.readProposalsByName(slice), id),
  readProposals: walk((s, slice) => s.readProposals(slice), id),
  readBadgeRecordIds: walk((s, slice) => s.readBadgeRecordIds(slice), same),
  readCampaigns: walk((s, slice) => s.readCampaigns(slice), id),
  readCampaignRequests: walk(
    (s, slice) => s.readCampaignRequests({ ...slice, campaignId: campaign, askedUntil: END }),
    ({ engagement }: { engagement: Row }) => engagement['reference'],
  ),
  readUnansweredSchools: walk((s, slice) => s.readUnansweredSchools({ ...slice, campaignId: campaign }), uai),
  readAskedSchools: walk(
    (s, slice) => s.readAskedSchools({ ...slice, scope: 'all', from: TODAY, to: LAST_DAY, openOn: TODAY }),
    uai,
  ),
  readWaitingSchools: walk(
    (s, slice) => s.readWaitingSchools({ ...slice, scope: 'all', from: TODAY, to: LAST_DAY }),
    same,
  ),
  readContests: walk((s, slice) => s.readContests(slice, true), id),
  readDataRequests: walk((s, slice) => s.readDataRequests(slice), id),
  readDirectory: walk((s, slice) => s.readDirectory({ ...slice, on: TODAY }), id),
  readEventInvitations: walk((s, slice) => s.readEventInvitations(EVENT, slice), personId),
  readSchoolMeetings: walk((s, slice) => s.readSchoolMeetings(['held'], slice), id),
  readMessages: walk((s, slice) => s.readMessages(slice), pick('writtenOn', 'turn')),
  readOutcomes: walk((s, slice) => s.readOutcomes(MESSAGE, { ...slice, states: OUTCOMES }), personId),
  readPublicProfileIds: walk((s, slice) => s.readPublicProfileIds(slice), same),
  searchSupportRequests: walk((s, slice) => s.searchSupportRequests(slice), id),
  readReviewsOfYear: walk((s, slice) => s.readReviewsOfYear(THIS_YEAR, slice), pick('uai', 'on', 'personId')),
  readYearlyReports: walk(
    (s, slice) => s.readYearlyReports({ year: THIS_YEAR }, slice),
    pick('uai', 'personId'),
  ),
  readUploadLines: walk((s, slice) => s.readUploadLines(upload, slice), position),
  readSchoolPage: walk((s, slice) => s.readSchoolPage(slice), uai),
  readUndoRecords: walk(
    (s, { after, limit }) =>
      s.readUndoRecords(pastImport, {
        verdict: 'undo',
        limit,
        ...(after !== undefined && { before: after }),
      }),
    position,
  ),
  readPersonSlice: walk((s, slice) => s.readPersonSlice(slice), id),
  readEventSlice: walk(
    (s, slice) => s.readEventSlice(slice),
    ({ code }: Row) => code,
  ),
  readAuthorisationSlice: walk((s, slice) => s.readAuthorisationSlice(slice), same),
  readEngagementSlice: walk((s, slice) => s.readEngagementSlice(slice), reference),
  readAttendanceSlice: walk((s, slice) => s.readAttendanceSlice(slice), same),
  readReviewSlice: walk((s, slice) => s.readReviewSlice(slice), same),
  readContributionSlice: walk((s, slice) => s.readContributionSlice(slice), reference),
  readRegisterSlice: REGISTER_FILES.flatMap((file) =>
    walk((s, slice) => s.readRegisterSlice(file, slice), same),
  ),
  searchAudit: walk((s, slice) => s.searchAudit(slice), pick('at', 'id')),
  readSignedRows: SIGNED_TABLES.flatMap((table) => walk((s, slice) => s.readSignedRows(table, slice), id)),
  readFrozenRows: (['award', 'paper'] as const).flatMap((table) =>
    walk((s, slice) => s.readFrozenRows(table, slice), id),
  ),
  readDerivedRows: (['person', 'establishment', 'campaign', 'engagement'] as const).flatMap((table) =>
    walk((s, slice) => s.readDerivedRows(table, slice), id),
  ),
  readMeasuredRows: walk(
    (s, slice) => s.readMeasuredRows(THIS_YEAR, slice),
    ({ coverage }: { coverage: Row }) => coverage['uai'],
  ),
  readLogEntries: walk((s, { after = 0, limit }) => s.readLogEntries(after, limit), nextPosition),
  readSealedEntries: walk((s, { after = 0, limit }) => s.readSealedEntries(after, limit), nextPosition),
  readUnsealedEntries: walk((s, { after, limit }) => s.readUnsealedEntries(limit, after), id),
  readLogCheckpoints: walk(
    (s, { after = LAST_DAY, limit }) => s.readLogCheckpoints('badges', limit, after),
    ({ day }: Row) => day,
  ),
};
const EVENT = 'RENC-JOUR';
const ATTENDED = 'F-ECRANS';
const MESSAGE = 'messageoftheworkspace';
const OUTCOMES = ['waiting', 'sent', 'skipped', 'refused', 'no-address', 'not-wanted'] as const;

/** A teacher with something in nearly every list, and their engagement that was requested outside a campaign. */
const TEACHER = "(select person_id from person_email where address = 'helene.marceau@ac-dijon.example')";
const REQUESTED = `(select reference from engagement
  inner join confirmation_request on engagement_reference = reference
  where person_id = ${TEACHER} and campaign_id is null)`;
const where = (...conditions: readonly string[]): Template => ({ where: conditions });
const TEMPLATES: Readonly<Record<string, Template>> = {
  engagement: where(`reference = ${REQUESTED}`),
  person: where(`id = ${TEACHER}`),
  establishment: where(`uai = (select uai from engagement where reference = ${REQUESTED})`),
  confirmation_request: where(`engagement_reference = ${REQUESTED}`),
  engagement_proposal: where('outcome is null'),
  credential: where("acceptance = 'private'", "acceptance = 'accepted'"),
  award: where(
    ...['private', 'accepted'].map(
      (one) => `id = (select award_id from credential where acceptance = '${one}')`,
    ),
  ),
  attendance: where(`event_code = '${ATTENDED}' and person_id = ${TEACHER}`),
  mail: where("id = 'mail-of-message'"),
  message_recipient: where("mail_id = 'mail-of-message'"),
  proposal: { ...where(`recipient_id = ${TEACHER}`), differs: 'recipient_id' },
  yearly_report: { ...where('handed_in_at is not null'), differs: 'person_id' },
};
const NINE = "(select value from json_each('[1, 2, 3, 4, 5, 6, 7, 8, 9]'))";
/** Rows that the workspace has nowhere. */
const BEFORE = `
  insert into documentary_confirmation select engagement_reference, requested_at, 'test', 'Lettre'
    from confirmation_request where campaign_id is null;
  insert into import_change select id, value, 'person', 'key', '{}', 1, 'undo', null from import_run, ${NINE};
  insert into log_entry select value - 1, 'digest ' || value, null from ${NINE};
  insert into log_checkpoint select '2026-01-0' || value, size, note, signed_at, null from log_checkpoint, ${NINE};
  insert into planned_review select person_id, uai, school_year, changed_at, 'test' from yearly_report limit 1;
  insert into planned_wish select school_year, 'Classe mobile', 'F-MOBILE', 'test', changed_at from yearly_report limit 1;
`;
const AFTER = `
  update establishment_coverage set measured_at = '2099-01-01T00:00:00Z';
  update credential set revoked_at = valid_from where acceptance = 'accepted';
  update proposal set id = substr(id, 1, instr(id, '~person~') + 7) || recipient_id where recipient_kind = 'person';
`;

let fixture: WorkspaceFixture;
let campaign = '';
let upload = '';
let pastImport = '';
beforeAll(async () => {
  fixture = await startFullFixture();
  ({ campaign = '', upload = '', pastImport = '' } = fixture.values);
  repeatRows(join(fixture.service.folder, 'jalon.db'), {
    templates: TEMPLATES,
    before: BEFORE,
    after: AFTER,
  });
});
afterAll(() => fixture.service.stop());

const LIMIT = 3;

/** The readers in whose declaration a parameter is named like a cursor and another one limits the rows. */
function readPagedByParameter(): readonly string[] {
  const sources = [
    'src/application/store',
    ...readdirSync('src/features').map((name) => `src/features/${name}`),
  ]
    .flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))
    .filter((file) => /(readers?|feature)\.ts$/.test(file));
  const methods = sources.flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(/^ {2}(read\w+|search\w+|find\w+)\(([^;]*?)\): Promise/gms),
  ]);
  return methods.flatMap(([, name = '', parameters = '']) => {
    const own = parameters.replace(/\{[^}]*\}/g, '');
    return /\b(after|before|from)\??:/.test(own) && /\blimit\??:/.test(own) ? [name] : [];
  });
}

describe('every paged list', () => {
  it('is walked, also if its cursor is a parameter', () => {
    expect(readPagedByParameter().toSorted()).toEqual(BY_PARAMETER);
  });

  const walks = Object.entries(WALKS).flatMap(([name, all]) =>
    all.map((one, turn) => ({ name: `${name} ${turn}`, ...one })),
  );
  it.each(walks)('gives each row once over three pages and more: $name', async ({ read, after }) => {
    const { store } = fixture.service.ports;
    const whole = await read(store, { limit: 10_000 });
    const walked: unknown[] = [];
    for (let page = await read(store, { limit: LIMIT }); page.length > 0 && walked.length <= whole.length; ) {
      walked.push(...page);
      page = await read(store, { limit: LIMIT, after: after(page.at(-1) as never) as never });
    }
    expect(whole.length).toBeGreaterThan(2 * LIMIT);
    expect(walked).toEqual(whole);
  });
});
