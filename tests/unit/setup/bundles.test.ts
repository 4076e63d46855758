import { build, type Metafile } from 'esbuild'
import { beforeAll, describe, expect, it } from 'vitest'
import { bundleOptions } from '../../../server/setup/build.mjs'

describe('what runs beside the web application', () => {
  let outputs: [file: string, output: Metafile['outputs'][string]][]

  beforeAll(async () => {
    const { metafile } = await build({ ...bundleOptions('build'), metafile: true, write: false })
    outputs = Object.entries(metafile.outputs).filter(([file]) => file.endsWith('.js'))
  })

  const outputsNamed = (name: RegExp) => outputs.filter(([file]) => name.test(file))

  it('is the server and a file for every worker', () => {
    expect(outputsNamed(/\/server\.js$/)).toHaveLength(1)
    expect(outputsNamed(/\/workers\/[\w-]+\.worker\.js$/)).toHaveLength(outputs.length - 1)
  })

  it('brings no view and no React into a worker', () => {
    for (const [file, { inputs, imports }] of outputsNamed(/\.worker\.js$/)) {
      const views = Object.keys(inputs).filter((input) => /artefacts\/[^/]+\/view\//.test(input))
      expect(views.filter((input) => !input.startsWith('view:')), file).toEqual([])
      expect(imports.map(({ path }) => path).filter((path) => /^react/.test(path)), file).toEqual([])
    }
  })
})
