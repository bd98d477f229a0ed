import { compact } from '../../domain/compact.ts';
import { textOf } from '../../openbadges/json-value.ts';
import { mixesAlphabets } from '../../openbadges/look-alikes.ts';
import { issuerFactsOf, publicFactsOf } from '../../openbadges/public-facts.ts';
import { resolveController } from '../verification/keys/controller.ts';
import type { JudgeTrust, Run } from '../verification/run.ts';
import type { TrustDirectory } from './trust-directory.ts';

/** Judges how well this service knows an issuer. A list takes precedence over the document at the issuer's
 *  own address, and this document takes precedence over the badge. */
export const judgeTrust =
  (known: TrustDirectory): JudgeTrust =>
  async (report, run) => {
    const step = report.steps.find((one) => one.step === 'issuer' && one.result === 'passed');
    const id = step?.params?.['issuer'];
    if (step === undefined || typeof id !== 'string') return undefined;
    const stated = issuerFactsOf(report.credential);
    if (step.code === 'issuer-ours' || known.isOwn(id))
      return { id, trust: 'ours', ...(stated.name && { name: stated.name }) };
    const listed = await known.find(id);
    if (listed) {
      const { name, url, logo, list, listHost, readAt } = listed;
      const where = { list, readAt, ...(listHost && { listHost }) };
      return { id, trust: 'listed', name, ...where, ...(url && { url }), ...(logo && { logo }) };
    }
    const { achievement } = publicFactsOf(report.credential);
    const served = report.older ? stated.name : await servedName(id, run);
    const names = [stated.name, served].filter((name) => name !== undefined);
    const addresses = [stated.url, achievement.id, achievement.criteriaUrl].filter(
      (url) => url !== undefined,
    );
    const borrowedName = await known.findImitated({ id, names, addresses });
    return compact({
      id,
      trust: 'unknown',
      name: served,
      borrowedName,
      mixedName: names.some(mixesAlphabets) || undefined,
    });
  };

/** The name in the profile at the issuer's address. A DID document contains no name. */
async function servedName(id: string, run: Run): Promise<string | undefined> {
  if (!/^https?:\/\//.test(id)) return undefined;
  const controller = await run.inTime(resolveController(id, run)).catch(() => undefined);
  return controller?.kind === 'found' ? textOf(controller.document, 'name') : undefined;
}
