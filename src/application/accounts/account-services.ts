import { chooseMail, readWantedMail } from '../mail/choose-mail.ts';
import type { Ports } from '../service-ports.ts';
import {
  checkHeadship,
  declareHeadship,
  readDoubtedDeclarations,
  readHeads,
  settleDoubt,
  withdrawHeadship,
} from './headships.ts';
import {
  dropTypedForm,
  endOwnSession,
  keepTypedForm,
  readOwnSessions,
  readSignedIn,
  readTypedForm,
  signOut,
} from './sessions.ts';
import { beginSignIn, finishSignIn } from './sign-in.ts';

/** Use cases of signing in and out, and of the choice of mail. */
export function accountServices(ports: Ports) {
  return {
    beginSignIn: beginSignIn(ports),
    finishSignIn: finishSignIn(ports),
    readSignedIn: readSignedIn(ports),
    signOut: signOut(ports),
    readOwnSessions: readOwnSessions(ports),
    endOwnSession: endOwnSession(ports),
    readHeads: readHeads(ports),
    declareHeadship: declareHeadship(ports),
    withdrawHeadship: withdrawHeadship(ports),
    checkHeadship: checkHeadship(ports),
    readDoubtedDeclarations: readDoubtedDeclarations(ports),
    settleDoubt: settleDoubt(ports),
    chooseMail: chooseMail(ports),
    readWantedMail: readWantedMail(ports),
    keepTypedForm: keepTypedForm(ports),
    readTypedForm: readTypedForm(ports),
    dropTypedForm: dropTypedForm(ports),
  };
}
