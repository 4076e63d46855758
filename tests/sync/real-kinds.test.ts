import { afterEach, expect, test } from 'vitest'
import { kindIds, loadKind } from '../../app/artefacts/registry'
import { contentRoot, metaRoot } from '../../app/document/layout'
import { startSync, stopAll } from '../support/sync/server'
import { closeClients, stockClient } from '../support/sync/stock-client'

afterEach(async () => {
  closeClients()
  await stopAll()
})

test.each(kindIds)('a new %s from a template is what a browser reads, what a version holds and what a restore brings back', async (id) => {
  const kind = await loadKind(id)
  const [empty, full] = (await kind.loadTemplates()).map(({ content }) => content.fi).sort(bySize)
  const server = await startSync({ kinds: 'real' })
  server.people.add('Aino')
  await server.live.create('board001', id, full ?? empty)
  const { content } = await server.live.read('board001', id)

  const browser = stockClient(server)
  await browser.synced()
  expect(kind.read(contentRoot(browser.doc))).toEqual(content)
  expect(metaRoot(browser.doc).toJSON()).toEqual({ kind: id, version: kind.version })

  await server.live.restore('board001', id, empty)
  const emptied = await server.live.capture('board001', id)
  await expect.poll(() => kind.read(contentRoot(browser.doc))).toEqual(emptied.content)
  await server.live.restore('board001', id, content)
  expect((await server.live.read('board001', id)).content).toEqual(content)
  await expect.poll(() => kind.read(contentRoot(browser.doc))).toEqual(content)
})

const bySize = (one: unknown, other: unknown) => JSON.stringify(one).length - JSON.stringify(other).length
