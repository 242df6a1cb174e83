import { CommunicationProtocolEnum, DaprClient } from '@dapr/dapr';

/** The settings of the store `settings`, as they are now: a change arrives by itself. */
export async function settings(defaults: { readonly [key: string]: string }): Promise<(key: string) => string> {
  const client = new DaprClient({ communicationProtocol: CommunicationProtocolEnum.GRPC });
  const current: { [key: string]: string } = { ...defaults };
  const take = (items: { readonly [key: string]: { readonly value: string } }): void => {
    for (const [key, { value }] of Object.entries(items)) {
      current[key] = value || defaults[key];
    }
  };
  const keys = Object.keys(defaults);
  take((await client.configuration.get('settings', keys)).items);
  await client.configuration.subscribeWithKeys('settings', keys, async ({ items }) => take(items));
  return (key) => current[key];
}
