import { Search } from 'lucide-react'
import { Button } from '@/components/ui/button.client'
import { Input } from '@/components/ui/input.client'

/** Narrows the list by name; an ordinary form, so that the address says what is shown. */
export function BylineSearch({ words }: { words: string }) {
  return (
    <search>
      <form action="/desk/bylines" className="mb-4 flex gap-2">
        <Input
          type="search"
          name="q"
          key={words}
          defaultValue={words}
          aria-label="Search bylines"
          placeholder="Name"
          maxLength={120}
          icon={<Search aria-hidden="true" />}
          className="w-full sm:w-64"
        />
        <Button type="submit">Search</Button>
      </form>
    </search>
  )
}
