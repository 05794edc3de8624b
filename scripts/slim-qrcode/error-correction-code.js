// Stands in for the file of qrcode with this name, which has the tables of all levels: here a level has its own.
export const getBlocksCount = (version, { blocks }) => blocks[version - 1];
export const getTotalCodewordsCount = (version, { codewords }) => codewords[version - 1];
