import type { SchoolInYear } from '../../../application/school/read-year.ts';
import { toSeen } from '../../../domain/engagement/fields.ts';
import { isToRenew } from '../../../domain/engagement/renewal.ts';
import { findConflicts } from '../../../domain/engagement/role-conflict.ts';
import { fullName } from '../../../domain/person/name.ts';
import type { Engagement } from '../../../domain/records.ts';
import { schoolYearOf } from '../../../domain/time/school-year.ts';
import { isSettled } from '../../../features/contests/feature.ts';
import { CardTable } from '../components/card-table.tsx';
import { describeEngagement } from '../engagements/descriptions.ts';
import { detailColumns, MissionDetails } from '../engagements/facts.tsx';
import { CheckboxField } from '../forms/checkbox.tsx';
import { Form, Submit } from '../forms/elements.tsx';
import { usePageContext } from '../layout/page-context.ts';
import type { PageRequest } from '../routing/page-request.ts';
import type { SchoolPlace } from '../school/layout.tsx';
import { waitedDays } from '../school/waiting.tsx';
import type { TextContext } from '../view-models/text-context.ts';
import { conflictAsTexts, roleConflictViews } from './conflict-fields.tsx';

/** A request with everything that a principal must see before deciding. */
export type Request = ReturnType<typeof requestView>;

export function requestView(
  engagement: Engagement,
  school: SchoolInYear,
  { me, wording }: Pick<PageRequest, 'me' | 'wording'>,
) {
  const texts = wording.t.school.decisions;
  // A contested engagement holds no role.
  const conflicts = findConflicts(engagement, school.engagements).filter(
    ({ holder }) => holder.confirmation !== 'contested',
  );
  const rivals = conflicts.filter(({ holder }) => holder.confirmation === 'requested');
  const missing = missingAuthorisations(engagement, school, wording);
  const since = school.waitsSince.get(engagement.reference);
  const own = engagement.personId === me;
  return {
    ...describeRequestedEngagement(engagement, school, wording),
    ...(since && { age: texts.age(waitedDays(since, school.today)) }),
    warnings: [
      ...rivals.map((conflict) => texts.rival(...conflictAsTexts(conflict, school, wording))),
      ...(missing.length > 0 ? [texts.unauthorised(missing.join(', '))] : []),
    ],
    /** Single roles that another person holds: they are settled with the decision. */
    clashes: roleConflictViews(engagement, school.engagements, {
      people: school.people,
      wording,
      isFixed: ({ reference }) => isSettled(reference, school.contests),
    }),
    own,
    /** Whether nothing prevents its confirmation: its box is then ticked. */
    clear: !own && conflicts.length === 0,
    /** The state that the principal saw; the decision sends it back. */
    seen: toSeen(engagement),
  };
}

export function describeRequestedEngagement(
  engagement: Engagement,
  school: SchoolInYear,
  textContext: TextContext,
) {
  const person = school.people.find(({ id }) => id === engagement.personId);
  const people = { name: person ? fullName(person) : '', confirmers: school.confirmers };
  return describeEngagement(engagement, people, textContext);
}

/** The requests of all years, oldest first. */
export function requestsOf(school: SchoolInYear, pageRequest: PageRequest): readonly Request[] {
  const since = ({ reference }: Engagement) => school.waitsSince.get(reference) ?? '9999';
  return school.engagements
    .filter(({ confirmation }) => confirmation === 'requested')
    .toSorted((a, b) => since(a).localeCompare(since(b)))
    .map((engagement) => requestView(engagement, school, pageRequest));
}

/** The engagements that are to be renewed in the current school year, in the order of their references. */
export function renewalsOf(school: SchoolInYear, pageRequest: PageRequest): readonly Request[] {
  const year = schoolYearOf(pageRequest.today);
  const { confirmedOn: stated } = pageRequest.t.school.decisions.renewals;
  return school.engagements
    .filter((one) => isToRenew(one, year))
    .map((engagement) => {
      const request = requestView(engagement, school, pageRequest);
      const confirmed = stated(engagement.confirmedOn && pageRequest.t.day(engagement.confirmedOn));
      return { ...request, warnings: [confirmed, ...request.warnings] };
    });
}

