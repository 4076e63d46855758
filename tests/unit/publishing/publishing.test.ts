import type { AppLoadContext } from 'react-router'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { binArtefact } from '../../../app/artefacts/artefacts.server'
import { writeDocument } from '../../../app/exports/write-document.server'
import { bringBack } from '../../../app/projects/bin.server'
import { publicationsOf, publishVersion, withdrawPublication } from '../../../app/publishing/publications.server'
import { respondWithPublished } from '../../../app/publishing/published-page.server'
import { agreeOn } from '../../support/agreed-version'
import { Circulating } from '../../support/circulating'
import { temporaryServices, type TemporaryServices } from '../../support/temporary-services'

let services: TemporaryServices
let place: Circulating
let rendered: string[]

beforeEach(async () => {
  services = await temporaryServices()
  rendered = []
  services.exporter.render = (format, document) => {
    rendered.push(format)
    return writeDocument(format, document, document.tree.language)
  }
  place = await Circulating.begin(services, { Tarkoitus: 'Osapuolet toimivat yhdessä.', Kustannukset: 'Puoliksi.' })
  await place.takeVersion()
})

afterEach(() => services.close())

const act = (version = 1) => ({
  participant: place.owner,
  artefact: place.artefact,
  version,
})

const publish = (version?: number) => publishVersion(services, act(version), 'fi')

async function addressOf(version: number): Promise<string> {
  const found = (await publicationsOf(services, place.artefact.id)).find((one) => one.version === version)
  if (!found) throw new Error('It is not published')
  return found.id
}

function visit(publicationId: string, more: { file?: string; headers?: Record<string, string> } = {}): Promise<Response> {
  const request = new Request('http://localhost:3000/published/x', { headers: more.headers ?? {} })
  const context = { services, address: '192.0.2.1', nonce: '' } as AppLoadContext
  return respondWithPublished(request, context, { publicationId, ...(more.file ? { file: more.file } : {}) })
}

