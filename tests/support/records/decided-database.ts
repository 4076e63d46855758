import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { recordDecision, type Decision } from '../../../app/approvals/decide.server'
import { readExtract } from '../../../app/approvals/extract.server'
import { proposeVersion, withdrawCirculation } from '../../../app/approvals/propose.server'
import { standingOf } from '../../../app/approvals/standing.server'
import { approval, Circulating } from '../circulating'
import { temporaryServices, type TemporaryServices } from '../temporary-services'

/**
 * Fills a database as years of use would: each agreement is returned, corrected, taken back, proposed anew and approved by
 * all, with reservations and extracts. Written to `file`.
 */
export async function decidedDatabase(file: string, agreements: number): Promise<void> {
  const services = await temporaryServices()
  try {
    for (let index = 0; index < agreements; index += 1) await decideOnOne(services, index)
    const database = new Sqlite(path.join(services.settings.dataDirectory, 'tahto.db'))
    database.prepare('VACUUM INTO ?').run(file)
    database.close()
  } finally {
    await services.close()
  }
}

async function decideOnOne(services: TemporaryServices, index: number): Promise<void> {
  const place = await Circulating.begin(services, { Tarkoitus: `Sopimus ${index}: ”äöå” € 100 %`, Kustannukset: 'Puoliksi.' })
  const { organisationIds } = place
  const [first = '', second = '', third = ''] = organisationIds
  const people = new Map(await Promise.all(organisationIds.map(async (id) => [id, await place.person(id)] as const)))
  const propose = async () => {
    const number = await place.takeVersion()
    return proposeVersion(services, place.act(), { number, due: '2027-01-31', words: '', organisationIds })
  }
  const decide = async (organisation: string, otherwise: Partial<Decision> = {}) => {
    services.pass(1_000)
    const { circulation } = await standingOf(services, place.artefact.id)
    const person = people.get(organisation)
    if (!circulation || !person) throw new Error('nobody to decide, or nothing')
    const of = { circulation: circulation.id, organisation, versionHash: circulation.version.hash }
    return recordDecision(services, place.act(person), approval(of, otherwise))
  }
  const taken = await propose()
  const { number } = await decide(first, { outcome: 'returned', words: 'Kustannukset pitää jakaa väkiluvun mukaan.' })
  await decide(first, { outcome: 'returned', words: 'Kustannukset jaetaan väkiluvun mukaan.', supersedes: number })
  await withdrawCirculation(services, place.act(), { circulationId: taken, words: 'Korjataan.' })
  await place.write({ Tarkoitus: `Sopimus ${index}.`, Kustannukset: 'Väkiluvun mukaan.' })
  await propose()
  const extract = await readExtract(new File([`%PDF-1.7\nOte ${index}\n%%EOF\n`], 'ote.pdf'))
  await decide(first, { extract })
  await decide(second, { outcome: 'approved-with-reservation', reservations: ['Kustannukset'], words: 'Enintään 2 v.' })
  await decide(third, { link: 'https://kunta.example/poytakirja', words: 'Hyväksyttiin.' })
}
