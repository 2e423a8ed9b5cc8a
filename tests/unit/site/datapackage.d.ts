/** The Frictionless reference library comes without types; this is what the tests use of it. */
declare module "datapackage" {
  interface Resource {
    readonly name: string;
    read(options: { keyed: boolean; relations: boolean }): Promise<unknown[]>;
  }
  export class Package {
    static load(path: string): Promise<Package>;
    readonly valid: boolean;
    readonly errors: readonly Error[];
    readonly resources: readonly Resource[];
  }
  const library: { readonly Package: typeof Package };
  export default library;
}

declare module "jsonld" {
  interface Options {
    readonly documentLoader: (
      url: string,
    ) => Promise<{ contextUrl: undefined; documentUrl: string; document: object }>;
  }
  const library: { expand(document: object, options: Options): Promise<object[]> };
  export default library;
}
