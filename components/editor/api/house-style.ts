import type { HouseStyle } from '@/lib/house-style/readers'
import { request } from './request'

/** The rules that are switched on, and the words of the house dictionary. */
export function readHouseStyle(): Promise<HouseStyle> {
  return request('/api/house-style')
}

/** Puts a word into the house dictionary. @returns 0 when it was in it already */
export function addToDictionary(word: string): Promise<{ added: number }> {
  return request('/api/house-style/words', { method: 'POST', body: { words: word } })
}
