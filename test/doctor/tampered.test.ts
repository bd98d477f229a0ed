import { hash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InvariantName } from '../../src/domain/integrity/invariant.ts';
import { MUCH_WORK_MS } from '../support/timeouts.ts';
import { askCopy, makeUsedServiceFixture, type UsedServiceFixture } from './used-service.ts';

let fixture: UsedServiceFixture;
beforeAll(async () => {
  fixture = await makeUsedServiceFixture();
}, 2 * MUCH_WORK_MS);
afterAll(() => rmSync(fixture.folder, { recursive: true, force: true }));

/** Badges of people that are neither revoked, suspended nor erased. */
const STANDING = `select id from credential where revoked_at is null and suspended_at is null and document <> ''
  and award_id in (select id from award where recipient_kind = 'person')`;
/** Whose badge it is. */
const HOLDER = `(select recipient_id from award where award.id = credential.award_id)`;
const ONE = `(${STANDING} order by id limit 1)`;
const OTHER = `(${STANDING} order by id desc limit 1)`;
const ERASED = `(select subject from audit where action = 'person-erased')`;

/** The first entry of a badge as it is stored; others follow it. */
const FIRST_ENTRY = `(select min(position) from log_entry where jws in (select sha256(jws) from credential where jws <> ''))`;

/** A row of a table again, with some columns changed. */
const rewriteRow = (table: string, changes: Readonly<Record<string, string>>, from = '1 = 1') =>
  ({ table, changes, from }) as const;
type Again = ReturnType<typeof rewriteRow>;

const IMPORTED = `(select min(position) from audit where action = 'file-imported')`;

interface Tampering {
  /** Statements, without foreign keys and constraints in their way. */
  readonly sql?: string | readonly string[];
  readonly copies?: Again;
  readonly on?: (copy: { readonly file: string; readonly keys: string }) => void;
  readonly found: readonly InvariantName[];
}

