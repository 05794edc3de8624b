// Stands in for the file of qrcode with this name: of its modes the one that qr-path.ts asks for.
export const BYTE = { bit: 4 };
export const getCharCountIndicator = (mode, version) => (version < 10 ? 8 : 16);
