import { A } from '../../shell/a.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

export interface CriteriaView {
  readonly versions: readonly {
    readonly version: number;
    readonly inForceFrom: string;
    readonly state: 'past' | 'in-force' | 'to-come';
    readonly badges: readonly { readonly code: string; readonly name: string }[];
    /** Present only where the version can still be withdrawn. */
    readonly withdrawHref?: string;
  }[];
}

/** `/dane/criteria`: every version, with a link to the workshop. */
export function CriteriaPage({ view }: { view: CriteriaView }) {
  const frame = useFrame();
  const t = frame.t.dane.criteria;
  return (
    <DaneLayout section="criteria" title={t.title}>
      <p class="lede">{t.lede}</p>
      <p>
        <a class="button" href="/dane/criteria/workshop">
          {t.workshop}
        </a>
      </p>
      {view.versions.map(({ version, inForceFrom, state, badges, withdrawHref }) => (
        <section>
          <h2>
            {t.version(version)}{' '}
            <span class="note">
              {t.from(frame.t.day(inForceFrom))} · {t.states[state]}
            </span>
          </h2>
          <ul class="links">
            {badges.map(({ code, name }) => (
              <li>
                <A href={`/badges/${code}/v${version}`}>{name}</A>
              </li>
            ))}
          </ul>
          {withdrawHref && (
            <p>
              <a class="button-secondary" href={withdrawHref}>
                {t.withdraw(version)}
              </a>
            </p>
          )}
        </section>
      ))}
    </DaneLayout>
  );
}
