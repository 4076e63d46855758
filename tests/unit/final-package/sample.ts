import type { CirculationStanding, PartyStanding } from '../../../app/approvals/model/standing'
import { noPreviousHash, recordText, shownRecord, type StoredRecord } from '../../../app/approvals/model/record'
import type { Outcome } from '../../../app/approvals/model/outcome'
import type { Agreement } from '../../../app/artefacts/agreement/model/content'
import type { ChainRecord, HistorySource, PackageSources, StoredVersion } from '../../../app/final-package/model/sources'
import { canonicalJson } from '../../../app/lib/canonical-json'
import { versionHash } from '../../../app/versions/version-hash.server'
import { createHash } from 'node:crypto'

export const moment = new Date('2027-03-12T10:00:00Z')

const paragraph = (text: string) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] })

export function clause(id: string, title: string, text: string) {
  return {
    type: 'clause' as const,
    attrs: { id },
    content: [{ type: 'clauseTitle' as const, content: [{ type: 'text' as const, text: title }] }, paragraph(text)],
  }
}

export function storedVersion(
  kind: StoredVersion['kind'],
  content: unknown,
  about: Partial<Omit<StoredVersion, 'content' | 'hash' | 'kind'>> = {},
): StoredVersion {
  const { number = 1, name = 'Päätettäväksi', note = '', title = 'Kumppanuussopimus', kindVersion = 1, takenAt = moment } = about
  const hash = versionHash({ kind, kindVersion, title, content })
  return { number, name, note, title, kindVersion, takenAt, kind, content: canonicalJson(content), hash }
}

export const listed = (stored: StoredVersion): HistorySource => {
  const { number, name, note, takenAt, hash } = stored
  return { number, name, note, takenAt, hash, takenByName: 'Fasilitaattori', stored }
}

/** A record of one organisation, chained to the one before. */
export function recordOf(version: StoredVersion, organisation: string, outcome: Outcome, before?: ChainRecord): ChainRecord {
  const record: StoredRecord = {
    number: (before?.number ?? 0) + 1,
    circulationId: 'kierros',
    artefactId: 'sopimus',
    versionId: 'versio',
    versionNumber: version.number,
    versionHash: version.hash,
    organisationId: organisation,
    organisationName: organisation,
    body: 'Kaupunginhallitus',
    decidedOn: '2027-02-15',
    section: '§ 228',
    outcome,
    reservations: outcome === 'approved-with-reservation' ? '[{"clause":"c2","number":"2","title":"Kustannukset"}]' : '[]',
    words: 'Hyväksyttiin esityksen mukaan.',
    link: 'https://esimerkki.fi/paatos/228',
    extractHash: '',
    extractName: '',
    recordedAt: moment,
    recordedByKey: 'user:0123456789abcdef',
    recordedByName: 'Kirjaajan Nimi',
    supersedes: null,
    previousHash: before?.hash ?? noPreviousHash,
  }
  return { ...record, hash: createHash('sha256').update(recordText(record)).digest('hex') }
}

export function circulationOf(version: StoredVersion, parties: { name: string; record: ChainRecord | null }[]): CirculationStanding {
  const isFinal = parties.every(({ record }) => record?.outcome.startsWith('approved'))
  return {
    id: 'kierros',
    artefactId: 'sopimus',
    version: { id: 'versio', number: version.number, name: version.name, title: version.title, hash: version.hash },
    state: isFinal ? 'final' : 'underway',
    due: '2027-03-31',
    words: '',
    proposedAt: moment,
    proposedByName: 'Fasilitaattori',
    withdrawnAt: null,
    withdrawnWords: '',
    finalAt: isFinal ? moment : null,
    leftOut: [],
    parties: parties.map(({ name, record }): PartyStanding => {
      const shown = record ? shownRecord(record) : null
      return {
        organisationId: name,
        name,
        asked: { of: 'whole' },
        knownVersion: null,
        answer: shown?.outcome ?? 'waiting',
        record: shown,
        superseded: [],
        earlierYes: null,
      }
    }),
  }
}

const board = {
  items: [{ id: 'n1', type: 'note', text: 'Yhteinen palvelupiste', colour: 'paper', x: 0, y: 0, width: 160, height: 100, order: 'a0' }],
  connectors: [],
}

export const model = storedVersion('cooperation-model', board, { title: 'Yhteistyömalli', number: 2, name: 'Liitteeksi' })

/** A small agreement in its second version, with an annex, three parties and a workshop behind it. */
export function sampleSources(more: Partial<PackageSources> = {}): PackageSources {
  const annexes = [{ id: 'a1', title: 'Yhteistyömalli', artefact: 'malli', version: 2, hash: model.hash }]
  const first: Agreement = { clauses: [clause('c1', 'Tarkoitus', 'Osapuolet toimivat yhdessä.')], annexes }
  const second: Agreement = {
    clauses: [
      clause('c1', 'Tarkoitus', 'Osapuolet toimivat yhdessä työllisyyden hyväksi.'),
      clause('c2', 'Kustannukset', 'Kukin vastaa omistaan.'),
    ],
    annexes,
  }
  const earlier = storedVersion('agreement', first, { number: 1, name: 'Luonnos' })
  const version = storedVersion('agreement', second, { number: 2 })
  const one = recordOf(version, 'Haapavesi', 'approved')
  const two = recordOf(version, 'Oulainen', 'approved-with-reservation', one)
  const three = recordOf(version, 'Kela', 'approved', two)
  return {
    language: 'fi',
    project: 'Yhdessä työelämään',
    organisations: ['Haapavesi', 'Oulainen', 'Kela'],
    version,
    signOff: {
      circulation: circulationOf(version, [
        { name: 'Haapavesi', record: one },
        { name: 'Oulainen', record: two },
        { name: 'Kela', record: three },
      ]),
      records: [one, two, three],
    },
    annexes: [{ title: 'Yhteistyömalli', versionNumber: 2, hash: model.hash, version: model }],
    history: [listed(earlier), listed(version)],
    decisions: [],
    workshops: [
      {
        title: 'Roolit ja rajapinnat',
        startedAt: new Date('2027-01-15T07:00:00Z'),
        attendance: {
          people: [person('Nimetty Osallistuja', true), person('Nimetön Osallistuja', false)],
          invited: [{ id: 'kela', name: 'Kela', type: 'authority' }],
        },
      },
    ],
    extracts: [],
    ...more,
  }
}

const person = (name: string, mayBeNamed: boolean) => ({
  name,
  organisationId: 'haapavesi',
  organisation: 'Haapavesi',
  organisationType: 'municipality' as const,
  role: 'palveluohjaaja',
  memberAs: null,
  mayBeNamed,
})
