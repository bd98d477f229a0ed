import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import type { AppDeps, AppEnv } from '../../env.ts';
import { answerError, answerPage, pageContextOf } from '../../responses/page.tsx';
import { listProblems } from '../../responses/problem-details.ts';
import { standardsDocument } from '../../standards/document.ts';
import { TEXTS } from '../../view-models/public-texts.ts';
import { toApiDocument } from './api-document.ts';
import { ApiIndexPage } from './api-index-page.tsx';
import { toResources } from './api-resources.ts';
import { ApiReferencePage } from './page.tsx';

const SERVICE = { page: '/api/docs', document: '/api/v1/openapi.json' } as const;
const STANDARDS = { page: '/api/docs/standards', document: '/api/standards/openapi.json' } as const;

interface ReferenceDeps {
  readonly keep: MiddlewareHandler<AppEnv>;
  readonly openApiDocument: () => Readonly<Record<string, unknown>>;
}

/** The reference of the service's own API, one page for each resource, and that of the standards' interfaces
 *  with its document. */
export function referenceRoutes(deps: AppDeps, { keep, openApiDocument }: ReferenceDeps) {
  const textsOf = (c: Context<AppEnv>) => TEXTS[c.var.locale].pages.apiReference;
  return new Hono<AppEnv>()
    .get(SERVICE.page, keep, (c) => {
      const { api, root } = read(openApiDocument());
      const view = {
        resources: toResources(api),
        problems: listProblems(),
        documentHref: SERVICE.document,
        root,
        others: [{ label: textsOf(c).toStandards, href: STANDARDS.page }],
      };
      return answerPage(c, pageContextOf(c, deps), <ApiIndexPage view={view} />);
    })
    .get(STANDARDS.page, keep, (c) => {
      const texts = textsOf(c);
      const { api, root } = read(standardsDocument());
      const view = {
        title: texts.titles.standards,
        description: texts.descriptions.standards,
        lede: texts.ledes.standards,
        ...api,
        root,
        documentHref: STANDARDS.document,
        others: [{ label: texts.toService, href: SERVICE.page }],
      };
      return answerPage(c, pageContextOf(c, deps), <ApiReferencePage view={view} />);
    })
    .get(`${SERVICE.page}/:resource`, keep, (c) => {
      const texts = textsOf(c);
      const { api, root } = read(openApiDocument());
      const resource = toResources(api).find(({ name }) => name === c.req.param('resource'));
      if (!resource) return answerError(c, deps, { kind: 'not-found', status: 404 });
      const view = {
        title: texts.resource(resource.name),
        description: texts.resourceDescription(resource.name),
        lede: texts.resourceLede(resource.operations.length),
        ...resource,
        root,
        documentHref: SERVICE.document,
        others: [{ label: texts.toService, href: SERVICE.page }],
      };
      return answerPage(c, pageContextOf(c, deps), <ApiReferencePage view={view} />);
    })
    .use(STANDARDS.document, cors())
    .get(STANDARDS.document, (c) => c.json(standardsDocument()));
}

function read(document: Readonly<Record<string, unknown>>) {
  const api = toApiDocument(document);
  return { api, root: (api.servers[0] ?? '').replace(/\/$/, '') };
}
