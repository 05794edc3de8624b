/** The gateway will not do what a call asks. A 401, 403 or 404 says no more than its status. */
export class Refusal extends Error {
  readonly status: number;
  readonly errorCodes: readonly string[];

  constructor(status: 401 | 403 | 404 | 415 | 422, errorCodes: readonly string[] = []) {
    super(`${status} ${errorCodes.join(', ')}`.trim());
    this.status = status;
    this.errorCodes = errorCodes;
  }
}
