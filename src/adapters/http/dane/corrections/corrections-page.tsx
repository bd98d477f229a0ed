import type { Misstated } from '../../../../domain/award/misstated.ts';
import { CardTable } from '../../shell/card-table.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

interface ListedBadge {
  readonly recipient: string;
  readonly badge: string;
  /** Address of the holder's record; absent for a school. */
  readonly href?: string;
}

export interface CorrectionsView {
  /** Number of signed badges that this page checked; `total` is their whole number. */
  readonly read: number;
  readonly total: number;
  readonly misstated: readonly (ListedBadge & {
    readonly of: readonly Misstated[];
    readonly said: readonly string[];
    readonly willSay: readonly string[];
  })[];
  /** Revoked badges that differ; they are not signed again. */
  readonly revoked: readonly ListedBadge[];
  readonly toDecide: readonly (ListedBadge & {
    /** The reason: a day was still to come when the badge was granted, or an engagement was changed since. */
    readonly why: 'day-to-come' | 'record-changed';
    readonly on: string;
    readonly metToday: boolean;
    readonly revokeHref: string;
  })[];
  /** Address of the page that revokes several of the badges that wait for a decision. */
  readonly revokeHref?: string;
  readonly nextHref?: string;
}

interface CorrectionsProps {
  readonly view: CorrectionsView;
}

/** `/dane/corrections`: the misstated badges. */
export function CorrectionsPage({ view }: CorrectionsProps) {
  const t = useFrame().t.dane.corrections;
  const isEmpty = view.misstated.length + view.revoked.length + view.toDecide.length === 0;
  return (
    <DaneLayout section="decisions" title={t.title}>
      <p class="lede">{t.lede}</p>
      <p class="note">{t.read(view.read, view.total)}</p>
      {isEmpty && <p class="notice">{t.none}</p>}
      {view.misstated.length > 0 && <MisstatedBadges view={view} />}
      <BadgesToDecide view={view} why="record-changed" />
      <BadgesToDecide view={view} why="day-to-come" />
      <RevokedBadges badges={view.revoked} />
      {view.revokeHref && (
        <p>
          <a href={view.revokeHref}>{useFrame().t.revocations.link}</a>
        </p>
      )}
      {view.nextHref && (
        <p>
          <a href={view.nextHref}>{t.more}</a>
        </p>
      )}
    </DaneLayout>
  );
}

function MisstatedBadges({ view }: CorrectionsProps) {
  const t = useFrame().t.dane.corrections;
  return (
    <section>
      <h2>{t.misstated(view.misstated.length)}</h2>
      <form method="post" action="/dane/corrections">
        <p>{t.startText}</p>
        <button type="submit">{t.start}</button>
      </form>
      <CardTable
        rows={view.misstated}
        columns={[
          { heading: t.badge, cell: (one) => <BadgeName one={one} />, names: true },
          {
            heading: t.what,
            cell: (one) => (
              <>
                <ul>
                  {one.of.map((part) => (
                    <li>{t.of[part]}</li>
                  ))}
                </ul>
                <Sentences title={t.said} sentences={one.said} />
                <Sentences title={t.willSay} sentences={one.willSay} />
              </>
            ),
          },
        ]}
      />
    </section>
  );
}

function RevokedBadges({ badges }: { readonly badges: readonly ListedBadge[] }) {
  const t = useFrame().t.dane.corrections;
  if (badges.length === 0) return null;
  return (
    <section>
      <h2>{t.revoked.title(badges.length)}</h2>
      <p>{t.revoked.text}</p>
      <ul class="links">
        {badges.map((one) => (
          <li>
            <BadgeName one={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function BadgeName({ one }: { readonly one: ListedBadge }) {
  const name = `${one.badge}, ${one.recipient}`;
  return one.href ? <a href={one.href}>{name}</a> : <span>{name}</span>;
}

function Sentences({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <ul lang="fr">
        {sentences.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </details>
  );
}

function BadgesToDecide({
  view,
  why,
}: CorrectionsProps & { readonly why: CorrectionsView['toDecide'][number]['why'] }) {
  const frame = useFrame();
  const t = frame.t.dane.corrections;
  const badges = view.toDecide.filter((one) => one.why === why);
  if (badges.length === 0) return null;
  const words = t.toDecide[why];
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.text}</p>
      <ul class="links">
        {badges.map((one) => (
          <li>
            <BadgeName one={one} />
            <span class="block">{words.judgedOn(frame.t.day(one.on), one.metToday)}</span>
            <a href={one.revokeHref}>{t.revoke}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
