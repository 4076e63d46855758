import type { Browser, Page } from '@playwright/test'
import { Facilitator } from '../support/workshop/facilitator'
import { until } from '../support/workshop/until'
import type { RunningServer } from '../support/running-server'
import { expectAccessible } from './accessible'
import { expect, newBrowser, test as base } from './product'

const title = 'Yhteinen asiakasohjaus'
const agreementTitle = 'Kumppanuussopimus'
const groups = ['Yhteyshenkilöt', 'Koulutus']
const decision = 'Jokainen kunta nimeää yhteyshenkilön.'

interface VoteAtHand {
  id: string
  code: string
  boardId: string
  agreementId: string
  facilitator: Facilitator
}

/** A workshop that stands at a vote on the groups of a board, with a step for decisions after it. */
async function workshopAtVote(server: RunningServer): Promise<VoteAtHand> {
  const facilitator = await Facilitator.of(server)
  const { browser } = facilitator
  const projectId = await facilitator.startProject('Tahtotila', { municipality: ['Oulainen', 'Nivala'], authority: ['Kela'] })
  const boardId = await facilitator.makeArtefact(projectId, 'cooperation-model/levels', 'Taulu')
  const agreementId = await facilitator.makeArtefact(projectId, 'agreement/letter-of-intent', agreementTitle)
  const { id, code } = await facilitator.openWorkshop(projectId, title, [boardId, agreementId])
  const board = await facilitator.openBoard(boardId)
  await board.client.synced()
  for (const [index, name] of groups.entries()) {
    board.addNote(null, { id: `lappu${index}a`, text: `${name}: ensimmäinen lappu` })
    board.addNote(null, { id: `lappu${index}b`, text: `${name}: toinen lappu` })
    board.gather([`lappu${index}a`, `lappu${index}b`], name)
  }
  await until(() => board.client.receipts.length >= groups.length * 3, 'receipts of what was written on the board')
  board.client.close()
  const step = { intent: 'add', instructions: '', minutes: '10', artefact: boardId }
  await browser.submitted(`/workshops/${id}/agenda`, {
    ...step,
    ...{ type: 'vote', title: 'Tärkeimmät ryhmät', may: ['vote'], dots: '2', dotsOnOne: '2', voteOn: 'groups' },
  })
  await browser.submitted(`/workshops/${id}/agenda`, { ...step, type: 'decide', title: 'Mitä päätetään?', may: ['look'] })
  await browser.submitted(`/workshops/${id}/run`, { intent: 'start', turn: '0' })
  return { id, code, boardId, agreementId, facilitator }
}

const test = base.extend<{ vote: VoteAtHand; leader: Page }>({
  vote: async ({ ownerlessServer }, use) => {
    await use(await workshopAtVote(ownerlessServer))
  },
  leader: async ({ browser, ownerlessServer, vote }, use) => {
    const context = await newBrowser(browser, ownerlessServer)
    const cookies = vote.facilitator.browser.cookie.split('; ').map((pair) => {
      const [name = '', value = ''] = pair.split(/=(.*)/s)
      return { name, value, url: ownerlessServer.baseUrl }
    })
    await context.addCookies(cookies)
    await use(await context.newPage())
    await context.close()
  },
})

async function join(browser: Browser, server: RunningServer, code: string, name: string, organisation: string, width: number) {
  const context = await newBrowser(browser, server, { viewport: { width, height: 800 } })
  const page = await context.newPage()
  await page.goto(`/join/${code}`)
  await page.getByLabel('Nimi, joka näkyy muille').fill(name)
  await page.getByLabel('Organisaatio', { exact: true }).selectOption({ label: organisation })
  await page.getByRole('button', { name: 'Liity mukaan' }).click()
  await expect(page.getByText('2 ääntä jäljellä')).toBeVisible()
  return page
}

const give = (page: Page, group: string) => page.getByRole('group', { name: group }).getByRole('button', { name: 'Anna ääni' })

const saved = (page: Page) => expect(page.getByRole('status').filter({ hasText: 'Äänesi ovat tallessa.' })).toBeVisible()

