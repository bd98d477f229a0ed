import type { Engagement } from '../records.ts';

type Field = keyof Required<Engagement>;

interface Treatment<F extends Field> {
  /** The part of an engagement to which the field belongs:
   *  - `subject`: whom and which school it is about;
   *  - `content`: what its author declares and a change may touch;
   *  - `confirmation`: its state. `confirmer`: who confirmed it, when and how, until the next confirmation;
   *  - `service`: stated only in the service. */
  readonly part: 'subject' | 'content' | 'confirmation' | 'confirmer' | 'service';
  /** The value as plain texts, by which a change is noticed. A field that came after the first release gives no
   *  text if it has no value, so that stored digests stay true. */
  readonly texts: (value: Engagement[F]) => readonly string[];
  /** Whether its texts are in the digest by which an import notices a change. */
  readonly inDigest: boolean;
  /** Whether its texts are in the hidden field by which a form notices a change. */
  readonly inSeen: boolean;
  /** Whether papers hold it. */
  readonly onPaper: boolean;
  /** Whether the public page of a paper repeats it. */
  readonly onPublicPage: boolean;
  /** Its cell in the file, if it is one optional value. The table of the file names the other columns. */
  readonly cell?: { readonly column: string; readonly kind: CellKind };
}

/** The kinds of cell of an optional value. A date may not lie after today. */
export type CellKind = 'text' | 'date' | 'number';

interface ContentTreatment<F extends Field> extends Treatment<F> {
  readonly part: 'content';
  /** Whether the second value covers the first, so that a confirmation of the second is one of the first. */
  readonly isWithin: (inner: Engagement[F], outer: Engagement[F]) => boolean;
  /** Its texts in the key of a declaration. A later field gives none if it has no value. */
  readonly inKey: (value: Engagement[F]) => readonly string[];
  /** Its details in the audit of a removal. */
  readonly audited: (value: Engagement[F]) => Readonly<Record<string, string>>;
}

type Stated<F extends Field> =
  | ContentTreatment<F>
  | (Treatment<F> & { readonly part: Exclude<Treatment<F>['part'], 'content'> });

const NOTICED = { inDigest: true, inSeen: true, onPaper: true, onPublicPage: true } as const;
const CONFIRMER = { part: 'confirmer', inDigest: true, inSeen: false, onPaper: true } as const;

/** What becomes of each field of an engagement. The order is that of records, digests and words. */
const TREATMENTS = {
  reference: {
    ...{ part: 'subject', inDigest: false, inSeen: true, onPaper: true, onPublicPage: false },
    texts: (reference) => [reference],
  },
  personId: {
    ...{ part: 'subject', inDigest: true, inSeen: false, onPaper: true, onPublicPage: false },
    texts: (id) => [id],
  },
  uai: {
    ...{ part: 'subject', inDigest: true, inSeen: true, onPaper: true, onPublicPage: false },
    texts: (uai) => [uai],
  },
  period: {
    ...{ part: 'content', ...NOTICED },
    texts: ({ from, to = '' }) => [from, to],
    inKey: ({ from, to = '' }) => [from, to],
    isWithin: (inner, outer) =>
      inner.from >= outer.from && (outer.to === undefined || (inner.to ?? '9999') <= outer.to),
    audited: ({ from, to = '' }) => ({ from, to }),
  },
  missions: { part: 'content', ...NOTICED, ...codes('missions') },
  roles: { part: 'content', ...NOTICED, ...codes('roles') },
  confirmation: { part: 'confirmation', ...NOTICED, texts: (confirmation) => [confirmation] },
  confirmedBy: {
    ...{ ...CONFIRMER, onPublicPage: false },
    cell: { column: 'confirme_par', kind: 'text' },
    texts: (by = '') => [by],
  },
  confirmedOn: {
    ...{ ...CONFIRMER, onPublicPage: true },
    cell: { column: 'confirme_le', kind: 'date' },
    texts: (on) => [on ?? ''],
  },
  reservation: {
    ...{ ...CONFIRMER, onPublicPage: false },
    cell: { column: 'reserve', kind: 'text' },
    texts: (words = '') => [words],
  },
  // Papers do not name the person who decided in the service.
  decided: {
    ...{ part: 'service', inDigest: true, inSeen: false, onPaper: false, onPublicPage: false },
    texts: (decided) => [decided?.by ?? '', decided?.on ?? ''],
  },
  sharing: {
    ...{ part: 'service', inDigest: false, inSeen: false, onPaper: true, onPublicPage: false },
    texts: () => [],
  },
} as const satisfies { readonly [F in Field]: Stated<F> };

/** The treatment of a list of codes. The order of the codes does not matter. */
function codes<F extends 'missions' | 'roles'>(name: F) {
  type List = readonly string[] & Engagement[F];
  return {
    texts: (list: Engagement[F]) => [list.join()],
    inKey: (list: Engagement[F]) => [list.toSorted().join('|')],
    isWithin: (inner: Engagement[F], outer: Engagement[F]) =>
      inner.every((code) => (outer as List).includes(code)),
    audited: (list: Engagement[F]) => ({ [name]: list.join(', ') }),
  };
}

