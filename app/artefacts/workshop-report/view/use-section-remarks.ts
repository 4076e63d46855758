import { useMemo } from 'react'
import type { Anchor } from '../../../remarks/model/content'
import { useRemarkPlaces } from '../../../remarks/view/remarks-store'
import type { ArtefactSession } from '../../../sync/session'
import type { Translate } from '../../kind'
import type { WorkshopReport } from '../model/content'
import { sectionName } from '../model/names'
import { sectionNumbers } from '../model/numbers'
import { focusName } from './acts'

/** Tells the comments which sections there are, and goes from a comment to its section. */
export function useSectionRemarks(session: ArtefactSession<WorkshopReport>, t: Translate, focus: (name: string) => void): void {
  const places = useMemo(
    () => ({
      items: () => {
        const { sections } = session.content()
        const numbers = sectionNumbers(sections)
        return sections.map((section, index) => ({
          id: section.id,
          name: `${numbers[index] ?? ''} ${sectionName(section, t)}`,
        }))
      },
      onItems: session.onContent,
      show: (anchor: Anchor) => {
        if (anchor.on !== 'all') focus(focusName.heading(anchor.item))
      },
    }),
    [session, t, focus],
  )
  useRemarkPlaces(places)
}