test('a group that three vote for, one of them without a device, becomes a decision and a clause, and leads back', async ({
  browser,
  ownerlessServer,
  vote,
  leader,
}) => {
  const desktop = await join(browser, ownerlessServer, vote.code, 'Aino', 'Oulainen', 1280)
  const phone = await join(browser, ownerlessServer, vote.code, 'Eino', 'Kela', 360)

  await test.step('dots are given by keyboard and by thumb, no more than there are', async () => {
    await give(desktop, 'Yhteyshenkilöt').focus()
    await desktop.keyboard.press('Enter')
    await desktop.keyboard.press('Enter')
    await expect(desktop.getByText('0 ääntä jäljellä')).toBeVisible()
    await expect(give(desktop, 'Koulutus')).toHaveAttribute('aria-disabled', 'true')
    await saved(desktop)
    await give(phone, 'Koulutus').click()
    await saved(phone)
    await phone.reload()
    await expect(phone.getByText('1 ääni jäljellä')).toBeVisible()
    await give(phone, 'Koulutus').click()
    await saved(phone)
    // The bar lies over what is about to be scrolled into sight.
    await phone.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
    await expectAccessible(phone, 'a ballot on a phone')
  })

  await test.step('the facilitator votes for somebody in the room, and sees only how many have voted', async () => {
    await leader.goto(`/workshops/${vote.id}/run`)
    await expect(leader.getByText('2 on äänestänyt')).toBeVisible()
    await expect(leader.getByText('Kunta 2')).toHaveCount(0)
    await leader.getByRole('button', { name: 'Äänestä jonkun puolesta' }).click()
    const dialog = leader.getByRole('dialog')
    await dialog.getByLabel('Tunnus listaa varten').fill('Eturivi, vasen')
    await dialog.getByLabel('Organisaation tyyppi').selectOption({ label: 'Kolmas sektori' })
    await give(leader, 'Koulutus').click()
    await give(leader, 'Koulutus').click()
    await dialog.getByRole('button', { name: 'Tallenna äänet' }).click()
    await expect(dialog).toBeHidden()
    await expect(leader.getByText('Eturivi, vasen')).toBeVisible()
    await expect(leader.getByText('3 on äänestänyt')).toBeVisible()
  })

  await test.step('one of those votes is changed, so that it is a tie, and everybody sees the result at once', async () => {
    await leader.getByRole('button', { name: 'Muuta ääniä: Eturivi, vasen' }).click()
    await leader.getByRole('group', { name: 'Koulutus' }).getByRole('button', { name: 'Ota ääni pois' }).click()
    await give(leader, 'Yhteyshenkilöt').click()
    await leader.getByRole('button', { name: 'Tallenna äänet' }).click()
    await expect(leader.getByRole('dialog')).toBeHidden()
    await leader.getByRole('button', { name: /^Näytä tulos kaikille/ }).click()
    for (const page of [desktop, phone, leader]) {
      const result = page.getByRole('listitem').filter({ hasText: /3 ääntä/ })
      await expect(result).toHaveCount(2)
      await expect(result.first()).toContainText('Tasatulos')
    }
    await expect(phone.getByText('Kolmas sektori 1').first()).toBeVisible()
    await expectAccessible(phone, 'a result on a phone')
  })

  await test.step('the facilitator makes a decision of a group, and everybody reads it', async () => {
    await leader.getByRole('button', { name: /^Seuraava/ }).click()
    await leader.getByRole('button', { name: 'Kirjaa päätös' }).click()
    const dialog = leader.getByRole('dialog')
    await dialog.getByRole('button', { name: /^Yhteyshenkilöt.*3 ääntä/s }).first().click()
    await dialog.getByLabel('Mitä päätettiin?').fill(decision)
    await dialog.getByLabel('Kuka siitä huolehtii?').selectOption({ label: 'Nivala' })
    await dialog.getByLabel('Mihin mennessä?').fill('2027-03-31')
    await dialog.getByRole('button', { name: 'Kirjaa päätös' }).click()
    await expect(dialog).toBeHidden()
    for (const page of [leader, phone]) {
      await expect(page.getByText(decision).first()).toBeVisible()
      await expect(page.getByText('31.3.2027 mennessä')).toBeVisible()
    }
  })

  await test.step('it is carried into the agreement as a proposed clause, and somebody confirms it', async () => {
    await leader.getByRole('button', { name: /^Vie eteenpäin/ }).click()
    const dialog = leader.getByRole('dialog')
    await dialog.getByLabel('Mihin tuotokseen?').selectOption({ label: agreementTitle })
    await dialog.getByLabel('Minkä kohdan alle?').selectOption({ index: 1 })
    await dialog.getByRole('button', { name: 'Vie eteenpäin' }).click()
    await expect(dialog.getByText(`Päätös on viety: ${agreementTitle}.`)).toBeVisible()
    await dialog.getByRole('link', { name: 'Katso, missä se on' }).click()
    await expect(leader.getByRole('heading', { name: agreementTitle, level: 1 })).toBeVisible()
    const text = leader.getByRole('textbox', { name: /^Sopimuksen teksti/ })
    await expect(text.getByText('Ehdotettu')).toBeInViewport()
    await text.getByRole('button', { name: 'Vahvista' }).click()
    await expect(text.getByText('Ehdotettu')).toHaveCount(0)
  })

  await test.step('and from the clause one comes back to the words it began with', async () => {
    await leader.getByRole('link', { name: 'Mistä tämä tuli' }).click()
    await expect(leader.getByRole('heading', { name: 'Mistä tämä tuli', level: 1 })).toBeVisible()
    const page = leader.getByRole('main')
    await expect(page.getByText('– Yhteyshenkilöt: toinen lappu')).toBeVisible()
    await expect(page.getByText('3 ääntä')).toBeVisible()
    await expect(page.getByText('Vaihe: Mitä päätetään?')).toBeVisible()
    await expect(page.getByText('Oulainen')).toBeVisible()
    await expect(page.getByText('Aino')).toHaveCount(0)
    await expectAccessible(leader, 'where a clause came from')
    await page.getByRole('link', { name: `Kohta: ${agreementTitle}` }).click()
    await expect(leader.getByRole('heading', { name: agreementTitle, level: 1 })).toBeVisible()
  })

  await test.step('what came of the workshop stands on one page, also for a guest', async () => {
    await phone.goto(`/workshops/${vote.id}/results`)
    await expect(phone.getByText(decision).first()).toBeVisible()
    await expect(phone.getByText('3 äänesti.')).toBeVisible()
    await expect(phone.getByText('Koulutus: ensimmäinen lappu')).toBeVisible()
    await expectAccessible(phone, 'the results on a phone')
    await leader.goto(`/workshops/${vote.id}/decisions`)
    await expect(leader.getByText(decision).first()).toBeVisible()
    await expectAccessible(leader, 'the decisions of a workshop')
  })
})
