import { validateXML, type XMLFileInfo } from 'xmllint-wasm'

/** One schema for a sitemap or an index with the extensions that search engines read. */
function together(core: string): string {
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
    <xs:import namespace="http://www.sitemaps.org/schemas/sitemap/0.9" schemaLocation="${core}"/>
    <xs:import namespace="http://www.google.com/schemas/sitemap-image/1.1" schemaLocation="sitemap-image-old.xsd"/>
    <xs:import namespace="http://www.google.com/schemas/sitemap-news/0.9" schemaLocation="sitemap-news-old.xsd"/>
  </xs:schema>`
}

/** What is wrong with a sitemap by its schemas. */
export async function sitemapProblems(xml: string, schemas: readonly XMLFileInfo[]): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'sitemap.xml', contents: xml }],
    schema: [
      {
        fileName: 'together.xsd',
        contents: together(xml.includes('<sitemapindex') ? 'siteindex.xsd' : 'sitemap.xsd'),
      },
    ],
    preload: schemas,
  })
  return errors.map(({ message }) => message)
}
