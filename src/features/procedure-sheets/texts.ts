import { textsOf } from '../../domain/features/declaration.ts';
import type { feature } from './feature.ts';

const procedureSheetsPage = {
  heading: 'Fiche de procédure',
  none: 'aucune',
  link: 'Lire la fiche',
  file: (kilobytes: string) => `Fiche (PDF, ${kilobytes} Ko)`,
  readOf: (texts: string, mission: string) => `${texts} : ${mission}`,
  attach: 'Joindre une fiche',
  attachOf: (mission: string) => `Joindre une fiche : ${mission}`,
  replace: 'Remplacer ou retirer',
  replaceOf: (mission: string) => `Remplacer ou retirer : la fiche de procédure, ${mission}`,
  mayAttach: 'Vous pouvez toutefois joindre, remplacer ou retirer une fiche de procédure.',
  title: 'Fiche de procédure',
  lede: 'La fiche que la collectivité a validée pour cette action. Les référents de l’établissement la lisent dans leur espace, à côté de la mission. Elle n’est jamais publique.',
  present: 'Fiche enregistrée',
  replaceBy: 'Remplacer par',
  form: { url: 'Adresse de la fiche', file: 'Ou un fichier PDF' },
  urlHelp: 'Une adresse en https://. Donnez une adresse ou un fichier, pas les deux.',
  fileHelp: (megabytes: number) => `Un PDF de ${megabytes} Mo au plus.`,
  save: 'Enregistrer la fiche',
  remove: 'Retirer la fiche',
  back: 'Les actions autorisées',
};

const procedureSheetsPageEn: typeof procedureSheetsPage = {
  heading: 'Procedure sheet',
  none: 'none',
  link: 'Read the sheet',
  file: (kilobytes) => `Sheet (PDF, ${kilobytes} kB)`,
  readOf: (texts, mission) => `${texts}: ${mission}`,
  attach: 'Attach a sheet',
  attachOf: (mission) => `Attach a sheet: ${mission}`,
  replace: 'Replace or take back',
  replaceOf: (mission) => `Replace or take back: the procedure sheet, ${mission}`,
  mayAttach: 'You may however attach, replace or take back a procedure sheet.',
  title: 'Procedure sheet',
  lede: 'The sheet that the local authority approved for this action. The school’s RUPN read it in their space, beside the mission. It is never public.',
  present: 'Sheet on record',
  replaceBy: 'Replace by',
  form: { url: 'Address of the sheet', file: 'Or a PDF file' },
  urlHelp: 'An address at https://. Give an address or a file, not both.',
  fileHelp: (megabytes) => `A PDF of ${megabytes} MB at most.`,
  save: 'Record the sheet',
  remove: 'Take the sheet back',
  back: 'The authorised actions',
};

/** The texts of this feature, in French and English. */
export const texts = textsOf<typeof feature>()({
  fr: () => ({
    page: procedureSheetsPage,
    done: {
      'procedure-saved': 'La fiche de procédure est enregistrée.',
      'procedure-removed': 'La fiche de procédure est retirée.',
    },
    audit: {
      'procedure-sheet-saved': 'Fiche de procédure enregistrée',
      'procedure-sheet-removed': 'Fiche de procédure retirée',
    },
  }),
  en: () => ({
    page: procedureSheetsPageEn,
    done: {
      'procedure-saved': 'The procedure sheet is recorded.',
      'procedure-removed': 'The procedure sheet is taken back.',
    },
    audit: {
      'procedure-sheet-saved': 'Procedure sheet saved',
      'procedure-sheet-removed': 'Procedure sheet removed',
    },
  }),
});
