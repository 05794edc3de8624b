// Stands in for the file of qrcode with this name, which knows the room for every mode, and for several in one code: ours
// have one segment, of bytes, and no version that is wished for.
import { getBCHDigit, getSymbolTotalCodewords } from 'qrcode/lib/core/utils.js';
import { getTotalCodewordsCount } from './error-correction-code.js';
import { getCharCountIndicator } from './mode.js';

const GENERATOR = 0b1111100100101;

export const from = () => undefined;

export function getBestVersionForData([segment], level) {
  for (let version = 1; version <= 40; version++) {
    const room = getSymbolTotalCodewords(version) - getTotalCodewordsCount(version, level);
    if (4 + getCharCountIndicator(segment.mode, version) + segment.getBitsLength() <= 8 * room) return version;
  }
  return undefined;
}

/** The version with twelve bits that correct it (ISO/IEC 18004, annex D). */
export function getEncodedBits(version) {
  let rest = version << 12;
  while (getBCHDigit(rest) > 12) rest ^= GENERATOR << (getBCHDigit(rest) - 13);
  return (version << 12) | rest;
}
