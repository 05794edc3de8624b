import assert from 'node:assert/strict';
import type { Sandbox } from '../../demo/gateways/support/sandbox.ts';

/** Calls the panel of a sandbox: GETs, and POSTs where there is a body, even an empty one. */
export const panelOf =
  (sandbox: Sandbox, origin: string) =>
  (path: string, body?: unknown): Promise<Response> =>
    sandbox.fetch(
      new Request(`${origin}/panel/${path}`, {
        ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
        headers: { 'content-type': 'application/json' },
      }),
    );

/** The same for what the panel must not refuse: answers what it reports, which is an `R` where nothing else is said. */
export const panelReports =
  <R>(sandbox: Sandbox, origin: string) =>
  async <T = R>(path: string, body?: object): Promise<T> => {
    const response = await panelOf(sandbox, origin)(path, body);
    assert.equal(response.status, 200, `${path}: ${await response.clone().text()}`);
    return (await response.json()) as T;
  };

/** Opens a page of a sandbox as a browser does, or presses the button that sends `action`. */
export const visitorOf =
  (sandbox: Sandbox) =>
  (url: string | URL, action?: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    sandbox.fetch(
      new Request(url, { headers, ...(action && { method: 'POST', body: new URLSearchParams({ action }) }) }),
    );
