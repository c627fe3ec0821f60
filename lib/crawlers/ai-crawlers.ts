/**
 * What a program takes pages for:
 * - `training`: what it takes is used to train models, or is passed on to those who do
 * - `answers`: it looks up pages to answer somebody, then and there or from an index of its own
 */
type AiPurpose = 'training' | 'answers'

type AiCrawler = {
  /** As it calls itself in robots.txt (RFC 9309, 2.2.1). */
  token: string
  operator: string
  purpose: AiPurpose
}

/**
 * Programs of AI companies that say that they follow robots.txt, or are known by name all the same. What they take pages for is what their
 * operators say of them: platform.openai.com/docs/bots, support.anthropic.com (article 8896518), developers.google.com/crawling,
 * support.apple.com/119829, developers.facebook.com/docs/sharing/webmasters, docs.perplexity.ai/guides/bots, commoncrawl.org/ccbot,
 * developer.amazon.com/amazonbot, docs.mistral.ai/robots, allenai.org/crawler; where an operator says nothing, what the list
 * github.com/ai-robots-txt/ai.robots.txt says. Looked through in November 2026. Some take pages for both: they count as training, so
 * that who forbids that is obeyed.
 *
 * Google-Extended and Applebot-Extended fetch nothing: they are names by which what was fetched for search is kept out of models.
 */
export const AI_CRAWLERS: readonly AiCrawler[] = [
  { token: 'GPTBot', operator: 'OpenAI', purpose: 'training' },
  { token: 'ClaudeBot', operator: 'Anthropic', purpose: 'training' },
  { token: 'anthropic-ai', operator: 'Anthropic', purpose: 'training' },
  { token: 'Google-Extended', operator: 'Google', purpose: 'training' },
  { token: 'Applebot-Extended', operator: 'Apple', purpose: 'training' },
  { token: 'meta-externalagent', operator: 'Meta', purpose: 'training' },
  { token: 'FacebookBot', operator: 'Meta', purpose: 'training' },
  { token: 'Amazonbot', operator: 'Amazon', purpose: 'training' },
  { token: 'Bytespider', operator: 'ByteDance', purpose: 'training' },
  { token: 'CCBot', operator: 'Common Crawl', purpose: 'training' },
  { token: 'cohere-training-data-crawler', operator: 'Cohere', purpose: 'training' },
  { token: 'DeepSeekBot', operator: 'DeepSeek', purpose: 'training' },
  { token: 'AI2Bot', operator: 'Ai2', purpose: 'training' },
  { token: 'Diffbot', operator: 'Diffbot', purpose: 'training' },
  { token: 'PanguBot', operator: 'Huawei', purpose: 'training' },
  { token: 'omgili', operator: 'Webz.io', purpose: 'training' },
  { token: 'OAI-SearchBot', operator: 'OpenAI', purpose: 'answers' },
  { token: 'ChatGPT-User', operator: 'OpenAI', purpose: 'answers' },
  { token: 'Claude-SearchBot', operator: 'Anthropic', purpose: 'answers' },
  { token: 'Claude-User', operator: 'Anthropic', purpose: 'answers' },
  { token: 'PerplexityBot', operator: 'Perplexity', purpose: 'answers' },
  { token: 'Perplexity-User', operator: 'Perplexity', purpose: 'answers' },
  { token: 'meta-externalfetcher', operator: 'Meta', purpose: 'answers' },
  { token: 'MistralAI-User', operator: 'Mistral', purpose: 'answers' },
  { token: 'DuckAssistBot', operator: 'DuckDuckGo', purpose: 'answers' },
  { token: 'YouBot', operator: 'You.com', purpose: 'answers' },
  { token: 'cohere-ai', operator: 'Cohere', purpose: 'answers' },
]
