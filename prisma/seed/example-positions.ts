import type { Agreement } from '../../app/artefacts/agreement/model/content'
import { wordedClauses, type WordedClause } from '../../app/artefacts/agreement/model/wording'
import type { Services } from '../../app/load-context'
import { examplePositions } from './example/positions'
import { exampleSeats } from './example/workshop'

const day = 24 * 60 * 60 * 1000
const minute = 60 * 1000

interface PositionsTold {
  artefactId: string
  /** Ids by name. */
  organisationIds: ReadonlyMap<string, string>
  /** When the workshop ended. */
  endsAt: Date
}

/** Where the example's organisations stand on its agreement, by somebody of their role: nobody's name. */
export async function tellPositions(services: Services, { artefactId, organisationIds, endsAt }: PositionsTold): Promise<void> {
  const { database, live } = services
  const first = await database.version.findFirstOrThrow({ where: { artefactId, number: 1 }, select: { content: true } })
  const now = clausesOf((await live.read(artefactId, 'agreement')).content as Agreement)
  const then = clausesOf(JSON.parse(first.content) as Agreement)
  await database.position.createMany({
    data: examplePositions.map(({ organisation, clause: clauseId, stance, words = '', days, onFirstVersion }, index) => {
      const clause = (onFirstVersion ? then : now).get(clauseId)
      const organisationId = organisationIds.get(organisation)
      if (!clause || !organisationId) throw new Error(`The example has no ${clauseId} or no ${organisation}`)
      return {
        ...{ artefactId, clauseId, organisationId, stance, words },
        wording: clause.wording,
        wordingHash: clause.hash,
        statedByKey: 'server',
        statedByName: exampleSeats.find((seat) => seat.organisation === organisation)?.role ?? '',
        // Within the workshop, or so many days after it; in the order in which they are listed.
        statedAt: new Date(endsAt.getTime() + days * day + (index - examplePositions.length) * minute),
      }
    }),
  })
}

function clausesOf(content: Agreement): Map<string, WordedClause> {
  return new Map(wordedClauses(content).map((clause) => [clause.id, clause]))
}
