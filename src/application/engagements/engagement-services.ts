import type { Ports } from '../service-ports.ts';
import { answerMissions } from './answer-missions.ts';
import { changeEngagement, leaveSchool, settleChange } from './decide-change.ts';
import { enterEngagement } from './enter-engagement.ts';
import { findAddressee } from './find-addressee.ts';
import { proposeChange, withdrawChange } from './propose-change.ts';
import { proposeMissions, withdrawMissions } from './propose-missions.ts';

/** Use cases that end, change, correct and enter engagements, and propose missions. */
export function engagementServices(ports: Ports) {
  return {
    proposeChange: proposeChange(ports),
    withdrawChange: withdrawChange(ports),
    changeEngagement: changeEngagement(ports),
    settleChange: settleChange(ports),
    leaveSchool: leaveSchool(ports),
    enterEngagement: enterEngagement(ports),
    proposeMissions: proposeMissions(ports),
    withdrawMissions: withdrawMissions(ports),
    answerMissions: answerMissions(ports),
    findAddressee: findAddressee(ports),
  };
}
