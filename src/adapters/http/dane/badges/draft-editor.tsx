import { ruleBasis } from '../../../../catalogue/rule-basis.ts';
import type { BadgeDraft } from '../../../../domain/criteria/badge-change.ts';
import type { AchievementDefinition } from '../../../../domain/criteria/definition.ts';
import type { CriteriaError } from '../../../../domain/criteria/error.ts';
import { applyEdit } from '../../../../domain/criteria/rule-edit.ts';
import type { RuleAct } from '../../../../domain/criteria/rule-positions.ts';
import { inLanguage } from '../../../../domain/engagement/mission.ts';
import { DomainError } from '../../../../domain/errors.ts';
import type { PackError } from '../../../../domain/settings/pack-error.ts';
import type { AppDeps } from '../../env.ts';
import { ActionButton, Form, Submit } from '../../forms/elements.tsx';
import { ErrorSummary, Rejection } from '../../forms/inputs.tsx';
import { noFields, type ParsedForm, readForm } from '../../forms/schema.ts';
import { afterDoing, formOver } from '../../forms/submission.ts';
import { usePageContext } from '../../layout/page-context.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { DaneLayout } from '../layout.tsx';
import { answerMissing } from '../missing-page.tsx';
import { DrawingFields, Previews, TextFields } from './editor-fields.tsx';
import { badgeValues, readBadge } from './read-form.ts';
import { EDIT, placeOf, readEdit, readRequirements, requirementValues } from './read-requirements.ts';
import { RuleBuilder, ruleLabels } from './rule-builder.tsx';
import { criteriaWith, pathOf, readDraftOf } from './to-draft.ts';
import { renderBadgeTrial } from './trial.tsx';

const PATH = '/dane/badges/drafts/:id';

/** What the buttons ask besides keeping the fields; any other is an act of the rule builder. */
const BUTTON_VALUES = ['save', 'try', 'review'] as const;

interface DraftSubmission {
  readonly badge: AchievementDefinition;
  readonly ask?: (typeof BUTTON_VALUES)[number] | undefined;
  readonly act?: RuleAct | undefined;
}

/** `/dane/badges/drafts/{id}`: the words, the drawing and the rule of a badge in one form, whose every button keeps
 *  them all. */
export const badgeDraftPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page(PATH, 'adopt-criteria', renderDraft)
    .form(PATH, 'adopt-criteria', {
      page: renderDraft,
      schema: readDraftSubmission,
      act: saveDraft,
      refusals: { 'rule-place-gone': 409, 'rule-edit-refused': 409 },
    })
    .form(`${PATH}/end`, 'adopt-criteria', {
      schema: noFields,
      act: async (request) => {
        await request.services.dropBadge(namedIn(request));
      },
      done: 'badge-draft-dropped',
      back: '/dane/badges',
    });

const namedIn = ({ param, seen, me }: PageRequest) => ({
  id: param('id'),
  revision: Number(seen),
  actor: me,
});

async function readDraftSubmission(request: PageRequest): Promise<ParsedForm<DraftSubmission>> {
  const values = await readForm(request.c);
  const draft = await readDraftOf(request);
  if (!draft) throw new DomainError('not-found');
  const { badge: before, replaces } = draft;
  const stated = await readBadge(request, values, { before, isPublished: replaces !== undefined });
  const requested = readRequirements(values, before.requirements, basisOf(request, draft));
  const faults = { ...stated.faults, ...requested.faults };
  if (Object.keys(faults).length > 0) return { ok: false, values, faults };
  const badge = { ...stated.badge, requirements: requested.requirements };
  const ask = BUTTON_VALUES.find((one) => one === values[EDIT]?.[0]);
  return { ok: true, values, value: { badge, ask, act: ask ? undefined : readEdit(values) } };
}

const basisOf = (request: PageRequest, draft: Pick<BadgeDraft, 'badge'>) =>
  ruleBasis(draft.badge, {
    criteria: criteriaWith(request, draft),
    framework: request.ports.catalogue.framework,
  });

async function saveDraft(request: PageRequest, stated: DraftSubmission) {
  const { ask, act } = stated;
  const named = namedIn(request);
  const path = pathOf(named);
  const edited = act && applyEdit(stated.badge.requirements, act, basisOf(request, stated));
  const badge = edited ? { ...stated.badge, requirements: edited.requirements } : stated.badge;
  await request.services.saveBadge({ ...named, badge });
  if (edited) return `${path}${placeOf(edited)}`;
  return ask === 'try' || ask === 'review' ? goOn(request, ask) : afterDoing('badge-draft-kept', path);
}

/** What follows where nothing is missing; else the page says what is. */
async function goOn(request: PageRequest, ask: 'try' | 'review'): Promise<string> {
  const draft = await readDraftOf(request);
  if (!draft) return '/dane/badges';
  const path = pathOf(draft);
  if (request.services.checkBadge(draft).length > 0) return `${path}#missing`;
  if (ask === 'review') return `${path}/adoption`;
  const { id } = await request.services.tryBadge(draft, request.me);
  // A small office has its answer with this page.
  await request.services.showJob(id);
  return `${path}#trial`;
}

async function renderDraft(request: PageRequest) {
  const draft = await readDraftOf(request);
  if (!draft) return answerMissing(request.c, request.deps, 'criteria');
  const t = request.t.dane.badges;
  const { badge, replaces, revision } = draft;
  const name = inLanguage(badge.name, request.wording.locale) || t.unnamed;
  const missing = request.services.checkBadge(draft);
  const values = { ...badgeValues(badge), ...requirementValues(badge.requirements) };
  const form = formOver(values, request.sent);
  const labels = { ...t.draft.fields, ...ruleLabels(badge, request.t) };
  return (
    <DaneLayout
      section="badges"
      title={replaces ? t.draft.changeTitle(name) : badge.name.fr || t.draft.newTitle}
    >
      <Rejection form={form} />
      <ErrorSummary form={form} labels={labels} />
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
          <TextFields isPublished={replaces !== undefined} />
          <DrawingFields ports={request.ports} />
          <RuleBuilder
            definition={badge}
            criteria={criteriaWith(request, draft)}
            framework={request.ports.catalogue.framework}
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
          {await renderBadgeTrial(request, draft)}
          <Previews draft={draft} ports={request.ports} />
        </div>
      </Form>
      <Drop draft={draft} />
    </DaneLayout>
  );
}

/** The faults that the rule builder shows at their places. */
const isOfCriteria = (error: PackError): error is PackError & CriteriaError =>
  error.path.startsWith('/requirements/');

/** What is still missing before the badge can be adopted, each with the way to its field. A draft that has just
 *  begun from nothing lacks everything, which needs no words. */
function Missing({ missing, isFresh }: { missing: readonly PackError[]; isFresh: boolean }) {
  const { t: texts } = usePageContext();
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
  const t = usePageContext().t.dane.badges.draft;
  return (
    <ActionButton action={`${pathOf(draft)}/end`} hidden={{ seen: String(draft.revision) }} class="secondary">
      {t.drop}
    </ActionButton>
  );
}
