import { PAGE_SIZE } from '../../adapters/http/components/pagination.tsx';
import type { AppDeps } from '../../adapters/http/env.ts';
import { Form, Submit } from '../../adapters/http/forms/elements.tsx';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import { placeOf } from '../../adapters/http/school/context.ts';
import { SchoolLayout } from '../../adapters/http/school/layout.tsx';
import { toSeen } from '../../domain/engagement/fields.ts';
import { DomainError } from '../../domain/errors.ts';
import { fullName } from '../../domain/person/name.ts';
import { referencesOf } from './actions.ts';
import { ContestList, ContestStory, readContestOf } from './components.tsx';
import { isOpen } from './feature.ts';

/** `/school/{uai}/contests`: the principal reads contests, and may lift one; the DANE reads them. */
export const schoolContestPages = (deps: AppDeps) =>
  definePages(deps, 'school')
    .page('/school/:uai/contests', 'read-motive', renderContests)
    .page('/school/:uai/contests/:id', 'read-motive', renderContest);

async function renderContests({ c, services, uai, query, t: { contests: t } }: PageRequest) {
  const school = await services.readSchool(uai);
  const { people, establishment, engagements } = school;
  const open = c.req.query('over') === undefined;
  const requested = school.contests.filter((contest) => isOpen(contest) === open);
  // Where no contest has this id, the list starts at its beginning.
  const start = requested.findIndex(({ id }) => id === query('after')) + 1;
  const shown = requested.slice(start, start + PAGE_SIZE);
  const lines = shown.flatMap((contest) => {
    const person = people.find(({ id }) => id === contest.personId);
    const own = referencesOf(contest);
    const contested = engagements.filter(({ reference }) => own.includes(reference));
    return person ? [{ contest, person, establishment, engagements: contested }] : [];
  });
  return (
    <SchoolLayout
      school={placeOf(c, school)}
      page="contests"
      title={t.listTitle.school}
      description={t.listLede.school}
    >
      <p class="lede">{t.listLede.school}</p>
      <ContestList
        base={`/school/${uai}/contests`}
        none={t.none.school}
        next={requested.length > start + PAGE_SIZE ? shown.at(-1)?.id : undefined}
        {...{ lines, open }}
      />
    </SchoolLayout>
  );
}

/** One contest, which the principal may lift while it waits. */
async function renderContest(request: PageRequest) {
  const { uai, may, wording } = request;
  const file = await readContestOf(request);
  const { contest, engagements, person } = file;
  if (contest.uai !== uai) throw new DomainError('not-found');
  const contested = engagements.find(({ reference }) => reference === contest.engagementReference);
  const mayLift =
    isOpen(contest) && may('confirm-engagement', { kind: 'engagement', personId: contest.personId, uai });
  const texts = request.t.contests.to.others;
  return (
    <SchoolLayout
      school={placeOf(request.c, file)}
      page="contests"
      title={texts.title(fullName(person))}
      description={texts.parties}
    >
      <ContestStory file={file} reader="others" wording={wording} />
      {contested && mayLift && (
        <Lift
          action={`/school/${uai}/confirmations/${encodeURIComponent(contested.reference)}`}
          seen={toSeen(contested)}
        />
      )}
    </SchoolLayout>
  );
}

/** A contest is lifted by confirming its engagement. */
function Lift({ action, seen }: { action: string; seen: string }) {
  const t = usePageContext().t.school.decisions;
  return (
    <>
      <h2>{t.lift}</h2>
      <p>{t.liftText}</p>
      <div class="actions">
        <Form action={action} class="" seen={seen}>
          <Submit name="decision" value="confirm">
            {t.lift}
          </Submit>
        </Form>
        <a class="button-secondary" href={action}>
          {t.liftOtherwise}
        </a>
      </div>
    </>
  );
}
