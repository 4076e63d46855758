import { createInstance } from 'i18next'
import type { Messages, Translate } from '../artefacts/kind'
import type { Namespace, TranslateIn } from './catalogue'
import type { Language } from './languages'

/** The words of one language, by namespace. */
export type Words = Record<Namespace, Messages>

export interface Translator {
  language: Language
  in<Name extends Namespace>(namespace: Name): TranslateIn<Name>
}

/** Says the app's words in one language. A missing key shows itself as the key; a test finds it first. */
export function createTranslator(language: Language, words: Words): Translator {
  const instance = start(language, words as unknown as Record<string, Messages>)
  return {
    language,
    in: (namespace) => instance.getFixedT(language, namespace) as unknown as TranslateIn<typeof namespace>,
  }
}

/** Says the words of one kind of artefact. */
export function createKindTranslate(language: Language, messages: Messages): Translate {
  const say = start(language, { kind: messages }).getFixedT(language, 'kind')
  return (key, values) => String(say(key, { ...values }))
}

function start(language: Language, namespaces: Record<string, Messages>) {
  const instance = createInstance()
  void instance.init({
    lng: language,
    fallbackLng: false,
    ns: Object.keys(namespaces),
    resources: { [language]: namespaces },
    // React and the writers escape; done here too, "&" would show as "&amp;".
    interpolation: { escapeValue: false },
    initAsync: false,
    showSupportNotice: false,
  })
  return instance
}
