import { z } from 'zod';
import type { SchoolInYear } from '../../../../application/school/read-year.ts';
import type { AuthorisationKey } from '../../../../domain/engagement/authorisation-key.ts';
import type { Mission, MissionCode } from '../../../../domain/engagement/mission.ts';
import type { Authorisation } from '../../../../domain/records.ts';
import { compact } from '../../../../domain/text/omit-undefined.ts';
import type { Uai } from '../../../../domain/uai.ts';
import { missionAsText, periodAsText } from '../../engagements/descriptions.ts';
import type { AppDeps } from '../../env.ts';
import { Form, Submit } from '../../forms/elements.tsx';
import { DateField, Rejection, SelectField, TextField } from '../../forms/inputs.tsx';
import {
  type FormValues,
  optionalDate,
  optionalText,
  requiredDate,
  requiredText,
} from '../../forms/schema.ts';
import { formOver } from '../../forms/submission.ts';
import type { PageRequest } from '../../routing/page-request.ts';

function conditionalMissions({ ports }: Pick<AppDeps, 'ports'>): readonly Mission[] {
  return [...ports.catalogue.framework.missions.values()].filter(({ conditional }) => conditional);
}

export function makeActionForms(deps: AppDeps) {
  const isKnown = (code: string) => conditionalMissions(deps).some((mission) => mission.code === code);
  const key = {
    mission: requiredText(5)
      .refine(isKnown, { message: 'invalid-choice' })
      .transform((code) => code as MissionCode),
    localAuthority: requiredText(),
    from: requiredDate,
  };
  const actionForm = z
    .object({
      ...key,
      to: optionalDate,
      convention: optionalText(),
      originalMission: optionalText(5),
      originalAuthority: optionalText(),
      originalFrom: optionalDate,
    })
    .refine(({ from, to }) => !to || to >= from, { path: ['to'], message: 'end-before-start' });
  return { keyForm: z.object(key), actionForm };
}

type Forms = ReturnType<typeof makeActionForms>;

export function toAuthorisation(
  uai: Uai,
  {
    mission,
    localAuthority,
    from,
    to,
    convention,
  }: z.output<Forms['keyForm']> & Partial<z.output<Forms['actionForm']>>,
): Authorisation {
  return compact({ uai, mission, localAuthority, period: { from, ...(to && { to }) }, convention });
}

/** The authorisation that is changed; undefined if the form adds one. */
export function originalOf(
  uai: Uai,
  { originalMission, originalAuthority, originalFrom }: z.output<Forms['actionForm']>,
): AuthorisationKey | undefined {
  if (!originalMission || !originalAuthority || !originalFrom) return undefined;
  const mission = originalMission as MissionCode;
  return { uai, mission, localAuthority: originalAuthority, period: { from: originalFrom } };
}

/** The fields that name an authorisation of a school. */
export const actionKey = ({ mission, localAuthority, period }: Authorisation) => ({
  mission,
  localAuthority,
  from: period.from,
});

/** The page whose form changes the authorisation. */
export function editHref(action: Authorisation): string {
  return `/school/${action.uai}/actions?${new URLSearchParams(actionKey(action))}#change`;
}

type Named = Readonly<Record<string, string | undefined>>;

function firstOf(values: FormValues): Named {
  return Object.fromEntries(Object.entries(values).map(([name, [first]]) => [name, first]));
}

/** The authorisation that the form changes, as its hidden fields name it. */
function originalIn(values: FormValues): Named {
  const [mission, localAuthority, from] = ['originalMission', 'originalAuthority', 'originalFrom'].map(
    (name) => values[name]?.[0],
  );
  return { mission, localAuthority, from };
}

/** The authorisation that the form changes, as the address or the sent form names it. */
export function findEdited({ c, sent }: PageRequest, school: SchoolInYear): Authorisation | undefined {
  return findAction(school, sent ? originalIn(sent.values) : c.req.query());
}

function findAction(
  { authorisations }: SchoolInYear,
  { mission, localAuthority, from = '' }: Named,
): Authorisation | undefined {
  const parsed = requiredDate.safeParse([from]);
  const day: string = parsed.success ? parsed.data : from;
  return authorisations.find(
    (one) => one.mission === mission && one.localAuthority === localAuthority && one.period.from === day,
  );
}

function toValues({ mission, localAuthority, period, convention }: Authorisation): FormValues {
  const { from, to } = period;
  const values = { mission, localAuthority, from, to: to ?? '', convention: convention ?? '' };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]]));
}

/** The form that adds an authorisation, or changes the edited one. */
export function renderActionForm(
  request: PageRequest,
  school: SchoolInYear,
  edited: Authorisation | undefined,
) {
  const { uai, wording, sent } = request;
  const t = request.t.school.actions;
  const base = `/school/${uai}/actions`;
  const form = formOver(edited ? toValues(edited) : {}, sent);
  // The authorisation that conflicts with the sent one.
  const conflict = sent?.refusal ? findAction(school, firstOf(sent.values)) : undefined;
  const labelOf = ({ mission }: Authorisation) => missionAsText(mission, wording);
  return (
    <section id="change">
      <h2>{edited ? t.changeOf(labelOf(edited)) : t.add}</h2>
      <Rejection form={form}>
        {conflict && (
          <p>
            <a href={editHref(conflict)}>
              {t.editClash(labelOf(conflict), periodAsText(conflict.period, wording))}
            </a>
            {conflict.convention && ` (${conflict.convention})`}
          </p>
        )}
      </Rejection>
      <Form
        action={base}
        form={form}
        labels={t.form}
        hidden={{
          originalMission: edited?.mission,
          originalAuthority: edited?.localAuthority,
          originalFrom: edited?.period.from,
        }}
      >
        <SelectField
          name="mission"
          choices={conditionalMissions(request).map(({ code }) => ({
            value: code,
            label: missionAsText(code, wording),
          }))}
        />
        <TextField name="localAuthority" maxlength={200} />
        <div class="field-row">
          <DateField name="from" />
          <DateField name="to" optional />
        </div>
        <TextField name="convention" maxlength={200} optional />
        <div class="actions">
          <Submit>{edited ? t.saveChange : t.saveNew}</Submit>
          {edited && <a href={base}>{request.t.forms.cancel}</a>}
        </div>
      </Form>
    </section>
  );
}
