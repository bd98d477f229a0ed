import { IMP_RANGE_EUROS } from '../../domain/engagement/reference-text.ts';
import type { frameworkTexts as french } from '../fr/framework.ts';

const euros = (amount: number) => `€${amount.toLocaleString('en-GB')}`;

/** The framework page. */
export const frameworkTexts = (office: string): ReturnType<typeof french> => ({
  title: 'The mission framework',
  description:
    'The missions of the contact teacher for digital resources and practice, how they are shared out, means and recognition.',
  lede: 'The référent pour les ressources et usages pédagogiques numériques (RUPN), a school’s contact teacher for digital resources and practice, carries missions in five families. The badges refer to them.',
  version: (version) => `Version ${version}`,
  contents: 'On this page',
  pillars: {
    title: 'The four pillars of digital education',
    lede: `Digital education joins four notions. The ${office} leads the networks that develop them; the RUPN bring them to life in each school. Digital education is all at once:`,
    items: {
      P1: 'a lever for learning',
      P2: 'a set of specific competences',
      P3: 'a trigger of new ways to work, to relate and to learn',
      P4: 'a culture that runs through the whole of society',
    },
  },
  family: (code, label) => `${code} · ${label}`,
  conditional: 'with the local authority’s authorisation',
  notCounted: 'not counted',
  organisation: (labels) => `Proposed organisation: ${labels}`,
  rank: (ranks) => `priority ${ranks} in looking after the tools`,
  team: {
    title: 'Team work',
    items: {
      T1: 'Several teachers share the mission: it goes on when one of them leaves.',
      T2: 'The split is written down: by mission, or by time.',
      T3: 'One teacher may hold several missions.',
      T4: 'The list of actions that the local authority allows on equipment or network is written down. The procedure sheets that it approved are at the referents’ disposal.',
    },
  },
  means: {
    title: 'Means',
    lede: 'For these missions, the school may put at the disposal of its RUPN:',
    items: {
      M1: 'a telephone, where it is possible and needed',
      M2: 'equipment: a notice board, a log of requests, a ticket server',
      M3: 'an office',
    },
  },
  recognition: {
    title: 'Recognition of the mission',
    lede: 'Several levers recognise the work done, in proportion to the commitment:',
    items: {
      R1: `An allowance (IMP). The official text sets it from ${euros(IMP_RANGE_EUROS.from)} to ${euros(IMP_RANGE_EUROS.to)}, by the actual load and the expertise required. The recteur decides, on the principal’s proposal.`,
      R2: 'A part in the school’s digital-education projects: the RUPN are associated to each of them.',
      R3: 'Regular progress reviews, at least one a year: the principal listens to the RUPN, and together they look for what can improve.',
      R4: 'A mention in the i-Prof file, tab “Formations et compétences”, competence TICE: the missions in outline, and how long they were held.',
      R5: `A digital badge issued by the ${office}, which makes the commitment known beyond the i-Prof file.`,
    },
    note: 'This service neither proposes nor records any rate or amount.',
    badges: 'See the badges',
  },
  support: {
    title: `The support of the ${office}`,
    lede: `To help the RUPN, the ${office} offers:`,
    items: {
      S1: 'help in relations with local authorities',
      S2: 'training, in the académie’s plan (PAF) or at a school’s initiative',
      S3: 'support on site for projects led with local authorities',
      S4: 'projects for classes, with the DSDEN and Canopé',
      S5: 'technical support for servers (IACA, KoXo, AMON…)',
      S6: 'a yearly meeting of the RUPN, among peers',
      S7: 'a yearly meeting in the school, with the principal: projects, difficulties, prospects',
      S8: 'a virtual class at the end of the school year, on the missions and their conditions',
      S9: `news of digital education: the blog, the newsletter and the accounts of the ${office}`,
    },
    ask: 'Ask for support',
    write: '(you sign in first), or write to',
  },
  news: {
    title: 'Keep informed',
    links: {
      blog: `The ${office}’s blog`,
      newsletter: `The ${office}’s newsletter`,
      mailingList: `The ${office}’s mailing list`,
      social: `The ${office} on social networks`,
      trainings: 'The catalogue of trainings',
    },
  },
  document: 'The framework as JSON-LD',
  document1: 'This mission as JSON-LD',
});
