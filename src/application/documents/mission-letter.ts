import type { Means } from '../../domain/engagement/means.ts';
import type { MissionFramework } from '../../domain/engagement/mission.ts';
import type { Authorisation, Engagement, Establishment } from '../../domain/records.ts';
import { intersect, toDaySpan } from '../../domain/time/day-spans.ts';
import { type LocalDate, localDateInParis } from '../../domain/time/time.ts';
import { roleLabels } from '../../texts/fr/criteria-labels.ts';
import { documentTexts } from '../../texts/fr/documents.ts';
import { letterTexts as texts } from '../../texts/fr/documents-letter.ts';
import { facts, heading, list, paragraph } from './blocks.ts';
import type { Block, DocumentContent } from './document-content.ts';
import type { DocumentContext, SchoolMember } from './document-context.ts';
import { deriveHeldMissions, type HeldMission } from './held-missions.ts';
import { fullName, namesOf, schoolName } from './names.ts';

export interface MissionLetterInput {
  readonly establishment: Establishment;
  readonly member: SchoolMember;
  /** The segment the letter is about, confirmed or not. */
  readonly engagement: Engagement;
  readonly team: readonly SchoolMember[];
  readonly authorisations: readonly Authorisation[];
  /** The school's means for this person. */
  readonly means: readonly Means[];
  readonly principalName?: string;
  readonly nextReviewOn?: LocalDate;
  /** Free text; absent or empty: the general sentence alone. */
  readonly trainingsWished?: string;
}

/** The mission letter of one segment. A mission is main where nobody else at the school holds it on a common day. */
export function makeMissionLetter(input: MissionLetterInput, context: DocumentContext): DocumentContent {
  const { framework } = context.basis;
  const on = localDateInParis(context.madeAt);
  const { main, shared } = splitMissions(input, framework);
  return {
    title: texts.title(fullName(input.member.person)),
    runningHead: texts.runningHead,
    issuerName: context.issuerName,
    madeAt: context.madeAt,
    blocks: [
      ...opening(input, on),
      heading(2, texts.headings.main),
      listOr(texts.noMain, main),
      heading(2, texts.headings.shared),
      listOr(texts.noShared, shared),
      ...conditions(input, framework, on),
      heading(2, texts.headings.recognition),
      paragraph(texts.recognition),
      heading(2, texts.headings.signatures),
      { kind: 'signatures', places: texts.places },
    ],
  };
}

function opening(input: MissionLetterInput, on: LocalDate): readonly Block[] {
  const { establishment, engagement, member, principalName } = input;
  const name = fullName(member.person);
  const period = documentTexts.period(engagement.period);
  const roles = engagement.roles.map((role) => roleLabels[role]).join(', ');
  return [
    heading(1, texts.heading),
    paragraph(texts.subject),
    facts([
      [documentTexts.facts.person, name],
      [documentTexts.facts.school, schoolName(establishment)],
      [documentTexts.facts.uai, establishment.uai],
      ...(principalName === undefined ? [] : ([[texts.principal, principalName]] as const)),
      [texts.period, documentTexts.capitalised(period)],
      ...(roles === '' ? [] : ([[texts.role, documentTexts.capitalised(roles)]] as const)),
      [documentTexts.facts.madeOn, documentTexts.day(on)],
    ]),
    paragraph(texts.lead(name, schoolName(establishment), period), 'lead'),
  ];
}

function splitMissions({ engagement, team }: MissionLetterInput, framework: MissionFramework) {
  const records = team.map(({ record }) => record);
  const held = deriveHeldMissions([engagement], records, framework).flatMap(({ missions }) => missions);
  const alone = held.filter(({ sharedWith }) => sharedWith.length === 0);
  const together = held.filter(({ sharedWith }) => sharedWith.length > 0);
  const names = ({ sharedWith }: HeldMission) => namesOf(sharedWith, team).join(', ');
  return {
    main: alone.map(({ mission }) => texts.mission(mission.code, mission.label.fr)),
    shared: together.map((one) => texts.sharedWith(one.mission.code, one.mission.label.fr, names(one))),
  };
}

function conditions(input: MissionLetterInput, framework: MissionFramework, on: LocalDate): readonly Block[] {
  const { nextReviewOn, trainingsWished = '' } = input;
  const means = input.means
    .filter(({ personId, uai }) => personId === input.member.person.id && uai === input.establishment.uai)
    .filter(({ since }) => since <= on)
    .map(({ kind, description, since }) => texts.means(kind, description, since));
  const authorised = authorisedActions(input, framework);
  return [
    heading(2, texts.headings.authorised),
    listOr(texts.noAuthorised, authorised),
    ...(authorised.length === 0 ? [] : [paragraph(texts.procedures)]),
    heading(2, texts.headings.means),
    listOr(texts.noMeans, means),
    heading(2, texts.headings.training),
    paragraph(texts.training),
    ...(trainingsWished.trim() === '' ? [] : [paragraph(texts.trainingsWished(trainingsWished.trim()))]),
    heading(2, texts.headings.review),
    paragraph(nextReviewOn === undefined ? texts.reviewToPlan : texts.review(nextReviewOn)),
  ];
}

/** Conditional missions of the segment that the local authority allows on some of its days. */
function authorisedActions(
  { engagement, authorisations }: MissionLetterInput,
  framework: MissionFramework,
): readonly string[] {
  return engagement.missions.flatMap((code) => {
    const mission = framework.missions.get(code);
    if (!mission?.conditional) return [];
    return authorisations
      .filter((authorisation) => authorisation.uai === engagement.uai && authorisation.mission === code)
      .filter(({ period }) => intersect(toDaySpan(period), toDaySpan(engagement.period)) !== undefined)
      .map(({ localAuthority, period, convention }) =>
        texts.authorised(
          code,
          mission.label.fr,
          texts.authorisation(localAuthority, documentTexts.period(period), convention),
        ),
      );
  });
}

function listOr(nothing: string, items: readonly string[]): Block {
  return items.length === 0 ? paragraph(nothing) : list(items);
}
