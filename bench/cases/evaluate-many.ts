import { evaluateRecipients, judgeRecipients } from '../../src/application/awards/evaluate-recipients.ts';
import type { Ports } from '../../src/application/service-ports.ts';
import type { AchievementDefinition, Criteria } from '../../src/domain/criteria/definition.ts';
import type { Rule } from '../../src/domain/criteria/rule.ts';
import { localDateInParis } from '../../src/domain/time/calendar.ts';
import { startTestService } from '../../test/support/servers/service.ts';
import { importPeople } from '../fixtures/import-people.ts';
import { type Comparison, type Contender, compare, toRatio } from '../measuring/compare.ts';
import { median } from '../measuring/median.ts';
import type { Finding, Row } from '../measuring/row.ts';
import { type Judging, together } from './evaluate.ts';

const PEOPLE = { usual: 20_000, trial: 30 };
const BADGES = 200;

/** Both sides read the same people from the same database. An operation is one badge of one person, so the
 *  reading weighs less on the side with more badges. */
export const judgeMany: Row = {
  name: 'judge-many',
  title: 'judge everyone for 200 badges, one with a rule of 200 leaves',
  against: 'the same service with the badges of Dijon, a badge of a person',
  group: 'usual',
  startsPrograms: false,
  includes:
    'Ours: what `judge` does for everyone, with the people’s badges of Dijon copied to 200, the first with 40 groups of five leaves, of which all are looked at. The rival: the same for the badges as they are. First lines: which badges are met; the others: every finding as well.',
  excludes: 'As in `judge`. The rules are compiled in the first round, which is not counted.',
  measure: async (options) => {
    const people = options.size ?? (options.blockMs === 0 ? PEOPLE.trial : PEOPLE.usual);
    const service = await startTestService();
    try {
      options.note(`importing ${people} people`);
      await importPeople(service, people);
      const { ports } = service;
      const usual = ports.catalogue.criteriaInForce(localDateInParis(ports.clock.now()));
      const few = usual.achievements.filter(({ recipient }) => recipient === 'person').length;
      const many = withCriteria(ports, greatVersion(usual));
      const measured = async (what: string, judging: (ports: Ports) => Judging) => {
        const sides = {
          ours: eachBadge(together(judging(many), people), people * BADGES),
          rival: eachBadge(together(judging(ports), people), people * few),
        };
        return toFindings(what, await compare(sides, options), people);
      };
      return [
        ...(await measured('a badge', judgeRecipients)),
        ...(await measured('a badge with every finding', evaluateRecipients)),
      ];
    } finally {
      await service.stop();
    }
  },
};

function toFindings(what: string, found: Comparison, people: number): readonly Finding[] {
  const each = median(found.ours) * BADGES;
  const all = `${((each * people) / 1_000_000).toFixed(1)} s of processor time for ${people.toLocaleString('en')} people`;
  return [
    toRatio(what, found, { atLeast: 1 }),
    { what: `${what}: a person for all 200`, value: each, unit: 'µs', detail: all },
  ];
}

const eachBadge = (contender: Contender, count: number): Contender => ({ ...contender, count });

/** The people's badges over and over, each copy with rules of its own. */
function greatVersion(criteria: Criteria): Criteria {
  const known = criteria.achievements.filter(({ recipient }) => recipient === 'person');
  const copies = Array.from({ length: BADGES }, (_, at): AchievementDefinition => {
    const copied = structuredClone(known[at % known.length] as AchievementDefinition);
    if (at < known.length) return copied;
    const code = `${copied.code}-${at}`;
    if (at > known.length) return { ...copied, code };
    return { ...copied, code, requirements: [{ name: 'great', rule: greatRule() }] };
  });
  return { ...criteria, achievements: copies };
}

/** A rule of 200 leaves. The last of each group is met by no one, so that none is passed over. */
function greatRule(): Rule {
  return {
    any: Array.from({ length: 40 }, (_, group) => ({
      all: [
        { duration: { atLeast: 1 } },
        { families: { atLeast: 1 } },
        { recent: { last: 3 + group } },
        { reviewYears: { atLeast: 1 } },
        { trainingHours: { atLeast: 500 - group } },
      ],
    })),
  };
}

function withCriteria(ports: Ports, criteria: Criteria): Ports {
  return { ...ports, catalogue: { ...ports.catalogue, criteriaInForce: () => criteria } };
}
