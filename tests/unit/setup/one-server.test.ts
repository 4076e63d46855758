import { createServer } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import { listen } from '../../../server/setup/listen'
import { takeDataDirectory } from '../../../server/setup/one-server'
import { temporaryDirectory } from './temporary-directory'

it('a second server on the same data is refused until the first has stopped', () => {
  const directory = temporaryDirectory()
  const release = takeDataDirectory(directory)
  expect(() => takeDataDirectory(directory)).toThrow(`Another server is running on ${directory}.`)
  release()
  takeDataDirectory(directory)()
})

it('a port that is taken is told in one line, with what to do', async () => {
  const [first, second] = [createServer(), createServer()]
  onTestFinished(() => {
    first.close()
  })
  await listen(first, { host: '127.0.0.1', port: 0 })
  const address = first.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await expect(listen(second, { host: '127.0.0.1', port })).rejects.toThrow(
    `Port ${port} is in use by another program. Choose another with PORT=NUMBER.`,
  )
})
