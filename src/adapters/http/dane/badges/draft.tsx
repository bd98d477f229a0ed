import { ruleBasis } from '../../../../catalogue/rule-basis.ts';
import type { BadgeDraft } from '../../../../domain/criteria/badge-change.ts';
import type { AchievementDefinition } from '../../../../domain/criteria/definition.ts';
import type { CriteriaFault } from '../../../../domain/criteria/error.ts';
import { applyEdit } from '../../../../domain/criteria/rule-edit.ts';
import type { RuleAct } from '../../../../domain/criteria/rule-positions.ts';
import { DomainError } from '../../../../domain/errors.ts';
import type { PackFault } from '../../../../domain/settings/pack-error.ts';
import type { AppDeps } from '../../env.ts';
import { ActButton, Form, Submit } from '../../forms/elements.tsx';
import { FaultSummary, Refusal } from '../../forms/inputs.tsx';
import { noFields, type ParsedForm, readForm } from '../../forms/schema.ts';
import { afterDoing, formOver } from '../../forms/submission.ts';
import { useFrame } from '../../layout/page-context.ts';
import { pagesOf } from '../../routing/define-pages.tsx';
import type { Visit } from '../../routing/page-request.ts';
import { DaneLayout } from '../layout.tsx';
import { answerMissing } from '../missing-page.tsx';
import { DrawingFields, Previews, WordFields } from './fields.tsx';
import { badgeValues, readBadge } from './read-form.ts';
import { EDIT, placeOf, readEdit, readRequirements, requirementValues } from './read-requirements.ts';
import { RuleBuilder, ruleLabels } from './rule-builder.tsx';
import { criteriaWith, pathOf, readDraftOf } from './to-draft.ts';
import { drawBadgeTrial } from './trial.tsx';

const PATH = '/dane/badges/drafts/:id';

/** What the buttons ask besides keeping the fields; any other is an act of the rule builder. */
const ASKS = ['save', 'try', 'review'] as const;

interface Said {
  readonly badge: AchievementDefinition;
  readonly ask?: (typeof ASKS)[number] | undefined;
  readonly act?: RuleAct | undefined;
}

/** `/dane/badges/drafts/{id}`: the words, the drawing and the rule of a badge in one form, whose every button keeps
 *  them all. */
export const badgeDraftPages = (deps: AppDeps) =>
  pagesOf(deps, 'dane')
    .page(PATH, 'adopt-criteria', drawDraft)
    .form(PATH, 'adopt-criteria', {
      page: drawDraft,
      schema: readSaid,
      act: keep,
      refusals: { 'rule-place-gone': 409, 'rule-edit-refused': 409 },
    })
    .form(`${PATH}/end`, 'adopt-criteria', {
      schema: noFields,
      act: async (visit) => {
        await visit.services.dropBadge(namedIn(visit));
      },
      done: 'badge-draft-dropped',
      back: '/dane/badges',
    });

const namedIn = ({ param, seen, me }: Visit) => ({ id: param('id'), revision: Number(seen), actor: me });

async function readSaid(visit: Visit): Promise<ParsedForm<Said>> {
  const values = await readForm(visit.c);
  const draft = await readDraftOf(visit);
  if (!draft) throw new DomainError('not-found');
  const { badge: before, replaces } = draft;
  const said = await readBadge(visit, values, { before, isPublished: replaces !== undefined });
  const asked = readRequirements(values, before.requirements, basisOf(visit, draft));
  const faults = { ...said.faults, ...asked.faults };
  if (Object.keys(faults).length > 0) return { ok: false, values, faults };
  const badge = { ...said.badge, requirements: asked.requirements };
  const ask = ASKS.find((one) => one === values[EDIT]?.[0]);
  return { ok: true, values, value: { badge, ask, act: ask ? undefined : readEdit(values) } };
}

const basisOf = (visit: Visit, draft: Pick<BadgeDraft, 'badge'>) =>
  ruleBasis(draft.badge, {
    criteria: criteriaWith(visit, draft),
    framework: visit.ports.catalogue.framework,
  });

