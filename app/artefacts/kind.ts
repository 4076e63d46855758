import type { ComponentType } from 'react'
import type * as Y from 'yjs'
import type { z } from 'zod'
import type { Remember } from '../document/remember'
import type { TranslationStanding } from '../exports/translation-standing'
import type { DocumentTree } from '../exports/tree'
import type { Language } from '../i18n/languages'
import type { PassageAnchor, QuotedPassage } from '../remarks/model/anchor'
import type { Suggesting } from './suggesting'
import type { ArtefactViewProps } from './view-props'
import type { WorkshopFace } from './workshop-face'

/** Says a key of the kind's own messages in one language. */
export type Translate = (key: string, values?: Record<string, string | number>) => string

/** Messages of one language: nested objects with words at the ends, as i18next reads them. */
export interface Messages {
  [key: string]: string | Messages
}

/**
 * One identifiable part of an artefact, as a comparison, a search or an outline sees it:
 * a note, a clause, a card. `fields` hold words; the rest says where it stands.
 */
export interface Part {
  id: string
  /** What it is, translated: "Lappu", "Lauseke". */
  kind: string
  /** What it is called: the first words of a note, "3.2 Kustannukset". */
  name: string
  /** Where it stands, translated: a frame's name, "Vaihe › Kaista". Empty at the top. */
  place: string
  /** Reading order. */
  order: number
  fields: { name: string; text: string }[]
}

/** A part of an artefact that came from a workshop. */
export interface OriginMark {
  /** The id of the decision, or of the step, that it came from. */
  origin: string
  /** What the part is called: "3.2 Kustannukset", the first words of a card. */
  name: string
}

/** A picture of a whole artefact: a self-contained SVG with its description. */
export interface Picture {
  svg: string
  width: number
  height: number
  description: string
}

export interface Template<Content> {
  id: string
  /** Keys of the kind's messages. */
  nameKey: string
  descriptionKey: string
  content: Record<Language, Content>
}

export interface Migration {
  /** The kind's version after it ran. */
  to: number
  /** Plain JSON of the version before, in; of this version, out. */
  content(before: unknown): unknown
  /** The same change to a live document, in one transaction. */
  document(root: Y.Map<unknown>): void
}

/** What becomes of a content outside its editor. Pure; loaded where it is needed, by the server above all. */
export interface KindExport<Content> {
  toDocument(content: Content, title: string, t: Translate, language: Language): DocumentTree
  /** Kinds in which changes are suggested: the same with what is suggested, tracked. */
  toReviewDocument?(content: Content, title: string, t: Translate, language: Language): DocumentTree
  /** For comparing and finding. Ids are the document's own. */
  parts(content: Content, t: Translate): Part[]
  /** What workshops brought, in reading order: with where each came from. */
  origins?(content: Content, t: Translate): OriginMark[]
  /**
   * How much of it is translated into the language beside its own; undefined where it has none. `toDocument` in that language
   * says the translation.
   */
  translation?(content: Content): TranslationStanding | undefined
  /** True where the content itself says which organisations it is from: then the cover does not name all of the project's. */
  saysWhoTookPart?: true
  /** How many suggestions wait for an answer in it. Kinds in which nothing is suggested have none of this. */
  openSuggestions?(content: Content): number
  /** Kinds with a picture (boards, grids) draw it here; the others have none. */
  picture?(content: Content, t: Translate): Picture
}

/** What a room needs to know of what is shared in it, whatever it is. */
export interface SharedContent<Content> {
  /** Stored; never renamed. */
  id: string
  /** Raised together with a migration. */
  version: number
  /** Plain JSON: what a version, a template and an export hold. */
  content: z.ZodType<Content>
  /** Total: odd or missing data is left out or mended, and never throws. */
  read(root: Y.Map<unknown>, remember?: Remember): Content
  /** Fills an empty root. For templates and new artefacts; by the server only. */
  seed(root: Y.Map<unknown>, content: Content): void
  /** Turns what is there into `content` by a forward change, keeping the identity of what stays. Server only. */
  restore(root: Y.Map<unknown>, content: Content): void
  migrations: Migration[]
  /** Whether a change is only to a part that has an undo of its own, where it is written: the undo of the rest leaves it alone. */
  isUndoneApart?(root: Y.Map<unknown>, change: Y.Transaction): boolean
}

/**
 * What makes an artefact's kind. This much is loaded to open one; the editor, the exports, the templates
 * and the words come by their loaders, so that no page carries what it does not show.
 */
export interface ArtefactKind<Content = unknown> extends SharedContent<Content> {
  loadMessages(language: Language): Promise<Messages>
  loadTemplates(): Promise<Template<Content>[]>
  loadExport(): Promise<KindExport<Content>>
  /** What a workshop does with it. */
  loadWorkshopFace(): Promise<WorkshopFace<Content>>
  /** Kinds in which somebody may suggest who may not change: `comment` in their room is writing suggestions. */
  loadSuggesting?(): Promise<Suggesting<Content>>
  /** Kinds with running text: what stands now at passages that comments are about, null where that is gone. */
  loadPassages?(): Promise<(root: Y.Map<unknown>, anchors: readonly PassageAnchor[]) => (QuotedPassage | null)[]>
  /** The only way to the editor's code. */
  loadView(): Promise<{ default: ComponentType<ArtefactViewProps<Content>> }>
}

/** Keeps `Content` exact while the kind is written; the registry holds kinds of unknown content. */
export function defineArtefactKind<Content>(kind: ArtefactKind<Content>): ArtefactKind<Content> {
  return kind
}
