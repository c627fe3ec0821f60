// Loaded before everything else by a process whose wall clock is to be wrong: it jumps by up to fifty minutes, to and fro, every
// half second. The clock that timers run by is not touched, as on a machine whose time somebody sets.
const RealDate = Date
const MOST_MILLISECONDS = 50 * 60_000
const JUMP_EVERY_MILLISECONDS = 500

function shifted(): number {
  const real = RealDate.now()
  return real + Math.round(Math.sin(Math.floor(real / JUMP_EVERY_MILLISECONDS) * 12.9898) * MOST_MILLISECONDS)
}

class WrongDate extends RealDate {
  constructor(...parameters: [] | [number | string | Date]) {
    if (parameters.length === 0) super(shifted())
    else super(...(parameters as [number]))
  }
  static override now(): number {
    return shifted()
  }
}

globalThis.Date = WrongDate as DateConstructor
