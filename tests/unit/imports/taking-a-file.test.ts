import { readdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ExporterError } from '../../../app/exports/exporter-error'
import { importAnswerSchema } from '../../../app/imports/answer'
import { importDocx } from '../../../app/imports/docx/import-docx'
import { largestFile } from '../../../app/imports/docx/limits'
import { takeWordFile } from '../../../app/imports/import-request.server'
import { newId } from '../../../app/lib/id'
import { addMember, memberCookie, projectWithOwner } from '../../support/example-people'
import { temporaryServices, type TemporaryServices } from '../../support/temporary-services'
import { madeFile, paragraph, run, styled } from '../../support/word/made-file'
import { plainAgreement, reviewFile, threads } from '../../support/word/reviewed-agreement'

let services: TemporaryServices
let project: Awaited<ReturnType<typeof projectWithOwner>>

beforeEach(async () => {
  services = await temporaryServices()
  services.importer = { docx: (bytes, untitled) => Promise.resolve(importDocx(bytes, { newId, untitled })) }
  project = await projectWithOwner(services)
})

afterEach(() => services.close())

async function send(file: Uint8Array, step: string, title = '', role: 'facilitator' | 'member' = 'facilitator') {
  const { userId } = await addMember(services, project.projectId, role, null)
  const cookie = await memberCookie(services, userId)
  const query = new URLSearchParams({ step, title })
  const request = new Request(`http://localhost:3000/x?${query}`, { method: 'POST', headers: { cookie }, body: Buffer.from(file) })
  const response = await takeWordFile(request, { services, address: '192.0.2.1', nonce: '' }, project.projectId)
  return { status: response.status, answer: importAnswerSchema.safeParse(await response.json().catch(() => null)).data }
}

const artefacts = () => services.database.artefact.findMany({ where: { projectId: project.projectId } })
const file = madeFile({ body: paragraph(run('Sopimus yhteistyöstä'), '<w:pStyle w:val="Title"/>') + styled('Heading1', 'Osapuolet') + paragraph(run('Kunnat.')), styles: '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>' })

describe('a Word file that somebody brings', () => {
  test('is told of before anything is made', async () => {
    const { status, answer } = await send(file, 'look')
    expect(status).toBe(200)
    expect(answer).toMatchObject({ outcome: 'found', found: { title: 'Sopimus yhteistyöstä', clauses: 1 } })
    expect(await artefacts()).toEqual([])
  })

  test('tells how often it names organisations of the project: they come as words', async () => {
    const named = madeFile({ body: styled('Heading1', 'Osapuolet') + paragraph(run('Oulainen ja Kela sopivat. Oulainen vastaa.')) })
    const { answer } = await send(named, 'look')
    expect(answer).toMatchObject({ outcome: 'found', found: { left: [{ what: 'parties', count: 3 }] } })
  })

  test('becomes an agreement under the name that it is given, or its own', async () => {
    await send(file, 'make', ' Uusi  nimi ')
    await send(file, 'make')
    expect((await artefacts()).map(({ title, kind }) => [title, kind])).toEqual([['Uusi nimi', 'agreement'], ['Sopimus yhteistyöstä', 'agreement']])
  })

  test('brings its comments along', async () => {
    const { answer } = await send(await reviewFile(plainAgreement, threads), 'make')
    const id = answer?.outcome === 'made' ? answer.artefactId : ''
    expect((await services.remarks.read(id, null)).threads.flatMap(({ remarks }) => remarks.map(({ words }) => words))).toContain('Kunnat.')
  })

  test('becomes nothing where its comments cannot be kept', async () => {
    services.remarks.seed = () => Promise.reject(new Error('The disk is full'))
    expect(await send(await reviewFile(plainAgreement, threads), 'make')).toMatchObject({ status: 503, answer: { outcome: 'not-made' } })
    expect(await artefacts()).toEqual([])
  })

  test('is refused plainly when it is too large, no Word file, or breaks what reads it, and leaves no file behind', async () => {
    const before = readdirSync(services.settings.dataDirectory)
    expect(await send(new Uint8Array(largestFile + 1), 'look')).toEqual({ status: 422, answer: { outcome: 'refused', reason: 'too-large' } })
    expect(await send(new Uint8Array([1, 2]), 'make')).toEqual({ status: 422, answer: { outcome: 'refused', reason: 'not-word' } })
    services.importer.docx = () => Promise.reject(new ExporterError('failed'))
    expect(await send(file, 'make')).toEqual({ status: 422, answer: { outcome: 'refused', reason: 'damaged' } })
    services.importer.docx = () => Promise.reject(new ExporterError('timeout'))
    expect(await send(file, 'make')).toEqual({ status: 422, answer: { outcome: 'refused', reason: 'too-large' } })
    expect(await artefacts()).toEqual([])
    expect(readdirSync(services.settings.dataDirectory)).toEqual(before)
  })

  test('waits where many are read already', async () => {
    services.importer.docx = () => Promise.reject(new ExporterError('busy'))
    expect((await send(file, 'look')).status).toBe(503)
  })

  test('is taken only from those who may make an artefact', async () => {
    await expect(send(file, 'make', '', 'member')).rejects.toMatchObject({ status: 403 })
    expect(await artefacts()).toEqual([])
  })
})
