/** Loaded before a program: each app that it synthesizes is written as a Helm chart, too. */
import { App as CdkApp } from 'cdk8s';
import { App, HelmChart } from '../../src';

for (const { prototype } of [CdkApp, App]) {
  const synth = prototype.synth;
  prototype.synth = function (this: CdkApp): void {
    HelmChart.ofApp(this, { name: 'example', version: '1.0.0', connectionTests: process.env.CONNECTION_TESTS === 'true' }).write(
      process.env.CHART_OUTDIR,
    );
    synth.call(this);
  };
}