/** Codes of the conditional missions without any authorisation. */
function missingAuthorisations(
  engagement: Engagement,
  { authorisations }: SchoolInYear,
  { framework }: TextContext,
): readonly string[] {
  const { from, to } = engagement.period;
  const isAllowed = (code: string) =>
    authorisations.some(
      ({ mission, period }) =>
        mission === code && (!to || period.from <= to) && (!period.to || period.to >= from),
    );
  return engagement.missions.filter((code) => framework.missions.get(code)?.conditional && !isAllowed(code));
}

/** The requests, or the engagements to renew, one row each. The clear ones are ticked, and one button, always
 *  visible, confirms them together. Every other decision has its link. */
export function Requests({
  place,
  requests,
  renewed = false,
}: {
  place: SchoolPlace;
  requests: readonly Request[];
  renewed?: boolean;
}) {
  const t = usePageContext().t.school.decisions;
  const base = `/school/${place.uai}/confirmations`;
  const clear = requests.filter((one) => one.clear).length;
  const canConfirm = place.mayKeep && clear > 0;
  return (
    <Form action={base} class="dense-rows" counted>
      {canConfirm && !renewed && <p class="note">{t.confirmChosenText}</p>}
      <CardTable
        caption={renewed ? t.renewals.title : t.toDecide}
        rows={requests}
        columns={[
          canConfirm && {
            heading: renewed ? t.renewals.column : t.confirmColumn,
            cell: (one) => <Confirmed {...one} renewed={renewed} />,
          },
          { heading: t.person, cell: ({ name }) => name, names: true },
          { heading: t.period, cell: ({ period }) => period, class: () => 'nowrap' },
          { heading: t.missions, cell: (one) => <MissionDetails segment={one} /> },
          ...detailColumns(requests),
          { heading: t.toSee, cell: (one) => <ToSee {...one} /> },
          place.mayKeep && {
            heading: t.otherwise,
            cell: (one) => (renewed ? <End {...place} {...one} /> : <Otherwise base={base} {...one} />),
            label: false,
            class: () => 'nowrap',
          },
        ]}
      />
      {canConfirm && (
        <div class="actions stays">
          <Submit>{renewed ? t.renewals.submit : t.confirmChosen}</Submit>
          <output class="note" data-count={JSON.stringify(t.ticked(clear))} hidden />
        </div>
      )}
    </Form>
  );
}

/** A box, where nothing prevents the confirmation. It sends the engagement's state as shown. */
function Confirmed(props: Request & { renewed: boolean }) {
  const { seen, clear, reference, name, period, renewed } = props;
  const t = usePageContext().t.school.decisions;
  const label = (renewed ? t.renewals : t).chooseOne(`${name}, ${period}`);
  return (
    <>
      <input type="hidden" name="seen" value={seen} />
      {clear ? (
        <CheckboxField name="reference" value={reference} checked counts label={label} />
      ) : (
        <span class="note">{t.apart}</span>
      )}
    </>
  );
}

/** The obstacles to a confirmation, the warnings, and the time since the request. */
function ToSee({ own, age, clashes, warnings }: Request) {
  const t = usePageContext().t.school.decisions;
  const stated = [
    ...clashes.map(({ label, details }) => `${t.clash(label)} ${details.join(' ')}`),
    ...warnings,
    ...(own ? [t.own] : []),
    ...(age ? [age] : []),
  ];
  if (stated.length === 0) return <>–</>;
  return (
    <ul class="plain to-see">
      {stated.map((texts) => (
        <li>{texts}</li>
      ))}
    </ul>
  );
}

/** The way to say the last day of an engagement that does not go on. */
function End({ uai, own, reference, name, period }: Request & Pick<SchoolPlace, 'uai'>) {
  const t = usePageContext().t.school.decisions;
  if (own) return <>–</>;
  return (
    <a
      href={`/school/${uai}/engagements/${encodeURIComponent(reference)}/end`}
      aria-label={t.oneOf(t.renewals.end, `${name}, ${period}`)}
    >
      {t.renewals.end}
    </a>
  );
}

function Otherwise({ base, own, reference, name, period, clashes }: Request & { base: string }) {
  const t = usePageContext().t.school.decisions;
  if (own) return <>–</>;
  const act = clashes.length > 0 ? t.settleOne : t.one;
  return (
    <a href={`${base}/${encodeURIComponent(reference)}`} aria-label={t.oneOf(act, `${name}, ${period}`)}>
      {act}
    </a>
  );
}
