import library from '@e965/xlsx/dist/xlsx.mini.min.js';

/** The smaller build of the library, which knows XLSX and ODS: the older formats are refused before they reach it.
 *  It is half as large. Its script names no exports, so they are taken from the whole. */
export const { CFB, read, SSF, utils, write } = library;
