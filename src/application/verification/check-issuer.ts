import { didOf } from '../../openbadges/addresses.ts';
import type { Step } from '../../openbadges/report.ts';
import { issuerIdOf } from './credential-shape.ts';
import type { Presented } from './presented.ts';
import { failed, notChecked, passed } from './run.ts';

/** Checks the issuer. A signature proves that the owner of an address signed, but not who the owner is. An
 *  unknown issuer thus passes as `issuer-unknown`, and only our own issuer is confirmed. Who speaks for the
 *  issuer was asked for the proof and is not asked again. For an issuer that does not answer, the step is
 *  `not-checked` instead of failed. */
export function checkIssuer({ credential }: Presented, proof: Step, ownOrigin: string): Step {
  const id = issuerIdOf(credential);
  if (id === undefined) return failed('issuer', 'issuer-mismatch', 'the issuer has no id');
  if (proof.code === 'key-not-authorised')
    return failed('issuer', 'issuer-mismatch', `not signed by a key of ${id}`, { issuer: id });
  if (proof.code === 'key-unreachable')
    return notChecked('issuer', 'issuer-unreachable', proof.detail, { issuer: id });
  if (proof.result !== 'passed') return notChecked('issuer', 'skipped', 'the signature proves no issuer');
  if (id === didOf(ownOrigin))
    return passed('issuer', 'issuer-ours', 'issued by this service', { issuer: id });
  return passed('issuer', 'issuer-unknown', 'signed by its holder; identity not vouched for', { issuer: id });
}
