/** Red, green, blue, each from 0 to 255. */
export type Colour = readonly [number, number, number];

export function parseHex(hex: string): Colour {
  const [, ...parts] = /^#(..)(..)(..)$/.exec(hex) ?? [];
  if (parts.length !== 3) throw new RangeError(`"${hex}" is no colour of six digits`);
  return parts.map((part) => parseInt(part, 16)) as unknown as Colour;
}

/** As `color-mix(in srgb, colour share, other)` does it. */
export const mix = (colour: Colour, share: number, other: Colour): Colour =>
  colour.map((part, index) => part * share + other[index]! * (1 - share)) as unknown as Colour;

/** The contrast ratio of WCAG 2.2, from 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
export function contrast(one: Colour, other: Colour): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
