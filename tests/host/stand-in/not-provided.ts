/** Whatever main uses and the stand-in does not have fails by name, so that the two cannot drift apart unseen. */
export function onlyProvided<T extends object>(name: string, provided: T): T {
  return new Proxy(provided, {
    get(target, property, receiver) {
      // Promises are recognised by their `then`; asking for it is no use of the object.
      if (property in target || typeof property === 'symbol' || property === 'then')
        return Reflect.get(target, property, receiver) as unknown;
      throw new Error(`The stand-in for Electron does not provide ${name}.${property}.`);
    },
  });
}
