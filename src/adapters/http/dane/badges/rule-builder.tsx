import type { Child } from 'hono/jsx';
import { ruleBasis } from '../../../../catalogue/rule-basis.ts';
import type { AchievementDefinition, Criteria } from '../../../../domain/criteria/definition.ts';
import type { CriteriaError } from '../../../../domain/criteria/error.ts';
import type { RuleBasis } from '../../../../domain/criteria/first-rule.ts';
import type { Rule } from '../../../../domain/criteria/rule.ts';
import { fieldsOf } from '../../../../domain/criteria/rule-fields.ts';
import { ruleKind } from '../../../../domain/criteria/rule-kind.ts';
import {
  additionsTo,
  allSeats,
  editsAt,
  REQUIREMENTS,
  type RuleAct,
  type RuleSeat,
  seatsIn,
  seatsOf,
} from '../../../../domain/criteria/rule-positions.ts';
import type { MissionFramework } from '../../../../domain/engagement/mission.ts';
import { inLanguage } from '../../../../domain/engagement/mission.ts';
import { typographic } from '../../../../texts/grammar.ts';
import { Submit } from '../../forms/elements.tsx';
import { type PageContext, usePageContext } from '../../layout/page-context.ts';
import { TEXTS } from '../../view-models/public-texts.ts';
import { EDIT, editText, fieldName, SAVE_DRAFT } from './read-requirements.ts';
import { fieldLabel, RuleFields } from './rule-inputs.tsx';

export interface RuleBuilderProps {
  readonly definition: AchievementDefinition;
  /** The version whose other badges a rule may name. */
  readonly criteria: Criteria;
  readonly framework: MissionFramework;
  /** Their places are in the badge (`badgeErrors`). */
  readonly faults: readonly CriteriaError[];
}

type BuilderTexts = PageContext['t']['dane']['ruleBuilder'];

interface Builder extends RuleBuilderProps {
  readonly basis: RuleBasis;
  readonly t: BuilderTexts;
}

/** The requirements of a badge as fields and buttons of the form around them, whose values are
 *  `requirementValues` at first. Its first button keeps what was typed, so that the Enter key does. An act waits
 *  for no other field to be complete. */
export function RuleBuilder(props: RuleBuilderProps) {
  const t = usePageContext().t.dane.ruleBuilder;
  const { definition, criteria, framework } = props;
  const { requirements } = definition;
  const builder: Builder = { ...props, t, basis: ruleBasis(definition, { criteria, framework }) };
  const additions = additionsTo(requirements, builder.basis);
  const seats = seatsOf(requirements);
  return (
    <section class="rules" id={REQUIREMENTS} tabindex={-1}>
      <h2>{t.title}</h2>
      <p>{t.lede}</p>
      <Submit name={EDIT} value={SAVE_DRAFT} class="secondary" unfinished>
        {t.keep}
      </Submit>
      <Faults at={REQUIREMENTS} inner={seats} {...builder} />
      <ol class="rule-parts">
        {seats.map((seat) => (
          <RuleAt seat={seat} rank={String(seat.index + 1)} builder={builder} />
        ))}
      </ol>
      {additions.length > 0 && (
        <Choices title={t.add}>
          {additions.map((action) => (
            <EditButton act={action}>{ruleActionText(action, t)}</EditButton>
          ))}
        </Choices>
      )}
    </section>
  );
}

/** The labels of all fields, for the summary of faults above the form. */
export function ruleLabels(
  { requirements }: Pick<AchievementDefinition, 'requirements'>,
  { dane: { ruleBuilder: t } }: PageContext['t'],
): Readonly<Record<string, string>> {
  const entries = allSeats(requirements).flatMap((seat) =>
    fieldsOf(seat.rule).map((field) => [
      fieldName(seat, field),
      t.fieldOf(titleOf(seat.rule, t), fieldLabel(field, t)),
    ]),
  );
  return Object.fromEntries(entries);
}

function titleOf(rule: Rule, t: BuilderTexts): string {
  if ('of' in rule) return t.atLeast(rule.atLeast);
  return 'someWindow' in rule ? t.window(rule.someWindow.years) : t.kinds[ruleKind(rule)];
}

interface RuleAtProps {
  readonly seat: RuleSeat;
  /** « 1.2 »: the second rule inside the first requirement. */
  readonly rank: string;
  readonly builder: Builder;
}

