import columnsSchema from '../../schemas/columns.schema.json' with { type: 'json' };
import eventsSchema from '../../schemas/events.schema.json' with { type: 'json' };
import frameworkSchema from '../../schemas/framework.schema.json' with { type: 'json' };
import officeSchema from '../../schemas/office.schema.json' with { type: 'json' };
import questionnaireSchema from '../../schemas/questionnaire.schema.json' with { type: 'json' };
import { containsNumen, maskNumen } from '../domain/person/numen.ts';
import type { PackError, PackErrorReason, SchemaErrorReason } from '../domain/settings/pack-error.ts';
import { contrast, LEAST_CONTRAST } from '../domain/text/contrast-ratio.ts';
import { foldTitle } from '../domain/text/strings.ts';
import { criteriaErrors } from './criteria-errors.ts';
import { drawingError } from './drawing-errors.ts';
import { frameworkErrors } from './framework-errors.ts';
import { criteriaSchemaErrors } from './load-criteria.ts';
import { type OfficePack, type PackDocument, readPack } from './office-pack.ts';
import { DRAWINGS, OPTIONAL_FILE, PACK_FILES, PACK_LIMIT_CHARS, type PackFile } from './pack-files.ts';
import { type SchemaError, schemaErrorsOf } from './schema-errors.ts';

const SCHEMA_CHECKS: Readonly<Record<PackFile, (json: unknown) => readonly SchemaError[]>> = {
  office: schemaErrorsOf(officeSchema),
  framework: schemaErrorsOf(frameworkSchema),
  badges: criteriaSchemaErrors,
  events: schemaErrorsOf(eventsSchema),
  columns: schemaErrorsOf(columnsSchema),
  questionnaire: schemaErrorsOf(questionnaireSchema),
};

/** Every fault of a pack. First each file is held against its schema and each drawing is looked at; what the
 *  files say of one another is asked only if all have the right shape. */
export function packErrors(document: PackDocument): readonly PackError[] {
  const shape = [
    ...(JSON.stringify(document).length > PACK_LIMIT_CHARS
      ? [{ file: '', path: '', reason: 'too-large' as const }]
      : []),
    ...PACK_FILES.flatMap((name) => shapeErrors(name, document[name])),
    ...drawingErrors(document),
  ];
  return shape.length > 0 ? shape : wholeErrors(document);
}

/** The faults of one file against its schema. */
export function shapeErrors(name: PackFile, json: unknown): readonly PackError[] {
  const file = `${name}.json`;
  if (json === undefined && name === OPTIONAL_FILE) return [];
  if (json === undefined) return [{ file, path: '', reason: 'missing-file' }];
  const shape = SCHEMA_CHECKS[name](json).map(({ path, keyword, detail }): PackError => {
    const missing = NAMED_MISSING[keyword] && detail.split('"')[NAMED_MISSING[keyword]];
    const value = missing ?? valueAt(json, path);
    return { file, path, reason: REASONS[keyword] ?? 'wrong-shape', ...(value && { value }) };
  });
  return [...shape, ...numensIn(json).map((path) => ({ file, path, reason: 'numen' as const }))];
}

/** The places of texts in which someone's NUMEN stands. The coordinates of a sign, and a drawing as data, are no
 *  texts. */
