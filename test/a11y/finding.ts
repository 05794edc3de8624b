export interface Finding {
  /** A `violation` fails. What a machine cannot judge is for a person to `review`. */
  readonly kind: 'violation' | 'review';
  readonly engine: 'axe' | 'IBM' | 'layout';
  readonly rule: string;
  readonly message: string;
  readonly where: string;
}
