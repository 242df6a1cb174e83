/**
 * Reads a release of Dapr and says what the catalog would have to say otherwise: types, keys and how they are parsed, annotations, custom
 * resources, values of the chart. Nothing is changed; a maintainer reads the report.
 *
 *     npm run catalog:update -- 1.18.3                     prints the report
 *     npm run catalog:update -- 1.19.0 --out report.md     writes it
 *
 * Needs Go, which builds a program of the release with all its components the first time. Ends with status 1 where something is open that
 * catalog/explained-differences.yaml does not explain, and with 2 where the release cannot be read.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { componentDifferences } from './catalog-update/components';
import { declaredDifferences } from './catalog-update/declared';
import { Difference, minorOf } from './catalog-update/difference';
import { explain, Explanations } from './catalog-update/explained';
import { declaredComponents, releasedAnnotations, releasedComponents, releasedShapes, releasedValues } from './catalog-update/release';
import { Area, report } from './catalog-update/report';
import { resourceDifferences, Shapes } from './catalog-update/resources';
import { annotationDifferences, valueDifferences } from './catalog-update/tables';
import { DAPR } from './real/dapr';

const catalog = (file: string): any => load(readFileSync(join(__dirname, '../catalog', file), 'utf8'));

function shapesOfCatalog(): Shapes {
  const files = readdirSync(join(__dirname, '../catalog/crds')).filter((file) => file.endsWith('.yaml'));
  return Object.fromEntries(
    files
      .map((file) => catalog(join('crds', file)))
      .map(({ kind, versions }) => [
        kind,
        Object.fromEntries(versions.map(({ name, schema }: { name: string; schema: object }) => [name, schema])),
      ]),
  );
}

/** The areas of the report. */
function areas(version: string): Area[] {
  const minor = minorOf(version);
  const explanations: { [area: string]: Explanations | undefined } = catalog('explained-differences.yaml');
  const area = (title: string, name: string, found: Difference[]): Area => ({ title, found: explain(found, explanations[name] ?? {}) });
  const described = releasedComponents(DAPR);
  return [
    area('Components', 'components', componentDifferences(releasedComponents(version), described, minor)),
    area(
      'Declarations (metadata.yaml)',
      'declarations',
      declaredDifferences(declaredComponents(version), declaredComponents(DAPR), version, DAPR),
    ),
    area('Annotations', 'annotations', annotationDifferences(releasedAnnotations(version), catalog('annotations.yaml'), minor)),
    area('Custom resources', 'resources', resourceDifferences(releasedShapes(version), shapesOfCatalog(), minor)),
    area('Values of the chart', 'values', valueDifferences(releasedValues(version), catalog('control-plane.yaml').values, minor)),
  ];
}

function main([version, ...options]: string[]): number {
  if (version === undefined || (options.length > 0 && !(options.length === 2 && options[0] === '--out'))) {
    console.error('catalog:update takes the version of a release, such as 1.18.3, and --out FILE');
    return 2;
  }
  try {
    const found = areas(version);
    const text = report(version, found);
    if (options.length > 0) {
      writeFileSync(options[1], text);
      console.log(text.split('\n')[2]);
    } else {
      console.log(text);
    }
    return found.some(({ found: { open } }) => open.length > 0) ? 1 : 0;
  } catch (error) {
    console.error(`catalog:update: ${(error as Error).message}`);
    return 2;
  }
}

process.exitCode = main(process.argv.slice(2));
