import { execFileSync } from 'node:child_process'
import type { Browser } from '@playwright/test'
import type { RunningServer } from '../support/running-server'
import { carryOn, decide, endWorkshop, goOn, removeStep, useTemplate } from './facilitating'
import { withKeys, withMouse, withThumb } from './hands'
import { artefacts, expect, expectSaved, newBrowser, openArtefact, openProject, openWorkshop, test } from './product'
import { followTo, giveFeedback, join, makeGroup, moveToGroup, vote, writeNote } from './taking-part'

const template = 'Kuntakierros'
const steps = {
  welcome: 'Tervetuloa',
  write: 'Mitä pitää kehittää?',
  group: 'Ryhmitellään: mitä kehitetään',
  vote: 'Mikä on kunnalle tärkeintä?',
  decide: 'Mitä viemme yhteiseen valmisteluun?',
  feedback: 'Palaute',
}
/** Of the template, and not needed here. */
const leftOut = ['Mikä meillä toimii', 'Ryhmitellään: mikä toimii', 'Tauko', 'Asiakkaan polku meidän kunnassa']

const notes = {
  desk: ['Palveluohjaaja soittaa viikon sisällä', 'Yksi yhteinen puhelinnumero'],
  other: ['Yhteinen vastaanotto kirjastossa', 'Pajapaikka järjestyy nopeasti'],
  phone: ['Valmentaja tulee mukaan tapaamiseen', 'Tieto kulkee asiakkaan luvalla'],
  keys: ['Soitto viikon sisällä ensikäynnistä', 'Sähköinen ajanvaraus toimii'],
}
const heldBack = 'Tätä en vielä näytä'
const decision = 'Jokaisella asiakkaalla on nimetty yhteyshenkilö.'