describe('a public page', () => {
  it('is refused to a version that not every party has approved, and to one that is not there', async () => {
    expect(await publish()).toBe('not-final')
    expect(await publish(7)).toBe('not-found')
    expect(await publicationsOf(services, place.artefact.id)).toEqual([])
  })

  it('has the content, the decisions and the files for whoever comes, and the name of nobody who recorded them', async () => {
    await agreeOn(place, 1)
    expect(await publish()).toBeUndefined()
    const id = await addressOf(1)
    const answer = await visit(id)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    const page = await answer.text()
    expect(page).toContain('<html lang="fi">')
    expect(page).toContain('<h1>Kumppanuussopimus</h1>')
    expect(page).toMatch(/<h2 id="[^"]+"><span class="number">1<\/span>Tarkoitus<\/h2>/)
    expect(page).toContain('kaikki osapuolet ovat hyväksyneet tämän version')
    expect(page).toContain('Kaupunginhallitus')
    expect(page).toContain(`href="/published/${id}/document.pdf"`)
    expect(page).toContain('aria-labelledby="contents"')
    const { hash } = await services.database.version.findFirstOrThrow()
    expect(page).toContain(hash)
    expect(page).not.toContain('Kaisa')
    expect(page).not.toContain('<script')
    expect(page).not.toMatch(/(src|href)="(https?:)?\/\//)
  })

  it('gives its files under names that say what they are', async () => {
    await agreeOn(place, 1)
    await publish()
    const id = await addressOf(1)
    const pdf = await visit(id, { file: 'document.pdf' })
    expect(pdf.headers.get('content-disposition')).toContain('kumppanuussopimus-v1.pdf')
    expect(Buffer.from(await pdf.arrayBuffer()).subarray(0, 5).toString()).toBe('%PDF-')
    const docx = await visit(id, { file: 'document.docx' })
    expect(Buffer.from(await docx.arrayBuffer()).subarray(0, 2).toString()).toBe('PK')
    expect((await visit(id, { file: 'document.exe' })).status).toBe(404)
    expect((await visit(id, { file: 'document.html' })).status).toBe(404)
  })

  it('is made once however many come, and not sent again to whoever has it', async () => {
    await agreeOn(place, 1)
    await publish()
    const id = await addressOf(1)
    const [first] = await Promise.all([visit(id), visit(id), visit(id)])
    expect(rendered).toEqual(['html'])
    const etag = first.headers.get('etag') ?? ''
    const again = await visit(id, { headers: { 'if-none-match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  it('has one address, also when two press at once', async () => {
    await agreeOn(place, 1)
    await Promise.all([publish(), publish(), publish()])
    expect(await services.database.publication.count()).toBe(1)
  })

  it('keeps its day where it is published once more, and is published once as far as the project is told', async () => {
    await agreeOn(place, 1)
    await publish()
    const [first] = await publicationsOf(services, place.artefact.id)
    services.pass(60_000)
    expect(await publish()).toBeUndefined()
    expect(await publicationsOf(services, place.artefact.id)).toEqual([first])
    expect(await services.database.auditEntry.count({ where: { action: 'version.published' } })).toBe(1)
  })

  it('says that it was withdrawn, and why, at the same address; published again it comes back there', async () => {
    await agreeOn(place, 1)
    await publish()
    const id = await addressOf(1)
    expect(await withdrawPublication(services, act(), 'Liitteessä oli virhe. <b>Korjataan.</b>')).toBeUndefined()
    const gone = await visit(id)
    expect(gone.status).toBe(410)
    const words = await gone.text()
    expect(words).toContain('Vedetty pois: Kumppanuussopimus')
    expect(words).toContain('Liitteessä oli virhe. &lt;b&gt;Korjataan.&lt;/b&gt;')
    expect(words).not.toContain('Osapuolet toimivat')
    expect((await visit(id, { file: 'document.pdf' })).status).toBe(410)
    expect(await withdrawPublication(services, act(), 'Toisen kerran')).toBeUndefined()
    expect(await (await visit(id)).text()).toBe(words)

    await publish()
    expect(await addressOf(1)).toBe(id)
    expect((await visit(id)).status).toBe(200)
  })

  it('is not served while its result is in the bin, and comes back with it under the same address', async () => {
    await agreeOn(place, 1)
    await publish()
    const id = await addressOf(1)
    expect((await visit(id)).status).toBe(200)
    await binArtefact(services, { participant: place.owner, artefact: place.artefact })
    const gone = await visit(id)
    const words = await gone.text()
    expect([gone.status, (await visit(id, { file: 'document.docx' })).status]).toEqual([410, 410])
    expect(words).toContain('Ei nyt luettavissa: Kumppanuussopimus')
    expect(words).not.toContain('Osapuolet toimivat')
    await bringBack(services, { projectId: place.projectId, id: place.artefact.id }, 'server')
    expect(await (await visit(id)).text()).toContain('Osapuolet toimivat')
  })

  it('leads to the newer version once that is public', async () => {
    await agreeOn(place, 1)
    await publish()
    const id = await addressOf(1)
    expect(await (await visit(id)).text()).not.toContain('Uudempi julkaistu versio')
    await place.write({ Tarkoitus: 'Uusi sanamuoto.' })
    await place.takeVersion('Uudistettu')
    await agreeOn(place, 2)
    await publish(2)
    const page = await (await visit(id)).text()
    expect(page).toContain('Osapuolet toimivat yhdessä.')
    expect(page).toContain(`<a href="/published/${await addressOf(2)}">Uudempi julkaistu versio: 2</a>`)
  })

  it.each(['0123456789abcdef', 'x', '../../etc', ''])('is nowhere under the address %j', async (address) => {
    const answer = await visit(address, { headers: { 'accept-language': 'sv' } })
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('Sidan finns inte')
  })
})
