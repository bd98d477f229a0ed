import { confirmTogether, decideEngagement } from '../confirmations/decide-engagement.ts';
import { answerContest } from '../contests/answer-contest.ts';
import { readContest, readContests, readOwnContests } from '../contests/read-contest.ts';
import { settleContest } from '../contests/settle-contest.ts';
import type { Ports } from '../service-ports.ts';
import { carryOver, withdrawCarried } from './carry-over.ts';
import { removeMeans, saveMeans } from './keep-means.ts';
import { removeProject, saveProject } from './keep-projects.ts';
import { removeLocalAction, saveLocalAction } from './local-actions.ts';
import { confirmPaper, makePaper } from './papers.ts';
import { makePapersTogether } from './papers-together.ts';
import { openProcedureSheet, removeProcedureSheet, saveProcedureSheet } from './procedure-sheets.ts';
import { readSchool } from './read-school.ts';
import { cancelPlan, planReview, recordReview, removeReview } from './reviews.ts';
import { saySharing } from './say-mission-sharing.ts';
import { readSchoolBadges } from './school-badge.ts';

/** Use cases of the principal's space and of contests. */
export function schoolServices(ports: Ports) {
  return {
    readSchool: readSchool(ports),
    readSchoolBadges: readSchoolBadges(ports),
    decideEngagement: decideEngagement(ports),
    confirmTogether: confirmTogether(ports),
    carryOver: carryOver(ports),
    withdrawCarried: withdrawCarried(ports),
    planReview: planReview(ports),
    cancelPlan: cancelPlan(ports),
    recordReview: recordReview(ports),
    removeReview: removeReview(ports),
    saveLocalAction: saveLocalAction(ports),
    removeLocalAction: removeLocalAction(ports),
    saySharing: saySharing(ports),
    saveMeans: saveMeans(ports),
    removeMeans: removeMeans(ports),
    saveProject: saveProject(ports),
    removeProject: removeProject(ports),
    saveProcedureSheet: saveProcedureSheet(ports),
    removeProcedureSheet: removeProcedureSheet(ports),
    openProcedureSheet: openProcedureSheet(ports),
    makePaper: makePaper(ports),
    makePapersTogether: makePapersTogether(ports),
    confirmPaper: confirmPaper(ports),
    readContest: readContest(ports),
    readContests: readContests(ports),
    readOwnContests: readOwnContests(ports),
    answerContest: answerContest(ports),
    settleContest: settleContest(ports),
  };
}
