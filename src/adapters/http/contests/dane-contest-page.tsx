import { CONTEST_OUTCOMES } from '../../../domain/engagement/contest.ts';
import {
  type Choice,
  ChoiceGroup,
  DateField,
  FaultSummary,
  type FormState,
  TextArea,
} from '../pages/fields.tsx';
import { inLanguage } from '../pages/in-language.ts';
import { Layout } from '../pages/layout.tsx';
import type { PageFrame } from '../pages/page-frame.ts';
import { ContestStory, ContestTable } from './contest-story.tsx';
import type { ContestLine, ContestView } from './contest-view.ts';

export const REASON_LENGTH = 4000;

interface DaneContestsProps {
  readonly frame: PageFrame;
  readonly lines: readonly ContestLine[];
  readonly open: boolean;
  /** Where the next page begins. */
  readonly next?: string;
}

/** `/dane/contests`: those that wait; with `?over`, those that are over. */
export function DaneContestsPage({ frame, lines, open, next }: DaneContestsProps) {
  const t = frame.t.contests;
  const over = open ? '' : 'over=1&';
  return (
    <Layout frame={frame} title={t.listTitle.dane} description={t.listLede.dane}>
      <h1>{t.listTitle.dane}</h1>
      <p class="lede">{t.listLede.dane}</p>
      <h2>{open ? t.open : t.over}</h2>
      {lines.length === 0 ? (
        <p>{open ? t.none.dane : frame.t.forms.nothing}</p>
      ) : (
        <ContestTable frame={frame} base="/dane/contests" lines={lines} />
      )}
      <p class="actions">
        {next && (
          <a href={inLanguage(frame, `/dane/contests?${over}after=${encodeURIComponent(next)}`)}>
            {frame.t.forms.next}
          </a>
        )}
        <a href={inLanguage(frame, open ? '/dane/contests?over=1' : '/dane/contests')}>
          {open ? t.showOver : t.showOpen}
        </a>
      </p>
    </Layout>
  );
}

interface DaneContestProps {
  readonly frame: PageFrame;
  readonly view: ContestView;
  readonly form: FormState;
  readonly missions: readonly Choice[];
  readonly roles: readonly Choice[];
  /** Badges that stand, by their credential's id. */
  readonly awards: readonly { readonly id: string; readonly words: string }[];
  /** Whoever looks may decide: nobody decides on their own engagement. */
  readonly mayDecide: boolean;
  readonly refusal?: string;
}

/** `/dane/contests/{id}`: both sides, then the decision. */
export function DaneContestPage(props: DaneContestProps) {
  const { frame, view, awards, mayDecide, refusal } = props;
  const t = frame.t.contests;
  const title = t.title(view.name);
  return (
    <Layout frame={frame} title={title} description={t.parties}>
      <h1>{title}</h1>
      {refusal && (
        <div class="notice notice-error" role="alert">
          <p>{refusal}</p>
        </div>
      )}
      <ContestStory frame={frame} view={view} />
      {awards.length > 0 && (
        <>
          <h2>{t.badges}</h2>
          <p>{t.badgesText}</p>
          <ul>
            {awards.map(({ id, words }) => (
              <li>
                <a href={inLanguage(frame, `/dane/credentials/${id}/revocation`)}>{words}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {view.open && mayDecide && <DecisionForm {...props} />}
    </Layout>
  );
}

function DecisionForm({ frame, view, form, missions, roles }: DaneContestProps) {
  const t = frame.t.contests;
  const outcomes = CONTEST_OUTCOMES.map((value) => ({
    value,
    label: t.form[value],
    text: t.form[`${value}Text`],
  }));
  return (
    <>
      <h2>{t.decideTitle}</h2>
      <FaultSummary frame={frame} form={form} labels={t.form} />
      <p>{t.decideLede}</p>
      {view.stage === 'awaits-answer' && <p class="notice">{t.decideWithoutAnswer}</p>}
      <form method="post" class="form" action={inLanguage(frame, `/dane/contests/${view.id}`)}>
        <ChoiceGroup
          frame={frame}
          form={form}
          kind="radio"
          name="outcome"
          label={t.form.outcome}
          choices={outcomes}
        />
        <TextArea
          frame={frame}
          form={form}
          name="reason"
          label={t.form.reason}
          rows={6}
          maxlength={REASON_LENGTH}
        />
        <h3>{t.form.part}</h3>
        <p class="note">{t.form.partHelp}</p>
        <div class="field-row">
          <DateField frame={frame} form={form} name="from" label={t.form.from} optional />
          <DateField frame={frame} form={form} name="to" label={t.form.to} help={t.form.toHelp} optional />
        </div>
        <ChoiceGroup
          frame={frame}
          form={form}
          kind="checkbox"
          name="missions"
          label={t.form.missions}
          choices={missions}
        />
        {roles.length > 0 && (
          <ChoiceGroup
            frame={frame}
            form={form}
            kind="checkbox"
            name="roles"
            label={t.form.roles}
            choices={roles}
          />
        )}
        <button type="submit">{t.form.submit}</button>
      </form>
    </>
  );
}
