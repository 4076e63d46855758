import { useEffect, useId, useRef } from 'react'
import { errorStyle } from '../../components/field-style'
import { useTranslate } from '../../i18n/use-translate'
import { layers, type Layer } from '../model/thread-list'
import { layerIcons } from './layer-mark'

interface LayerChoiceProps {
  chosen: Layer | undefined
  organisation: string
  isMissing: boolean
  onChoose(layer: Layer): void
}

/** Who is to see a new thread. Nothing is chosen beforehand, so that nothing is told to all by mistake. */
export function LayerChoice({ chosen, organisation, isMissing, onChoose }: LayerChoiceProps) {
  const t = useTranslate('remarks')
  const id = useId()
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (isMissing) first.current?.focus()
  }, [isMissing])
  return (
    <fieldset aria-describedby={isMissing ? `${id}-error` : undefined}>
      <legend className="mb-1 font-semibold">{t('layer.question')}</legend>
      <div className="flex flex-col gap-1.5">
        {layers.map((layer) => {
          const Icon = layerIcons[layer]
          const shape = layer === 'shared' ? 'rounded-xl' : 'rounded-sm border-dashed'
          return (
            <label
              key={layer}
              className={
                `flex min-h-11 cursor-pointer items-center gap-2.5 border border-line-strong bg-surface px-3 py-1.5 ${shape} ` +
                'has-checked:bg-accent-soft has-checked:outline-2 has-checked:outline-accent has-focus-visible:outline-3 ' +
                'has-focus-visible:outline-offset-2 has-focus-visible:outline-accent'
              }
            >
              <input
                ref={layer === 'shared' ? first : null}
                type="radio"
                name={id}
                checked={chosen === layer}
                onChange={() => onChoose(layer)}
                className="size-5 shrink-0 accent-accent"
              />
              <Icon aria-hidden className="size-4 shrink-0" />
              <span className="min-w-0 leading-snug">
                {layer === 'shared' ? (
                  t('layer.sharedExplained')
                ) : (
                  <span className="break-words">{t('layer.internalExplained', { organisation })}</span>
                )}
              </span>
            </label>
          )
        })}
      </div>
      <p id={`${id}-error`} role="alert" className={isMissing ? errorStyle : 'sr-only'}>
        {isMissing ? t('layer.missing') : ''}
      </p>
    </fieldset>
  )
}
