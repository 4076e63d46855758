import { describe, expect, test } from 'vitest'
import { findAlikeNotes } from '../../../../app/artefacts/shared/alike-notes'

const notesOf = (texts: readonly string[]) => texts.map((text) => ({ id: text, text }))
/** The groups that are found, each as the texts of its notes. */
const found = (...texts: string[]) => findAlikeNotes(notesOf(texts)).map(({ ids }) => ids)

describe('notes that say nearly the same are found', () => {
  test('in Finnish, whatever the case, the punctuation and the endings', () => {
    expect(
      found(
        'Yhteinen päivystys',
        'Nuorten etsivä työ',
        'Yhteiset päivystykset!',
        'YHTEISTÄ PÄIVYSTYSTÄ',
        'Kuljetukset syrjäkyliltä',
        'Etsivää nuorisotyötä lisää',
      ),
    ).toEqual([['Yhteinen päivystys', 'Yhteiset päivystykset!', 'YHTEISTÄ PÄIVYSTYSTÄ']])
  })

  test('in Swedish', () => {
    expect(found('Gemensamma utbildningar', 'Gemensam utbildning', 'Kortare väntetider', 'Kortare väntetid')).toEqual([
      ['Gemensamma utbildningar', 'Gemensam utbildning'],
      ['Kortare väntetider', 'Kortare väntetid'],
    ])
  })

  test('in English', () => {
    expect(found('Shared training days', 'Share a training day', 'One phone number')).toEqual([
      ['Shared training days', 'Share a training day'],
    ])
  })

  test('with a slip of the finger in them', () => {
    expect(found('Kuljetukset toimimaan', 'Kuljetuskset toimimaan', 'Rahoitus epävarmaa')).toHaveLength(1)
  })

  test('also when they are word for word the same', () => {
    expect(found('Raha', 'raha', 'Aika').at(0)).toEqual(['Raha', 'raha'])
  })
})

describe('notes that only look alike are left apart', () => {
  test('what says that something is, and that it is not', () => {
    expect(found('Palvelut ovat lähellä', 'Palvelut eivät ole lähellä')).toEqual([])
    expect(found('Vi har tid', 'Vi har inte tid')).toEqual([])
  })

  test('what shares a word that is in every note', () => {
    expect(found('Palvelut keskustaan', 'Palvelut verkkoon', 'Palvelut nuorille', 'Palvelut omalla kielellä')).toEqual([])
  })

  test('what is empty, or nothing but signs', () => {
    expect(found('', ' ', '!!!', '???')).toEqual([])
  })
})

test('a group is named by the note that is most like the others', () => {
  const [group] = findAlikeNotes(
    notesOf(['Matalan kynnyksen kohtaamispaikka kunnan keskustaan', 'Matalan kynnyksen kohtaamispaikka', 'Matala kynnys, kohtaamispaikka']),
  )
  expect(group?.name).toBe('Matalan kynnyksen kohtaamispaikka')
})

test('each note is in one group at most', () => {
  const ids = findAlikeNotes(notesOf(['a b c d', 'a b c e', 'a b f e', 'a g f e', 'h g f e'])).flatMap((group) => group.ids)
  expect(new Set(ids).size).toBe(ids.length)
})

test('three hundred notes are compared in a moment', () => {
  const subjects = ['kuljetus', 'rahoitus', 'tiedotus', 'koulutus', 'tulkkaus', 'päivystys', 'kohtaamispaikka', 'asuminen', 'työpaja', 'neuvonta']
  const notes = Array.from({ length: 300 }, (_, index) => ({
    id: `n${index}`,
    text: `${subjects[index % 10]} ${subjects[(index * 7) % 9]} alueella ${index % 23} ja yhteistyö kunta${index % 31}n kanssa`,
  }))
  const start = performance.now()
  findAlikeNotes(notes)
  expect(performance.now() - start).toBeLessThan(3_000)
})
