import { type JsonObject, listOf, textOf } from '#open-badges/parsing';
import { canonicalJson } from '#open-badges/values';
import type { CredentialId, RecordId } from '../../domain/ids.ts';
import type { Finding } from '../../domain/integrity/invariant.ts';
import { credentialUrl, recordUrl } from '../../issuing/addresses.ts';
import { statusListEntry } from '../../issuing/status-list.ts';
import { digestsOf } from '../badge-log/digests.ts';
import type { Ports } from '../service-ports.ts';
import {
  type CheckedPage,
  type InvariantPageRange,
  SIGNED_TABLES,
  type SignedRow,
  type SignedTable,
} from '../store/invariant-reader.ts';
import {
  findJwsError,
  findProofError,
  parseObject,
  readJws,
  readOwnKeys,
  type SignatureError,
} from '../verification/own-signatures.ts';
import { type CheckInvariantPage, judgeRows, overTables } from './check-page.ts';

/** Documents of one page: a few megabytes, and less than a tenth of a second of work. */
const DOCUMENTS = 100;

const overDocuments = (
  look: (ports: Ports, table: SignedTable, part: InvariantPageRange) => Promise<CheckedPage>,
): CheckInvariantPage =>
  overTables(SIGNED_TABLES, (ports, table, { after, limit }) =>
    look(ports, table, { after, limit: Math.min(limit, DOCUMENTS) }),
  );

/** The documents of badges and of records say what their rows say: address, dates, place, subject and keys; and
 *  both signed forms have the same body. */
export const checkDocumentMembers: CheckInvariantPage = overDocuments(async (ports, table, part) =>
  judgeRows({
    rows: await ports.store.readSignedRows(table, part),
    table,
    limit: part.limit,
    judge: (row) => {
      const member = findDifferingMember(ports, table, row);
      return member === undefined ? undefined : { member };
    },
  }),
);

/** The first member in which a document differs from its row. */
function findDifferingMember({ origin }: Ports, table: SignedTable, row: SignedRow): string | undefined {
  const document = parseObject(row.document);
  const jws = readJws(row.jws);
  if (!document || !jws) return 'unreadable';
  const { proof, ...body } = document;
  const id =
    table === 'credential'
      ? credentialUrl(origin, row.id as CredentialId)
      : recordUrl(origin, row.id as RecordId);
  const place = statusListEntry(origin, { listId: row.statusListId, index: row.statusIndex });
  if (body['id'] !== id) return 'id';
  if (body['validFrom'] !== row.validFrom) return 'validFrom';
  if (textOf(body['credentialSubject'], 'id') !== row.subjectId) return 'credentialSubject';
  if (!isSame(body['credentialStatus'], place)) return 'credentialStatus';
  if (keysOf(proof, jws.header) !== canonicalOf(row.keyIds)) return 'proof';
  return isSame(bodyOf(jws.payload, body), body) ? undefined : 'jws';
}

/** The `kid`s that signed both forms, in order, as JSON. */
function keysOf(proof: unknown, header: JsonObject): string {
  const addresses = [textOf(listOf(proof)[0], 'verificationMethod'), textOf(header, 'kid')];
  return canonicalJson(addresses.map((address) => address?.split(/[#/]/).at(-1) ?? '').toSorted());
}

function canonicalOf(keyIds: string): string {
  try {
    return canonicalJson((JSON.parse(keyIds) as string[]).toSorted());
  } catch {
    return '';
  }
}

/** The members of the payload that are those of the body, without the registered claims. */
function bodyOf(payload: JsonObject, body: JsonObject): JsonObject {
  const claims = ['iss', 'sub', 'jti', 'iat', 'nbf', 'exp'].filter((claim) => !(claim in body));
  return Object.fromEntries(Object.entries(payload).filter(([name]) => !claims.includes(name)));
}

/** Texts are compared first, because equal documents nearly always have their members in the same order. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other) || canonicalJson(one) === canonicalJson(other);
}

/** The digests of each stored document are in the public log, or wait for their place in it. */
export const findInLog: CheckInvariantPage = overDocuments(async ({ store }, table, part) => {
  const rows = await store.readSignedRows(table, part);
  const digests = new Map(
    await Promise.all(
      rows.map(async ({ id, document, jws }) => {
        const parsed = parseObject(document);
        return [id, parsed && (await digestsOf(parsed, jws))] as const;
      }),
    ),
  );
  const documents = [...digests.values()].flatMap((one) => one?.document ?? []);
  const logged = new Set((await store.readLogged(documents)).map(toText));
  const missing = rows.filter(({ id }) => !logged.has(toText(digests.get(id))));
  const undigested = missing.length > 0 ? await store.readUndigested(missing.map(({ id }) => id)) : [];
  const isMissing = new Set(missing.map(({ id }) => id).filter((id) => !undigested.includes(id)));
  const detail: Finding['detail'] = {};
  return judgeRows({
    rows,
    table,
    limit: part.limit,
    judge: ({ id }) => (isMissing.has(id) ? detail : undefined),
  });
});

function toText(digests: { readonly document: string; readonly jws?: string } | undefined): string {
  return `${digests?.document} ${digests?.jws}`;
}

/** Each stored document verifies by its proof. */
export const checkProofs: CheckInvariantPage = checkSignatures((ports, keys, { document }) =>
  findProofError(ports, keys, document),
);

/** Each stored document verifies by its JWT. */
export const checkJws: CheckInvariantPage = checkSignatures((ports, keys, { jws }) =>
  findJwsError(ports, keys, jws),
);

type FindError = (
  ports: Ports,
  keys: Awaited<ReturnType<typeof readOwnKeys>>,
  row: SignedRow,
) => Promise<SignatureError | undefined>;

/** A badge that is over is never signed again, so it may rest on a compromised key; so may a record of badges until
 *  someone reads it, because it is then made again. */
function checkSignatures(find: FindError): CheckInvariantPage {
  return overDocuments(async (ports, table, part) => {
    const [keys, rows] = await Promise.all([readOwnKeys(ports), ports.store.readSignedRows(table, part)]);
    const judge = async (row: SignedRow) => {
      const fault = await find(ports, keys, row);
      const mayRest = row.isOver || table === 'badge_record';
      return fault === undefined || (fault === 'compromised-key' && mayRest) ? undefined : { fault };
    };
    return judgeRows({ rows, table, limit: part.limit, judge });
  });
}
