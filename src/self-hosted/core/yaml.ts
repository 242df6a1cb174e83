import { dump, SCALAR_STYLE, ScalarStyleRule } from 'js-yaml';
import { OPTIONS } from '../../private/exact-yaml';

/** A Configuration for `daprd --config`, which replaces `$NAME` by variables before it reads YAML: no dollar may be taken for one. */
export function configurationYaml(configuration: object): string {
  return dump(configuration, { ...OPTIONS, scalarStyleRules: [...OPTIONS.scalarStyleRules, quoteDollars] })
    .replaceAll('$', '\\x24')
    .replaceAll(VARIABLE, (_all, name: string) => `\${${name}}`);
}

/** Stands for a variable that daprd shall replace. No manifest has these letters: they are for private use. */
export function variable(name: string): string {
  return `\uE000${name}\uE001`;
}

const VARIABLE = /\uE000(\w+)\uE001/g;

/** Only double quotes know escapes. */
const quoteDollars: ScalarStyleRule = (layout) => {
  if (layout.node.tag === 'tag:yaml.org,2002:str' && /[$\uE000]/.test(layout.node.value)) {
    layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
  }
};
