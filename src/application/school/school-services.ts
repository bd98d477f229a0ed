import { confirmTogether, decideEngagement } from '../confirmations/decide-engagement.ts';
import { answerContest, readContest, readContests, readOwnContests, settleContest } from '../contests.ts';
import type { Ports } from '../service-ports.ts';
import { carryOver, withdrawCarried } from './carry-over.ts';
import { removeMeans, saveMeans } from './keep-means.ts';
import { removeProject, saveProject } from './keep-projects.ts';
import { removeLocalAction, saveLocalAction } from './local-actions.ts';
import { confirmPaper, makePaper, makePapersTogether } from './papers.ts';
import { openProcedureSheet, removeProcedureSheet, saveProcedureSheet } from './procedure-sheets.ts';
import { readSchool, readSchoolBadges } from './read-school.ts';
import { cancelPlan, planReview, recordReview, removeReview } from './reviews.ts';
import { saySharing } from './say-mission-sharing.ts';

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
