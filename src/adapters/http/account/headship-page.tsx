import type { Establishment } from '../../../domain/records.ts';
import { Layout } from '../shell/layout.tsx';
import { useFrame } from '../shell/use-frame.ts';

export interface HeadshipView {
  /** Schools that the agent heads. `declared`: by their own declaration, which they may withdraw; otherwise
   *  by the DANE's data. */
  readonly heads: readonly (Establishment & { readonly declared: boolean })[];
  /** Schools that the ministry says the agent may head, and that they have not declared yet; `others` are
   *  their other heads. */
  readonly mayHead: readonly (Establishment & { readonly others: readonly OtherHead[] })[];
}

/** Another person who heads the school. */
export interface OtherHead {
  /** Given name and initial of the family name. */
  readonly name: string;
  readonly says: 'dane' | 'declaration';
}

/** `/headship`: the schools that the agent heads, and those that they may declare to head. */
export function HeadshipPage({ view }: { view: HeadshipView }) {
  const t = useFrame().t.account.headship;
  return (
    <Layout title={t.title} description={t.lede}>
      <h1>{t.title}</h1>
      {view.heads.length > 0 && <Headed view={view} />}
      {view.mayHead.length > 0 && <Declarable view={view} />}
      {view.heads.length === 0 && view.mayHead.length === 0 && <p class="lede">{t.none}</p>}
    </Layout>
  );
}

function Headed({ view }: { view: HeadshipView }) {
  const t = useFrame().t.account.headship;
  return (
    <ul class="links">
      {view.heads.map(({ uai, name, commune, declared }) => (
        <li>
          <a href={`/school/${uai}`}>{name}</a> <span class="note">{commune}</span>
          {declared && (
            <form method="post" action="/headship/withdrawal" class="one-line">
              <input type="hidden" name="uai" value={uai} />
              <span class="note">{t.declared}</span>{' '}
              <button type="submit" class="link" aria-label={t.withdrawOf(name)}>
                {t.withdraw}
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}

function Declarable({ view }: { view: HeadshipView }) {
  const t = useFrame().t.account.headship;
  return (
    <section>
      <h2>{t.declare}</h2>
      <p>{t.declareText}</p>
      {view.mayHead.map(({ uai, name, commune, others }) => (
        <form method="post" action="/headship" class="request">
          <input type="hidden" name="uai" value={uai} />
          {others.length > 0 && (
            <div class="notice">
              {others.map((other) => (
                <p>{other.says === 'dane' ? t.daneKnows(other.name) : t.alsoDeclared(other.name)}</p>
              ))}
              <p>{t.willBeChecked}</p>
            </div>
          )}
          <button type="submit" class={others.length > 0 ? 'secondary' : undefined}>
            {t.declareOne(name, commune)}
          </button>
        </form>
      ))}
    </section>
  );
}
