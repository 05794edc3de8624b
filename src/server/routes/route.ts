import type { Kit } from '../kit.ts';

/** A request on its way to a route. */
export interface RouteContext {
  readonly request: Request;
  /** The payment's id, or the gateway account's name, from the path; empty where the path has none. */
  readonly id: string;
  readonly clientAddress: string | undefined;
}

/** Answers one endpoint of the contract. What it throws, the handler turns into an answer. */
export type Route = (kit: Kit, context: RouteContext) => Promise<Response>;
