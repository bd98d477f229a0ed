import { describe, expect, it } from 'vitest';
import { cliTexts as english } from '../../src/texts/en/cli/commands.ts';
import { type CliTexts, cliTexts as french } from '../../src/texts/fr/cli/commands.ts';

type Figures<Name extends string> = Readonly<Record<Name, number>>;

interface Summary {
  readonly members: readonly string[];
  readonly write: (texts: CliTexts, of: (member: string) => number) => string | readonly string[];
  /** The members that count badges that something was done with. */
  readonly done?: readonly string[];
}

/** A summary that is written from the figures of its members. */
function summary<const Name extends string>(
  members: readonly Name[],
  write: (texts: CliTexts, figures: Figures<Name>) => string | readonly string[],
  done: readonly Name[] = [],
): Summary {
  return {
    members,
    done,
    write: (texts, of) =>
      write(texts, Object.fromEntries(members.map((name) => [name, of(name)])) as Figures<Name>),
  };
}

/** Every text of the command line that states the figures of a whole run. A part behind the stroke names a variant. */
const SUMMARIES: Readonly<Record<string, Summary>> = {
  issueSummary: summary(
    ['issued', 'reissued', 'failed', 'remaining'],
    (texts, figures) => texts.issueSummary(figures),
    ['issued', 'reissued'],
  ),
  acceptSummary: summary(['accepted'], (texts, { accepted }) => texts.acceptSummary(accepted)),
  correctionSummary: summary(
    ['reSigned', 'misstated', 'revoked', 'toDecide'],
    (texts, figures) => texts.correctionSummary({ ...figures, dryRun: false }),
    ['reSigned'],
  ),
  'correctionSummary/dry run': summary(['misstated', 'revoked', 'toDecide'], (texts, figures) =>
    texts.correctionSummary({ reSigned: 0, ...figures, dryRun: true }),
  ),
  directorySummary: summary(['total'], (texts, { total }) => texts.directorySummary(total)),
  oldMailsSummary: summary(['total'], (texts, { total }) => texts.oldMailsSummary(total, false)),
  'oldMailsSummary/dry run': summary(['total'], (texts, { total }) => texts.oldMailsSummary(total, true)),
  clockSummary: summary(['total'], (texts, { total }) => texts.clockSummary(total, false)),
  'clockSummary/dry run': summary(['total'], (texts, { total }) => texts.clockSummary(total, true)),
  unansweredSummary: summary(['total'], (texts, { total }) => texts.unansweredSummary(total)),
  revokeSummary: summary(['revoked', 'already', 'failed'], (texts, { revoked, already, failed }) =>
    texts.revokeSummary(revoked, already, failed),
  ),
  grantSummary: summary(['granted', 'toLookAt', 'skipped'], (texts, figures) => texts.grantSummary(figures)),
  'grantSummary/dry run': summary(['grantable', 'toLookAt', 'skipped'], (texts, figures) =>
    texts.grantSummary(figures),
  ),
  'grantSummary/later': summary(['waiting', 'toLookAt', 'skipped'], (texts, figures) =>
    texts.grantSummary(figures),
  ),
  'grantSummary/at an hour': summary(['grantable', 'toLookAt', 'skipped'], (texts, figures) =>
    texts.grantSummary(figures, '2026-12-03T10:00'),
  ),
  importSummary: summary(
    ['created', 'updated', 'unchanged', 'refused', 'notices', 'unread'],
    (texts, figures) => texts.importSummary(figures, false),
  ),
  'importSummary/dry run': summary(
    ['created', 'updated', 'unchanged', 'refused', 'notices', 'unread'],
    (texts, figures) => texts.importSummary(figures, true),
  ),
  replaySummary: summary(['done', 'already', 'unknown', 'failed'], (texts, figures) =>
    texts.replaySummary(figures),
  ),
  compromiseSummary: summary(['badges', 'inWindow', 'mails'], (texts, figures) =>
    texts.compromiseSummary({ kid: 'K', since: undefined, ...figures }),
  ),
  'doctor.summary': summary(['asked', 'broken', 'unread'], (texts, figures) => texts.doctor.summary(figures)),
  erased: summary(
    ['erasedAwards', 'revokedCredentials'],
    (texts, figures) => texts.erased('a@b.example', figures),
    ['erasedAwards', 'revokedCredentials'],
  ),
  toErase: summary(['facts', 'badges'], (texts, figures) => texts.toErase('a@b.example', figures)),
  erasuresListed: summary(['erased', 'revoked'], (texts, figures) => texts.erasuresListed('F', figures)),
  copied: summary(['badges', 'profiles', 'files', 'written'], (texts, figures) =>
    texts.copied({ folder: 'F', ...figures }),
  ),
  sent: summary(['sent', 'removed'], (texts, figures) => texts.sent({ bucket: 'B', ...figures })),
  undoneKind: summary(['removed', 'restored', 'stays'], (texts, figures) =>
    texts.undoneKind({ records: 'engagement', because: [], ...figures }, false),
  ),
  'undoneKind/dry run': summary(['removed', 'restored', 'stays'], (texts, figures) =>
    texts.undoneKind({ records: 'engagement', because: [], ...figures }, true),
  ),
  exported: summary(['rows'], (texts, { rows }) => texts.exported('F', rows)),
  corrections: summary(['rows'], (texts, { rows }) => texts.corrections('F', rows)),
  moved: summary(['rows'], (texts, { rows }) => texts.moved(rows)),
  migrated: summary(['total'], (texts, { total }) => texts.migrated(total)),
  failingJobs: summary(['jobs'], (texts, { jobs }) => texts.failingJobs(jobs)),
  packFaults: summary(['faults'], (texts, found) => texts.packFaults(found.faults)),
  logConsistent: summary(['size', 'added'], (texts, { size, added }) => texts.logConsistent(size, added)),
};

