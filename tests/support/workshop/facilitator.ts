import { z } from 'zod'
import type { RunningServer } from '../running-server'
import { stepForm, type FilledStep } from './agenda'
import { Board } from './board'
import { HttpBrowser, type Fields } from './http-browser'
import { LiveRoom } from './live-room'

const wallSchema = z.object({ invitation: z.object({ code: z.string() }) })

const answerSchema = z.object({ outcome: z.string() })

/** Organisations by type, as the form for a new project takes them. */
export type Organisations = Partial<Record<'municipality' | 'authority' | 'third-sector' | 'education' | 'business', readonly string[]>>

/** The owner of a fresh server, who makes a project and a workshop and runs it, all by the pages' own forms. */
export class Facilitator {
  private constructor(readonly browser: HttpBrowser) {}

  /** By the link that a server without an owner prints. */
  static async of(server: RunningServer): Promise<Facilitator> {
    if (!server.ownerLink) throw new Error(`No owner link was printed:\n${server.output()}`)
    const browser = new HttpBrowser(server.baseUrl)
    await browser.submitted(new URL(server.ownerLink).pathname, {
      name: 'Fasilitoija',
      email: 'fasilitoija@esimerkki.fi',
      newPassword: 'pitkä ja helppo muistaa',
    })
    return new Facilitator(browser)
  }

  /** Answers its id. */
  async startProject(name: string, organisations: Organisations): Promise<string> {
    const lists = Object.entries(organisations).map(([type, names]) => [type, names.join('\n')] as const)
    const { goTo } = await this.browser.submitted('/projects/new', { name, purpose: '', ...Object.fromEntries(lists) })
    return lastId(goTo)
  }

  /** `template`: "cooperation-model/levels". Answers the artefact's id. */
  async makeArtefact(projectId: string, template: string, title: string): Promise<string> {
    const { goTo } = await this.browser.submitted(`/projects/${projectId}/artefacts/new`, { template, title })
    return lastId(goTo)
  }

  /** With its door open. */
  async openWorkshop(projectId: string, title: string, artefactIds: readonly string[]): Promise<{ id: string; code: string }> {
    const date = new Date().toISOString().slice(0, 10)
    const { goTo } = await this.browser.submitted(`/projects/${projectId}/workshops/new`, {
      intent: 'plan',
      title,
      purpose: 'Sovitaan, kuka tekee mitä.',
      date,
      startClock: '09:00',
      endClock: '15:00',
      artefacts: artefactIds,
    })
    const id = lastId(goTo)
    await this.browser.submitted(`/workshops/${id}`, { intent: 'open-door' })
    const { invitation } = await this.browser.load(`/workshops/${id}/wall`, 'workshop-wall', wallSchema)
    return { id, code: invitation.code }
  }

  /** Adds a step at the end of the agenda. */
  async planStep(workshopId: string, step: FilledStep): Promise<void> {
    await this.browser.submitted(`/workshops/${workshopId}/agenda`, stepForm(step))
  }

  /** Presses a button of the facilitator's screen on which `turn` stands. Answers what came of it. */
  async press(workshopId: string, turn: number, intent: string, more: Fields = {}): Promise<string> {
    const { data } = await this.browser.submitted(`/workshops/${workshopId}/run`, { intent, turn: String(turn), ...more })
    return answerSchema.parse(data).outcome
  }

  openBoard(artefactId: string): Promise<Board> {
    return Board.open(this.browser.baseUrl, artefactId, { cookie: this.browser.cookie })
  }

  enter(workshopId: string): LiveRoom {
    return new LiveRoom(this.browser.baseUrl, workshopId, { cookie: this.browser.cookie })
  }
}

/** Of an address that ends, or goes on after, with the id of what was made: `/workshops/ID/agenda`. */
function lastId(path: string | undefined): string {
  const id = /^\/(?:projects|artefacts|workshops)\/([0-9a-z]+)/.exec(path ?? '')?.[1]
  if (!id) throw new Error(`What was made led to ${path ?? 'nowhere'}`)
  return id
}
