import { z } from 'zod';
import type { DoubtedDeclaration } from '../../../../application/accounts/headships.ts';
import { parsePersonId } from '../../../../domain/ids.ts';
import { fullName } from '../../../../domain/person/name.ts';
import type { AppDeps } from '../../env.ts';
import { ActionButton } from '../../forms/elements.tsx';
import { choiceOf, requiredText, requiredUai } from '../../forms/schema.ts';
import { afterDoing } from '../../forms/submission.ts';
import { usePageContext } from '../../layout/page-context.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { DaneLayout } from '../layout.tsx';

const PATH = '/dane/people/headships';
const settling = z.object({
  personId: requiredText().transform(parsePersonId),
  uai: requiredUai,
  act: choiceOf(['withdraw', 'keep']),
});

/** `/dane/people/headships`: declarations to head a school that has another head too, for the DANE to
 *  check. */
export const headshipPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page(PATH, 'keep-register', renderHeadships)
    .form(PATH, 'keep-register', {
      page: renderHeadships,
      schema: settling,
      act: async ({ services, me }, { act, ...declaration }) => {
        const isWithdrawn = act === 'withdraw';
        await services[isWithdrawn ? 'withdrawHeadship' : 'checkHeadship']({ ...declaration, by: me });
        return afterDoing(isWithdrawn ? 'declaration-withdrawn' : 'declaration-checked', PATH);
      },
    });

async function renderHeadships({ services, t: all }: PageRequest) {
  const t = all.dane.people.headshipsPage;
  const declarations = await services.readDoubtedDeclarations();
  return (
    <DaneLayout section="people" title={t.title}>
      <p class="lede">{declarations.length > 0 ? t.lede : t.none}</p>
      {declarations.map((one) => (
        <Declaration {...one} />
      ))}
    </DaneLayout>
  );
}

function Declaration({ establishment, person, declaredAt, others }: DoubtedDeclaration) {
  const pageContext = usePageContext();
  const t = pageContext.t.dane.people.headshipsPage;
  const name = fullName(person);
  const actions = [
    ['withdraw', t.withdraw, t.withdrawOf(name)],
    ['keep', t.keep, t.keepOf(name)],
  ] as const;
  return (
    <article class="request">
      <h2>
        {establishment.name}, {establishment.commune}
      </h2>
      <p>
        <a href={`/dane/people/${person.id}`}>{name}</a> {t.declared(pageContext.t.day(declaredAt))}
      </p>
      {others.map((other) => (
        <p>
          <a href={`/dane/people/${other.person.id}`}>{fullName(other.person)}</a>{' '}
          {other.says === 'dane' ? t.inTheData : t.byDeclaration}
        </p>
      ))}
      <div class="actions">
        {actions.map(([act, texts, label]) => (
          <ActionButton
            action={PATH}
            hidden={{ personId: person.id, uai: establishment.uai, act }}
            class="secondary"
            label={label}
          >
            {texts}
          </ActionButton>
        ))}
      </div>
    </article>
  );
}
