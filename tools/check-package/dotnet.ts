import { has } from '../process';
import { Place } from './place';
import { NotTried, Tally } from '../tally';

export function checkDotnet(tally: Tally, _place: Place): void {
  tally.check('a C# program compiles against the generated code', () => {
    throw new NotTried(
      has('dotnet')
        ? 'nobody has built it on a machine with dotnet yet: the code is in dist/dotnet, the program in examples/languages/csharp'
        : 'there is no dotnet',
    );
  });
}
