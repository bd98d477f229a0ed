import type { Ports } from '../service-ports.ts';
import { changeEngagement, leaveSchool, settleChange } from './decide-change.ts';
import { enterEngagement } from './enter-engagement.ts';
import { proposeChange, withdrawChange } from './propose-change.ts';

/** Use cases that end, change, correct and enter engagements. */
export function engagementServices(ports: Ports) {
  return {
    proposeChange: proposeChange(ports),
    withdrawChange: withdrawChange(ports),
    changeEngagement: changeEngagement(ports),
    settleChange: settleChange(ports),
    leaveSchool: leaveSchool(ports),
    enterEngagement: enterEngagement(ports),
  };
}
