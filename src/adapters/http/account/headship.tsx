import { z } from 'zod';
import type { School } from '../../../domain/records.ts';
import type { AppDeps } from '../env.ts';
import { Form, Submit } from '../forms/elements.tsx';
import { requiredUai } from '../forms/schema.ts';
import { afterDoing } from '../forms/submission.ts';
import { Layout } from '../layout/html-document.tsx';
import { usePageContext } from '../layout/page-context.ts';
import { definePages } from '../routing/define-pages.tsx';
import type { PageRequest } from '../routing/page-request.ts';

const declaration = z.object({ uai: requiredUai });

/** `/headship`: declaring to head a school, and withdrawing the declaration. */
export const headshipPages = (deps: AppDeps) =>
  definePages(deps)
    .page('/headship', 'use-account', renderHeadship)
    .form('/headship', 'use-account', {
      schema: declaration,
      act: async ({ services, signedIn }, { uai }) => {
        await services.declareHeadship(signedIn, uai);
        return afterDoing('headship-declared', `/school/${uai}`);
      },
    })
    .form('/headship/withdrawal', 'use-account', {
      page: renderHeadship,
      schema: declaration,
      act: async ({ services, me }, { uai }) => {
        await services.withdrawHeadship({ personId: me, uai, by: me });
      },
      done: 'headship-withdrawn',
      back: '/headship',
    });

/** The schools that the agent heads, and those that the ministry says they may declare to head. */
async function renderHeadship(request: PageRequest) {
  const { store, services, signedIn, me } = request;
  const { mayHead, actor, person } = signedIn;
  const [schools, known] = await Promise.all([
    store.readSchoolsByUai([...mayHead, ...actor.heads]),
    services.readHeads(mayHead),
  ]);
  const heads = schools.filter(({ uai }) => actor.heads.includes(uai));
  const declarable = schools.filter(({ uai }) => mayHead.includes(uai));
  const t = request.t.account.headship;
  const page = (
    <Layout title={t.title} description={t.lede}>
      <h1>{t.title}</h1>
      {heads.length > 0 && (
        <ul class="links">
          {heads.map((school) => (
            <Headed school={school} declared={school.uai !== person.headOf} />
          ))}
        </ul>
      )}
      {declarable.length > 0 && (
        <section>
          <h2>{t.declare}</h2>
          <p>{t.declareText}</p>
          {declarable.map((school) => (
            <Declarable
              school={school}
              others={known.filter((one) => one.uai === school.uai && one.person.id !== me)}
            />
          ))}
        </section>
      )}
      {heads.length === 0 && declarable.length === 0 && <p class="lede">{t.none}</p>}
    </Layout>
  );
  return request.answer(page, { space: 'school' });
}

/** A school that the agent heads: by their own declaration, which they may withdraw, or by the DANE's data. */
function Headed({ school: { uai, name, commune }, declared }: { school: School; declared: boolean }) {
  const t = usePageContext().t.account.headship;
  return (
    <li>
      <a href={`/school/${uai}`}>{name}</a> <span class="note">{commune}</span>
      {declared && (
        <Form action="/headship/withdrawal" class="one-line" hidden={{ uai }}>
          <span class="note">{t.declared}</span>{' '}
          <Submit class="link" label={t.withdrawOf(name)}>
            {t.withdraw}
          </Submit>
        </Form>
      )}
    </li>
  );
}

/** A school that is not declared yet, and its other heads, by given name and initial of the family name. */
function Declarable({
  school: { uai, name, commune },
  others,
}: {
  school: School;
  others: Awaited<ReturnType<PageRequest['services']['readHeads']>>;
}) {
  const t = usePageContext().t.account.headship;
  return (
    <Form action="/headship" class="request" hidden={{ uai }}>
      {others.length > 0 && (
        <div class="notice">
          {others.map(({ says, person: { givenName, familyName } }) => {
            const other = `${givenName} ${familyName.charAt(0)}.`;
            return <p>{says === 'dane' ? t.daneKnows(other) : t.alsoDeclared(other)}</p>;
          })}
          <p>{t.willBeChecked}</p>
        </div>
      )}
      <Submit class={others.length > 0 ? 'secondary' : undefined}>{t.declareOne(name, commune)}</Submit>
    </Form>
  );
}
