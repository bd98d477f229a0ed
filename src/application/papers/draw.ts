import { nameConfirmer } from '../../domain/confirmation/name-confirmers.ts';
import { factsDayOf, type Paper, type PaperSettings } from '../../domain/paper/types.ts';
import type { Person, School } from '../../domain/records.ts';
import { readConfirmers } from '../awards/read-confirmers.ts';
import type { Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import type { CertificateContent } from './certificate.ts';
import { type PaperDocument, type PaperSetting, paperContent } from './content.ts';
import type { PaperContent } from './content-types.ts';

export type DrawPaper = (paper: Paper, part?: PaperDocument) => Promise<Uint8Array>;
export type DrawPapers = (title: string, papers: readonly Paper[]) => Promise<Uint8Array>;

/** Draws a paper as PDF from its frozen facts, so that it is always the same. */
export const drawPaper =
  (ports: Ports, drawer: PaperDrawer): DrawPaper =>
  async (paper, part = 'paper') =>
    drawer.drawPdf(await readContent(ports, paper, part));

/** Draws several papers in one file, each in its own form. */
export const drawPapers =
  (ports: Ports, drawer: PaperDrawer): DrawPapers =>
  async (title, papers) =>
    drawer.drawTogether(title, await Promise.all(papers.map((paper) => readContent(ports, paper, 'paper'))));

async function readContent(ports: Ports, paper: Paper, part: PaperDocument): Promise<PaperContent> {
  const [setting, named] = await Promise.all([
    readPaperSetting(ports, paper),
    withConfirmerNames(ports.store, paper),
  ]);
  return paperContent(named, setting, part);
}

/** The data needed to draw a paper, besides its own facts. */
export async function readPaperSetting(
  { store, catalogue, issuer, settings, origin }: Ports,
  paper: Paper,
): Promise<PaperSetting> {
  const [known] = await store.readSchoolsByUai([paper.uai]);
  const saved = paper.facts.settings ?? paperSettings({ issuer, settings });
  const { thresholds } = catalogue.criteriaInForce(factsDayOf(paper));
  return {
    establishment: known as School,
    basis: { thresholds, framework: catalogue.framework },
    ...saved,
    origin,
    address: `${origin}/papers/${paper.id}`,
  };
}

/** The settings that a paper of today prints. */
export function paperSettings({ issuer, settings }: Pick<Ports, 'issuer' | 'settings'>): PaperSettings {
  const news = Object.entries(settings.news()).flatMap(([kind, url]) => (url ? [[kind, url]] : []));
  const { name: issuerName, email } = issuer;
  return { issuerName, email, office: settings.office(), news: Object.fromEntries(news) };
}

/** The paper with names instead of addresses: papers of the first form contain the confirmers' addresses. */
export async function withConfirmerNames(store: Store, paper: Paper): Promise<Paper> {
  const { members } = paper.facts;
  const people = await readConfirmers(
    store,
    members.flatMap(({ record }) => record.engagements),
  );
  return { ...paper, facts: { ...paper.facts, members: members.map((one) => nameAll(one, people)) } };
}

function nameAll<Member extends Paper['facts']['members'][number]>(
  member: Member,
  people: readonly Person[],
): Member {
  const engagements = member.record.engagements.map((one) => nameConfirmer(one, people));
  return { ...member, record: { ...member.record, engagements } };
}

/** Draws content as a tagged PDF, A4. The same content gives the same bytes. */
export interface PaperDrawer {
  /** Draws one document, in French. */
  drawPdf(content: PaperContent): Promise<Uint8Array>;
  /** Draws several documents into one file. Each begins on a new page and has its own heads and page
   *  numbers. */
  drawTogether(title: string, contents: readonly PaperContent[]): Promise<Uint8Array>;
  /** Draws the certificate of a badge, with the signed credential attached. */
  drawCertificate(content: CertificateContent): Promise<Uint8Array>;
}

/** The drawer that `load` gives, loaded with the first document: the library is large. */
export function makeLoadedDrawer(load: () => Promise<PaperDrawer>): PaperDrawer {
  return {
    drawPdf: async (content) => (await load()).drawPdf(content),
    drawTogether: async (title, contents) => (await load()).drawTogether(title, contents),
    drawCertificate: async (content) => (await load()).drawCertificate(content),
  };
}
