import type { grantAwards } from '../awards/grant-awards.ts';
import type { issueCredentials } from '../credentials/issue-credentials.ts';
import type { advanceJob } from '../jobs/advance-job.ts';
import type { beginJob } from '../jobs/begin-job.ts';
import { startJob, takeBackJob } from '../jobs/take-back-job.ts';
import type { Ports } from '../service-ports.ts';
import { decisionsByProgram } from './decisions-by-program.ts';
import { grantByDecision } from './grant-by-decision.ts';
import { grantLater } from './grant-later.ts';
import { reopenProposal } from './reopen-proposal.ts';

type Needs = Ports & {
  readonly grantAwards: ReturnType<typeof grantAwards>;
  readonly issueCredentials: ReturnType<typeof issueCredentials>;
  readonly beginJob: ReturnType<typeof beginJob>;
  readonly advanceJob: ReturnType<typeof advanceJob>;
};

/** Use cases by which agents and programs decide on badges. */
export function decisionServices(needs: Needs) {
  return {
    reopenProposal: reopenProposal(needs),
    grantByDecision: grantByDecision(needs),
    grantLater: grantLater(needs),
    decisions: decisionsByProgram({ ...needs, startJob: startJob(needs), takeBackJob: takeBackJob(needs) }),
  };
}
