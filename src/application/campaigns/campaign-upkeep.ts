import { remindPrincipals } from '../confirmations/remind-principals.ts';
import { openImportedContests } from '../contests/open-imported-contests.ts';
import { measureWhenOld } from '../coverage/measure-when-old.ts';
import type { Allowance } from '../verification/allowance.ts';

type Needs = Parameters<typeof measureWhenOld>[0] &
  Parameters<typeof remindPrincipals>[0] &
  Parameters<typeof openImportedContests>[0];

/** The timer's work on coverage, campaigns and contests, which it does before the jobs. */
export const campaignUpkeep = (needs: Needs) => {
  const [measure, remind] = [measureWhenOld(needs), remindPrincipals(needs)];
  const openContests = openImportedContests(needs);
  return async (allowance: Allowance): Promise<void> => {
    await measure();
    await openContests(allowance);
    await remind(allowance);
  };
};
