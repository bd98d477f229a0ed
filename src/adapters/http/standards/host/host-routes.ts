import { type Context, Hono } from 'hono';
import { MEDIA_TYPES } from '../../../../openbadges/media-types.ts';
import { API_PATH } from '../../../../openbadges/read-service-description.ts';
import { parseDateTime } from '../../../../openbadges/rfc3339.ts';
import { serviceDescription } from '../../../../openbadges/service-description.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { respond } from '../../shell/respond.ts';
import { statusInfo } from './host-problem.ts';
import { pageLinks } from './page-links.ts';
import { readUpsert } from './read-upsert.ts';
import { requireScope } from './require-scope.ts';

const CREDENTIALS = `${API_PATH}/credentials`;
const PROFILE = `${API_PATH}/profile`;
const DISCOVERY = `${API_PATH}/discovery`;
const PAGE = { usual: 20, most: 100 } as const;

/** The Open Badges 3.0 API: clients read and add badges in the name of a person who granted it. */
export function hostRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  return new Hono<AppEnv>()
    .get(DISCOVERY, (c) => {
      const { origin, issuer } = ports;
      const body = JSON.stringify(serviceDescription({ origin, name: issuer.name, logoUrl: issuer.logoUrl }));
      return respond(c, { type: MEDIA_TYPES.json, body, cacheControl: 'public, max-age=3600' });
    })
    .all(DISCOVERY, (c) => refuseMethod(c, 'GET'))
    .get(CREDENTIALS, requireScope(deps, 'credential.readonly'), (c) => answerCredentials(c, deps))
    .post(CREDENTIALS, requireScope(deps, 'credential.upsert'), (c) => answerUpsert(c, deps))
    .all(CREDENTIALS, (c) => refuseMethod(c, 'GET, POST'))
    .get(PROFILE, requireScope(deps, 'profile.readonly'), async (c) => {
      const body = await services.readHostProfile(c.var.hostAccess.grant.personId);
      return c.body(body, 200, { 'Content-Type': MEDIA_TYPES.json });
    })
    .put(PROFILE, requireScope(deps, 'profile.update'), async (c) => {
      const body = await c.req.text();
      await services.writeHostProfile(c.var.hostAccess.grant.personId, body, clientOf(c));
      return c.body(body, 200, { 'Content-Type': MEDIA_TYPES.json });
    })
    .all(PROFILE, (c) => refuseMethod(c, 'GET, PUT'));
}

function refuseMethod(c: Context, allowed: string): Response {
  c.header('Allow', allowed);
  return statusInfo(c, 405, `This address takes ${allowed}`);
}

function clientOf(c: Context<AppEnv>) {
  const { client } = c.var.hostAccess;
  return { id: client.id, name: client.metadata.client_name };
}

async function answerCredentials(c: Context<AppEnv>, { services, ports }: AppDeps): Promise<Response> {
  const limit = wholeNumber(c.req.query('limit'), { usual: PAGE.usual, least: 1 });
  const offset = wholeNumber(c.req.query('offset'), { usual: 0, least: 0 });
  const since = c.req.query('since');
  if (limit === undefined || offset === undefined) {
    return statusInfo(c, 400, 'limit is a whole number from 1, offset one from 0');
  }
  // The standard's own form of a date has no zone; it then means UTC.
  const sinceMs = since === undefined ? 0 : (parseDateTime(since) ?? parseDateTime(`${since}Z`));
  if (sinceMs === undefined) {
    return statusInfo(c, 400, 'since is a date and time (RFC 3339)');
  }
  const { personId } = c.var.hostAccess.grant;
  const page = { limit: Math.min(limit, PAGE.most), offset };
  const { documents, jws, total } = await services.listCredentials({
    personId,
    ...page,
    ...(since !== undefined && { sinceMs }),
  });
  const shown = documents.length + jws.length;
  c.header('X-Total-Count', `${total}`);
  c.header('Link', pageLinks({ url: `${ports.origin}${CREDENTIALS}`, ...page, shown, total, since }));
  // The answer contains the badges with the very bytes that were signed.
  const members = [
    ...(documents.length > 0 ? [`"credential":[${documents.join(',')}]`] : []),
    ...(jws.length > 0 ? [`"compactJwsString":${JSON.stringify(jws)}`] : []),
  ];
  return c.body(`{${members.join(',')}}`, 200, { 'Content-Type': MEDIA_TYPES.json });
}

/** Undefined for a text that is no such number. */
function wholeNumber(
  text: string | undefined,
  { usual, least }: { readonly usual: number; readonly least: number },
): number | undefined {
  if (text === undefined) return usual;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : -1;
  return value >= least ? value : undefined;
}

/** Keeps a badge that verifies, and answers with its very bytes. A badge of this service that the person
 *  holds is already in the register, so nothing is stored. */
async function answerUpsert(c: Context<AppEnv>, { services, verify }: AppDeps): Promise<Response> {
  const sent = await readUpsert(c);
  if (sent.kind === 'refused') return statusInfo(c, sent.status, sent.reason);
  const { bytes, text, type, input } = sent;
  const report = await verify(input);
  const received = await services.receiveBadge({
    personId: c.var.hostAccess.grant.personId,
    report,
    text,
    client: clientOf(c),
  });
  const answer = (status: 200 | 201) => c.body(bytes, status, { 'Content-Type': type });
  switch (received) {
    case 'new':
      return answer(201);
    case 'replaces':
    case 'own':
      return answer(200);
    case 'older':
      return c.body(null, 304);
    case 'full':
      return statusInfo(c, 400, 'The person keeps as many badges as this host takes');
    case 'not-a-badge':
      return statusInfo(c, 400, 'Send an OpenBadgeCredential with an id, an issuer and a proof');
    case 'not-verified': {
      const failed = report.steps.find(({ result }) => result !== 'passed');
      return statusInfo(c, 400, `The badge does not verify (${report.verdict}): ${failed?.detail ?? ''}`);
    }
  }
}
