import type { OutdatedBadge } from '../../../application/reissue/outdated-credentials.ts';
import { type CredentialId, parseCredentialId } from '../../../domain/ids.ts';
import { CardTable } from '../components/card-table.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import type { AppDeps } from '../env.ts';
import { Form, Submit } from '../forms/elements.tsx';
import { noFields } from '../forms/schema.ts';
import { usePageContext } from '../layout/page-context.ts';
import { definePages } from '../routing/define-pages.tsx';
import type { PageRequest } from '../routing/page-request.ts';
import { badgeName, readNames } from './decisions/proposal-rows.ts';
import { DaneLayout } from './layout.tsx';

/** Number of signed badges that one page checks. */
const PAGE_READS = 200;

/** `/dane/re-signing`: the misstated badges, and the job that signs them again. */
export const reissuingPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page('/dane/re-signing', 'read-register', renderOutdatedBadges)
    .form('/dane/re-signing', 'decide-award', {
      schema: noFields,
      act: async ({ services, me }) => {
        const job = await services.beginJob({ kind: 're-sign' }, me);
        return `/dane/jobs/${job.id}`;
      },
    });

async function renderOutdatedBadges(request: PageRequest) {
  const { store } = request;
  const t = request.t.dane.corrections;
  const { found, last } = await readPage(request, parseCredentialId(request.query('after') ?? ''));
  const { credentials } = await store.countRows();
  const { misstated, revoked, toDecide } = await sortOut(request, found);
  const toRevoke = new URLSearchParams(toDecide.map(({ id }) => ['ids', id]));
  return (
    <DaneLayout section="decisions" title={t.title}>
      <p class="lede">{t.lede}</p>
      <p class="note">{t.read(Math.min(PAGE_READS, credentials), credentials)}</p>
      {found.length === 0 && <EmptyState>{t.none}</EmptyState>}
      {misstated.length > 0 && <OutdatedBadges badges={misstated} />}
      <BadgesToDecide badges={toDecide} why="record-changed" />
      <BadgesToDecide badges={toDecide} why="day-to-come" />
      <RevokedBadges badges={revoked} />
      {toDecide.length > 1 && (
        <p>
          <a href={`/dane/revocations?${toRevoke}`}>{request.t.revocations.link}</a>
        </p>
      )}
      {last && (
        <p>
          <a href={`/dane/re-signing?after=${last}`}>{t.more}</a>
        </p>
      )}
    </DaneLayout>
  );
}

async function readPage({ services }: PageRequest, after: CredentialId | undefined) {
  const walk = services.findMisstated({ limit: PAGE_READS, ...(after && { after }) });
  const found: OutdatedBadge[] = [];
  let next = await walk.next();
  for (; !next.done; next = await walk.next()) found.push(next.value);
  return { found, last: next.value };
}

/** The badges that can be signed again, those that differ but are revoked, and those on which an agent must
 *  decide. */
async function sortOut({ store, ports, wording }: PageRequest, found: readonly OutdatedBadge[]) {
  const { nameOf } = await readNames(
    store,
    found.map(({ award }) => award.recipient),
  );
  const badgeOf = ({ award, credential }: OutdatedBadge) => ({
    id: credential.id,
    name: `${badgeName(ports.catalogue, { ...award, locale: wording.locale })}, ${nameOf(award.recipient)}`,
    /** Address of the holder's record; undefined for a school. */
    href: award.recipient.kind === 'person' ? `/dane/people/${award.recipient.personId}` : undefined,
  });
  return {
    misstated: found.flatMap((one) =>
      one.found.kind === 'misstated' ? [{ ...badgeOf(one), ...one.found.misstatement }] : [],
    ),
    revoked: found.flatMap((one) => (one.found.kind === 'revoked' ? [badgeOf(one)] : [])),
    toDecide: found.flatMap((one) =>
      one.found.kind === 'to-decide' ? [{ ...badgeOf(one), ...one.found }] : [],
    ),
  };
}

type Sorted = Awaited<ReturnType<typeof sortOut>>;

function OutdatedBadges({ badges }: { badges: Sorted['misstated'] }) {
  const t = usePageContext().t.dane.corrections;
  return (
    <section>
      <h2>{t.misstated(badges.length)}</h2>
      <Form action="/dane/re-signing" class="">
        <p>{t.startText}</p>
        <Submit>{t.start}</Submit>
      </Form>
      <CardTable
        rows={badges}
        columns={[
          { heading: t.badge, cell: (one) => <BadgeName {...one} />, names: true },
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

function RevokedBadges({ badges }: { badges: Sorted['revoked'] }) {
  const t = usePageContext().t.dane.corrections;
  if (badges.length === 0) return null;
  return (
    <section>
      <h2>{t.revoked.title(badges.length)}</h2>
      <p>{t.revoked.text}</p>
      <ul class="links">
        {badges.map((one) => (
          <li>
            <BadgeName {...one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function BadgeName({ name, href }: { name: string; href: string | undefined }) {
  return href ? <a href={href}>{name}</a> : <span>{name}</span>;
}

function Sentences({ title, sentences }: { title: string; sentences: readonly string[] }) {
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

/** The badges that wait for a decision for one reason: a day was still to come when the badge was granted, or
 *  an engagement was changed since. */
function BadgesToDecide({
  badges,
  why,
}: {
  badges: Sorted['toDecide'];
  why: Sorted['toDecide'][number]['why'];
}) {
  const pageContext = usePageContext();
  const t = pageContext.t.dane.corrections;
  const own = badges.filter((one) => one.why === why);
  if (own.length === 0) return null;
  const texts = t.toDecide[why];
  return (
    <section>
      <h2>{texts.title}</h2>
      <p>{texts.text}</p>
      <ul class="links">
        {own.map((one) => (
          <li>
            <BadgeName {...one} />
            <span class="block">{texts.judgedOn(pageContext.t.day(one.on), one.metToday)}</span>
            <a href={`/dane/credentials/${one.id}/revocation`}>{t.revoke}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
