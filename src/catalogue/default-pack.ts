import badges from '../../data/dijon/badges.json' with { type: 'json' };
import columns from '../../data/dijon/columns.json' with { type: 'json' };
import events from '../../data/dijon/events.json' with { type: 'json' };
import framework from '../../data/dijon/framework.json' with { type: 'json' };
import office from '../../data/dijon/office.json' with { type: 'json' };
import questionnaire from '../../data/questionnaire.json' with { type: 'json' };
import { type OfficePack, type PackDocument, readPack } from './office-pack.ts';

/** The pack that comes with the program, for a service that was given no other. */
export const defaultDocument: PackDocument = {
  ...{ office, framework, badges, events, columns, questionnaire },
  drawings: {},
};

/** A test checks it; it is not checked again at each start. */
export const defaultPack: OfficePack = readPack(defaultDocument);
