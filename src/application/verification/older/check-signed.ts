import { type JsonObject, textOf } from '../../../openbadges/json-value.ts';
import type { OlderBadge } from '../../../openbadges/older/older-badge.ts';
import type { Step } from '../../../openbadges/report.ts';
import { findSigningKey } from '../keys/find-signing-key.ts';
import { ALGORITHMS } from '../keys/jwt-algorithms.ts';
import { failed, passed, type Run } from '../run.ts';
import { type Established, findClassOutside } from './check-hosted.ts';
import { gather } from './gather.ts';

type Signed = NonNullable<OlderBadge['signed']>;

/** Verifies a signed badge: a JWS made with a key of its issuer (Open Badges 2.0, "Signed
 *  Verification"). */
export async function establishSigned(badge: OlderBadge, signed: Signed, run: Run): Promise<Established> {
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
