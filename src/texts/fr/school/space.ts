import { featureTexts } from '../../features.ts';
import { and, plural } from '../grammar/page-phrases.ts';
import { schoolDecisionTexts } from './decisions.ts';
import { schoolPaperTexts } from './papers.ts';
import { schoolRecordTexts } from './records.ts';

/** The pages of /school. */
export const schoolTexts = (office: string) => ({
  navigation: 'Les pages de l’établissement',
  /** The entries of the navigation; each has pages of its own. */
  entries: {
    school: 'L’établissement',
    confirmations: 'Confirmations',
    reviews: 'Points d’étape',
    means: 'Actions et moyens',
    papers: 'Documents',
  },
  pages: {
    ...featureTexts('fr', office).menu.school,
    overview: 'Vue d’ensemble',
    confirmations: 'Confirmations',
    reviews: 'Points d’étape',
    actions: 'Actions locales',
    papers: 'Documents',
    badge: 'Badge d’équipe',
  },
  /** The days are already in words. */
  period: (from: string, to?: string) => (to === undefined ? `depuis le ${from}` : `du ${from} au ${to}`),
  schoolYear: 'Année scolaire',
  allYears: 'Toutes les années',
  showYear: 'Afficher',
  readOnly: `Vous lisez ces pages pour la ${office}. Seul le chef de l’établissement y écrit.`,
  overview: {
    title: (school: string) => school,
    description: 'Qui fait quoi dans l’établissement, et ce qui attend votre décision.',
    waiting: 'Ce qui vous attend',
    nothingWaits: 'Rien ne vous attend : toutes les demandes ont une réponse.',
    requests: (count: number): string => plural(count, 'engagement à confirmer', 'engagements à confirmer'),
    oldest: (days: number) =>
      days === 0
        ? 'La demande la plus ancienne est d’aujourd’hui.'
        : `La demande la plus ancienne attend depuis ${days} ${plural(days, 'jour', 'jours')}.`,
    elsewhere: (count: number): string =>
      plural(
        count,
        `Une contestation est en cours : l’enseignant y répond, la ${office} tranche.`,
        `${count} contestations sont en cours : l’enseignant y répond, la ${office} tranche.`,
      ),
    clashes: (count: number): string =>
      plural(
        count,
        'rôle unique à deux titulaires, à départager',
        'rôles uniques à deux titulaires, à départager',
      ),
    clashItem: (role: string, names: string) => `${role} : ${names}`,
    unauthorised: (count: number): string =>
      plural(
        count,
        'mission exercée sans autorisation enregistrée',
        'missions exercées sans autorisation enregistrée',
      ),
    badge: (count: number): string =>
      plural(count, 'badge d’équipe à accepter ou à refuser', 'badges d’équipe à accepter ou à refuser'),
    unsaid: (count: number): string =>
      plural(
        count,
        'nouveau badge public, sans un mot de vous :',
        'nouveaux badges publics, sans un mot de vous :',
      ),
    reviews: (count: number): string => plural(count, 'point d’étape à prévoir', 'points d’étape à prévoir'),
    gaps: (count: number): string =>
      plural(count, 'mission que personne n’assure', 'missions que personne n’assure'),
    newYear: 'Préparer la rentrée',
    yearEnd: 'Terminer l’année',
    split: 'La répartition des missions',
    empty:
      'Personne n’est engagé dans cet établissement cette année-là. Un enseignant déclare son engagement dans son espace ; vous le confirmez ensuite ici.',
    emptyDay:
      'Ce jour-là, personne n’est engagé dans cet établissement. Un enseignant déclare son engagement dans son espace ; vous le confirmez ensuite ici.',
    /** `when` is one of the two below. */
    drawing: (school: string, when: string) => `Répartition des missions, ${school}, ${when}`,
    onDay: (day: string, isToday: boolean) => (isToday ? `aujourd’hui, ${day}` : `le ${day}`),
    inYear: (year: string) => `année scolaire ${year}`,
    shown: (when: string) => `${when.charAt(0).toUpperCase()}${when.slice(1)} : changer`,
    day: 'Un jour',
    showDay: 'Voir ce jour',
    showYear: 'Voir l’année entière',
    today: 'Revenir à aujourd’hui',
    days: {
      /** A date in as few characters as possible: `2026-09-01` → « 01/09/2026 ». */
      short: (date: string) => date.split('-').toReversed().join('/'),
      since: (day: string) => `depuis le ${day}`,
      until: (day: string) => `jusqu’au ${day}`,
      beginning: (day: string) => `à partir du ${day}`,
      from: (day: string) => `du ${day}`,
      to: (day: string) => `au ${day}`,
    },
    drawingText: (people: string, gaps: string) => `${people} ; ${gaps}.`,
    people: (count: number) => `${count} ${plural(count, 'personne', 'personnes')}`,
    vacant: (count: number) =>
      `${count} ${plural(count, 'rôle que personne ne tient', 'rôles que personne ne tient')}`,
    noGap: 'chaque mission attendue est assurée ou demandée',
    gapCount: (count: number) =>
      `${count} ${plural(count, 'mission que personne n’assure', 'missions que personne n’assure')}`,
    conditionalNote:
      'Les missions conditionnelles demandent l’accord de la collectivité : elles ne comptent comme manquantes que si elle les autorise.',
    declared: 'Vous avez déclaré diriger cet établissement.',
    declaredLink: 'Voir ou retirer ma déclaration',
    legend: 'Légende',
    table: 'La même chose en mots',
    who: 'Qui',
    columns: 'Les personnes',
    mission: 'Mission ou rôle',
    organisation: 'Organisation proposée',
    organisationText:
      'Le texte de référence propose une organisation mission par mission, et range celles de la famille C par ordre de priorité.',
    /** Ranks in the order of priority of family C. */
    priority: (ranks: readonly number[]) =>
      `${plural(ranks.length, 'Priorité', 'Priorités')} ${and(ranks.map(String))} de la famille C`,
    marks: 'À voir',
    roles: 'Rôles',
    signs: {
      held: 'assurée, engagement confirmé',
      requested: 'demandée, à confirmer',
      contested: 'contestée',
      nobody: 'personne',
      lock: 'exercée sans autorisation enregistrée',
      closed: 'ouverte seulement si la collectivité l’autorise',
      clash: 'deux titulaires d’un rôle unique',
    },
    /** How many rows of a family carry a sign, for people who do not see it. */
    counted: {
      held: (many: number) => `${many} en place`,
      requested: (many: number) => `${many} à confirmer`,
      contested: (many: number) => (many === 1 ? '1 contestée' : `${many} contestées`),
      nobody: (many: number) => `${many} sans personne`,
      lock: (many: number) => `${many} sans autorisation enregistrée`,
      closed: (many: number) => `${many} à autoriser`,
      clash: (many: number) => `${many} avec deux titulaires`,
    },
    none: 'non',
    withoutAuthorisation: 'sans autorisation',
    clashOf: (names: string) => `Rôle unique demandé ou tenu par ${names}`,
  },
  badge: {
    title: 'Le badge de l’établissement',
    lede: `Il reconnaît une équipe, pour une année scolaire. Le service constate ; la ${office} décide ; le chef de l’établissement accepte ou refuse, et choisit ce que la page publique montre.`,
    granted: 'Les badges accordés à l’établissement',
    none: 'Aucun badge n’a encore été accordé à l’établissement.',
    progress: (year: string) => `Où en est l’équipe, ${year}`,
  },
  decisions: schoolDecisionTexts(office),
  ...schoolRecordTexts(office),
  papers: schoolPaperTexts(office),
});
