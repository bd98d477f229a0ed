import * as awkward from './archetypes-awkward.ts';
import * as first from './archetypes-committed.ts';
import * as lasting from './archetypes-established.ts';
import * as guides from './archetypes-guide.ts';
import * as thematic from './archetypes-thematic.ts';
import type { GroupStory, Story } from './story.ts';
import * as teams from './teams.ts';

/** The stories of single people, with the number of people who live each: `[story, number of people]`. Tests
 *  name archetypes by these keys. */
export const SOLO_CAST: Readonly<Record<string, readonly [() => Story, number]>> = {
  committed: [first.committed, 3],
  confirmedByDane: [first.confirmedByDane, 2],
  confirmedWithReservation: [first.confirmedWithReservation, 2],
  addedHalves: [first.addedHalves, 2],
  twoHundredDays: [first.twoHundredDays, 1],
  oneDayShort: [first.oneDayShort, 1],
  lateStart: [first.lateStart, 3],
  oneFamily: [first.oneFamily, 2],
  unauthorised: [first.unauthorised, 1],
  authorised: [first.authorised, 1],
  notReviewed: [first.notReviewed, 3],
  established: [lasting.established, 3],
  interrupted: [lasting.interrupted, 2],
  moved: [lasting.moved, 2],
  twoSchools: [lasting.twoSchools, 2],
  hoursShort: [lasting.hoursShort, 2],
  withoutFamilyA: [lasting.withoutFamilyA, 1],
  oneMeeting: [lasting.oneMeeting, 2],
  missedReview: [lasting.missedReview, 1],
  contestedYear: [lasting.contestedYear, 1],
  stoppedLongAgo: [lasting.stoppedLongAgo, 1],
  guide: [guides.guide, 2],
  guideByTraining: [guides.guideByTraining, 1],
  guideByResource: [guides.guideByResource, 1],
  guideHoursExpired: [guides.guideHoursExpired, 1],
  guideNotValidated: [guides.guideNotValidated, 1],
  guideHalfYearShort: [guides.guideHalfYearShort, 1],
  guideThreeFamilies: [guides.guideThreeFamilies, 1],
  guideLeft: [guides.guideLeft, 1],
  companion: [thematic.companion, 2],
  companionOverTwoYears: [thematic.companionOverTwoYears, 1],
  twoSessions: [thematic.twoSessions, 2],
  shortWorkshop: [thematic.shortWorkshop, 1],
  companionTooSpread: [thematic.companionTooSpread, 1],
  entAdministrator: [thematic.entAdministrator, 2],
  serviceReferent: [thematic.serviceReferent, 1],
  entTrainingTooOld: [thematic.entTrainingTooOld, 1],
  entLocalSheet: [thematic.entLocalSheet, 1],
  entWithoutRole: [thematic.entWithoutRole, 1],
  entHalfYear: [thematic.entHalfYear, 1],
  communicator: [thematic.communicator, 3],
  oneLink: [thematic.oneLink, 1],
  twoCommunicationMissions: [thematic.twoCommunicationMissions, 1],
  notTheContact: [thematic.notTheContact, 1],
  learner: [thematic.learner, 2],
  learnerOverTwoYears: [thematic.learnerOverTwoYears, 2],
  learnerElevenHours: [thematic.learnerElevenHours, 1],
  learnerWithoutE3: [thematic.learnerWithoutE3, 1],
  learnerAlone: [thematic.learnerAlone, 1],
  learnerLongAgo: [thematic.learnerLongAgo, 1],
  askedRecently: [awkward.requestedRecently, 2],
  askedBeforeFirstReminder: [awkward.requestedBeforeFirstReminder, 2],
  askedBeforeSecondReminder: [awkward.requestedBeforeSecondReminder, 2],
  askedSinceSeptember: [awkward.requestedSinceSeptember, 2],
  begunInSpring: [awkward.begunInSpring, 1],
  summerOnly: [awkward.summerOnly, 1],
  nextYear: [awkward.nextYear, 1],
  contested: [awkward.contested, 2],
  twoSelfReports: [awkward.twoSelfReports, 1],
  overlapping: [awkward.overlapping, 1],
  authorisedTwice: [awkward.authorisedTwice, 1],
  untidy: [awkward.untidy, 1],
  becameAgent: [awkward.becameAgent, 1],
};

/** The stories of whole schools: `[story, number of schools]`. No one else works at such a school. */
export const GROUP_CAST: Readonly<Record<string, readonly [() => GroupStory, number]>> = {
  fullTeam: [teams.fullTeam, 2],
  teamAhead: [teams.teamAhead, 2],
  teamWithHandover: [teams.teamWithHandover, 1],
  newTeam: [teams.newTeam, 2],
  teamWithoutMeeting: [teams.teamWithoutMeeting, 1],
  teamWithoutReview: [teams.teamWithoutReview, 1],
  teamWithoutTraining: [teams.teamWithoutTraining, 1],
  teamWithoutSiteReferent: [teams.teamWithoutSiteReferent, 1],
  teamWithoutAuthorityContact: [teams.teamWithoutAuthorityContact, 1],
  teamWithoutFamilyE: [teams.teamWithoutFamilyE, 1],
  teamOfOne: [teams.teamOfOne, 1],
  contactClash: [awkward.contactConflict, 1],
  clashInTheFile: [awkward.conflictInTheFile, 1],
};

/** Number of people with an ordinary story, besides those of the cast. */
export const ORDINARY_COUNT = 70;
/** Number of schools with people in the demonstration, out of 215 public, non-agricultural ones. */
export const SCHOOL_COUNT = 90;
