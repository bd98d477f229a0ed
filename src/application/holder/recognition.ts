import { type Award, FIRST_CHOICE } from '../../domain/award/types.ts';
import { DomainError } from '../../domain/errors.ts';
import { isOngoing } from '../../domain/facts/engagement-days.ts';
import { makePeopleCount, namedLike, type PeopleAlike } from '../../domain/holder/recognition.ts';
import type { AwardId, PersonId } from '../../domain/ids.ts';
import { schoolYearOf } from '../../domain/time/school-year.ts';
import { evidenceOf, trainingHoursOf } from '../../issuing/evidence.ts';
import { criteriaAsTexts } from '../awards/criteria-met.ts';
import type { Ports } from '../service-ports.ts';
import type { AwardWithCredential } from '../store/badge-readers.ts';
import { useCases } from '../use-cases.ts';

/** From this number of people on, the page says "more than". */
export const MANY_PEOPLE = 20;

/** Awards read at once. Each is some kilobytes. */
const PAGE_SIZE = 500;

/** How well a badge without a name hides its holder. */
export interface BadgeRecognition {
  /** The holders of the same badge of the same school year and criteria version whose badge would show the same,
   *  this holder included: at most `MANY_PEOPLE` are counted. */
  readonly people: PeopleAlike;
  /** The holder's named badges that would give them away. */
  readonly named: readonly Required<AwardWithCredential>[];
}

/** For each of a person's badges, how well it hides its holder if it shows no name. Each badge takes one query by its
 *  kind, and the holder's badges one. A team's badge has no entry. Throws `unknown-achievement`. */
const readRecognition =
  (ports: Ports) =>
  async (
    personId: PersonId,
    badges: readonly Required<AwardWithCredential>[],
  ): Promise<ReadonlyMap<AwardId, BadgeRecognition>> => {
    const all = await ports.store.readAwardsOf([{ kind: 'person', personId }]);
    const own = all.flatMap(({ award, credential }) => (credential ? [{ award, credential }] : []));
    const found = new Map<AwardId, BadgeRecognition>();
    for (const badge of badges) {
      if (badge.award.recipient.kind !== 'person') continue;
      found.set(badge.award.id, {
        people: await countAlike(ports, badge.award),
        named: namedLike(badge, own),
      });
    }
    return found;
  };

/** Counts the people whose badge of this kind and school year would show the same. It stops once both numbers are
 *  large. */
async function countAlike(ports: Ports, award: Award): Promise<PeopleAlike> {
  const { achievement, version, schoolYear, evaluation } = award;
  const kind = { achievement, version, schoolYear, facts: fragmentsOf(evaluation.facts), limit: PAGE_SIZE };
  const shown = shownBy(ports, award);
  const count = makePeopleCount(award, (one) => shownBy(ports, one) === shown, MANY_PEOPLE);
  let after: AwardId | undefined;
  for (;;) {
    const page = await ports.store.readAwardsAlike({ ...kind, ...(after && { after }) });
    count.add(page);
    if (page.length < PAGE_SIZE || count.isFull()) return count.counted();
    after = page.at(-1)?.id;
  }
}

/** Parts of the stored facts that are the same in every badge that shows the same. */
function fragmentsOf(facts: Award['evaluation']['facts']): readonly string[] {
  const families = `"families":${JSON.stringify(facts.families)}`;
  return facts.kind === 'person' ? [families, `"duration":${facts.duration}`] : [families];
}

/** What the badge of this award shows without name and schools: its kind, its end, its years and its evidence as they
 *  are signed. */
function shownBy({ catalogue }: Ports, award: Award): string {
  const criteria = catalogue.criteriaVersion(award.version);
  if (!criteria) throw new DomainError('unknown-achievement', { version: award.version });
  const { facts } = award.evaluation;
  const criteriaMet = criteriaAsTexts(catalogue, { award, criteria }, 'fr').map(({ met }) => met ?? '');
  const span =
    facts.kind === 'person'
      ? [facts.engagedFrom, facts.engagedTo].map((day) => day && schoolYearOf(day))
      : [];
  return JSON.stringify([
    award.validUntil,
    span,
    isOngoing(facts),
    facts.families,
    facts.kind === 'person' && facts.duration,
    trainingHoursOf(facts),
    evidenceOf({
      ...{ award, criteria, framework: catalogue.framework, criteriaMet },
      ...{ choice: FIRST_CHOICE, schoolNames: new Map(), locale: 'fr' },
    }),
  ]);
}

export const recognitionServices = useCases({ readRecognition });
