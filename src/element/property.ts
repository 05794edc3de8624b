import type { LitElement, PropertyDeclaration } from 'lit';

/**
 * Lit's `@property()` for legacy decorators, which are those that TypeScript and our bundler lower. Lit's own also
 * carries what standard decorators need: 0.3 kB that no shopper has a use for.
 */
export const property =
  (options?: PropertyDeclaration) =>
  (prototype: LitElement, name: string): void =>
    (prototype.constructor as typeof LitElement).createProperty(name, options);
