import { IConstruct } from 'constructs';
import { mistake } from '../private/problems';

/** What is used of cdktf or cdktn: both have it under the same names. Either module, as it is imported, will do. */
export interface ITerraformLibrary {
  readonly TerraformStack: abstract new (...args: any[]) => any;
  readonly TerraformResource: new (...args: any[]) => any;
  readonly TerraformAsset: new (...args: any[]) => any;
  readonly AssetType: any;
  readonly Fn: any;
}

const NAMES = ['cdktn', 'cdktf'];

/** The library that the scope's stack is of: the one that is given, else the installed one that made the stack. */
export function libraryOf(scope: IConstruct, owner: string, id: string, given: ITerraformLibrary | undefined): ITerraformLibrary {
  const candidates = given === undefined ? NAMES.flatMap(installed) : [given];
  const library = candidates.find(
    ({ TerraformStack }) => typeof TerraformStack === 'function' && scope.node.scopes.some((one) => one instanceof TerraformStack),
  );
  if (library !== undefined) {
    return library;
  }
  const path = `[${[scope.node.path, id].filter((part) => part !== '').join('/')}]`;
  if (candidates.length === 0) {
    throw mistake(
      `DAPR012 ${path} 'library' is required by ${owner}: got nothing, and found neither cdktn nor cdktf; install one of them, or write library: cdktn after import * as cdktn from 'cdktn'`,
    );
  }
  throw mistake(
    `DAPR013 ${path} ${owner} must be in a TerraformStack of ${given === undefined ? 'the installed cdktn or cdktf' : `the given 'library'`}: got a ${scope.constructor.name}; make it in the stack, or write as 'library' the module that the stack is of`,
  );
}

/** As the program sees it, or else as this package does. */
function installed(name: string): ITerraformLibrary[] {
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- which of the two there is, only the program knows
    return [require(require.resolve(name, { paths: [process.cwd(), __dirname] })) as ITerraformLibrary];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') {
      return [];
    }
    throw error;
  }
}
