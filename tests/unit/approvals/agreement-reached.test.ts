import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { agreementReached } from '../../../app/approvals/agreement-reached.server'
import { getVersion } from '../../../app/versions/versions.server'
import { Circulating } from '../../support/circulating'
import { temporaryServices, type TemporaryServices } from '../../support/temporary-services'

let services: TemporaryServices
let place: Circulating

beforeEach(async () => {
  services = await temporaryServices()
  place = await Circulating.begin(services)
})

afterEach(() => services.close())

describe('what one is told before a version is proposed', () => {
  it('names the clauses of a workshop that nobody has confirmed', async () => {
    const clause = (id: string, title: string) => ({
      type: 'clause' as const,
      attrs: { id },
      content: [
        { type: 'clauseTitle' as const, content: [{ type: 'text' as const, text: title }] },
        { type: 'paragraph' as const },
      ],
    })
    const proposed = { ...clause('b', 'Nuorten ohjaus'), attrs: { id: 'b', state: 'proposed' as const } }
    await services.live.restore(place.artefact.id, 'agreement', { clauses: [clause('a', 'Tarkoitus'), proposed] })
    const version = await getVersion(services, place.artefact.id, await place.takeVersion())
    if (!version) throw new Error('no version was taken')
    expect(await agreementReached(services, place.artefact, version)).toMatchObject({ unconfirmed: ['2 Nuorten ohjaus'] })
  })
})
