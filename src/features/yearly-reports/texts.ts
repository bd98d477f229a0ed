import { textsOf } from '../../domain/features/declaration.ts';
import { count as countEn, plural as pluralEn } from '../../texts/en/grammar/page-phrases.ts';
import { count, plural } from '../../texts/fr/grammar/page-phrases.ts';
import type { feature } from './feature.ts';
import { reportMailTexts, reportMailTextsEn } from './texts-mails.ts';

/** The written report of the year: the RUPN's page, the principal's section, and the office's page. */
const yearlyReportTexts = (office: string) => ({
  mine: {
    title: 'Mon bilan de l’année',
    lede: `Une fois par an, vous écrivez ce que vous avez fait et ce dont vous avez besoin. Votre chef d’établissement et la ${office} lisent ce que vous remettez ; un brouillon n’est lu que par vous. Aucune réponse n’est notée.`,
    schools: 'Un bilan par établissement',
    none: 'Vous n’avez pas d’engagement cette année scolaire : il n’y a pas de bilan à écrire.',
    heading: (school: string, year: string) => `${school}, ${year}`,
    recorded: (facts: string) => `Enregistré cette année : ${facts}`,
    filled: 'Ce qui est enregistré est déjà écrit ci-dessous. Complétez, corrigez, effacez.',
    keep: 'Enregistrer le brouillon',
    handIn: 'Remettre',
    until: (day: string) => `Vous pourrez le reprendre et le corriger jusqu’au ${day}.`,
    draft: (moment: string) => `Brouillon enregistré le ${moment}.`,
    handedIn: (day: string) => `Remis le ${day}. La ${office} n’en a pas encore accusé réception.`,
    received: (handedIn: string, day: string) =>
      `Remis le ${handedIn}. La ${office} en a accusé réception le ${day} : sans point d’étape cette année-là, il en tient lieu.`,
    takeBack: 'Reprendre pour corriger',
    takeBackText: `Il redevient un brouillon, que votre chef d’établissement et la ${office} ne lisent plus. Remettez-le ensuite.`,
    takeBackReceived: `L’accusé de réception de la ${office} tombe : elle le redonnera à ce que vous remettrez.`,
    countedInBadge: `Un de vos badges compte ce bilan : il ne se reprend plus. Écrivez à la ${office} si une réponse est fausse.`,
    past: 'Les bilans d’avant',
    keptFor: 'Un bilan est gardé trois ans, puis effacé.',
    facts: {
      mission: (label: string) => label,
      training: (title: string, day: string) => `Formation : ${title}, ${day}`,
      contribution: (kind: string, title: string | undefined, day: string) =>
        title ? `${kind} : ${title}, ${day}` : `${kind}, ${day}`,
    },
  },
  school: {
    heading: 'Bilans remis',
    lede: `Ce que chacun a écrit de son année. La ${office} en accuse réception.`,
    none: 'Aucun bilan n’est remis pour cette année scolaire.',
    state: (handedIn: string, received: string | undefined) =>
      received
        ? `remis le ${handedIn}, reçu par la ${office} le ${received}`
        : `remis le ${handedIn}, pas encore reçu par la ${office}`,
  },
  dane: {
    title: 'Les bilans',
    lede: 'Ce que les RUPN ont écrit de leur année, question par question. Un brouillon n’est pas montré.',
    department: 'Département',
    question: 'Question',
    none: (year: string) =>
      `Aucun bilan n’est remis pour ${year}. Chaque RUPN écrit le sien dans « Mon engagement », « Mon bilan ».`,
    write: 'Le rappeler au réseau',
    noAnswer: 'Personne n’a répondu à cette question.',
    handedIn: (many: number, waiting: number) =>
      waiting === 0
        ? `${count(many, 'bilan remis', 'bilans remis')}. Tous ont un accusé de réception.`
        : `${count(many, 'bilan remis', 'bilans remis')}, dont ${waiting} sans accusé de réception.`,
    own: 'Le vôtre reste à recevoir par une autre personne.',
    receive: (many: number) =>
      plural(many, 'Accuser réception de ce bilan', `Accuser réception de ces ${many} bilans`),
    receiveText:
      'Un bilan reçu compte comme bilan de l’année de son auteur, à défaut de point d’étape. Aucun courriel ne part.',
    answers: (many: number) => count(many, 'réponse', 'réponses'),
    who: 'Qui',
    family: 'Famille',
    answer: 'Réponse',
    csv: 'Télécharger en CSV',
    xlsx: 'Télécharger en XLSX',
    wishes: 'Les formations souhaitées, réunies avec celles des points d’étape',
  },
});

