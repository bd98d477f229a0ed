import { fetchServed } from '../keys/fetch-served.ts';
import { findSigningKey } from '../keys/find-signing.ts';
import { ALGORITHMS } from '../keys/jwt-algorithms.ts';
import { type JsonObject, textOf } from '../parsing/json-value.ts';
import { judgePeriod } from '../verification/check-validity.ts';
import type { Step, VerificationReport } from '../verification/report.ts';
import { failed, notChecked, passed, type Run } from '../verification/run.ts';
import { guarded } from '../verification/run-step.ts';
import { decideVerdict } from '../verification/verdict.ts';
import { isWebAddress, type LegacyBadge, type LegacyKind, statedKind } from './badge.ts';
import { type Established, establishHosted, findClassOutside, gather } from './check-hosted.ts';
import { legacyDate } from './dates.ts';
import { lookUpRevocation } from './revoked-assertions.ts';
import {
  givenDocuments,
  hasLegacyEndorsements,
  type LegacyDocuments,
  legacyErrors,
  legacyNonConformities,
} from './schema.ts';
import { inCurrentForm } from './to-version-3.ts';

interface Given {
  readonly badge: LegacyBadge;
  /** The step that found the badge. */
  readonly document: Step;
}

/** Verifies a badge of Open Badges 2.0 or 1.x by the rules of its own version (docs/adr/0027), in the steps
 *  of every report. The document that the issuer serves or signed is judged and shown. The file counts only
 *  if the issuer could not be asked. */
export async function verifyLegacy({ badge, document }: Given, run: Run): Promise<VerificationReport> {
  const kind: LegacyKind = badge.signed ? 'signed' : 'hosted';
  const guardedly = await guarded('proof', run, () => establish(badge, run));
  const established: Established = 'proof' in guardedly ? guardedly : { proof: guardedly };
  const { proof, gathered } = established;
  const documents = gathered ?? givenDocuments(badge);
  const isStanding = proof.result === 'passed';
  const skip = (name: 'validity' | 'endorsements') =>
    notChecked(name, 'skipped', 'nothing in the document is the word of its issuer');
  const steps = [
    document,
    gathered
      ? schemaStep(documents, kind)
      : notChecked('schema', 'skipped', 'not all of the badge could be read'),
    proof,
    issuerStep(established, run),
    isStanding ? validityStep(documents, run) : skip('validity'),
    await guarded('status', run, () => checkLegacyStatus(badge, established, run)),
    isStanding ? endorsementStep(documents) : skip('endorsements'),
  ];
  return {
    ...decideVerdict(steps, { whereVerified: 'valid-older' }),
    steps,
    older: { version: badge.version, kind },
    credential: inCurrentForm(documents, gathered?.issuer.id),
  };
}

async function establish(badge: LegacyBadge, run: Run): Promise<Established> {
  if (badge.signed) return establishSigned(badge, badge.signed, run);
  if (statedKind(badge) === 'signed') {
    return {
      proof: failed('proof', 'no-proof', 'an assertion that should be signed, without its signature'),
    };
  }
  return establishHosted(badge, run);
}

function schemaStep(documents: LegacyDocuments, kind: LegacyKind): Step {
  const errors = legacyErrors(documents, kind);
  const departures = legacyNonConformities(documents);
  const [problem, ...others] = errors.length > 0 ? errors : departures;
  if (problem === undefined) return passed('schema', 'ok', `Open Badges ${documents.version}: well formed`);
  const { pointer, reason } = problem;
  const code = errors.length > 0 ? 'schema-mismatch' : 'departs';
  return failed('schema', code, `${pointer} ${reason}`, {
    pointer,
    reason,
    ...(code === 'departs' && { others: others.length }),
  });
}

function validityStep({ assertion, version }: LegacyDocuments, run: Run): Step {
  const { expires } = assertion;
  const from = legacyDate(assertion['issuedOn'], version);
  const until = legacyDate(expires, version);
  if (expires !== undefined && until === undefined) {
    return failed('validity', 'bad-dates', 'the end is no date-time with a zone');
  }
  if (from === undefined) {
    return failed('validity', 'no-beginning', 'it does not say when it was issued');
  }
  return judgePeriod(from, until, run.now());
}

function endorsementStep(documents: LegacyDocuments): Step {
  if (!hasLegacyEndorsements(documents))
    return passed('endorsements', 'no-endorsement', 'no endorsement inside');
  return notChecked(
    'endorsements',
    'endorsement-unchecked',
    'endorsements of older badges are not verified here',
  );
}

type Signed = NonNullable<LegacyBadge['signed']>;

/** Verifies a signed badge: a JWS made with a key of its issuer (Open Badges 2.0, "Signed
 *  Verification"). */
