import type { Engagement } from '../records.ts';
import {
  CONTENT_FIELDS,
  CONTENT_RULES,
  type ContentField,
  DUTY_FIELDS,
  type Duties,
  type EngagementContent,
  pickFields,
  withoutFields,
} from './fields.ts';

/** The content of an engagement alone. */
export function contentOf(engagement: EngagementContent): EngagementContent {
  return pickFields(engagement, CONTENT_FIELDS);
}

/** The duties in an engagement, in a change of one or in a form, where an optional one may be undefined. */
export function dutiesOf(
  stated: {
    readonly [F in keyof Duties]: object extends Pick<Duties, F> ? Duties[F] | undefined : Duties[F];
  },
): Duties {
  return pickFields(stated as Duties, DUTY_FIELDS);
}

/** The engagement with another content. */
export function withContent(engagement: Engagement, content: EngagementContent): Engagement {
  const gone = CONTENT_FIELDS.filter((field) => content[field] === undefined);
  return { ...withoutFields(engagement, gone), ...contentOf(content) };
}

/** Whether a value of one content is within the other's. */
export function isFieldWithin<F extends ContentField>(
  field: F,
  inner: Pick<Engagement, F>,
  outer: Pick<Engagement, F>,
): boolean {
  return CONTENT_RULES[field].isWithin(inner[field], outer[field]);
}

/** A key of the school and the content: two engagements of a person with the same key are the same declaration. */
export function engagementKey(declaration: EngagementContent & Pick<Engagement, 'uai'>): string {
  const keyOf = <F extends ContentField>(field: F, of: Pick<Engagement, F>) =>
    (CONTENT_RULES[field].inKey ?? CONTENT_RULES[field].texts)(of[field]);
  return [declaration.uai, ...CONTENT_FIELDS.flatMap((field) => keyOf(field, declaration))].join(';');
}

/** The content of a removed engagement, as the audit states it. */
export function auditedContent(engagement: EngagementContent): Readonly<Record<string, string>> {
  const auditOf = <F extends ContentField>(field: F, of: Pick<Engagement, F>) =>
    CONTENT_RULES[field].audited(of[field]);
  return Object.assign({}, ...CONTENT_FIELDS.map((field) => auditOf(field, engagement)));
}
