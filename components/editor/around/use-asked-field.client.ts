import { useEffect, useRef } from 'react'

/** Opens the field that the address of the page names, `?field=sourceUrl`, once the editor is there. */
export function useAskedField(isReady: boolean, goToField: (field: string) => void): void {
  const go = useRef(goToField)
  go.current = goToField
  useEffect(() => {
    if (!isReady) return
    const field = new URLSearchParams(window.location.search).get('field')
    if (field !== null) go.current(field)
  }, [isReady])
}
