/** Holds a CSV against its Table Schema, cell by cell, by the letter of the standard and by nothing of ours. */
import Papa from 'papaparse';

export interface FieldSchema {
  readonly name: string;
  readonly type: string;
  readonly groupChar?: string;
  readonly bareNumber?: boolean;
  readonly constraints?: { readonly required?: boolean };
}

export interface TableSchema {
  readonly fields: readonly FieldSchema[];
  readonly missingValues?: readonly string[];
  readonly primaryKey?: readonly string[];
  readonly foreignKeys?: readonly {
    readonly fields: string;
    readonly reference: { readonly resource?: string; readonly fields: string };
  }[];
}

export interface CheckedTable {
  /** Values by column; null where a value is missing. */
  readonly rows: readonly Readonly<Record<string, string | null>>[];
  readonly faults: readonly string[];
}

export function checkTable(name: string, csv: string, schema: TableSchema): CheckedTable {
  const faults: string[] = [];
  const missing = new Set(schema.missingValues ?? ['']);
  const lines = Papa.parse<string[]>(csv.replace(/^\ufeff/, ''), { skipEmptyLines: true }).data;
  const [head = [], ...body] = lines;
  const fields = schema.fields;
  if (JSON.stringify(head) !== JSON.stringify(fields.map((field) => field.name)))
    faults.push(`${name}: the head is ${head.join(',')}, the schema says ${fields.map((field) => field.name).join(',')}`);
  const rows = body.map((line, index) => {
    if (line.length !== fields.length) faults.push(`${name}:${index + 2}: ${line.length} cells instead of ${fields.length}`);
    return Object.fromEntries(
      fields.map((field, at) => {
        const cell = line[at] ?? '';
        const value = missing.has(cell) ? null : cell;
        if (value === null ? field.constraints?.required : !isOfType(value, field))
          faults.push(`${name}:${index + 2}: ${JSON.stringify(cell)} is no ${field.type} for ${field.name}`);
        return [field.name, value];
      }),
    );
  });
  const key = schema.primaryKey;
  if (key) {
    const seen = new Set<string>();
    for (const row of rows) {
      const own = JSON.stringify(key.map((column) => row[column]));
      if (seen.has(own) || key.some((column) => row[column] === null)) faults.push(`${name}: the key ${own} is not its own`);
      seen.add(own);
    }
  }
  return { rows, faults };
}

function isOfType(cell: string, { type, groupChar, bareNumber }: FieldSchema): boolean {
  const plain = groupChar ? cell.replaceAll(groupChar, '') : cell;
  switch (type) {
    case 'string':
      return true;
    case 'number':
      return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(bareNumber === false ? plain.replace(/%$/, '') : plain);
    case 'integer':
      return /^[+-]?\d+$/.test(plain);
    case 'boolean':
      return /^(true|True|TRUE|1|false|False|FALSE|0)$/.test(cell);
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(cell) && !Number.isNaN(Date.parse(cell));
    default:
      return false;
  }
}
