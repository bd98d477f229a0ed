import { type Role, SINGLE_ROLES } from '../../../domain/engagement/mission.ts';
import { earliestTaking, type RoleSettlement } from '../../../domain/engagement/resolve-role-conflict.ts';
import { findConflicts, type RoleConflict } from '../../../domain/engagement/role-conflict.ts';
import { fullName } from '../../../domain/person/name.ts';
import { type Engagement, isCountable, type Person } from '../../../domain/records.ts';
import type { LocalDate } from '../../../domain/time/calendar.ts';
import { periodAsText } from '../engagements/descriptions.ts';
import { FormContext, useForm } from '../forms/context.ts';
import { ChoiceGroup, DateField } from '../forms/inputs.tsx';
import { type FieldErrors, optionalChoiceOf, optionalDate } from '../forms/schema.ts';
import { type PageContext, usePageContext } from '../layout/page-context.ts';
import type { TextContext } from '../view-models/text-context.ts';

/** One single role that other people hold, in words, until it is settled. */
export type RoleConflictView = ReturnType<typeof roleConflictViews>[number];

/** The roles of an engagement that prevent its confirmation, each with its holders. `isFixed` tells whether the
 *  viewer may not change this holder's engagement. */
export function roleConflictViews(
  engagement: Engagement,
  others: readonly Engagement[],
  {
    people,
    wording,
    isFixed = () => false,
  }: {
    readonly people: readonly Person[];
    readonly wording: TextContext;
    readonly isFixed?: (holder: Engagement) => boolean;
  },
) {
  const { t } = wording;
  const holders = others.filter(({ confirmation }) => isCountable(confirmation));
  const name = ({ personId }: Engagement) => {
    const person = people.find(({ id }) => id === personId);
    return person ? fullName(person) : '';
  };
  const byRole = Map.groupBy(findConflicts(engagement, holders), ({ role }) => role);
  return [...byRole].map(([role, conflicts]) => {
    const from = earliestTaking(conflicts) ?? engagement.period.from;
    return {
      role,
      label: t.records.roles[role],
      newcomer: name(engagement),
      /** Names of the holders. */
      holders: [...new Set(conflicts.map(({ holder }) => name(holder)))].join(', '),
      /** Each holder with the days of their engagement and the common days. */
      details: conflicts.map(({ holder, ...common }) =>
        t.school.decisions.settle.holder(
          name(holder),
          periodAsText(holder.period, wording),
          periodAsText(common, wording),
        ),
      ),
      /** The first day on which the newcomer may take the role. */
      from,
      fromWords: t.day(from),
      /** The DANE decided on a holder's engagement, and the viewer may not change that. */
      fixed: conflicts.some(({ holder }) => isFixed(holder)),
    };
  });
}

/** The role, its holder and the common days, in words. */
export function conflictAsTexts(
  { role, holder, from, to }: RoleConflict,
  { people }: { readonly people: readonly Person[] },
  textContext: TextContext,
): readonly [string, string, string] {
  const days = periodAsText({ from, ...(to && { to }) }, textContext);
  const person = people.find(({ id }) => id === holder.personId);
  return [textContext.t.records.roles[role], person ? fullName(person) : '', days];
}

const CHOICES = ['keep', 'take'] as const;

/** The fields of one single role: its future holder, and the first day. */
const choiceField = <Of extends Role>(role: Of) => `role-${role}` as const;
const dayField = <Of extends Role>(role: Of) => `from-${role}` as const;

/** The fields that a form needs in addition to settle single roles. */
export const roleFields = {
  'role-contact-dane': optionalChoiceOf(CHOICES),
  'from-contact-dane': optionalDate,
  'role-contact-collectivite': optionalChoiceOf(CHOICES),
  'from-contact-collectivite': optionalDate,
};

type SingleRole = 'contact-dane' | 'contact-collectivite';
type RoleValues = Partial<Record<`role-${SingleRole}`, (typeof CHOICES)[number] | undefined>> &
  Partial<Record<`from-${SingleRole}`, LocalDate | undefined>>;

/** The choice for each role; a role that is taken without a day is left out. */
export function toSettlements(values: RoleValues): readonly RoleSettlement[] {
  return singleRoles().flatMap((role): readonly RoleSettlement[] => {
    const [choice, from] = [values[choiceField(role)], values[dayField(role)]];
    if (choice === 'keep') return [{ kind: 'holder-keeps', role }];
    return choice === 'take' && from ? [{ kind: 'newcomer-takes', role, from }] : [];
  });
}

/** Faults of the roles that are taken without a day. */
export function missingDays(values: RoleValues): FieldErrors {
  const missing = singleRoles().filter(
    (role) => values[choiceField(role)] === 'take' && !values[dayField(role)],
  );
  return Object.fromEntries(missing.map((role) => [dayField(role), 'required' as const]));
}

function singleRoles(): readonly SingleRole[] {
  return SINGLE_ROLES as readonly SingleRole[];
}

/** Names of these fields, for the summary of faults. */
export function roleConflictLabels(
  { t }: Pick<PageContext, 't'>,
  conflicts: readonly RoleConflictView[],
): Readonly<Record<string, string>> {
  const texts = t.school.decisions.settle;
  return Object.fromEntries(
    conflicts.flatMap(({ role, label }) => [
      [choiceField(role), texts.choice(label)],
      [dayField(role), texts.from],
    ]),
  );
}

/** For each single role that two people want, a choice: the holder keeps it, or the newcomer takes it from a
 *  certain day. */
export function RoleConflictFields({ clashes }: { clashes: readonly RoleConflictView[] }) {
  return (
    <>
      {clashes.map((conflict) => (
        <RoleConflictNotice {...conflict} />
      ))}
    </>
  );
}

function RoleConflictNotice({
  role,
  label,
  holders,
  newcomer,
  details,
  from,
  fromWords,
  fixed,
}: RoleConflictView) {
  const form = useForm();
  const t = usePageContext().t.school.decisions.settle;
  const day = dayField(role);
  const filled = { ...form, values: { ...form.values, [day]: form.values[day] ?? [from] } };
  const keep = { value: 'keep', label: t.keep(holders), text: t.keepText };
  const take = { value: 'take', label: t.take(newcomer), text: t.takeText(holders) };
  return (
    <section class="notice role-clash">
      <p>
        <strong>{t.title(label)}</strong>
      </p>
      <ul>
        {details.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      <p>{fixed ? t.fixed : t.lede}</p>
      <FormContext.Provider value={filled}>
        <ChoiceGroup
          kind="radio"
          name={choiceField(role)}
          label={t.choice(label)}
          choices={fixed ? [keep] : [keep, take]}
        />
        {!fixed && <DateField name={day} label={t.from} help={t.fromHelp(fromWords)} optional />}
      </FormContext.Provider>
    </section>
  );
}
