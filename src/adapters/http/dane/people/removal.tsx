import { z } from 'zod';
import type { RemovedRecord } from '../../../../application/records/remove.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { fullName } from '../../../../domain/person/name.ts';
import type { Person } from '../../../../domain/records.ts';
import { ReasonField } from '../../engagements/change-fields.tsx';
import { CHANGE_REASON_LENGTH } from '../../engagements/change-form.ts';
import { engagementSummary } from '../../engagements/descriptions.ts';
import type { AppDeps } from '../../env.ts';
import { Form } from '../../forms/elements.tsx';
import { Rejection } from '../../forms/inputs.tsx';
import {
  choiceOf,
  type FormValues,
  optionalDate,
  optionalText,
  optionalUai,
  requiredText,
} from '../../forms/schema.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { DaneLayout } from '../layout.tsx';
import { EDIT_RECORD, personOf, personPath } from './find-person.ts';

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
  definePages(deps, 'dane')
    .page('/dane/people/:id/removal', EDIT_RECORD, renderRemoval)
    .form('/dane/people/:id/removal', EDIT_RECORD, {
      page: renderRemoval,
      schema: z.object({ ...key, reason: requiredText(CHANGE_REASON_LENGTH) }),
      act: async (request, { reason, ...sent }) => {
        const { id: personId } = await personOf(request);
        await request.services.removeRecord({ personId, record: toRecord(sent), actor: request.me, reason });
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
async function renderRemoval(request: PageRequest) {
  const person = await personOf(request);
  const { fields, removal: t } = request.t.changes;
  const requested = Object.fromEntries(
    Object.entries(request.c.req.query()).map(([name, value]) => [name, [value]]),
  );
  const form = request.sent ?? { values: requested, faults: {} };
  const stated = (name: string) => form.values[name]?.[0];
  const kind = KINDS.find((one) => one === stated('kind'));
  const what = kind && (await describeRecord(request, person, form.values));
  if (!kind || what === undefined) throw new DomainError('not-found');
  const [reference, event, uai, on] = ['reference', 'event', 'uai', 'on'].map(stated);
  const path = personPath(request);
  return (
    <DaneLayout section="people" title={t.titles[kind]}>
      <Rejection form={form}>
        <p>
          <a href={path}>{t.record(fullName(person))}</a>
          {' · '}
          <a href="/dane/re-signing">{t.corrections}</a>
        </p>
      </Rejection>
      <p class="lede">{t.texts[kind]}</p>
      <dl class="facts-list">
        <dt>{request.t.dane.decisions.recipient}</dt>
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

/** The record in one line; undefined if the person has no such record. */
async function describeRecord({ store, wording }: PageRequest, { id }: Person, values: FormValues) {
  const { t } = wording;
  const [record] = await store.readPersonRecords([id]);
  const stated = (name: string) => values[name]?.[0];
  const engagement = record?.engagements.find(({ reference }) => reference === stated('reference'));
  const attended = record?.attended.find(({ event }) => event.code === stated('event'));
  const contribution = record?.contributions.find(({ reference }) => reference === stated('reference'));
  switch (stated('kind')) {
    case 'engagement': {
      const [school] = engagement ? await store.readSchoolsByUai([engagement.uai]) : [];
      return engagement && engagementSummary(engagement, wording, school);
    }
    case 'attendance':
      return attended && `${attended.event.title}, ${t.day(attended.event.startsOn)}`;
    case 'contribution':
      return contribution && `${t.records.contributions[contribution.kind].one}, ${t.day(contribution.on)}`;
    default: {
      const review = record?.reviews.find(
        (one) => one.uai === stated('uai') && one.on === stated('on') && one.kind === stated('kind'),
      );
      const [school] = review ? await store.readSchoolsByUai([review.uai]) : [];
      return review && [t.records.reviewKinds[review.kind], t.day(review.on), school?.name].join(', ');
    }
  }
}
