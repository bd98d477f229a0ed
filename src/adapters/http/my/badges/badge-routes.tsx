import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { AcceptCredential } from '../../../../application/holder/accept-credential.ts';
import type { AwardWithCredential } from '../../../../application/store/award-reader.ts';
import { achievementOf } from '../../../../catalogue/catalogue.ts';
import { may, type Subject } from '../../../../domain/access/may.ts';
import type { HolderChoice } from '../../../../domain/award/award-types.ts';
import { DomainError } from '../../../../domain/errors.ts';
import type { SaidChoice } from '../../../../domain/holder/holder-acts.ts';
import { parseCredentialId } from '../../../../domain/ids.ts';
import { credentialUrl } from '../../../../openbadges/addresses.ts';
import { MEDIA_TYPES } from '../../../../openbadges/media-types.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { oneself, requireMay, requireSignedIn } from '../../middleware/signed-in.ts';
import { CredentialPage } from '../../public/credential/credential-page.tsx';
import { drawnSize } from '../../public/credential/drawn-size.ts';
import { makePictures } from '../../public/credential/pictures.ts';
import {
  choiceOf,
  type FormValues,
  optionalChoiceOf,
  type ParsedForm,
  parseValues,
  readForm,
} from '../../shell/form.ts';
import { answerPage, frameOf } from '../../shell/page-answer.tsx';
import { qrSvg } from '../../shell/qr.ts';
import { afterDoing, type Done, type ShownForm, takeForm } from '../../shell/take-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { DeclineBadgePage, MyBadgePage } from './badge-page.tsx';
import { badgeChoiceView, publicView } from './badge-view.ts';
import { MyBadgesPage } from './badges-page.tsx';
import { badgesView } from './badges-view.ts';

const yesOrNo = ['yes', 'no'] as const;
const ofSchool = z.object({ visibility: choiceOf(['unlisted', 'public']) });
const ofPerson = ofSchool.extend({
  name: choiceOf(['none', 'initials', 'full']),
  schools: choiceOf(yesOrNo),
  email: optionalChoiceOf(yesOrNo),
});

type Issued = Required<AwardWithCredential>;

/** `/my/badges`: the person's own badges, and the page of each badge for the person who may choose about
 *  it. */
export function badgeRoutes(deps: AppDeps) {
  const { services } = deps;
  const own = [requireSignedIn(deps), requireMay(deps, 'keep-own-record', oneself)] as const;
  return new Hono<AppEnv>()
    .get('/my/badges', ...own, async (c) => {
      const record = await services.readOwnRecord(c.var.signedIn.actor.personId);
      const progress = services.deriveBadgeProgress(record);
      const view = badgesView(deps, { own: record, progress, locale: c.var.locale });
      return answerPage(c, workspaceFrame(c, deps, 'my'), <MyBadgesPage view={view} />);
    })
    .route('/', oneBadgeRoutes(deps))
    .route('/', pictureRoutes(deps));
}

function oneBadgeRoutes(deps: AppDeps) {
  const { services } = deps;
  const guards = guardsOf(deps);
  const show = async (c: Context<AppEnv>, issued: Issued, form: ShownForm) => {
    const view = await badgeChoiceView(deps, issued, c.var.locale);
    const page = <MyBadgePage view={view} form={form} />;
    return answerPage(c, spaceFrame(c, deps, issued), page, form.status);
  };
  const act = (done: Done, run: (command: Pick<AcceptCredential, 'id' | 'actor'>) => Promise<unknown>) => {
    return async (c: Context<AppEnv>) => {
      const { credential } = await readIssued(c, deps);
      await run({ id: credential.id, actor: c.var.signedIn.actor.personId });
      return c.redirect(afterDoing(done, `/my/badges/${credential.id}`), 303);
    };
  };
  return new Hono<AppEnv>()
    .get('/my/badges/:id', ...guards, async (c) => {
      const issued = await readIssued(c, deps);
      return show(c, issued, { values: valuesInView(c, issued), faults: {} });
    })
    .get('/my/badges/:id/preview', ...guards, (c) => answerPreview(c, deps))
    .get('/my/badges/:id/decline', ...guards, (c) => answerDecline(c, deps, 200))
    .post(
      '/my/badges/:id/accept',
      ...guards,
      takeForm(deps, {
        schema: async (c) => {
          const issued = await readIssued(c, deps);
          const form = parseChoice(await readForm(c), issued);
          return form.ok ? { ...form, value: { said: form.value, before: issued.credential } } : form;
        },
        show: async (c, sent) => show(c, await readIssued(c, deps), sent),
        act: async (c, { said, before: { id, choice } }) => {
          await services.acceptCredential({ id, actor: c.var.signedIn.actor.personId, ...said });
          const done = choice.acceptance === 'private' ? 'badge-accepted' : 'badge-choice-saved';
          return afterDoing(done, `/my/badges/${id}`);
        },
      }),
    )
    .post('/my/badges/:id/decline', ...guards, async (c) => {
      const { credential } = await readIssued(c, deps);
      if (credential.choice.acceptance === 'accepted') return answerDecline(c, deps, 409);
      return act('badge-declined', services.declineCredential)(c);
    })
    .post('/my/badges/:id/hide', ...guards, act('badge-hidden', services.hideCredential))
    .post('/my/badges/:id/show', ...guards, act('badge-shown', services.showCredential));
}

