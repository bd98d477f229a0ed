import { didOf } from '../../openbadges/addresses.ts';
import type { Step } from '../../openbadges/report.ts';
import { resolveController } from './controller.ts';
import { issuerIdOf } from './credential-shape.ts';
import type { Presented } from './presented.ts';
import { failed, notChecked, passed, type Run } from './run.ts';

/** Results of the proof that do not show who made the credential. Naming an issuer then would give it false
 *  credit. */
const SILENT_PROOFS = new Set<Step['code']>([
  'bad-signature',
  'bad-claims',
  'bad-header',
  'no-proof',
  'unknown-context',
]);

/** Checks the issuer. A signature proves that the owner of an address signed, but not who the owner is. An
 *  unknown issuer thus passes as `issuer-unknown`, and only our own issuer is confirmed. For an issuer that
 *  does not answer, the step is `not-checked` instead of failed. */
export async function checkIssuer({ credential }: Presented, proof: Step, run: Run): Promise<Step> {
  const id = issuerIdOf(credential);
  if (id === undefined) return failed('issuer', 'issuer-mismatch', 'the issuer has no id');
  if (SILENT_PROOFS.has(proof.code)) return notChecked('issuer', 'skipped', 'the signature proves no issuer');
  const controller = await resolveController(id, run);
  if (controller.kind === 'mismatch')
    return failed('issuer', 'issuer-mismatch', controller.reason, { issuer: id });
  if (proof.code === 'key-not-authorised') {
    return failed('issuer', 'issuer-mismatch', `not signed by a key of ${id}`, { issuer: id });
  }
  // A proof that was not read, has expired or was made with a stolen key proves no issuer, whatever it names.
  // A JWT may rely only on the key set of the issuer's origin: its Profile then needs no controller document.
  if (proof.result !== 'passed') {
    return controller.kind === 'unreachable'
      ? notChecked('issuer', 'issuer-unreachable', controller.reason, { issuer: id })
      : notChecked('issuer', 'skipped', 'the signature proves no issuer');
  }
  if (id === didOf(run.ownOrigin))
    return passed('issuer', 'issuer-ours', 'issued by this service', { issuer: id });
  return passed('issuer', 'issuer-unknown', 'signed by its holder; identity not vouched for', { issuer: id });
}
