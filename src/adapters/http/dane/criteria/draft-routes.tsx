import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { CriteriaDraft } from '../../../../domain/criteria/draft.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { choiceOf, optionalText } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, type ShownForm, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM } from '../../shell/use-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { readActors } from '../actors.ts';
import { answerMissing } from '../missing-page.tsx';
import { type DraftLine, DraftPage, WORDS_LENGTH } from './draft-page.tsx';
import { readLastTrial } from './last-trial.ts';
import { changedFigures } from './workshop-view.ts';

const judgeForm = z.object({
  decision: choiceOf(['adopt', 'send-back']),
  words: optionalText(WORDS_LENGTH),
});

/** `/dane/criteria/drafts/{id}`: a second person adopts a draft, or sends it back. */
export function draftRoutes(deps: AppDeps) {
  const { services } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'adopt-criteria', theService)] as const;
  const asked = (c: Context<AppEnv>) => ({
    id: c.req.param('id') ?? '',
    actor: c.var.signedIn.actor.personId,
  });
  return new Hono<AppEnv>()
    .get('/dane/criteria/drafts/:id', ...guards, (c) => answerDraft(c, deps))
    .post(
      '/dane/criteria/drafts/:id',
      ...guards,
      takeForm(deps, {
        schema: judgeForm,
        show: (c, sent) => answerDraft(c, deps, sent),
        act: async (c, { decision, words }) => {
          if (decision === 'send-back' && !words) return { faults: { words: 'required' } };
          await services.judgeDraft({ ...asked(c), ...(decision === 'send-back' && { words }) });
          return decision === 'adopt'
            ? afterDoing('criteria-adopted', '/dane/criteria')
            : afterDoing('draft-sent-back', '/dane/criteria');
        },
        refusals: {
          'own-draft': 409,
          'draft-settled': 409,
          'draft-outdated': 409,
          'criteria-too-early': 409,
          'store-conflict': 409,
        },
      }),
    )
    .post('/dane/criteria/drafts/:id/withdrawal', ...guards, async (c) => {
      await services.withdrawDraft(asked(c));
      return c.redirect(afterDoing('draft-withdrawn', '/dane/criteria'), 303);
    });
}

/** Drafts as lines, with the names of their authors and judges. */
export async function draftLines(
  { ports: { store } }: AppDeps,
  drafts: readonly CriteriaDraft[],
  locale: 'fr' | 'en',
): Promise<readonly DraftLine[]> {
  const people = drafts.flatMap(({ draftedBy, settled }) => [draftedBy, ...(settled ? [settled.by] : [])]);
  const nameOf = await readActors(store, people);
  return drafts.map(({ id, from, draftedBy, draftedAt, settled }) => ({
    id,
    from,
    by: nameOf(draftedBy, locale),
    at: draftedAt,
    ...(settled && { settled: { ...settled, by: nameOf(settled.by, locale) } }),
  }));
}

async function answerDraft(c: Context<AppEnv>, deps: AppDeps, form: ShownForm = EMPTY_FORM) {
  const { store, catalogue } = deps.ports;
  const draft = await store.readCriteriaDraft(c.req.param('id') ?? '');
  const base = draft && catalogue.criteriaVersion(draft.baseVersion);
  if (!draft || !base) return answerMissing(c, deps, 'criteria');
  const frame = workspaceFrame(c, deps, 'dane');
  const [line] = await draftLines(deps, [draft], frame.locale);
  const { figures, from, baseVersion } = draft;
  const compared = await readLastTrial(deps, { figures, version: baseVersion, locale: frame.locale });
  const pairs = Object.entries(figures).map(([name, value]): [string, string] => [name, String(value)]);
  const view = {
    ...(line as DraftLine),
    changed: changedFigures(base, figures, { catalogue, frame }),
    isOwn: draft.draftedBy === c.var.signedIn.actor.personId,
    isOutdated: catalogue.versions().at(-1)?.version !== baseVersion,
    ...(compared && { compared }),
    workshopHref: `/dane/criteria/workshop?${new URLSearchParams([...pairs, ['from', from]])}`,
    form,
  };
  return answerPage(c, frame, <DraftPage view={view} />, form.status);
}
