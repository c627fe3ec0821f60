import { SettingGroup } from '@/components/newsroom/settings/setting-group'

const LINES = [
  'Lines of the audit log, for ever. A refused sign-in is there with the network address that it came from, and a link for somebody outside with what it was called. The database lets nobody change or remove a line, administrators neither: a record that could be changed would prove nothing. Of a reader who was exported or erased it has a code that nobody can read the address from.',
  'What journalists write: articles, notes, claims, replies and sources. It is not looked through here, because the law protects it, sources above all.',
  'Copies of the database that were made before. Whoever puts one back erases again what was erased since: the audit log says when.',
] as const

/** What neither erasing nor time removes, and why. */
export function WhatStays() {
  return (
    <SettingGroup title="What stays">
      <ul className="list-disc space-y-2 pl-5 text-ink-soft text-sm">
        {LINES.map((line) => (
          <li key={line} className="text-pretty">
            {line}
          </li>
        ))}
      </ul>
    </SettingGroup>
  )
}
