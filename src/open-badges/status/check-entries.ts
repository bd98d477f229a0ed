import type { Fetched } from '../fetching/fetcher.ts';
import { base64Sha256Of } from '../keys/sha256.ts';
import { hasType, isJsonObject, type JsonObject, listOf, textOf } from '../parsing/json-value.ts';
import { checkProof } from '../proofs/check.ts';
import { issuerIdOf } from '../reading/credential-shape.ts';
import { type Presented, readPresentedText } from '../reading/presented.ts';
import { decodeText, fetchedObject } from '../reading/read-json.ts';
import { checkValidity } from '../verification/check-validity.ts';
import type { Step } from '../verification/report.ts';
import { failed, notChecked, passed, type Run } from '../verification/run.ts';
import { cacheList, type KnownList, makeKnownList } from './known-lists.ts';
import {
  OTHER_LIST,
  OWN_INDEX,
  readStatusBit,
  STATUS_LIST_ENTRIES,
  type StatusReading,
  suspensionsBeside,
} from './read-list.ts';

/** The most entries that are read. A badge has one entry; the W3C model allows several. */
const MAXIMUM_ENTRIES = 4;
/** Seconds by which the clock of the list's issuer may be ahead of ours: a list is signed again at each
 *  revocation, and is read at once. */
const LIST_SKEW_SECONDS = 300;
const ACCEPT =
  'application/vc, application/vc+ld+json, application/vc+jwt, application/ld+json, application/json';

/** The status that the issuer gives to the credential today. A list that cannot be read never counts as "not
 *  revoked": it has a result of its own. The worst of several entries counts. Where the holder selected the
 *  parts that are shown, it is unknown whether a missing status is really missing. */
export async function checkStatus({ credential }: Presented, run: Run, isSelected = false): Promise<Step> {
  const entries = listOf(credential['credentialStatus']);
  if (entries.length === 0 && isSelected)
    return passed('status', 'status-not-shown', 'its holder may have left the status out');
  if (entries.length === 0) return passed('status', 'no-status', 'the issuer published no status');
  if (entries.length > MAXIMUM_ENTRIES) return invalid(`${entries.length} status entries`);
  // All entries are checked at once, so that a slow list does not delay the others.
  const steps = await Promise.all(entries.map((entry) => checkEntry(entry, credential, run)));
  const isWorse = (wanted: Step['result']) => steps.find((step) => step.result === wanted);
  const worst = isWorse('failed') ?? isWorse('not-checked');
  if (worst === undefined && isSelected && !entries.some(isOfRevocation))
    return passed('status', 'status-not-shown', 'its holder may have left out how it is revoked');
  return worst ?? steps[0] ?? invalid('no entry');
}

/** Whether an entry says how the credential is revoked. One for another purpose says nothing of that. */
function isOfRevocation(entry: unknown): boolean {
  return hasType(entry, '1EdTechRevocationList') || textOf(entry, 'statusPurpose') === 'revocation';
}

function checkEntry(entry: unknown, credential: JsonObject, run: Run): Promise<Step> | Step {
  if (isBitstringEntry(entry)) return checkBitstring(entry as JsonObject, credential, run);
  if (hasType(entry, '1EdTechRevocationList'))
    return checkRevocationList(entry as JsonObject, credential, run);
  return unsupported(`unknown status type ${textOf(entry, 'type') ?? ''}`);
}

/** Checks an entry of Bitstring Status List 1.0 (§3.2) or of its draft, Status List 2021. The list is a
 *  credential: it must verify, be valid now, and belong to this issuer. */
