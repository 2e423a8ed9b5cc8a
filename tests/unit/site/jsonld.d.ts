/** The library comes without types; this is what the tests use of it. */
declare module "jsonld" {
  interface Options {
    readonly documentLoader: (
      url: string,
    ) => Promise<{ contextUrl: undefined; documentUrl: string; document: object }>;
  }
  const library: { expand(document: object, options: Options): Promise<object[]> };
  export default library;
}