async function establishSigned(badge: LegacyBadge, signed: Signed, run: Run): Promise<Established> {
  const header = checkHeader(signed.header);
  if (header) return { proof: header };
  const gathered = await gather(badge.assertion, badge.version, run);
  if ('step' in gathered) return { proof: gathered.step };
  const { issuer } = gathered;
  const alg = textOf(signed.header, 'alg') ?? '';
  const answer = await findSigningKey({ kind: 'older', badge, alg, issuer }, run);
  if (answer.kind === 'refused') return { proof: answer.step, gathered };
  if (!(await run.proofs.verifyJws({ jws: signed.jws, key: answer.key }))) {
    return { proof: failed('proof', 'bad-signature', 'the signature does not match the content') };
  }
  const detail = `${alg} signature verified with a key of ${issuer.id}`;
  const proof = findClassOutside(gathered) ?? passed('proof', 'ok', detail, { suite: alg });
  return { proof, gathered };
}

/** The fault of a header, for example an extension that must be understood but is not. */
function checkHeader(header: JsonObject): Step | undefined {
  const alg = textOf(header, 'alg') ?? '';
  if (alg === 'none') return failed('proof', 'no-proof', 'alg none: the JWS is not signed');
  if (!Object.hasOwn(ALGORITHMS, alg)) return failed('proof', 'unsupported-proof', `alg ${alg}`, { alg });
  if (header['crit'] !== undefined || header['b64'] !== undefined) {
    return failed('proof', 'bad-header', 'the header asks for an extension');
  }
  return undefined;
}

/** Results of the proof which show that the named issuer did not make the badge. */
const OF_ANOTHER = new Set<Step['code']>(['outside-issuer', 'class-outside-issuer']);

/** The step on the issuer of an older badge. A site proves its address, but not who runs it. This service
 *  issues only one older form, the hosted badge of version 2.0, so no other form can be ours. */
function issuerStep({ proof, gathered }: Established, run: Run): Step {
  if (!gathered) return notChecked('issuer', 'skipped', 'the issuer could not be asked');
  const { id } = gathered.issuer;
  const params = { issuer: id };
  if (proof.code === 'key-not-authorised') {
    return failed('issuer', 'issuer-mismatch', `not signed by a key of ${id}`, params);
  }
  if (OF_ANOTHER.has(proof.code)) {
    return failed('issuer', 'issuer-elsewhere', `${id} is not behind this badge`, params);
  }
  if (proof.result !== 'passed') return notChecked('issuer', 'skipped', 'nothing proves the issuer');
  const isOurForm = gathered.version === '2.0' && proof.code === 'hosted';
  if (isOurForm && id === run.ownLegacyIssuer) {
    return passed('issuer', 'issuer-ours', 'issued by this service', params);
  }
  if (isOnOrigin(id, run.ownOrigin)) {
    return failed('issuer', 'issuer-elsewhere', 'this service issues no badge of this form', params);
  }
  const code = proof.code === 'hosted' ? 'issuer-site' : 'issuer-unknown';
  return passed('issuer', code, 'behind the badge; identity not vouched for', params);
}

function isOnOrigin(id: string, origin: string | undefined): boolean {
  if (origin === undefined) return false;
  return new URL(id.replace(/^http:/, 'https:')).host === new URL(origin).host;
}

/** Whether an older badge is revoked. For a hosted badge, the served document states it; for a signed one,
 *  the list named by the issuer's profile does. */
async function checkLegacyStatus(
  badge: LegacyBadge,
  { proof, gathered, revoked }: Established,
  run: Run,
): Promise<Step> {
  if (revoked !== undefined)
    return failed('status', 'revoked', 'the issuer withdrew it', { reason: revoked });
  if (proof.result !== 'passed' || !gathered) {
    return notChecked('status', 'skipped', 'nothing in the document is the word of its issuer');
  }
  if (!badge.signed)
    return passed('status', 'ok', 'its issuer serves it, and does not say that it is revoked');
  const list = gathered.profile['revocationList'];
  if (list === undefined) return passed('status', 'no-status', 'the issuer names no revocation list');
  if (!isWebAddress(list))
    return failed('status', 'status-list-invalid', 'the revocation list has no address');
  return readList(list, { badge, gathered }, run);
}

async function readList(
  url: string,
  {
    badge,
    gathered,
  }: { readonly badge: LegacyBadge; readonly gathered: NonNullable<Established['gathered']> },
  run: Run,
): Promise<Step> {
  const served = await fetchServed(url, run);
  if (served.kind === 'none' && served.step.code === 'site-unreachable') {
    return notChecked('status', 'status-unreachable', served.step.detail, { url });
  }
  if (served.kind !== 'served') return failed('status', 'status-list-invalid', `${url} is no list`, { url });
  const { version } = badge;
  const { assertion, issuer } = gathered;
  const found = lookUpRevocation(served.document, { assertion, version, issuerId: issuer.id });
  switch (found.kind) {
    case 'standing':
      return passed('status', 'ok', `not on the list ${url}`, { url });
    case 'revoked':
      return failed('status', 'revoked', `revoked by the list ${url}`, { url, reason: found.reason });
    case 'fault':
      return failed('status', 'status-list-invalid', `the list ${url} cannot be read`, {
        url,
        fault: found.fault,
      });
  }
}
