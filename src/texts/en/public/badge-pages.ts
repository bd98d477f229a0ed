import type { badgePageTexts as french } from '../../fr/public/badge-pages.ts';
import { count } from '../grammar/page-phrases.ts';

/** The words of the catalogue, a badge, the framework and a mission. */
export const badgePageTexts = {
  catalogue: {
    title: 'The badges',
    description: 'The digital badges of digital contact teachers: what each recognises, and its criteria.',
    lede: 'Each badge says what it recognises and by which criteria. Nothing is hidden, nothing is graded: criteria are met, or not yet.',
    version: (version, day) => `Criteria: version ${version}, in force since ${day}.`,
    rules: 'Criteria',
    more: (name) => `Read the criteria of “${name}”`,
    legend: 'How to read a badge',
    legendText:
      'A hexagon tells a level, a disc a theme, a house a team. The higher the level, the more stones. On a person’s badge the lights are the families of missions that they carried, and the line below holds their years.',
  },
  badge: {
    forPerson: 'Issued to a person',
    forEstablishment: 'Issued to a school, for one school year',
    noEnd: 'Valid without time limit',
    validity: (years) => `Valid for ${count(years, 'year', 'years')}, until 31 August, then renewable`,
    criteria: 'The criteria',
    sentences: 'In two sentences',
    sentence: { requires: 'What this badge takes', howTo: 'How to get it' },
    criteriaText: 'All of them must be met.',
    counting: 'How days and years are counted',
    results: 'What the badge states',
    resultsText: 'Every badge issued carries these values, with years and evidence.',
    missions: 'In the framework',
    alignments: 'Alignments with other frameworks',
    issuer: 'Who issues it',
    issuerText: (issuer) =>
      `${issuer}. The service proposes, an officer decides, the holder accepts or declines. The badge stays private until it is accepted.`,
    issuerLink: 'Who issues these badges',
    versions: 'Versions',
    code: (code) => `Code of the badge: ${code}.`,
    version: (version, day) => `Version ${version} of the criteria, in force since ${day}.`,
    versionToCome: (version, day) => `Version ${version} of the criteria, adopted, in force from ${day}.`,
    toCome: (day) =>
      `This version of the criteria is not in force yet: it will be on ${day}. Until then badges are judged by the version in force.`,
    currentVersion: 'in force',
    retired: (day) => `This badge has not been awarded since ${day}. Badges that were issued stay valid.`,
    superseded: 'This page describes an older version of the criteria. Badges issued by it stay valid.',
    downloads: 'The image',
    downloadText: 'To talk about the badge. The image of an issued badge holds its proof.',
    document: 'This badge as JSON-LD',
  },
  mission: {
    kicker: (code, family) => `Mission ${code} · ${family}`,
    conditionalText:
      'This mission is carried out under the local authority’s responsibility. It counts where the authority allows it, for that school and period.',
    notCountedText: 'This mission can be recorded. It belongs to no count.',
    alignments: 'Alignments with other frameworks',
    noAlignment: 'No alignment is published for this mission.',
    back: 'All missions',
  },
} satisfies typeof french;
