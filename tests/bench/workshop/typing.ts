import { newId } from '../../../app/lib/id'
import type { Board } from '../../support/workshop/board'

/** Six keystrokes a second: a quick typist. */
const EVERY_MS = 160
const WORDS = 'Asiakas kertoo tilanteensa vain kerran ja tietää, kuka hänen asiaansa hoitaa. '

/** People who go on typing, each in a note of their own on one board. */
export class Typing {
  private readonly timers: NodeJS.Timeout[]

  constructor(boards: readonly Board[], frame: string | null) {
    this.timers = boards.map((board, index) => {
      const id = newId()
      let typed = 0
      board.addNote(frame, { id, text: '' })
      const type = () => {
        typed = (typed + 1) % WORDS.length
        board.changeNote(id, WORDS.slice(0, typed))
      }
      // Each begins at a moment of their own, as people do.
      return setInterval(type, EVERY_MS + index)
    })
  }

  stop(): void {
    for (const timer of this.timers) clearInterval(timer)
  }
}
