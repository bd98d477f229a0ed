import { action, byUseCase, onFound, type SimulatedAction } from './operation.ts';

/** A deletion waits for seven days that were lived after its notice. */
const MOST_NIGHTS = 10;
/** Half past midnight in Paris, in winter and in summer, is in the hour after these. */
const NIGHT_HOURS = [22, 23] as const;

/** What only days and nights of the service do: facts expire, holds end, and what is old is forgotten. */
export const NIGHTS: readonly SimulatedAction[] = [
  {
    name: 'nights are lived',
    weight: 0.5,
    isLong: true,
    mayChangeNothing: true,
    run: byUseCase(async ({ process, outside }) => {
      for (let night = 0; night < MOST_NIGHTS; night += 1) {
        for (const hour of NIGHT_HOURS) {
          const past = (Date.parse(outside.now()) / 1000) % 86_400;
          const wanted = hour * 3600 + 1500;
          outside.pass((wanted - past + 86_400) % 86_400);
          await process.services.runMaintenance();
        }
      }
    }),
  },
  onFound(
    action('office: the hold of a deletion ends', 0.4, ({ process, handles }) =>
      process.services.endHold({ actor: handles.people.dane }),
    ),
    ({ today }) => `select id from retention_hold where until_on >= '${today}' order by id`,
    'office: a deletion is held',
  ),
];
