import type { BadgeDraft } from '../../../../domain/criteria/badge-change.ts';
import type { AchievementDefinition } from '../../../../domain/criteria/criteria.ts';
import type { PackFault } from '../../../../domain/pack-fault.ts';
import type { AppDeps } from '../../env.ts';
import { FaultSummary, Refusal } from '../../shell/fields.tsx';
import { noFields, readForm } from '../../shell/form.ts';
import { ActButton, Form, Submit } from '../../shell/form-parts.tsx';
import { pagesOf } from '../../shell/pages-of.tsx';
import { afterDoing, formOver } from '../../shell/take-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import type { Visit } from '../../shell/visit.ts';
import { DaneLayout } from '../dane-layout.tsx';
import { answerMissing } from '../missing-page.tsx';
import { DrawingFields, WordFields } from './badge-fields.tsx';
import { drawBadgeTrial } from './badge-trial.tsx';
import { pathOf, readDraftOf } from './draft-of.ts';
import { badgeValues, readBadge } from './read-badge.ts';

const PATH = '/dane/badges/drafts/:id';

interface Said {
  readonly badge: AchievementDefinition;
  /** What the button asks besides keeping the fields. */
  readonly edit: string;
}

/** `/dane/badges/drafts/{id}`: the words, the drawing and the rule of a badge in one form, whose every button keeps
 *  them all. */
export const badgeDraftPages = (deps: AppDeps) =>
  pagesOf(deps, 'dane')
    .page(PATH, 'adopt-criteria', drawDraft)
    .form(PATH, 'adopt-criteria', { page: drawDraft, schema: readSaid, act: keep })
    .form(`${PATH}/end`, 'adopt-criteria', {
      schema: noFields,
      act: async (visit) => {
        await visit.services.dropBadge(namedIn(visit));
      },
      done: 'badge-draft-dropped',
      back: '/dane/badges',
    });

const namedIn = ({ param, seen, me }: Visit) => ({ id: param('id'), revision: Number(seen), actor: me });

async function readSaid(visit: Visit) {
  const values = await readForm(visit.c);
  const draft = await readDraftOf(visit);
  if (!draft) return { ok: false as const, values, faults: {} };
  const { badge, replaces } = draft;
  const said = await readBadge(visit, values, { before: badge, isPublished: replaces !== undefined });
  if (Object.keys(said.faults).length > 0) return { ok: false as const, values, faults: said.faults };
  return { ok: true as const, values, value: { badge: said.badge, edit: values['edit']?.[0] ?? '' } };
}

async function keep(visit: Visit, { badge, edit }: Said) {
  const named = namedIn(visit);
  const path = pathOf(named);
  await visit.services.keepBadge({ ...named, badge });
  const draft = await visit.store.readBadgeDraft(named.id);
  if (!draft) return '/dane/badges';
  const isSound = visit.services.checkBadge(draft).length === 0;
  if (edit === 'try' && isSound) {
    const { id } = await visit.services.tryBadge(draft, visit.me);
    // A small office has its answer with this page.
    await visit.services.advanceJob(id);
    return `${path}#trial`;
  }
  if (edit === 'review' && isSound) return `${path}/adoption`;
  if (edit === 'try' || edit === 'review') return `${path}#missing`;
  return afterDoing('badge-draft-kept', path);
}

async function drawDraft(visit: Visit) {
  const draft = await readDraftOf(visit);
  if (!draft) return answerMissing(visit.c, visit.deps, 'criteria');
  const t = visit.t.dane.badges;
  const { badge, replaces, revision } = draft;
  const name = badge.name[visit.wording.locale] || t.unnamed;
  const missing = visit.services.checkBadge(draft);
  const form = formOver(badgeValues(badge), visit.sent);
  return (
    <DaneLayout
      section="badges"
      title={replaces ? t.draft.changeTitle(name) : badge.name.fr || t.draft.newTitle}
    >
      <Refusal form={form} />
      <FaultSummary form={form} labels={t.draft.fields} />
      <Missing missing={missing} isFresh={revision === 1 && !replaces} />
      <Form
        action={pathOf(draft)}
        form={form}
        labels={t.draft.fields}
        summary={false}
        seen={String(revision)}
        takesFile
        class="form form-wide"
      >
        <WordFields isPublished={replaces !== undefined} />
        <DrawingFields draft={draft} ports={visit.ports} />
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
      </Form>
      {await drawBadgeTrial(visit, draft)}
      <Drop draft={draft} />
    </DaneLayout>
  );
}

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
