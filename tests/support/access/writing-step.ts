import { newId } from '../../../app/lib/id'
import { announceLive } from '../../../app/workshops/run/live-run.server'
import type { LiveProject, Place } from './live-project'

/** A step of private writing that runs in the place's workshop, on its board. Answers its id. */
export async function runWritingStep({ services }: LiveProject, { workshopId, artefactId }: Place): Promise<string> {
  const { database } = services
  const id = newId()
  await database.workshopStep.create({
    data: { id, workshopId, order: 0, type: 'write', title: 'Kirjoitetaan', artefactId, may: '["add"]' },
  })
  await database.workshopRun.create({ data: { workshopId, stepId: id } })
  await announceLive(services, workshopId)
  await services.liveWorkshops.rulesChanged(artefactId)
  return id
}
