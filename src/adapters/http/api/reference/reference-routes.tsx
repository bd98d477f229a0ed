import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import type { AppDeps, AppEnv } from '../../env.ts';
import { answerPage, frameOf } from '../../shell/page-answer.tsx';
import { listProblems } from '../../shell/problem.ts';
import { WORDS } from '../../shell/words.ts';
import { standardsDocument } from '../../standards/document.ts';
import { ApiReferencePage, type ApiReferenceView } from './api-reference-page.tsx';

const SERVICE = { page: '/api/docs', document: '/api/v1/openapi.json' } as const;
const STANDARDS = { page: '/api/docs/standards', document: '/api/standards/openapi.json' } as const;

interface ReferenceParts {
  readonly keep: MiddlewareHandler<AppEnv>;
  /** The document of the service's own API. */
  readonly openApiDocument: () => Readonly<Record<string, unknown>>;
}

/** The reference of the service's own API, and that of the standards' interfaces with its document. */
export function referenceRoutes(deps: AppDeps, { keep, openApiDocument }: ReferenceParts) {
  const answer = (c: Context<AppEnv>, view: ApiReferenceView) =>
    answerPage(c, frameOf(c, deps), <ApiReferencePage view={view} />);
  const wordsOf = (c: Context<AppEnv>) => WORDS[c.var.locale].pages.apiReference;
  return new Hono<AppEnv>()
    .get(SERVICE.page, keep, (c) =>
      answer(c, {
        of: 'service',
        document: openApiDocument(),
        documentHref: SERVICE.document,
        problems: listProblems(),
        others: [{ label: wordsOf(c).toStandards, href: STANDARDS.page }],
      }),
    )
    .get(STANDARDS.page, keep, (c) =>
      answer(c, {
        of: 'standards',
        document: standardsDocument(),
        documentHref: STANDARDS.document,
        problems: [],
        others: [{ label: wordsOf(c).toService, href: SERVICE.page }],
      }),
    )
    .use(STANDARDS.document, cors())
    .get(STANDARDS.document, (c) => c.json(standardsDocument()));
}
