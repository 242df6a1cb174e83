import { exactYaml } from '../private/exact-yaml';

/** Three numbers with dots are a version, which no reader of YAML takes for a number. */
const VERSION = /^\d+\.\d+\.\d[\w.-]*$/;

/** Whether every reader of YAML takes a text for a text where it stands without quotes, as many templates of the chart write it. */
export function isReadAsText(text: string): boolean {
  return VERSION.test(text) || exactYaml([text as unknown as object]) === `${text}\n`;
}