/** Figures that no text contains otherwise, one for each member. */
const FIGURES = [713, 157, 389, 641, 263, 479];

/** Every way to have something of some members, and nothing of the others. */
function combinations(members: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: 2 ** members.length }, (_, bits) =>
    members.filter((__, place) => (bits & (1 << place)) !== 0),
  );
}

/** The texts by language. */
const LANGUAGES: Readonly<Record<string, CliTexts>> = { fr: french, en: english };

describe('the last line of a command', () => {
  it.each(Object.entries(SUMMARIES))(
    'states each figure of the result: %s',
    (_, { members, done = [], write }) => {
      const untrue: string[] = [];
      for (const [language, texts] of Object.entries(LANGUAGES)) {
        for (const present of combinations(members)) {
          const of = (member: string) =>
            present.includes(member) ? (FIGURES[members.indexOf(member)] ?? 1) : 0;
          const text = [write(texts, of)].flat().join(' ');
          const lacking = present.filter((member) => !new RegExp(`(?<!\\d)${of(member)}(?!\\d)`).test(text));
          const isZero = present.some((member) => done.includes(member)) && /(?<!\d)0 badge/.test(text);
          if (lacking.length > 0 || isZero) untrue.push(`${language} ${lacking.join(' ')}: ${text}`);
        }
      }
      expect(untrue).toEqual([]);
    },
  );

  it('has a place in this list if its name says that it is a summary', () => {
    const named = (texts: object, before = ''): readonly string[] =>
      Object.entries(texts).flatMap(([key, text]: [string, unknown]) => {
        if (typeof text === 'function') return /summary$/i.test(key) ? [`${before}${key}`] : [];
        return text && typeof text === 'object' ? named(text, `${before}${key}.`) : [];
      });
    const listed = new Set(Object.keys(SUMMARIES).map((name) => name.split('/')[0]));
    expect(named(french).filter((name) => !listed.has(name))).toEqual(['release.summary']);
  });
});
