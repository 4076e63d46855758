import type { AppLoadContext } from 'react-router'
import { can } from '../accounts/permissions'
import type { Language } from '../i18n/languages'
import { translatorFor } from '../i18n/catalogue.server'
import { sayDay, sayMoment } from '../workshops/wall-time'
import { sayWorkshopTime } from '../workshops/page.server'
import type { Change } from './changes.server'
import { enterProject } from './enter.server'
import { projectPicture } from './front-page.server'
import { isProjectRole } from '../accounts/recognise.server'

/** A project's front page, with every time already said in the reader's language. */
export async function loadProjectPage(request: Request, context: AppLoadContext, projectId: string) {
  const { participant, thing, language } = await enterProject(request, context, projectId)
  const picture = await projectPicture(context.services, projectId)
  if (!picture) throw new Response(null, { status: 404 })
  const binnedNow = new URL(request.url).searchParams.get('binned')
  return {
    ...picture,
    id: projectId,
    artefacts: picture.artefacts.map(({ version, ...artefact }) => ({
      ...artefact,
      version: version
        ? { number: version.number, name: version.name, day: sayDay(version.takenAt, language) }
        : null,
    })),
    workshops: picture.workshops.map(({ startsAt, endsAt, ...workshop }) => ({
      ...workshop,
      time: sayWorkshopTime({ startsAt, endsAt }, language),
    })),
    changes: picture.changes.map((change) => ({
      id: change.id,
      time: sayMoment(change.at, language),
      words: sayChange(change, language),
      href: change.href,
    })),
    justBinned: picture.binned.find(({ id }) => id === binnedNow) ?? null,
    may: {
      manage: can(participant, 'manage', thing),
      invite: can(participant, 'invite', thing),
      editOrganisations: can(participant, 'editOrganisations', thing),
      createArtefact: can(participant, 'createArtefact', thing),
      createWorkshop: can(participant, 'createWorkshop', thing),
    },
  }
}

export type ProjectPageData = Awaited<ReturnType<typeof loadProjectPage>>

/** One sentence: who did what to what. */
function sayChange({ action, who, what, detail }: Change, language: Language): string {
  const translator = translatorFor(language)
  const t = translator.in('projects')
  const role = String(detail.to ?? detail.role ?? '')
  return t(`change.${action}`, {
    ...detail,
    what,
    who: who || t('someone'),
    role: isProjectRole(role) ? translator.in('accounts')(`role.${role}`) : role,
  })
}
