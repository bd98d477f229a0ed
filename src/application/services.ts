import { acceptAll } from './accept-all.ts';
import { acceptCredential } from './accept-credential.ts';
import { emptyOutbox } from './empty-outbox.ts';
import { erasePerson, exportPerson } from './erase-person.ts';
import { evaluateRecipients } from './evaluate-recipients.ts';
import { exportRecords } from './export/export-records.ts';
import { grantAwards } from './grant-awards.ts';
import { importFiles } from './import/import-files.ts';
import type { OpenSheets } from './import/sheet.ts';
import { issueCredentials } from './issue-credentials.ts';
import { keepUp, readOutboxState } from './keep-up.ts';
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
import { publishStatusLists, readStatusListDocument } from './publish-status-list.ts';
import { readPublicCredential } from './read-public-credential.ts';
import { reissueCompromised } from './reissue-compromised.ts';
import { revokeCredential } from './revoke-credential.ts';
import { authenticate, createToken } from './tokens.ts';

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
  readonly openSheets: OpenSheets;
  readonly log: Log;
}

/** Every use case, bound once to its ports. */
export function makeServices(ports: Ports) {
  const accept = acceptCredential(ports);
  const publish = publishStatusLists(ports);
  const needs = { ...ports, publishStatusLists: publish, emptyOutbox: emptyOutbox(ports) };
  return {
    importFiles: importFiles(ports),
    exportRecords: exportRecords(ports),
    evaluateRecipients: evaluateRecipients(ports),
    grantAwards: grantAwards(ports),
    issueCredentials: issueCredentials(ports),
    reissueCompromised: reissueCompromised(ports),
    acceptCredential: accept,
    acceptAll: acceptAll({ store: ports.store, acceptCredential: accept }),
    revokeCredential: revokeCredential(needs),
    publishStatusLists: publish,
    emptyOutbox: needs.emptyOutbox,
    keepUp: keepUp(needs),
    readOutboxState: readOutboxState(ports),
    readStatusListDocument: readStatusListDocument(ports),
    readPublicCredential: readPublicCredential(ports),
    createToken: createToken(ports),
    authenticate: authenticate(ports),
    erasePerson: erasePerson(needs),
    exportPerson: exportPerson(ports),
  };
}

export type Services = ReturnType<typeof makeServices>;
