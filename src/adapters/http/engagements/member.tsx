import { ENGAGEMENT_CHANGE_KINDS } from '../../../domain/engagement/proposal.ts';
import { CardTable } from '../components/card-table.tsx';
import { usePageContext } from '../layout/page-context.ts';
import type { EngagementTexts } from './descriptions.ts';
import { detailColumns } from './facts.tsx';

/** An engagement of a person, with the links to change it. */
export interface MemberEngagement extends Omit<EngagementTexts, 'missions'> {
  readonly school?: string;
  readonly missions: string;
  readonly note?: string | undefined;
  /** Address before the kind of change; absent if nothing may be changed. */
  readonly changeHref?: string | undefined;
  /** Address of the page where a principal states how the missions are shared out. */
  readonly sharingHref?: string | undefined;
  /** Address of the page that removes it; absent if it may not be removed. */
  readonly removalHref?: string | undefined;
  /** Whether the engagement is over: then it can only be corrected. */
  readonly over: boolean;
  /** The reason why nothing may be changed. */
  readonly fixed?: string | undefined;
}

/** The engagements of one person, each with three links: end, change the missions, correct. */
export function MemberEngagements({ segments }: { segments: readonly MemberEngagement[] }) {
  const pageContext = usePageContext();
  const t = pageContext.t.changes;
  const texts = pageContext.t.dane.people.person;
  const ofSchools = segments.some(({ school }) => school !== undefined);
  return (
    <CardTable
      rows={segments}
      columns={[
        { heading: texts.period, cell: (one) => one.period, names: true },
        ofSchools && { heading: texts.school, cell: (one) => one.school ?? '' },
        {
          heading: texts.missions,
          cell: (one) => (
            <>
              {one.missions}
              {one.sharingHref && (
                <a
                  class="block"
                  href={one.sharingHref}
                  aria-label={pageContext.t.sharing.linkOf(pageContext.t.sharing.link, one.period)}
                >
                  {pageContext.t.sharing.link}
                </a>
              )}
            </>
          ),
        },
        ...detailColumns(segments),
        {
          heading: texts.confirmation,
          cell: (one) => (
            <>
              {one.state}
              {one.note && <span class="note block"> {one.note}</span>}
            </>
          ),
        },
        {
          heading: t.dane.change,
          cell: (one) => <EngagementActions segment={one} />,
        },
      ]}
    />
  );
}

function EngagementActions({ segment }: { segment: MemberEngagement }) {
  const t = usePageContext().t.changes;
  const { changeHref, removalHref, fixed, school, period, over } = segment;
  if (!changeHref) return <>{fixed ?? '–'}</>;
  const what = [school, period].filter(Boolean).join(', ');
  const kinds = ENGAGEMENT_CHANGE_KINDS.filter((kind) => !over || kind === 'correction');
  return (
    <p class="segment-acts">
      {kinds.map((kind) => (
        <a href={`${changeHref}/${kind}`} aria-label={t.actOf(t.acts[kind], what)}>
          {t.acts[kind]}
        </a>
      ))}
      {removalHref && (
        <a href={removalHref} aria-label={t.actOf(t.removal.act, what)}>
          {t.removal.act}
        </a>
      )}
    </p>
  );
}
