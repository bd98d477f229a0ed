import { count, plural } from '../../texts/fr/grammar/page-phrases.ts';

/** The written report of the year: the RUPN's page, the principal's section, and the office's page. */
export const yearlyReportTexts = (office: string) => ({
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
export const yearlyReportDoneTexts = (office: string) => ({
  'report-kept': 'Votre brouillon est enregistré. Vous seul le lisez.',
  'report-handed-in': `Votre bilan est remis. Votre chef d’établissement et la ${office} peuvent le lire.`,
  'report-taken-back': 'Votre bilan est repris : corrigez-le, puis remettez-le.',
  'reports-received': 'L’accusé de réception est donné.',
});

/** The names of its tables in an export. */
export const yearlyReportTableTexts = {
  yearly_report: 'Bilans de l’année',
};
