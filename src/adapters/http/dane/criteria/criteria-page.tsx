import { A } from '../../shell/a.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';
import { type DraftLine, Outcome } from './draft-page.tsx';

export interface CriteriaView {
  readonly versions: readonly {
    readonly version: number;
    readonly inForceFrom: string;
    readonly state: 'past' | 'in-force' | 'to-come';
    readonly badges: readonly { readonly code: string; readonly name: string }[];
    /** Present only where the version can still be withdrawn. */
    readonly withdrawHref?: string;
  }[];
  /** The latest drafts that were submitted to a second person. */
  readonly drafts: readonly DraftLine[];
  /** For each badge in force, the number of endorsements that are shown, and of those that are not shown any
   *  more. */
  readonly endorsed: readonly {
    readonly code: string;
    readonly name: string;
    readonly shown: number;
    readonly lapsed: number;
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
      <Drafts drafts={view.drafts} />
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
      <Endorsed badges={view.endorsed} />
    </DaneLayout>
  );
}

/** Links to the endorsements of each badge. */
function Endorsed({ badges }: { badges: CriteriaView['endorsed'] }) {
  const t = useFrame().t.achievementEndorsements.dane;
  return (
    <section id="endorsements">
      <h2>{t.listTitle}</h2>
      <p>{t.listText}</p>
      <ul class="links">
        {badges.map(({ code, name, shown, lapsed }) => (
          <li>
            <a href={`/dane/badges/${code}/endorsements`}>{name}</a>{' '}
            <span class="note">
              {t.standing(shown)}
              {lapsed > 0 && `, ${t.lapsed(lapsed)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The draft that waits, and the outcome of the earlier ones. */
function Drafts({ drafts }: Pick<CriteriaView, 'drafts'>) {
  const frame = useFrame();
  const t = frame.t.dane.criteria.drafts;
  const [waiting] = drafts.filter(({ settled }) => !settled);
  const over = drafts.filter(({ settled }) => settled);
  const line = ({ id, by, at }: DraftLine) => (
    <>
      {t.line(by, frame.t.moment(at))} <a href={`/dane/criteria/drafts/${id}`}>{t.read}</a>
    </>
  );
  return (
    <>
      {waiting && (
        <section class="notice">
          <h2>{t.waiting}</h2>
          <p>{line(waiting)}</p>
        </section>
      )}
      {over.length > 0 && (
        <details class="fold">
          <summary>{t.history}</summary>
          <ul class="fold-body">
            {over.map((draft) => (
              <li>
                {line(draft)}
                {draft.settled && <Outcome settled={draft.settled} />}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
