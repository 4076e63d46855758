import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { LatestSender, type SendOutcome, type SendState } from '../../latest-sender'

/** A sender for as long as the component is there; what waits goes as soon as the browser has a network again. */
export function useSender<Value>(send: (value: Value) => Promise<SendOutcome>): { give(value: Value): void; state: SendState } {
  const [state, setState] = useState<SendState>('taken')
  const sender = useRef<LatestSender<Value>>(undefined)
  const sendNow = useEffectEvent(send)
  useEffect(() => {
    const made = new LatestSender<Value>((value) => sendNow(value), setState)
    sender.current = made
    const retry = () => made.retry()
    window.addEventListener('online', retry)
    return () => {
      window.removeEventListener('online', retry)
      made.close()
    }
  }, [])
  const give = useCallback((value: Value) => sender.current?.give(value), [])
  return useMemo(() => ({ give, state }), [give, state])
}
