import { useMemo } from 'react'

/**
 * The same object for as long as it says the same, as JSON: for what is made anew with every key that somebody types and
 * seldom says anything else.
 */
export function useSame<Value>(value: Value): Value {
  const key = JSON.stringify(value)
  // eslint-disable-next-line react-hooks/exhaustive-deps -- what is in the value is in its key
  return useMemo(() => value, [key])
}
