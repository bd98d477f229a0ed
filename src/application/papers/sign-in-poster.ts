import type { Event } from '../../domain/records.ts';
import { eventKindLabels } from '../../texts/fr/criteria/labels.ts';
import { posterTexts as texts } from '../../texts/fr/papers/sign-in-poster.ts';
import { heading, paragraph } from './blocks.ts';
import type { PaperContent } from './content-types.ts';
import type { PaperContext } from './context.ts';

export interface SignInPosterInput {
  readonly event: Event;
  /** The address of the page where people state that they are present. */
  readonly signInAddress: string;
  /** The place of the event, if it is to be printed. */
  readonly place?: string;
}

/** The poster of an event: its title, its time, and a large code that leads to the sign-in page. */
export function makeSignInPoster(
  { event, signInAddress, place }: SignInPosterInput,
  { issuerName, madeAt }: Pick<PaperContext, 'issuerName' | 'madeAt'>,
): PaperContent {
  const days = texts.days(event.startsOn, event.endsOn);
  return {
    title: texts.title(event.title),
    runningHead: texts.runningHead,
    issuerName,
    madeAt,
    blocks: [
      heading(1, event.title),
      paragraph(place === undefined ? days : `${days}, ${place}`, 'lead'),
      paragraph(eventKindLabels[event.kind]),
      heading(2, texts.lead),
      {
        kind: 'code',
        size: 'poster',
        address: signInAddress,
        caption: texts.caption,
        alternative: texts.alternative(signInAddress),
      },
      paragraph(texts.note, 'note'),
    ],
  };
}