const CASES: Readonly<Record<string, Tampering>> = {
  'a page of the file overwritten': {
    on: ({ file }) => overwritePage(file, 'audit_by_actor'),
    found: ['file-sound'],
  },
  'an index that lacks a row': {
    sql: [
      'pragma writable_schema = on',
      `create index later on mail_choice (kind)`,
      `update sqlite_schema set sql = 'CREATE INDEX later ON mail_choice (person_id)' where name = 'later'`,
      `insert into mail_choice (person_id, kind, wanted) select id, 'x', 1 from person limit 1`,
    ],
    found: ['file-sound'],
  },
  'a reference that leads nowhere': {
    sql: `update attendance set event_code = 'GONE' where rowid = (select min(rowid) from attendance)`,
    found: ['foreign-keys'],
  },
  'a premise that was left': {
    sql: `insert into premise (broken) values ('left')`,
    found: ['premises-empty'],
  },
  'a doubled award': {
    copies: rewriteRow(
      'award',
      { id: `'twice'`, sequence: '2', signed: '0' },
      `id = (select award_id from credential where id = ${ONE})`,
    ),
    found: ['award-once', 'act-audited'],
  },
  'an award that is called signed': {
    sql: `update award set signed = 1 where id = (select id from award where signed = 0 limit 1)`,
    found: ['award-signed'],
  },
  'a signed award that is called unsigned': {
    sql: `update award set signed = 0 where id = (select award_id from credential where id = ${ONE})`,
    found: ['award-signed'],
  },
  'a badge deleted': {
    sql: [
      `delete from public_profile_badge where credential_id = ${ONE}`,
      `delete from endorsement where credential_id = ${ONE}`,
      `delete from credential where id = ${ONE}`,
    ],
    found: ['award-signed', 'audit-object'],
  },
  'an award of somebody unknown': {
    sql: `update award set recipient_id = 'nobody' where id = (select id from award where signed = 0 limit 1)`,
    found: ['award-recipient'],
  },
  'a proposal to somebody unknown': {
    sql: `update proposal set recipient_id = 'nobody' where id = (select min(id) from proposal where recipient_kind = 'person')`,
    found: ['award-recipient'],
  },
  'the text of an erased badge put back': {
    sql: `update credential set salt = 'kept' where erased_at is not null`,
    found: ['badge-erased'],
  },
  'an erased badge that is no longer revoked': {
    sql: `update credential set revoked_at = null, revoked_by = null, revocation_reason = null where erased_at is not null`,
    found: ['badge-erased', 'list-bits'],
  },
  'a program’s entry taken out of the log': {
    sql: [
      `update log_entry set document = '${'0'.repeat(64)}' where document = (select substr(digest, 8) from program_credential)`,
    ],
    found: ['program-in-log', 'log-tiles'],
  },
  'a place beyond its list': {
    sql: `update program_credential set status_index = 999999`,
    found: ['list-places'],
  },
  'a record without its place': {
    sql: `update badge_record_entry set withdrawn = 1`,
    found: ['record-place', 'list-bits'],
  },
  'a missing entry of the log': {
    sql: `delete from log_entry where position = ${FIRST_ENTRY}`,
    found: ['log-gapless', 'badge-in-log', 'log-tiles'],
  },
  'the entry of a badge changed': {
    sql: `update log_entry set jws = '${'0'.repeat(64)}' where position = ${FIRST_ENTRY}`,
    found: ['badge-in-log', 'log-tiles'],
  },
  'the line of an issue deleted': {
    sql: `delete from audit where action = 'credential-issued' and subject = ${ONE}`,
    found: ['act-audited', 'audit-chain'],
  },
  'the line of a revocation deleted': {
    sql: `delete from audit where action = 'credential-revoked'`,
    found: ['act-audited', 'audit-chain'],
  },
  'the line of a grant deleted': {
    sql: `delete from audit where action = 'award-granted' and subject = (select max(id) from award)`,
    found: ['act-audited', 'audit-chain'],
  },
  'the line of a paper deleted': {
    sql: `delete from audit where action = 'paper-made' and rowid = (select min(rowid) from audit where action = 'paper-made')`,
    found: ['act-audited', 'audit-chain'],
  },
  'a line about a badge that never was': {
    sql: `insert into audit (id, at, actor, action, subject) values ('never', '2026-01-01T00:00:00Z', 'test', 'credential-accepted', 'never')`,
    found: ['audit-object'],
  },
  'a proposal of what was granted': {
    copies: rewriteRow(
      'proposal',
      {
        id: `'left'`,
        recipient_kind: `'person'`,
        recipient_id: `(select recipient_id from award where id = (select award_id from credential where id = ${ONE}))`,
        achievement: `(select achievement from award where id = (select award_id from credential where id = ${ONE}))`,
        judged_on: `'2026-01-01'`,
      },
      'id = (select min(id) from proposal)',
    ),
    found: ['proposal-open'],
  },
  'a row of an erased person': {
    sql: `insert into mail_choice (person_id, kind, wanted) select ${ERASED}, 'badge', 1`,
    found: ['foreign-keys', 'erased-gone'],
  },
  'an erased person put back': {
    sql: `insert into person (id, given_name, family_name, folded_name) select ${ERASED}, 'Ada', 'Byron', 'byron ada'`,
    found: ['award-recipient', 'erased-gone'],
  },
  'a profile that shows the badge of another': {
    sql: `insert into public_profile_badge (person_id, credential_id) select person_id, (${STANDING} and ${HOLDER} <> profile.person_id limit 1) from public_profile as profile`,
    found: ['own-things'],
  },
  'a part of an upload without its upload': {
    sql: `insert into upload_part (upload_id, file, position, content) values ('gone', 0, 0, '')`,
    found: ['orphans'],
  },
  'a school’s key of an unknown key': {
    sql: `update school_key set issuer_kid = 'unknown'`,
    found: ['orphans'],
  },
  'an address that is missing': {
    sql: `delete from person_email where position = 0 and person_id = (select person_id from person_email where position = 1 limit 1)`,
    found: ['addresses-in-order'],
  },
  'a part of a procedure sheet deleted': {
    sql: `update procedure_sheet set parts = parts + 1`,
    found: ['kept-counts'],
  },
  'a caution that is hidden from its queue': {
    sql: `update proposal set to_look_at = 1 - to_look_at where id = (select min(id) from proposal)`,
    found: ['kept-counts'],
  },
  'a line of the audit dated ahead': {
    sql: `update audit set at = '2099-01-01T00:00:00Z' where action = 'award-refused'`,
    found: ['nothing-ahead', 'audit-chain'],
  },
  'a decision dated ahead': {
    sql: `update contest set decided_at = '2099-01-01T00:00:00Z', outcome = 'lifted' where id = (select min(id) from contest)`,
    found: ['nothing-ahead'],
  },
  'a fact of an award changed': {
    sql: `update award set evaluation = replace(evaluation, '"duration":', '"duration":1') where id = (select min(id) from award where evaluation <> '')`,
    found: ['award-facts'],
  },
  'a figure of a finding changed': {
    sql: `update award set evaluation = replace(evaluation, '"actual":', '"actual":1') where id = (select min(id) from award where evaluation <> '')`,
    found: ['award-facts'],
  },
  'the verdict of an award changed': {
    sql: `update award set evaluation = replace(evaluation, '"met":true', '"met":false') where id = (select min(id) from award where evaluation <> '')`,
    found: ['award-facts'],
  },
  'the digest of an award changed': {
    sql: `update award set facts_digest = 'sha256$0' where id = (select min(id) from award where evaluation <> '')`,
    found: ['award-facts'],
  },
  'a fact of a paper changed': {
    sql: `update paper set facts = replace(facts, '"principal":"', '"principal":"Faux ') where id = (select min(id) from paper)`,
    found: ['paper-facts'],
  },
  'a badge of no version of the criteria': {
    sql: `update award set version = 99 where id = (select min(id) from award where signed = 0)`,
    found: ['award-criteria'],
  },
  'a byte of a badge’s document': {
    sql: `update credential set document = replace(document, '"name":"RUPN', '"name":"RUPM') where id = ${ONE}`,
    found: ['badge-says-row', 'badge-in-log', 'badge-proof'],
  },
  'two badges’ documents swapped': {
    sql: [
      `create temp table kept as select id, document, jws from credential where id in (${ONE}, ${OTHER})`,
      `update credential set document = (select document from kept where kept.id <> credential.id), jws = (select jws from kept where kept.id <> credential.id) where id in (select id from kept)`,
    ],
    found: ['badge-says-row'],
  },
  'a document that is no JSON': {
    sql: `update credential set document = '{' where id = ${ONE}`,
    found: ['badge-says-row', 'badge-in-log', 'badge-proof'],
  },
  'the JWT of a badge replaced by another’s': {
    sql: `update credential set jws = (select jws from credential where id = ${OTHER}) where id = ${ONE}`,
    found: ['badge-says-row', 'badge-in-log'],
  },
  'a byte of a badge’s JWT': {
    sql: `update credential set jws = substr(jws, 1, length(jws) - 9) || 'AAAAAAAAA' where id = ${ONE}`,
    found: ['badge-in-log', 'badge-jws'],
  },
  'the date of a badge’s row changed': {
    sql: `update credential set valid_from = '2020-01-01T00:00:00Z' where id = ${ONE}`,
    found: ['badge-says-row'],
  },
  'the place of a badge changed': {
    sql: `update credential set status_index = (status_index + 1) % 1000 where id = ${ONE}`,
    found: ['badge-says-row'],
  },
  'a bit of a list': {
    sql: `update credential set suspended_at = null, suspended_by = null, suspension_cause = null, suspension_reason = null`,
    found: ['list-bits'],
  },
  'a revocation that no list knows': {
    sql: `update credential set revoked_at = '2026-01-01T00:00:00Z', revoked_by = 'test', revocation_reason = 'x' where id = ${ONE}`,
    found: ['act-audited', 'list-bits'],
  },
  'a byte of a list': {
    sql: `update status_list set document = replace(document, '"ttl":300000', '"ttl":300001') where kept_for = 'badges'`,
    found: ['list-signed'],
  },
  'the list of another service': {
    sql: `update status_list set document = (select document from status_list where kept_for = 'records') where kept_for = 'badges'`,
    found: ['list-bits'],
  },
  'a list that was not signed for a week': {
    sql: [
      `update status_list set valid_until = '2026-01-01T00:00:00Z', document = json_set(document, '$.validUntil', '2026-01-01T00:00:00Z') where kept_for = 'records'`,
    ],
    found: ['list-dates', 'list-signed'],
  },
  'a list that was opened ahead': {
    sql: `update status_list set opened_at = '2099-01-01T00:00:00Z' where kept_for = 'records'`,
    found: ['nothing-ahead'],
  },
  'a byte of a tile': {
    sql: `update log_tile set hashes = 'AAAA' || substr(hashes, 5)`,
    found: ['log-tiles', 'log-checkpoints'],
  },
  'the date of a checkpoint': {
    sql: `update log_checkpoint set signed_at = substr(signed_at, 1, 17) || iif(substr(signed_at, 18, 2) = '00', '01Z', '00Z')`,
    found: ['checkpoints-signed'],
  },
  'the root of a checkpoint': {
    on: ({ file }) => changeNote(file, (lines) => lines.with(2, `${'A'.repeat(43)}=`)),
    found: ['log-checkpoints', 'checkpoints-signed'],
  },
  'a signature of a checkpoint taken away': {
    on: ({ file }) => changeNote(file, (lines) => lines.slice(0, 4).concat('')),
    found: ['log-checkpoints', 'checkpoints-signed'],
  },
  'a key removed from the database': {
    sql: `delete from public_key where algorithm = 'RS256'`,
    found: ['keys-kept', 'signing-keys', 'badge-jws'],
  },
  'a public half replaced': {
    sql: `update public_key set public_half = 'z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi' where algorithm = 'Ed25519'`,
    found: ['keys-kept', 'badge-proof', 'list-signed', 'checkpoints-signed'],
  },
  'the keys removed from their folder': {
    on: ({ keys }) => {
      for (const name of readdirSync(keys)) rmSync(join(keys, name));
    },
    found: ['keys-kept'],
  },
  'a key that does not open': {
    on: ({ keys }) => {
      for (const name of readdirSync(keys).filter((one) => one.startsWith('ed-')))
        writeFileSync(join(keys, name), '{', { mode: 0o600 });
    },
    found: ['keys-kept'],
  },
  'keys that others may read': {
    on: ({ keys }) => chmodSync(keys, 0o755),
    found: ['keys-kept'],
  },
  'a key that ended before it signed': {
    sql: `update public_key set state = 'retired', retired_at = '2026-01-01T00:00:00Z', created_at = '2025-12-01T00:00:00Z' where algorithm = 'Ed25519'`,
    found: ['keys-kept', 'badge-proof', 'list-signed'],
  },
  'a name that the search does not find': {
    sql: `update person set folded_name = 'x' where id = (select min(id) from person)`,
    found: ['kept-names'],
  },
  'a single role that nobody would see': {
    sql: `update engagement set holds_single_role = 1 - holds_single_role where reference = (select min(reference) from engagement)`,
    found: ['kept-roles'],
  },
  'a stale count of the coverage': {
    sql: `update establishment_coverage set rupn = rupn + 1, measured_at = strftime('%Y-%m-%dT%H:%M:%SZ', 'now') where uai = (select min(uai) from establishment_coverage)`,
    found: ['kept-coverage'],
  },
  'a changed actor in the audit': {
    sql: `update audit set actor = 'other' where position = ${IMPORTED}`,
    found: ['audit-chain'],
  },
  'a changed time in the audit': {
    sql: `update audit set at = '2020-01-01T00:00:00Z' where position = ${IMPORTED}`,
    found: ['audit-chain'],
  },
  'changed words in the audit': {
    sql: `update audit set details = '{"x":1}' where position = ${IMPORTED}`,
    found: ['audit-chain'],
  },
  'a sealed line removed': {
    sql: `delete from audit where position = ${IMPORTED}`,
    found: ['audit-chain'],
  },
  'two sealed lines swapped': {
    sql: [
      `update audit set position = 9999 where position = 0`,
      `update audit set position = 0 where position = 1`,
      `update audit set position = 1 where position = 9999`,
    ],
    found: ['audit-chain'],
  },
  'a leaf of the audit removed': {
    sql: `update audit_tile set width = width - 1, hashes = substr(hashes, 1, 44) where level = 0 and number = 0`,
    found: ['audit-chain'],
  },
  'a changed byte of a tile of the audit': {
    sql: `update audit_tile set hashes = 'AAAA' || substr(hashes, 5) where level = 0 and number = 0`,
    found: ['audit-chain'],
  },
  'the end of the audit cut': {
    sql: [
      `delete from audit where position = ${IMPORTED}`,
      `delete from audit_tile where level = 0 and number = (select max(number) from audit_tile where level = 0)`,
    ],
    found: ['audit-chain'],
  },
};