/** The question before declining, which is final. Where the badge was answered meanwhile, shows its state. */
async function answerDecline(c: Context<AppEnv>, deps: AppDeps, status: 200 | 409) {
  const issued = await readIssued(c, deps);
  const view = await badgeChoiceView(deps, issued, c.var.locale);
  return answerPage(c, spaceFrame(c, deps, issued), <DeclineBadgePage view={view} />, status);
}

/** The image and the QR code of a badge, for the person who may choose about it: their public addresses are
 *  closed until then. */
function pictureRoutes(deps: AppDeps) {
  const { ports } = deps;
  const pictures = makePictures(deps);
  return new Hono<AppEnv>()
    .get('/my/badges/:id/image.svg', ...guardsOf(deps), async (c) => {
      const issued = await readIssued(c, deps);
      const { award } = issued;
      const criteria = ports.catalogue.criteriaVersion(award.version);
      if (!criteria) throw new DomainError('unknown-achievement', { version: award.version });
      const svg = pictures.holderSvg(achievementOf(criteria, award.achievement), issued, drawnSize(c));
      return c.body(svg, 200, { 'Content-Type': MEDIA_TYPES.svg });
    })
    .get('/my/badges/:id/qr.svg', ...guardsOf(deps), async (c) => {
      const { credential } = await readIssued(c, deps);
      const svg = await qrSvg(credentialUrl(ports.origin, credential.id));
      return c.body(svg, 200, { 'Content-Type': MEDIA_TYPES.svg });
    });
}

/** The public page with an unsaved choice, as everyone would see it. */
async function answerPreview(c: Context<AppEnv>, deps: AppDeps) {
  const issued = await readIssued(c, deps);
  const { award, credential } = issued;
  if (credential.erasedAt) throw new DomainError('credential-erased', { id: credential.id });
  const form = parseChoice({ ...toValues(credential.choice), ...sentChoice(c) }, issued);
  if (!form.ok) throw new DomainError('invalid-request');
  const chosen = { ...credential.choice, ...form.value };
  const shown = await deps.services.previewCredential({ award, credential }, chosen);
  const base = `/my/badges/${credential.id}`;
  const view = await publicView(deps, { award, credential, shown }, c.var.locale);
  const frame = frameOf(c, deps);
  const t = frame.t.my.badges.one;
  const sent = new URLSearchParams(
    Object.entries(sentChoice(c)).flatMap(([field, [value]]) => (value ? [[field, value]] : [])),
  );
  const href = `${base}${sent.size > 0 ? `?${sent}` : ''}#choose`;
  const notice = { text: t.previewNotice, link: { label: t.previewBack, href }, instead: t.previewInstead };
  const image = { ...view.image, src: `${base}/image.svg` };
  const page = { ...view, image, qrHref: `${base}/qr.svg` };
  return answerPage(c, frame, <CredentialPage view={page} notice={notice} />);
}

function guardsOf(deps: AppDeps) {
  return [requireSignedIn(deps), requireMay(deps, 'choose-badge', awardOf(deps))] as const;
}

function awardOf(deps: AppDeps) {
  return async (c: Context<AppEnv>): Promise<Subject | undefined> => {
    const id = parseCredentialId(c.req.param('id') ?? '');
    const found = id && (await deps.ports.store.readCredential(id));
    const subject = found && { kind: 'award' as const, recipient: found.award.recipient };
    // A person without the right to choose must not learn whether the badge exists, like the public.
    return subject && may(c.var.signedIn.actor, 'choose-badge', subject) ? subject : undefined;
  };
}

async function readIssued(c: Context<AppEnv>, { ports }: AppDeps): Promise<Issued> {
  const id = parseCredentialId(c.req.param('id') ?? '');
  const found = id && (await ports.store.readCredential(id));
  if (!found?.credential) throw new DomainError('not-found');
  return { award: found.award, credential: found.credential };
}

/** The frame of the page: a school's badge is shown in the school's space. */
function spaceFrame(c: Context<AppEnv>, deps: AppDeps, { award }: Issued) {
  return workspaceFrame(c, deps, award.recipient.kind === 'person' ? 'my' : 'school');
}

function toValues({ name, showSchools, emailIdentifier, visibility }: HolderChoice): FormValues {
  return {
    name: [name],
    schools: [showSchools ? 'yes' : 'no'],
    email: [emailIdentifier ? 'yes' : 'no'],
    visibility: [visibility],
  };
}

/** The choice in the address of a preview, or of the way back from it. */
function sentChoice(c: Context<AppEnv>): FormValues {
  const fields = ['name', 'schools', 'email', 'visibility'] as const;
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = c.req.query(field);
      return value === undefined ? [] : [[field, [value]]];
    }),
  );
}

/** The ticked values: the saved choice, or the previewed one. */
function valuesInView(c: Context<AppEnv>, issued: Issued): FormValues {
  const asKept = toValues(issued.credential.choice);
  const asSent = { ...asKept, ...sentChoice(c) };
  return parseChoice(asSent, issued).ok ? asSent : asKept;
}

function parseChoice(values: FormValues, { award }: Issued): ParsedForm<SaidChoice> {
  if (award.recipient.kind === 'establishment') return parseValues(values, ofSchool);
  const parsed = parseValues(values, ofPerson);
  if (!parsed.ok) return parsed;
  const { schools, email, ...rest } = parsed.value;
  const said = {
    ...rest,
    showSchools: schools === 'yes',
    ...(email && { emailIdentifier: email === 'yes' }),
  };
  return { ...parsed, value: said };
}
