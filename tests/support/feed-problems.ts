import { parseFeed } from 'feedsmith'
import { validateXML } from 'xmllint-wasm'

type Entry = { id: string | undefined; address: string | undefined; at: string | undefined; html: string | undefined }

/** An answer of any root: what it says is that the text is XML. */
const ANY_XML = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  ${['rss', 'feed']
    .map(
      (name) =>
        `<xs:element name="${name}"><xs:complexType><xs:sequence>
          <xs:any processContents="skip" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
          <xs:anyAttribute processContents="skip"/></xs:complexType></xs:element>`,
    )
    .join('')}
</xs:schema>`

/** What a feed leaves out that its format asks for (RSS 2.0, RFC 4287, JSON Feed 1.1), or says that cannot be true. */
export async function feedProblems(text: string, type: string, origin: string): Promise<string[]> {
  const notXml = type.includes('json') ? [] : await xmlProblems(text)
  if (notXml.length > 0) return notXml
  const { head, entries } = read(text)
  const ids = entries.map(({ id }) => id)
  return [
    ...Object.entries(head).flatMap(([name, value]) => (value ? [] : [`the feed has no ${name}`])),
    ...entries.flatMap(({ id, address, at, html }) => [
      ...(/^(?:urn:uuid:|https?:)\S+$/.test(id ?? '') ? [] : [`${id} is no id`]),
      ...(address?.startsWith(`${origin}/`) ? [] : [`${id} has no address of ours: ${address}`]),
      ...(at !== undefined && !Number.isNaN(Date.parse(at)) && Date.parse(at) < Date.now()
        ? []
        : [`${id} is of ${at}`]),
      ...(html ? [] : [`${id} has no words`]),
    ]),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} is there twice`),
  ]
}

/** The texts of a feed, each as HTML. */
export function textsIn(text: string): { id: string; html: string }[] {
  return read(text).entries.map(({ id = '', html = '' }) => ({ id, html }))
}

/** XML of no namespace that the schema knows stands where Atom has its own: its names are taken for ours. */
async function xmlProblems(text: string): Promise<string[]> {
  const contents = text.replace(' xmlns="http://www.w3.org/2005/Atom"', '')
  const { errors } = await validateXML({
    xml: [{ fileName: 'feed.xml', contents }],
    schema: [{ fileName: 'any.xsd', contents: ANY_XML }],
  })
  return errors.map(({ message }) => message)
}

function read(text: string): { head: Record<string, unknown>; entries: Entry[] } {
  const parsed = parseFeed(text)
  if (parsed.format === 'rss') {
    const { title, link, description, language, items = [], atom } = parsed.feed
    const entries = items.map(({ guid, link: address, pubDate, content }) => ({
      ...{ id: guid?.value, address, at: pubDate, html: content?.encoded },
    }))
    return { head: { title, link, description, language, self: atom?.links?.[0]?.href }, entries }
  }
  if (parsed.format === 'atom') {
    const { id, title, updated, links = [], entries = [] } = parsed.feed
    const read = entries.map((entry) => ({
      id: entry.id,
      address: entry.links?.find(({ rel = 'alternate' }) => rel === 'alternate')?.href,
      at: entry.updated,
      html: entry.authors?.[0]?.name === undefined || !entry.title ? undefined : entry.content?.value,
    }))
    return { head: { id, title, updated, self: links.find(({ rel }) => rel === 'self')?.href }, entries: read }
  }
  if (parsed.format !== 'json') throw new Error(`This is a feed in ${parsed.format}`)
  const { title, home_page_url, feed_url, language, items = [] } = parsed.feed
  const entries = items.map((item) => ({
    ...{ id: item.id, address: item.url, at: item.date_published, html: item.content_html },
  }))
  return { head: { title, home_page_url, feed_url, language }, entries }
}
