import { Duration, Size } from 'cdk8s';
import * as fc from 'fast-check';
import { goDuration } from '../../src/private/go-duration';
import { didYouMean, nearest } from '../../src/private/nearest';
import { quantity } from '../../src/private/quantity';

/** Milliseconds of a text, as Go's time.ParseDuration reads it. */
function parseGo(text: string): number {
  const units: Record<string, number> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };
  expect(text).toMatch(/^(\d+(h|ms|m|s))+$/);
  return [...text.matchAll(/(\d+)(h|ms|m|s)/g)].reduce((sum, [, count, unit]) => sum + Number(count) * units[unit], 0);
}

describe('a duration', () => {
  test.each([
    [Duration.millis(0), '0s'],
    [Duration.millis(1500), '1s500ms'],
    [Duration.seconds(90), '1m30s'],
    [Duration.hours(24), '24h'],
    [Duration.days(2), '48h'],
  ])('%s is spelled as Go reads it', (duration, text) => {
    expect(goDuration(duration)).toBe(text);
  });

  test('comes back from its spelling', () => {
    fc.assert(fc.property(fc.nat(), (ms) => expect(parseGo(goDuration(Duration.millis(ms)))).toBe(ms)));
  });
});

describe('a size', () => {
  test.each([
    [Size.kibibytes(0), '0'],
    [Size.kibibytes(512), '512Ki'],
    [Size.kibibytes(1536), '1536Ki'],
    [Size.mebibytes(4), '4Mi'],
    [Size.mebibytes(1024), '1Gi'],
    [Size.gibibytes(3), '3Gi'],
  ])('%# is a quantity without a fraction', (size, text) => {
    expect(quantity(size)).toBe(text);
  });
});

describe('the nearest word', () => {
  const words = ['redisHost', 'redisPassword', 'enableTLS', 'two'];

  test.each([
    ['redisHosts', 'redisHost'],
    ['redihsost', 'redisHost'],
    ['REDISHOST', 'redisHost'],
    ['tow', 'two'],
    ['enabelTLS', 'enableTLS'],
    ['nonsense', undefined],
    ['', undefined],
  ])('of %s is %s', (word, meant) => {
    expect(nearest(word, words)).toBe(meant);
  });

  test('is the word itself where that is among them, and nothing is proposed where nothing is near', () => {
    fc.assert(fc.property(fc.string({ minLength: 1 }), (word) => expect(nearest(word, [`${word}xyzxyzxyz`, word])).toBe(word)));
    expect(didYouMean('scope', ['scopes'])).toBe("; did you mean 'scopes'?");
    expect(didYouMean('abc', ['uvwxyz'])).toBe('');
  });
});
