import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MemberParticipant } from '../../../app/accounts/permissions'
import { findArtefact, type ArtefactRecord } from '../../../app/artefacts/artefacts.server'
import { exportArtefact } from '../../../app/exports/export.server'
import { redline } from '../../../app/exports/redline/redline'
import { redlineFile } from '../../../app/exports/redline/redline.server'
import { writeDocument } from '../../../app/exports/write-document.server'
import { createArtefact } from '../../../app/projects/new-artefact.server'
import { takeVersion } from '../../../app/versions/versions.server'
import { addMember, projectWithOwner } from '../../support/example-people'
import { temporaryServices, type TemporaryServices } from '../../support/temporary-services'
import { judged } from '../../support/word/judged'
import { by, plainAgreement, run, threads } from '../../support/word/reviewed-agreement'
import { clause, paragraph } from '../../../app/artefacts/agreement/model/compose'

let services: TemporaryServices
let artefact: ArtefactRecord
let taker: MemberParticipant

beforeEach(async () => {
  services = await temporaryServices()
  services.exporter.render = (format, document) => writeDocument(format, document, 'fi')
  services.exporter.redline = (before, document, change) =>
    writeDocument('docx', { ...document, tree: redline(before, document.tree, change) }, 'fi')
  const { projectId } = await projectWithOwner(services)
  const { userId } = await addMember(services, projectId, 'owner', null)
  taker = { kind: 'member', userId, name: 'Hankkeen vetäjä', installationOwner: false, memberships: [{ projectId, role: 'owner', organisationId: null }] }
  const id = await createArtefact(services, { projectId, kind: 'agreement', title: 'Sopimus', content: plainAgreement }, 'server')
  const found = await findArtefact(services, id)
  if (!found) throw new Error('no artefact')
  artefact = found
})

afterEach(() => services.close())

const xmlOf = (bytes: Uint8Array | undefined, part: string) => strFromU8(unzipSync(bytes ?? new Uint8Array())[part] ?? new Uint8Array())

describe('the present state in Word with review marks', () => {
  const review = (version: number | null = null) => exportArtefact(services, artefact, { version, format: 'review', language: 'fi' })

  it('has the suggestions as tracked changes and the shared comments, and never asks for an organisation’s own', async () => {
    const asked: (string | null)[] = []
    services.remarks.read = (_artefact, organisation) => {
      asked.push(organisation)
      return Promise.resolve({ threads })
    }
    const suggestedWords = { type: 'paragraph' as const, content: [run('Kunnat'), run(' ja järjestöt', { type: 'insertion', attrs: by('s1') })] }
    await services.live.restore(artefact.id, 'agreement', { clauses: [clause('o-1_a', 'Osapuolet', paragraph('Sopimuksen osapuolia ovat kunnat.'), suggestedWords)] })
    const file = await review()
    expect(file?.name).toMatch(/\.docx$/)
    expect(xmlOf(file?.bytes, 'word/document.xml')).toMatch(/<w:ins [^>]*w:author="Asiantuntija \(Kela\)" w:date="2026-11-20T09:30:00Z"><w:r><w:t[^>]*> ja järjestöt/)
    expect(xmlOf(file?.bytes, 'word/comments.xml')).toContain('Ketkä?')
    expect(asked).toEqual([null])
  })

  it('is of the present state alone: what was said belongs to no version', async () => {
    await takeVersion(services, taker, artefact.id, { name: 'Lausunnolle', note: '' })
    expect(await review(1)).toBeUndefined()
  })
})

describe('two versions as a redline', () => {
  it('names the two versions where a person would stand, at the time of the later one, and leads to both', async () => {
    await takeVersion(services, taker, artefact.id, { name: 'Ensin', note: '' })
    services.pass(3_600_000)
    await services.live.restore(artefact.id, 'agreement', { clauses: plainAgreement.clauses.slice(1) })
    const { takenAt } = await takeVersion(services, taker, artefact.id, { name: 'Sitten', note: '' })
    const file = await redlineFile(services, artefact, { from: 1, to: 2 }, 'fi')
    expect(file?.name).toBe('sopimus-muutokset-1-2.docx')
    const body = xmlOf(file?.bytes, 'word/document.xml')
    const dated = takenAt.toISOString().replace(/\.\d+Z$/, 'Z')
    expect(body).toContain(`w:author="Versio 1 → 2" w:date="${dated}"`)
    const final = async (version: number) => (await exportArtefact(services, artefact, { version, format: 'docx', language: 'fi' }))?.bytes ?? new Uint8Array()
    expect(judged(file?.bytes ?? new Uint8Array(), 'accept')).toEqual(judged(await final(2), 'accept'))
    expect(judged(file?.bytes ?? new Uint8Array(), 'reject')).toEqual(judged(await final(1), 'accept'))
  })

  it('is nothing where one of them is not there', async () => {
    expect(await redlineFile(services, artefact, { from: 1, to: 2 }, 'fi')).toBeUndefined()
  })
})
