import type { SuggestedBy } from '../../artefacts/agreement/model/suggestion'
import type { Author, Change } from './pieces'

/**
 * Tracked changes as suggestions. Word knows no acts, only whose each change is and of which minute: changes of one author
 * and minute are one suggestion as long as nothing else stands between them.
 */
export class Suggestions {
  private open: SuggestedBy | undefined
  private readonly ids = new Set<string>()

  constructor(private readonly newId: () => string) {}

  by(author: Author): SuggestedBy {
    const { name, organisation, at } = author
    const isSame = this.open?.name === name && this.open.organisation === organisation && this.open.at === at
    // Of no account here: the name is what the file says.
    this.open = isSame && this.open ? this.open : { id: this.newId(), author: '', name, organisation, at }
    this.ids.add(this.open.id)
    return this.open
  }

  /** Something stands between the changes. */
  pause(): void {
    this.open = undefined
  }

  get count(): number {
    return this.ids.size
  }
}

export const isOfOne = (changes: readonly Change[], does: Change['does']): boolean => changes.some((change) => change.does === does)
