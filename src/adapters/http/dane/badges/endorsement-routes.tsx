import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { ExaminedEndorsement } from '../../../../application/endorsements/achievement-endorsements.ts';
import { spelledAddress } from '../../../../application/verification/spelled-address.ts';
import type { AchievementDefinition } from '../../../../domain/criteria/criteria.ts';
import { localDateInParis } from '../../../../domain/time/time.ts';
import { achievementUrl } from '../../../../openbadges/addresses.ts';
import { publicFactsOf } from '../../../../openbadges/public-facts.ts';
import type { VerificationReport } from '../../../../openbadges/report.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { endorsementView } from '../../public/badge/endorsement-view.ts';
import { reportView } from '../../public/verify/report-view.ts';
import { requiredText } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, type Refused, type ShownForm, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM } from '../../shell/use-form.ts';
import { WORDS } from '../../shell/words.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { REASON_LENGTH } from '../decisions/decide-form.tsx';
import { answerMissing } from '../missing-page.tsx';
import { EndorsementPreviewPage } from './endorsement-preview-page.tsx';
import { EndorsementsPage } from './endorsements-page.tsx';
import { keptView } from './endorsements-view.ts';
import { type Brought, encodeDocument, readBrought } from './read-brought.ts';
import { WithdrawEndorsementPage } from './withdraw-endorsement-page.tsx';

const withdrawalForm = z.object({ reason: requiredText(REASON_LENGTH) });
const pathOf = (code: string) => `/dane/badges/${code}/endorsements`;

/** `/dane/badges/{code}/endorsements`: an endorsement of a badge by another body is brought, reviewed, kept,
 *  looked at and withdrawn. */
export function badgeEndorsementRoutes(deps: AppDeps) {
  const { services } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'adopt-criteria', theService)] as const;
  const asked = (c: Context<AppEnv>) => ({
    id: c.req.param('id') ?? '',
    actor: c.var.signedIn.actor.personId,
  });
  const after = (c: Context<AppEnv>, done: Parameters<typeof afterDoing>[0]) =>
    afterDoing(done, pathOf(c.req.param('code') ?? ''));
  return new Hono<AppEnv>()
    .get('/dane/badges/:code/endorsements', ...guards, (c) => answerList(c, deps, EMPTY_FORM))
    .post(
      '/dane/badges/:code/endorsements',
      ...guards,
      takeForm(deps, {
        schema: readBrought,
        show: (c, sent) => answerList(c, deps, sent),
        act: (c, brought) => takeBrought(c, deps, brought),
      }),
    )
    .post('/dane/badges/:code/endorsements/:id/check', ...guards, async (c) => {
      await services.lookAtEndorsement(asked(c));
      return c.redirect(after(c, 'achievement-endorsement-checked'), 303);
    })
    .get('/dane/badges/:code/endorsements/:id/withdrawal', ...guards, (c) =>
      answerWithdrawal(c, deps, EMPTY_FORM),
    )
    .post(
      '/dane/badges/:code/endorsements/:id/withdrawal',
      ...guards,
      takeForm(deps, {
        schema: withdrawalForm,
        show: (c, sent) => answerWithdrawal(c, deps, sent),
        act: async (c, { reason }) => {
          await services.withdrawAchievementEndorsement({ ...asked(c), reason });
          return after(c, 'achievement-endorsement-withdrawn');
        },
      }),
    );
}

/** The badge of the address, as defined in the newest version that has it. */
function badgeOf(c: Context<AppEnv>, { ports }: AppDeps): AchievementDefinition | undefined {
  return ports.catalogue
    .versions()
    .toReversed()
    .flatMap(({ achievements }) => achievements)
    .find(({ code }) => code === c.req.param('code'));
}

