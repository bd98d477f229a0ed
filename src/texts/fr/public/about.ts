import { NEWCOMER_RETENTION_DAYS } from '../../../domain/access/newcomer.ts';
import {
  FACTS_RETENTION_SCHOOL_YEARS,
  LONGEST_HOLD_DAYS,
  REVIEW_NOTES_RETENTION_YEARS,
} from '../../../domain/retention.ts';
import { UPTIME_DAYS_NEEDED } from '../../../domain/time/confirmed-uptime-days.ts';
import { MOST_MESSAGES_A_DAY } from '../../../features/messages/feature.ts';
import { type AboutFacts, type AboutSection, mailTo } from '../../about.ts';
import { withArticle } from '../grammar/names.ts';
import { count } from '../grammar/page-phrases.ts';

/** Personal data, legal notices and help. */
export const aboutTexts = (office: string) => ({
  /** Stands where the operator has not set something. */
  unset: (setting: string) => `[à préciser par l’exploitant : réglage ${setting}]`,
  privacy: {
    link: 'Données personnelles',
    title: 'Données personnelles',
    description:
      'Ce que ce service enregistre, pourquoi, combien de temps, qui le voit, et comment exercer vos droits.',
    lede: 'Ce que ce service enregistre de vous, pourquoi, combien de temps, et ce que vous pouvez en demander.',
    sections: (facts: AboutFacts): readonly AboutSection[] => [
      {
        title: 'Qui en répond',
        text: [
          `Responsable du traitement : ${facts.operator}, ${facts.address}.`,
          'Le délégué à la protection des données répond à toute question sur vos données :',
        ],
        links: [mailTo(facts.dpo)],
      },
      {
        title: 'Pourquoi',
        text: [
          'Une mission d’intérêt public (RGPD, article 6.1.e) : reconnaître l’engagement des référents numériques des établissements. Le service enregistre cet engagement, le fait confirmer par le chef d’établissement, établit le dossier de faits qui éclaire sa proposition d’indemnité, propose les badges d’après des critères publiés, et permet à chacun de les vérifier.',
          'Aucune machine ne décide : une personne accorde chaque badge. La page publique d’un badge n’existe que si son titulaire l’accepte.',
        ],
      },
      {
        title: 'Ce qui est enregistré',
        list: [
          'votre nom, vos adresses électroniques professionnelles, votre rôle ;',
          'vos engagements : établissement, dates, missions, confirmation ou contestation et son motif ;',
          'les formations et les rencontres suivies, les contributions, les points d’étape et leurs notes ;',
          'vos badges, ce que vous avez choisi d’en montrer, et les documents imprimés à votre sujet ;',
          'vos connexions : l’identifiant donné par le service de connexion, l’heure, le navigateur.',
        ],
        text: [
          `Ces données viennent de vous, de votre chef d’établissement, des fichiers de la ${office} et du service de connexion. Le NUMEN n’est jamais lu ; ni note, ni classement, ni montant n’est enregistré.`,
        ],
      },
      {
        title: 'Qui les voit',
        list: [
          'vous : tout ;',
          'votre chef d’établissement : votre engagement dans son établissement, et ce qui le confirme ;',
          `la ${office} : ce qu’il faut pour décider des badges, répondre à vos demandes et tenir le registre ;`,
          'les référents de votre établissement, et ceux de votre département si vous l’acceptez (désactivé tant que vous ne l’avez pas choisi, dans « Annuaire ») : votre nom, votre établissement, vos missions et vos rôles confirmés, votre adresse ;',
          `la ${office} peut écrire aux référents, au plus ${MOST_MESSAGES_A_DAY} fois par jour ; vos préférences de courriel l’arrêtent, et rien ne dit qui a ouvert un message ;`,
          'tout le monde : la page d’un badge que vous avez accepté, et votre profil public si vous en faites un ; rien de plus que ce que vous y montrez ;',
          `l’hébergeur, pour le compte du responsable : ${facts.hosting}.`,
        ],
      },
      {
        title: 'Combien de temps',
        list: [
          `l’engagement et ce qui s’y rattache (présences, contributions, points d’étape, classes inscrites à un projet) : ${FACTS_RETENTION_SCHOOL_YEARS} années scolaires après celle du dernier fait enregistré, puis le service les efface de lui-même ; ou jusqu’à l’effacement que vous demandez et que la ${office} exécute ;`,
          `cet effacement est annoncé à la ${office}, qui voit les noms et les nombres ; il attend ensuite ${UPTIME_DAYS_NEEDED} jours de fonctionnement, et peut être suspendu ${LONGEST_HOLD_DAYS} jours au plus, avec un motif ;`,
          `le texte d’un point d’étape : ${REVIEW_NOTES_RETENTION_YEARS} ans ;`,
          'le registre des badges, réduit au nécessaire : tant qu’un badge peut être vérifié ;',
          'ce qu’un import a remplacé, pour pouvoir l’annuler : trente jours ; un formulaire arrivé après la fin de votre session : une heure ;',
          'une session : douze heures au plus, deux heures sans activité ; un fichier envoyé : une heure ;',
          `ce que dit une personne que le service ne connaît pas encore, et l’invitation faite à une adresse inconnue : ${NEWCOMER_RETENTION_DAYS} jours ;`,
          `le journal des actes : qui a fait quoi et quand, par des identifiants sans nom, par quelle voie (pour une commande, l’utilisateur du système qui l’a donnée), avec les motifs que la personne qui agit a écrits en clair (une révocation, un refus, une suspension) : ${facts.auditYears === undefined ? 'aussi longtemps que le service' : count(facts.auditYears, 'an', 'ans')}.`,
        ],
      },
      {
        title: 'Vos droits',
        text: [
          'Connectez-vous, puis « Mes données » : vous y lisez tout, vous le téléchargez, vous demandez une correction ou l’effacement. Vous retirez un badge de la vue de tous à tout moment, depuis « Mes badges ». Vous pouvez aussi vous opposer au traitement ou en demander la limitation, en écrivant au délégué.',
          'Un badge effacé est révoqué ; son numéro reste dans la liste des révocations, sans rien qui dise de qui il s’agit. Une copie déjà téléchargée par d’autres ne peut pas être reprise.',
          'Sans réponse satisfaisante, vous pouvez saisir la CNIL.',
        ],
        links: [
          { href: '/my/data', label: 'Mes données' },
          { href: 'https://www.cnil.fr/fr/plaintes', label: 'Adresser une plainte à la CNIL' },
        ],
      },
      {
        title: 'Cookies',
        text: [
          'Seulement ceux dont le service a besoin : la session, la connexion en cours (quinze minutes), votre première demande (deux heures), la langue choisie, la confirmation de ce que vous venez de faire. Aucune mesure d’audience, aucun traceur, rien qui soit demandé à un autre site.',
        ],
      },
    ],
  },
  legal: {
    link: 'Mentions légales',
    title: 'Mentions légales',
    description: 'Qui édite ce service, qui l’héberge, et sous quelles licences.',
    lede: 'Qui édite ce service, et qui l’héberge.',
    sections: (facts: AboutFacts): readonly AboutSection[] => [
      {
        title: 'Éditeur',
        text: [
          `${facts.operator}, ${facts.address}.`,
          `Directeur ou directrice de la publication : ${facts.publicationDirector}.`,
        ],
        links: [mailTo(facts.help)],
      },
      { title: 'Hébergeur', text: [`${facts.hosting}.`] },
      {
        title: 'Badges',
        text: [
          `Les badges sont délivrés par ${withArticle(facts.issuer)}. Chacun porte une signature ; les clés qui la vérifient sont publiées.`,
        ],
        links: [{ href: '/issuer', label: 'Qui délivre ces badges' }],
      },
      {
        title: 'Licences',
        text: [
          'Le service est un logiciel libre, Jalon, sous licence MIT. Les noms et adresses des établissements viennent de l’annuaire de l’Éducation nationale, sous Licence Ouverte 2.0.',
        ],
      },
      {
        title: 'Données personnelles et accessibilité',
        links: [
          { href: '/privacy', label: 'Données personnelles' },
          { href: '/accessibility', label: 'Accessibilité' },
        ],
      },
    ],
  },
  siteMap: {
    link: 'Plan du site',
    title: 'Plan du site',
    description: 'Toutes les pages publiques du service, et l’entrée des espaces.',
    lede: 'Toutes les pages que chacun peut lire, et par où entrer dans son espace.',
    sections: (): readonly AboutSection[] => [
      {
        title: 'Les badges',
        links: [
          { href: '/', label: 'Accueil' },
          { href: '/badges', label: 'Les badges et leurs critères' },
          { href: '/verify', label: 'Vérifier un badge' },
          { href: '/referentiel/rupn/v1', label: 'Le référentiel des missions' },
          { href: '/issuer', label: 'Qui délivre ces badges' },
        ],
      },
      {
        title: 'Les espaces',
        text: ['Pour les référents numériques, les chefs d’établissement et la direction du numérique.'],
        links: [
          { href: '/my', label: 'Mon espace' },
          { href: '/sign-in', label: 'Se connecter' },
        ],
      },
      {
        title: 'Le service',
        links: [
          { href: '/help', label: 'Aide' },
          { href: '/privacy', label: 'Données personnelles' },
          { href: '/legal', label: 'Mentions légales' },
          { href: '/accessibility', label: 'Accessibilité' },
        ],
      },
      {
        title: 'Pour les programmes',
        links: [{ href: '/api/docs', label: 'L’interface et sa documentation' }],
      },
    ],
  },
  help: {
    link: 'Aide',
    title: 'Aide',
    description:
      'Vérifier un badge, recevoir le sien, confirmer un engagement : par où commencer, et à qui écrire.',
    lede: 'Par où commencer, selon ce que vous venez faire.',
    sections: (facts: AboutFacts): readonly AboutSection[] => [
      {
        title: 'On vous a envoyé un badge',
        text: [
          'Ouvrez son lien : la page dit d’abord s’il est authentique et encore valable, puis ce qu’il reconnaît. Vous avez un fichier ou une image ? Déposez-le sur la page de vérification ; vous pouvez aussi le vérifier sur votre appareil, sans l’envoyer. D’un badge délivré ailleurs, elle dit ce qu’elle a pu vérifier.',
          `Un référent numérique (RUPN) aide ses collègues à se servir du numérique, conseille son chef d’établissement et administre les services de l’établissement. La ${office} est le service de l’académie chargé du numérique éducatif.`,
        ],
        links: [
          { href: '/verify', label: 'Vérifier un badge' },
          { href: '/badges', label: 'Ce que chaque badge reconnaît' },
        ],
      },
      {
        title: 'Vous enseignez',
        list: [
          'Connectez-vous avec votre compte professionnel, puis déclarez vos missions : votre chef d’établissement reçoit la demande et la confirme.',
          'Votre espace dit où en est chaque badge, et ce qui manque encore.',
          'Un badge accordé n’est visible que de vous. Vous choisissez de le montrer ou non, avec ou sans votre nom, et vous pouvez revenir sur ce choix.',
          'Une donnée est fausse ? « Mes données », puis « Faire corriger ».',
        ],
        links: [
          { href: '/space', label: 'Ouvrir mon espace' },
          { href: '/referentiel/rupn/v1', label: 'Les missions du référentiel' },
        ],
      },
      {
        title: 'Vous dirigez un établissement',
        list: [
          'Connectez-vous : les engagements à confirmer vous attendent. Vous confirmez, avec une réserve si besoin, ou vous contestez en disant pourquoi.',
          'Vous imprimez la lettre de mission, le point d’étape et le dossier de faits de l’indemnité. Aucun taux ni montant n’y figure. Vous proposez ; le recteur décide.',
          'La répartition des missions se lit d’un coup d’œil, personne par personne.',
        ],
        links: [{ href: '/space', label: 'Ouvrir l’espace de mon établissement' }],
      },
      {
        title: 'Vous ne trouvez pas',
        text: ['Écrivez-nous, en disant quelle page vous avez ouverte et ce que vous cherchiez.'],
        links: [mailTo(facts.help)],
      },
    ],
  },
});
