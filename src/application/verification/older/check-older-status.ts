import { isWebAddress, type OlderBadge } from '../../../openbadges/older/older-badge.ts';
import { lookUpRevocation } from '../../../openbadges/older/revoked-assertions.ts';
import type { Step } from '../../../openbadges/report.ts';
import { fetchServed } from '../keys/fetch-served.ts';
import { failed, notChecked, passed, type Run } from '../run.ts';
import type { Established } from './check-hosted.ts';

/** Whether an older badge is revoked. For a hosted badge, the served document states it; for a signed one,
 *  the list named by the issuer's profile does. */
export async function checkOlderStatus(
  badge: OlderBadge,
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
  }: { readonly badge: OlderBadge; readonly gathered: NonNullable<Established['gathered']> },
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
