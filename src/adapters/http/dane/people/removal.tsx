import { z } from 'zod';
import type { RemovedRecord } from '../../../../application/records/remove.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { fullName } from '../../../../domain/person/name.ts';
import type { Person } from '../../../../domain/records.ts';
import { ReasonField } from '../../engagements/change-fields.tsx';
import { CHANGE_REASON_LENGTH } from '../../engagements/change-form.ts';
import { segmentLine } from '../../engagements/descriptions.ts';
import type { AppDeps } from '../../env.ts';
import { Form } from '../../forms/elements.tsx';
import { Refusal } from '../../forms/inputs.tsx';
import {
  choiceOf,
  type FormValues,
  optionalDate,
  optionalText,
  optionalUai,
  requiredText,
} from '../../forms/schema.ts';
import { pagesOf } from '../../routing/define-pages.tsx';
import type { Visit } from '../../routing/page-request.ts';
import { DaneLayout } from '../layout.tsx';
import { KEEP_RECORD, personOf, personPath } from './find-person.ts';

const KINDS = ['engagement', 'attendance', 'review', 'self-report', 'contribution'] as const;

const key = {
  kind: choiceOf(KINDS),
  reference: optionalText(),
  event: optionalText(),
  uai: optionalUai,
  on: optionalDate,
};
const keyForm = z.object(key);

/** `/dane/people/{id}/removal`: removes a record that was entered by mistake, with a reason. */
export const removalPages = (deps: AppDeps) =>
  pagesOf(deps, 'dane')
    .page('/dane/people/:id/removal', KEEP_RECORD, drawRemoval)
    .form('/dane/people/:id/removal', KEEP_RECORD, {
      page: drawRemoval,
      schema: z.object({ ...key, reason: requiredText(CHANGE_REASON_LENGTH) }),
      act: async (visit, { reason, ...sent }) => {
        const { id: personId } = await personOf(visit);
        await visit.services.removeRecord({ personId, record: toRecord(sent), actor: visit.me, reason });
      },
      done: 'record-removed',
      back: personPath,
      refusals: {
        'counted-in-badge': 409,
        'change-contested': 409,
        'contest-decided': 409,
        'store-conflict': 409,
      },
    });

/** The key of a record that may be removed, in the address of the page. */
export type RemovalKey =
  | { readonly kind: 'engagement' | 'contribution'; readonly reference: string }
  | { readonly kind: 'attendance'; readonly event: string }
  | { readonly kind: 'review' | 'self-report'; readonly uai: string; readonly on: string };

/** Address of the page that asks once more before a record is removed. `href` is the person's page. */
export function removalHref(href: string, removed: RemovalKey): string {
  return `${href}/removal?${new URLSearchParams({ ...removed })}`;
}

/** The record that the form names. Throws `not-found` where a part of its key is missing. */
function toRecord({ kind, reference, event, uai, on }: z.infer<typeof keyForm>): RemovedRecord {
  if ((kind === 'engagement' || kind === 'contribution') && reference) return { kind, reference };
  if (kind === 'attendance' && event) return { kind, eventCode: event };
  if ((kind === 'review' || kind === 'self-report') && uai && on) {
    return { kind: 'review', review: { uai, on, kind } };
  }
  throw new DomainError('not-found');
}

/** Asks for a confirmation and the reason. */
async function drawRemoval(visit: Visit) {
  const person = await personOf(visit);
  const { fields, removal: t } = visit.t.changes;
  const asked = Object.fromEntries(
    Object.entries(visit.c.req.query()).map(([name, value]) => [name, [value]]),
  );
  const form = visit.sent ?? { values: asked, faults: {} };
  const said = (name: string) => form.values[name]?.[0];
  const kind = KINDS.find((one) => one === said('kind'));
  const what = kind && (await describe(visit, person, form.values));
  if (!kind || what === undefined) throw new DomainError('not-found');
  const [reference, event, uai, on] = ['reference', 'event', 'uai', 'on'].map(said);
  const path = personPath(visit);
  return (
    <DaneLayout section="people" title={t.titles[kind]}>
      <Refusal form={form}>
        <p>
          <a href={path}>{t.record(fullName(person))}</a>
          {' · '}
          <a href="/dane/re-signing">{t.corrections}</a>
        </p>
      </Refusal>
      <p class="lede">{t.texts[kind]}</p>
      <dl class="facts-list">
        <dt>{visit.t.dane.decisions.recipient}</dt>
        <dd>{fullName(person)}</dd>
        <dt>{t.what}</dt>
        <dd>{what}</dd>
      </dl>
      <Form
        action={`${path}/removal`}
        form={form}
        labels={fields}
        hidden={{ kind, reference, event, uai, on }}
        submit={t.submit}
        cancel={path}
      >
        <ReasonField isRequired help={t.reasonHelp} />
      </Form>
    </DaneLayout>
  );
}

/** The record in one line; undefined where the person has no such record. */
async function describe({ store, wording }: Visit, { id }: Person, values: FormValues) {
  const { t } = wording;
  const [record] = await store.readPersonRecords([id]);
  const said = (name: string) => values[name]?.[0];
  const engagement = record?.engagements.find(({ reference }) => reference === said('reference'));
  const attended = record?.attended.find(({ event }) => event.code === said('event'));
  const contribution = record?.contributions.find(({ reference }) => reference === said('reference'));
  switch (said('kind')) {
    case 'engagement': {
      const [school] = engagement ? await store.readEstablishments([engagement.uai]) : [];
      return engagement && segmentLine(engagement, wording, school);
    }
    case 'attendance':
      return attended && `${attended.event.title}, ${t.day(attended.event.startsOn)}`;
    case 'contribution':
      return contribution && `${t.records.contributions[contribution.kind].one}, ${t.day(contribution.on)}`;
    default: {
      const review = record?.reviews.find(
        (one) => one.uai === said('uai') && one.on === said('on') && one.kind === said('kind'),
      );
      const [school] = review ? await store.readEstablishments([review.uai]) : [];
      return review && [t.records.reviewKinds[review.kind], t.day(review.on), school?.name].join(', ');
    }
  }
}
