import { isRefusal, type Refusal, refuse } from '@throughline/commands';
import { readCsv } from './csv.ts';
import type { Workbook } from './sheet.ts';
import { LIMITS, type Limits, megabytes, Unreadable } from './unreadable.ts';
import { readXlsx } from './xlsx.ts';
import { openZip } from './zip.ts';

/** Whatever the bytes are, the answer is a workbook or one sentence. */
export function openWorkbook(bytes: Uint8Array, limits: Limits = LIMITS): Workbook | Refusal {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const workbook = open(file, limits);
    if (isRefusal(workbook)) return workbook;
    return workbook.sheets.some((sheet) => sheet.rows.length > 0) ? workbook : refuse('There is nothing in the file.');
  } catch (error) {
    if (error instanceof Unreadable) return refuse(error.message);
    return refuse('The file is damaged and cannot be opened. Open it in Excel and save it again.');
  }
}

function open(file: Buffer, limits: Limits): Workbook | Refusal {
  if (file.length === 0) return refuse('The file is empty.');
  if (file.length > limits.fileBytes)
    return refuse(
      `The file is ${megabytes(file.length)}; the largest that can be read is ${megabytes(limits.fileBytes)}. Remove pictures and sheets that are not needed.`,
    );
  if (file.readUIntBE(0, Math.min(4, file.length)) === 0xd0cf11e0) return refuseOld(file);
  if (file.subarray(0, 2).toString('latin1') !== 'PK' || file.length < 22) {
    const { sheet, notes } = readCsv(file, limits.cells);
    return { sheets: [sheet], notes };
  }
  const zip = openZip(file, limits.unpackedBytes);
  const other = otherKind(zip.names);
  return other ? refuse(other) : { sheets: readXlsx(zip, limits.cells), notes: [] };
}

/** Excel keeps a workbook with a password inside the old container, so the container alone does not tell. */
function refuseOld(file: Buffer): Refusal {
  return file.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? refuse('The workbook has a password. Open it in Excel, remove the password and save it again.')
    : refuse('This is an old kind of file (.xls, .doc). Open it in Excel and save it as a workbook (.xlsx).');
}

function otherKind(names: string[]): string | undefined {
  if (names.includes('xl/workbook.xml')) return undefined;
  if (names.includes('xl/workbook.bin')) return 'This is a binary workbook (.xlsb). Save it as a workbook (.xlsx).';
  if (names.includes('content.xml'))
    return 'This is an OpenDocument file (.ods). Save it as a workbook (.xlsx) or CSV.';
  return 'This is a zip file, but not a workbook (.xlsx).';
}
