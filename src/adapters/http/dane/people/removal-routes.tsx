import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { RemovedRecord } from '../../../../application/records/remove-record.ts';
import { DomainError } from '../../../../domain/errors.ts';
import type { LocalDate } from '../../../../domain/time/time.ts';
import type { Uai } from '../../../../domain/uai.ts';
import { segmentLine } from '../../engagements/change-answers.ts';
import { CHANGE_REASON_LENGTH } from '../../engagements/change-form.ts';
import { nameOf } from '../../engagements/engagement-words.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { wordingOf } from '../../school/school-context.ts';
import { choiceOf, optionalDate, optionalText, optionalUai, requiredText } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, type ShownForm, takeForm } from '../../shell/take-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { recordGuards, requiredPerson } from './record-guards.ts';
import type { RemovalKey } from './removal-href.ts';
import { RemovalPage } from './removal-page.tsx';

const KINDS = ['engagement', 'attendance', 'review', 'self-report', 'contribution'] as const;

const removalForm = z.object({
  kind: choiceOf(KINDS),
  reference: optionalText(),
  event: optionalText(),
  uai: optionalUai,
  on: optionalDate,
  reason: requiredText(CHANGE_REASON_LENGTH),
});

/** `/dane/people/{id}/removal`: the DANE removes a record that was entered by mistake, with a reason. */
export function personRemovalRoutes(deps: AppDeps) {
  const { services } = deps;
  const guards = recordGuards(deps);
  return new Hono<AppEnv>()
    .get('/dane/people/:id/removal', ...guards, (c) => showRemoval(c, deps))
    .post(
      '/dane/people/:id/removal',
      ...guards,
      takeForm(deps, {
        schema: removalForm,
        show: (c, sent) => showRemoval(c, deps, sent),
        act: async (c, { reason, ...key }) => {
          const { id: personId } = await requiredPerson(c, deps);
          const actor = c.var.signedIn.actor.personId;
          await services.removeRecord({ personId, record: toRecord(key), actor, reason });
          return afterDoing('record-removed', `/dane/people/${personId}`);
        },
        refusals: {
          'counted-in-badge': 409,
          'change-contested': 409,
          'contest-decided': 409,
          'store-conflict': 409,
        },
      }),
    );
}

interface Key {
  readonly kind: RemovalKey['kind'];
  readonly reference?: string | undefined;
  readonly event?: string | undefined;
  readonly uai?: Uai | undefined;
  readonly on?: LocalDate | undefined;
}

/** The record that the form names. Throws `not-found` where a part of its key is missing. */
function toRecord({ kind, reference, event, uai, on }: Key): RemovedRecord {
  if ((kind === 'engagement' || kind === 'contribution') && reference) return { kind, reference };
  if (kind === 'attendance' && event) return { kind, eventCode: event };
  if ((kind === 'review' || kind === 'self-report') && uai && on) {
    return { kind: 'review', review: { uai, on, kind } };
  }
  throw new DomainError('not-found');
}

async function showRemoval(c: Context<AppEnv>, deps: AppDeps, sent?: ShownForm) {
  const person = await requiredPerson(c, deps);
  const asked = Object.fromEntries(Object.entries(c.req.query()).map(([name, value]) => [name, [value]]));
  const values = sent?.values ?? asked;
  const kind = KINDS.find((one) => one === values['kind']?.[0]);
  const what = kind && (await describe(c, deps, values));
  if (!kind || what === undefined) throw new DomainError('not-found');
  const form = sent ?? { values, faults: {} };
  const page = <RemovalPage view={{ id: person.id, name: nameOf(person), kind, what }} form={form} />;
  return answerPage(c, workspaceFrame(c, deps, 'dane'), page, sent?.status);
}

/** The record in one line; undefined where the person has no such record. */
async function describe(c: Context<AppEnv>, deps: AppDeps, values: ShownForm['values']) {
  const { store } = deps.ports;
  const wording = wordingOf(c, deps);
  const { t } = wording;
  const [record] = await store.readPersonRecords([(await requiredPerson(c, deps)).id]);
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
