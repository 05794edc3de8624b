/** What a test does to an otherwise good call. */
export interface Change {
  readonly method?: string;
  readonly authorization?: string;
  /** The idempotency key: each gateway has its own header for it. */
  readonly key?: string;
  readonly contentType?: string;
}

/** A call of a JSON API: POSTs where there is a body, even an empty one. What is text already is sent as it is. */
export function jsonRequest(
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>>,
  { method = body === undefined ? 'GET' : 'POST', contentType = 'application/json' }: Change,
): Request {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return new Request(url, {
    method,
    headers: { 'Content-Type': contentType, ...headers },
    ...(body === undefined ? {} : { body: text }),
  });
}
