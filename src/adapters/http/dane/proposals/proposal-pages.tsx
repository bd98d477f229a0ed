import { ChangeStory } from '../../engagements/change-history.tsx';
import type { ChangeLine } from '../../engagements/change-view.ts';
import { DecideProposal } from '../../engagements/decide-proposal.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

interface ProposalsView {
  readonly proposals: readonly {
    readonly name: string;
    readonly own: boolean;
    readonly school: string;
    readonly schoolHref: string;
    readonly line: ChangeLine;
  }[];
  readonly nextHref?: string;
}

/** `/dane/proposals`: the changes that wait for a decision, the oldest first. */
export function ProposalsPage({ view }: { view: ProposalsView }) {
  const frame = useFrame();
  const { proposals: words, decide } = frame.t.changes;
  return (
    <DaneLayout section="people" title={words.title}>
      <p class="lede">{words.lede}</p>
      {view.proposals.length === 0 && <p class="notice">{decide.none}</p>}
      <ul class="change-list">
        {view.proposals.map(({ name, own, school, schoolHref, line }) => (
          <ChangeStory
            line={line}
            heading={
              <h2>
                {name}, <a href={schoolHref}>{school}</a>
              </h2>
            }
          >
            {own ? (
              <p class="note">{decide.own}</p>
            ) : (
              <a
                class="button-secondary"
                href={`/dane/proposals/${line.id}`}
                aria-label={decide.openOf(name)}
              >
                {decide.open}
              </a>
            )}
          </ChangeStory>
        ))}
      </ul>
      {view.nextHref && (
        <p>
          <a href={view.nextHref}>{frame.t.forms.next}</a>
        </p>
      )}
    </DaneLayout>
  );
}

/** `/dane/proposals/{id}` */
export function ProposalPage({
  view: { name, line, current, seen, bringsNew },
  form,
}: {
  view: {
    readonly name: string;
    readonly line: ChangeLine;
    readonly current: string;
    readonly seen: string;
    readonly bringsNew?: 'missions' | 'correction';
  };
  form: FormState;
}) {
  const { decide } = useFrame().t.changes;
  return (
    <DaneLayout section="people" title={decide.title(name)}>
      <DecideProposal
        {...{ line, current, seen, bringsNew, form }}
        action={`/dane/proposals/${line.id}`}
        back="/dane/proposals"
        by="dane"
        own={false}
      />
    </DaneLayout>
  );
}
