/** What the rules say that Dapr does, and Dapr: a bad example does it, a good one does not. */
import { ALL_RULES } from '../../../src/rules';
import { Trial } from './experiment';
import { FAMILIES } from './index';
import { Scene } from './scene';

for (const [subject, experiments] of Object.entries(FAMILIES)) {
  describe(subject, () => {
    for (const { rule: id, bad, good } of experiments) {
      const rule = ALL_RULES.find((one) => one.id === id)!;
      const play = (side: 'bad' | 'good', trials: readonly Trial[]): void =>
        trials.forEach((trial) =>
          test.concurrent(`${id}, ${side} example ${trial.example + 1}: ${trial.expect.says}`, () =>
            Scene.play(trial, rule[side][trial.example]),
          ),
        );
      play('bad', bad);
      play('good', good);
    }
  });
}