type Treatments = typeof TREATMENTS;
type FieldsWith<Shape> = { [F in Field]: Treatments[F] extends Shape ? F : never }[Field];

/** A field that an author declares and a change may touch. */
export type ContentField = FieldsWith<{ readonly part: 'content' }>;
/** A field of the content that pages and papers show in words, after the period and the missions. */
export type DetailField = Exclude<ContentField, 'period' | 'missions'>;
/** A field that is one optional value in one cell of the file. */
export type CellField = FieldsWith<{ readonly cell: object }>;
type CellOf<F extends CellField> = Treatments[F]['cell'] & { readonly field: F };

/** The part of an engagement that a change may touch. */
export type EngagementContent = Pick<Engagement, ContentField>;
/** What a person does in an engagement: its content without the period. */
export type Duties = Omit<EngagementContent, 'period'>;
/** An engagement as the public page of a paper shows it. */
export type EngagementSummary = Pick<Engagement, FieldsWith<{ readonly onPublicPage: true }>>;

const RULES: { readonly [F in Field]: Treatment<F> } = TREATMENTS;
/** What becomes of each field of the content. */
export const CONTENT_RULES: { readonly [F in ContentField]: ContentTreatment<F> } = TREATMENTS;

/** All fields of an engagement, in the order of a record. */
export const ENGAGEMENT_FIELDS = Object.keys(TREATMENTS) as readonly Field[];
/** Whether a field belongs to the content. */
export const isContent = (field: Field): field is ContentField => RULES[field].part === 'content';
/** The fields of the content, and those of them that have no place of their own on pages. */
export const CONTENT_FIELDS = ENGAGEMENT_FIELDS.filter(isContent);
export const DETAIL_FIELDS = CONTENT_FIELDS.filter(
  (field): field is DetailField => field !== 'period' && field !== 'missions',
);
export const DUTY_FIELDS = CONTENT_FIELDS.filter((field): field is keyof Duties => field !== 'period');
const SUMMARY_FIELDS = ENGAGEMENT_FIELDS.filter(
  (field): field is keyof EngagementSummary => RULES[field].onPublicPage,
);
const SEEN_FIELDS = ENGAGEMENT_FIELDS.filter((field) => RULES[field].inSeen);
const DIGEST_FIELDS = ENGAGEMENT_FIELDS.filter((field) => RULES[field].inDigest);
/** The cells of the file that hold one optional value. */
export const CELLS = ENGAGEMENT_FIELDS.flatMap((field) => {
  const { cell } = RULES[field];
  return cell ? [{ ...cell, field }] : [];
}) as readonly { [F in CellField]: CellOf<F> }[CellField][];

/** The part of an engagement that the public page of a paper shows. */
export function summariseEngagement(engagement: Engagement): EngagementSummary {
  return pickFields(engagement, SUMMARY_FIELDS);
}

/** The engagement as papers hold it. */
export function toPrinted(engagement: Engagement): Engagement {
  return withoutFields(engagement, (field) => !RULES[field].onPaper);
}

/** The engagement without its confirmer, the day and the words: they belong to a confirmation that ended. */
export function withoutConfirmer(engagement: Engagement): Engagement {
  return withoutFields(engagement, (field) => RULES[field].part === 'confirmer');
}

/** The content of an engagement as one text. Comparing it with the text that the decider saw shows whether the
 *  engagement has changed since. */
export function toSeen(engagement: Engagement): string {
  return textsOf(engagement, SEEN_FIELDS).join(' ');
}

/** The fields of an engagement in one text, which `digestOfImported` digests. */
export function digestedEngagement(engagement: Engagement): string {
  return textsOf(engagement, DIGEST_FIELDS).join('\n');
}

function textsOf(engagement: Engagement, fields: readonly Field[]): readonly string[] {
  const textOf = <F extends Field>(field: F) => RULES[field].texts(engagement[field]);
  return fields.flatMap(textOf);
}

/** The record with these fields alone, without those that have no value. */
export function pickFields<F extends Field>(
  engagement: Pick<Engagement, F>,
  fields: readonly F[],
): Pick<Engagement, F> {
  const picked: Partial<Pick<Engagement, F>> = {};
  for (const field of fields) if (engagement[field] !== undefined) picked[field] = engagement[field];
  return picked as Pick<Engagement, F>;
}

/** The engagement without some fields. */
export function withoutFields(engagement: Engagement, isLeftOut: (field: Field) => boolean): Engagement {
  const rest: Partial<Record<Field, unknown>> = { ...engagement };
  for (const field of ENGAGEMENT_FIELDS) if (isLeftOut(field)) delete rest[field];
  return rest as Engagement;
}