function RuleAt({ seat, rank, builder }: RuleAtProps) {
  const { t, definition, framework, criteria, basis } = builder;
  const inner = seatsIn(seat);
  return (
    <li>
      <fieldset class="rule" id={seat.pointer} tabindex={-1}>
        <legend>
          <span class="code">{rank}</span> {titleOf(seat.rule, t)}
        </legend>
        <Faults at={homeOf(seat)} inner={inner} {...builder} />
        {seat.depth === 1 && <ReadAs rule={seat.rule} {...builder} />}
        <RuleFields seat={seat} {...{ definition, framework, criteria, choices: basis.choices }} />
        {inner.length > 0 && (
          <ol class="rule-parts">
            {inner.map((one) => (
              <RuleAt seat={one} rank={`${rank}.${one.index + 1}`} builder={builder} />
            ))}
          </ol>
        )}
        <RuleActions {...{ seat, rank, builder }} />
      </fieldset>
    </li>
  );
}

/** The faults of one place, without those of the rules inside it. A requirement's name stands with its rule, and
 *  a fault of the whole badge above all. */
function Faults({ faults, at, inner, t }: Builder & { at: string; inner: readonly RuleSeat[] }) {
  const isIn = (path: string, place: string) => `${path || REQUIREMENTS}/`.startsWith(`${place}/`);
  const own = faults.filter(({ path }) => isIn(path, at) && !inner.some((one) => isIn(path, homeOf(one))));
  return (
    <>
      {own.map(({ reason }) => (
        <p class="fault">{t.fault(reason)}</p>
      ))}
    </>
  );
}

const homeOf = ({ pointer, depth, index }: RuleSeat): string =>
  depth === 1 ? `${REQUIREMENTS}/${index}` : pointer;

/** The sentence of a requirement as people read it, in both languages. */
function ReadAs({ rule, criteria, framework, t }: Builder & { rule: Rule }) {
  const texts = (locale: 'fr' | 'en') => {
    const achievementName = (code: string) =>
      inLanguage(criteria.achievements.find((one) => one.code === code)?.name, locale) ?? code;
    const context = { framework, achievementName, onScreen: true };
    return typographic(TEXTS[locale].criteria.requirement(rule, context));
  };
  return (
    <dl class="rule-words" aria-label={t.readAs}>
      <dt>{t.french}</dt>
      <dd lang="fr">{texts('fr')}</dd>
      <dt>{t.english}</dt>
      <dd lang="en">{texts('en')}</dd>
    </dl>
  );
}

/** The acts that a place offers: those on the rule itself, what can be added to it, and what it can become. */
function RuleActions({ seat, rank, builder: { definition, basis, t } }: RuleAtProps) {
  const actions = editsAt(seat, definition.requirements, basis);
  const of = (...kinds: readonly RuleAct['kind'][]) => actions.filter(({ kind }) => kinds.includes(kind));
  const buttons = (some: readonly RuleAct[]) =>
    some.map((action) => (
      <EditButton act={action} label={labelOfAction(action, rank, t)}>
        {ruleActionText(action, t)}
      </EditButton>
    ));
  const [regroup, wrap] = [of('regroup'), of('wrap')];
  return (
    <div class="rule-acts">
      {buttons(of('up', 'down', 'unwrap', 'remove'))}
      {of('add').length > 0 && (
        <Choices title={t.add} rank={rank}>
          {buttons(of('add'))}
        </Choices>
      )}
      {regroup.length + wrap.length > 0 && (
        <Choices title={t.change} rank={rank}>
          {regroup.length > 0 && <p>{t.regroup}</p>}
          {buttons(regroup)}
          {wrap.length > 0 && <p>{t.wrap}</p>}
          {buttons(wrap)}
        </Choices>
      )}
    </div>
  );
}

/** Buttons in a fold. */
function Choices({ title, rank, children }: { title: string; rank?: string; children: Child }) {
  return (
    <details class="rule-choices">
      <summary>
        {title}
        {rank && <span class="visually-hidden"> ({rank})</span>}
      </summary>
      <div class="rule-acts">{children}</div>
    </details>
  );
}

function EditButton({ act, label, children }: { act: RuleAct; label?: string; children: Child }) {
  return (
    <Submit name={EDIT} value={editText(act)} class="secondary" unfinished {...(label && { label })}>
      {children}
    </Submit>
  );
}

const ruleActionText = (action: RuleAct, t: BuilderTexts): string =>
  'what' in action ? t.kinds[action.what] : t.acts[action.kind];

const labelOfAction = (action: RuleAct, rank: string, t: BuilderTexts): string =>
  (action.kind === 'add' ? t.addTo : t.actOn)(ruleActionText(action, t), rank);
