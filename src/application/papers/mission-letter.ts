import { deriveHeldMissions, wholePeriod } from '../../domain/engagement/assigned-missions.ts';
import { type AuthorisationKey, isSameAction } from '../../domain/engagement/authorisation-key.ts';
import { actionsDuring, authorisedActions } from '../../domain/engagement/authorised-actions.ts';
import { sharingsOfMission } from '../../domain/engagement/mission-sharing.ts';
import { fullName } from '../../domain/person/name.ts';
import type { Authorisation, Engagement, School } from '../../domain/records.ts';
import type { LocalDate } from '../../domain/time/calendar.ts';
import type { SchoolYear } from '../../domain/time/school-year.ts';
import type { Means } from '../../features/means/feature.ts';
import { engagementDetails } from '../../texts/engagement-details.ts';
import { sharingSentence } from '../../texts/fr/mission-sharing.ts';
import { type Tense, letterTexts as texts } from '../../texts/fr/papers/mission-letter.ts';
import { paperTexts } from '../../texts/fr/papers/phrases.ts';
import { withOffice } from '../../texts/office.ts';
import { heading, list, paragraph } from './blocks.ts';
import type { Block, PaperContent } from './content-types.ts';
import {
  daysOf,
  officeOf,
  type PaperContext,
  roleNamesOf,
  type SchoolMember,
  schoolName,
} from './context.ts';
import { letterhead, paperOutline, signedAndSealed, subjectFacts } from './sections.ts';

export interface ProcedureAddress {
  readonly action: AuthorisationKey;
  readonly address: string;
}

export interface MissionLetterInput {
  readonly establishment: School;
  /** Without `shares`, which count the other holders of each mission, the letter does not distinguish main
   *  missions from shared ones. */
  readonly member: SchoolMember;
  readonly engagements: readonly [Engagement, ...Engagement[]];
  readonly authorisations: readonly Authorisation[];
  /** The means that the school provides to this person. */
  readonly means: readonly Means[];
  readonly schoolYear?: SchoolYear;
  readonly principalName?: string;
  readonly nextReviewOn?: LocalDate;
  /** The procedure sheets of the school. Absent from older letters, which list only the actions of the
   *  person's missions. */
  readonly procedures?: readonly ProcedureAddress[];
  readonly verificationAddress: string;
}

/** The mission letter of one person. A mission is a main one where no other person at the school holds it on
 *  a common day. */
export function makeMissionLetter(input: MissionLetterInput, context: PaperContext): PaperContent {
  const names = { name: texts.name, title: texts.title(fullName(input.member.person)) };
  return {
    ...paperOutline(names, input.establishment, context),
    blocks: [
      ...opening(input, context),
      ...missionBlocks(input, context),
      ...conditions(input, context),
      heading(2, texts.headings.recognition, 'frame'),
      // The signatures must not be alone on a page.
      { ...paragraph(texts.recognition), keep: true },
      ...signedAndSealed(texts.headings.signatures, input, { context, signer: input.member }),
    ],
  };
}

function opening(input: MissionLetterInput, context: PaperContext): readonly Block[] {
  const { establishment, engagements, member } = input;
  const name = fullName(member.person);
  const period = paperTexts.period(wholePeriod(engagements) ?? engagements[0].period);
  const names = roleNamesOf(context);
  const details = engagements.flatMap((one) => engagementDetails(one, 'fr', names));
  const stated = Map.groupBy(
    details.filter(({ items }) => items.length > 0),
    ({ label }) => label,
  );
  const facts = [...stated].map(([label, some]) => {
    const items = new Set(some.flatMap((one) => one.items));
    return [label, paperTexts.capitalised([...items].join(', '))] as const;
  });
  return [
    letterhead(establishment, context),
    heading(1, texts.name, 'identity'),
    paragraph(texts.subject(member.titleForm)),
    subjectFacts({ ...input, person: member.person }, context, [
      [texts.period, paperTexts.capitalised(period)],
      ...facts,
    ]),
    {
      ...paragraph(
        texts.lead(name, schoolName(establishment), { period, tense: tenseOf(input, context) }),
        'lead',
      ),
      section: 'engagement',
    },
  ];
}

