import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { has, run, tryRun } from '../process';
import { withPeers } from './generated';
import { expectedHello, folderFor, Place, textOf } from './place';
import { expectSame, NotTried, Tally } from '../tally';

export function checkJava(tally: Tally, place: Place): void {
  const folder = folderFor(place, 'java');
  const classes = join(folder, 'classes');
  const built = tally.check('a Java program compiles against the code and that of its peers, all generated from npm', () => {
    const missing = ['javac', 'mvn'].filter((program) => !has(program));
    if (missing.length > 0) {
      throw new NotTried(`there is no ${missing.join(' and no ')}`);
    }
    const generated = withPeers(place, 'java');
    const jars = runtime(folder, join(generated, 'pom.xml'));
    const program = join(place.root, 'examples/languages/java/HelloWorld.java');
    const sources = readdirSync(join(generated, 'src/main/java'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.java'))
      .map((entry) => join(entry.parentPath, entry.name));
    const list = join(folder, 'sources');
    // A file name may hold a `$`, which javac takes as it is, and a space, which it does not.
    writeFileSync(list, [...sources, program].map((file) => `"${file}"`).join('\n'));
    run('javac', ['-nowarn', '-proc:none', '-J-Xmx3g', '-cp', join(jars, '*'), '-d', classes, `@${list}`]);
    cpSync(join(generated, 'src/main/resources'), classes, { recursive: true });
    return `${sources.length} files`;
  });
  if (built) {
    tally.check('the first program in Java writes the YAML of TypeScript, byte for byte', () => {
      const out = join(folder, 'out');
      run('java', ['-cp', `${classes}:${join(folder, 'jars', '*')}`, 'HelloWorld'], { cwd: folder, env: { CDK8S_OUTDIR: out } });
      expectSame(textOf(out), expectedHello(place), 'what Java writes');
    });
  }
  tally.check('Maven finds what the published package would depend on', () => {
    throw new NotTried('Maven Central carries no cdk8s-plus-27 2.x, so that the Java package is code only: compiled here with its peers');
  });
}

/** The jars of jsii's runtime, from Maven. */
function runtime(folder: string, generatedPom: string): string {
  const version = /<artifactId>jsii-runtime<\/artifactId>\s*<version>\[([\d.]+),/.exec(readFileSync(generatedPom, 'utf8'))![1];
  const dependency = (group: string, artifact: string, number: string): string =>
    `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${number}</version></dependency>`;
  writeFileSync(
    join(folder, 'pom.xml'),
    `<project><modelVersion>4.0.0</modelVersion><groupId>check</groupId><artifactId>check</artifactId><version>1</version><dependencies>
${dependency('software.amazon.jsii', 'jsii-runtime', version)}
${dependency('org.jetbrains', 'annotations', '19.0.0')}
${dependency('javax.annotation', 'javax.annotation-api', '1.3.2')}
</dependencies></project>\n`,
  );
  const jars = join(folder, 'jars');
  const { status, stdout } = tryRun('mvn', ['-q', '-B', 'dependency:copy-dependencies', `-DoutputDirectory=${jars}`], { cwd: folder });
  if (status !== 0) {
    throw new NotTried(`jsii's runtime ${version} is not to be had from Maven: ${stdout.trim().split('\n')[0]}`);
  }
  return jars;
}
