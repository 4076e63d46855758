import { Pencil } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button } from '../../components/button'
import { useTranslate } from '../../i18n/use-translate'

// The front page is the first one that people see: what few press comes when they do.
const EditProjectDialog = lazy(() => import('./edit-project-dialog'))

export interface ProjectDetails {
  name: string
  purpose: string
}

export function EditProject(details: ProjectDetails) {
  const t = useTranslate('projects')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button aria-label={t('page.edit')} onPress={() => setOpen(true)} className="px-3">
        <Pencil aria-hidden className="size-5" />
      </Button>
      {isOpen ? (
        <Suspense>
          <EditProjectDialog details={details} onOpenChange={setOpen} />
        </Suspense>
      ) : null}
    </>
  )
}
