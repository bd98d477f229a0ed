import { makeBadgeRecord, readOwnBadgeRecord, withdrawBadgeRecord } from '../holder/badge-record.ts';
import {
  declineCredential,
  hideCredential,
  previewCredential,
  showCredential,
} from '../holder/holder-acts.ts';
import { readOwnProfile, removePublicProfile, savePublicProfile } from '../holder/public-profile.ts';
import type { Ports } from '../service-ports.ts';
import { deriveBadgeProgress } from './badge-progress.ts';
import { makeDataRequest, settleDataRequest } from './data-requests.ts';
import {
  declareEngagement,
  readDeclarationNotices,
  redeclareEngagement,
  withdrawEngagement,
} from './declare-engagement.ts';
import { addContribution, changeContribution, removeContribution } from './keep-contributions.ts';
import { readNewBadges, readOwnRecord } from './read-own-record.ts';

/** Use cases on a RUPN's own record and badges. */
export function myServices(ports: Ports) {
  return {
    declineCredential: declineCredential(ports),
    hideCredential: hideCredential(ports),
    showCredential: showCredential(ports),
    previewCredential: previewCredential(ports),
    readOwnProfile: readOwnProfile(ports),
    savePublicProfile: savePublicProfile(ports),
    removePublicProfile: removePublicProfile(ports),
    readOwnBadgeRecord: readOwnBadgeRecord(ports),
    makeBadgeRecord: makeBadgeRecord(ports),
    withdrawBadgeRecord: withdrawBadgeRecord(ports),
    readOwnRecord: readOwnRecord(ports),
    readNewBadges: readNewBadges(ports),
    deriveBadgeProgress: deriveBadgeProgress(ports),
    declareEngagement: declareEngagement(ports),
    redeclareEngagement: redeclareEngagement(ports),
    withdrawEngagement: withdrawEngagement(ports),
    readDeclarationNotices: readDeclarationNotices(ports),
    addContribution: addContribution(ports),
    changeContribution: changeContribution(ports),
    removeContribution: removeContribution(ports),
    makeDataRequest: makeDataRequest(ports),
    settleDataRequest: settleDataRequest(ports),
  };
}
