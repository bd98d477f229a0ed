import { type Context, Hono } from 'hono';
import { DomainError } from '../../../../domain/errors.ts';
import { BADGE_JSON_TYPES, BADGE_JWS_TYPES, MEDIA_TYPES } from '../../../../openbadges/media-types.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { preferredType } from '../../shell/negotiate.ts';
import { answerError, answerPage, frameOf } from '../../shell/page-answer.tsx';
import { problem } from '../../shell/problem.ts';
import { respond } from '../../shell/respond.ts';
import { RecordPage } from './record-page.tsx';
import { type FoundRecord, recordView } from './record-view.ts';

/** `/records/{id}`: a person's badges in one signed document: the page or, by `Accept` or suffix, the bytes.
 *  Its address is known only to those to whom its holder gives it, so no answer is kept for others. */
export function recordRoutes(deps: AppDeps) {
  return new Hono<AppEnv>().get('/records/:name', async (c) => {
    const [id = '', suffix] = c.req.param('name').split(/\.(?=[a-z]+$)/);
    const type = typeAsked(c, suffix);
    if (type === undefined) return answerError(c, deps, { kind: 'not-found', status: 404 });
    const found = await deps.services.readPublicRecord(id);
    c.header('Vary', 'Accept, Accept-Language');
    c.header('Referrer-Policy', 'no-referrer');
    if (type === 'text/html') {
      if (found.kind === 'withdrawn') return answerError(c, deps, { kind: 'record-gone', status: 410 });
      if (found.kind === 'not-found') return answerError(c, deps, { kind: 'not-found', status: 404 });
      return answerRecord(c, deps, found);
    }
    if (found.kind !== 'found') {
      return problem(
        c,
        new DomainError(found.kind === 'withdrawn' ? 'record-withdrawn' : 'unknown-credential'),
      );
    }
    const { document, jws } = found.record;
    return respond(c, { type, body: BADGE_JSON_TYPES.includes(type) ? document : jws });
  });
}

/** The type of the answer; undefined where nothing has this suffix. */
function typeAsked(c: Context<AppEnv>, suffix: string | undefined): string | undefined {
  const accept = c.req.header('Accept');
  if (suffix === 'json') return preferredType(accept, BADGE_JSON_TYPES) ?? MEDIA_TYPES.vcLdJson;
  if (suffix === 'jws') return preferredType(accept, BADGE_JWS_TYPES) ?? MEDIA_TYPES.vcJwt;
  if (suffix !== undefined) return undefined;
  return preferredType(accept, ['text/html', ...BADGE_JSON_TYPES, ...BADGE_JWS_TYPES]) ?? 'text/html';
}

async function answerRecord(c: Context<AppEnv>, deps: AppDeps, found: FoundRecord): Promise<Response> {
  const view = await recordView(deps, found, c.var.locale);
  const frame = frameOf(c, deps, {
    canonicalUrl: view.pageUrl,
    alternates: [{ type: MEDIA_TYPES.vcLdJson, href: `${view.pageUrl}.json` }],
  });
  return answerPage(c, frame, <RecordPage view={view} />);
}
