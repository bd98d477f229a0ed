import { textOf } from '../../openbadges/json-value.ts';
import { issuerFactsOf } from '../../openbadges/public-facts.ts';
import type { IssuerTrust, VerificationReport } from '../../openbadges/report.ts';
import { resolveController } from '../verification/controller.ts';
import type { Run } from '../verification/run.ts';
import type { TrustDirectory } from './trust-directory.ts';

/** What this service knows of the issuer of a verified badge; undefined where it is not established who issued
 *  it. The list counts before what the issuer's own address serves, and this before what the badge says. */
export async function judgeTrust(
  report: VerificationReport,
  directory: TrustDirectory,
  run: Run,
): Promise<IssuerTrust | undefined> {
  const step = report.steps.find((one) => one.step === 'issuer' && one.result === 'passed');
  const id = step?.params?.['issuer'];
  if (step === undefined || typeof id !== 'string') return undefined;
  const stated = issuerFactsOf(report.credential).name;
  if (step.code === 'issuer-ours') return { id, trust: 'ours', ...(stated && { name: stated }) };
  const listed = await directory.find(id);
  if (listed) {
    const { name, url, logo, list, readAt } = listed;
    return { id, trust: 'listed', name, list, readAt, ...(url && { url }), ...(logo && { logo }) };
  }
  const served = report.older ? stated : await servedName(id, run);
  const borrowedName = await borrowed([stated, served], directory);
  return {
    id,
    trust: 'unknown',
    ...(served !== undefined && { name: served }),
    ...(borrowedName !== undefined && { borrowedName }),
  };
}

/** The name in the profile at the issuer's address; a DID document gives none. */
async function servedName(id: string, run: Run): Promise<string | undefined> {
  if (!/^https?:\/\//.test(id)) return undefined;
  const controller = await run.inTime(resolveController(id, run)).catch(() => undefined);
  return controller?.kind === 'found' ? textOf(controller.document, 'name') : undefined;
}

async function borrowed(
  names: readonly (string | undefined)[],
  directory: TrustDirectory,
): Promise<string | undefined> {
  for (const name of names) {
    const known = name === undefined ? undefined : await directory.findName(name);
    if (known !== undefined) return known;
  }
  return undefined;
}
