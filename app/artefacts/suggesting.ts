import type { Undone } from './edit-rule'

/** Who suggests, as the server knows them. */
export interface Suggester {
  /** `user:ID` or `seat:ID`. */
  key: string
  name: string
  organisation: string
}

export interface SuggestionsPermitted<Content> {
  /** Equals what came in where nothing was against it. */
  content: Content
  undone: readonly Undone[]
}

/** Of kinds in which those who may not change something may suggest it. Pure: it runs in the server's workers. */
export interface Suggesting<Content> {
  /** Takes back what is more than suggesting. */
  permit(before: Content, after: Content, by: Suggester): SuggestionsPermitted<Content>
}
