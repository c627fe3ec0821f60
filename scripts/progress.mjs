// Lines that say what is being done and for how long. Plain JavaScript: it runs before packages are installed.

const indent = '  '

/**
 * Does some work under a line with its name and seconds. A terminal shows the seconds passing; a log gets a line every 15 seconds.
 *
 * @template T
 * @param {string} name what is being done: "Installing packages"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const begun = Date.now()
  const seconds = () => Math.floor((Date.now() - begun) / 1000)
  const isTerminal = process.stdout.isTTY
  const tick = isTerminal
    ? setInterval(() => process.stdout.write(`\r${indent}${name} … ${seconds()} s`), 1000)
    : setInterval(() => process.stdout.write(`${indent}${name} … ${seconds()} s\n`), 15_000)
  try {
    const result = await work()
    finish(`${name}, ${((Date.now() - begun) / 1000).toFixed(1)} s`)
    return result
  } catch (error) {
    finish(`${name}: failed after ${seconds()} s`)
    throw error
  } finally {
    clearInterval(tick)
  }

  /** @param {string} words */
  function finish(words) {
    clearInterval(tick)
    process.stdout.write(isTerminal ? `\r\x1b[K${indent}${words}\n` : `${indent}${words}\n`)
  }
}
