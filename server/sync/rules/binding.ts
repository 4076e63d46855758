import type { EditRule } from '../../../app/artefacts/edit-rule'
import type { RoomRules } from '../../../app/load-context'
import { remarksDocument } from '../../../app/remarks/model/document'
import { ruleFor } from '../../../app/workshops/model/rule-for'
import type { RoomMember } from '../room-member'
import type { Governed } from './watch-messages'

/** What binds those who write in a room that is watched. */
export interface Binding {
  /** The kind of what the room holds; `remarks` for what is said about an artefact. */
  readonly kind: string
  /** What binds this one just now; null where nothing does. */
  governed(member: RoomMember): Governed | null
  /**
   * What somebody did without a connection is tried before it is taken in, so that their browser can keep what would not
   * stay. SPEC R49.
   */
  readonly triesFirst: boolean
  /** Whether nothing of theirs is taken while nobody can look at it. SPEC R48. */
  waitsForJudging(member: RoomMember): boolean
  /** Whether somebody with the right to comment writes here, as what they suggest. SPEC R52. */
  readonly takesSuggestions: boolean
  /** In which step, where it is to be kept who made what. */
  authorsKeptFor(): string | undefined
}

/** The rules of an artefact's room: those of a workshop's step, and closed places. SPEC R45, R46. */
export class ArtefactRules implements Binding {
  readonly triesFirst = true
  private changedAt = performance.now()

  constructor(
    private current: RoomRules,
    /** What was so before; edits that were on their way may still keep to it. */
    private before: RoomRules | null,
    /** How long they may, in ms. */
    private readonly grace: number,
  ) {}

  get rules(): RoomRules {
    return this.current
  }

  get takesSuggestions(): boolean {
    return this.current.suggesting !== undefined
  }

  get kind(): string {
    return this.current.kind
  }

  /** Other rules from now on. */
  follow(rules: RoomRules): void {
    this.before = this.current
    this.current = rules
    this.changedAt = performance.now()
  }

  governed(member: RoomMember): Governed | null {
    const { identity, number } = member
    const { participantKey, seatId, leads, name, organisation } = identity
    if (this.waitsForJudging(member)) {
      const by = { key: participantKey, name, organisation }
      return { participantKey, member: number, under: { of: 'suggesting', by } }
    }
    const isOnItsWay = performance.now() - this.changedAt < this.grace
    const rules: EditRule[] = []
    for (const one of isOnItsWay ? [this.current, this.before] : [this.current]) {
      const rule = one && ruleFor(one, { participantKey, isGuest: seatId !== undefined, leads })
      if (!rule) return null
      rules.push(rule)
    }
    const [rule, ...others] = rules
    return rule ? { participantKey, member: number, under: { of: 'rules', rules: [rule, ...others] } } : null
  }

  /** Who may only suggest. */
  waitsForJudging(member: RoomMember): boolean {
    return member.right !== 'edit' && !member.takesWhatIsOnItsWay
  }

  authorsKeptFor(): string | undefined {
    const { step } = this.current
    return step?.keepsAuthors ? step.id : undefined
  }
}

/** What binds everybody in a room of remarks, those who lead too. SPEC R50. */
export const remarksBinding: Binding = {
  kind: remarksDocument.id,
  triesFirst: false,
  takesSuggestions: false,
  waitsForJudging: () => true,
  governed: ({ identity, number }) => {
    const { participantKey, name, organisation, leads } = identity
    // As app/remarks/remarks-of-page.server.ts signs them.
    const author = { key: participantKey, name: name.slice(0, 200), organisation: organisation.slice(0, 200) }
    return { participantKey, member: number, under: { of: 'remarks', speaker: { author, leads, at: Date.now() } } }
  },
  authorsKeptFor: () => undefined,
}
