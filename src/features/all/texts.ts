// Made by tools/features.mjs. Do not change it by hand.
import { texts as achievementEndorsements } from '../../standards/achievement-endorsements/texts.ts';
import { texts as badgeRecords } from '../../standards/badge-records/texts.ts';
import { texts as host } from '../../standards/host/texts.ts';
import { texts as vcApi } from '../../standards/vc-api/texts.ts';
import { texts as wallets } from '../../standards/wallets/texts.ts';
import { texts as campaigns } from '../campaigns/texts.ts';
import { texts as classProjects } from '../class-projects/texts.ts';
import { texts as contests } from '../contests/texts.ts';
import { texts as dataRequests } from '../data-requests/texts.ts';
import { texts as directory } from '../directory/texts.ts';
import { texts as endorsements } from '../endorsements/texts.ts';
import { texts as invitations } from '../invitations/texts.ts';
import { texts as means } from '../means/texts.ts';
import { texts as meetings } from '../meetings/texts.ts';
import { texts as messages } from '../messages/texts.ts';
import { texts as missionProposals } from '../mission-proposals/texts.ts';
import { texts as procedureSheets } from '../procedure-sheets/texts.ts';
import { texts as publicProfiles } from '../public-profiles/texts.ts';
import { texts as schoolProjects } from '../school-projects/texts.ts';
import { texts as support } from '../support/texts.ts';
import { texts as trainingWishes } from '../training-wishes/texts.ts';
import { texts as wishedTrainings } from '../wished-trainings/texts.ts';
import { texts as yearlyReports } from '../yearly-reports/texts.ts';

