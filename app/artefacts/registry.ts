import type { ArtefactKind } from './kind'

/** The only list of kinds: one line each. Their order is the order in which they are offered. */
const kinds = {
  'cooperation-model': () => import('./cooperation-model').then((module) => module.cooperationModel),
  agreement: () => import('./agreement').then((module) => module.agreement),
  'service-blueprint': () => import('./service-blueprint').then((module) => module.serviceBlueprint),
  'workshop-report': () => import('./workshop-report').then((module) => module.workshopReport),
}

export type KindId = keyof typeof kinds

export const kindIds = Object.keys(kinds) as KindId[]

export function isKindId(id: string): id is KindId {
  return Object.hasOwn(kinds, id)
}

/** A kind whose content only the kind itself understands. */
export type AnyKind = ArtefactKind<unknown>

export async function loadKind(id: KindId): Promise<AnyKind> {
  // A kind's own functions take its own content, so the list as a whole is of "unknown" content;
  // what goes in has always come from the same kind's `read` or `content.parse`.
  return (await kinds[id]()) as unknown as AnyKind
}

/** Loads the views of all kinds, so that nobody's first page has to wait for their code. */
export async function loadAllViews(): Promise<void> {
  for (const id of kindIds) await (await loadKind(id)).loadView()
}
