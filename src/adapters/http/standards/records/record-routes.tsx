import { type Context, Hono } from 'hono';
import type { PublicRecord } from '../../../../application/holder/badge-record.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { BADGE_JSON_TYPES, BADGE_JWS_TYPES, MEDIA_TYPES } from '../../../../openbadges/media-types.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import type { Pictures } from '../../public/credential/pictures.ts';
import { preferredType } from '../../shell/negotiate.ts';
import { answerError, answerPage, frameOf } from '../../shell/page-answer.tsx';
import { problem } from '../../shell/problem.ts';
import { toSlug } from '../../shell/slug.ts';
import { WORDS } from '../../shell/words.ts';
import { answerRecordCode, RECORD_FORMS, type RecordForm, recordForms } from './record-forms.ts';
import { RecordPage } from './record-page.tsx';
import { type FoundRecord, recordView } from './record-view.ts';

/** `/records/{id}`: a person's badges in one signed document, as the page or, by `Accept` or suffix, as a
 *  file. Its address is known only to people to whom its holder gives it, so no answer is kept for others. */
export function recordRoutes(deps: AppDeps, pictures: Pictures) {
  const forms = recordForms(deps, pictures);
  const read = (c: Context<AppEnv>, id: string): Promise<PublicRecord> => {
    c.header('Vary', 'Accept, Accept-Language');
    c.header('Referrer-Policy', 'no-referrer');
    return deps.services.readPublicRecord(id);
  };
  const answerCode = (form: 'svg' | 'png') => async (c: Context<AppEnv>) => {
    const found = await read(c, c.req.param('id') ?? '');
    return found.kind === 'found' ? answerRecordCode(c, deps, { found, form }) : refuse(c, found);
  };
  return new Hono<AppEnv>()
    .get('/records/:name', async (c) => {
      const [id = '', suffix] = c.req.param('name').split(/\.(?=[a-z]+$)/);
      const form = suffix === undefined ? formAsked(c) : RECORD_FORMS.find((one) => one === suffix);
      if (form === undefined) return answerError(c, deps, { kind: 'not-found', status: 404 });
      const found = await read(c, id);
      if (form === 'html') return answerRecord(c, deps, found);
      if (found.kind !== 'found') return refuse(c, found);
      const name = toSlug(WORDS.fr.pages.badgeRecord.nameless);
      c.header('Content-Disposition', `inline; filename="${name}.${form}"`);
      return forms[form](c, found);
    })
    .get('/records/:id/qr.svg', answerCode('svg'))
    .get('/records/:id/qr.png', answerCode('png'));
}

function refuse(c: Context<AppEnv>, { kind }: Exclude<PublicRecord, FoundRecord>): Response {
  return problem(c, new DomainError(kind === 'withdrawn' ? 'record-withdrawn' : 'unknown-credential'));
}

/** The form that `Accept` asks for. */
function formAsked(c: Context<AppEnv>): RecordForm | 'html' {
  const offers = ['text/html', ...BADGE_JSON_TYPES, ...BADGE_JWS_TYPES, MEDIA_TYPES.pdf];
  const type = preferredType(c.req.header('Accept'), offers) ?? 'text/html';
  if (type === 'text/html') return 'html';
  if (type === MEDIA_TYPES.pdf) return 'pdf';
  return BADGE_JSON_TYPES.includes(type) ? 'json' : 'jws';
}

async function answerRecord(c: Context<AppEnv>, deps: AppDeps, found: PublicRecord): Promise<Response> {
  if (found.kind === 'withdrawn') return answerError(c, deps, { kind: 'record-gone', status: 410 });
  if (found.kind === 'not-found') return answerError(c, deps, { kind: 'not-found', status: 404 });
  const view = await recordView(deps, found, c.var.locale);
  const frame = frameOf(c, deps, {
    canonicalUrl: view.pageUrl,
    alternates: [{ type: MEDIA_TYPES.vcLdJson, href: `${view.pageUrl}.json` }],
  });
  return answerPage(c, frame, <RecordPage view={view} />);
}
