import { featureTexts } from '../../features.ts';
import { carryOverDoneTexts } from '../dane/carry-over.ts';
import { retentionDoneTexts } from '../dane/retention.ts';
import { exportDeviceTexts } from '../my/export-labels.ts';
import { schoolRecordDoneTexts } from '../school/records.ts';
import { newcomersDoneTexts } from './newcomers.ts';

/** Signing in and out, sessions, and messages after an action. */
export const accountTexts = (office: string) => ({
  spaces: { my: 'Mon espace', school: 'Mon établissement', dane: office },
  spacesNavigation: 'Mes espaces',
  enter: 'Mon espace',
  signedInAs: (name: string) => `Votre compte : ${name}`,
  signOut: 'Se déconnecter',
  messagesLink: 'Mes préférences de courriel',
  sessionsLink: 'Mes connexions',
  /** Messages shown once, at the top of the page that follows an action. */
  done: {
    ...featureTexts('fr', office).done,
    ...retentionDoneTexts,
    ...schoolRecordDoneTexts,
    ...newcomersDoneTexts,
    ...carryOverDoneTexts,
    'already-done': 'C’est déjà fait : rien de plus n’a été enregistré.',
    'session-ended': 'Cette connexion est fermée.',
    'headship-declared': 'C’est noté : vous dirigez cet établissement.',
    'engagement-decided': 'Votre décision est enregistrée.',
    'engagements-confirmed': 'Les demandes cochées sont confirmées.',
    'change-proposed': 'Votre proposition est envoyée. Rien ne change avant la décision.',
    'sharing-saved': 'Le partage des missions est enregistré.',
    'change-withdrawn': 'Votre proposition est retirée.',
    'engagement-ended': 'L’engagement s’arrête au jour choisi.',
    'missions-changed': 'Les missions changent au jour choisi.',
    'missions-wait': 'Les missions changent au jour choisi ; la suite attend une confirmation.',
    'engagement-corrected': 'L’engagement est corrigé.',
    'change-refused': 'La proposition est refusée. La personne en est avertie.',
    'departure-saved': 'Le départ est enregistré : les engagements de cette personne s’arrêtent ce jour-là.',
    'engagement-entered': 'L’engagement est saisi.',
    'review-entered': 'C’est enregistré.',
    'record-removed': 'C’est retiré. Le journal garde ce qui était enregistré.',
    'contribution-entered': 'La contribution est saisie et validée.',
    'contributions-validated': 'Les contributions choisies sont validées.',
    'validation-taken-back': 'La validation est reprise.',
    'headship-withdrawn':
      'Votre déclaration est retirée : ce service ne vous compte plus à la tête de cet établissement.',
    'declaration-withdrawn': 'La déclaration est retirée.',
    'declaration-checked': 'La déclaration est vérifiée : elle reste.',
    'engagement-changed': 'Votre déclaration est modifiée.',
    'badge-choice-saved': 'Votre choix est enregistré : la page du badge le suit.',
    'contribution-added': 'Votre contribution est ajoutée.',
    'contribution-changed': 'Votre contribution est modifiée.',
    'contribution-removed': 'Votre contribution est retirée.',
    'messages-chosen': 'Votre choix de messages est enregistré.',
    'attendance-saved': 'La présence est enregistrée.',
    'attendance-removed': 'La présence est retirée.',
    'event-saved': 'L’événement est enregistré.',
    'token-revoked': 'Le jeton est révoqué : il n’ouvre plus rien.',
    'settings-saved': 'Les réglages sont enregistrés.',
    'doubt-settled': 'La connexion est réglée.',
    'person-changed': 'La fiche est corrigée.',
    'person-added': 'La personne est ajoutée.',
    'school-added': 'L’établissement est ajouté.',
    'school-changed': 'L’établissement est corrigé.',
    'school-closed': 'L’établissement est fermé. Les engagements en cours s’y arrêtent ce jour-là.',
    'school-reopened': 'La fermeture est reprise : l’établissement est ouvert.',
    'person-erased': 'Les données de cette personne sont effacées.',
    'paper-made': 'Le document est prêt.',
    'proposal-reopened': 'La proposition attend de nouveau une décision.',
    'criteria-withdrawn': 'La version est retirée. Elle n’entrera pas en vigueur.',
    'award-granted': 'Le badge est attribué par décision.',
    'people-merged': 'Les deux fiches n’en font plus qu’une. Son adresse actuelle est en tête de la fiche.',
    'criteria-drafted': 'La proposition est envoyée : une autre personne va la relire.',
    'draft-sent-back': 'La proposition est renvoyée, avec votre mot.',
    'draft-withdrawn': 'Votre proposition est retirée.',
    'criteria-adopted': 'La nouvelle version est adoptée.',
    'badge-draft-kept': 'Le brouillon est enregistré.',
    'badge-draft-dropped': 'Le brouillon est supprimé.',
    'holder-reminded': 'La relance part par courriel.',
    suspended: 'Le badge est suspendu. Sa page et la liste de statut le disent.',
    resumed: 'La suspension est levée : le badge vaut de nouveau.',
    revoked: 'Le badge est révoqué. Sa page et la liste de statut le disent.',
    'campaign-closed': 'La campagne est close.',
    'campaign-cancelled': 'La campagne est annulée.',
    imported: 'L’import est fait.',
    'columns-matched': 'Les colonnes sont retenues, et le fichier a été lu de nouveau avec elles.',
    'columns-forgotten': 'Cette association est oubliée.',
    present: 'C’est noté : vous êtes là.',
    'sheet-opened': 'La feuille est prête.',
    'sheet-closed': 'La feuille est fermée.',
    'engagement-declared':
      'Votre engagement est enregistré. La confirmation est demandée au chef d’établissement.',
    'engagement-declared-to-dane': `Votre engagement est enregistré. Vous dirigez cet établissement : la ${office} en décidera.`,
    'engagement-withdrawn': 'Cet engagement est retiré.',
    'badge-declined': 'Ce badge est refusé. Personne ne le verra.',
    'badge-hidden': 'Ce badge est caché.',
    'badge-shown': 'Ce badge est visible à son adresse.',
    'confirmed-on-documents': 'Les engagements choisis sont confirmés sur pièces.',
  },
  /** What was typed into a form that could not be taken. */
  typed: {
    kept: 'Votre connexion s’était fermée : rien n’a été enregistré. Ce que vous aviez saisi est gardé une heure. Reconnectez-vous, et vous le retrouverez dans le même formulaire.',
    back: 'Voici ce que vous aviez saisi. Rien n’est encore enregistré : relisez, puis envoyez de nouveau.',
    notYours: {
      title: 'Ce formulaire n’est pas à vous',
      text: 'Ce qui est gardé dans ce navigateur a été saisi par une autre personne, ou depuis plus d’une heure. Seule cette personne peut le retrouver, en se connectant ici.',
    },
    none: {
      title: 'Rien à retrouver',
      text: 'Ce navigateur ne garde aucun formulaire. Ce que vous avez envoyé depuis est enregistré ; un formulaire est gardé une heure.',
    },
  },
  signIn: {
    title: 'Se connecter',
    description: `Connexion des agents : référents, chefs d’établissement, ${office}.`,
    lede: 'Connectez-vous avec votre compte professionnel. Voir et vérifier un badge ne demande aucun compte.',
    refused: {
      acr: 'La connexion a été refusée : votre fournisseur d’identité ne s’est pas porté garant du niveau d’authentification que ce service demande. Recommencez avec la double authentification. Si votre compte ne la propose pas, écrivez au service qui gère vos comptes.',
      'level-unavailable':
        'La connexion a été refusée : votre compte n’a pas le niveau d’authentification que ce service demande. Activez la double authentification de votre compte professionnel, puis recommencez. Si vous ne la trouvez pas, écrivez au service qui gère vos comptes.',
      'not-accepted':
        'La connexion a été refusée : votre fournisseur d’identité n’ouvre ce service qu’aux agents publics, et ne vous reconnaît pas comme tel. Recommencez avec votre adresse professionnelle. Si le refus se répète, écrivez au service qui gère vos comptes.',
      'auth-time':
        'La connexion a été refusée : votre fournisseur d’identité n’a pas confirmé que vous venez de vous authentifier. Recommencez. Si le refus se répète, écrivez au service qui gère vos comptes : sans cette confirmation, ce service n’exécute pas une action irréversible.',
    },
    needsStronger:
      'Votre rôle demande désormais une connexion plus forte. Reconnectez-vous : votre fournisseur d’identité vous demandera un second facteur.',
    irreversible: (isSaved: boolean): string =>
      isSaved
        ? 'Cette action ne peut pas être annulée. Connectez-vous de nouveau pour la confirmer. Rien n’est encore enregistré : votre formulaire est gardé une heure, et vous le retrouverez rempli.'
        : 'Cette action ne peut pas être annulée. Connectez-vous de nouveau, puis recommencez. Rien n’est encore enregistré.',
    failed: 'La connexion n’a pas abouti : elle a été interrompue, ou elle a trop duré. Recommencez.',
    unreachable: (provider: string) =>
      `Le service qui vous identifie (${provider}) ne répond pas. Les badges se voient et se vérifient sans compte.`,
    none: 'Aucun fournisseur d’identité n’est réglé sur ce service. Personne ne peut se connecter pour le moment ; les badges se vérifient toujours.',
    privacy:
      'Le service reçoit votre nom, votre adresse professionnelle et, selon le fournisseur, les établissements où vous exercez. Il ne lit jamais votre NUMEN.',
    providers: {
      proconnect: {
        name: 'ProConnect',
        text: 'Le compte des agents publics, avec votre adresse professionnelle.',
      },
      fim: { name: 'Guichet de l’académie', text: 'Votre identifiant et votre mot de passe académiques.' },
      local: {
        name: 'Comptes de démonstration',
        text: 'Choisissez la personne dont vous voulez prendre la place. Toutes sont inventées.',
      },
    },
  },
  doubt: {
    title: 'Nous ne savons pas encore qui vous êtes',
    text: `Votre demande est transmise à la ${office}, qui fera le lien avec votre dossier. Reconnectez-vous dans quelques jours.`,
    reasons: {
      'no-address': () => 'Votre fournisseur d’identité n’a transmis aucune adresse électronique.',
      'address-not-verified': (address: string) =>
        `L’adresse ${address} n’est pas vérifiée par votre fournisseur d’identité.`,
      'unknown-address': (address: string) =>
        `L’adresse ${address} ne correspond à aucune personne enregistrée.`,
      'already-linked': (address: string) => `L’adresse ${address} est déjà liée à un autre compte.`,
    },
  },
  leaving: {
    title: 'Vous avez quitté ce service',
    here: 'Votre connexion à ce service est fermée.',
    everywhere: 'Toutes vos connexions à ce service sont fermées, sur tous vos appareils.',
    text: (provider: string) =>
      `Il reste votre connexion à « ${provider} » : elle se ferme à la page suivante, qui s’ouvre seule.`,
    goOn: (provider: string) => `Fermer aussi ma connexion à « ${provider} »`,
  },
  sessions: {
    title: 'Mes connexions',
    lede: 'Une connexion se ferme seule au bout de deux heures sans activité, et au plus tard au bout de douze heures.',
    since: 'Ouverte le',
    seen: 'Dernière activité',
    device: 'Appareil',
    unknownDevice: 'Inconnu',
    devices: exportDeviceTexts,
    by: 'Par',
    end: 'Fermer',
    current: 'Celle-ci',
    endOne: (moment: string) => `Fermer celle du ${moment}`,
    everywhere: 'Me déconnecter partout',
  },
  messages: {
    title: 'Mes préférences de courriel',
    lede: 'Le service écrit rarement. Choisissez ce que vous voulez recevoir ; tout reste visible sur vos pages. Si un compte est rattaché à votre dossier, un courriel vous le dit toujours.',
    wanted: 'Je veux recevoir',
    language: 'Langue des courriels',
    languages: { fr: 'français', en: 'anglais' },
    kinds: {
      'confirmation-request': 'Une demande de confirmation d’un engagement',
      'confirmation-reminder': 'Le rappel d’une demande, à 15 et 30 jours',
      award: 'Un badge qui m’est attribué',
      decision: 'Une décision sur mon engagement, une mission proposée ou la réponse',
      support: `Un échange avec la ${office} : demande d’accompagnement, rencontre dans l’établissement`,
      invitation: 'Une invitation à une rencontre ou à une classe virtuelle',
      message: `Un message de la ${office} aux référents`,
      contest: 'Un échange qui attend ma réponse',
    },
  },
  headship: {
    title: 'Mes établissements',
    lede: 'Les établissements que vous dirigez.',
    declare: 'Dirigez-vous l’un de ces établissements ?',
    ask: 'Dirigez-vous un établissement ?',
    askText:
      'Votre compte dit que vous êtes chef d’établissement ou adjoint. Seul le chef voit son établissement ici : si c’est vous, dites-le.',
    askLink: 'Dire quel établissement je dirige',
    askOther: 'Dirigez-vous aussi un autre établissement ?',
    declareText:
      'Votre compte dit que vous êtes chef d’établissement ou adjoint. Seul le chef confirme les engagements : dites-le ici. Votre déclaration est enregistrée avec sa date.',
    daneKnows: (name: string) => `La ${office} connaît ${name} à la tête de cet établissement.`,
    alsoDeclared: (name: string) => `${name} a déjà déclaré diriger cet établissement.`,
    willBeChecked: `Si vous le dirigez, déclarez-le quand même : la ${office} vérifiera votre déclaration.`,
    declared: 'Vous l’avez déclaré.',
    withdraw: 'Retirer ma déclaration',
    withdrawOf: (name: string) => `Retirer ma déclaration : ${name}`,
    declareOne: (name: string, commune: string) => `Je dirige : ${name}, ${commune}`,
    none: `Vous ne dirigez aucun établissement connu du service. Si c’est une erreur, écrivez à la ${office}.`,
  },
});
