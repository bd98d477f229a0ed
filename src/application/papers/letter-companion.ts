import { deriveHeldMissions, wholePeriod } from '../../domain/engagement/assigned-missions.ts';
import type { Mission, MissionCode, ReferenceSection } from '../../domain/engagement/mission.ts';
import { fullName } from '../../domain/person/name.ts';
import { statementTexts } from '../../texts/fr/papers/engagement-statement.ts';
import { companionTexts as texts } from '../../texts/fr/papers/letter-companion.ts';
import { letterTexts } from '../../texts/fr/papers/mission-letter.ts';
import { paperTexts } from '../../texts/fr/papers/phrases.ts';
import { frameworkTexts } from '../../texts/fr/public/framework.ts';
import { typographic } from '../../texts/grammar.ts';
import { withOffice } from '../../texts/office.ts';
import { NEWS_LINKS, type NewsLinks } from '../settings/live.ts';
import { facts, heading, list, paragraph } from './blocks.ts';
import type { Block, PaperContent } from './content-types.ts';
import { officeOf, type PaperContext, schoolName } from './context.ts';
import { authorisedBlocks, type MissionLetterInput, meansAsTexts } from './mission-letter.ts';
import { letterhead, paperOutline, subjectFacts, verificationBlocks } from './sections.ts';

export interface LetterCompanionInput extends MissionLetterInput {
  /** The e-mail address of the office, for questions. */
  readonly email: string;
  readonly news: NewsLinks;
  readonly origin: string;
}

/** The document that accompanies a mission letter. It defines the mission in the school, from the pillars of
 *  the reference text to the office's support. It has the same facts and the same address as its letter. */
export function makeLetterCompanion(input: LetterCompanionInput, context: PaperContext): PaperContent {
  const name = fullName(input.member.person);
  return {
    ...paperOutline({ name: texts.name, title: texts.title(name) }, input.establishment, context),
    blocks: [
      ...opening(input, context),
      ...missionBlocks(input, context),
      heading(2, texts.authorised, 'authorised'),
      ...authorisedBlocks(input, context),
      ...meansBlocks(input, context),
      ...recognitionBlocks(input, context),
      ...supportBlocks(input, context),
      ...verificationBlocks(input.verificationAddress, context),
    ],
  };
}

function opening(input: LetterCompanionInput, context: PaperContext): readonly Block[] {
  const { establishment, engagements, member } = input;
  const { pillars } = frameworkTexts(officeOf(context));
  const period = paperTexts.period(wholePeriod(engagements) ?? engagements[0].period);
  const lead = texts.lead(fullName(member.person), schoolName(establishment), period);
  return [
    letterhead(establishment, context),
    heading(1, texts.name, 'identity'),
    subjectFacts({ ...input, person: member.person }, context),
    { ...paragraph(lead, 'lead'), section: 'engagement' },
    heading(2, pillars.title, 'frame'),
    { ...paragraph(pillars.lede), keep: true },
    list(itemsOf('pillars', context)),
  ];
}

/** Each mission of the person, with the organisation proposed by the reference text, said once for missions side by
 *  side, and that of the school where several people share it. */
function missionBlocks(input: LetterCompanionInput, context: PaperContext): readonly Block[] {
  const office = officeOf(context);
  const { principles, family } = frameworkTexts(office);
  const { framework } = context.basis;
  const proposed = (code: MissionCode) => {
    const labels = framework.organisation.get(code)?.labels ?? [];
    return labels.map((label) => typographic(withOffice(label.fr, office))).join(' ; ');
  };
  const stated = ({ code, label }: Mission) => {
    const others = input.member.shares?.find(({ mission }) => mission === code)?.others ?? 0;
    const name = letterTexts.mission(code, withOffice(label.fr, office));
    return statementTexts.detailed(name, others === 0 ? [] : [texts.shared(others)]);
  };
  const rows = deriveHeldMissions(input.engagements, framework).map((held) => {
    const alike = Map.groupBy(held.missions, ({ mission }) => proposed(mission.code));
    const lines = [...alike].flatMap(([organisation, missions]) => [
      ...missions.map(({ mission }) => stated(mission)),
      ...(organisation === '' ? [] : [texts.proposed(organisation)]),
    ]);
    return [family(held.family.code, typographic(held.family.label.fr)), lines.join('\n')] as const;
  });
  return [
    heading(2, texts.missions, 'missions'),
    facts(rows),
    heading(2, principles.title, 'frame'),
    list(itemsOf('principles', context)),
  ];
}

/** The items of a part of the reference text. */
function itemsOf(part: ReferenceSection, context: PaperContext): readonly string[] {
  const items = context.basis.framework.text[part];
  return items.map(({ words }) => withOffice(words.fr, officeOf(context)));
}

function meansBlocks(input: LetterCompanionInput, context: PaperContext): readonly Block[] {
  const { means } = frameworkTexts(officeOf(context));
  const given = meansAsTexts(input, context);
  return [
    heading(2, means.title, 'means'),
    { ...paragraph(means.lede), keep: true },
    list(itemsOf('means', context)),
    ...(given.length === 0
      ? [paragraph(texts.noneGiven)]
      : [{ ...paragraph(texts.given(fullName(input.member.person))), keep: true as const }, list(given)]),
  ];
}

function recognitionBlocks({ member }: LetterCompanionInput, context: PaperContext): readonly Block[] {
  const { recognition } = frameworkTexts(officeOf(context));
  const projects = (member.projects ?? []).map(({ title, period }) =>
    texts.project(title, paperTexts.period(period)),
  );
  return [
    heading(2, recognition.title, 'projects'),
    { ...paragraph(recognition.lede), keep: true },
    list(itemsOf('recognition', context)),
    paragraph(recognition.note, 'note'),
    ...(projects.length === 0
      ? []
      : [{ ...paragraph(texts.projects(fullName(member.person))), keep: true as const }, list(projects)]),
  ];
}

function supportBlocks(
  { email, news, origin }: LetterCompanionInput,
  context: PaperContext,
): readonly Block[] {
  const { support, news: words } = frameworkTexts(officeOf(context));
  const links = NEWS_LINKS.flatMap((name) => {
    const address = news[name];
    return address ? [texts.link(words.links[name], address)] : [];
  });
  return [
    heading(2, support.title, 'frame'),
    { ...paragraph(support.lede), keep: true },
    list([...itemsOf('support', context), ...links]),
    // The code must not be alone on a page.
    { ...paragraph(texts.ask(email, `${origin}/my/support/new`)), keep: true },
  ];
}
