import { z } from 'zod';
import type { MissionFramework } from '../../../../domain/engagement/mission.ts';
import {
  type MissionSharing,
  SHARING_KINDS,
  SHARING_LENGTH,
  sharingOf,
} from '../../../../domain/engagement/mission-sharing.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { fullName } from '../../../../domain/person/name.ts';
import type { Engagement } from '../../../../domain/records.ts';
import { missionAsText, organisationAsText, periodAsText } from '../../engagements/descriptions.ts';
import type { AppDeps } from '../../env.ts';
import { Form, Submit } from '../../forms/elements.tsx';
import { Rejection, SelectField, TextField } from '../../forms/inputs.tsx';
import {
  type FieldError,
  type FormValues,
  optionalChoiceOf,
  optionalText,
  type ParsedForm,
  parseValues,
  readForm,
} from '../../forms/schema.ts';
import { formOver } from '../../forms/submission.ts';
import { usePageContext } from '../../layout/page-context.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { DECIDES_ON_ENGAGEMENT, placeOf } from '../context.ts';
import { SchoolLayout } from '../layout.tsx';

const PATH = '/school/:uai/engagements/:reference/sharing';
/** The kind `mission` means that the mission is not shared out. */
const KINDS = ['mission', ...SHARING_KINDS] as const;
const part = z.object({ kind: optionalChoiceOf(KINDS), words: optionalText(SHARING_LENGTH) });

/** `/school/{uai}/engagements/{reference}/sharing`: the ways in which the missions of an engagement are shared
 *  out. These pages stand before the changes of an engagement, whose address has the kind of change in the same
 *  place. */
export function sharingPages(deps: AppDeps) {
  return definePages(deps, 'school')
    .page(PATH, DECIDES_ON_ENGAGEMENT, renderSharing)
    .form<readonly MissionSharing[]>(PATH, DECIDES_ON_ENGAGEMENT, {
      page: renderSharing,
      schema: async ({ c, wording }) => readSharing(await readForm(c), wording.framework),
      act: async ({ services, uai, param, me }, sharing) => {
        const stated = { uai, reference: param('reference'), sharing, by: me };
        return `/school/${uai}/people/${await services.recordMissionSharing(stated)}`;
      },
      done: 'sharing-saved',
    });
}

/** Reads two fields for each mission; a kind needs its words, and words need their kind. */
function readSharing(
  values: FormValues,
  { missions }: MissionFramework,
): ParsedForm<readonly MissionSharing[]> {
  const faults: Record<string, FieldError> = {};
  const sharing = [...missions.keys()].flatMap((mission): readonly MissionSharing[] => {
    const fields = { kind: values[`kind-${mission}`] ?? [], words: values[`words-${mission}`] ?? [] };
    const read = parseValues(fields, part);
    if (!read.ok) {
      for (const [field, error] of Object.entries(read.faults)) faults[`${field}-${mission}`] = error;
      return [];
    }
    const { kind = 'mission', words } = read.value;
    if (kind === 'mission' && words !== undefined) faults[`kind-${mission}`] = 'nothing-chosen';
    if (kind === 'mission') return [];
    if (words === undefined) faults[`words-${mission}`] = 'required';
    return [{ mission, kind, words: words ?? '' }];
  });
  if (Object.keys(faults).length > 0) return { ok: false, faults, values };
  return { ok: true, value: sharing, values };
}

function toValues(engagement: Engagement): FormValues {
  return Object.fromEntries(
    sharingOf(engagement).flatMap(({ mission, kind, words }) => [
      [`kind-${mission}`, [kind]],
      [`words-${mission}`, [words]],
    ]),
  );
}

async function renderSharing(request: PageRequest) {
  const { services, uai, param, wording } = request;
  const t = request.t.sharing;
  const school = await services.readSchool(uai);
  const engagement = school.engagements.find(({ reference }) => reference === param('reference'));
  const person = school.people.find(({ id }) => id === engagement?.personId);
  if (!engagement || !person) throw new DomainError('not-found');
  const { reference, missions, period } = engagement;
  const form = formOver(toValues(engagement), request.sent);
  const labels = Object.fromEntries(
    missions.flatMap((code) => [
      [`kind-${code}`, t.howOf(code)],
      [`words-${code}`, t.wordsOf(code)],
    ]),
  );
  return (
    <SchoolLayout school={placeOf(request.c, school)} page="overview" title={t.title} description={t.lede}>
      <Rejection form={form} />
      <p class="lede">
        {fullName(person)}, {periodAsText(period, wording)}
      </p>
      <Form
        action={`/school/${uai}/engagements/${encodeURIComponent(reference)}/sharing`}
        form={form}
        labels={labels}
        aside={
          <>
            <p>{t.lede}</p>
            <p class="note">{t.note}</p>
          </>
        }
      >
        {missions.map((code) => (
          <MissionFields
            code={code}
            label={missionAsText(code, wording)}
            organisation={organisationAsText(code, wording)}
          />
        ))}
        <div class="actions stays">
          <Submit>{t.save}</Submit>
          <a href={`/school/${uai}/people/${person.id}`}>{t.back}</a>
        </div>
      </Form>
    </SchoolLayout>
  );
}

function MissionFields({
  code,
  label,
  organisation,
}: {
  code: string;
  label: string;
  /** The proposal of the reference text. */
  organisation: string | undefined;
}) {
  const t = usePageContext().t.sharing;
  const kinds = KINDS.map((value) => ({ value, label: t.kinds[value] }));
  return (
    <fieldset class="choices">
      <legend>{label}</legend>
      {organisation && <small>{t.proposed(organisation)}</small>}
      <div class="field-row">
        <SelectField name={`kind-${code}`} label={t.how} choices={kinds} />
        <TextField name={`words-${code}`} label={t.words} maxlength={SHARING_LENGTH} optional />
      </div>
    </fieldset>
  );
}
