const REASONS = [
  'no headline, no text, no section, no byline, no address of its own',
  'an empty block; a card, a link or a sign-up that leads nowhere',
  'words of others without their name, their page and the terms on which they are printed',
  'an embargo that has not ended, a signature or an approval that is missing',
]

/** What no paper may weigh: said, so that nobody looks for it above. */
export function NeverGoesOut() {
  return (
    <section aria-labelledby="never">
      <h2 id="never" className="font-semibold text-base">
        What never goes out
      </h2>
      <p className="mt-1 mb-2 text-pretty text-ink-soft text-sm">
        Nobody can weigh these, and no reason passes over them. What a template asks for is set with the template.
      </p>
      <ul className="list-disc space-y-1 pl-5 text-ink-soft text-sm marker:text-ink-faint">
        {REASONS.map((reason) => (
          <li key={reason} className="text-pretty">
            {reason}
          </li>
        ))}
      </ul>
    </section>
  )
}