test('a whole workshop: from the template to the exported report, with a mouse, with a thumb and with keys alone', async ({
  browser,
  server,
  owner,
}) => {
  test.setTimeout(240_000)
  const facilitator = withMouse(owner)
  const code = await openWorkshop(owner, 'Kuntakierros, Oulainen')
  const room = new URL(owner.url()).pathname

  await test.step('the facilitator prepares the agenda from a template, and takes out what is not needed', async () => {
    await owner.goto(`${room}/agenda`)
    await useTemplate(facilitator, template, steps.write)
    for (const title of leftOut) await removeStep(facilitator, title)
    await owner.goto(`${room}/run`)
    await expect(owner.getByText('Työpaja ei ole vielä alkanut').first()).toBeVisible()
  })

  const desk = withMouse(await pageOf(browser, server))
  const other = withMouse(await pageOf(browser, server))
  const phone = withThumb(await pageOf(browser, server, { viewport: { width: 360, height: 740 }, hasTouch: true }))
  const keys = withKeys(await pageOf(browser, server))
  const participants = [desk, other, phone, keys]

  await test.step('four people join by the code, and wait in one place', async () => {
    await Promise.all([
      join(desk, code, 'Palveluohjaaja', 'Oulainen'),
      join(other, code, 'Pajaohjaaja', 'Nuorten Ystävät ry'),
      join(phone, code, 'Valmentaja', 'Ylivieska'),
      join(keys, code, 'Virkailija', 'Kela'),
    ])
    for (const { page } of participants) await expect(page.getByText('Tervetuloa, alamme pian')).toBeVisible()
    await expect(owner.getByText('4 osallistujaa').first()).toBeVisible()
    await owner.getByRole('button', { name: 'Aloita työpaja' }).click()
    for (const person of participants) await followTo(person, steps.welcome)
  })

  await test.step('everybody writes in private; nobody sees the others’ notes before the reveal', async () => {
    await goOn(facilitator, steps.write)
    for (const person of participants) await followTo(person, steps.write)
    await Promise.all(
      Object.entries({ desk, other, phone, keys }).map(async ([who, person]) => {
        for (const words of notes[who as keyof typeof notes]) await writeNote(person, words)
        await expectSaved(person.page)
      }),
    )
    await writeNote(desk, heldBack)
    await desk.press(desk.page.getByRole('group', { name: `Lapun toiminnot: ${heldBack}` }).getByRole('button', { name: 'Pidä itselläni' }))
    await expectSaved(desk.page)
    await expect(other.page.getByText(notes.desk[0] ?? '')).toHaveCount(0)
    await owner.getByRole('button', { name: /^Paljasta laput/ }).click()
    for (const { page } of participants) {
      for (const words of Object.values(notes).flat()) await expect(page.getByText(words).first()).toBeVisible()
    }
    await expect(other.page.getByText(heldBack)).toHaveCount(0)
  })

  await test.step('they group the notes together, each in their own way', async () => {
    await goOn(facilitator, steps.group)
    for (const person of participants) await followTo(person, steps.group)
    await makeGroup(desk, [notes.desk[0] ?? '', notes.phone[0] ?? ''], 'Oma yhteyshenkilö')
    await Promise.all([
      moveToGroup(keys, notes.keys[0] ?? '', 'Oma yhteyshenkilö'),
      makeGroup(phone, [notes.desk[1] ?? '', notes.other[0] ?? ''], 'Yksi ovi'),
    ])
    await makeGroup(keys, [notes.other[1] ?? '', notes.keys[1] ?? ''], 'Nopea alku')
    for (const { page } of participants) {
      for (const name of ['Oma yhteyshenkilö (3)', 'Yksi ovi (2)', 'Nopea alku (2)']) {
        await expect(page.getByRole('heading', { name })).toBeVisible()
      }
    }
  })

  await test.step('they vote in secret, and see the result when it is shown', async () => {
    await goOn(facilitator, steps.vote)
    for (const person of participants) await followTo(person, steps.vote)
    await Promise.all([
      vote(desk, 'Oma yhteyshenkilö'),
      vote(other, 'Yksi ovi'),
      vote(phone, 'Oma yhteyshenkilö'),
      vote(keys, 'Oma yhteyshenkilö').then(() => vote(keys, 'Nopea alku')),
    ])
    await expect(owner.getByText('4 on äänestänyt')).toBeVisible()
    await owner.getByRole('button', { name: /^Näytä tulos kaikille/ }).click()
    for (const { page } of [...participants, facilitator]) {
      await expect(page.getByRole('listitem').filter({ hasText: 'Oma yhteyshenkilö' }).filter({ hasText: '3 ääntä' }).first()).toBeVisible()
    }
  })

  await test.step('the facilitator makes it a decision, and carries it on to the agreement', async () => {
    await goOn(facilitator, steps.decide)
    await owner.goto(`${room}/decisions`)
    await decide(facilitator, { from: 'Oma yhteyshenkilö', text: decision, owner: 'Oulainen', due: '2027-03-31' })
    for (const { page } of participants) await expect(page.getByText(decision, { exact: true }).first()).toBeVisible()
    await carryOn(facilitator, artefacts.agreement, 'Ehdotettu kohta')
    await owner.goto(`${room}/run`)
  })

  await test.step('everybody gives feedback, and the workshop ends', async () => {
    await goOn(facilitator, steps.feedback)
    for (const person of participants) await followTo(person, steps.feedback)
    await Promise.all(participants.map((person) => giveFeedback(person, [5, 4, 4], 'Sain sanottua asiani.')))
    await endWorkshop(facilitator)
    for (const person of participants) await followTo(person, 'Kiitos, että olit mukana')
  })

  await test.step('the report has written itself; a version of it is taken and exported', async () => {
    await owner.goto(room)
    await owner.getByRole('button', { name: 'Tee raportti' }).click()
    await expect(owner.getByRole('heading', { name: 'Kuntakierros, Oulainen: raportti', level: 1 })).toBeVisible()
    await expectSaved(owner)
    await owner.getByRole('link', { name: 'Versiot' }).click()
    await owner.getByRole('button', { name: 'Ota versio' }).click()
    await owner.getByRole('dialog').getByLabel('Nimi').fill('Rahoittajalle')
    await owner.getByRole('dialog').getByRole('button', { name: 'Ota versio' }).click()
    await owner.getByRole('heading', { name: 'Rahoittajalle' }).getByRole('link').click()
    await owner.getByRole('button', { name: 'Lataa tiedostona' }).click()
    const link = owner.getByRole('dialog').getByRole('link', { name: /PDF – saavutettava/ })
    const [file] = await Promise.all([owner.waitForEvent('download'), link.click()])
    const text = wordsOf(await file.path())
    for (const words of ['Työpajaan osallistui 4 henkilöä', 'Oma yhteyshenkilö', decision, 'Sain sanottua asiani', ...Object.values(steps)]) {
      expect(text).toContain(words)
    }
    expect(text).not.toContain(heldBack)
    expect(text).not.toContain('Virkailija')
  })

  await test.step('the agreement has the decision as a proposed clause', async () => {
    await openProject(owner)
    await openArtefact(owner, artefacts.agreement)
    await expect(owner.getByText(decision).first()).toBeVisible()
  })
  for (const { page } of participants) await page.context().close()
})

async function pageOf(browser: Browser, server: RunningServer, options: Parameters<typeof newBrowser>[2] = {}) {
  return (await newBrowser(browser, server, options)).newPage()
}

/** Without ends of lines and hyphens at them, so that words in narrow columns are found too. */
function wordsOf(pdf: string): string {
  const read = execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  return read.replaceAll(/\u00ad\s+/g, '').replaceAll(/\s+/g, ' ')
}
