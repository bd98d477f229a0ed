import { deriveHeldMissions } from '../../domain/engagement/held-missions.ts';
import type { MissionCode, MissionFramework } from '../../domain/engagement/mission.ts';
import { sharingsOfMission } from '../../domain/engagement/mission-sharing.ts';
import { engagementsOfYear, type MissionShare } from '../../domain/engagement/mission-split.ts';
import { derivePersonFacts } from '../../domain/facts/derive-facts.ts';
import type { FactsBasis } from '../../domain/facts/facts.ts';
import type { Engagement } from '../../domain/records.ts';
import { type SchoolYear, schoolYearLabel } from '../../domain/time/school-year.ts';
import type { LocalDate } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';
import { roleLabels } from '../../texts/fr/criteria-labels.ts';
import { sharingSaid } from '../../texts/fr/mission-sharing.ts';
import { statementTexts as texts } from '../../texts/fr/papers/engagement-statement.ts';
import { paperTexts } from '../../texts/fr/papers/words.ts';
import { withOffice } from '../../texts/office.ts';
import { paragraph, table } from './blocks.ts';
import type { Block, Table } from './paper-blocks.ts';
import type { SchoolMember } from './paper-context.ts';

const { columns } = texts;
const { capitalised } = paperTexts;

/** The segments: period, roles, confirmers and dates of confirmation. */
export function segmentsTable(segments: readonly Engagement[], office: string): Table {
  const rows = segments.map(({ period, roles, confirmation, confirmedBy, confirmedOn }) => [
    capitalised(paperTexts.period(period)),
    capitalised(roles.map((role) => roleLabels(office)[role]).join(', ')) || paperTexts.none,
    texts.confirmation(confirmation, { by: confirmedBy, on: confirmedOn, office }),
  ]);
  return table(
    [
      { label: columns.period, share: 3 },
      { label: columns.roles, share: 3 },
      { label: columns.confirmation, share: 4 },
    ],
    [{ rows }],
  );
}

interface YearsQuestion {
  readonly uai: Uai;
  readonly on: LocalDate;
  readonly basis: FactsBasis;
  /** The current school year, which has not ended. */
  readonly current: SchoolYear;
}

/** For each school year, the engagement at this school alone, followed by the years recognised there and in
 *  all schools. */
export function yearsBlocks(
  { record, recognised }: SchoolMember,
  { uai, on, basis, current }: YearsQuestion,
): readonly Block[] {
  const here = record.engagements.filter((engagement) => engagement.uai === uai);
  const { years } = derivePersonFacts({ ...record, engagements: here }, on, basis);
  const rows = years
    .filter(({ days }) => days > 0)
    .map(({ year, days, value, families }) => [
      schoolYearLabel(year),
      String(days),
      capitalised(texts.length(value, year === current)),
      families.join(', ') || paperTexts.none,
    ]);
  const labels = [columns.year, columns.days, columns.length, columns.families];
  const shares = labels.map((label) => ({ label, share: 1 }));
  return [
    ...(rows.length === 0 ? [] : [table(shares, [{ rows }])]),
    ...(recognised ? [paragraph(texts.recognised(recognised.here, recognised.inAll))] : []),
  ];
}

interface MissionWords {
  /** The school year of the split. */
  readonly year: SchoolYear;
  readonly framework: MissionFramework;
  readonly office: string;
  /** Absent where it is unknown. The table then leaves it out. */
  readonly shares?: readonly MissionShare[];
}

/** Missions with their labels, their periods and the way they are shared in that year, family by family. */
export function missionsTable(
  segments: readonly Engagement[],
  { year, framework, office, shares }: MissionWords,
): Table {
  const ofYear = engagementsOfYear(segments, year);
  const splitOf = (code: MissionCode) => {
    const share = shares?.find(({ mission }) => mission === code);
    if (!share) return paperTexts.none;
    const said = sharingsOfMission(code, ofYear).map(({ kind, words }) => sharingSaid(kind, words));
    return capitalised([share.others === 0 ? texts.alone : texts.shared(share.others), ...said].join(', '));
  };
  const groups = deriveHeldMissions(segments, framework).map(({ family, missions }) => ({
    label: texts.family(family.code, family.label.fr),
    rows: missions.map(({ mission, periods }) => [
      texts.mission(mission.code, withOffice(mission.label.fr, office)),
      capitalised(periods.map(paperTexts.period).join(', ')),
      ...(shares ? [splitOf(mission.code)] : []),
    ]),
  }));
  return table(
    [
      { label: columns.mission, share: 4.6 },
      { label: columns.period, share: 3.3 },
      ...(shares ? [{ label: columns.split(schoolYearLabel(year)), share: 2.8 }] : []),
    ],
    groups,
  );
}
