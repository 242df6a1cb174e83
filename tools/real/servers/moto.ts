import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../process';
import { cached } from '../cache';
import { freePort } from '../ports';
import { Processes } from '../processes';
import { accepts } from './answers';
import { ownFolder } from './folder';
import { serverProgram } from './packages';

const VERSION = '5.2.1';

export interface MotoServer {
  readonly endpoint: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** Calls an operation of a service that takes JSON, such as `DynamoDB_20120810.CreateTable`. */
  call(target: string, body: object): Promise<unknown>;
}

/** Starts moto, which answers as AWS does: nothing of AWS runs outside of it. */
export async function startMoto(processes: Processes): Promise<MotoServer> {
  const [host, port] = ['127.0.0.1', await freePort()];
  const place = ownFolder(processes, 'moto');
  const running = place.start('/usr/bin/python3', ['-m', 'moto.server', '-H', host, '-p', String(port)], {
    name: 'moto',
    env: { PYTHONPATH: installed() },
  });
  await running.until('took connections', () => accepts(host, port), 60_000);
  const [endpoint, region, accessKey, secretKey] = [`http://${host}:${port}`, 'eu-west-1', 'key', 'secret'];
  const call = async (target: string, body: object): Promise<unknown> => {
    const service = SERVICES[target.split('.')[0]];
    const headers = {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': target,
      authorization: `AWS4-HMAC-SHA256 Credential=${accessKey}/20200101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`,
    };
    const answer = await fetch(endpoint, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) {
      throw new Error(`moto: ${target}: ${answer.status} ${await answer.text()}`);
    }
    return answer.json();
  };
  return { endpoint, region, accessKey, secretKey, call };
}

/** The name of a service in a signature, by that of its targets. */
const SERVICES: Readonly<Record<string, string>> = {
  DynamoDB_20120810: 'dynamodb',
  Kinesis_20131202: 'kinesis',
  AmazonSQS: 'sqs',
  AmazonSSM: 'ssm',
  secretsmanager: 'secretsmanager',
};

function installed(): string {
  return cached(join('servers', `moto-${VERSION}`), (draft) => {
    console.error(`gets moto ${VERSION} from PyPI, once`);
    serverProgram('pip/__main__.py');
    mkdirSync(draft);
    const services = 'server,s3,sqs,sns,ssm,secretsmanager,dynamodb,kinesis,ses';
    run('/usr/bin/python3', ['-m', 'pip', 'install', '--quiet', '--no-warn-conflicts', '--target', draft, `moto[${services}]==${VERSION}`]);
  });
}
