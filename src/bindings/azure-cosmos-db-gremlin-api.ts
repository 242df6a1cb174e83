// Generated from catalog/components/bindings/azure-cosmos-db-gremlin-api.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Binding, BindingOptions, IOutputBinding } from '../binding';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `bindings.azure.cosmosdb.gremlinapi` v1.
 */
export interface AzureCosmosDbGremlinApiProps extends BindingOptions {
  /**
   * Gremlin endpoint of the Cosmos DB account, as wss://host:443/.
   */
  readonly url: string | MetadataValue;

  /**
   * Account key of Cosmos DB.
   */
  readonly masterKey: SecretValue;

  /**
   * Path of the graph, as /dbs/DATABASE/colls/GRAPH.
   */
  readonly username: string | MetadataValue;
}

/**
 * Runs Gremlin queries against an Azure Cosmos DB graph.
 *
 * The type is `bindings.azure.cosmosdb.gremlinapi`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * Operations: query.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/cosmosdbgremlinapi/
 */
export class AzureCosmosDbGremlinApi extends Binding implements IOutputBinding {
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: AzureCosmosDbGremlinApiProps) {
    super(scope, id, typed(SCHEMA, props));
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.azure.cosmosdb.gremlinapi',
  version: 'v1',
  directions: ['output'],
  fields: {
    url: { is: 'text', required: true },
    masterKey: { is: 'secret', required: true },
    username: { is: 'text', required: true },
  },
};
