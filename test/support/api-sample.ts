import { toApiDocument } from '../../src/adapters/http/api/reference/api-document.ts';
import type { ApiIndexView } from '../../src/adapters/http/api/reference/api-index-page.tsx';
import { toResources } from '../../src/adapters/http/api/reference/api-resources.ts';
import type { ApiReferenceView } from '../../src/adapters/http/api/reference/api-view.ts';
import { errorTexts as textsOf } from '../../src/texts/en/errors/domain.ts';
import { OFFICE } from '../../src/texts/office.ts';
import { sampleOpenApi } from './openapi-sample.ts';

const errorTexts = textsOf(OFFICE);
const DOCUMENT = '/api/v1/openapi.json';
const OTHERS = [{ label: 'VC-API', href: 'https://w3c-ccg.github.io/vc-api/' }];
const api = toApiDocument(sampleOpenApi);

/** The index of the reference, with every problem code. */
export function apiIndexSample(): ApiIndexView {
  const codes = Object.keys(errorTexts) as (keyof typeof errorTexts)[];
  return {
    resources: toResources(api),
    problems: codes.map((code) => ({ code, status: 400, title: errorTexts[code]({}) })),
    documentHref: DOCUMENT,
    root: '/api/v1',
    others: OTHERS,
  };
}

/** A page of the reference. */
export function apiSample(): ApiReferenceView {
  return {
    title: 'API',
    description: 'The interface for programs.',
    lede: 'The interface for programs.',
    ...api,
    root: '/api/v1',
    documentHref: DOCUMENT,
    others: OTHERS,
  };
}
