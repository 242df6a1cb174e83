import type { RuleDoc } from '../rule';

export const notText: RuleDoc = {
  id: 'DAPR295',
  severity: 'error',
  title: 'A file that is no text',
  why: 'It is named like a manifest and holds bytes that are no UTF-8: an archive, an encrypted file, or a text of another encoding. Nothing that reads manifests can read it.',
  fix: 'Save it as UTF-8, decrypt it first, or leave it out.',
  source: 'go.yaml.in/yaml/v2 readerc.go yaml_parser_update_buffer',
  facts: [],
  symptoms: [/yaml: (invalid leading UTF-8 octet|control characters are not allowed|invalid trailing UTF-8 octet)/],
};
