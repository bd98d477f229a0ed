import { type Context, Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { BADGE_JSON_TYPES, MEDIA_TYPES } from '#open-badges/credential';
import { decodeText, findTextError, hasType, isJsonObject } from '#open-badges/parsing';
import { parseDateTime } from '#open-badges/values';
import type { VerificationInput } from '#open-badges/verification';
import type { AppDeps, AppEnv } from '../../adapters/http/env.ts';
import { bearerSecret, findHostAccess } from '../../adapters/http/middleware/authentication.ts';
import { mediaTypeOf } from '../../adapters/http/responses/media-type.ts';
import { respond } from '../../adapters/http/responses/public-document.ts';
import { API_PATH } from '../../issuing/read-service-description.ts';
import { serviceDescription } from '../../issuing/service-description.ts';
import { statusInfo } from './api-problem.ts';
import { SCOPES, type Scope } from './feature-scopes.ts';

const COMPACT_JWS = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;

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

interface Page {
  /** The address of the list. */
  readonly url: string;
  readonly limit: number;
  readonly offset: number;
  /** The number of entries on the page, which may be less than the client asked for. */
  readonly shown: number;
  readonly total: number;
  readonly since?: string | undefined;
}

/** The `Link` header of a page (RFC 8288): `first` and `last` always, `next` and `prev` where there are such
 *  pages. */
function pageLinks({ url, limit, offset, shown, total, since }: Page): string {
  const to = (at: number, rel: string) => {
    const query = new URLSearchParams({ limit: `${limit}`, offset: `${at}`, ...(since && { since }) });
    return `<${url}?${query}>; rel="${rel}"`;
  };
  const last = Math.max(0, Math.floor((total - 1) / limit) * limit);
  return [
    to(0, 'first'),
    to(last, 'last'),
    ...(offset + shown < total && shown > 0 ? [to(offset + shown, 'next')] : []),
    ...(offset > 0 ? [to(Math.max(0, offset - limit), 'prev')] : []),
  ].join(', ');
}

/** Accepts a client whose token has this scope. */
function requireScope(deps: AppDeps, scope: Scope) {
  return createMiddleware<AppEnv>(async (c, next) => {
    c.header('Cache-Control', 'private, no-store');
    const access = await findHostAccess(c, deps);
    if (!access) {
      c.header('WWW-Authenticate', bearerSecret(c) ? 'Bearer error="invalid_token"' : 'Bearer');
      return statusInfo(c, 401, 'Send a valid access token: Authorization: Bearer …');
    }
    if (!access.token.scopes.includes(scope)) {
      c.header('WWW-Authenticate', `Bearer error="insufficient_scope", scope="${SCOPES[scope]}"`);
      return statusInfo(c, 403, `The access token lacks the scope ${SCOPES[scope]}`);
    }
    c.set('hostAccess', access);
    return next();
  });
}

/** The badge that a client sent to be kept: its bytes and their text, and the input of its verification. An
 *  address is never followed. */
type SentBadge =
  | { readonly kind: 'refused'; readonly status: 400 | 415; readonly reason: string }
  | {
      readonly kind: 'badge';
      readonly bytes: ArrayBuffer;
      readonly text: string;
      /** The media type as it was sent. */
      readonly type: string;
      readonly input: VerificationInput;
    };

/** Reads the body of an upsert: JSON with embedded proofs, or a compact JWS as plain text. */
async function readUpsert(c: Context): Promise<SentBadge> {
  const type = c.req.header('Content-Type') ?? '';
  const media = mediaTypeOf(c);
  const isJson = BADGE_JSON_TYPES.includes(media);
  if (!isJson && media !== MEDIA_TYPES.text) {
    const reason = `Send ${MEDIA_TYPES.vcLdJson}, ${MEDIA_TYPES.json} or ${MEDIA_TYPES.text}`;
    return { kind: 'refused', status: 415, reason };
  }
  const bytes = await c.req.arrayBuffer();
  const text = decodeText(new Uint8Array(bytes));
  const input = text === undefined ? undefined : isJson ? toInput(text) : toJwsInput(text.trim());
  if (text === undefined || input === undefined) {
    return { kind: 'refused', status: 400, reason: 'The body is not one badge of this media type' };
  }
  return { kind: 'badge', bytes, text, type, input };
}

/** An enveloped credential is a JWS inside JSON. It is refused, because the JWS must be sent by itself. */
function toInput(text: string): VerificationInput | undefined {
  if (findTextError(text) !== undefined || text.includes('\u0000')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    const isPlain = isJsonObject(value) && !hasType(value, 'EnvelopedVerifiableCredential');
    return isPlain ? { kind: 'parsed', value } : undefined;
  } catch {
    return undefined;
  }
}

function toJwsInput(text: string): VerificationInput | undefined {
  return COMPACT_JWS.test(text) ? { kind: 'document', document: text } : undefined;
}
