import { acceptAll } from './accept-all.ts';
import { acceptCredential } from './accept-credential.ts';
import { beginSignIn } from './accounts/begin-sign-in.ts';
import { finishSignIn } from './accounts/finish-sign-in.ts';
import type { IdentityProvider } from './accounts/identity-provider.ts';
import {
  declareHeadship,
  endOwnSession,
  readOwnSessions,
  readSignedIn,
  signOut,
} from './accounts/sessions.ts';
import { settleDoubt } from './accounts/settle-doubt.ts';
import { adoptCriteria } from './criteria/adopt-criteria.ts';
import type { LivingCatalogue } from './criteria/living-catalogue.ts';
import { tryCriteria } from './criteria/try-criteria.ts';
import { decideProposals } from './decisions/decide-proposals.ts';
import { proposeAwards } from './decisions/propose-awards.ts';
import { emptyOutbox } from './empty-outbox.ts';
import { erasePerson, exportPerson } from './erase-person.ts';
import { evaluateRecipients } from './evaluate-recipients.ts';
import { exportRecords } from './export/export-records.ts';
import type { TableWriters } from './export/table.ts';
import { grantAwards } from './grant-awards.ts';
import { importFiles } from './import/import-files.ts';
import type { OpenSheets } from './import/sheet.ts';
import { issueCredentials } from './issue-credentials.ts';
import { advanceJob, advanceJobs } from './jobs/advance-job.ts';
import { beginJob } from './jobs/begin-job.ts';
import { keepUp, readOutboxState } from './keep-up.ts';
import { chooseMail, readWantedMail } from './mail/choose-mail.ts';
import type { Mailer } from './mail/mailer.ts';
import type {
  Clock,
  Fetcher,
  Ids,
  IssuerConfig,
  KeyDirectory,
  Log,
  Signer,
  Store,
  WaitUntilAfter,
} from './ports.ts';
import { publishStatusLists, readStatusListDocument } from './publish-status-list.ts';
import { readPublicCredential } from './read-public-credential.ts';
import { changePerson } from './register/change-person.ts';
import { reissueCompromised } from './reissue-compromised.ts';
import { revokeCredential } from './revoke-credential.ts';
import type { LivingSettings } from './settings/living-settings.ts';
import { authenticate, createToken } from './tokens.ts';
import { dataServices } from './uploads/data-services.ts';

export interface Ports {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly waitUntilAfter: WaitUntilAfter;
  readonly catalogue: LivingCatalogue;
  readonly signer: Signer;
  readonly keys: KeyDirectory;
  readonly issuer: IssuerConfig;
  readonly origin: string;
  readonly fetcher: Fetcher;
  readonly openSheets: OpenSheets;
  readonly tableWriters: TableWriters;
  readonly settings: LivingSettings;
  readonly log: Log;
  /** None: nobody can sign in. */
  readonly identityProviders: readonly IdentityProvider[];
  /** Absent: the service writes to nobody, and no mail is kept for later. */
  readonly mailer?: Mailer;
}

/** Every use case, bound once to its ports. */
export function makeServices(ports: Ports) {
  const accept = acceptCredential(ports);
  const publish = publishStatusLists(ports);
  const grant = grantAwards(ports);
  const issue = issueCredentials(ports);
  const advance = advanceJob({
    ...ports,
    steps: {
      'propose-awards': proposeAwards(ports),
      'decide-proposals': decideProposals({ ...ports, grantAwards: grant, issueCredentials: issue }),
      'try-criteria': tryCriteria(ports),
    },
  });
  const follow = emptyOutbox(ports);
  const needs = { ...ports, publishStatusLists: publish, emptyOutbox: follow };
  // Whoever waits for an answer does not wait for a mail server: the timer sees to the mail.
  const answering = { ...ports, emptyOutbox: () => follow('publish-status-list') };
  return {
    importFiles: importFiles(ports),
    exportRecords: exportRecords(ports),
    evaluateRecipients: evaluateRecipients(ports),
    grantAwards: grant,
    issueCredentials: issue,
    beginJob: beginJob(ports),
    advanceJob: advance,
    reissueCompromised: reissueCompromised(ports),
    acceptCredential: accept,
    acceptAll: acceptAll({ store: ports.store, acceptCredential: accept }),
    revokeCredential: revokeCredential(answering),
    publishStatusLists: publish,
    emptyOutbox: needs.emptyOutbox,
    keepUp: keepUp({ ...needs, advanceJobs: advanceJobs({ ...ports, advance }) }),
    readOutboxState: readOutboxState(ports),
    readStatusListDocument: readStatusListDocument(ports),
    readPublicCredential: readPublicCredential(ports),
    beginSignIn: beginSignIn(ports),
    finishSignIn: finishSignIn(ports),
    readSignedIn: readSignedIn(ports),
    signOut: signOut(ports),
    readOwnSessions: readOwnSessions(ports),
    endOwnSession: endOwnSession(ports),
    declareHeadship: declareHeadship(ports),
    settleDoubt: settleDoubt(ports),
    changePerson: changePerson(ports),
    adoptCriteria: adoptCriteria(ports),
    createToken: createToken(ports),
    authenticate: authenticate(ports),
    erasePerson: erasePerson(answering),
    exportPerson: exportPerson(ports),
    chooseMail: chooseMail(ports),
    readWantedMail: readWantedMail(ports),
    ...dataServices(ports),
  };
}

export type Services = ReturnType<typeof makeServices>;
