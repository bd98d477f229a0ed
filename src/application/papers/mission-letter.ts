import { authorisedActions } from '../../domain/engagement/authorised-actions.ts';
import { deriveHeldMissions, wholePeriod } from '../../domain/engagement/held-missions.ts';
import type { Means } from '../../domain/engagement/means.ts';
import type { MissionFramework } from '../../domain/engagement/mission.ts';
import { sharingsOfMission } from '../../domain/engagement/mission-sharing.ts';
import type { Authorisation, Engagement, Establishment } from '../../domain/records.ts';
import type { SchoolYear } from '../../domain/time/school-year.ts';
import type { LocalDate } from '../../domain/time/time.ts';
import { roleLabels } from '../../texts/fr/criteria-labels.ts';
import { documentTexts } from '../../texts/fr/documents.ts';
import { letterTexts as texts } from '../../texts/fr/documents-letter.ts';
import { sharingSaid } from '../../texts/fr/sharing.ts';
import { OFFICE } from '../../texts/office.ts';
import { heading, list, paragraph } from './blocks.ts';
import { fullName, schoolName } from './names.ts';
import type { Block, PaperContent } from './paper-blocks.ts';
import { daysOf, type PaperContext, type SchoolMember } from './paper-context.ts';
import { letterhead, paperFrame, signatureBlocks, subjectFacts, verificationBlocks } from './paper-parts.ts';

export interface MissionLetterInput {
  readonly establishment: Establishment;
  /** Without `shares`, which counts how many others hold each mission, the letter does not tell main from
   *  shared ones. */
  readonly member: SchoolMember;
  /** The segments of the letter. */
  readonly engagements: readonly [Engagement, ...Engagement[]];
  readonly authorisations: readonly Authorisation[];
  /** The means that the school provides to this person. */
  readonly means: readonly Means[];
  readonly schoolYear?: SchoolYear;
  readonly principalName?: string;
  readonly nextReviewOn?: LocalDate;
  readonly verificationAddress: string;
}

/** The mission letter of one person. A mission is main where no other person at the school holds it on a
 *  common day. */
export function makeMissionLetter(input: MissionLetterInput, context: PaperContext): PaperContent {
  const { framework } = context.basis;
  const names = { name: texts.name, title: texts.title(fullName(input.member.person)) };
  return {
    ...paperFrame(names, input.establishment, context),
    blocks: [
      ...opening(input, context),
      ...missionBlocks(input, framework),
      ...conditions(input, context),
      heading(2, texts.headings.recognition, 'frame'),
      paragraph(texts.recognition),
      ...signatureBlocks(texts.headings.signatures, input, { context, withPerson: true }),
      ...verificationBlocks(input.verificationAddress, context),
    ],
  };
}

function opening(input: MissionLetterInput, context: PaperContext): readonly Block[] {
  const { establishment, engagements, member } = input;
  const name = fullName(member.person);
  const period = documentTexts.period(wholePeriod(engagements) ?? engagements[0].period);
  const held = new Set(engagements.flatMap(({ roles }) => roles));
  const roles = [...held].map((role) => roleLabels(OFFICE)[role]).join(', ');
  return [
    letterhead(establishment, context),
    heading(1, texts.name, 'identity'),
    paragraph(texts.subject),
    subjectFacts({ ...input, person: member.person }, context, [
      [texts.period, documentTexts.capitalised(period)],
      ...(roles === '' ? [] : ([[texts.role, documentTexts.capitalised(roles)]] as const)),
    ]),
    { ...paragraph(texts.lead(name, schoolName(establishment), period), 'lead'), section: 'engagement' },
  ];
}

function missionBlocks(
  { engagements, member: { shares } }: MissionLetterInput,
  framework: MissionFramework,
): readonly Block[] {
  const held = deriveHeldMissions(engagements, framework).flatMap(({ missions }) => missions);
  const othersOf = (code: string) => shares?.find(({ mission }) => mission === code)?.others ?? 0;
  const words = held.map(({ mission: { code, label } }) => {
    const others = othersOf(code);
    const said = sharingsOfMission(code, engagements).map(({ kind, words }) => sharingSaid(kind, words));
    return {
      others,
      text: [others > 0 ? texts.shared(code, label.fr, others) : texts.mission(code, label.fr), ...said].join(
        ', ',
      ),
    };
  });
  const textsOf = (isShared: boolean) =>
    words.filter(({ others }) => others > 0 === isShared).map(({ text }) => text);
  if (!shares) return [heading(2, texts.headings.missions, 'missions'), list(textsOf(false))];
  return [
    heading(2, texts.headings.main, 'missions'),
    listOr(texts.noMain, textsOf(false)),
    heading(2, texts.headings.shared),
    listOr(texts.noShared, textsOf(true)),
  ];
}

function conditions(input: MissionLetterInput, context: PaperContext): readonly Block[] {
  const { nextReviewOn } = input;
  const { on } = daysOf(context);
  const means = input.means
    .filter(({ personId, uai }) => personId === input.member.person.id && uai === input.establishment.uai)
    .filter(({ since }) => since <= on)
    .map(({ kind, description, since }) => texts.means(kind, description, since));
  const authorised = authorisedWords(input, context.basis.framework);
  return [
    heading(2, texts.headings.authorised, 'authorised'),
    listOr(texts.noAuthorised, authorised),
    ...(authorised.length === 0 ? [] : [paragraph(texts.procedures)]),
    heading(2, texts.headings.means, 'means'),
    listOr(texts.noMeans, means),
    heading(2, texts.headings.training, 'frame'),
    paragraph(texts.training),
    heading(2, texts.headings.review, 'planned-review'),
    paragraph(nextReviewOn === undefined ? texts.reviewToPlan : texts.review(nextReviewOn)),
  ];
}

/** Conditional missions of the segments that the local authority allows on some of their days. */
function authorisedWords(
  { engagements, authorisations }: MissionLetterInput,
  framework: MissionFramework,
): readonly string[] {
  return authorisedActions(engagements, authorisations).flatMap(
    ({ mission: code, localAuthority, period, convention }) => {
      const mission = framework.missions.get(code);
      const details = texts.authorisation(localAuthority, documentTexts.period(period), convention);
      return mission ? [texts.authorised(code, mission.label.fr, details)] : [];
    },
  );
}

function listOr(nothing: string, items: readonly string[]): Block {
  return items.length === 0 ? paragraph(nothing) : list(items);
}
