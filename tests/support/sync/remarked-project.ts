import type { RemarkAuthor } from '../../../app/remarks/model/content'
import { addArtefact, addMember, memberCookie } from '../example-people'
import { liveProject, type LiveProject, type Place } from '../access/live-project'
import type { WayIn } from './raw-client'
import { Remarker } from './remarker'

/** A project that listens, with somebody who leads and speaks for another organisation than the rest of it. */
export interface RemarkedProject {
  project: LiveProject
  place: Place
  /** Of an organisation other than that of the facilitator, the member and the guest. */
  other: { cookie: string; userId: string; membershipId: string; organisationId: string }
  /** A board of its own. Answers its id. */
  fresh(): Promise<string>
  /** Without an organisation, the shared room. */
  open(artefactId: string, cookie: string | undefined, more?: { organisationId?: string; way?: WayIn }): Promise<Remarker>
  /** The threads as the server has them; null: the shared ones. */
  stored(artefactId: string, organisationId?: string | null): Promise<Awaited<ReturnType<LiveProject['services']['remarks']['read']>>['threads']>
}

export async function remarkedProject(): Promise<RemarkedProject> {
  const project = await liveProject()
  const place = await project.place()
  const { services } = project
  const organisation = await services.database.organisation.findFirstOrThrow({
    where: { projectId: place.projectId, id: { not: place.organisationId } },
  })
  const added = await addMember(services, place.projectId, 'facilitator', organisation.id)
  const cookie = await memberCookie(services, added.userId)
  return {
    project,
    place,
    other: { ...added, cookie, organisationId: organisation.id },
    fresh: () => addArtefact(services, place.projectId),
    open: (artefactId, by, more = {}) => Remarker.open(project.sync, { artefactId, cookie: by, ...more }),
    stored: async (artefactId, organisationId = null) => (await services.remarks.read(artefactId, organisationId)).threads,
  }
}

export const said = (words: string) => ({ words, mentions: [] })

/** As a browser would sign that signs as it likes. */
export const as = (key: string, name = 'Ministeri', organisation = 'Valtioneuvosto'): RemarkAuthor => ({ key, name, organisation })

export const saying = (by: RemarkAuthor, now = Date.now()) => ({ by, now })
