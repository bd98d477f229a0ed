import { type Context, Hono } from 'hono';
import { raw } from 'hono/html';
import { BADGE_JSON_TYPES, BADGE_JWS_TYPES, MEDIA_TYPES } from '#open-badges/credential';
import { LinkList } from '../../adapters/http/components/details.tsx';
import type { AppDeps, AppEnv } from '../../adapters/http/env.ts';
import { Layout } from '../../adapters/http/layout/html-document.tsx';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import type { Pictures } from '../../adapters/http/public/credential/pictures.ts';
import { VerdictMark } from '../../adapters/http/public/verify/verdict.tsx';
import { preferredType } from '../../adapters/http/responses/content-negotiation.ts';
import { answerError, answerPage, pageContextOf } from '../../adapters/http/responses/page.tsx';
import { problem } from '../../adapters/http/responses/problem-details.ts';
import { toSlug } from '../../adapters/http/responses/url-path.ts';
import { TEXTS } from '../../adapters/http/view-models/public-texts.ts';
import { DomainError } from '../../domain/errors.ts';
import { badgePathSvg } from '../../drawings/badge-path-svg.ts';
import { BadgeList, PrintedAddress } from '../../features/public-profiles/public-page.tsx';
import type { PublicRecord } from './actions.ts';
import { answerRecordCode, RECORD_FORMS, type RecordForm, recordForms } from './public-formats.ts';
import { type FoundRecord, type RecordView, recordView } from './public-view.ts';

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
      const form = suffix === undefined ? acceptedForm(c) : RECORD_FORMS.find((one) => one === suffix);
      if (form === undefined) return answerError(c, deps, { kind: 'not-found', status: 404 });
      const found = await read(c, id);
      if (form === 'html') return answerRecord(c, deps, found);
      if (found.kind !== 'found') return refuse(c, found);
      const name = toSlug(TEXTS.fr.pages.badgeRecords.nameless);
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
function acceptedForm(c: Context<AppEnv>): RecordForm | 'html' {
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
  const pageContext = pageContextOf(c, deps, {
    canonicalUrl: view.pageUrl,
    alternates: [{ type: MEDIA_TYPES.vcLdJson, href: `${view.pageUrl}.json` }],
  });
  return answerPage(c, pageContext, <RecordPage view={view} />);
}

/** `/records/{id}`: the holder and the day, the verdict, the path, each badge, the signed files. */
function RecordPage({ view }: { view: RecordView }) {
  const pageContext = usePageContext();
  const { issuer } = pageContext;
  const t = pageContext.t.badgeRecords;
  const { report, pageUrl } = view;
  return (
    <Layout title={t.titleOf(view.name, issuer.name)} description={t.description(issuer.name)} spaceStyles>
      <article class="profile">
        <h1>{view.name ?? t.nameless}</h1>
        <p class="lede">{t.madeOn(view.badges.length, pageContext.t.day(view.madeAt), issuer.name)}</p>
        <p>
          {view.name === undefined && `${t.namelessHolder} `}
          {t.partial}
        </p>
        <p class="profile-verdict">
          <VerdictMark verdict={report.verdict} /> {report.sentence}
        </p>
        <Path view={view} />
        <BadgeList title={t.badges} badges={view.badges} />
        <h2 class="no-print">{t.take}</h2>
        <p class="no-print">{t.takeText}</p>
        <LinkList
          links={RECORD_FORMS.map((form) => ({
            href: `${pageUrl}.${form}${form === 'pdf' && pageContext.locale === 'en' ? '?lang=en' : ''}`,
            label: t.files[form],
          }))}
        />
        <p class="checked-at no-print">
          {pageContext.t.publicProfiles.checkedAt(pageContext.t.moment(view.checkedAt))}
        </p>
        <PrintedAddress pageUrl={pageUrl} checkedAt={view.checkedAt} />
      </article>
    </Layout>
  );
}

function Path({ view: { look, ladder, themes } }: { view: RecordView }) {
  const t = usePageContext().t.badgeRecords;
  const all = [...ladder, ...themes];
  const drawing = {
    look,
    title: t.pathTitle,
    description: t.pathText(all.map(({ name, words }) => `${name} : ${words.replace(/\.$/, '')}`)),
    ladder: { heading: ladder.length > 0 ? t.ladder : '', stops: ladder },
    themes: { heading: themes.length > 0 ? t.themes : '', stops: themes },
  };
  return (
    <section aria-labelledby="path">
      <h2 id="path">{t.path}</h2>
      <div class="path-block">
        <div class="path-wide">{raw(badgePathSvg({ ...drawing, width: 1000 }))}</div>
        <div class="path-narrow">{raw(badgePathSvg({ ...drawing, width: 350 }))}</div>
      </div>
    </section>
  );
}
