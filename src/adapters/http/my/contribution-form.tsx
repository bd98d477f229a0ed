import { z } from 'zod';
import type { ContributionInput } from '../../../application/self-service/contributions.ts';
import { seenContribution } from '../../../domain/award/counted-records.ts';
import { pastDayError } from '../../../domain/engagement/validate-dates.ts';
import { DomainError } from '../../../domain/errors.ts';
import { CONTRIBUTION_KINDS, CONTRIBUTION_LENGTHS, type Contribution } from '../../../domain/records.ts';
import { compact } from '../../../domain/text/omit-undefined.ts';
import type { LocalDate } from '../../../domain/time/calendar.ts';
import type { AppDeps } from '../env.ts';
import { Form } from '../forms/elements.tsx';
import { ChoiceGroup, DateField, TextArea, TextField } from '../forms/inputs.tsx';
import { idempotencyKeyField, idempotencyKeyOf } from '../forms/read-fields.ts';
import {
  choiceOf,
  type FormValues,
  optionalText,
  optionalUrl,
  requiredDate,
  requiredText,
} from '../forms/schema.ts';
import { formOver, type Refused } from '../forms/submission.ts';
import { usePageContext } from '../layout/page-context.ts';
import { definePages, type Right } from '../routing/define-pages.tsx';
import type { PageRequest } from '../routing/page-request.ts';
import { MyLayout } from './layout.tsx';

const contributionForm = z.object({
  kind: choiceOf(CONTRIBUTION_KINDS),
  title: requiredText(CONTRIBUTION_LENGTHS.title),
  description: optionalText(CONTRIBUTION_LENGTHS.description),
  on: requiredDate,
  url: optionalUrl,
});
const added = contributionForm.extend({ once: idempotencyKeyField });

const NEW = '/my/contributions/new';
const EDIT = '/my/contributions/:reference/edit';

/** Only the owner of the contribution in the address may keep it. */
export const EDIT_CONTRIBUTION: Right = {
  may: 'keep-own-record',
  of: async ({ store, param }) => {
    const [contribution] = await store.readContributions([param('reference')]);
    return contribution && { kind: 'person', personId: contribution.personId };
  },
};

/** Adding and changing a contribution. */
export const contributionFormPages = (deps: AppDeps) =>
  definePages(deps, 'my')
    .page(NEW, 'keep-own-record', renderNew)
    .form(NEW, 'keep-own-record', {
      page: renderNew,
      schema: added,
      act: async ({ services, me, today }, { once, ...value }) => {
        const refused = dayRefused(value.on, today);
        if (refused) return refused;
        await services.addContribution({
          personId: me,
          said: toContributionInput(value),
          ...(once && { once }),
        });
        return undefined;
      },
      done: 'contribution-added',
      back: '/my/contributions',
    })
    .page(EDIT, EDIT_CONTRIBUTION, renderEdit)
    .form(EDIT, EDIT_CONTRIBUTION, {
      page: renderEdit,
      schema: contributionForm,
      act: async ({ services, me, today, param, seen }, value) => {
        const refused = dayRefused(value.on, today);
        if (refused) return refused;
        const reference = param('reference');
        await services.changeContribution({
          personId: me,
          reference,
          said: toContributionInput(value),
          seen,
        });
        return undefined;
      },
      done: 'contribution-changed',
      back: '/my/contributions',
    });

/** A contribution is past work: a future day, or one long before the mission existed, is refused. */
function dayRefused(on: LocalDate, today: LocalDate): Refused | undefined {
  const error = pastDayError(on, today);
  return error && { faults: { on: `${error.kind}:${error.limit}` } };
}

function renderNew({ deps, c, t: { my, forms }, sent }: PageRequest) {
  const t = my.records.contributions;
  return (
    <MyLayout page="contributions" title={t.addTitle}>
      <Form
        action={NEW}
        form={sent ?? { values: prefilledValues(c.req.query()), faults: {} }}
        labels={labelsOf(t)}
        hidden={{ once: idempotencyKeyOf(deps, sent) }}
        submit={forms.save}
        cancel="/my/contributions"
        aside={<p>{t.lede}</p>}
      >
        <Fields />
      </Form>
    </MyLayout>
  );
}

async function renderEdit({ c, store, param, t: { my, forms }, sent }: PageRequest) {
  const [before] = await store.readContributions([param('reference')]);
  if (!before) throw new DomainError('not-found');
  if (before.validated && !sent) throw new DomainError('contribution-validated');
  const t = my.records.contributions;
  return (
    <MyLayout page="contributions" title={t.editTitle}>
      <Form
        action={c.req.path}
        form={formOver(toValues(before), sent)}
        labels={labelsOf(t)}
        seen={seenContribution(before)}
        submit={forms.save}
        cancel="/my/contributions"
        aside={<p>{t.lede}</p>}
      >
        <Fields />
      </Form>
    </MyLayout>
  );
}

const labelsOf = (t: PageRequest['t']['my']['records']['contributions']) => ({
  kind: t.kind,
  kindHelp: t.kindHelp,
  title: t.name,
  titleHelp: t.nameHelp,
  description: t.description,
  descriptionHelp: t.descriptionHelp,
  on: t.day,
  onHelp: t.dayHelp,
  url: t.link,
  urlHelp: t.linkHelp,
});

function Fields() {
  const { my, records } = usePageContext().t;
  const { kindTexts } = my.records.contributions;
  return (
    <>
      <ChoiceGroup
        name="kind"
        kind="radio"
        choices={CONTRIBUTION_KINDS.map((kind) => ({
          value: kind,
          label: capitalised(records.contributions[kind].one),
          text: kindTexts[kind],
        }))}
      />
      <TextField name="title" maxlength={CONTRIBUTION_LENGTHS.title} />
      <TextArea name="description" rows={3} maxlength={CONTRIBUTION_LENGTHS.description} optional />
      <DateField name="on" />
      <TextField name="url" type="url" optional />
    </>
  );
}

/** The values that the address proposes, such as a project in which classes took part. */
function prefilledValues({ kind, title = '', url = '' }: Readonly<Record<string, string>>): FormValues {
  return {
    kind: CONTRIBUTION_KINDS.filter((one) => one === kind),
    title: [title.slice(0, CONTRIBUTION_LENGTHS.title)],
    url: [url],
  };
}

function toValues({ kind, title, description, on, url }: Contribution): FormValues {
  return { kind: [kind], title: [title ?? ''], description: [description ?? ''], on: [on], url: [url ?? ''] };
}

function toContributionInput({
  kind,
  title,
  description,
  on,
  url,
}: z.output<typeof contributionForm>): ContributionInput {
  return compact({ kind, title, description, on, url });
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
