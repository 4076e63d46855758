import { expectAccessible } from './accessible'
import { artefacts, expect, expectSaved, openArtefact, openProject, test } from './product'

test('a clause is kept in the project’s library and put into an agreement, from a menu that a low window has no room for', async ({
  owner,
}) => {
  await owner.setViewportSize({ width: 1400, height: 560 })
  await openProject(owner)
  await openArtefact(owner, artefacts.agreement)
  const rows = owner.getByRole('navigation', { name: 'Sisällys' }).locator('button[data-outline]')
  const count = await rows.count()
  const menuOf = async (title: string) => {
    await rows.filter({ hasText: title }).first().hover()
    await owner.getByRole('button', { name: new RegExp(`^Kohdan toiminnot: .*${title}`) }).first().click()
  }

  await menuOf('Tavoitteet')
  await owner.getByRole('menuitem', { name: /Tallenna kirjastoon/ }).click()
  const keeping = owner.getByRole('dialog', { name: 'Tallenna kohta kirjastoon' })
  await keeping.getByLabel('Nimi').fill('Kolme tavoitetta')
  await keeping.getByRole('button', { name: 'Tallenna' }).click()
  await expect(keeping.getByText('Kohta on kirjastossa.')).toBeVisible()
  await keeping.getByRole('button', { name: 'Sulje' }).click()

  await menuOf('Ohjausryhmä')
  await owner.getByRole('menuitem', { name: /Lisää kirjastosta/ }).click()
  const inserting = owner.getByRole('dialog', { name: 'Lisää kohta kirjastosta' })
  await inserting.getByLabel('Etsi kohtia').fill('luotettavia')
  await inserting.getByRole('radio', { name: /Kolme tavoitetta/ }).check()
  await expect(inserting.getByRole('region', { name: 'Esikatselu' })).toContainText('Palvelut ovat selkeitä')
  await expectAccessible(owner, 'a clause to be put in')
  await inserting.getByRole('button', { name: 'Lisää sopimukseen' }).click()
  await expect(rows).toHaveCount(count + 1)
  await expect(rows.filter({ hasText: '8.2Tavoitteet' })).toBeVisible()
  await expect(owner.getByRole('textbox', { name: /^Sopimuksen teksti/ })).toBeFocused()
  await expect(owner.locator('[data-clause] [data-number="8.2"]')).toBeInViewport()
  await expectSaved(owner)
})
