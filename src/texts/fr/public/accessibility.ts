import { toDay } from '../grammar/day.ts';

/** The criteria of the RGAA 4.1.2 that apply, and those that are met, as docs/accessibility.md judges them. */
export const RGAA = { applicable: 79, met: 75, judgedOn: '2026-11-30' } as const;

/** The accessibility statement: the tests that were made, and those that were not. */
export const accessibilityTexts = {
  title: 'Accessibilité',
  link: 'Accessibilité : partiellement conforme',
  description: 'Ce qui a été vérifié de l’accessibilité de ce service, et ce qui ne l’a pas été.',
  lede: `Ce service est partiellement conforme au référentiel général d’amélioration de l’accessibilité (RGAA 4.1.2) : ${RGAA.met} des ${RGAA.applicable} critères applicables sont respectés, d’après un examen de sa propre équipe le ${toDay(RGAA.judgedOn) ?? ''}. Aucun tiers ne l’a vérifié.`,
  tested: 'Ce qui est vérifié à chaque version',
  testedList: [
    'Les pages publiques et les espaces de travail passent les règles automatiques d’axe (WCAG 2.2, niveaux A et AA), en clair et en sombre, sur un écran large et sur un téléphone.',
    'Le contraste des textes est d’au moins 7 pour 1, celui des formes d’au moins 3 pour 1, dans les deux thèmes.',
    'Chaque page fonctionne sans JavaScript, au clavier seul, et ne défile pas latéralement à 360 pixels de large.',
    'Chaque dessin a un titre, une description et, à côté, le tableau des mêmes valeurs.',
    'Une erreur de saisie est dite en haut de la page et près du champ, et ce qui était écrit est gardé.',
    'Les documents PDF sont balisés, en français, avec des textes de remplacement. Leur conformité à PDF/UA n’est pas revendiquée.',
  ],
  notTested: 'Ce qui n’a pas été vérifié',
  failed: 'Ce qui n’est pas conforme',
  failedList: [
    'Sur les pages en anglais, les noms français de missions, de badges et d’établissements ne sont pas tous signalés comme du français (critère 8.7).',
    'Les documents PDF et les tableaux à télécharger n’ont pas tous été jugés (critère 13.3).',
  ],
  notTestedList: [
    'Aucun essai avec des personnes handicapées n’a encore eu lieu.',
    'Aucun lecteur d’écran n’a été essayé de bout en bout : seuls la structure, les noms et les rôles sont vérifiés par programme.',
  ],
  contact: 'Signaler un obstacle',
  contactText:
    'Si une page ou un document vous arrête, écrivez à l’équipe qui tient ce service : une réponse et une autre voie d’accès vous sont dues.',
  rights:
    'Sans réponse satisfaisante, vous pouvez saisir le Défenseur des droits, gratuitement, en ligne ou par courrier.',
};