async function keep(visit: Visit, said: Said) {
  const { ask, act } = said;
  const named = namedIn(visit);
  const path = pathOf(named);
  const edited = act && applyEdit(said.badge.requirements, act, basisOf(visit, said));
  const badge = edited ? { ...said.badge, requirements: edited.requirements } : said.badge;
  await visit.services.keepBadge({ ...named, badge });
  if (edited) return `${path}${placeOf(edited)}`;
  return ask === 'try' || ask === 'review' ? goOn(visit, ask) : afterDoing('badge-draft-kept', path);
}

/** What follows where nothing is missing; else the page says what is. */
async function goOn(visit: Visit, ask: 'try' | 'review'): Promise<string> {
  const draft = await readDraftOf(visit);
  if (!draft) return '/dane/badges';
  const path = pathOf(draft);
  if (visit.services.checkBadge(draft).length > 0) return `${path}#missing`;
  if (ask === 'review') return `${path}/adoption`;
  const { id } = await visit.services.tryBadge(draft, visit.me);
  // A small office has its answer with this page.
  await visit.services.advanceJob(id);
  return `${path}#trial`;
}

async function drawDraft(visit: Visit) {
  const draft = await readDraftOf(visit);
  if (!draft) return answerMissing(visit.c, visit.deps, 'criteria');
  const t = visit.t.dane.badges;
  const { badge, replaces, revision } = draft;
  const name = badge.name[visit.wording.locale] || t.unnamed;
  const missing = visit.services.checkBadge(draft);
  const values = { ...badgeValues(badge), ...requirementValues(badge.requirements) };
  const form = formOver(values, visit.sent);
  const labels = { ...t.draft.fields, ...ruleLabels(badge, visit.t) };
  return (
    <DaneLayout
      section="badges"
      title={replaces ? t.draft.changeTitle(name) : badge.name.fr || t.draft.newTitle}
    >
      <Refusal form={form} />
      <FaultSummary form={form} labels={labels} />
      <Missing missing={missing} isFresh={revision === 1 && !replaces} />
      <Form
        action={pathOf(draft)}
        form={form}
        labels={labels}
        summary={false}
        seen={String(revision)}
        takesFile
        class="form badge-form"
      >
        <div class="badge-form-main">
          <WordFields isPublished={replaces !== undefined} />
          <DrawingFields ports={visit.ports} />
          <RuleBuilder
            definition={badge}
            criteria={criteriaWith(visit, draft)}
            framework={visit.ports.catalogue.framework}
            faults={missing.filter(isOfCriteria)}
          />
          <div class="actions">
            <Submit name="edit" value="save" class="secondary" unfinished>
              {t.draft.save}
            </Submit>
            <Submit name="edit" value="try" class="secondary" unfinished>
              {t.draft.tryIt}
            </Submit>
            <Submit name="edit" value="review" unfinished>
              {t.draft.review}
            </Submit>
          </div>
        </div>
        <div class="badge-form-beside">
          {await drawBadgeTrial(visit, draft)}
          <Previews draft={draft} ports={visit.ports} />
        </div>
      </Form>
      <Drop draft={draft} />
    </DaneLayout>
  );
}

/** The faults that the rule builder shows at their places. */
const isOfCriteria = (fault: PackFault): fault is PackFault & CriteriaFault =>
  fault.path.startsWith('/requirements/');

/** What is still missing before the badge can be adopted, each with the way to its field. A draft that has just
 *  begun from nothing lacks everything, which needs no words. */
function Missing({ missing, isFresh }: { missing: readonly PackFault[]; isFresh: boolean }) {
  const { t: texts } = useFrame();
  const t = texts.dane.badges.draft;
  if (isFresh) return null;
  if (missing.length === 0) return <p class="notice">{t.ready}</p>;
  const fields: Readonly<Record<string, string>> = t.fields;
  const labelOf = (path: string) =>
    fields[path] ??
    (path.startsWith('/requirements') ? t.rule : path.startsWith('/drawing') ? t.drawing : path);
  return (
    <section class="notice" id="missing">
      <h2>{t.missing}</h2>
      <ul>
        {missing.map(({ path, reason, value }) => (
          <li>
            <a href={`#${path}`}>{labelOf(path)}</a> : {texts.dane.badges.faultWords(reason, value)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Drop({ draft }: { draft: BadgeDraft }) {
  const t = useFrame().t.dane.badges.draft;
  return (
    <ActButton action={`${pathOf(draft)}/end`} hidden={{ seen: String(draft.revision) }} class="secondary">
      {t.drop}
    </ActButton>
  );
}
