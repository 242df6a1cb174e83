import { brokenYaml, duplicateKey, tooMuch, unrenderedTemplate } from '../rules/input';
import type { Mapping, Path } from '../rules/read';
import type { Severity } from '../rules/rule';
import type { InputProblem, Role } from './input';
import { objectsOf } from './objects';
import type { Source } from './source';
import { YamlProblem } from './yaml/events';
import { Duplicate, readDocument } from './yaml/read-document';
import { DocumentText, splitDocuments } from './yaml/split';

/** Where an object came from. */
export interface Place {
  readonly source: Source;
  readonly document: DocumentText;
  /** Leads to the object within the document: items of a list have one. */
  readonly path: Path;
}

export interface PlacedObject {
  readonly body: Mapping;
  readonly place: Place;
}

/** What one input holds. */
export interface ReadSource {
  readonly objects: readonly PlacedObject[];
  readonly problems: readonly InputProblem[];
  readonly documents: number;
  /** How many of the documents hold no object of Kubernetes, or are not to be checked. */
  readonly skipped: number;
}

/** What only a template engine reads: Helm's, and those that write `{%`. */
const TEMPLATE = /\{\{|\{%/;

/** What is Helm's for certain, even where it is valid YAML; a comment may say what it likes. */
const HELM = /^(?![ \t]*#)[^\n]*?(?=\{\{-?\s*(?:\.(?:Values|Release|Chart|Capabilities|Files)\b|(?:include|template|define)\s+"))/m;

/** Reads the documents of a text. One that cannot be read does not hide the others. */
export function readSource(source: Source, role?: Role): ReadSource {
  const documents = splitDocuments(source.text);
  if (role === 'patch' || (role === 'found json' && !/"(kind|apiVersion)"\s*:/.test(source.text))) {
    return { objects: [], problems: [], documents: documents.length, skipped: documents.length };
  }
  if (role === 'chart template' && TEMPLATE.test(source.text)) {
    return templateOnly(documents, source.text.search(TEMPLATE));
  }
  const objects: PlacedObject[] = [];
  const problems: InputProblem[] = [];
  let skipped = 0;
  for (const document of documents) {
    try {
      const { value, duplicates } = readDocument(document.text);
      const found = objectsOf(value);
      const braces = found.length > 0 && document.text.includes('{{') ? HELM.exec(document.text) : null;
      if (braces !== null) {
        return templateOnly(documents, document.start + braces.index + braces[0].length);
      }
      objects.push(...found.map(({ body, path }) => ({ body, place: { source, document, path } })));
      problems.push(...duplicates.map((duplicate) => duplicateProblem(duplicate, document, source)));
      skipped += found.length === 0 ? 1 : 0;
    } catch (error) {
      if (!(error instanceof YamlProblem)) {
        throw error;
      }
      if (!error.tooMuch && TEMPLATE.test(document.text)) {
        return templateOnly(documents, document.start + document.text.search(TEMPLATE));
      }
      problems.push(brokenProblem(error, document, speaksOfDapr(source.text)));
      skipped++;
    }
  }
  return { objects, problems, documents: documents.length, skipped };
}

/** One finding for the file, and nothing judged in it. */
function templateOnly(documents: readonly DocumentText[], start: number): ReadSource {
  const problem: InputProblem = {
    rule: unrenderedTemplate,
    severity: unrenderedTemplate.severity,
    message: 'this is a template that was not rendered, so nothing in this file was checked',
    start,
    end: start + 2,
  };
  return { objects: [], problems: [problem], documents: documents.length, skipped: documents.length };
}

function brokenProblem(problem: YamlProblem, document: DocumentText, isDapr: boolean): InputProblem {
  // What is missing at the end is shown behind the last thing that is there.
  const start = document.start + Math.min(problem.offset, Math.max(document.text.trimEnd().length - 1, 0));
  return problem.tooMuch
    ? {
        rule: tooMuch,
        severity: tooMuch.severity,
        message: `this document was not checked: ${problem.message}`,
        start,
        end: start,
        document,
      }
    : {
        rule: brokenYaml,
        severity: isDapr ? 'error' : 'warning',
        message: `this document is no YAML that can be read: ${problem.message}`,
        start,
        end: start,
        document,
      };
}

function duplicateProblem({ key, offset, first, same }: Duplicate, document: DocumentText, source: Source): InputProblem {
  const earlier = source.positionOf(document.start + first).line;
  const severity: Severity = same || !speaksOfDapr(document.text) ? 'warning' : 'error';
  const start = document.start + offset;
  return {
    rule: duplicateKey,
    severity,
    message: `'${key}' is set already in line ${earlier}: ${same ? 'both say the same' : 'the later one counts, the earlier is dropped'}`,
    start,
    end: start + key.length,
    document,
  };
}

/** What never mentions Dapr may be no manifest at all, or one that is no business of ours. */
function speaksOfDapr(text: string): boolean {
  return /dapr/i.test(text);
}
