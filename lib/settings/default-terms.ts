/** On what terms articles are given away where the paper has not written its own. */
export const DEFAULT_TERMS = `You may print this article, online or on paper, without asking and without paying.
Keep the names of the authors and the credit line, with its link to the original.
Do not change what it says. You may shorten it and write another headline.
Pictures are not part of it: they are not ours to give.
If we correct or withdraw the article, do the same.`
