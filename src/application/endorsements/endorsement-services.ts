import type { Ports } from '../service-ports.ts';
import {
  examineEndorsement,
  keepAchievementEndorsement,
  lookAtEndorsement,
  withdrawAchievementEndorsement,
} from './achievement-endorsements.ts';
import {
  addEndorsement,
  countWordsLeftOut,
  declineEndorsement,
  offerEndorsement,
  removeEndorsement,
  takeBackEndorsement,
} from './keep-endorsements.ts';
import {
  readEndorsementDocument,
  readEndorsementDocuments,
  readShownEndorsements,
} from './read-shown-endorsements.ts';

/** Use cases of principals' endorsements in badges, and of other bodies' endorsements of our achievements. */
export function endorsementServices(ports: Ports) {
  return {
    offerEndorsement: offerEndorsement(ports),
    removeEndorsement: removeEndorsement(ports),
    addEndorsement: addEndorsement(ports),
    declineEndorsement: declineEndorsement(ports),
    takeBackEndorsement: takeBackEndorsement(ports),
    countWordsLeftOut: countWordsLeftOut(ports),
    examineEndorsement: examineEndorsement(ports),
    keepAchievementEndorsement: keepAchievementEndorsement(ports),
    withdrawAchievementEndorsement: withdrawAchievementEndorsement(ports),
    lookAtEndorsement: lookAtEndorsement(ports),
    readShownEndorsements: readShownEndorsements(ports),
    readEndorsementDocuments: readEndorsementDocuments(ports),
    readEndorsementDocument: readEndorsementDocument(ports),
  };
}
