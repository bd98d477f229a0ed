import type { DoubtedDeclaration } from '../../../../application/accounts/headships.ts';
import { ActButton } from '../../shell/form-parts.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

interface HeadshipsProps {
  readonly declarations: readonly DoubtedDeclaration[];
}

/** `/dane/people/headships`: declarations to head a school that also has another head. */
export function HeadshipsPage({ declarations }: HeadshipsProps) {
  const t = useFrame().t.dane.people.headshipsPage;
  return (
    <DaneLayout section="people" title={t.title}>
      <p class="lede">{declarations.length > 0 ? t.lede : t.none}</p>
      {declarations.map((one) => (
        <Declaration one={one} />
      ))}
    </DaneLayout>
  );
}

function Declaration({ one }: { one: DoubtedDeclaration }) {
  const frame = useFrame();
  const t = frame.t.dane.people.headshipsPage;
  const { establishment, person, declaredAt, others } = one;
  const name = `${person.givenName} ${person.familyName}`;
  const acts = [
    ['withdraw', t.withdraw, t.withdrawOf(name)],
    ['keep', t.keep, t.keepOf(name)],
  ] as const;
  return (
    <article class="request">
      <h2>
        {establishment.name}, {establishment.commune}
      </h2>
      <p>
        <a href={`/dane/people/${person.id}`}>{name}</a> {t.declared(frame.t.day(declaredAt))}
      </p>
      {others.map((other) => (
        <p>
          <a href={`/dane/people/${other.person.id}`}>
            {other.person.givenName} {other.person.familyName}
          </a>{' '}
          {other.says === 'dane' ? t.inTheData : t.byDeclaration}
        </p>
      ))}
      <div class="actions">
        {acts.map(([act, words, of]) => (
          <ActButton
            action="/dane/people/headships"
            hidden={{ personId: person.id, uai: establishment.uai, act }}
            class="secondary"
            label={of}
          >
            {words}
          </ActButton>
        ))}
      </div>
    </article>
  );
}