function numensIn(json: unknown, at = ''): readonly string[] {
  if (typeof json === 'string') return !json.startsWith('data:') && containsNumen(json) ? [at] : [];
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([key, value]) =>
    key === 'path' ? [] : numensIn(value, `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}

/** Where the validator's sentence quotes the name that is missing: among its parts between quotation marks. */
const NAMED_MISSING: Readonly<Record<string, number>> = { required: 1, dependentRequired: 3 };

const REASONS: Readonly<Record<string, SchemaErrorReason>> = {
  required: 'missing-value',
  dependentRequired: 'missing-value',
  false: 'unknown-name',
  type: 'wrong-type',
  enum: 'not-listed',
  const: 'not-listed',
  pattern: 'wrong-form',
  multipleOf: 'wrong-form',
  minimum: 'too-small',
  exclusiveMinimum: 'too-small',
  maximum: 'too-great',
  minLength: 'too-short',
  minItems: 'too-short',
  maxLength: 'too-long',
  maxItems: 'too-long',
  uniqueItems: 'repeated',
};

const MOST_SHOWN = 60;

/** The value at a place, as JSON text that is cut where it is long and shows no NUMEN. */
export function valueAt(json: unknown, path: string): string | undefined {
  let value = json;
  for (const part of path.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[part.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  const written = JSON.stringify(value);
  const text = written && maskNumen(written);
  return text && text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

function drawingErrors({ drawings }: PackDocument): readonly PackError[] {
  return Object.entries(drawings).flatMap(([name, uri]) => {
    const error = drawingError(uri);
    return error ? [{ file: `${DRAWINGS}${name}`, path: '', ...error }] : [];
  });
}

function wholeErrors(document: PackDocument): readonly PackError[] {
  const pack = readPack(document);
  const errorIn =
    (name: PackFile) =>
    ({ path, reason }: { readonly path: string; readonly reason: PackErrorReason }): PackError => {
      const value = valueAt(document[name], path);
      return { file: `${name}.json`, path, reason, ...(value && { value }) };
    };
  return [
    ...colourErrors(pack).map(errorIn('office')),
    ...frameworkErrors(document.framework, pack.framework).map(errorIn('framework')),
    ...criteriaErrors(pack.criteria, pack.framework).map((error) =>
      errorIn(error.reason === 'no-event-kinds' ? 'events' : 'badges')(
        error.reason === 'no-event-kinds' ? { ...error, path: '/kinds' } : error,
      ),
    ),
    ...usedDrawingErrors(document, pack),
    ...repeatedCodes('kinds', document.events).map(errorIn('events')),
    ...repeatedCodes('questions', pack.questionnaire).map(errorIn('questionnaire')),
    ...(document.questionnaire === undefined ? [] : unknownFamilies(pack)).map(errorIn('questionnaire')),
    ...spellingErrors(pack).map(errorIn('columns')),
  ];
}

/** Each drawing that a badge names is in the folder, and each in the folder is named. */
function usedDrawingErrors(
  { drawings, badges }: PackDocument,
  { criteria }: OfficePack,
): readonly PackError[] {
  const named = (badges as OfficePack['criteria']).achievements.map(({ drawing }) =>
    drawing.kind === 'own' ? drawing.image : undefined,
  );
  const missing = criteria.achievements.flatMap(({ drawing }, index): readonly PackError[] => {
    if (drawing.kind !== 'own') return [];
    const { image: value } = drawing;
    const reason = value.startsWith('data:') ? drawingError(value)?.reason : ('missing-drawing' as const);
    const path = `/achievements/${index}/drawing/image`;
    return reason ? [{ file: 'badges.json', path, reason, value: value.slice(0, MOST_SHOWN) }] : [];
  });
  const unused = Object.keys(drawings).filter((name) => !named.includes(name));
  return [
    ...missing,
    ...unused.map((name) => ({ file: `${DRAWINGS}${name}`, path: '', reason: 'unused-drawing' as const })),
  ];
}

function repeatedCodes(list: 'kinds' | 'questions', file: unknown) {
  const all = (file as Readonly<Record<string, readonly { readonly code: string }[]>>)[list] ?? [];
  const codes = all.map(({ code }) => code);
  return codes.flatMap((code, index) =>
    codes.indexOf(code) < index
      ? [{ path: `/${list}/${index}/code`, reason: 'duplicate-code' as const }]
      : [],
  );
}

/** The families that a question names exist. */
function unknownFamilies({ questionnaire, framework }: OfficePack) {
  const known = framework.families.map(({ code }) => code);
  return questionnaire.questions.flatMap(({ facts = {} }, index) =>
    Object.keys(facts)
      .filter((code) => !known.includes(code))
      .map((code) => ({ path: `/questions/${index}/facts/${code}`, reason: 'unknown-family' as const })),
  );
}

/** A spelling stands for one column of a file only, in the form in which an import compares titles. */
function spellingErrors({ columns: { spellings } }: OfficePack) {
  return Object.entries(spellings).flatMap(([kind, columns]) => {
    const columnOf = new Map<string, string>();
    return Object.entries(columns).flatMap(([column, all]) =>
      all.flatMap((spelling, index) => {
        const folded = foldTitle(spelling);
        const owner = columnOf.get(folded) ?? column;
        columnOf.set(folded, owner);
        return owner !== column
          ? [{ path: `/spellings/${kind}/${column}/${index}`, reason: 'duplicate-spelling' as const }]
          : [];
      }),
    );
  });
}

function colourErrors({ office: { colours } }: OfficePack) {
  const pairs = [
    ['mark', colours.mark, colours.ground],
    ['unlit', colours.unlit, colours.ground],
    ['deep', colours.deep, colours.mark],
  ] as const;
  return pairs.flatMap(([name, one, other]) =>
    contrast(one, other) < LEAST_CONTRAST
      ? [{ path: `/colours/${name}`, reason: 'pale-colours' as const }]
      : [],
  );
}
