import type { AppDeps } from '../env.ts';
import { myPaperPages } from '../papers/my.tsx';
import { featurePages } from '../routing/feature-pages.ts';
import { badgesPages } from './badges/list.tsx';
import { contributionPages } from './contributions.tsx';
import { dataPages } from './data.tsx';
import { engagementsPages } from './engagements/list.tsx';
import { homePages } from './home.tsx';
import { iprofPages } from './iprof.tsx';
import { trainingPages } from './trainings.tsx';

/** `/my`: every person's own space. */
export function myRoutes(deps: AppDeps) {
  // The pages of features stand first, because ids of badges would match their names.
  return featurePages('my', deps)
    .route('/', iprofPages(deps).routes)
    .route('/', homePages(deps).routes)
    .route('/', engagementsPages(deps).routes)
    .route('/', trainingPages(deps).routes)
    .route('/', contributionPages(deps).routes)
    .route('/', badgesPages(deps).routes)
    .route('/', myPaperPages(deps).routes)
    .route('/', dataPages(deps).routes);
}
