// Finds a Java for the tests that hand our pages to the validator of the W3C, which is written in it.
import { installFromDistribution, run } from './distribution.mjs'

/** The oldest that the validator runs on. */
const oldest = 17

/**
 * The command of a Java that is new enough, or null, said aloud, where there is none and none can be installed.
 *
 * @returns {string | null}
 */
export function findJava() {
  const { JAVA_HOME: home } = process.env
  const known = [...(home ? [`${home}/bin/java`] : []), 'java', '/usr/bin/java']
  if (process.env.CI && !known.some(isNewEnough)) installFromDistribution('default-jre-headless')
  const found = known.find(isNewEnough)
  if (found === undefined) console.warn(`Skipped: there is no Java ${oldest} or newer`)
  return found ?? null
}

/** @param {string} command */
function isNewEnough(command) {
  const { isDone, said } = run(command, ['-version'], 30)
  const [, version = '0'] = /version "(\d+)/.exec(said) ?? []
  return isDone && Number(version) >= oldest
}
