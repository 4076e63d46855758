import { fork, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import type { JobName, Jobs } from './jobs'

interface Answer {
  id: number
  result?: unknown
  failed?: string
}

type Options<Name extends JobName> = Parameters<Jobs[Name]>[0]
type Result<Name extends JobName> = Awaited<ReturnType<Jobs[Name]>>

/** This end of a load generator's process. */
export class Load {
  private readonly waiting = new Map<number, (answer: Answer) => void>()
  private nextId = 1

  private constructor(private readonly child: ChildProcess) {
    child.on('message', (answer: Answer) => {
      this.waiting.get(answer.id)?.(answer)
      this.waiting.delete(answer.id)
    })
  }

  static start(): Promise<Load> {
    const child = fork(path.join(import.meta.dirname, 'generator.ts'), { execArgv: ['--import', 'tsx'], serialization: 'advanced' })
    const load = new Load(child)
    return new Promise((resolve) => load.waiting.set(0, () => resolve(load)))
  }

  async do<Name extends JobName>(job: Name, options: Options<Name>): Promise<Result<Name>> {
    const id = this.nextId
    this.nextId += 1
    const answer = await new Promise<Answer>((resolve) => {
      this.waiting.set(id, resolve)
      this.child.send({ id, job, options })
    })
    if (answer.failed !== undefined) throw new Error(`${job}: ${answer.failed}`)
    return answer.result as Result<Name>
  }

  end(): void {
    this.child.disconnect()
  }
}