describe('a service that was tampered with', () => {
  it('is told from one that was not', { timeout: MUCH_WORK_MS }, async () => {
    expect(await askCopy(fixture, () => undefined)).toEqual([]);
  });

  it.each(Object.entries(CASES))('is found: %s', { timeout: MUCH_WORK_MS }, async (_, tampering) => {
    const found = await askCopy(fixture, (copy) => tamper(copy, tampering));
    expect(found).toEqual(tampering.found);
  });

  it('was tried in more than forty ways', () => {
    expect(Object.keys(CASES).length).toBeGreaterThanOrEqual(40);
  });
});

function tamper(
  copy: { readonly file: string; readonly keys: string },
  { sql = [], copies, on }: Tampering,
): void {
  const db = new Sqlite(copy.file);
  db.unsafeMode(true);
  db.function('sha256', (text) => hash('sha256', String(text)));
  db.pragma('foreign_keys = off');
  db.pragma('ignore_check_constraints = on');
  const statements = [...(typeof sql === 'string' ? [sql] : sql), ...(copies ? [toInsert(db, copies)] : [])];
  let changed = 0;
  for (const statement of statements) {
    if (/^(pragma|create)/.test(statement)) db.exec(statement);
    else changed += db.prepare(statement).run().changes;
  }
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  if (statements.length > 0) expect(changed, 'rows that were changed').toBeGreaterThan(0);
  on?.(copy);
}

function toInsert(db: Sqlite.Database, { table, changes, from }: Again): string {
  const columns = (db.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);
  const values = columns.map((column) => changes[column] ?? column);
  return `insert into ${table} (${columns.join(', ')}) select ${values.join(', ')} from ${table} where ${from}`;
}

function changeNote(file: string, change: (lines: readonly string[]) => readonly string[]): void {
  const db = new Sqlite(file);
  const note = db.prepare('select note from log_checkpoint').pluck().get() as string;
  db.prepare('update log_checkpoint set note = ?').run(change(note.split('\n')).join('\n'));
  db.close();
}

/** Overwrites the first page of an index with other bytes. */
function overwritePage(file: string, index: string): void {
  const db = new Sqlite(file, { readonly: true });
  const page = db.prepare('select rootpage from sqlite_schema where name = ?').pluck().get(index) as number;
  const size = db.pragma('page_size', { simple: true }) as number;
  db.close();
  const bytes = readFileSync(file);
  bytes.fill(0x5a, (page - 1) * size, page * size);
  writeFileSync(file, bytes);
}
