'use client'

import { useEffect, useRef } from 'react'
import { type Command, offerCommands } from './command-store'

/**
 * Puts commands into the palette and the list of keys while a component is shown. They may be made anew at every rendering:
 * what is offered changes when an id, a label, keys or availability does, and `run` is always the latest.
 */
export function useCommands(commands: readonly Command[]): void {
  const latest = useRef(commands)
  latest.current = commands
  const shape = JSON.stringify(commands)
  useEffect(() => {
    const offered = (JSON.parse(shape) as Omit<Command, 'run'>[]).map((command) => ({
      ...command,
      run: () => latest.current.find(({ id }) => id === command.id)?.run(),
    }))
    return offerCommands(offered)
  }, [shape])
}
