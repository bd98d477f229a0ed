import { count, plural } from '../../texts/en/grammar/page-phrases.ts';
import type {
  yearlyReportDoneTexts as doneTexts,
  yearlyReportTexts as fr,
  yearlyReportTableTexts as tableTexts,
} from './texts-fr.ts';

/** The written report of the year. */
export const yearlyReportTexts = (office: string): ReturnType<typeof fr> => ({
  mine: {
    title: 'My yearly report',
    lede: `Once a year, you write what you did and what you need. Your principal and the ${office} read what you hand in; only you read a draft. No answer is marked.`,
    schools: 'One report for each school',
    none: 'You have no engagement this school year: there is no report to write.',
    heading: (school: string, year: string) => `${school}, ${year}`,
    recorded: (facts: string) => `On record this year: ${facts}`,
    filled: 'What is on record is already written below. Complete, correct, remove.',
    keep: 'Save the draft',
    handIn: 'Hand in',
    until: (day: string) => `You can take it back and correct it until ${day}.`,
    draft: (moment: string) => `Draft saved on ${moment}.`,
    handedIn: (day: string) => `Handed in on ${day}. The ${office} has not acknowledged it yet.`,
    received: (handedIn: string, day: string) =>
      `Handed in on ${handedIn}. The ${office} acknowledged it on ${day}: without a progress review that year, it stands for one.`,
    takeBack: 'Take back to correct',
    takeBackText: `It becomes a draft again, which your principal and the ${office} no longer read. Hand it in afterwards.`,
    takeBackReceived: `The acknowledgement of the ${office} ends: it will be given again to what you hand in.`,
    countedInBadge: `One of your badges counts this report: it can no longer be taken back. Write to the ${office} if an answer is wrong.`,
    past: 'Earlier reports',
    keptFor: 'A report is kept for three years, then erased.',
    facts: {
      mission: (label: string) => label,
      training: (title: string, day: string) => `Training: ${title}, ${day}`,
      contribution: (kind: string, title: string | undefined, day: string) =>
        title ? `${kind}: ${title}, ${day}` : `${kind}, ${day}`,
    },
  },
  school: {
    heading: 'Reports handed in',
    lede: `What each person wrote about their year. The ${office} acknowledges them.`,
    none: 'No report was handed in for this school year.',
    state: (handedIn: string, received: string | undefined) =>
      received
        ? `handed in on ${handedIn}, acknowledged by the ${office} on ${received}`
        : `handed in on ${handedIn}, not yet acknowledged by the ${office}`,
  },
  dane: {
    title: 'The yearly reports',
    lede: 'What the digital leads wrote about their year, question by question. Drafts are not shown.',
    department: 'Département',
    question: 'Question',
    none: (year: string) =>
      `No report was handed in for ${year}. Each RUPN writes theirs in “My engagement”, “My report”.`,
    write: 'Remind the network',
    noAnswer: 'Nobody answered this question.',
    handedIn: (many: number, waiting: number) =>
      waiting === 0
        ? `${count(many, 'report', 'reports')} handed in, all acknowledged.`
        : `${count(many, 'report', 'reports')} handed in, ${waiting} of them not acknowledged.`,
    own: 'Yours waits for another person.',
    receive: (many: number) => plural(many, 'Acknowledge this report', `Acknowledge these ${many} reports`),
    receiveText:
      'An acknowledged report counts as its author’s report of the year, where there was no progress review. No message is sent.',
    answers: (many: number) => count(many, 'answer', 'answers'),
    who: 'Who',
    family: 'Family',
    answer: 'Answer',
    csv: 'Download as CSV',
    xlsx: 'Download as XLSX',
    wishes: 'The trainings wished, together with those of the progress reviews',
  },
});

/** Said on the page that follows an act. */
export const yearlyReportDoneTexts = (office: string): ReturnType<typeof doneTexts> => ({
  'report-kept': 'Your draft is saved. Only you read it.',
  'report-handed-in': `Your report is handed in. Your principal and the ${office} can read it.`,
  'report-taken-back': 'Your report is taken back: correct it, then hand it in.',
  'reports-received': 'The reports are acknowledged.',
});

/** The names of its tables in an export. */
export const yearlyReportTableTexts: typeof tableTexts = {
  yearly_report: 'Yearly reports',
};
