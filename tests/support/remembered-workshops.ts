import type { LiveWorkshops, PrivateNote, WorkshopNews } from '../../app/load-context'
import type { WorkshopChange } from '../../app/artefacts/workshop-face'

/** The rooms around a workshop, remembered instead of run, and what a test wants to see of them. */
export interface RememberedWorkshops extends LiveWorkshops {
  /** What each workshop's room tells whoever comes in now. */
  news: Map<string, () => WorkshopNews>
  /** How often a room was told something new. */
  tellings: string[]
  forgotten: string[]
  rulesChanges: string[]
  /** Who is in the room of a workshop or an artefact, by its id. */
  here: Map<string, string[]>
  /** Private notes by `STEP OWNER`. */
  notes: Map<string, PrivateNote[]>
  changes: { artefactId: string; change: WorkshopChange }[]
}

export function rememberedWorkshops(): RememberedWorkshops {
  const news: RememberedWorkshops['news'] = new Map()
  const here: RememberedWorkshops['here'] = new Map()
  const notes: RememberedWorkshops['notes'] = new Map()
  const tellings: string[] = []
  const forgotten: string[] = []
  const rulesChanges: string[] = []
  const changes: RememberedWorkshops['changes'] = []
  return {
    news,
    tellings,
    forgotten,
    rulesChanges,
    here,
    notes,
    changes,
    tell(workshopId, say) {
      news.set(workshopId, say)
      tellings.push(workshopId)
    },
    async forget(workshopId) {
      news.delete(workshopId)
      forgotten.push(workshopId)
    },
    present: (room) => here.get('workshopId' in room ? room.workshopId : room.artefactId) ?? [],
    drafts: async (stepId) =>
      [...notes].flatMap(([name, own]) => {
        const [step, owner] = name.split(' ')
        return step === stepId && owner ? [{ owner, notes: own }] : []
      }),
    draft: async (stepId, owner) => notes.get(`${stepId} ${owner}`) ?? [],
    async settleDraft(stepId, owner, read, how) {
      const own = notes.get(`${stepId} ${owner}`) ?? []
      const asRead = (note: PrivateNote) =>
        read.some(({ id, text, heldBack }) => id === note.id && text === note.text && (heldBack || !note.heldBack))
      const ids = own.filter(asRead).map(({ id }) => id)
      const settled =
        how === 'remove'
          ? own.filter(({ id }) => !ids.includes(id))
          : own.map((note) => (ids.includes(note.id) ? { ...note, shown: true } : note))
      notes.set(`${stepId} ${owner}`, settled)
    },
    async eraseDrafts(stepId) {
      for (const name of notes.keys()) if (name.startsWith(`${stepId} `)) notes.delete(name)
    },
    async change(artefactId, _kind, change) {
      changes.push({ artefactId, change })
      return { ids: change.do === 'add-notes' ? change.notes.map(({ id }) => id) : [] }
    },
    async rulesChanged(artefactId) {
      rulesChanges.push(artefactId)
    },
  }
}
