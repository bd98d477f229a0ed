import type { DomainErrorCode } from '../../../domain/errors.ts';
import { featureTexts } from '../../features.ts';
import { byOffice } from '../../office.ts';
import { toDay } from '../grammar/day.ts';
import { count } from '../grammar/page-phrases.ts';
import { type Sentence, systemErrors, value, withReason } from './system.ts';

/** One sentence for each refusal: the problem, then the remedy. */
export const errorTexts = byOffice(
  (office: string): Readonly<Record<DomainErrorCode, Sentence>> => ({
    ...systemErrors,
    ...featureTexts('fr', office).errors,
    'invalid-uai': ({ text }) =>
      `Ce n’est pas un UAI (sept chiffres et la bonne lettre de contrôle)${value(text)}.`,
    'invalid-date': ({ text }) => `Ce n’est pas une date. Écrivez 2026-02-28 ou 28/02/2026${value(text)}.`,
    'invalid-request': ({ reason }) => `La demande ne peut pas être lue${withReason(reason)}`,
    'no-criteria-in-force': ({ on }) => `Aucun critère n’était en vigueur ce jour-là${value(on)}.`,
    'day-to-come': ({ on, today }) =>
      `Ce jour n’est pas encore vécu${value(on)}. Choisissez aujourd’hui au plus tard${value(today)}.`,
    'invalid-criteria': ({ path, reason }) =>
      `Les critères ne sont pas valables${value(path)}${withReason(reason)}`,
    'unknown-achievement': ({ code, known }) =>
      `Ce badge n’existe pas${value(code)}.${known ? ` Les badges sont${value(known)}.` : ''}`,
    'unreadable-pack': ({ path }) =>
      `Ce fichier n’est pas une archive ZIP lisible : ${path}. Donnez un dossier, ou une archive d’un paquet.`,
    'invalid-pack': ({ faults }) =>
      `Le paquet de l’office a ${faults} défaut(s) : « jalon office check DOSSIER » les montre.`,
    'office-unchanged': () => 'Le paquet est celui qui est en usage : il n’y a rien à adopter.',
    'office-in-use': () =>
      'Ce service a déjà son paquet ou des engagements : OFFICE_PACK ne sert qu’au tout premier démarrage. Adoptez le paquet par « jalon office adopt ».',
    'criteria-too-early': ({ newest }) =>
      `Une version entre en vigueur demain au plus tôt, et après la plus récente${value(newest)}.`,
    'criteria-too-late': ({ last }) =>
      `Une version s’adopte deux ans à l’avance au plus${value(last)}. Vérifiez l’année.`,
    'criteria-unchanged': () => 'Rien n’a changé : il n’y a rien à adopter.',
    'invalid-badge': ({ path, reason }) =>
      `Ce badge ne peut pas encore être adopté (${path} : ${reason}). « jalon badges check FICHIER » dit tout ce qui manque.`,
    'badge-needed': ({ code, by }) =>
      `Le badge ${by} demande le badge ${code} : changez d’abord ce que demande ${by}.`,
    'last-badge': () => 'C’est le seul badge : ajoutez-en un autre avant de le retirer.',
    'too-many-drafts': ({ limit }) =>
      `Il y a déjà ${limit} brouillons de badges : adoptez-en ou supprimez-en.`,
    'approval-needed': () => `Une seconde personne de la ${office} doit adopter cette version. Proposez-la.`,
    'approval-needs-two': () =>
      `Il faut deux comptes de la ${office} pour exiger une seconde personne. Donnez d’abord ce rôle à quelqu’un d’autre.`,
    'approval-set-outside': () => 'La configuration du service fixe ce réglage : il ne se change pas ici.',
    'own-draft': () =>
      `Vous ne pouvez pas décider seul de ce que vous avez demandé. Une autre personne de la ${office} doit le faire.`,
    'draft-settled': () =>
      'Cette proposition a été changée, retirée ou jugée entre-temps. Relisez celle qui attend.',
    'draft-outdated': () =>
      'Une autre version a été adoptée depuis. Proposez de nouveau ces chiffres depuis l’atelier.',
    'rule-place-gone': () =>
      'Cette condition n’est plus à cet endroit : la règle a changé entre-temps. Relisez-la, puis recommencez.',
    'rule-edit-refused': () =>
      'Cet endroit de la règle ne permet pas cela. Une règle a 200 conditions et 6 niveaux au plus : choisissez un des boutons montrés.',
    'criteria-in-force': () =>
      'Seule la version la plus récente se retire, et seulement avant le jour de son entrée en vigueur.',
    'own-profiles': () =>
      `Personne ne change ses propres rôles. Une autre personne de la ${office} doit le faire.`,
    'last-dane-agent': () =>
      `C’est le dernier compte de la ${office} : sans lui, plus personne ne pourrait décider. Donnez d’abord ce rôle à quelqu’un d’autre.`,
    'refusal-unknown': () => 'Ce refus n’existe pas, ou il a déjà été levé.',
    'own-award': () =>
      `Personne ne décide de son propre badge. Une autre personne de la ${office} doit le faire.`,
    'unknown-person': ({ email }) =>
      `Personne n’est connu sous cette adresse${value(email)}. Importez d’abord la personne.`,
    'unknown-actor': ({ email = '', because }) =>
      because === 'no-agent'
        ? `${email} n’est pas agent de la ${office}. Donnez à --as ou à JALON_AS l’adresse d’un agent, ou ôtez-les.`
        : `Personne n’a l’adresse ${email}. Donnez à --as ou à JALON_AS l’adresse d’un agent de la ${office}, ou ôtez-les.`,
    'same-person': () => 'C’est la même fiche : il en faut deux pour une fusion.',
    'address-taken': ({ email }) => `Cette adresse est celle de quelqu’un d’autre${value(email)}.`,
    'unknown-establishment': ({ uai }) =>
      `Aucun établissement n’a cet UAI${value(uai)}. Importez d’abord les établissements.`,
    'establishment-exists': ({ uai }) => `Un établissement a déjà cet UAI${value(uai)}.`,
    'establishment-closed': ({ uai, on, successor }) =>
      `Cet établissement${value(uai)} a fermé : son dernier jour est le ${toDay(String(on)) ?? on}.${successor ? ` Ses fonctions ont été reprises par l’établissement ${successor}.` : ''} Choisissez un autre établissement, ou un dernier jour qui ne dépasse pas celui-ci.`,
    'same-establishment': () => 'C’est le même établissement : choisissez celui qui reprend ses fonctions.',
    'closure-blocked': ({ blocked }) =>
      `${count(Number(blocked), 'engagement doit être réglé', 'engagements doivent être réglés')} avant la fermeture : une contestation est ouverte, ou il commence après le dernier jour.`,
    'unknown-credential': ({ id }) => `Aucun badge n’a cet identifiant${value(id)}.`,
    'format-not-offered': () => 'Cette réponse n’existe qu’en JSON.',
    'unknown-key': ({ kid }) => `Aucune clé n’a cet identifiant${value(kid)}.`,
    'unknown-token': ({ id }) => `Aucun jeton n’a cet identifiant${value(id)}.`,
    'wrong-recipient-kind': ({ code }) =>
      `Ce badge ne s’adresse pas à ce type de destinataire${value(code)}. Le badge d’un établissement demande un UAI, les autres une personne.`,
    'not-met': ({ code, lacks }) =>
      lacks === 'decision'
        ? `Ce badge s’attribue par une décision de la ${office}, dont le motif est à donner${value(code)}.`
        : `Les critères ne sont pas remplis${value(code)}. Donnez un motif pour l’attribuer par décision.`,
    'award-exists': ({ code }) =>
      `Ce badge est déjà attribué${value(code)}. Il peut être renouvelé dans les six mois qui précèdent son terme.`,
    'award-over': ({ code, validUntil }) =>
      `Jugé à cette date, ce badge aurait déjà pris fin${value(code)}${value(validUntil)}. Choisissez une date plus récente.`,
    'key-exists': ({ kids }) =>
      `Il y a déjà une clé active${value(kids)}. Pour la remplacer, lancez « jalon keys rotate ».`,
    'award-declined-or-revoked': ({ code }) =>
      `Ce badge a déjà été refusé ou révoqué${value(code)}. Donnez un motif pour l’attribuer de nouveau.`,
    'award-refused': ({ code }) =>
      `Un agent a refusé ce badge cette année scolaire${value(code)}. Donnez un motif pour l’attribuer tout de même.`,
    'decision-waiting': ({ code }) =>
      `Ce badge attend déjà la décision d’un autre agent${value(code)}. Attendez qu’elle soit appliquée, ou décidez de ce badge seul.`,
    'to-look-at': ({ code }) =>
      `Ce badge est à regarder avant d’être attribué${value(code)}. Ouvrez sa proposition, ou décidez de ce badge seul.`,
    'reason-required': () => 'Un motif est nécessaire.',
    'already-revoked': ({ at }) => `Ce badge est déjà révoqué${value(at)}.`,
    'already-suspended': ({ at }) => `Ce badge est suspendu${value(at)}.`,
    'not-suspended': () => 'Ce badge n’est pas suspendu.',
    'credential-declined': () => 'Le titulaire a refusé ce badge.',
    'credential-erased': () => 'Ce badge a été effacé à la demande de son titulaire.',
    'credential-revoked': () =>
      'Ce badge a été révoqué : il n’a plus de certificat. Sa page dit quand, et pourquoi.',
    'credential-suspended': () =>
      'Ce badge est suspendu : il n’a pas de certificat pour l’instant. Sa page dit depuis quand, et pourquoi.',
    'not-allowed': () => 'Ce jeton ne le permet pas.',
    'not-authenticated': () => 'Un jeton valable est nécessaire.',
    'stronger-sign-in-needed': () =>
      'Cette action ne peut pas être annulée. Connectez-vous de nouveau avant de la demander.',
    'sign-in-failed': ({ reason }) =>
      reason === 'cancelled'
        ? 'La connexion a été interrompue. Recommencez quand vous voulez.'
        : 'La connexion n’a pas abouti. Recommencez depuis la page de connexion.',
    'identity-provider-unreachable': () =>
      'Le service qui vous identifie ne répond pas. Recommencez dans quelques minutes.',
    'too-large': ({ limit }) => `L’envoi est trop volumineux${value(limit)}.`,
    'too-many-requests': ({ retrySeconds }) =>
      `Trop de demandes en peu de temps depuis cette adresse. Recommencez ${retrySeconds === undefined ? 'plus tard' : `dans ${retrySeconds} s`}.`,
    overloaded: () => 'Le service a trop à faire en ce moment. Recommencez dans quelques instants.',
    'body-too-slow': () =>
      'L’envoi est arrivé trop lentement, à moins de 1 ko par seconde. Recommencez avec une meilleure connexion.',
    'several-hosts': () => 'La requête nomme plusieurs hôtes. N’envoyez qu’un en-tête Host.',
    'numen-refused': () => 'Un NUMEN a été refusé : il ne doit être enregistré nulle part. Retirez-le.',
    'store-conflict': () =>
      'Quelqu’un a modifié la même chose entre-temps : rien n’a été enregistré. Relisez ce qui est enregistré maintenant, puis recommencez.',
    'unsafe-credential': ({ reason }) => `Ce badge ne peut pas être signé${withReason(reason)}`,
    'own-engagement': () => `Personne ne décide de son propre engagement. La ${office} peut le faire.`,
    'contest-decided': () => `La ${office} a tranché cette contestation : sa décision ne change plus ici.`,
    'nothing-to-print': () =>
      'Il n’y a rien à imprimer : aucun engagement confirmé, ou aucun compte rendu, pour cette année scolaire.',
    'review-not-held': () =>
      'Ce jour n’est pas encore venu : un point d’étape s’enregistre une fois tenu. Pour plus tard, planifiez-le.',
    'review-outside-engagement': () =>
      'Cette personne n’a aucun engagement dans l’établissement pendant l’année scolaire de ce jour. Choisissez un autre jour.',
    'review-exists': () =>
      'Un point d’étape est déjà enregistré pour ce jour. Relisez ce qu’il dit et ce que vous venez d’écrire, puis enregistrez ; ou choisissez un autre jour.',
    'review-imported': () =>
      `Ce point d’étape vient des fichiers de la ${office} : sa date ne change pas ici, et il ne s’y retire pas.`,
    'plan-out-of-range': () =>
      'Un point d’étape se prévoit d’aujourd’hui à la fin de l’année scolaire prochaine. Choisissez un autre jour.',
    'authorisation-exists': () =>
      'Une autorisation de cette mission, par cette collectivité et depuis ce jour, est déjà enregistrée. Modifiez celle-là, ou changez le premier jour.',
    'change-day-outside': () =>
      'Choisissez un jour de cet engagement : après son premier jour, et pas après le dernier.',
    'change-unchanged': () => 'Rien ne change : c’est déjà ce qui est enregistré.',
    'change-contested': () => 'Cet engagement est contesté. La contestation se règle d’abord.',
    'change-proposed': () =>
      'Une proposition attend déjà sur cet engagement. Elle se retire ou se règle d’abord.',
    'change-settled': () => 'Cette proposition n’attend plus : elle a été réglée ou retirée.',
    'role-held': () =>
      'Une autre personne tient ce rôle unique sur une partie de ces jours. Rien n’est enregistré : retirez le rôle, ou changez les jours.',
    'missions-proposed': () =>
      'Une proposition de votre établissement attend déjà la réponse de cette personne. Retirez-la d’abord, ou attendez sa réponse.',
    'too-many-newcomers': ({ most }) =>
      `${most} personnes nouvelles attendent déjà dans cet établissement. Réglez-en d’abord, ou attendez qu’on le fasse.`,
    'mission-proposal-settled': () =>
      'Cette proposition n’attend plus : elle a reçu une réponse, ou elle a été retirée.',
    'contribution-in-badge': () =>
      'Un badge délivré repose sur cette contribution : sa validation ne se reprend plus.',
    'counted-in-badge': ({ badges }) =>
      `Ce fait reste : des badges valables le comptent${badges === undefined ? '' : ` (${badges})`}. Corrigez-le plutôt, et ces badges s’afficheront dans « Corrections ». Ou révoquez-les d’abord.`,
    'role-day-outside': () =>
      'Ce jour n’est pas possible : le rôle ne peut passer à l’autre personne qu’un jour où les deux engagements se croisent. Corrigez la date.',
    'credential-accepted': () => 'Ce badge est déjà accepté : vous pouvez le cacher.',
    'schools-unconfirmed': () =>
      'Sans nom, l’établissement suffit à reconnaître la personne. Pour le montrer quand même, confirmez-le : « schoolsConfirmed » par l’API, « --confirm-schools » par la ligne de commande.',
    'credential-not-accepted': () => 'Ce badge n’est pas accepté : il n’est visible de personne.',
    'engagement-repeated': () =>
      'Cet engagement est déjà enregistré : même établissement, mêmes dates, mêmes missions, mêmes rôles. Retrouvez-le dans « Engagements ».',
    'engagement-not-open': () =>
      `Cet engagement ne se modifie plus ici : une décision a été prise, ou il vient des fichiers de la ${office}.`,
    'contribution-validated': () =>
      `Cette contribution est validée par la ${office} : elle ne se modifie plus ici.`,
    'request-settled': () => 'Cette demande a déjà reçu une réponse.',
    'identity-unconfirmed': () =>
      'Les noms ne concordent pas, ou le compte n’en transmet aucun. Rien n’est fait : lisez-les ci-dessous, vérifiez auprès de la personne, puis confirmez.',
    'settled-meanwhile': () =>
      'C’est déjà fait, ou quelqu’un l’a réglé entre-temps. Rien de plus n’a été enregistré : relisez ce qui est enregistré maintenant.',
    'reminded-lately': () => 'Ce titulaire a déjà été relancé il y a moins d’un jour.',
    'mail-not-possible': () =>
      'Aucun courriel ne peut partir : le service n’en envoie pas, ou ce titulaire n’a pas d’adresse ou ne veut pas de ces courriels.',
    'event-code-taken': ({ code }) => `Ce code d’évènement est déjà pris${value(code)}.`,
    'unknown-import': ({ id = '' }) =>
      `Aucun import n’a l’identifiant « ${id} ». « jalon imports list » montre ceux qui s’annulent encore.`,
    'moved-to': () =>
      'Ce service a été déplacé vers une autre base : rien ne s’enregistre plus ici. Pour l’exploitation : changez DATABASE_URL ou, après un essai, lancez « jalon move --take-back ».',
    'undo-unchecked': () =>
      'L’examen de cet import n’est pas terminé : examinez-le jusqu’au bout avant de l’annuler.',
    'undo-underway': () => 'L’annulation d’un autre import est en cours : attendez sa fin, ou arrêtez-la.',
    'job-failed': ({ id = '' }) =>
      `Le dernier essai de ce travail a échoué. Voyez la cause à la page /dane/jobs/${id}, ou par « jalon jobs list ».`,
    'unknown-event': ({ code }) => `Aucun évènement n’a ce code${value(code)}.`,
    'sheet-closed': () => 'La feuille d’émargement n’est pas ouverte à cette heure.',
    'scan-needed': () =>
      'Visez le code affiché dans la salle, puis notez votre présence dans les 15 minutes.',
    'not-found': ({ path }) => `Il n’y a rien à cette adresse${value(path)}.`,
    unexpected: () => 'Le service a rencontré une erreur, qui vient de lui. Recommencez dans un moment.',
    unreachable: ({ url, reason }) =>
      `${/^(smtp|s3)-/.test(`${reason}`) ? 'Le serveur refuse' : 'L’adresse ne répond pas'}${value(url)}${withReason(reason)}`,
    'odd-answer': ({ url, reason }) =>
      `Le service répond autre chose que ce qui lui est demandé${value(url)}${withReason(reason)} Vérifiez l’adresse de --remote, et que les deux versions de Jalon sont les mêmes. Ce qui a été fait avant cette réponse reste fait.`,
    'hold-too-long': ({ last }) => `Choisissez un jour d’ici au ${last}, qui est le dernier possible.`,
    'hour-out-of-range': ({ last }) => `Choisissez une heure à venir, d’ici au ${last}.`,
  }),
);