/** Said on the page that follows an act. */
const yearlyReportDoneTexts = (office: string) => ({
  'report-kept': 'Votre brouillon est enregistré. Vous seul le lisez.',
  'report-handed-in': `Votre bilan est remis. Votre chef d’établissement et la ${office} peuvent le lire.`,
  'report-taken-back': 'Votre bilan est repris : corrigez-le, puis remettez-le.',
  'reports-received': 'L’accusé de réception est donné.',
});

/** The names of its tables in an export. */
const yearlyReportTableTexts = {
  yearly_report: 'Bilans de l’année',
};

/** The written report of the year. */
const yearlyReportTextsEn = (office: string): ReturnType<typeof yearlyReportTexts> => ({
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
        ? `${countEn(many, 'report', 'reports')} handed in, all acknowledged.`
        : `${countEn(many, 'report', 'reports')} handed in, ${waiting} of them not acknowledged.`,
    own: 'Yours waits for another person.',
    receive: (many: number) => pluralEn(many, 'Acknowledge this report', `Acknowledge these ${many} reports`),
    receiveText:
      'An acknowledged report counts as its author’s report of the year, where there was no progress review. No message is sent.',
    answers: (many: number) => countEn(many, 'answer', 'answers'),
    who: 'Who',
    family: 'Family',
    answer: 'Answer',
    csv: 'Download as CSV',
    xlsx: 'Download as XLSX',
    wishes: 'The trainings wished, together with those of the progress reviews',
  },
});

/** Said on the page that follows an act. */
const yearlyReportDoneTextsEn = (office: string): ReturnType<typeof yearlyReportDoneTexts> => ({
  'report-kept': 'Your draft is saved. Only you read it.',
  'report-handed-in': `Your report is handed in. Your principal and the ${office} can read it.`,
  'report-taken-back': 'Your report is taken back: correct it, then hand it in.',
  'reports-received': 'The reports are acknowledged.',
});

/** The names of its tables in an export. */
const yearlyReportTableTextsEn: typeof yearlyReportTableTexts = {
  yearly_report: 'Yearly reports',
};

/** The texts of this feature, in French and English. */
export const texts = textsOf<typeof feature>()({
  fr: (office) => ({
    page: yearlyReportTexts(office),
    done: yearlyReportDoneTexts(office),
    tables: yearlyReportTableTexts,
    history: {
      'yearly-report-handed-in': 'Bilan de l’année remis',
      'yearly-report-taken-back': 'Bilan de l’année repris',
      'yearly-report-received': `Bilan de l’année reçu par la ${office}`,
    },
    mails: { report: reportMailTexts() },
    errors: {
      'report-handed-in': () => 'Ce bilan est remis. Pour le corriger, reprenez-le d’abord.',
      'report-empty': () => 'Ce bilan est vide : répondez à une question au moins avant de le remettre.',
      'report-year-over': () => 'Cette année scolaire est finie : ce bilan ne se reprend plus.',
    },
    menu: { my: { report: 'Mon bilan' }, dane: { reports: 'Bilans' } },
  }),
  en: (office) => ({
    page: yearlyReportTextsEn(office),
    done: yearlyReportDoneTextsEn(office),
    tables: yearlyReportTableTextsEn,
    history: {
      'yearly-report-handed-in': 'Yearly report handed in',
      'yearly-report-taken-back': 'Yearly report taken back',
      'yearly-report-received': `Yearly report acknowledged by the ${office}`,
    },
    mails: { report: reportMailTextsEn() },
    errors: {
      'report-handed-in': () => 'This report is handed in. To correct it, take it back first.',
      'report-empty': () => 'This report is empty: answer at least one question before handing it in.',
      'report-year-over': () => 'This school year is over: this report can no longer be taken back.',
    },
    menu: { my: { report: 'My yearly report' }, dane: { reports: 'Yearly reports' } },
  }),
});
