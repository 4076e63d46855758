import { createContext, useContext, useMemo, type ReactNode } from 'react'
import type { Namespace, TranslateIn } from './catalogue'
import { defaultLanguage, type Language } from './languages'
import { createTranslator, type Translator, type Words } from './translator'

const TranslatorContext = createContext<Translator | null>(null)

export function TranslatorProvider(props: { language: Language; words: Words; children: ReactNode }) {
  const { language, words, children } = props
  const translator = useMemo(() => createTranslator(language, words), [language, words])
  return <TranslatorContext value={translator}>{children}</TranslatorContext>
}

/** Says the words of one namespace in the page's language. */
export function useTranslate<Name extends Namespace>(namespace: Name): TranslateIn<Name> {
  const translator = useContext(TranslatorContext)
  return useMemo(() => {
    if (translator) return translator.in(namespace)
    throw new Error('useTranslate needs a TranslatorProvider above it')
  }, [translator, namespace])
}

/** The same, where words may be missing altogether: on the page shown after a fault. */
export function useOptionalTranslate<Name extends Namespace>(namespace: Name): TranslateIn<Name> | undefined {
  const translator = useContext(TranslatorContext)
  return useMemo(() => translator?.in(namespace), [translator, namespace])
}

export function useLanguage(): Language {
  return useContext(TranslatorContext)?.language ?? defaultLanguage
}
