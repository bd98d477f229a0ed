import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { SignInDoubt } from '../../../domain/access/account.ts';
import { provedNameOf } from '../../../domain/access/signed-in-identity.ts';
import { fullName, toDeclaredText } from '../../../domain/person/name.ts';
import { localDateInParis } from '../../../domain/time/calendar.ts';
import type { MissionInvitation } from '../../../features/mission-proposals/feature.ts';
import { periodFieldErrors } from '../engagements/change-form.ts';
import { missionChoices } from '../engagements/change-view.ts';
import { schoolAsText } from '../engagements/descriptions.ts';
import { DutyInputs, missionFields } from '../engagements/duty-fields.tsx';
import type { AppDeps, AppEnv } from '../env.ts';
import type { SentForm } from '../forms/context.ts';
import { Form } from '../forms/elements.tsx';
import { DateField, Rejection, TextField } from '../forms/inputs.tsx';
import { findSchool, readLookupInput, refuseNamed, schoolValue } from '../forms/name-lookup.ts';
import { SchoolField } from '../forms/name-lookup-field.tsx';
import { type FormValues, optionalDate, optionalText, requiredDate, requiredText } from '../forms/schema.ts';
import { handleForm, type ShownForm } from '../forms/submission.ts';
import { Layout } from '../layout/html-document.tsx';
import { readSecretCookie } from '../middleware/session-cookies.ts';
import { usualStart } from '../my/engagements/proposed-declaration.ts';
import { answerPage, pageContextOf } from '../responses/page.tsx';
import { textsOf } from '../view-models/public-texts.ts';
import type { TextContext } from '../view-models/text-context.ts';

/** Where a person whom the register does not know says who they are. */
export const NEWCOMER_PATH = '/newcomer';

/** `/newcomer`: behind a sign-in, for a person who has no record yet. Without its ticket it leads to the sign-in. */
export function newcomerRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const { framework } = ports.catalogue;
  const schema = z.object({
    givenName: requiredText(100).transform(toDeclaredText),
    familyName: requiredText(100).transform(toDeclaredText),
    school: optionalText(200),
    from: requiredDate,
    to: optionalDate,
    ...missionFields(framework),
  });
  const show = async (c: Context<AppEnv>, sent?: SentForm) => {
    c.header('Cache-Control', 'no-store');
    const found = await services.readNewcomer(readSecretCookie(c, 'newcomer'));
    if (!found) return c.redirect('/sign-in', 303);
    const view = await readView(deps, c, { ...found, sent });
    return answerPage(c, pageContextOf(c, deps), <NewcomerPage {...view} />, sent?.status);
  };
  return new Hono<AppEnv>()
    .get(NEWCOMER_PATH, (c) => show(c))
    .post(
      NEWCOMER_PATH,
      handleForm(deps, {
        schema,
        show,
        act: async (c, { school: _, to, ...said }, values) => {
          const secret = readSecretCookie(c, 'newcomer');
          const found = await services.readNewcomer(secret);
          if (!found) return '/sign-in';
          const today = localDateInParis(ports.clock.now());
          const faults = periodFieldErrors({ from: said.from, ...(to && { to }) }, today);
          if (Object.keys(faults).length > 0) return { faults };
          const { key: uai, ...named } = await findSchool(ports.store, readLookupInput(values, 'school'));
          if (!uai) return refuseNamed('school', named);
          const outcome = await services.saySelf({ secret, said: { ...said, uai, ...(to && { to }) } });
          // The provider still knows the browser: the sign-in goes on by itself.
          return outcome === 'waits'
            ? NEWCOMER_PATH
            : `/sign-in/${found.doubt.identity.provider}?to=/my/engagements`;
        },
        refusals: { 'too-many-newcomers': 409, 'unknown-establishment': { school: 'unknown-establishment' } },
      }),
    );
}

interface Found {
  readonly doubt: SignInDoubt;
  readonly invitations: readonly MissionInvitation[];
  readonly sent: SentForm | undefined;
}

type NewcomerView = Awaited<ReturnType<typeof readView>>;

async function readView({ ports }: AppDeps, c: Context<AppEnv>, { doubt, invitations, sent }: Found) {
  const { store, catalogue } = ports;
  const { locale } = c.var;
  const wording: TextContext = { locale, t: textsOf(ports, locale).pages, framework: catalogue.framework };
  const { identity, request } = doubt;
  const invitation = request ? undefined : invitations[0];
  const [[school], [author]] = await Promise.all([
    invitation ? store.readSchoolsByUai([invitation.uai]) : [],
    invitation ? store.readPeople([invitation.by]) : [],
  ]);
  const { givenName = '', familyName = '' } = request ?? identity;
  const proved = provedNameOf(identity);
  const { from, missions, roles, uai } = request ?? invitation ?? {};
  const values: FormValues = {
    ...{ givenName: [givenName], familyName: [familyName] },
    school: await schoolValue(store, uai),
    from: [from ?? usualStart(localDateInParis(ports.clock.now()))],
    to: [request?.to ?? ''],
    ...{ missions: missions ?? [], roles: roles ?? [] },
  };
  const form: ShownForm = sent ?? { values, faults: {} };
  const invited = invitation && {
    by: author ? fullName(author) : wording.t.missionProposals.someone,
    school: school ? schoolAsText(school) : invitation.uai,
    words: invitation.words,
  };
  const name = proved && fullName(proved);
  return { wording, form, invited, name, email: identity.email ?? '', askedAt: request?.at };
}

function NewcomerPage({ wording, form, invited, name, email, askedAt }: NewcomerView) {
  const { t } = wording;
  const { mine } = t.newcomers;
  return (
    <Layout title={mine.title} description={mine.lede(email)} spaceStyles>
      <h1>{mine.title}</h1>
      {askedAt ? (
        <div class="notice" role="status">
          <p>{mine.waits(t.moment(askedAt))}</p>
          <p>{mine.waitsText}</p>
        </div>
      ) : (
        <p class="lede">{invited ? mine.invited(invited.by, invited.school) : mine.lede(email)}</p>
      )}
      {invited?.words && <p class="note">{t.missionProposals.quote(invited.words)}</p>}
      {name && <p class="note">{t.newcomers.identity.mine(name)}</p>}
      <Rejection form={form} />
      <Form action={NEWCOMER_PATH} form={form} labels={mine.form} submit={askedAt ? mine.correct : mine.send}>
        <div class="field-row">
          <TextField name="givenName" maxlength={100} autocomplete="given-name" />
          <TextField name="familyName" maxlength={100} autocomplete="family-name" />
        </div>
        <SchoolField name="school" suggested={false} />
        <div class="field-row">
          <DateField name="from" />
          <DateField name="to" optional />
        </div>
        <DutyInputs proposed missions={missionChoices(wording)} help={mine.form.missionsHelp} />
      </Form>
    </Layout>
  );
}
