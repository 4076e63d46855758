import { describe, expect, test } from 'vitest'
import { readNameList } from '../../../app/projects/organisation-list'
import { newProjectSchema, templateField } from '../../../app/projects/project-form'

describe('a list of names', () => {
  test('is read one a line, as it is pasted from anywhere', () => {
    expect(readNameList('Haapavesi\r\n- Oulainen\n• Nivala;\n3. Sievi\n\n  Kalajoki  \nOulainen')).toEqual([
      'Haapavesi',
      'Oulainen',
      'Nivala',
      'Sievi',
      'Kalajoki',
    ])
  })

  test('keeps markup as text, drops what cannot be seen, and shortens what is too long', () => {
    expect(readNameList('<b>Kunta</b>\u202e')).toEqual(['<b>Kunta</b>'])
    expect(readNameList('x'.repeat(500))[0]).toHaveLength(120)
  })

  test('has an end', () => {
    expect(
      readNameList(Array.from({ length: 5000 }, (_, index) => `Kunta ${index}`).join('\n')),
    ).toHaveLength(200)
  })
})

describe('the form of a new project', () => {
  const fields = { municipality: '', authority: '', 'third-sector': '', education: '', business: '' }

  test('reads organisations by type', () => {
    const form = newProjectSchema.parse({
      ...fields,
      name: 'Hanke',
      municipality: 'Sievi\nNivala',
      authority: 'Kela',
    })
    expect(form).toEqual({
      name: 'Hanke',
      purpose: '',
      template: null,
      organisations: [
        { name: 'Sievi', type: 'municipality' },
        { name: 'Nivala', type: 'municipality' },
        { name: 'Kela', type: 'authority' },
      ],
    })
  })

  test('needs a name and nothing else', () => {
    expect(newProjectSchema.safeParse({ name: 'Hanke' }).success).toBe(true)
    expect(newProjectSchema.safeParse({ ...fields, name: ' ' }).success).toBe(false)
  })

  test.each(['nosuch/template', 'agreement', 'agreement/', '__proto__/x', '../x'])(
    'knows no template %s',
    (value) => {
      expect(templateField.safeParse(value).success).toBe(false)
    },
  )
})
