import { CONTEST_OUTCOMES } from '../../../../domain/contest/contest.ts';
import { ContestList, type ContestListProps } from '../../contests/contest-list.tsx';
import { ContestStory } from '../../contests/contest-story.tsx';
import type { ContestView } from '../../contests/contest-view.ts';
import { RoleClashFields, roleClashLabels } from '../../school/confirmations/role-clash-fields.tsx';
import type { RoleClashView } from '../../school/confirmations/role-clash-view.ts';
import { type Choice, ChoiceGroup, DateField, FaultSummary, Refusal, TextArea } from '../../shell/fields.tsx';
import { Form } from '../../shell/form-parts.tsx';
import { TypedBefore } from '../../shell/typed-before.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

export const REASON_LENGTH = 4000;

type DaneContestsProps = Pick<ContestListProps, 'lines' | 'open' | 'next'>;

/** `/dane/contests`: contests that wait or, with `?over`, those that are over. */
export function DaneContestsPage({ ...list }: DaneContestsProps) {
  const t = useFrame().t.contests;
  return (
    <DaneLayout section="contests" title={t.listTitle.dane}>
      <p class="lede">{t.listLede.dane}</p>
      <ContestList base="/dane/contests" none={t.none.dane} {...list} />
    </DaneLayout>
  );
}

interface DaneContestProps {
  readonly view: ContestView;
  readonly form: FormState;
  readonly missions: readonly Choice[];
  readonly roles: readonly Choice[];
  /** Single roles of the segment that other people hold. */
  readonly clashes: readonly RoleClashView[];
  /** Valid badges of the teacher, by their credential's id. */
  readonly awards: readonly { readonly id: string; readonly words: string }[];
  /** Whether the agent may decide: people may not decide on their own engagement. */
  readonly mayDecide: boolean;
}

/** `/dane/contests/{id}`: both sides, then the decision. */
export function DaneContestPage(props: DaneContestProps) {
  const frame = useFrame();
  const { view, form, awards, mayDecide } = props;
  const t = frame.t.contests;
  const title = view.title;
  return (
    <DaneLayout section="contests" title={title}>
      <Refusal form={form} />
      <ContestStory view={view} />
      {awards.length > 0 && (
        <>
          <h2>{t.badges}</h2>
          <p>{t.badgesText}</p>
          <ul>
            {awards.map(({ id, words }) => (
              <li>
                <a href={`/dane/credentials/${id}/revocation`}>{words}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {view.open && mayDecide ? (
        <DecisionForm {...props} />
      ) : (
        <TypedBefore form={form} labels={{ reason: t.form.reason }} />
      )}
    </DaneLayout>
  );
}

function DecisionForm(props: DaneContestProps) {
  const frame = useFrame();
  const { view, form, clashes } = props;
  const t = frame.t.contests;
  const outcomes = CONTEST_OUTCOMES.map((value) => ({
    value,
    label: t.form[value],
    text: t.form[`${value}Text`],
  }));
  return (
    <>
      <h2>{t.decideTitle}</h2>
      <FaultSummary form={form} labels={{ ...t.form, ...roleClashLabels(frame, clashes) }} />
      <p>{t.decideLede}</p>
      {view.stage === 'awaits-answer' && <p class="notice">{t.decideWithoutAnswer}</p>}
      <Form action={`/dane/contests/${view.id}`} form={form} submit={t.form.submit}>
        <ChoiceGroup kind="radio" name="outcome" label={t.form.outcome} choices={outcomes} />
        <TextArea name="reason" label={t.form.reason} rows={6} maxlength={REASON_LENGTH} />
        <RoleClashFields clashes={clashes} />
        <Part {...props} />
      </Form>
    </>
  );
}

/** The days, missions and roles that a partial decision confirms. */
function Part({ missions, roles }: DaneContestProps) {
  const t = useFrame().t.contests;
  return (
    <>
      <h3>{t.form.part}</h3>
      <p class="note">{t.form.partHelp}</p>
      <div class="field-row">
        <DateField name="from" label={t.form.from} optional />
        <DateField name="to" label={t.form.to} help={t.form.toHelp} optional />
      </div>
      <ChoiceGroup kind="checkbox" name="missions" label={t.form.missions} choices={missions} />
      {roles.length > 0 && <ChoiceGroup kind="checkbox" name="roles" label={t.form.roles} choices={roles} />}
    </>
  );
}
