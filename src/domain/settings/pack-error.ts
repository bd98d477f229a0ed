import type { CriteriaErrorReason } from '../criteria/error.ts';

/** A fault of a pack: its file, its place in it (JSON Pointer), and the value that stands there. */
export interface PackError {
  readonly file: string;
  readonly path: string;
  readonly reason: PackErrorReason;
  readonly value?: string;
}

export type PackErrorReason =
  | SchemaErrorReason
  | CriteriaErrorReason
  | DrawingErrorReason
  | 'missing-file'
  | 'unknown-file'
  | 'not-json'
  | 'too-large'
  | 'duplicate-sign'
  | 'family-without-mission'
  | 'unknown-competence'
  | 'duplicate-spelling'
  | 'pale-colours'
  | 'numen'
  | 'unused-drawing'
  | 'family-removed'
  | 'mission-removed'
  | 'published-changed';

/** What a JSON Schema asks and does not find. */
export type SchemaErrorReason =
  | 'missing-value'
  | 'unknown-name'
  | 'wrong-type'
  | 'not-listed'
  | 'wrong-form'
  | 'too-small'
  | 'too-great'
  | 'too-short'
  | 'too-long'
  | 'repeated'
  | 'wrong-shape';

export type DrawingErrorReason =
  | 'missing-drawing'
  | 'drawing-too-large'
  | 'drawing-not-image'
  | 'drawing-too-wide'
  | 'drawing-script'
  | 'drawing-link'
  | 'drawing-entity'
  | 'drawing-element'
  | 'drawing-attribute'
  | 'drawing-encoding'
  | 'drawing-too-deep';
