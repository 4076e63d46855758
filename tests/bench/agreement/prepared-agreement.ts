import type * as Y from 'yjs'
import { readAgreement, restoreAgreement } from '../../../app/artefacts/agreement/model/document'
import { openPassages } from '../../../app/artefacts/agreement/model/passages/passages'
import { addThread } from '../../../app/remarks/model/operations'
import { stockClient, type StockClient } from '../../support/sync/stock-client'
import type { Facilitator } from '../../support/workshop/facilitator'
import { until } from '../../support/workshop/until'
import { largeAgreement } from './large-agreement'

/** A long agreement on a running server, written there by the owner as by anybody's browser. */
export interface PreparedAgreement {
  id: string
  /** The owner's own client of it. */
  client: StockClient
}

/** @throws where the server does not take it within the patience of `until`. */
export async function prepareAgreement(
  owner: Facilitator,
  projectId: string,
  size: { clauses: number; suggestions: number; comments: number },
): Promise<PreparedAgreement> {
  const id = await owner.makeArtefact(projectId, 'agreement/partnership', 'Laaja sopimus')
  const client = await entered(owner, `artefact/${id}`)
  await saved(client, () => restoreAgreement(client.content, largeAgreement(size.clauses, size.suggestions)))
  const remarks = await entered(owner, `artefact/${id}/remarks`)
  await saved(remarks, () => comment(client.content, remarks.content, size.comments))
  remarks.close()
  return { id, client }
}

/** A client of the owner's with the right to write. */
export async function entered(owner: Facilitator, room: string): Promise<StockClient> {
  const { baseUrl: origin, cookie } = owner.browser
  const client = stockClient({ origin }, { cookie, room })
  await client.synced()
  await until(() => client.notices.some(({ kind, right }) => kind === 'right' && right === 'edit'), `the right to write in ${room}`)
  return client
}

async function saved(client: StockClient, write: () => void): Promise<void> {
  const before = client.receipts.length
  client.doc.transact(write)
  await until(() => client.receipts.length > before, 'the receipt of what was written')
}

/** So many threads on passages, evenly over the clauses. */
function comment(agreement: Y.Map<unknown>, remarks: Y.Map<unknown>, count: number): void {
  const passages = openPassages(agreement)
  const clauses = readAgreement(agreement).clauses.flatMap((top) => [
    top.attrs.id,
    ...top.content.flatMap((node) => (node.type === 'clause' ? [node.attrs.id] : [])),
  ])
  for (let index = 0; index < count; index += 1) {
    const clause = clauses[index % clauses.length] ?? ''
    const from = 30 + Math.floor(index / clauses.length) * 40
    const anchor = passages.anchor(clause, { from, to: from + 20 }, 'Kohta')
    if (!anchor) throw new Error(`There is no passage ${from} in ${clause}`)
    const by = { key: '', name: 'Fasilitoija', organisation: '' }
    addThread(remarks, anchor, { words: `Huomio ${index}: mitä tällä tarkoitetaan?`, mentions: [] }, { by, now: Date.now() })
  }
  passages.close()
}
