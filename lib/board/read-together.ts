type Flight = { running: Promise<unknown>; next: Promise<unknown> | null }

const key = Symbol.for('standfirst.board.flights')
const kept = globalThis as unknown as { [key]?: Map<string, Flight> }

/**
 * Everybody who asks for the same while it is being read shares the next reading: after a change all open boards ask at once. Nobody gets
 * a reading that began before they asked, because it may have missed what they heard of.
 */
export function readTogether<Result>(name: string, read: () => Promise<Result>): Promise<Result> {
  kept[key] ??= new Map()
  const flights = kept[key]
  const flight = flights.get(name)
  if (flight === undefined) {
    const started: Flight = { running: read(), next: null }
    flights.set(name, started)
    void end(flights, name, started)
    return started.running as Promise<Result>
  }
  flight.next ??= flight.running
    .catch(() => undefined)
    .then(() => {
      const started: Flight = { running: read(), next: null }
      flights.set(name, started)
      void end(flights, name, started)
      return started.running
    })
  return flight.next as Promise<Result>
}

async function end(flights: Map<string, Flight>, name: string, flight: Flight): Promise<void> {
  await flight.running.catch(() => undefined)
  if (flights.get(name) === flight && flight.next === null) flights.delete(name)
}
