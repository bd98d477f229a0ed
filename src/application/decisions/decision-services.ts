import type { AdvanceJob } from '../jobs/jobs.ts';
import type { Ports } from '../service-ports.ts';
import { decisionsByProgram, grantByDecision, grantLater } from './decisions.ts';
import { reopenProposal } from './reopen-proposal.ts';

/** Use cases by which agents and programs decide on badges. */
export function decisionServices(ports: Ports, advance: AdvanceJob) {
  return {
    reopenProposal: reopenProposal(ports),
    grantByDecision: grantByDecision(ports),
    grantLater: grantLater(ports),
    decisions: decisionsByProgram(ports, advance),
  };
}
