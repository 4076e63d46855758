import type { Participant } from './participant'

/** Listens to everything that comes to people on their sockets for words that nobody else should get. */
export class Overheard {
  /** How many frames held the words. */
  times = 0
  /** How many frames were listened to. */
  frames = 0
  private readonly words: Buffer

  constructor(words: string, people: readonly Participant[]) {
    this.words = Buffer.from(words)
    for (const person of people) person.onFrame = (frame) => this.hear(frame)
  }

  private hear(frame: Buffer): void {
    this.frames += 1
    if (frame.includes(this.words)) this.times += 1
  }
}
