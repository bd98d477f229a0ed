import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { SignedIn } from '../../../application/accounts/sessions.ts';
import type { Store } from '../../../application/ports.ts';
import type { Ports } from '../../../application/service-ports.ts';
import type { Services } from '../../../application/services.ts';
import { type Action, type Actor, may, type Subject } from '../../../domain/access/may.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Person } from '../../../domain/records.ts';
import { type LocalDate, localDateInParis } from '../../../domain/time/calendar.ts';
import { parseUai, type Uai } from '../../../domain/uai.ts';
import type { PageTexts } from '../../../texts/fr/pages.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { EMPTY_FORM, type SentForm } from '../forms/context.ts';
import type { ShownForm } from '../forms/submission.ts';
import type { Space } from '../layout/account-context.ts';
import type { PageContext } from '../layout/page-context.ts';
import { workspaceContext } from '../layout/workspace-context.ts';
import { answerPage } from '../responses/page.tsx';
import { textsOf } from '../view-models/public-texts.ts';
import type { TextContext } from '../view-models/text-context.ts';

/** One request of a signed-in person, as the functions of a space's pages get it. */
export interface PageRequest {
  readonly c: Context<AppEnv>;
  readonly deps: AppDeps;
  readonly ports: Ports;
  readonly store: Store;
  readonly services: Services;
  readonly signedIn: SignedIn;
  readonly actor: Actor;
  readonly person: Person;
  /** The id of the person, as the author of an act. */
  readonly me: PersonId;
  readonly t: PageTexts;
  readonly wording: TextContext;
  /** The current day in France. */
  readonly today: LocalDate;
  /** The school that the address names. Throws `not-found` where it names none. */
  readonly uai: Uai;
  /** The frame of the page. Only what draws the page reads it: it takes the sentence about the act that was
   *  just done. */
  readonly frame: PageContext;
  /** The page's form: empty at first, or as it was sent and refused. */
  readonly form: ShownForm;
  /** The form that was sent and refused; undefined if the page is only opened. */
  readonly sent: SentForm | undefined;
  /** The record as the sent form showed it (`seen` of `Form`); undefined if the form named none. */
  readonly seen: string | undefined;
  /** A part of the address by its name; empty if the route has none. */
  param(name: string): string;
  /** A value of the query; undefined if it is absent or empty. */
  query(name: string): string | undefined;
  may(action: Action, subject: Subject): boolean;
  /** Answers a page: one that asks for more before an act, one of another space, or one with a status. */
  answer(page: Child, how?: { space?: Space; status?: SentForm['status'] }): Response | Promise<Response>;
}

export interface PageRequestOf {
  readonly c: Context<AppEnv>;
  /** Absent for the pages of an account, which belong to no space. */
  readonly space: Space | undefined;
  readonly sent?: SentForm | undefined;
  readonly seen?: string | undefined;
}

/** The visit of this request; it may only be made behind `requireSignedIn`. */
export function pageRequestOf(deps: AppDeps, { c, space, sent, seen }: PageRequestOf): PageRequest {
  const { ports, services } = deps;
  const { locale, signedIn } = c.var;
  const t = textsOf(ports, locale).pages;
  return {
    ...{ c, deps, ports, services, signedIn, t, sent, seen },
    store: ports.store,
    actor: signedIn.actor,
    person: signedIn.person,
    me: signedIn.actor.personId,
    wording: { locale, t, framework: ports.catalogue.framework },
    get today() {
      return localDateInParis(ports.clock.now());
    },
    get uai() {
      const uai = uaiOf(c);
      if (!uai) throw new DomainError('not-found');
      return uai;
    },
    get frame() {
      return workspaceContext(c, deps, space);
    },
    form: sent ?? EMPTY_FORM,
    param: (name) => c.req.param(name) ?? '',
    query: (name) => c.req.query(name) || undefined,
    may: (action, subject) => may(signedIn.actor, action, subject),
    answer: (page, { space: of = space, status = sent?.status } = {}) =>
      answerPage(c, workspaceContext(c, deps, of), page, status),
  };
}

/** The school that the address names; undefined if the text is not a UAI. */
export function uaiOf(c: Context<AppEnv>): Uai | undefined {
  try {
    return parseUai(c.req.param('uai') ?? '');
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}
