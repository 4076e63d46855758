import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { flowLooks, inks, noteGrounds, organisationLooks } from '../../../../app/artefacts/cooperation-model/model/looks'

const theme = readFileSync(new URL('../../../../app/styles/app.css', import.meta.url), 'utf8')
const colour = (name: string) => theme.match(new RegExp(`--color-${name}: (#[0-9a-f]{6})`))?.[1]

test('a picture has the colours of the screen', () => {
  for (const [name, ground] of Object.entries(noteGrounds)) expect(ground, name).toBe(colour(`note-${name}`))
  for (const [type, { ink, ground }] of Object.entries(organisationLooks)) {
    expect([ink, ground], type).toEqual([colour(type), colour(`${type}-soft`)])
  }
  for (const [flow, { ink }] of Object.entries(flowLooks)) expect(ink, flow).toBe(colour(`flow-${flow}`))
  expect(inks).toEqual({
    paper: colour('paper'),
    surface: colour('surface'),
    ink: colour('ink'),
    inkSoft: colour('ink-soft'),
    line: colour('line'),
    lineStrong: colour('line-strong'),
  })
})

test('what flows is told by the line as well as by its colour', () => {
  const lines = Object.values(flowLooks).map(({ dash, round }) => `${dash ?? 'whole'} ${round ?? false}`)
  expect(new Set(lines).size).toBe(lines.length)
})
