import { expect } from '@playwright/test'
import type { Hands } from './hands'
import { expectSaved } from './product'

/** Follows the code's link, as a phone that scanned it, and says who one is. */
export async function join(person: Hands, code: string, name: string, organisation: string): Promise<void> {
  const { page } = person
  await page.goto(`/join/${code}`)
  await person.write(page.getByLabel('Nimi, joka näkyy muille'), name)
  await person.choose(page.getByLabel('Organisaatio', { exact: true }), organisation)
  await person.press(page.getByRole('button', { name: 'Liity mukaan' }))
}

/** Where everybody is by now. Whoever has the focus in the step before is not moved, and asked instead. */
export async function followTo(person: Hands, title: string): Promise<void> {
  const { page } = person
  const step = page.getByRole('heading', { name: title, level: 2, exact: true })
  const goOn = page.getByRole('button', { name: /^Siirry (uuteen vaiheeseen|työpajan loppuun)/ })
  await expect(step.or(goOn).first()).toBeVisible()
  await person.pressWhileThere(goOn)
  await expect(step).toBeVisible()
}

export async function writeNote(person: Hands, words: string): Promise<void> {
  const { page } = person
  await person.write(page.getByRole('textbox', { name: 'Uusi lappu' }), words)
  await person.press(page.getByRole('button', { name: 'Lisää', exact: true }))
  await expect(page.getByRole('listitem').filter({ hasText: words })).toBeVisible()
  // Nothing is called saved before the first is written.
  await expectSaved(page)
}

/** From the list, into a new group. */
export async function makeGroup(person: Hands, notes: readonly string[], name: string): Promise<void> {
  const { page } = person
  for (const words of notes) await person.tick(page.getByRole('checkbox', { name: words }))
  await person.press(page.getByRole('button', { name: 'Siirrä ryhmään…' }))
  const dialog = page.getByRole('dialog')
  await person.write(dialog.getByRole('textbox', { name: 'Uusi ryhmä' }), name)
  await person.press(dialog.getByRole('button', { name: 'Tee uusi ryhmä' }))
  await expect(page.getByRole('heading', { name: new RegExp(name) })).toBeVisible()
}

/** From the list, into a group that is there. */
export async function moveToGroup(person: Hands, note: string, group: string): Promise<void> {
  const { page } = person
  await person.tick(page.getByRole('checkbox', { name: note }))
  await person.press(page.getByRole('button', { name: 'Siirrä ryhmään…' }))
  await person.press(page.getByRole('dialog').getByRole('button', { name: group, exact: true }))
  await expect(page.getByRole('dialog')).toBeHidden()
}

/** One vote; it is saved before this resolves. */
export async function vote(person: Hands, target: string): Promise<void> {
  const { page } = person
  await person.press(page.getByRole('group', { name: target }).getByRole('button', { name: 'Anna ääni' }))
  await expect(page.getByText('Äänesi ovat tallessa.')).toBeVisible()
}

export async function giveFeedback(person: Hands, points: readonly [number, number, number], words: string): Promise<void> {
  const { page } = person
  const questions = ['Oliko työpaja aikasi arvoinen?', 'Tulitko kuulluksi?', 'Onko tulos sinulle selvä?']
  for (const [index, question] of questions.entries()) {
    const scale = page.getByRole('group', { name: question })
    await person.tick(scale.getByRole('radio', { name: new RegExp(`^${points[index] ?? 3}`) }))
  }
  await person.write(page.getByRole('textbox', { name: 'Mitä muuta haluat sanoa?' }), words)
  await person.press(page.getByRole('button', { name: 'Lähetä palaute' }))
  await expect(page.getByText(/Kiitos, vastauksesi on tallessa/)).toBeVisible()
}
