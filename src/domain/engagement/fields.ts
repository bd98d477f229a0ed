import type { Engagement } from '../records.ts';

type Field = keyof Required<Engagement>;

interface Uses {
  /** The part of an engagement to which the field belongs:
   *  - `subject`: whom and which school it is about;
   *  - `content`: what its author declares and a change may touch;
   *  - `confirmation`: its state. `confirmer`: who confirmed it, when and how, until the next confirmation;
   *  - `service`: stated only in the service. */
  readonly part: 'subject' | 'content' | 'confirmation' | 'confirmer' | 'service';
  /** Whether an import notices a change of it, by a digest. */
  readonly inDigest: boolean;
  /** Whether a form notices a change of it since the page was shown, by a hidden field. */
  readonly inSeen: boolean;
  readonly onPaper: boolean;
  /** Whether the public page of a paper repeats it. */
  readonly onPublicPage: boolean;
}

interface Treatment<F extends Field> extends Uses {
  /** The value as plain texts, by which a change is noticed. A field that came after the first release gives no
   *  text if it has no value, so that stored digests stay true. */
  readonly texts: (value: Engagement[F]) => readonly string[];
  /** Its cell in the file, if it is one optional value. A date may not lie after today. The table of the file names
   *  the other columns. */
  readonly cell?: readonly [column: string, kind: 'text' | 'date' | 'number'];
}

interface ContentTreatment<F extends Field> extends Treatment<F> {
  readonly part: 'content';
  /** Whether the second value covers the first, so that a confirmation of the second is one of the first. */
  readonly isWithin: (inner: Engagement[F], outer: Engagement[F]) => boolean;
  /** Its texts in the key of a declaration, if they are not `texts`. */
  readonly inKey?: (value: Engagement[F]) => readonly string[];
  /** Its details in the audit of a removal. */
  readonly audited: (value: Engagement[F]) => Readonly<Record<string, string>>;
}

type Stated<F extends Field> =
  | ContentTreatment<F>
  | (Treatment<F> & { readonly part: Exclude<Uses['part'], 'content'> });

const SUBJECT = { part: 'subject', onPaper: true, onPublicPage: false } as const;
const CONTENT = { part: 'content', inDigest: true, inSeen: true, onPaper: true, onPublicPage: true } as const;
const CONFIRMER = { part: 'confirmer', inDigest: true, inSeen: false, onPaper: true } as const;
const SERVICE = { part: 'service', inSeen: false, onPublicPage: false } as const;

const plain = (text = '') => [text];
type Codes = readonly string[];
const codes = (name: 'missions' | 'roles') => ({
  texts: (list: Codes) => [list.join()],
  inKey: (list: Codes) => [list.toSorted().join('|')],
  isWithin: (inner: Codes, outer: Codes) => inner.every((code) => outer.includes(code)),
  audited: (list: Codes) => ({ [name]: list.join(', ') }),
});

/** What becomes of each field of an engagement. The order is that of records, digests and words. */
const TREATMENTS = {
  reference: { ...SUBJECT, inDigest: false, inSeen: true, texts: plain },
  personId: { ...SUBJECT, inDigest: true, inSeen: false, texts: plain },
  uai: { ...SUBJECT, inDigest: true, inSeen: true, texts: plain },
  period: {
    ...CONTENT,
    texts: ({ from, to = '' }) => [from, to],
    isWithin: (inner, outer) =>
      inner.from >= outer.from && (outer.to === undefined || (inner.to ?? '9999') <= outer.to),
    audited: ({ from, to = '' }) => ({ from, to }),
  },
  missions: { ...CONTENT, ...codes('missions') },
  roles: { ...CONTENT, ...codes('roles') },
  confirmation: { ...CONTENT, part: 'confirmation', texts: plain },
  confirmedBy: { ...CONFIRMER, onPublicPage: false, texts: plain, cell: ['confirme_par', 'text'] },
  confirmedOn: { ...CONFIRMER, onPublicPage: true, texts: plain, cell: ['confirme_le', 'date'] },
  reservation: { ...CONFIRMER, onPublicPage: false, texts: plain, cell: ['reserve', 'text'] },
  // Papers do not name the person who decided in the service.
  decided: { ...SERVICE, inDigest: true, onPaper: false, texts: (it) => [it?.by ?? '', it?.on ?? ''] },
  sharing: { ...SERVICE, inDigest: false, onPaper: true, texts: () => [] },
} as const satisfies { readonly [F in Field]: Stated<F> };

type Treatments = typeof TREATMENTS;
type FieldsWith<Shape> = { [F in Field]: Treatments[F] extends Shape ? F : never }[Field];

/** A field that an author declares and a change may touch. */
export type ContentField = FieldsWith<{ readonly part: 'content' }>;
/** A field of the content that pages and papers show in words, after the period and the missions. */
export type DetailField = Exclude<ContentField, 'period' | 'missions'>;
/** A field that is one optional value in one cell of the file. */
export type CellField = FieldsWith<{ readonly cell: object }>;
/** The column of such a field. */
export type CellColumn = Treatments[CellField]['cell'][0];

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
const fieldsWith = <F extends Field>(isWanted: (uses: Uses) => boolean) =>
  ENGAGEMENT_FIELDS.filter((field): field is F => isWanted(RULES[field]));

export const CONTENT_FIELDS = fieldsWith<ContentField>(({ part }) => part === 'content');
export const DUTY_FIELDS = CONTENT_FIELDS.filter((field) => field !== 'period');
export const DETAIL_FIELDS = DUTY_FIELDS.filter((field) => field !== 'missions');
const CONFIRMER_FIELDS = fieldsWith(({ part }) => part === 'confirmer');
const UNPRINTED_FIELDS = fieldsWith(({ onPaper }) => !onPaper);
const SUMMARY_FIELDS = fieldsWith<keyof EngagementSummary>(({ onPublicPage }) => onPublicPage);
const SEEN_FIELDS = fieldsWith(({ inSeen }) => inSeen);
const DIGEST_FIELDS = fieldsWith(({ inDigest }) => inDigest);

/** The cells of the file that hold one optional value. */
export const CELLS = ENGAGEMENT_FIELDS.flatMap((field) => {
  const [column, kind] = RULES[field].cell ?? [];
  return kind ? [{ field: field as CellField, column: column as CellColumn, kind }] : [];
});

/** The part of an engagement that the public page of a paper shows. */
export function summariseEngagement(engagement: Engagement): EngagementSummary {
  return pickFields(engagement, SUMMARY_FIELDS);
}

/** The engagement as papers hold it. */
export function toPrinted(engagement: Engagement): Engagement {
  return withoutFields(engagement, UNPRINTED_FIELDS);
}

/** The engagement without its confirmer, the day and the words: they belong to a confirmation that ended. */
export function withoutConfirmer(engagement: Engagement): Engagement {
  return withoutFields(engagement, CONFIRMER_FIELDS);
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
  of: Pick<Engagement, F>,
  fields: readonly F[],
): Pick<Engagement, F> {
  const picked: Partial<Pick<Engagement, F>> = {};
  for (const field of fields) if (of[field] !== undefined) picked[field] = of[field];
  return picked as Pick<Engagement, F>;
}

/** The engagement without some of its fields. */
export function withoutFields(engagement: Engagement, fields: readonly Field[]): Engagement {
  const rest: Partial<Record<Field, unknown>> = { ...engagement };
  for (const field of fields) delete rest[field];
  return rest as Engagement;
}
