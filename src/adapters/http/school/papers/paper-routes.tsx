import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { partsOf } from '../../../../application/papers/paper-content.ts';
import { engagementsOfYear } from '../../../../domain/engagement/mission-split.ts';
import { parsePersonId } from '../../../../domain/ids.ts';
import { MOST_TOGETHER, PAPER_KINDS, PAPERS_TOGETHER, parsePaperId } from '../../../../domain/paper/paper.ts';
import { isCountable } from '../../../../domain/records.ts';
import { schoolYearOf } from '../../../../domain/time/school-year.ts';
import { nameOf } from '../../engagements/engagement-words.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { answerPaper, answerPapers } from '../../papers/answer-paper.ts';
import { parsePaperFile } from '../../papers/paper-file.ts';
import { choiceOf, optionalText, requiredText } from '../../shell/form.ts';
import { answerError, answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, takeForm } from '../../shell/take-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { placeOf, requiredUaiOf, schoolGuards, yearOf } from '../school-context.ts';
import { PapersPage } from './papers-page.tsx';

const NEWEST = 50;

const paperYear = requiredText(4)
  .refine((text) => /^20\d\d$/.test(text), { message: 'invalid-choice' })
  .transform(Number);

const paperForm = z
  .object({
    kind: choiceOf(PAPER_KINDS),
    personId: optionalText(),
    year: paperYear,
  })
  .refine(({ kind, personId }) => (kind === 'imp-file') === (personId === undefined), {
    path: ['personId'],
    message: 'required',
  });

const togetherForm = z.object({ kind: choiceOf(PAPERS_TOGETHER), year: paperYear });

/** `/school/{uai}/papers`: papers to print, each with the facts of the day when it was made. */
export function paperRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  return new Hono<AppEnv>()
    .get('/school/:uai/papers', ...schoolGuards(deps, 'read-establishment'), (c) => showPapers(c, deps))
    .post(
      '/school/:uai/papers',
      ...schoolGuards(deps, 'keep-establishment'),
      takeForm(deps, {
        schema: paperForm,
        act: async (c, { kind, year, personId }) => {
          const uai = requiredUaiOf(c);
          const person = personId && { personId: parsePersonId(personId) };
          await services.makePaper({ uai, kind, schoolYear: year, ...person, by: c.var.signedIn.person });
          return `${afterDoing('paper-made', `/school/${uai}/papers`)}&year=${year}`;
        },
      }),
    )
    .post(
      '/school/:uai/papers/together',
      ...schoolGuards(deps, 'keep-establishment'),
      takeForm(deps, {
        schema: togetherForm,
        act: async (c, { kind, year: schoolYear }) => {
          const uai = requiredUaiOf(c);
          const said = { uai, kind, schoolYear, by: c.var.signedIn.person };
          const ids = await services.makePapersTogether(said);
          return `/school/${uai}/papers/together.pdf?ids=${ids.join('.')}`;
        },
      }),
    )
    .get('/school/:uai/papers/together.pdf', ...schoolGuards(deps, 'read-establishment'), async (c) => {
      const asked = (c.req.query('ids') ?? '').split('.').slice(0, MOST_TOGETHER);
      const ids = asked.flatMap((text) => parsePaperId(text) ?? []);
      if (ids.length === 0) return answerError(c, deps, { kind: 'bad-request', status: 400 });
      const found = await ports.store.readPapersWith(ids);
      const papers = ids.flatMap((id) => found.find((one) => one.id === id) ?? []);
      const isOurs = papers.every(({ uai }) => uai === requiredUaiOf(c));
      if (papers.length === 0 || !isOurs) return answerError(c, deps, { kind: 'not-found', status: 404 });
      return answerPapers(c, deps, papers);
    })
    .get(
      '/school/:uai/papers/:file{[A-Za-z0-9_-]+\\.pdf}',
      ...schoolGuards(deps, 'read-establishment'),
      async (c) => {
        const asked = parsePaperFile(c.req.param('file'));
        const paper = asked && (await ports.store.readPaper(asked.id));
        if (paper?.uai !== requiredUaiOf(c)) return answerError(c, deps, { kind: 'not-found', status: 404 });
        return answerPaper(c, deps, { paper, part: asked?.part ?? 'paper' });
      },
    );
}

async function showPapers(c: Context<AppEnv>, deps: AppDeps) {
  const uai = requiredUaiOf(c);
  const [school, papers] = await Promise.all([
    deps.services.readSchool(uai, yearOf(c)),
    deps.ports.store.readPapers(uai, NEWEST),
  ]);
  const { schoolYear, establishment, engagements, written } = school;
  const confirmed = engagementsOfYear(engagements, schoolYear).filter(({ confirmation }) =>
    isCountable(confirmation),
  );
  const engaged = school.people.filter(({ id }) => confirmed.some(({ personId }) => personId === id));
  const props = {
    school: { ...placeOf(c, school), years: school.schoolYears, year: schoolYear },
    people: engaged.map((person) => ({
      id: person.id,
      name: nameOf(person),
      reviewed: written.some(({ personId, on }) => personId === person.id && schoolYearOf(on) === schoolYear),
    })),
    papers: papers.map(({ id, kind, facts, schoolYear: year, madeAt, personId }) => ({
      id,
      kind,
      schoolYear: year,
      madeAt,
      parts: partsOf({ facts }),
      about: personId ? facts.members.map(({ person }) => nameOf(person)).join(', ') : establishment.name,
    })),
  };
  return answerPage(c, workspaceFrame(c, deps, 'school'), <PapersPage {...props} />);
}
