import { z } from 'zod'

export type Bounds = { readonly least: number; readonly most: number }

/** A whole number that somebody writes into a form. @param unit what is counted: "days" */
export function wholeNumber(unit: string, { least, most }: Bounds) {
  const sentence = `Write a number of ${unit} from ${least} to ${most}.`
  return z.number({ error: sentence }).int(sentence).min(least, sentence).max(most, sentence)
}
