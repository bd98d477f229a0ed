import { olderIssuerUrl } from '../../../openbadges/older/own-documents.ts';
import type { Step } from '../../../openbadges/report.ts';
import { failed, notChecked, passed, type Run } from '../run.ts';
import type { Established } from './check-hosted.ts';

/** Results of the proof which show that the named issuer did not make the badge. */
const OF_ANOTHER = new Set<Step['code']>(['outside-issuer', 'class-outside-issuer']);

/** The step on the issuer of an older badge. A site proves its address, but not who runs it. This service
 *  issues only one older form, the hosted badge of version 2.0, so no other form can be ours. */
export function issuerStep({ proof, gathered }: Established, run: Run): Step {
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
  if (isOurForm && id === olderIssuerUrl(run.ownOrigin)) {
    return passed('issuer', 'issuer-ours', 'issued by this service', params);
  }
  if (isOnOrigin(id, run.ownOrigin)) {
    return failed('issuer', 'issuer-elsewhere', 'this service issues no badge of this form', params);
  }
  const code = proof.code === 'hosted' ? 'issuer-site' : 'issuer-unknown';
  return passed('issuer', code, 'behind the badge; identity not vouched for', params);
}

function isOnOrigin(id: string, origin: string): boolean {
  return new URL(id.replace(/^http:/, 'https:')).host === new URL(origin).host;
}
