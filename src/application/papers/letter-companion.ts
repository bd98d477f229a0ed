import { deriveHeldMissions, wholePeriod } from '../../domain/engagement/held-missions.ts';
import type { MissionCode } from '../../domain/engagement/mission.ts';
import type { ReferencePart } from '../../domain/engagement/reference-text.ts';
import { frameworkTexts } from '../../texts/fr/framework.ts';
import { companionTexts as texts } from '../../texts/fr/papers/letter-companion.ts';
import { paperTexts } from '../../texts/fr/papers/words.ts';
import { withOffice } from '../../texts/office.ts';
import { typographic } from '../../texts/typographic.ts';
import { NEWS_LINKS, type NewsLinks } from '../settings/living-settings.ts';
import { heading, list, paragraph, table } from './blocks.ts';
import { authorisedBlocks, type MissionLetterInput, meansWords } from './mission-letter.ts';
import type { Block, PaperContent } from './paper-blocks.ts';
import { fullName, officeOf, type PaperContext, schoolName } from './paper-context.ts';
import { letterhead, paperFrame, subjectFacts, verificationBlocks } from './paper-parts.ts';

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
    ...paperFrame({ name: texts.name, title: texts.title(name) }, input.establishment, context),
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

/** Each mission of the person, with the organisation proposed by the reference text and that of the
 *  school. */
function missionBlocks(input: LetterCompanionInput, context: PaperContext): readonly Block[] {
  const office = officeOf(context);
  const { principles, family } = frameworkTexts(office);
  const { framework } = context.basis;
  const { shares } = input.member;
  const proposed = (code: MissionCode) => {
    const labels = framework.organisation.get(code)?.labels ?? [];
    return labels.map((label) => typographic(withOffice(label.fr, office))).join(' ; ') || paperTexts.none;
  };
  const here = (code: string) => {
    const share = shares?.find(({ mission }) => mission === code);
    if (!share) return texts.held;
    return share.others === 0 ? texts.alone : texts.shared(share.others);
  };
  const groups = deriveHeldMissions(input.engagements, framework).map((held) => ({
    label: family(held.family.code, typographic(held.family.label.fr)),
    rows: held.missions.map(({ mission: { code, label } }) => [
      `${code} : ${typographic(withOffice(label.fr, office))}`,
      proposed(code),
      here(code),
    ]),
  }));
  return [
    heading(2, texts.missions, 'missions'),
    table(
      [
        { label: texts.columns.mission, share: 4 },
        { label: texts.columns.proposed, share: 3.4 },
        { label: texts.columns.here, share: 2.6 },
      ],
      groups,
    ),
    heading(2, principles.title, 'frame'),
    list(itemsOf('principles', context)),
  ];
}

/** The items of a part of the reference text. */
function itemsOf(part: ReferencePart, context: PaperContext): readonly string[] {
  const items = context.basis.framework.text[part];
  return items.map(({ words }) => withOffice(words.fr, officeOf(context)));
}

function meansBlocks(input: LetterCompanionInput, context: PaperContext): readonly Block[] {
  const { means } = frameworkTexts(officeOf(context));
  const given = meansWords(input, context);
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
    list(itemsOf('support', context)),
    paragraph(texts.ask(email, `${origin}/my/support/new`)),
    ...(links.length === 0 ? [] : [heading(3, words.title), list(links)]),
  ];
}
