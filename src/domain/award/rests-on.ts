import type { Award, IssuedCredential } from './award-types.ts';

/** Whether this award stands and states the contribution as validated: granted or issued, and neither
 *  revoked, declined nor erased. */
export function restsOnContribution(
  { award, credential }: { readonly award: Award; readonly credential?: IssuedCredential },
  reference: string,
): boolean {
  if (credential?.revocation || credential?.erasedAt) return false;
  if (credential?.choice.acceptance === 'declined') return false;
  const { facts } = award.evaluation;
  if (facts.kind !== 'person') return false;
  return facts.contributions.some((one) => one.reference === reference && one.validated);
}
