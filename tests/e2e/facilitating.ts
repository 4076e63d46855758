import { expect } from '@playwright/test'
import type { Hands } from './hands'

/** Writes the agenda of a workshop that has none, from a template. The person is on the page of the agenda. */
export async function useTemplate(person: Hands, name: string, firstStep: string): Promise<void> {
  const { page } = person
  await person.press(page.getByRole('button', { name: `Käytä pohjaa: ${name}` }))
  await expect(page.getByRole('list', { name: 'Ohjelman vaiheet' }).getByText(firstStep)).toBeVisible()
}

export async function removeStep(person: Hands, title: string): Promise<void> {
  const { page } = person
  await person.press(page.getByRole('button', { name: new RegExp(`^Lisää toimintoja: .*${title}`) }))
  await page.getByRole('menuitem', { name: 'Poista' }).press('Enter')
  await person.press(page.getByRole('alertdialog').getByRole('button', { name: 'Poista vaihe' }))
  await expect(page.getByText('Vaihe poistettiin.')).toBeVisible()
}

/** On the facilitator's screen: on to the next step. */
export async function goOn(person: Hands, to: string): Promise<void> {
  const { page } = person
  await person.press(page.getByRole('button', { name: /^Seuraava vaihe/ }))
  await expect(page.getByRole('heading', { name: to, level: 2 })).toBeVisible()
}

export async function endWorkshop(person: Hands): Promise<void> {
  const { page } = person
  await person.press(page.getByRole('button', { name: /^Päätä työpaja/ }))
  await person.press(page.getByRole('alertdialog').getByRole('button', { name: 'Päätä työpaja' }))
  await expect(page.getByRole('heading', { name: 'Työpaja on päättynyt', level: 2 })).toBeVisible()
}

export interface Decided {
  /** The group or note that it comes from. */
  from: string
  text: string
  owner: string
  /** As a date field takes it. */
  due: string
}

/** On the page of decisions. */
export async function decide(person: Hands, { from, text, owner, due }: Decided): Promise<void> {
  const { page } = person
  await person.press(page.getByRole('button', { name: 'Kirjaa päätös' }))
  const dialog = page.getByRole('dialog')
  await person.press(dialog.getByRole('button', { name: new RegExp(from) }))
  await person.write(dialog.getByLabel('Mitä päätettiin?'), text)
  await person.choose(dialog.getByLabel('Kuka siitä huolehtii?'), owner)
  await dialog.getByLabel('Mihin mennessä?').fill(due)
  await person.press(dialog.getByRole('button', { name: 'Kirjaa päätös' }))
  await expect(dialog).toBeHidden()
  await expect(page.getByText(text, { exact: true })).toBeVisible()
}

/** Carries the only decision there is on into an artefact. */
export async function carryOn(person: Hands, artefact: string, as: string): Promise<void> {
  const { page } = person
  await person.press(page.getByRole('button', { name: /^Vie eteenpäin/ }))
  const dialog = page.getByRole('dialog')
  await person.choose(dialog.getByLabel('Mihin tuotokseen?'), artefact)
  await person.choose(dialog.getByLabel('Mitä siitä tulee?'), as)
  await person.press(dialog.getByRole('button', { name: 'Vie eteenpäin' }))
  await expect(dialog.getByText(/^Päätös on viety:/)).toBeVisible()
  await person.press(dialog.getByRole('button', { name: 'Valmis' }))
}
