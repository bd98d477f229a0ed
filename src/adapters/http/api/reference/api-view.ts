import type { Link } from '../../view-models/public-pages.ts';
import type { ApiModel, ApiOperation } from './api-document.ts';

/** The code of a problem document: anchor `#problem-{code}`. */
export interface ApiProblem {
  readonly code: string;
  readonly status: number;
  readonly title: string;
}

/** One page of the reference: a resource of the service's own API, or the interfaces of the standards. */
export interface ApiReferenceView {
  readonly title: string;
  readonly description: string;
  readonly lede: string;
  readonly operations: readonly ApiOperation[];
  readonly models: readonly ApiModel[];
  /** Stands before each path. */
  readonly root: string;
  /** `/api/v1/openapi.json`. */
  readonly documentHref: string;
  /** Links to the other pages of the reference. */
  readonly others: readonly Link[];
}