async function checkBitstring(
  entry: JsonObject,
  credential: JsonObject,
  run: Run,
  isOfList = false,
): Promise<Step> {
  const url = textOf(entry, 'statusListCredential') ?? '';
  const answer = await fetchList(url, run);
  if ('step' in answer) return answer;
  const { fetched, list } = answer;
  const { presented } = list;
  const proof = await checkProof(presented, { ...run, proofs: list.proofs });
  if (proof.code === 'unsupported-proof') return unsupported(`${url}: ${proof.detail}`, { url });
  if (proof.result === 'not-checked') return unreachable(`${url}: ${proof.detail}`, { url });
  if (proof.result === 'failed') {
    const fault = proof.code === 'no-proof' ? 'unsigned' : 'signature';
    return invalid(`${url}: ${proof.detail}`, { url, fault });
  }
  cacheList(run.lists, fetched, list);
  if (issuerIdOf(presented.credential) !== issuerIdOf(credential))
    return invalid(`${url} is another issuer's list`, { url, fault: 'issuer' });
  const validity = checkValidity(presented, run, { skewSeconds: LIST_SKEW_SECONDS });
  if (validity.result !== 'passed') {
    return invalid(`${url} is not valid now: ${validity.detail}`, { url, fault: 'dates' });
  }
  const withdrawal = isOfList ? undefined : await findWithdrawal(presented.credential, url, run);
  if (withdrawal) return withdrawal;
  const reading = await readStatusBit(presented.credential, entry, list.decode);
  if (reading.kind === 'invalid') {
    const fault = { [OTHER_LIST]: 'address', [OWN_INDEX]: 'index' }[reading.reason];
    return invalid(`${url}: ${reading.reason}`, { url, ...(fault && { fault }) });
  }
  const purpose = textOf(entry, 'statusPurpose') ?? '';
  const step = toStep(purpose, reading, url);
  if (step.code !== 'revoked') return step;
  return (await findSuspension({ entry, credential, list: presented.credential }, run)) ?? step;
}

/** The step if the list has a status of its own and its issuer withdrew it, or that status cannot be read. It is
 *  looked at one level deep. An entry of the list in itself is ignored: a list cannot speak of itself. */
async function findWithdrawal(list: JsonObject, url: string, run: Run): Promise<Step | undefined> {
  const entries = listOf(list['credentialStatus']).filter(
    (entry) => textOf(entry, 'statusListCredential') !== url && isBitstringEntry(entry),
  );
  if (entries.length > MAXIMUM_ENTRIES)
    return invalid(`${url} has ${entries.length} status entries`, { url });
  const steps = await Promise.all(
    entries.map((entry) => checkBitstring(entry as JsonObject, list, run, true)),
  );
  const failure = steps.find(({ result }) => result === 'failed');
  if (failure) return invalid(`${url} is withdrawn: ${failure.detail}`, { url, fault: 'withdrawn' });
  const unread = steps.find(({ result }) => result === 'not-checked');
  return unread && { ...unread, detail: `the status of the list itself: ${unread.detail}` };
}

const isBitstringEntry = (entry: unknown) => STATUS_LIST_ENTRIES.some((type) => hasType(entry, type));

interface SetEntry {
  readonly entry: JsonObject;
  readonly credential: JsonObject;
  readonly list: JsonObject;
}

/** The suspension behind a set entry, if its list names a list of suspensions (docs/adr/0024). That list must
 *  meet the same conditions. Where it cannot be read, the entry counts as revoked; so it does where the list
 *  has other bytes than were named, because it may be older than the revocation. */
async function findSuspension({ entry, credential, list }: SetEntry, run: Run): Promise<Step | undefined> {
  const beside = suspensionsBeside(list);
  if (beside === undefined) return undefined;
  const { url, digest } = beside;
  if (digest !== undefined && !(await isNamed(url, digest, run))) return undefined;
  const named = { ...entry, statusPurpose: 'suspension', statusListCredential: url };
  const step = await checkBitstring(named, credential, run);
  return step.code === 'suspended' ? step : undefined;
}

async function isNamed(url: string, digest: string, run: Run): Promise<boolean> {
  const fetched = await run.fetch(url, ACCEPT);
  return fetched.kind === 'ok' && digest === `sha256-${await base64Sha256Of(fetched.body)}`;
}

interface FetchedList {
  readonly fetched: Fetched;
  readonly list: KnownList;
}