async function answerList(c: Context<AppEnv>, deps: AppDeps, form: ShownForm) {
  const { store, catalogue, clock, origin } = deps.ports;
  const badge = badgeOf(c, deps);
  if (!badge) return answerMissing(c, deps, 'criteria');
  const { code } = badge;
  const now = clock.now();
  const all = await store.readAchievementEndorsements({ code });
  const views = all.map((one) => keptView(one, { now, locale: c.var.locale }));
  const { version } = catalogue.criteriaInForce(localDateInParis(now));
  const view = {
    code,
    badge: badge.name[c.var.locale],
    addresses: (['fr', 'en'] as const).map((language) => ({
      language,
      url: achievementUrl(origin, { code, version }, language),
    })),
    kept: views.filter(({ standing }) => standing !== 'withdrawn'),
    withdrawn: views.filter(({ standing }) => standing === 'withdrawn'),
    form,
  };
  return answerPage(c, workspaceFrame(c, deps, 'dane'), <EndorsementsPage view={view} />, form.status);
}

async function takeBrought(
  c: Context<AppEnv>,
  deps: AppDeps,
  { given, isReadAgain }: Brought,
): Promise<string | Refused | Response> {
  const badge = badgeOf(c, deps);
  if (!badge) return answerMissing(c, deps, 'criteria');
  const address = typeof given === 'string' ? spelledAddress(given, deps.ports.origin) : undefined;
  const brought = { given: address === undefined ? given : { url: address }, code: badge.code };
  if (!isReadAgain) {
    const examined = await deps.services.examineEndorsement(brought);
    return examined.kind === 'good'
      ? answerPreview(c, deps, { badge, examined })
      : refused(c, deps, examined);
  }
  const actor = c.var.signedIn.actor.personId;
  const kept = await deps.services.keepAchievementEndorsement({ ...brought, actor });
  if (kept.kind === 'refused') return refused(c, deps, kept);
  return afterDoing('achievement-endorsement-kept', pathOf(badge.code));
}

function refused(
  c: Context<AppEnv>,
  deps: AppDeps,
  { because, report }: Extract<ExaminedEndorsement, { kind: 'refused' }>,
): Refused {
  const { dane, faults } = WORDS[c.var.locale].pages.achievementEndorsements;
  const reason = because === 'not-verified' && report ? viewOf(c, deps, report).sentence : faults[because];
  return { refusal: dane.refused(reason), status: 400 };
}

function viewOf(c: Context<AppEnv>, { ports }: AppDeps, report: VerificationReport) {
  const facts = publicFactsOf(report.credential);
  const texts = WORDS[c.var.locale].verification;
  return reportView(report, { texts, checkedAt: ports.clock.now(), facts });
}

interface Previewed {
  readonly badge: AchievementDefinition;
  readonly examined: Extract<ExaminedEndorsement, { kind: 'good' }>;
}

function answerPreview(
  c: Context<AppEnv>,
  deps: AppDeps,
  { badge, examined: { said, report, content } }: Previewed,
) {
  const at = deps.ports.clock.now();
  const look = { result: 'good' as const, verdict: report.verdict, at, verifiedAt: at };
  const view = {
    ...said,
    badge: badge.name[c.var.locale],
    endorsement: endorsementView({ ...said, id: '', look }),
    report: viewOf(c, deps, report),
    document: encodeDocument(content),
  };
  return answerPage(c, workspaceFrame(c, deps, 'dane'), <EndorsementPreviewPage view={view} />);
}

async function answerWithdrawal(c: Context<AppEnv>, deps: AppDeps, form: ShownForm) {
  const [endorsement] = await deps.ports.store.readWholeEndorsements([c.req.param('id') ?? '']);
  const code = c.req.param('code') ?? '';
  if (endorsement?.code !== code) return answerMissing(c, deps, 'criteria');
  if (endorsement.withdrawal) {
    // Somebody has withdrawn it already: the list says so.
    return form.status ? answerList(c, deps, EMPTY_FORM) : answerMissing(c, deps, 'criteria');
  }
  const page = (
    <WithdrawEndorsementPage
      path={pathOf(code)}
      id={endorsement.id}
      endorsement={endorsementView(endorsement)}
      form={form}
    />
  );
  return answerPage(c, workspaceFrame(c, deps, 'dane'), page, form.status);
}
