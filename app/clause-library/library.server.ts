import type { Agreement } from '../artefacts/agreement/model/content'
import { clauseSchema } from '../artefacts/agreement/model/content'
import { agreement } from '../artefacts/agreement'
import { placeClauses } from '../artefacts/agreement/model/clauses'
import { clauseForLibrary } from '../artefacts/agreement/model/library-clause'
import { createKindTranslate } from '../i18n/translator'
import { isLanguage, languages, type Language } from '../i18n/languages'
import { canonicalJson } from '../lib/canonical-json'
import { newId } from '../lib/id'
import type { Services } from '../load-context'
import { longestLibraryClause, mostLibraryClauses, type LibraryClause, type TemplateClause } from './library-clause'

/** The clauses that a project keeps, by language and name. One that cannot be read is left out, and the log is told. */
export async function libraryOf(services: Services, projectId: string): Promise<LibraryClause[]> {
  const rows = await services.database.libraryClause.findMany({
    where: { projectId },
    orderBy: [{ language: 'asc' }, { title: 'asc' }, { addedAt: 'asc' }],
  })
  return rows.flatMap(({ id, title, note, language, content, addedAt, addedByName }) => {
    const clause = readClause(content)
    if (!clause || !isLanguage(language)) {
      services.log.warn('library-clause.unreadable', { id })
      return []
    }
    return [{ id, title, note, language, clause, addedAt: addedAt.getTime(), addedBy: addedByName }]
  })
}

export interface NewLibraryClause {
  /** The clause of the agreement that is kept. */
  clauseId: string
  title: string
  note: string
  language: Language
}

/**
 * Why a clause was not kept.
 * - `gone`: the agreement has no such clause any more
 * - `full`: the project keeps as many as it may
 * - `too-long`: it is more than a clause
 */
export type NotKept = 'gone' | 'full' | 'too-long'

/**
 * Keeps a clause of an agreement, as it stands, with its sub-clauses. Answers the id that it got, or why it has none.
 * `gone`: the words for what its references no longer find.
 */
export async function keepClause(
  { database, now }: Services,
  place: { projectId: string; content: Agreement; addedByName: string; gone: string },
  { clauseId, title, note, language }: NewLibraryClause,
): Promise<{ id: string } | NotKept> {
  const { projectId } = place
  const clause = clauseForLibrary(place.content, clauseId, place.gone)
  if (!clause) return 'gone'
  const content = canonicalJson(clause)
  if (content.length > longestLibraryClause) return 'too-long'
  if ((await database.libraryClause.count({ where: { projectId } })) >= mostLibraryClauses) return 'full'
  const id = newId()
  await database.libraryClause.create({
    data: {
      id,
      projectId,
      title,
      note,
      language,
      content,
      addedAt: new Date(now()),
      addedByName: place.addedByName,
    },
  })
  return { id }
}

/** Another name, note or language. Answers whether the clause is there. */
export async function describeClause(
  { database }: Services,
  { projectId, id }: { projectId: string; id: string },
  data: Pick<NewLibraryClause, 'title' | 'note' | 'language'>,
): Promise<boolean> {
  const { title, note, language } = data
  const { count } = await database.libraryClause.updateMany({ where: { id, projectId }, data: { title, note, language } })
  return count > 0
}

/** Answers whether it was there. Agreements into which it was put keep what they have. */
export async function dropClause({ database }: Services, { projectId, id }: { projectId: string; id: string }): Promise<boolean> {
  const { count } = await database.libraryClause.deleteMany({ where: { id, projectId } })
  return count > 0
}

/** The clauses of the templates that come with the product, each by itself, in every language. */
export async function templateClauses(reader: Language): Promise<TemplateClause[]> {
  const [templates, messages] = await Promise.all([agreement.loadTemplates(), agreement.loadMessages(reader)])
  const t = createKindTranslate(reader, messages)
  return templates.flatMap(({ id, nameKey, content }) =>
    languages.flatMap((language) =>
      placeClauses(content[language]).flatMap(({ id: clauseId, title, level }): TemplateClause[] => {
        const clause = level === 1 ? clauseForLibrary(content[language], clauseId, '–') : undefined
        return clause ? [{ id: `${id}.${language}.${clauseId}`, title, template: t(nameKey), language, clause }] : []
      }),
    ),
  )
}

function readClause(text: string) {
  try {
    return clauseSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
