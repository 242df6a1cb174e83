/** `redisHost` of `redisHost`, `keyId` of `key-id`, `mtlsRootCA` of `MTLSRootCA`, `privateKeyId` of `private_key_id`. */
export function propertyName(key: string): string {
  const joined = key.replace(/[^A-Za-z0-9]+(.)/g, (_, letter: string) => letter.toUpperCase());
  return joined.replace(/^[A-Z]+(?=[A-Z][a-z])|^[A-Z]+(?=$)|^[A-Z]/, (head) => head.toLowerCase());
}

export function pascal(name: string): string {
  return name[0].toUpperCase() + name.slice(1);
}

/** `KEY_SHARED` of `key_shared`, `SHA_512` of `SHA-512`, `ROUND_ROBIN` of `roundRobin`. */
export function constantName(text: string): string {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();
}

export function kebab(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}

/** The name as jsii gives it to Python; two properties of one name there could not be told apart. */
export function snake(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();
}

/** `RedisType` for `redisType` of `Redis`, else class and field: `KafkaCompression`. */
export function enumName(className: string, property: string): string {
  const field = pascal(property);
  return field.startsWith(className) && field !== className ? field : `${className}${field}`;
}
