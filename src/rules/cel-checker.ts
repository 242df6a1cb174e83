import type { ASTNode } from '@marcbachmann/cel-js';
import { nearest } from '../private/nearest';
import { CEL_FUNCTIONS, CEL_METHODS, CEL_OPERATORS, CEL_TYPE_NAMES, CelOverload, CelType } from './cel-functions';

type Bound = ReadonlySet<string>;
export const NOTHING_BOUND: Bound = new Set();

const RELATIONS: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', 'in']);
const NUMBERS: ReadonlySet<CelType> = new Set(['double', 'int', 'uint']);

/** Macros that bind a variable: their number of arguments, and what they give. */
const MACROS: { readonly [name: string]: { readonly arguments: readonly number[]; readonly gives: CelType } } = {
  all: { arguments: [2], gives: 'bool' },
  exists: { arguments: [2], gives: 'bool' },
  exists_one: { arguments: [2], gives: 'bool' },
  filter: { arguments: [2], gives: 'list' },
  map: { arguments: [2, 3], gives: 'list' },
};

/** The type checker of cel-go, as far as types without parameters go; the first error counts. */
export class CelChecker {
  public error?: string;
  public unknownFunction?: string;
  public isUnsure = false;
  public readonly variables = new Set<string>();
  public readonly fields = new Map<string, readonly string[]>();
  private readonly guards = new Set<string>();

  public isGuarded(path: readonly string[]): boolean {
    return path.some((_, i) => this.guards.has(path.slice(0, i + 1).join('.')));
  }

  public typeOf(node: ASTNode, bound: Bound): CelType {
    switch (node.op) {
      case 'value':
        return typeOfLiteral(node.args);
      case 'id':
        return this.name(node.args, bound);
      case '.':
      case '.?':
        return this.field(node, bound);
      case '[]':
      case '[?]':
        return this.element(node.args, bound);
      case 'call':
        return this.call(node.args[0], node.args[1], bound);
      case 'rcall':
        return this.method(node.args[0], node.args[1], node.args[2], bound);
      case 'list':
        node.args.forEach((item) => this.typeOf(item, bound));
        return 'list';
      case 'map':
        node.args.flat().forEach((item) => this.typeOf(item, bound));
        return 'map';
      case '?:':
        return this.conditional(node.args, bound);
      case '&&':
      case '||':
        node.args.forEach((operand) => this.expectBool(operand, `'${node.op}'`, bound));
        return 'bool';
      case '!_':
      case '-_':
        return this.unary(node, bound);
      case '==':
      case '!=':
        return this.equality(node.op, node.args, bound);
      case 'in':
        return this.membership(node.args, bound);
      default:
        return this.operator(node.op, node.args, bound);
    }
  }

  private name(name: string, bound: Bound): CelType {
    if (bound.has(name)) {
      return 'dyn';
    }
    if (CEL_TYPE_NAMES.has(name)) {
      return 'type';
    }
    this.variables.add(name);
    return 'dyn';
  }

  private field(node: ASTNode, bound: Bound): CelType {
    const path = pathOf(node);
    if (path !== undefined && !bound.has(path[0])) {
      if (path[0] === 'google') {
        return 'dyn';
      }
      this.fields.set(path.join('.'), path);
    }
    const [object] = node.args as [ASTNode, string];
    const type = path !== undefined && path.length > 2 ? this.root(object, bound) : this.typeOf(object, bound);
    if (type !== 'dyn' && type !== 'map') {
      this.fail(`a ${type} has no fields`);
    }
    return 'dyn';
  }

  /** The type below a chain of names, whose shorter chains are no use of their own. */
  private root(node: ASTNode, bound: Bound): CelType {
    return this.name(pathOf(node)![0], bound) === 'type' ? 'type' : 'dyn';
  }

  private element([object, index]: readonly ASTNode[], bound: Bound): CelType {
    const type = this.typeOf(object, bound);
    const key = this.typeOf(index, bound);
    if (!['dyn', 'list', 'map'].includes(type) || (type === 'list' && key !== 'int' && key !== 'dyn')) {
      this.fail(`'[]' does not take (${type}, ${key})`);
    }
    return 'dyn';
  }

  private call(name: string, args: readonly ASTNode[], bound: Bound): CelType {
    if (name === 'has' && args.length === 1) {
      return this.has(args[0], bound);
    }
    return this.invoke(name, CEL_FUNCTIONS, args, bound);
  }

  private method(name: string, object: ASTNode, args: readonly ASTNode[], bound: Bound): CelType {
    const macro = Object.hasOwn(MACROS, name) ? MACROS[name] : undefined;
    if (macro?.arguments.includes(args.length)) {
      return this.macro(name, macro.gives, object, args, bound);
    }
    return this.invoke(name, CEL_METHODS, [object, ...args], bound);
  }

  private invoke(name: string, table: typeof CEL_METHODS, args: readonly ASTNode[], bound: Bound): CelType {
    const types = args.map((arg) => this.typeOf(arg, bound));
    const isMethod = table === CEL_METHODS;
    if (Object.hasOwn(table, name)) {
      return this.resolve(`${name}()`, table[name], types);
    }
    const other = isMethod ? CEL_FUNCTIONS : CEL_METHODS;
    if (Object.hasOwn(other, name)) {
      this.fail(isMethod ? `${name}() is no method; write ${name}(x)` : `${name}() is a method; write x.${name}(…)`);
      return 'dyn';
    }
    if (this.error === undefined || this.unknownFunction === undefined) {
      const meant = nearest(name, [...Object.keys(table), ...Object.keys(MACROS), 'has']);
      this.unknownFunction ??= name;
      this.fail(
        name in MACROS || name === 'has'
          ? `${name}() does not take ${args.length - (isMethod ? 1 : 0)} arguments`
          : `Dapr's CEL has no function ${name}()${meant === undefined ? '' : `; did you mean ${meant}()?`}`,
      );
    }
    return 'dyn';
  }

