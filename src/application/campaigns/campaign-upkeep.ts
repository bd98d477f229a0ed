import { remindPrincipals } from '../confirmations/remind-principals.ts';
import { openImportedContests } from '../contests/open-imported-contests.ts';
import { measureWhenOld } from '../coverage/measure-when-old.ts';
import type { Allowance } from '../query-allowance.ts';
import type { Ports } from '../service-ports.ts';

/** The timer's work on coverage, campaigns and contests. It is done before the jobs. */
export const campaignUpkeep = (ports: Ports) => {
  const [measure, remind] = [measureWhenOld(ports), remindPrincipals(ports)];
  const openContests = openImportedContests(ports);
  return async (allowance: Allowance): Promise<void> => {
    await measure();
    await openContests(allowance);
    await remind(allowance);
  };
};
