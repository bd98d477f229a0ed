import { chooseMail, readWantedMail } from '../mail/choose-mail.ts';
import type { Ports } from '../service-ports.ts';
import { beginSignIn } from './begin-sign-in.ts';
import { finishSignIn } from './finish-sign-in.ts';
import {
  checkHeadship,
  declareHeadship,
  readDoubtedDeclarations,
  readHeads,
  withdrawHeadship,
} from './headships.ts';
import { endOwnSession, readOwnSessions, readSignedIn, signOut } from './sessions.ts';
import { settleDoubt } from './settle-doubt.ts';
import { dropTypedForm, keepTypedForm, readTypedForm } from './typed-forms.ts';

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
