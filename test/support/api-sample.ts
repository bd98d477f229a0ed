import type { ApiReferenceView } from '../../src/adapters/http/api/reference/api-reference-page.tsx';
import { errorTexts as textsOf } from '../../src/texts/en/errors.ts';
import { OFFICE } from '../../src/texts/office.ts';

const errorTexts = textsOf(OFFICE);

import { sampleOpenApi } from './openapi-sample.ts';

/** The reference page with every problem code. */
export function apiSample(): ApiReferenceView {
  const codes = Object.keys(errorTexts) as (keyof typeof errorTexts)[];
  return {
    of: 'service',
    document: sampleOpenApi,
    documentHref: '/api/v1/openapi.json',
    problems: codes.map((code) => ({ code, status: 400, title: errorTexts[code]({}) })),
    others: [{ label: 'VC-API', href: 'https://w3c-ccg.github.io/vc-api/' }],
  };
}
