import { DEFAULT_SCALAR_STYLE_RULES, dump, SCALAR_STYLE, ScalarStyleRule } from 'js-yaml';

/**
 * YAML that every reader of YAML 1.1 reads back as it was, whatever the texts; documents are separated by `---`.
 *
 * js-yaml writes what the specification asks for. Readers that take more for a number, a date or a mark than it says get those texts in quotes.
 */
export function exactYaml(documents: readonly object[]): string {
  return documents.map((document) => dump(document, OPTIONS)).join('---\n');
}

const quoteDoubtful: ScalarStyleRule = (layout) => {
  if (layout.style === SCALAR_STYLE.PLAIN && layout.node.tag === 'tag:yaml.org,2002:str' && DOUBTFUL.test(layout.node.value)) {
    layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
  }
};

/** In turn: like a number, like a date, like the mark of a document, several lines of which one is blank or begins with one. */
const DOUBTFUL = /^[-+]?(?:[.\d][\d_.]*(?:[eE][-+]?\d*)?|\.?[eE][-+]?\d+)$|^\d{4}-\d|^(?:---|\.\.\.)|^[\t ][^]*\n|\n[\t ]*$/;

/** What js-yaml is called with. */
export const OPTIONS = {
  noRefs: true,
  lineWidth: -1,
  quoteStyle: 'double',
  scalarStyleRules: [quoteDoubtful, ...Object.values(DEFAULT_SCALAR_STYLE_RULES)],
} as const;
