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
import { emptyOutbox } from './empty-outbox.ts';
import { erasePerson, exportPerson } from './erase-person.ts';
import { evaluateRecipients } from './evaluate-recipients.ts';
import { grantAwards } from './grant-awards.ts';
import { importFiles } from './import/import-files.ts';
import type { OpenSheet } from './import/sheet.ts';
import { issueCredentials } from './issue-credentials.ts';
import { keepUp, readOutboxState } from './keep-up.ts';
import { makeDataRequest, settleDataRequest } from './my/data-requests.ts';
import {
  declareEngagement,
  readDeclarationNotices,
  redeclareEngagement,
  withdrawEngagement,
} from './my/declare-engagement.ts';
import { addContribution, changeContribution, removeContribution } from './my/keep-contributions.ts';
import { deriveBadgeProgress, readOwnRecord } from './my/read-own-record.ts';
import type {
  Catalogue,
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
import { previewCredential } from './preview-credential.ts';
import { publishStatusLists, readStatusListDocument } from './publish-status-list.ts';
import { readPublicCredential } from './read-public-credential.ts';
import { reissueCompromised } from './reissue-compromised.ts';
import { revokeCredential } from './revoke-credential.ts';
import { authenticate, createToken } from './tokens.ts';
import { declineCredential, hideCredential, showCredential } from './withhold-credential.ts';

export interface Ports {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly waitUntilAfter: WaitUntilAfter;
  readonly catalogue: Catalogue;
  readonly signer: Signer;
  readonly keys: KeyDirectory;
  readonly issuer: IssuerConfig;
  readonly origin: string;
  readonly fetcher: Fetcher;
  readonly openSheet: OpenSheet;
  readonly log: Log;
  /** None: nobody can sign in. */
  readonly identityProviders: readonly IdentityProvider[];
}

/** Every use case, bound once to its ports. */
export function makeServices(ports: Ports) {
  const accept = acceptCredential(ports);
  const publish = publishStatusLists(ports);
  const needs = { ...ports, publishStatusLists: publish, emptyOutbox: emptyOutbox(ports) };
  return {
    importFiles: importFiles(ports),
    evaluateRecipients: evaluateRecipients(ports),
    grantAwards: grantAwards(ports),
    issueCredentials: issueCredentials(ports),
    reissueCompromised: reissueCompromised(ports),
    acceptCredential: accept,
    acceptAll: acceptAll({ store: ports.store, acceptCredential: accept }),
    declineCredential: declineCredential(ports),
    hideCredential: hideCredential(ports),
    showCredential: showCredential(ports),
    previewCredential: previewCredential(ports),
    readOwnRecord: readOwnRecord(ports),
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
    revokeCredential: revokeCredential(needs),
    publishStatusLists: publish,
    emptyOutbox: needs.emptyOutbox,
    keepUp: keepUp(needs),
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
    createToken: createToken(ports),
    authenticate: authenticate(ports),
    erasePerson: erasePerson(needs),
    exportPerson: exportPerson(ports),
  };
}

export type Services = ReturnType<typeof makeServices>;