  private has(arg: ASTNode, bound: Bound): CelType {
    if (arg.op !== '.') {
      this.fail('has() takes the field of something, as in has(event.data)');
      return 'bool';
    }
    const path = pathOf(arg);
    if (path !== undefined) {
      this.guards.add(path.join('.'));
    }
    this.typeOf(arg, bound);
    return 'bool';
  }

  private macro(name: string, gives: CelType, object: ASTNode, args: readonly ASTNode[], bound: Bound): CelType {
    const range = this.typeOf(object, bound);
    if (!['dyn', 'list', 'map'].includes(range)) {
      this.fail(`${name}() needs a list or map: got ${range}`);
    } else if (object.op === 'id' && !bound.has(object.args)) {
      this.fail(`${name}() needs a list or map, and '${object.args}' is declared as neither`);
    }
    const inside = new Set([...bound, args[0].args as string]);
    if (name === 'map') {
      if (args.length === 3) {
        this.expectBool(args[1], `${name}()`, inside);
      }
      this.typeOf(args[args.length - 1], inside);
    } else {
      this.expectBool(args[1], `${name}()`, inside);
    }
    return gives;
  }

  private conditional([condition, yes, no]: readonly ASTNode[], bound: Bound): CelType {
    this.expectBool(condition, "'?:'", bound);
    const [a, b] = [this.typeOf(yes, bound), this.typeOf(no, bound)];
    if (!mayEqual(a, b)) {
      this.fail(`both sides of '?:' have one type: got ${a} and ${b}`);
    }
    return a === b ? a : 'dyn';
  }

  private operator(op: string, operands: readonly ASTNode[], bound: Bound): CelType {
    const types = operands.map((operand) => this.typeOf(operand, bound));
    if (RELATIONS.has(op) && bound.size > 0 && types.every((type) => NUMBERS.has(type))) {
      // cel-go refuses to compare numbers of two types, but not below a macro.
      return 'bool';
    }
    return this.resolve(`'${op}'`, CEL_OPERATORS[op], types);
  }

  /** Two of the same in a row cancel each other before anybody asks for types. */
  private unary(node: ASTNode & { readonly op: '!_' | '-_' }, bound: Bound): CelType {
    const { args: operand } = node;
    const adjacent = node.input.slice(node.start + 1, operand.start).trim() === '';
    if (adjacent && operand.op === node.op) {
      return this.typeOf((operand as typeof node).args, bound);
    }
    return this.resolve(`'${node.op[0]}'`, CEL_OPERATORS[node.op], [this.typeOf(operand, bound)]);
  }

  private equality(op: string, operands: readonly ASTNode[], bound: Bound): CelType {
    const [a, b] = operands.map((operand) => this.typeOf(operand, bound));
    if (RELATIONS.has(operands[1].op)) {
      // The parser lets `a == b < c` begin on the right; for cel-go all of them are of one rank, and begin on the left.
      this.isUnsure = true;
    }
    if (!mayEqual(a, b)) {
      this.fail(`'${op}' compares two values of one type: got ${a} and ${b}`);
    }
    return 'bool';
  }

  private membership([item, container]: readonly ASTNode[], bound: Bound): CelType {
    this.typeOf(item, bound);
    const type = this.typeOf(container, bound);
    if (!['dyn', 'list', 'map'].includes(type)) {
      this.fail(`'in' needs a list or map: got ${type}`);
    }
    const path = pathOf(container);
    if (item.op === 'value' && typeof item.args === 'string' && path !== undefined) {
      this.guards.add([...path, item.args].join('.'));
    }
    return 'bool';
  }

  private expectBool(node: ASTNode, by: string, bound: Bound): void {
    const type = this.typeOf(node, bound);
    if (type !== 'bool' && type !== 'dyn') {
      this.fail(`${by} needs a bool: got ${type}`);
    }
  }

  private resolve(what: string, table: readonly CelOverload[], types: readonly CelType[]): CelType {
    const fitting = table.filter(({ takes }) => takes.length === types.length && takes.every((type, i) => isAssignable(types[i], type)));
    if (fitting.length === 0) {
      this.fail(`${what} does not take (${types.join(', ')})`);
      return 'dyn';
    }
    const gives = new Set(fitting.map((overload) => overload.gives));
    return gives.size === 1 ? fitting[0].gives : 'dyn';
  }

  private fail(message: string): void {
    this.error ??= message;
  }
}

function typeOfLiteral(value: unknown): CelType {
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'bigint':
      return 'int';
    case 'number':
      return 'double';
    case 'boolean':
      return 'bool';
    default:
      return value === null ? 'null' : value instanceof Uint8Array ? 'bytes' : 'uint';
  }
}

/** The chain of names that a node is, e.g. `event.data.kind`, or nothing where it is something else. */
function pathOf(node: ASTNode): string[] | undefined {
  const names: string[] = [];
  let here = node;
  while (here.op === '.') {
    names.unshift(here.args[1]);
    [here] = here.args;
  }
  return here.op === 'id' ? [here.args, ...names] : undefined;
}

function isAssignable(type: CelType, to: CelType): boolean {
  return type === to || type === 'dyn' || to === 'dyn' || (type === 'null' && (to === 'timestamp' || to === 'duration'));
}

function mayEqual(a: CelType, b: CelType): boolean {
  return isAssignable(a, b) || isAssignable(b, a);
}