function missionBlocks(
  { engagements, member: { shares } }: MissionLetterInput,
  context: PaperContext,
): readonly Block[] {
  const held = deriveHeldMissions(engagements, context.basis.framework).flatMap(({ missions }) => missions);
  const othersOf = (code: string) => shares?.find(({ mission }) => mission === code)?.others ?? 0;
  const words = held.map(({ mission: { code, label } }) => {
    const others = othersOf(code);
    const name = withOffice(label.fr, officeOf(context));
    const stated = sharingsOfMission(code, engagements).map(({ kind, words }) =>
      sharingSentence(kind, words),
    );
    return {
      others,
      text: [others > 0 ? texts.shared(code, name, others) : texts.mission(code, name), ...stated].join(', '),
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
  const tense = tenseOf(input, context);
  const means = meansAsTexts(input, context);
  return [
    heading(2, texts.headings.authorised, 'authorised'),
    ...authorisedBlocks(input, context),
    heading(2, texts.headings.means, 'means'),
    listOr(texts.noMeans, means),
    heading(2, texts.headings.training, 'frame'),
    paragraph(texts.training[tense]),
    heading(2, texts.headings.review, 'planned-review'),
    paragraph(nextReviewAsText(input, context)),
  ];
}

export function meansAsTexts(input: MissionLetterInput, context: PaperContext): readonly string[] {
  const { on } = daysOf(context);
  return input.means
    .filter(({ personId, uai }) => personId === input.member.person.id && uai === input.establishment.uai)
    .filter(({ since }) => since <= on)
    .map(({ kind, description, since }) => texts.means(kind, description, since));
}

/** Whether the engagements of the letter are past, in force or in the future on its day. */
function tenseOf({ engagements }: MissionLetterInput, context: PaperContext): Tense {
  const { on } = daysOf(context);
  if (engagements.every(({ period: { to } }) => to !== undefined && to < on)) return 'past';
  return engagements.every(({ period: { from } }) => from > on) ? 'future' : 'present';
}

function nextReviewAsText(input: MissionLetterInput, context: PaperContext): string {
  const { nextReviewOn } = input;
  const isPast = tenseOf(input, context) === 'past';
  if (nextReviewOn === undefined) return isPast ? texts.reviewUnplanned : texts.reviewToPlan;
  const wasPlanned = isPast || nextReviewOn < daysOf(context).on;
  return wasPlanned ? texts.reviewPlanned(nextReviewOn) : texts.review(nextReviewOn);
}

/** The actions that the local authority allows on some days of the engagements: those for the person's missions,
 *  then the others of the school. Older letters list only the first. */
export function authorisedBlocks(input: MissionLetterInput, context: PaperContext): readonly Block[] {
  const { engagements, authorisations, procedures } = input;
  const own = authorisedActions(engagements, authorisations);
  const others = procedures
    ? actionsDuring(engagements, authorisations).filter((one) => !own.includes(one))
    : [];
  const words = (actions: readonly Authorisation[]) =>
    actions.flatMap((action) => authorisationAsTexts(action, input, context));
  return [
    ...(own.length > 0 || others.length === 0 ? [listOr(texts.noAuthorised, words(own))] : []),
    ...(others.length === 0
      ? []
      : [{ ...paragraph(texts.othersAuthorised), keep: true as const }, list(words(others))]),
    ...(own.length + others.length === 0 ? [] : [paragraph(texts.procedures)]),
  ];
}

function authorisationAsTexts(
  action: Authorisation,
  { procedures = [] }: MissionLetterInput,
  { basis: { framework } }: PaperContext,
): readonly string[] {
  const { mission: code, localAuthority, period, convention } = action;
  const mission = framework.missions.get(code);
  const details = texts.authorisation(localAuthority, paperTexts.period(period), convention);
  const sheet = procedures.find((one) => isSameAction(one.action, action));
  if (!mission) return [];
  return [texts.authorised(code, mission.label.fr, { details, sheet: sheet?.address })];
}

function listOr(nothing: string, items: readonly string[]): Block {
  return items.length === 0 ? paragraph(nothing) : list(items);
}
