import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import type { AppDeps, AppEnv } from '../../env.ts';
import { answerError, answerPage, frameOf } from '../../responses/page.tsx';
import { listProblems } from '../../responses/problem-details.ts';
import { standardsDocument } from '../../standards/document.ts';
import { WORDS } from '../../view-models/public-texts.ts';
import { toApiDocument } from './api-document.ts';
import { ApiIndexPage } from './api-index-page.tsx';
import { toResources } from './api-resources.ts';
import { ApiReferencePage } from './page.tsx';

const SERVICE = { page: '/api/docs', document: '/api/v1/openapi.json' } as const;
const STANDARDS = { page: '/api/docs/standards', document: '/api/standards/openapi.json' } as const;

interface ReferenceParts {
  readonly keep: MiddlewareHandler<AppEnv>;
  /** The document of the service's own API. */
  readonly openApiDocument: () => Readonly<Record<string, unknown>>;
}

/** The reference of the service's own API, one page for each resource, and that of the standards' interfaces
 *  with its document. */
export function referenceRoutes(deps: AppDeps, { keep, openApiDocument }: ReferenceParts) {
  const wordsOf = (c: Context<AppEnv>) => WORDS[c.var.locale].pages.apiReference;
  return new Hono<AppEnv>()
    .get(SERVICE.page, keep, (c) => {
      const { api, root } = read(openApiDocument());
      const view = {
        resources: toResources(api),
        problems: listProblems(),
        documentHref: SERVICE.document,
        root,
        others: [{ label: wordsOf(c).toStandards, href: STANDARDS.page }],
      };
      return answerPage(c, frameOf(c, deps), <ApiIndexPage view={view} />);
    })
    .get(STANDARDS.page, keep, (c) => {
      const words = wordsOf(c);
      const { api, root } = read(standardsDocument());
      const view = {
        title: words.titles.standards,
        description: words.descriptions.standards,
        lede: words.ledes.standards,
        ...api,
        root,
        documentHref: STANDARDS.document,
        others: [{ label: words.toService, href: SERVICE.page }],
      };
      return answerPage(c, frameOf(c, deps), <ApiReferencePage view={view} />);
    })
    .get(`${SERVICE.page}/:resource`, keep, (c) => {
      const words = wordsOf(c);
      const { api, root } = read(openApiDocument());
      const resource = toResources(api).find(({ name }) => name === c.req.param('resource'));
      if (!resource) return answerError(c, deps, { kind: 'not-found', status: 404 });
      const view = {
        title: words.resource(resource.name),
        description: words.resourceDescription(resource.name),
        lede: words.resourceLede(resource.operations.length),
        ...resource,
        root,
        documentHref: SERVICE.document,
        others: [{ label: words.toService, href: SERVICE.page }],
      };
      return answerPage(c, frameOf(c, deps), <ApiReferencePage view={view} />);
    })
    .use(STANDARDS.document, cors())
    .get(STANDARDS.document, (c) => c.json(standardsDocument()));
}

function read(document: Readonly<Record<string, unknown>>) {
  const api = toApiDocument(document);
  return { api, root: (api.servers[0] ?? '').replace(/\/$/, '') };
}
