export function mix(colour: string, share: number, other: string): string;
export function contrast(one: string, other: string): number;
