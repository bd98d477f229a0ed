import type { ReviewFlag } from '../../../domain/award/review-flag.ts';
import { quotedRole } from '../criteria/numbers-and-names.ts';
import { count, figure } from '../grammar/page-phrases.ts';

function sentence(reviewFlag: ReviewFlag): string {
  switch (reviewFlag.kind) {
    case 'days':
      return `${reviewFlag.year}-${reviewFlag.year + 1} : ${reviewFlag.days} jours, il en faut ${reviewFlag.required}.`;
    case 'hours':
      return `Formation « ${reviewFlag.event} » (${figure(reviewFlag.hours)} h) : une heure de moins ne suffirait plus.`;
    case 'hours-above':
      return `Repose sur ${count(reviewFlag.count, 'présence dont les heures dépassent celles de l’événement', 'présences dont les heures dépassent celles de l’événement')}.`;
    case 'declared':
      return `Repose sur ${count(reviewFlag.count, 'contribution déclarée, que personne n’a validée', 'contributions déclarées, que personne n’a validées')}.`;
    case 'waived':
      return `Repose sur ${count(reviewFlag.count, 'année comptée sans point d’étape', 'années comptées sans point d’étape')}, par la règle d’avant.`;
    case 'not-renewed':
      return `Repose sur ${count(reviewFlag.count, 'engagement que personne n’a reconduit cette année : demandez au chef d’établissement s’il est toujours en cours', 'engagements que personne n’a reconduits cette année : demandez au chef d’établissement s’ils sont toujours en cours')}.`;
    case 'on-documents':
      return `Repose sur ${count(reviewFlag.count, 'engagement confirmé sur pièces', 'engagements confirmés sur pièces')}, sans réponse du chef d’établissement.`;
    case 'contested':
      return `${count(reviewFlag.count, 'autre engagement est contesté', 'autres engagements sont contestés')} : il ne compte pas dans ce jugement.`;
    case 'clash':
      return `Quelqu’un d’autre tient le rôle ${quotedRole(reviewFlag.role)} les mêmes jours, au même endroit.`;
    case 'sign-in-doubt':
      return 'Une connexion avec l’adresse de cette personne attend d’être rattachée.';
  }
}

/** Why a proposal is to be looked at before it is granted. */
export const reviewFlagTexts = {
  sentence,
  mark: 'À regarder',
  /** Above a lot that has some. */
  lot: (toLook: number, total: number) =>
    toLook === total
      ? `${count(toLook, 'proposition est', 'propositions sont')} à regarder une par une : la raison est dite sous chacune.`
      : `${count(toLook, 'proposition est à regarder une par une et vient', 'propositions sont à regarder une par une et viennent')} d’abord, avec la raison. Les autres se cochent ensemble.`,
  tickClear: (many: number) =>
    many === 1 ? 'Cocher celle qui n’a rien à regarder' : `Cocher les ${many} qui n’ont rien à regarder`,
  grantClear: (many: number) =>
    many === 1
      ? 'Attribuer le badge qui n’a rien à regarder'
      : `Attribuer les ${many} badges qui n’ont rien à regarder`,
  batchTitle: (toLook: number) => `À regarder : ${toLook}`,
  batchLede:
    'Ces badges tiennent à peu, ou reposent sur un fait que personne n’a vérifié comme d’habitude. Ouvrez-les avant de décider.',
  batchNone: 'Aucun de ces badges ne tient à peu de chose.',
};