/** The texts of all features in one language, with the office as it is called here. */
export function featureTexts(language: 'fr' | 'en', office: string) {
  const achievementEndorsementsTexts = achievementEndorsements[language](office);
  const badgeRecordsTexts = badgeRecords[language](office);
  const campaignsTexts = campaigns[language](office);
  const classProjectsTexts = classProjects[language](office);
  const contestsTexts = contests[language](office);
  const dataRequestsTexts = dataRequests[language](office);
  const directoryTexts = directory[language](office);
  const endorsementsTexts = endorsements[language](office);
  const hostTexts = host[language](office);
  const invitationsTexts = invitations[language](office);
  const meansTexts = means[language](office);
  const meetingsTexts = meetings[language](office);
  const messagesTexts = messages[language](office);
  const missionProposalsTexts = missionProposals[language](office);
  const procedureSheetsTexts = procedureSheets[language](office);
  const publicProfilesTexts = publicProfiles[language](office);
  const schoolProjectsTexts = schoolProjects[language](office);
  const supportTexts = support[language](office);
  const trainingWishesTexts = trainingWishes[language](office);
  const vcApiTexts = vcApi[language](office);
  const walletsTexts = wallets[language](office);
  const wishedTrainingsTexts = wishedTrainings[language](office);
  const yearlyReportsTexts = yearlyReports[language](office);
  return {
    pages: {
      achievementEndorsements: achievementEndorsementsTexts.page,
      badgeRecords: badgeRecordsTexts.page,
      campaigns: campaignsTexts.page,
      classProjects: classProjectsTexts.page,
      contests: contestsTexts.page,
      dataRequests: dataRequestsTexts.page,
      directory: directoryTexts.page,
      endorsements: endorsementsTexts.page,
      host: hostTexts.page,
      invitations: invitationsTexts.page,
      means: meansTexts.page,
      meetings: meetingsTexts.page,
      messages: messagesTexts.page,
      missionProposals: missionProposalsTexts.page,
      procedureSheets: procedureSheetsTexts.page,
      publicProfiles: publicProfilesTexts.page,
      schoolProjects: schoolProjectsTexts.page,
      support: supportTexts.page,
      wallets: walletsTexts.page,
      wishedTrainings: wishedTrainingsTexts.page,
      yearlyReports: yearlyReportsTexts.page,
    },
    done: {
      ...achievementEndorsementsTexts.done,
      ...badgeRecordsTexts.done,
      ...classProjectsTexts.done,
      ...contestsTexts.done,
      ...dataRequestsTexts.done,
      ...directoryTexts.done,
      ...endorsementsTexts.done,
      ...hostTexts.done,
      ...invitationsTexts.done,
      ...meansTexts.done,
      ...meetingsTexts.done,
      ...missionProposalsTexts.done,
      ...procedureSheetsTexts.done,
      ...publicProfilesTexts.done,
      ...schoolProjectsTexts.done,
      ...supportTexts.done,
      ...walletsTexts.done,
      ...wishedTrainingsTexts.done,
      ...yearlyReportsTexts.done,
    },
    tables: {
      ...badgeRecordsTexts.tables,
      ...classProjectsTexts.tables,
      ...contestsTexts.tables,
      ...dataRequestsTexts.tables,
      ...directoryTexts.tables,
      ...endorsementsTexts.tables,
      ...hostTexts.tables,
      ...invitationsTexts.tables,
      ...meansTexts.tables,
      ...missionProposalsTexts.tables,
      ...publicProfilesTexts.tables,
      ...schoolProjectsTexts.tables,
      ...supportTexts.tables,
      ...trainingWishesTexts.tables,
      ...walletsTexts.tables,
      ...yearlyReportsTexts.tables,
    },
    columns: {},
    history: {
      ...badgeRecordsTexts.history,
      ...classProjectsTexts.history,
      ...contestsTexts.history,
      ...dataRequestsTexts.history,
      ...directoryTexts.history,
      ...endorsementsTexts.history,
      ...hostTexts.history,
      ...invitationsTexts.history,
      ...meansTexts.history,
      ...missionProposalsTexts.history,
      ...publicProfilesTexts.history,
      ...schoolProjectsTexts.history,
      ...supportTexts.history,
      ...trainingWishesTexts.history,
      ...walletsTexts.history,
      ...yearlyReportsTexts.history,
    },
    audit: {
      ...achievementEndorsementsTexts.audit,
      ...campaignsTexts.audit,
      ...classProjectsTexts.audit,
      ...directoryTexts.audit,
      ...invitationsTexts.audit,
      ...meetingsTexts.audit,
      ...messagesTexts.audit,
      ...missionProposalsTexts.audit,
      ...procedureSheetsTexts.audit,
      ...schoolProjectsTexts.audit,
      ...vcApiTexts.audit,
      ...wishedTrainingsTexts.audit,
    },
    errors: {
      ...achievementEndorsementsTexts.errors,
      ...badgeRecordsTexts.errors,
      ...classProjectsTexts.errors,
      ...contestsTexts.errors,
      ...endorsementsTexts.errors,
      ...invitationsTexts.errors,
      ...meetingsTexts.errors,
      ...messagesTexts.errors,
      ...missionProposalsTexts.errors,
      ...schoolProjectsTexts.errors,
      ...supportTexts.errors,
      ...vcApiTexts.errors,
      ...yearlyReportsTexts.errors,
    },
    mails: {
      ...contestsTexts.mails,
      ...invitationsTexts.mails,
      ...meetingsTexts.mails,
      ...missionProposalsTexts.mails,
      ...supportTexts.mails,
      ...yearlyReportsTexts.mails,
    },
    menu: {
      my: {
        ...badgeRecordsTexts.menu.my,
        ...classProjectsTexts.menu.my,
        ...directoryTexts.menu.my,
        ...hostTexts.menu.my,
        ...publicProfilesTexts.menu.my,
        ...supportTexts.menu.my,
        ...yearlyReportsTexts.menu.my,
      },
      dane: {
        ...campaignsTexts.menu.dane,
        ...classProjectsTexts.menu.dane,
        ...contestsTexts.menu.dane,
        ...dataRequestsTexts.menu.dane,
        ...directoryTexts.menu.dane,
        ...meetingsTexts.menu.dane,
        ...messagesTexts.menu.dane,
        ...supportTexts.menu.dane,
        ...wishedTrainingsTexts.menu.dane,
        ...yearlyReportsTexts.menu.dane,
      },
      school: {
        ...contestsTexts.menu.school,
        ...directoryTexts.menu.school,
        ...meansTexts.menu.school,
        ...meetingsTexts.menu.school,
        ...missionProposalsTexts.menu.school,
        ...schoolProjectsTexts.menu.school,
        ...supportTexts.menu.school,
      },
    },
  };
}