async function fetchList(url: string, run: Run): Promise<FetchedList | Step> {
  const fetched = await run.fetch(url, ACCEPT);
  if (fetched.kind === 'unreachable')
    return unreachable(`${url}: ${fetched.reason}`, { url, ...fetched.fault });
  if (fetched.kind === 'status') return unreachable(`${url} answers ${fetched.status}`, { url });
  const known = run.lists.get(fetched);
  if (known) return { fetched, list: known };
  const reading = readPresentedText(decodeText(fetched.body) ?? '');
  switch (reading.kind) {
    case 'presented':
      return { fetched, list: makeKnownList(reading.presented, run) };
    case 'refused':
      return invalid(`${url}: ${reading.fault.code}, ${reading.fault.reason}`, { url });
    case 'no-credential':
      return invalid(`${url} is no status list`, { url });
  }
}

function toStep(
  purpose: string,
  { set, message }: Extract<StatusReading, { kind: 'read' }>,
  url: string,
): Step {
  if (message !== undefined) {
    return passed('status', 'status-message', `${url} says: ${message}`, { url, message });
  }
  if (!set) return passed('status', 'ok', `${purpose}: bit not set in ${url}`, { url });
  switch (purpose) {
    case 'revocation':
      return failed('status', 'revoked', `revoked by ${url}`, { url });
    case 'suspension':
      return failed('status', 'suspended', `suspended by ${url}`, { url });
    case 'refresh':
    case 'message':
      return passed('status', 'ok', `${purpose}: bit set in ${url}`, { url });
    default:
      return unsupported(`a set bit of the unknown purpose ${purpose}`, { url });
  }
}

/** Checks an entry of 1EdTech Revocation List 1.0, deprecated in 2025 but present in older badges: an
 *  unsigned document at the entry's id. */
async function checkRevocationList(entry: JsonObject, credential: JsonObject, run: Run): Promise<Step> {
  const url = textOf(entry, 'id') ?? '';
  const fetched = await run.fetch(url, 'application/json');
  if (fetched.kind === 'unreachable')
    return unreachable(`${url}: ${fetched.reason}`, { url, ...fetched.fault });
  if (fetched.kind === 'status') return unreachable(`${url} answers ${fetched.status}`, { url });
  const list = fetchedObject(fetched);
  const revoked = list?.['revokedCredential'];
  if (list === undefined || !isListable(revoked)) return invalid(`${url} is no revocation list`, { url });
  const issuer = textOf(list, 'issuer') ?? textOf(list['issuer'], 'id');
  // Any other JSON document, such as an error message, lists nothing and says nothing.
  const isOfAddress = textOf(list, 'id') === url;
  if (issuer === undefined && !isOfAddress)
    return invalid(`${url} states neither its issuer nor its own address`, { url });
  if (issuer !== undefined && issuer !== issuerIdOf(credential))
    return invalid(`${url} is another issuer's list`, { url, fault: 'issuer' });
  // An entry is an id, or an object with one. Of two entries that contradict each other, the worse counts.
  const item = listOf(revoked).find(
    (one) => (isJsonObject(one) ? one['revoked'] !== false && one['id'] : one) === credential['id'],
  );
  if (item === undefined) return passed('status', 'ok', `not listed in ${url}`, { url });
  const reason = textOf(item, 'revocationReason');
  return failed('status', 'revoked', `revoked by ${url}`, reason === undefined ? { url } : { url, reason });
}

function isListable(value: unknown): boolean {
  return value === undefined || Array.isArray(value) || isJsonObject(value);
}

function unreachable(detail: string, params?: Step['params']): Step {
  return notChecked('status', 'status-unreachable', detail, params);
}

/** The step for a status method that this service cannot read. The method is not wrong for that reason. */
function unsupported(detail: string, params?: Step['params']): Step {
  return notChecked('status', 'status-unsupported', detail, params);
}

function invalid(detail: string, params?: Step['params']): Step {
  return failed('status', 'status-list-invalid', detail, params);
}
