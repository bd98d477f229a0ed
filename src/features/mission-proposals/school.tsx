import { z } from 'zod';
import { missionChoices } from '../../adapters/http/engagements/change-view.ts';
import { DutyInputs, missionFields } from '../../adapters/http/engagements/duty-fields.tsx';
import type { AppDeps } from '../../adapters/http/env.ts';
import { Form, Submit } from '../../adapters/http/forms/elements.tsx';
import { DateField, Rejection, SelectField, TextArea, TextField } from '../../adapters/http/forms/inputs.tsx';
import {
  type FormValues,
  noFields,
  optionalText,
  parseValues,
  readForm,
  requiredDate,
  requiredEmail,
} from '../../adapters/http/forms/schema.ts';
import { afterDoing, type Refused } from '../../adapters/http/forms/submission.ts';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import { deciderOf, placeOf } from '../../adapters/http/school/context.ts';
import { SchoolLayout } from '../../adapters/http/school/layout.tsx';
import { splitOf } from '../../adapters/http/school/split/day-choice.tsx';
import { type MissionFramework, ROLES } from '../../domain/engagement/mission.ts';
import { findGaps } from '../../domain/engagement/mission-split.ts';
import { periodErrors } from '../../domain/engagement/validate-dates.ts';
import { type PersonId, personIdsAmong } from '../../domain/ids.ts';
import { fullName } from '../../domain/person/name.ts';
import { isLocalDate } from '../../domain/time/calendar.ts';
import { renderProposals } from './school-proposals.tsx';

/** The most characters of the principal's words. */
const COMMENT_LENGTH = 500;

const PATH = '/school/:uai/missions';

/** The form, with the missions of the framework. */
const proposalForm = (framework: MissionFramework) =>
  z.object({
    person: optionalText(60),
    known: optionalText(254),
    from: requiredDate,
    ...missionFields(framework),
    words: optionalText(COMMENT_LENGTH),
  });

/** `/school/{uai}/missions`: missions that the principal proposes to people. */
export function schoolMissionPages(deps: AppDeps) {
  const base = ({ uai }: PageRequest) => `/school/${uai}/missions`;
  return definePages(deps, 'school')
    .page(PATH, 'read-establishment', renderProposals)
    .page(`${PATH}/new`, 'keep-establishment', renderProposing)
    .form(`${PATH}/new`, 'keep-establishment', {
      page: renderProposing,
      schema: async ({ c, wording }) => parseValues(await readForm(c), proposalForm(wording.framework)),
      act: async (request, { person, known, ...content }) => {
        const error = periodErrors({ from: content.from }, request.today).from;
        if (error) return { faults: { from: `${error.kind}:${error.limit}` } };
        const found = await findPerson(request, person, known);
        const to = { uai: request.uai, ...content, by: deciderOf(request.c) };
        if (typeof found === 'string') {
          await request.services.proposeMissions({ ...to, personId: found });
          return afterDoing('missions-proposed', base(request));
        }
        if (!('email' in found)) return found;
        await request.services.inviteToMissions({ ...to, email: found.email });
        return afterDoing('mission-invited', `/school/${request.uai}/newcomers`);
      },
      refusals: {
        'own-engagement': 409,
        'unknown-person': 400,
        'change-unchanged': 400,
        'role-held': 409,
        'missions-proposed': 409,
        'too-many-newcomers': 409,
        'address-taken': 409,
      },
    })
    .form(`${PATH}/:id/withdrawal`, 'keep-establishment', {
      page: renderProposals,
      schema: noFields,
      act: ({ services, param, uai, me }) => services.withdrawMissions({ id: param('id'), uai, by: me }),
      done: 'missions-withdrawn',
      back: base,
      refusals: { 'mission-proposal-settled': 200, 'store-conflict': 200 },
    });
}

/** The person chosen in the list, or the one whom the text names, or an address that no one has yet. */
async function findPerson(
  { services, uai, t }: PageRequest,
  person: string | undefined,
  known: string | undefined,
): Promise<PersonId | { readonly email: string } | Refused> {
  const texts = t.missionProposals.form;
  const refused = (refusal: string): Refused => ({ refusal, status: 400 });
  if (person && known) return refused(texts.both);
  if (known) {
    const found = await services.findAddressee(known);
    if (found.kind === 'found') return found.personId;
    const email = requiredEmail.safeParse([known]);
    return email.success ? { email: email.data } : refused(texts[found.kind]);
  }
  const [id] = personIdsAmong([person ?? '']);
  const school = await services.readSchool(uai);
  return school.people.find((one) => one.id === id)?.id ?? refused(texts.nobody);
}

/** The person, the missions, the first day, and a sentence. */
async function renderProposing(request: PageRequest) {
  const { c, services, uai, me, sent, wording } = request;
  const { missionProposals: t, changes, forms } = request.t;
  const { words, wordsHelp, ...texts } = t.form;
  const { missions, roles } = changes.fields;
  const school = await services.readSchool(uai);
  const people = school.people.filter(({ id }) => id !== me);
  const form = sent ?? { values: prefilledValues(request), faults: {} };
  const base = `/school/${uai}/missions`;
  return (
    <SchoolLayout school={placeOf(c, school)} page="missions" title={t.propose} description={t.form.lede}>
      <Rejection form={form} />
      <Form
        action={`${base}/new`}
        form={form}
        labels={{ ...texts, missions, roles, words, wordsHelp }}
        aside={<p>{t.form.lede}</p>}
      >
        {people.length > 0 && (
          <SelectField
            name="person"
            choices={people.map((one) => ({ value: one.id, label: fullName(one) }))}
            optional={forms.eitherOne}
          />
        )}
        <TextField name="known" maxlength={254} optional={people.length > 0 && forms.eitherOne} />
        <DateField name="from" />
        <DutyInputs
          proposed
          missions={missionChoices(wording)}
          help={t.form.missionsHelp}
          likely={findGaps(splitOf(school, { kind: 'day', on: school.today }, wording)).map(
            ({ code }) => code,
          )}
        />
        <TextArea name="words" rows={2} maxlength={COMMENT_LENGTH} optional />
        <Submit cancel={base}>{t.form.send}</Submit>
      </Form>
    </SchoolLayout>
  );
}

/** The missions and roles, and the day, that the address proposes. */
function prefilledValues({ c, today, query, wording }: PageRequest): FormValues {
  const from = query('from') ?? '';
  const requested = c.req.queries();
  const codes: readonly string[] = [...wording.framework.missions.keys()];
  const roles: readonly string[] = ROLES;
  return {
    missions: codes.filter((one) => requested['mission']?.includes(one)),
    roles: roles.filter((one) => requested['role']?.includes(one)),
    from: [isLocalDate(from) ? from : today],
  };
}
