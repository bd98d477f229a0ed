import type { Ports } from '../service-ports.ts';
import { findAddressee } from './change-of-segment.ts';
import { enterEngagement } from './enter-engagement.ts';
import { answerMissions, proposeMissions, withdrawMissions } from './missions.ts';
import {
  changeEngagement,
  leaveSchool,
  proposeChange,
  settleChange,
  withdrawChange,
} from './propose-change.ts';

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
